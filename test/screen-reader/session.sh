#!/bin/bash
# What runs inside the session of run.sh: the bus of AT-SPI, a window manager, the screen reader, the browser; then the walk.
set -euo pipefail
started=()
finish() {
  # Orca takes its time to say goodbye, and a second one would not start meanwhile.
  for id in "${started[@]}"; do kill -KILL "$id" 2>/dev/null || true; done
}
trap finish EXIT
gsettings set org.gnome.desktop.interface toolkit-accessibility true
gsettings set org.gnome.desktop.a11y.applications screen-reader-enabled true
/usr/libexec/at-spi-bus-launcher --launch-immediately --a11y=1 --screen-reader=1 >"$SCRATCH/bus.log" 2>&1 &
started+=($!)
openbox >"$SCRATCH/openbox.log" 2>&1 &
started+=($!)
sleep 1
AT_SPI_BUS_ADDRESS=$(dbus-send --session --print-reply=literal --dest=org.a11y.Bus /org/a11y/bus org.a11y.Bus.GetAddress | tr -d ' ')
export AT_SPI_BUS_ADDRESS GNOME_ACCESSIBILITY=1 ACCESSIBILITY_ENABLED=1 NO_AT_BRIDGE=0
orca >"$SCRATCH/orca.log" 2>&1 &
started+=($!)
until [ -s "$HEARD" ]; do sleep 0.2; done
if [ "$BROWSER" = firefox ]; then
  firefox-esr --profile "$SCRATCH/profile" --new-instance --width 1270 --height 980 "$ADDRESS" >"$SCRATCH/browser.log" 2>&1 &
else
  chromium --no-sandbox --test-type --user-data-dir="$SCRATCH/profile" --force-renderer-accessibility --no-first-run --no-default-browser-check \
    --disable-gpu --lang=en-GB --window-size=1270,980 --window-position=0,0 "$ADDRESS" >"$SCRATCH/browser.log" 2>&1 &
fi
started+=($!)
"$@"
