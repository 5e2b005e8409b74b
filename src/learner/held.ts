/** Presses that came before the record was open, carried out now that it is. */
import { PIECES } from '../vocabulary/tags.ts';
import { showBusy } from './components/frame.ts';

/** `pressed`: selectors of buttons, in the order of the presses. Leaving comes after everything else, whenever it was pressed. */
export function carryOut(pressed: readonly string[]): void {
  if (pressed.length === 0) return;
  showBusy(false);
  const leave = `#${PIECES.exit}`;
  const ordered = [...pressed.filter((each) => each !== leave), ...pressed.filter((each) => each === leave)];
  // Elements that came just now have to render their buttons first.
  setTimeout(() => {
    for (const each of ordered) {
      const button = document.querySelector<HTMLElement>(each);
      // A quiz whose clock has not been started takes no answer.
      if (button?.closest('.is-waiting') === null) button.click();
    }
  });
}
