/** The page around the lesson: progress, save state, outline, pager, notes under the title. */
import { html, render } from 'lit';
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

/** A changed text is announced, an unchanged one is not touched. */
export function showSaveState(strings: PlayerStrings, state: SaveState): void {
  const line = piece('saveState');
  const text = saveStateText(strings, state);
  if (line === null || line.textContent === text) return;
  line.dataset['kind'] = state === 'saved' ? 'saved' : state === 'not-saved' ? 'trouble' : 'none';
  line.textContent = text;
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

/** Ticks off entries of the outline: reading parts by their key, or lessons by their id. */
export function markSeen(strings: PlayerStrings, selector: string): void {
  const link = piece('outline')?.querySelector(selector);
  link?.parentElement?.classList.add('is-seen');
  const word = link?.querySelector('.seen');
  if (word) word.textContent = ` (${strings.frame.seen})`;
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
  render(
    html`<p>${card.text}</p><div class="resume-actions"><button type="button" class="button primary" @click=${() => leave(card.resume)}>${strings.record.resume}</button><button type="button" class="button" @click=${() => leave(card.again)}>${strings.record.startAgain}</button></div>`,
    box,
  );
  putInSlot(box);
}

export function showNote(text: string): void {
  const box = document.createElement('p');
  box.className = 'slot-note';
  box.textContent = text;
  putInSlot(box);
}

/** One thing at a time; with nothing to say the facts about the lesson come back. */
function putInSlot(box: Element | null): void {
  const [facts, ...old] = piece('slot')?.children ?? [];
  for (const each of old) each.remove();
  if (!(facts instanceof HTMLElement)) return;
  facts.hidden = box !== null;
  if (box !== null) facts.after(box);
}

/** All that is left after "Save and exit": nothing to press, nothing that could write. */
export function sayGoodbye(strings: PlayerStrings, detail: string): void {
  const page = document.createElement('main');
  page.className = 'goodbye';
  render(html`<h1 tabindex="-1">${strings.record.goodbye}</h1><p>${detail}</p><p>${strings.record.closeWindow}</p>`, page);
  document.body.replaceChildren(page);
  page.querySelector('h1')?.focus();
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

/** On the home of a course. */
export function showLessonState(lesson: string, text: string): void {
  const line = document.querySelector(`[data-state="${CSS.escape(lesson)}"]`);
  if (line !== null) line.textContent = text;
}
