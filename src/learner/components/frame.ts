/** The page around the lesson: outline, pager, notes under the title. What it says of the record is in `record-frame.ts`. */
import { html, nothing, render } from 'lit';
import type { PageWords } from '../../locales/strings.ts';
import { PIECES } from '../../vocabulary/tags.ts';

export function piece(name: keyof typeof PIECES): HTMLElement | null {
  return document.getElementById(PIECES[name]);
}

export function wireOutline(): void {
  const button = piece('outlineButton');
  const outline = piece('outline');
  button?.addEventListener('click', () => {
    const open = outline?.toggleAttribute('data-open') === true;
    button.setAttribute('aria-expanded', String(open));
  });
  outline?.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a') !== null) closeOutline();
  });
}

/** Where it covers the page, it gives way to what was chosen in it. */
export function closeOutline(): void {
  piece('outline')?.removeAttribute('data-open');
  piece('outlineButton')?.setAttribute('aria-expanded', 'false');
}

/** null: the learner is nowhere in the outline. */
export function markCurrent(selector: string | null): void {
  const outline = piece('outline');
  const link = (selector === null ? null : outline?.querySelector(selector)) ?? null;
  for (const old of outline?.querySelectorAll('[aria-current]') ?? []) if (old !== link) old.removeAttribute('aria-current');
  link?.setAttribute('aria-current', 'location');
}

/** Something is on its way that the learner asked for. */
export function showBusy(busy: boolean): void {
  if (busy) piece('main')?.setAttribute('aria-busy', 'true');
  else piece('main')?.removeAttribute('aria-busy');
}

export interface PageTurn {
  label: string;
  turn(): void;
}

/** Buttons that name where they lead; null hides one. */
export function showPager(previous: PageTurn | null, next: PageTurn | null): void {
  for (const [name, turn] of [['previous', previous], ['next', next]] as const) {
    const button = piece(name);
    if (button === null) continue;
    button.hidden = turn === null;
    button.onclick = turn === null ? null : () => turn.turn();
    const target = button.querySelector('.page-target');
    if (target !== null && turn !== null) target.textContent = turn.label;
  }
}

/** `retry`: something failed that may work now; it is said at once. */
export function showNote(strings: PageWords, text: string, retry: (() => void) | null = null): void {
  const box = document.createElement('div');
  box.className = 'slot-note';
  box.lang = strings.code;
  if (retry !== null) box.setAttribute('role', 'alert');
  const again = (): void => {
    putInSlot(null);
    retry?.();
  };
  putInSlot(box);
  render(html`<p>${text}</p>${retry === null ? nothing : html`<button type="button" class="button" @click=${again}>${strings.item.tryAgain}</button>`}`, box);
}

/** One thing at a time; with nothing to say the facts about the lesson come back. */
export function putInSlot(box: Element | null): void {
  const [facts, ...old] = piece('slot')?.children ?? [];
  for (const each of old) each.remove();
  if (!(facts instanceof HTMLElement)) return;
  facts.hidden = box !== null;
  if (box !== null) facts.after(box);
}

/** In a course of several, the opened lesson's parts hang under its entry; null when none is open. */
export function showPartsOfLesson(lesson: string | null, parts: readonly { id: string; key: number; title: string; level: 2 | 3 }[]): void {
  const outline = piece('outline');
  outline?.querySelector('.outline-parts')?.remove();
  for (const link of outline?.querySelectorAll('a[aria-current]') ?? []) link.removeAttribute('aria-current');
  const entry = outline?.querySelector(`[data-lesson="${CSS.escape(lesson ?? '')}"]`)?.parentElement;
  if (!entry) return;
  const list = document.createElement('ul');
  list.className = 'outline-parts';
  render(parts.map((part) => html`<li data-level="3"><a href="#${part.id}" data-part=${part.key}>${part.title}<span class="sr-only seen"></span></a></li>`), list);
  entry.append(list);
}
