/** The one script that stands in the page itself, allowed by its hash: what has to be known ahead of the first paint, the display that was chosen here before among it, and what is pressed before any other script has come. */
import { applyDisplay, keptDisplay } from './components/display.ts';
import { fold } from './fold.ts';
import { keepRoom } from './room.ts';

declare global {
  interface Window {
    /** What was pressed, in order, until the page is alive; null: something that no script has to carry out. */
    lecternPressed?: (HTMLElement | null)[];
  }
}

const display = keptDisplay();
if (display !== null) applyDisplay(display);
keepRoom(document.documentElement);
// Where the address names a place the browser jumps there, and has to know how tall is what stands above it.
if (location.hash === '') fold(document.documentElement);
window.lecternPressed = [];
addEventListener('click', ({ target }) => {
  window.lecternPressed?.push((target as Element).closest<HTMLElement>('[role=tab], [href^="#lectern-view"], [href^="#lectern-question"], #lectern-next, #lectern-outline-button, [data-action], [data-tool], #lectern-exit'));
}, { capture: true });
