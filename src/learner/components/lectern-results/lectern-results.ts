/** The end of the Check view: score, objectives, every question with its verdict, and what the LMS was told. */
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { PlayerStrings } from '../../../locales/strings.ts';
import { RESULTS_TAG, questionId } from '../../../vocabulary/tags.ts';
import { adopt } from '../adopt.ts';
import { emit } from '../events.ts';
import { resultsStyles } from './lectern-results.styles.ts';

/** Everything the page says, worked out by whoever keeps the session. */
export interface ResultsView {
  /** Share of the points, 0..1; null when nothing is graded. */
  scaled: number | null;
  points: number;
  of: number;
  passMark: number | null;
  success: 'unknown' | 'passed' | 'failed';
  /** Questions of the lesson without an answer. */
  remaining: number;
  objectives: { number: number; text: string; points: number; of: number }[];
  questions: { text: string; state: 'right' | 'wrong' | 'answered' | 'open'; word: string }[];
  /** What the LMS was told of the whole course, in words. */
  reported: string;
  version: string;
  build: string;
}

export class LecternResults extends LitElement {
  static override properties = { strings: { attribute: false }, view: { attribute: false } };

  declare strings: PlayerStrings | undefined;
  declare view: ResultsView | undefined;

  constructor() {
    super();
    adopt(resultsStyles);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override shouldUpdate(): boolean {
    return this.strings !== undefined && this.view !== undefined;
  }

  protected override render(): unknown {
    const { strings, view } = this;
    if (strings === undefined || view === undefined) return nothing;
    const { results } = strings;
    const objectives = view.objectives.filter((objective) => objective.of > 0);
    return html`<section class="results" aria-labelledby="lectern-results-title">${headline(view, strings)}${objectives.length === 0 ? nothing : html`<h3>${results.objectives}</h3><ol class="result-list">${objectives.map((objective) => html`<li class="result"><span class="result-text">${objective.text}</span> <span class="result-word">${results.objective(objective.points, objective.of)}</span></li>`)}</ol>`}<h3>${results.questions}</h3><ol class="result-list">${view.questions.map((question, index) => html`<li class="result" data-state=${question.state}><a class="result-text" href="#${questionId(index + 1)}">${question.text}</a> <span class="result-word">${question.word}</span></li>`)}</ol><h3>${results.reported}</h3>${report(view, strings)}<div class="actions"><button type="button" class="button" @click=${() => emit(this, 'lectern-read', null)}>${results.backToReading}</button></div></section>`;
  }
}

function headline(view: ResultsView, { results }: PlayerStrings): TemplateResult {
  const title = view.scaled === null ? results.unscored : results.score(view.scaled, view.passMark);
  const facts = [
    ...(view.success === 'unknown' ? [] : [view.success === 'passed' ? results.passed : results.failed]),
    ...(view.of > 0 ? [results.points(view.points, view.of)] : []),
    ...(view.remaining > 0 ? [results.remaining(view.remaining)] : []),
  ];
  const bar = view.scaled === null ? nothing : html`<progress class="score-bar" aria-hidden="true" max="1" value=${view.scaled}></progress>`;
  return html`<div class="headline" data-success=${view.success}><p class="eyebrow">${results.title}</p><h2 id="lectern-results-title" tabindex="-1">${title}</h2>${bar}<p class="facts">${facts.map((fact, index) => html`${index === 0 ? nothing : ' '}<span>${fact}</span>`)}</p></div>`;
}

function report({ reported, version, build }: ResultsView, { frame }: PlayerStrings): TemplateResult {
  return html`<p>${reported}</p><p class="facts"><span>${frame.version} ${version}</span> <span>${frame.build} ${build}</span></p>`;
}

customElements.define(RESULTS_TAG, LecternResults);
