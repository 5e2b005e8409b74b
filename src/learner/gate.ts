/** `gate: answer`: what follows a question in the text waits until it was answered; headings, links and search lead to the question meanwhile. */
import type { PlayerStrings } from '../locales/strings.ts';
import { ITEM_ATTRIBUTE } from '../vocabulary/tags.ts';
import { fragmentOf } from './place.ts';

const GATED = 'data-gated';

/** `answered`: by the id of an item. To be called whenever that may have changed. */
export function showGate(lesson: HTMLElement, answered: (item: string) => boolean, { code, record }: PlayerStrings): void {
  const view = lesson.querySelector('.view-read');
  for (const waiting of lesson.querySelectorAll(`[${GATED}]`)) waiting.removeAttribute(GATED);
  lesson.querySelector('.gate')?.remove();
  const question = [...(view?.querySelectorAll(`.part [${ITEM_ATTRIBUTE}]`) ?? [])].find((item) => !answered(item.getAttribute(ITEM_ATTRIBUTE) ?? ''));
  if (view === null || question === undefined) return;
  for (let at: Element = question; at !== view && at.parentElement !== null; at = at.parentElement) {
    for (let next = at.nextElementSibling; next !== null; next = next.nextElementSibling) next.setAttribute(GATED, '');
  }
  if (lesson.querySelector(`[${GATED}]`) === null) return;
  const note = Object.assign(document.createElement('p'), { className: 'gate', tabIndex: -1, lang: code, textContent: record.gate });
  // Across the text, and not as the last line of the question's box.
  (question.closest('.inline-check') ?? question).after(note);
}

/** Who asks for a place that waits comes to what it waits for. */
export function wireGate(): void {
  const atGate = (target: Element | null): boolean => {
    const waits = target?.closest(`[${GATED}]`) ?? null;
    if (waits === null) return false;
    const note = document.querySelector<HTMLElement>('.gate');
    note?.scrollIntoView({ block: 'center' });
    note?.focus({ preventScroll: true });
    return note !== null;
  };
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    if (link !== null && atGate(document.getElementById(fragmentOf(link.getAttribute('href') ?? '')))) event.preventDefault();
  });
  document.addEventListener('lectern-open', ({ target }) => void (target instanceof Element && setTimeout(() => atGate(target))));
}
