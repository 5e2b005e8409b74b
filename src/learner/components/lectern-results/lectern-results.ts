/** The end of the Check view, and of a course's home: score, objectives, every question with its verdict, what the LMS was told. */
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { ItemPayload } from '../../../course/payload.ts';
import type { PlayerStrings } from '../../../locales/strings.ts';
import { RESULTS_TAG, questionId } from '../../../vocabulary/tags.ts';
import { adopt } from '../adopt.ts';
import { emit } from '../events.ts';
import type { ItemSetting } from '../item.ts';
import { resultsStyles } from './lectern-results.styles.ts';
import { practice } from './practice.ts';

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
  } | null;
  /** The course this lesson is one of; null for a lone lesson. */
  course: (Score & { title: string }) | null;
  /** What the LMS was told of the whole course, in words. */
  reported: string;
  version: string;
  build: string;
  /** A certificate is to be had. */
  certificate: boolean;
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
    return html`<section class="results" lang=${strings.code} aria-labelledby="lectern-results-title">${headline(view, strings)}${course === null ? nothing : whole(course, strings)}${lesson === null ? nothing : html`${objectives(view, strings)}${questions(view, strings)}`}<h3>${strings.results.reported}</h3>${report(view, strings)}${this.actions(view, strings)}</section>`;
  }

  private actions({ lesson, certificate }: ResultsView, { results, quiz }: PlayerStrings): unknown {
    const sheet = certificate ? html`<button type="button" class="button" data-tool="certificate">${results.certificate}</button>` : nothing;
    if (lesson === null) return certificate ? html`<div class="actions">${sheet}</div>` : nothing;
    const { missed, again } = lesson;
    const retry = again === null ? nothing : html`<button type="button" class="button primary" @click=${() => emit(this, 'lectern-quiz', { kind: 'again' })}>${quiz.again(again.left)}</button>`;
    const practise = missed.length === 0 ? nothing : html`<button type="button" class="button" @click=${this.practise}>${results.practise}</button>`;
    return html`<div class="actions">${retry}${practise}${sheet}<button type="button" class="button" @click=${() => emit(this, 'lectern-read', null)}>${results.backToReading}</button></div>`;
  }

  private practise(): void {
    const { strings, view } = this;
    if (strings === undefined || !view?.lesson) return;
    this.practising = practice(view.lesson.missed, view.lesson.setting, strings, () => {
      this.practising = null;
      this.focusTitle();
    });
    this.focusTitle();
  }

  private focusTitle(): void {
    void this.updateComplete.then(() => this.querySelector('h2')?.focus());
  }
}

function headline(view: ResultsView, { results, frame }: PlayerStrings): TemplateResult {
  const title = view.scaled === null ? results.unscored : results.score(view.scaled, view.passMark, view.remaining > 0);
  const bar = view.scaled === null ? nothing : html`<progress class="score-bar" aria-hidden="true" max="1" value=${view.scaled}></progress>`;
  return html`<div class="headline" data-success=${view.success}><p class="eyebrow">${frame.results}</p><h2 id="lectern-results-title" tabindex="-1">${title}</h2>${bar}${facts(view, results)}${view.lesson?.calibration == null ? nothing : html`<p class="calibration">${view.lesson.calibration}</p>`}</div>`;
}

function facts(view: Score, results: PlayerStrings['results']): TemplateResult {
  const words = [
    ...(view.success === 'unknown' ? [] : [view.success === 'passed' ? results.passed : results.failed]),
    ...(view.of > 0 ? [results.points(view.points, view.of)] : []),
    ...(view.remaining > 0 ? [results.remaining(view.remaining)] : []),
  ];
  return html`<p class="facts">${words.map((word, index) => html`${index === 0 ? nothing : ' '}<span>${word}</span>`)}</p>`;
}

function whole(course: Score & { title: string }, { results }: PlayerStrings): TemplateResult {
  const score = course.scaled === null ? nothing : html`<p>${results.score(course.scaled, course.passMark, course.remaining > 0)}</p>`;
  return html`<h3>${results.course}</h3><p><a href="#/">${course.title}</a></p>${score}${facts(course, results)}`;
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
