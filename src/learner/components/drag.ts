/** Dragging by a grip, an extra for mouse and pen: whatever it does, other controls do too (SC 2.5.7). */

export interface Drag {
  /** Where the pointer is. */
  to(x: number, y: number): void;
  /** `kept`: false when Escape took it back, or the pointer was lost. */
  done(kept: boolean): void;
}

/** Follows the pointer from a press on the grip on. */
export function follow(event: PointerEvent, { to, done }: Drag): void {
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
  grip.addEventListener('pointermove', ({ clientX, clientY }) => to(clientX, clientY), { signal });
  grip.addEventListener('pointerup', () => end(true), { signal });
  grip.addEventListener('pointercancel', () => end(false), { signal });
  addEventListener('keydown', (press) => {
    if (press.key !== 'Escape') return;
    press.preventDefault();
    end(false);
  }, { signal });
}
