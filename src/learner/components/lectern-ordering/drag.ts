/** Dragging a row by its grip, an extra for mouse and pen: what it does, the buttons do too (SC 2.5.7). */

export interface Drag {
  /** The rows, in their order on the page, whenever it is asked. */
  rows(): readonly Element[];
  /** Index of the row that is dragged. */
  at(): number;
  to(index: number): void;
  /** `kept`: false when Escape took it back, or the pointer was lost. */
  done(kept: boolean): void;
}

/** Follows the pointer from a press on the grip on. */
export function dragRow(event: PointerEvent, { rows, at, to, done }: Drag): void {
  const { target: grip, button, pointerId } = event;
  if (button !== 0 || !(grip instanceof HTMLElement)) return;
  event.preventDefault();
  grip.setPointerCapture(pointerId);
  const over = new AbortController();
  const { signal } = over;
  const end = (kept: boolean): void => {
    over.abort();
    if (grip.hasPointerCapture(pointerId)) grip.releasePointerCapture(pointerId);
    done(kept);
  };
  grip.addEventListener('pointermove', ({ clientY }) => {
    const place = placeAt(clientY, rows().map((row) => row.getBoundingClientRect()), at());
    if (place !== at()) to(place);
  }, { signal });
  grip.addEventListener('pointerup', () => end(true), { signal });
  grip.addEventListener('pointercancel', () => end(false), { signal });
  addEventListener('keydown', (press) => {
    if (press.key !== 'Escape') return;
    press.preventDefault();
    end(false);
  }, { signal });
}

/** A row gives way when the pointer is past its middle, so that rows of unlike heights do not change back and forth. */
export function placeAt(y: number, rows: readonly { top: number; bottom: number }[], from: number): number {
  const middle = (index: number): number => ((rows[index]?.top ?? 0) + (rows[index]?.bottom ?? 0)) / 2;
  let place = from;
  while (place + 1 < rows.length && y > middle(place + 1)) place++;
  while (place > 0 && y < middle(place - 1)) place--;
  return place;
}
