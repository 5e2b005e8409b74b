/** A key term in the text: its explanation opens beside it on a press, and closes on Escape or a press elsewhere (player.md 2.3). */
import { TAGS_OF } from '../../../vocabulary/features.ts';

const GAP = 6;

class LecternTerm extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a');
    if (link === null) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = link.className;
    Object.assign(button.dataset, link.dataset);
    button.append(...link.childNodes);
    const tip = document.createElement('span');
    tip.className = 'tip';
    const entry = link.hash.slice(1);
    const open = (): void => {
      if (tip.childNodes.length === 0) fill(tip, entry);
      place(tip, button);
    };
    // Beside the button in the page, so that what is read next is the explanation.
    link.replaceWith(button, tip);
    if (tip.popover !== undefined) native(button, tip, open);
    else byHand(button, tip, open);
  }
}

/** The browser shows and hides, hears Escape, and says whether it is open. */
function native(button: HTMLButtonElement, tip: HTMLElement, open: () => void): void {
  tip.popover = 'auto';
  button.popoverTargetElement = tip;
  button.setAttribute('aria-expanded', 'false');
  tip.addEventListener('toggle', (event) => {
    const isOpen = (event as ToggleEvent).newState === 'open';
    button.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) open();
  });
  tip.addEventListener('click', (event) => {
    if (event.target instanceof HTMLAnchorElement) tip.hidePopover();
  });
}

/** For browsers without popovers. */
function byHand(button: HTMLButtonElement, tip: HTMLElement, open: () => void): void {
  const show = (isOpen: boolean): void => {
    tip.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) open();
  };
  show(false);
  button.addEventListener('click', () => show(tip.hidden !== false));
  document.addEventListener('click', (event) => {
    if (!tip.hidden && event.target instanceof Node && !button.contains(event.target) && (!tip.contains(event.target) || event.target instanceof HTMLAnchorElement)) show(false);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') show(false);
  });
}

/** The entry of the list of terms, and the way there. */
function fill(tip: HTMLElement, id: string): void {
  const entry = document.getElementById(id);
  if (entry === null) return;
  const names = document.createElement('strong');
  names.textContent = [...entry.querySelectorAll('dt')].map((name) => name.textContent).join(' / ');
  const text = document.createElement('span');
  text.append(...[...(entry.querySelector('dd')?.childNodes ?? [])].map((node) => node.cloneNode(true)));
  for (const copy of text.querySelectorAll('[id]')) copy.removeAttribute('id');
  const all = document.createElement('a');
  all.href = `#${entry.closest('.section')?.querySelector('[id]')?.id ?? id}`;
  all.textContent = entry.closest('dl')?.dataset['all'] ?? '';
  tip.append(names, ' ', text, ' ', all);
}

/** Under the word, or above it where there is no room; never beyond the edges of the window. */
function place(tip: HTMLElement, button: HTMLElement): void {
  const word = button.getBoundingClientRect();
  const { width, height } = tip.getBoundingClientRect();
  const room = document.documentElement.clientWidth - GAP;
  const start = getComputedStyle(button).direction === 'rtl' ? word.right - width : word.left;
  const below = word.bottom + GAP + height <= innerHeight || word.top < height + GAP;
  tip.style.left = `${Math.max(GAP, Math.min(start, room - width)) + scrollX}px`;
  tip.style.top = `${(below ? word.bottom + GAP : word.top - height - GAP) + scrollY}px`;
}

customElements.define(TAGS_OF.term, LecternTerm);
