#!/bin/bash
# Plays content/every-question to the screen reader Orca in a real browser, and prints what it says at each key.
# Debian: apt-get install orca at-spi2-core xvfb xauth dbus-x11 openbox xdotool chromium firefox-esr
#   npm run build && test/screen-reader/run.sh [chromium|firefox] [part …]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
browser=${1:-chromium}
shift || true
for program in orca Xvfb xauth dbus-run-session openbox xdotool "${browser/firefox/firefox-esr}"; do
  command -v "$program" >/dev/null || { echo "Missing: $program. See the second line of $0." >&2; exit 2; }
done
scratch=$(mktemp -d)
mkdir -m 700 "$scratch/run"
mkdir -p "$scratch/home/.local/share/orca" "$scratch/profile"
cp "$here/writtenvoice.py" "$here/orca-customizations.py" "$scratch/home/.local/share/orca/"
echo 'user_pref("accessibility.force_disabled", 0); user_pref("browser.aboutwelcome.enabled", false); user_pref("datareporting.policy.dataSubmissionEnabled", false);' >"$scratch/profile/user.js"
started=()
finish() {
  for id in "${started[@]}"; do kill "$id" 2>/dev/null || true; done
  sleep 1
  rm -rf "$scratch" 2>/dev/null || true
}
trap finish EXIT

# A display of its own, which nothing else on the machine may join: AT-SPI finds its bus by the display.
export XAUTHORITY="$scratch/xauth" HOME="$scratch/home" XDG_RUNTIME_DIR="$scratch/run" LANG=C.UTF-8
touch "$XAUTHORITY"
xauth -q -f "$XAUTHORITY" add ":${LECTERN_DISPLAY:=91}" . "$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')"
export DISPLAY=":$LECTERN_DISPLAY"
Xvfb "$DISPLAY" -screen 0 1280x1000x24 -nolisten tcp -auth "$XAUTHORITY" >"$scratch/xvfb.log" 2>&1 &
started+=($!)
node "$here/../../dist/lectern.js" preview "$here/../../content/every-question" --port 0 >"$scratch/preview.log" &
started+=($!)
until address=$(grep -o 'http://[^ ]*' "$scratch/preview.log"); do
  kill -0 "${started[-1]}" || exit 1
  sleep 0.2
done
export HEARD="$scratch/heard" BROWSER="$browser" ADDRESS="$address" SCRATCH="$scratch" PYTHONPATH="$scratch/home/.local/share/orca"
dbus-run-session -- bash "$here/session.sh" /usr/bin/python3 "$here/walk.py" "$@"
