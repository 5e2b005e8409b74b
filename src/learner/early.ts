/** The one script that stands in the page itself, allowed by its hash: puts on the display that was chosen here before, ahead of the first paint. */
import { applyDisplay, keptDisplay } from './components/display.ts';

const display = keptDisplay();
if (display !== null) applyDisplay(display);
