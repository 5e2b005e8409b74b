/** The page around the lesson: progress, save state, outline, pager, notes under the title. */
import { html, nothing, render } from 'lit';
import type { PlayerStrings } from '../../locales/strings.ts';
import { PIECES } from '../../vocabulary/tags.ts';
import { adopt } from './adopt.ts';
import { frameStyles } from './frame.styles.ts';

function piece(name: keyof typeof PIECES): HTMLElement | null {
  return document.getElementById(PIECES[name]);
}

export function showProgress(strings: PlayerStrings, seen: number, of: number): void {
  const text = piece('progressText');
  if (text !== null) text.textContent = strings.frame.sections(seen, of);
  const bar = piece('progressBar');
  if (bar instanceof HTMLProgressElement) {
    bar.max = Math.max(1, of);
    bar.value = seen;
  }
}

export type SaveState = 'saved' | 'not-saved' | 'no-lms';

export function saveStateText({ record }: PlayerStrings, state: SaveState): string {
  return state === 'saved' ? record.saved : state === 'not-saved' ? record.notSaved : record.noLms;
}

/** A changed text is announced. `pending` hides "Saved" without a sound: it comes and goes with every section read. */
export function showSaveState(strings: PlayerStrings, state: SaveState, pending: boolean): void {
  const line = piece('saveState');
  if (line === null) return;
  const text = saveStateText(strings, state);
  const changed = line.textContent !== text;
  line.setAttribute('aria-live', changed ? 'polite' : 'off');
  line.dataset['kind'] = pending ? 'pending' : state === 'saved' ? 'saved' : state === 'not-saved' ? 'trouble' : 'none';
  if (changed) line.textContent = text;
}

export function wireOutline(): void {
  const button = piece('outlineButton');
  const outline = piece('outline');
  button?.addEventListener('click', () => {
    const open = outline?.toggleAttribute('data-open') === true;
    button.setAttribute('aria-expanded', String(open));
  });
  outline?.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || event.target.closest('a') === null) return;
    outline.removeAttribute('data-open');
    button?.setAttribute('aria-expanded', 'false');
  });
}

/** Ticks off a reading part in the outline, by its key. */
export function markSeen(strings: PlayerStrings, part: number): void {
  tick(piece('outline')?.querySelector(`[data-part="${part}"]`), strings.frame.seen);
}

function tick(link: Element | null | undefined, word: string): void {
  link?.parentElement?.classList.add('is-seen');
  const place = link?.querySelector('.seen');
  if (place) place.textContent = ` (${word})`;
}

/** null: the learner is nowhere in the outline. */
export function markCurrent(selector: string | null): void {
  const outline = piece('outline');
  const link = (selector === null ? null : outline?.querySelector(selector)) ?? null;
  for (const old of outline?.querySelectorAll('[aria-current]') ?? []) if (old !== link) old.removeAttribute('aria-current');
  link?.setAttribute('aria-current', 'location');
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

export interface ResumeCard {
  /** Where it leads, when that is not the page on show. */
  title: string | null;
  text: string;
  resume(): void;
  again(): void;
}

/** In the strip under the title, in place of the facts; the focus stays where it is. */
export function showResumeCard(strings: PlayerStrings, card: ResumeCard): void {
  const box = document.createElement('div');
  const leave = (action: () => void): void => {
    putInSlot(null);
    action();
  };
  box.className = 'resume';
  box.lang = strings.code;
  render(
    html`<p>${card.title === null ? nothing : html`<strong>${card.title}</strong><br>`}${card.text}</p><div class="resume-actions"><button type="button" class="button primary" @click=${() => leave(card.resume)}>${strings.record.resume}</button><button type="button" class="button" @click=${() => leave(card.again)}>${strings.record.startAgain}</button></div>`,
    box,
  );
  putInSlot(box);
}

/** `retry`: something failed that may work now; it is said at once. */
export function showNote(strings: PlayerStrings, text: string, retry: (() => void) | null = null): void {
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
function putInSlot(box: Element | null): void {
  const [facts, ...old] = piece('slot')?.children ?? [];
  for (const each of old) each.remove();
  if (!(facts instanceof HTMLElement)) return;
  facts.hidden = box !== null;
  if (box !== null) facts.after(box);
}

export interface LastPage {
  title: string;
  lines: string[];
  action: { label: string; act: () => void } | null;
}

/** All that is left when the record is closed: nothing here could write. */
export function showLastPage(strings: PlayerStrings, { title, lines, action }: LastPage): void {
  const page = document.createElement('main');
  page.className = 'goodbye';
  page.lang = strings.code;
  const button = action === null ? nothing : html`<p><button type="button" class="button primary" @click=${action.act}>${action.label}</button></p>`;
  render(html`<h1 tabindex="-1">${title}</h1>${lines.map((line) => html`<p>${line}</p>`)}${button}`, page);
  document.body.replaceChildren(page);
  document.title = title;
  // A window that gave way to another one does not ask for attention.
  if (document.hasFocus()) page.querySelector('h1')?.focus();
}

export function showRecordedNowhere(strings: PlayerStrings): void {
  const text = piece('recorded');
  if (text !== null) text.textContent = strings.frame.recordedNowhere;
}

/** The frame's own later states. */
export function dressFrame(): void {
  adopt(frameStyles);
}

export interface StepState {
  state: 'right' | 'wrong' | 'answered' | 'open';
  word: string;
}

/** The small numbers above the questions say how each one went. */
export function showStep(lesson: Element, index: number, { state, word }: StepState): void {
  const step = lesson.querySelectorAll<HTMLElement>('.step')[index];
  const text = step?.querySelector('.step-state');
  if (step === undefined || state === 'open') return;
  step.dataset['state'] = state;
  if (text) text.textContent = `: ${word}`;
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

export interface LessonState {
  done: boolean;
  /** State, sections seen, points: what there is to say. */
  words: string[];
  seen: number;
  of: number;
}

/** On the cards and in the outline of a course; `states` by the lessons' order, holes for lessons nobody touched. */
export function showLessonStates(strings: PlayerStrings, home: Element, states: ReadonlyMap<number, LessonState>): void {
  if (states.size === 0) return;
  const cards = home.querySelectorAll<HTMLElement>('.card');
  const links = piece('outline')?.querySelectorAll('[data-lesson]');
  for (const [index, { done, words, seen, of }] of states) {
    const card = cards[index];
    const place = card?.querySelector<HTMLElement>('[data-state]');
    if (card === undefined || !place) continue;
    card.classList.toggle('is-done', done);
    // Each fact is a piece of its own: the styles put the points between them.
    while (place.nextSibling) place.nextSibling.remove();
    place.textContent = words[0] ?? '';
    for (const word of words.slice(1)) place.parentElement?.append(' ', Object.assign(document.createElement('span'), { textContent: word }));
    const bar = card.querySelector('progress') ?? card.appendChild(document.createElement('progress'));
    bar.setAttribute('aria-hidden', 'true');
    bar.max = Math.max(1, of);
    bar.value = seen;
    if (done) tick(links?.[index], strings.frame.done);
  }
}
