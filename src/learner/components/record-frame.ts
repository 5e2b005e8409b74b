/** What the frame says of the learner's record: progress, saved or not, ticks, cards, where to go on, the last page. */
import { html, nothing, render } from 'lit';
import type { PlayerStrings } from '../../locales/strings.ts';
import type { Standing } from '../session/standing.ts';
import { adopt } from './adopt.ts';
import { piece, putInSlot } from './frame.ts';
import { recordStyles } from './record-frame.styles.ts';

/** In words first: sections and questions, each where there are any. The bar counts both. */
export function showProgress({ record }: PlayerStrings, { partsSeen, parts, itemsAnswered, items }: Pick<Standing, 'partsSeen' | 'parts' | 'itemsAnswered' | 'items'>): void {
  const words = [...(parts > 0 ? [record.sections(partsSeen, parts)] : []), ...(items > 0 ? [record.questions(itemsAnswered, items)] : [])];
  for (const [index, place] of [...(piece('progressText')?.children ?? [])].entries()) place.textContent = words[index] ?? '';
  const bar = piece('progressBar');
  if (!(bar instanceof HTMLProgressElement)) return;
  bar.max = Math.max(1, parts + items);
  bar.value = partsSeen + itemsAnswered;
}

export type SaveState = 'saved' | 'not-saved' | 'no-lms' | 'kept';

export function saveStateText({ record }: PlayerStrings, state: SaveState): string {
  return { saved: record.saved, 'not-saved': record.notSaved, 'no-lms': record.noLms, kept: record.kept }[state];
}

/** A changed text is announced, but not how things stand when the course opens. `pending` hides "Saved" without a sound: it comes and goes with every section read. */
export function showSaveState(strings: PlayerStrings, state: SaveState, pending: boolean): void {
  const line = piece('saveState');
  if (line === null) return;
  const text = saveStateText(strings, state);
  const changed = line.textContent !== text;
  line.setAttribute('aria-live', changed && (line.textContent !== '' || state !== 'saved') ? 'polite' : 'off');
  line.dataset['kind'] = pending ? 'pending' : state === 'saved' || state === 'kept' ? 'saved' : state === 'not-saved' ? 'trouble' : 'none';
  if (changed) line.textContent = text;
  if (changed) showTrouble(state === 'not-saved' ? line : null);
}

let strip: HTMLElement | null = null;

/** Where the header scrolls away, for want of height, what is not saved stays in sight at the lower edge. The header's line is the one that is read out. */
function showTrouble(line: HTMLElement | null): void {
  strip?.remove();
  strip = null;
  if (line === null) return;
  strip = document.createElement('p');
  strip.className = 'trouble-strip';
  strip.lang = line.closest<HTMLElement>('[lang]')?.lang ?? '';
  strip.setAttribute('aria-hidden', 'true');
  strip.textContent = line.textContent;
  document.body.append(strip);
}

/** Ticks off a reading part in the outline, by its key. */
export function markSeen(strings: PlayerStrings, part: number): void {
  tick(piece('outline')?.querySelector(`[data-part="${part}"]`), strings.record.seen);
}

function tick(link: Element | null | undefined, word: string): void {
  link?.parentElement?.classList.add('is-seen');
  const place = link?.querySelector('.seen');
  if (place) place.textContent = ` (${word})`;
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

/** At the end of everything that is on show. `title`: of the lesson that comes next. */
export function showNextLesson(strings: PlayerStrings, title: string, go: () => void): void {
  const main = piece('main');
  if (main === null || main.querySelector('.next-lesson') !== null) return;
  const box = document.createElement('p');
  box.className = 'next-lesson';
  box.lang = strings.code;
  render(html`<button type="button" class="button primary" @click=${go}>${strings.record.nextLesson(title)}</button>`, box);
  main.append(box);
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
  if (text !== null) text.textContent = strings.record.recordedNowhere;
}

/** Styles of all that is shown from here. */
export function dressRecord(): void {
  adopt(recordStyles);
}

export interface StepState {
  state: 'right' | 'wrong' | 'answered' | 'open';
  word: string;
}

/** The small numbers above the questions say how each one went. */
export function showStep(lesson: Element, index: number, { state, word }: StepState): void {
  const step = lesson.querySelectorAll<HTMLElement>('.view-check > .steps .step')[index];
  const text = step?.querySelector('.step-state');
  if (step === undefined || state === 'open') return;
  step.dataset['state'] = state;
  if (text) text.textContent = `: ${word}`;
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
    if (done) tick(links?.[index], strings.record.done);
  }
}
