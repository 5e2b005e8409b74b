/** What is below the first screen is laid out after the first paint, piece by piece: the first paint waits for no more than it shows, and no task is long. */

/** On the root element while the styles leave out of the layout what is not on the screen. */
const FOLDED = 'data-folded';
/** The pieces that they leave out. */
const BELOW = '.section + .section, .part + .part, .card';

/** However long a lesson is: what follows a piece is moved with each step. */
const STEPS = 12;

/** Only a script folds, so that a page without scripts is never left folded. */
export function fold(root: HTMLElement): void {
  root.setAttribute(FOLDED, '');
}

/** A machine that always has something else to do waits no longer than this for a piece. Milliseconds. */
const PATIENCE = 300;

/** Unfolds when the browser has nothing else to do. A page that stays folded looks and works the same; it is laid out as it is scrolled. */
export function unfold(root: HTMLElement): void {
  if (!root.hasAttribute(FOLDED)) return;
  const soon = (then: () => void): unknown => ('requestIdleCallback' in window ? requestIdleCallback(then, { timeout: PATIENCE }) : setTimeout(then));
  const pieces = [...root.querySelectorAll<HTMLElement>(BELOW)];
  const atOnce = Math.ceil(pieces.length / STEPS);
  const next = (from: number): void => {
    for (const { style } of pieces.slice(from, from + atOnce)) style.setProperty('content-visibility', 'visible');
    if (from < pieces.length) return void soon(() => next(from + atOnce));
    root.removeAttribute(FOLDED);
    for (const piece of pieces) {
      piece.style.removeProperty('content-visibility');
      if (piece.getAttribute('style') === '') piece.removeAttribute('style');
    }
  };
  soon(() => next(0));
}
