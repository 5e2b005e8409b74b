/** The place behind the tools' buttons that shows one of them at a time. */
import { piece } from '../components/frame.ts';

/** Fills the place and gives the element that takes the focus. */
export type Fill = (host: HTMLElement, close: () => void) => HTMLElement | null;

/** A second press closes, and so does Escape, with the focus back on the button. */
export function panels(language: string): (button: HTMLElement, fill: Fill) => void {
  let opener: HTMLElement | null = null;
  const close = (focus: boolean): void => {
    opener?.setAttribute('aria-expanded', 'false');
    const host = piece('tool');
    host?.replaceChildren();
    if (host !== null) host.hidden = true;
    if (focus) opener?.focus();
    opener = null;
  };
  piece('tool')?.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    close(true);
  });
  return (button, fill) => {
    const again = opener === button;
    close(false);
    const host = piece('tool');
    if (again || host === null) return;
    opener = button;
    button.setAttribute('aria-expanded', 'true');
    // Each tool has a body of its own, so that what one renders is nothing to the next.
    const body = document.createElement('div');
    body.lang = language;
    host.append(body);
    host.hidden = false;
    fill(body, () => close(true))?.focus();
  };
}
