/** The one script that stands in the page itself, allowed by its hash: what has to be known ahead of the first paint, the display that was chosen here before among it. */
import { applyDisplay, keptDisplay } from './components/display.ts';
import { fold } from './fold.ts';
import { keepRoom } from './room.ts';

const display = keptDisplay();
if (display !== null) applyDisplay(display);
keepRoom(document.documentElement);
// Where the address names a place the browser jumps there, and has to know how tall is what stands above it.
if (location.hash === '') fold(document.documentElement);
