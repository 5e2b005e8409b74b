/** The end of the Check view, and of a course's home: score, objectives, every question with its verdict, what the LMS was told. */
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { ItemPayload } from '../../../course/payload.ts';
import type { PlayerStrings } from '../../../locales/strings.ts';
import { RESULTS_TAG, panelId, questionId } from '../../../vocabulary/tags.ts';
import { adopt } from '../adopt.ts';
import { emit } from '../events.ts';
import type { ItemSetting } from '../item.ts';
import { resultsStyles } from './lectern-results.styles.ts';
import { practice, type Practised } from './practice.ts';

/** Points and verdict of a lesson or of the whole course. */
export interface Score {
  /** Share of the points, 0..1; null when nothing graded was answered. */
  scaled: number | null;
  points: number;
  of: number;
  passMark: number | null;
  success: 'unknown' | 'passed' | 'failed';
  /** Questions without an answer. */
  remaining: number;
}

/** Everything the page says, worked out by whoever keeps the session. */
export interface ResultsView extends Score {
  /** Of the lesson's texts; the words around them are in the interface's. */
  language: string;
  /** null on the home of a course: there the cards say the rest. */
  lesson: {
    /** The quiz was handed in because its time was over. */
    timeUp: boolean;
    /** `teacher`: the part to read again where points are missing, as far as it can be told. */
    objectives: { text: string; points: number; of: number; teacher: { id: string; title: string } | null }[];
    questions: { text: string; state: 'right' | 'wrong' | 'answered' | 'open'; word: string }[];
    /** Answered for good and not right. */
    missed: readonly ItemPayload[];
    /** How well the learner knew what they knew; null where there is nothing to say. */
    calibration: string | null;
    /** The quiz may be taken again; `left` null = as often as one likes. */
    again: { left: number | null } | null;
    setting: ItemSetting;
    /** Questions of earlier lessons can be practised. */
    earlier: boolean;
  } | null;
  /** The course this lesson is one of; null for a lone lesson. */
  course: (Score & { title: string }) | null;
  /** What the LMS was told of the whole course, in words. */
  reported: string;
  version: string;
  build: string;
  /** A certificate is to be had. */
  certificate: boolean;
  /** Days on which to review can be put into a calendar. */
  reminders: boolean;
}

export class LecternResults extends LitElement {
  static override properties = { strings: { attribute: false }, view: { attribute: false }, practising: { state: true } };

  declare strings: PlayerStrings | undefined;
  declare view: ResultsView | undefined;
  declare private practising: HTMLElement | null;

  constructor() {
    super();
    this.practising = null;
    adopt(resultsStyles);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override shouldUpdate(): boolean {
    return this.strings !== undefined && this.view !== undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('view')) this.practising = null;
  }

  protected override render(): unknown {
    const { strings, view } = this;
    if (strings === undefined || view === undefined) return nothing;
    if (this.practising !== null) return html`${this.practising}`;
    const { lesson, course } = view;
    return html`<section class="results" lang=${strings.code} aria-labelledby="lectern-results-title">${this.headline(view, strings)}${course === null ? nothing : whole(course, view.certificate, strings)}${lesson === null ? nothing : html`${objectives(view, strings)}${questions(view, strings)}`}<h3>${strings.results.reported}</h3>${report(view, strings)}</section>`;
  }

  /** What is most worth knowing, and what can be done about it. */
  private headline(view: ResultsView, strings: PlayerStrings): TemplateResult {
    const { results, frame } = strings;
    const title = view.scaled === null ? results.unscored : score(view, view.scaled, results);
    return html`<div class="headline" data-success=${view.success}><p class="eyebrow">${frame.results}</p><h2 id="lectern-results-title" tabindex="-1">${title}</h2>${view.lesson?.timeUp === true ? html`<p class="time-up">${strings.quiz.timeUp}</p>` : nothing}${bar(view)}${facts(view, results)}${view.lesson?.calibration == null ? nothing : html`<p class="calibration">${view.lesson.calibration}</p>`}${this.actions(view, strings)}</div>`;
  }

  /** What leads on comes first: the sheet for who has passed, the questions for who has not. A certificate is of the course, and stands with its score. */
  private actions({ lesson, course, certificate, reminders }: ResultsView, { results, quiz }: PlayerStrings): unknown {
    const sheet = certificate && course === null ? sheetButton(results) : nothing;
    const days = reminders ? html`<button type="button" class="button" data-tool="reminders">${results.reminders}</button>` : nothing;
    if (lesson === null) return sheet === nothing && days === nothing ? nothing : html`<div class="actions">${sheet}${days}</div>`;
    const { missed, again, earlier } = lesson;
    const main = sheet === nothing ? 'button primary' : 'button';
    const retry = again === null ? nothing : html`<button type="button" class=${main} @click=${() => emit(this, 'lectern-quiz', { kind: 'again' })}>${quiz.again(again.left)}</button>`;
    const practise = missed.length === 0 ? nothing : html`<button type="button" class=${again === null ? main : 'button'} @click=${this.practiseMissed}>${results.practise}</button>`;
    const older = earlier ? html`<button type="button" class="button" @click=${() => emit(this, 'lectern-earlier', null)}>${results.practiseEarlier}</button>` : nothing;
    const read = document.getElementById(panelId('read')) === null ? nothing : html`<button type="button" class="button" @click=${() => emit(this, 'lectern-read', null)}>${results.backToReading}</button>`;
    return html`<div class="actions">${sheet}${retry}${practise}${older}${days}${read}</div>`;
  }

  private practiseMissed(): void {
    const { strings, view } = this;
    if (strings === undefined || !view?.lesson) return;
    const { missed, setting } = view.lesson;
    this.practise(strings.results.practise, missed.map((item) => ({ item, setting })));
  }

  /** In place of the results, until the learner is through. */
  practise(name: string, questions: readonly Practised[]): void {
    const { strings } = this;
    if (strings === undefined) return;
    this.practising = practice(name, questions, strings, () => {
      this.practising = null;
      this.focusTitle();
    });
    this.focusTitle();
  }

  private focusTitle(): void {
    void this.updateComplete.then(() => this.querySelector('h2')?.focus());
  }
}

/** The pass mark is kept whole where the line breaks. */
function score({ passMark, remaining }: Score, scaled: number, results: PlayerStrings['results']): TemplateResult {
  return html`${results.score(scaled, remaining > 0)}${passMark === null ? nothing : html` <span class="mark-of-pass">${results.passMark(passMark)}</span>`}`;
}

/** How much of the way, and where the pass mark lies; the words beside it say the same. */
function bar({ scaled, passMark }: Score): unknown {
  if (scaled === null) return nothing;
  const at = (passMark ?? 0) * 100;
  const mark = passMark === null ? nothing : html`<svg viewBox="0 0 100 1" preserveAspectRatio="none"><path d="M${at} 0V1"/></svg>`;
  return html`<div class="score-bar" aria-hidden="true"><progress max="1" value=${scaled}></progress>${mark}</div>`;
}

function facts(view: Score, results: PlayerStrings['results']): TemplateResult {
  const { success } = view;
  const words = [...(view.of > 0 ? [results.points(view.points, view.of)] : []), ...(view.remaining > 0 ? [results.remaining(view.remaining)] : [])];
  const verdict = success === 'unknown' ? nothing : html`<strong class="tag" data-kind=${success === 'passed' ? 'right' : 'wrong'}>${success === 'passed' ? results.passed : results.failed}</strong> `;
  return html`<div class="outcome">${verdict}<p class="facts">${words.map((word, index) => html`${index === 0 ? nothing : ' '}<span>${word}</span>`)}</p></div>`;
}

function sheetButton(results: PlayerStrings['results']): TemplateResult {
  return html`<button type="button" class="button primary" data-tool="certificate">${results.certificate}</button>`;
}

function whole(course: Score & { title: string }, certificate: boolean, { results }: PlayerStrings): TemplateResult {
  const scored = course.scaled === null ? nothing : html`<p>${score(course, course.scaled, results)}</p>`;
  return html`<h3>${results.course}</h3><div class="headline whole" data-success=${course.success}><p><a href="#/">${course.title}</a></p>${scored}${bar(course)}${facts(course, results)}${certificate ? html`<div class="actions">${sheetButton(results)}</div>` : nothing}</div>`;
}

function objectives({ lesson, language }: ResultsView, { results }: PlayerStrings): unknown {
  const graded = (lesson?.objectives ?? []).filter((objective) => objective.of > 0);
  if (graded.length === 0) return nothing;
  const rows = graded.map(({ text, points, of, teacher }) => {
    const again = teacher === null ? nothing : html` <a class="read-again" href="#${teacher.id}">${results.readAgain(teacher.title)}</a>`;
    return html`<li class="result"><span class="result-text" lang=${language}>${text}</span> <span class="result-word">${results.objective(points, of)}</span>${again}</li>`;
  });
  return html`<h3>${results.objectives}</h3><ol class="result-list">${rows}</ol>`;
}

function questions({ lesson, language }: ResultsView, { results }: PlayerStrings): TemplateResult {
  return html`<h3>${results.questions}</h3><ol class="result-list">${lesson?.questions.map((question, index) => html`<li class="result" data-state=${question.state}><a class="result-text" lang=${language} href="#${questionId(index + 1)}">${question.text}</a> <span class="result-word">${question.word}</span></li>`)}</ol>`;
}

function report({ reported, version, build }: ResultsView, { frame }: PlayerStrings): TemplateResult {
  return html`<p>${reported}</p><p class="facts"><span>${frame.version} ${version}</span> <span>${frame.build} ${build}</span></p>`;
}

customElements.define(RESULTS_TAG, LecternResults);
