/** A quiz taken as a whole: how much time before it starts, the clock while it runs, and handing in at its end. */
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { QuizRules } from '../../../course/quiz.ts';
import type { PlayerStrings } from '../../../locales/strings.ts';
import { QUIZ_TAG, questionId } from '../../../vocabulary/tags.ts';
import type { QuizState } from '../../session/state.ts';
import { adopt } from '../adopt.ts';
import { emit } from '../events.ts';
import { clockText, due, extension } from './clock.ts';
import { quizStyles } from './lectern-quiz.styles.ts';

/** What the page knows of the quiz. */
export interface QuizView {
  rules: QuizRules;
  quiz: QuizState;
  questions: { text: string; answered: boolean }[];
  /** The learner is past the last question. */
  atEnd: boolean;
  /** Of the lesson's texts. */
  language: string;
}

const TICK_SECONDS = 1;
/** The store hears of the time this often. */
const TOLD_SECONDS = 10;
const PACES = [1, 1.5, 2, 0] as const;

export class LecternQuiz extends LitElement {
  static override properties = { strings: { attribute: false }, view: { attribute: false }, pace: { state: true }, clockHidden: { state: true }, said: { state: true }, used: { state: true } };

  declare strings: PlayerStrings | undefined;
  declare view: QuizView | undefined;
  /** Factor of the standard time; 0 = no limit. */
  declare private pace: number;
  declare private clockHidden: boolean;
  /** What was said of the time last. */
  declare private said: string;
  /** Seconds gone, also between two tellings. */
  declare private used: number;
  private timer: ReturnType<typeof setInterval> | undefined;
  private since = 0;
  private told = 0;

  constructor() {
    super();
    this.pace = 1;
    this.clockHidden = false;
    this.said = '';
    this.used = 0;
    adopt(quizStyles);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override shouldUpdate(): boolean {
    return this.strings !== undefined && this.view !== undefined;
  }

  /** Handing in comes where results would: nothing is decided yet. */
  get open(): boolean {
    return this.view?.quiz.open === true;
  }

  private get waiting(): boolean {
    const { rules, quiz } = this.view ?? {};
    return rules?.timeLimit != null && quiz?.open === true && quiz.allowed === null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('view') || this.view === undefined) return;
    const { quiz } = this.view;
    if (quiz.allowed === null) {
      this.used = 0;
      this.said = '';
    } else this.used = Math.max(quiz.used, this.used);
    // Handed in by hand: what was said of the time is over; what was said at its end stays.
    if (!quiz.open && this.used < (quiz.allowed ?? 0)) this.said = '';
    const runs = quiz.open && quiz.allowed !== null && quiz.allowed > 0;
    if (runs && this.timer === undefined) this.run();
    if (!runs) this.stop();
    this.parentElement?.classList.toggle('is-waiting', this.waiting);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
  }

  private run(): void {
    this.since = performance.now();
    this.told = this.used;
    this.timer = setInterval(() => this.tick(), TICK_SECONDS * 1000);
  }

  private stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private tick(): void {
    const allowed = this.view?.quiz.allowed ?? 0;
    const now = performance.now();
    const before = this.used;
    this.used += (now - this.since) / 1000;
    this.since = now;
    const at = due(allowed, allowed - before, allowed - this.used);
    if (at !== null && this.strings !== undefined) this.said = this.strings.quiz.left(this.strings.quiz.duration(at));
    if (this.used >= allowed) {
      this.stop();
      this.said = this.strings?.quiz.timeUp ?? '';
      // The results tell from it why the quiz is over.
      this.tell(allowed);
      emit(this, 'lectern-quiz', { kind: 'end' });
    } else if (this.used - this.told >= TOLD_SECONDS) this.tell(allowed);
  }

  private tell(allowed: number): void {
    this.told = this.used;
    emit(this, 'lectern-quiz', { kind: 'tick', used: this.used, allowed });
  }

  protected override render(): unknown {
    const { strings, view } = this;
    if (strings === undefined || view === undefined) return nothing;
    const inside = this.waiting ? this.startCard(view, strings) : html`${this.clock(view, strings)}${view.atEnd && view.quiz.open ? this.review(view, strings) : nothing}`;
    return html`<div lang=${strings.code}>${this.facts(view, strings)}<p class=${view.quiz.open ? 'clock-said' : 'sr-only'} aria-live="polite" aria-atomic="true">${this.said === '' ? nothing : html`<span>${this.said}</span>`}</p>${inside}</div>`;
  }

  private facts({ rules, quiz }: QuizView, { quiz: words }: PlayerStrings): TemplateResult {
    const facts = [
      ...(rules.attempts > 0 ? [words.attempt(Math.min(rules.attempts, quiz.ended + (quiz.open ? 1 : 0)), rules.attempts)] : []),
      ...(rules.feedback === 'end' ? [words.checkedAtEnd] : rules.feedback === 'never' ? [words.notShown] : []),
    ];
    return html`<p class="facts quiz-facts">${facts.map((fact, index) => html`${index === 0 ? nothing : ' '}<span>${fact}</span>`)}</p>`;
  }

  private startCard({ rules: { timeLimit } }: QuizView, { quiz: words }: PlayerStrings): unknown {
    if (timeLimit === null) return nothing;
    const { seconds, strict } = timeLimit;
    const pace = (factor: number): TemplateResult => {
      const name = factor === 0 ? words.noLimit : factor === 1 ? words.standard : words.times(factor);
      const time = factor === 0 ? nothing : html` <span class="pace-time">${words.duration(seconds * factor)}</span>`;
      return html`<label class="option"><input type="radio" name="lectern-pace" value=${factor} .checked=${this.pace === factor} @change=${() => (this.pace = factor)}><span class="option-text">${name}</span>${time}</label>`;
    };
    const choice = strict ? html`<p>${words.strict}</p>` : html`<fieldset class="field paces"><legend class="small-legend">${words.howLong}</legend><div class="options">${PACES.map(pace)}</div></fieldset>`;
    const start = (): void => {
      emit(this, 'lectern-quiz', { kind: 'begin', allowed: seconds * (strict ? 1 : this.pace) });
    };
    return html`<section class="quiz-card" aria-labelledby="lectern-quiz-before"><h3 id="lectern-quiz-before">${words.before}</h3><p>${words.intro(words.duration(seconds))}</p>${choice}<div class="actions"><button type="button" class="button primary" data-action="start" @click=${start}>${words.start}</button></div></section>`;
  }

  private clock({ rules, quiz }: QuizView, { quiz: words }: PlayerStrings): unknown {
    const { allowed } = quiz;
    if (!quiz.open || allowed === null || allowed === 0) return nothing;
    const time = this.clockHidden ? nothing : html`<span>${words.timeLeft}:</span> <span class="clock-time" role="timer">${clockText(allowed - this.used)}</span>`;
    const more = rules.timeLimit === null || rules.timeLimit.strict ? nothing : html`<button type="button" class="button" data-action="more-time" @click=${this.extend}>${words.moreTime}</button>`;
    return html`<div class="clock"><p class="clock-left">${time}</p><button type="button" class="button" data-action="clock" @click=${() => (this.clockHidden = !this.clockHidden)}>${this.clockHidden ? words.showClock : words.hideClock}</button>${more}</div>`;
  }

  private extend(): void {
    const { view, strings } = this;
    if (view?.rules.timeLimit == null || strings === undefined) return;
    const more = extension(view.rules.timeLimit.seconds);
    this.said = strings.quiz.added(strings.quiz.duration(more));
    this.tell((view.quiz.allowed ?? 0) + more);
  }

  private review({ questions, language }: QuizView, { quiz: words, item }: PlayerStrings): TemplateResult {
    const rows = questions.map(
      ({ text, answered }, index) => html`<li class="result"><a class="result-text" lang=${language} href="#${questionId(index + 1)}">${text}</a> <span class="result-word">${answered ? item.answered : item.unanswered}</span></li>`,
    );
    const open = questions.filter(({ answered }) => !answered).length;
    return html`<section class="quiz-card results" aria-labelledby="lectern-quiz-review"><h2 id="lectern-quiz-review" tabindex="-1">${words.review}</h2><p>${words.stillOpen(open)}</p><ol class="result-list">${rows}</ol><div class="actions"><button type="button" class="button primary" data-action="hand-in" @click=${() => emit(this, 'lectern-quiz', { kind: 'end' })}>${words.handIn}</button></div></section>`;
  }
}

customElements.define(QUIZ_TAG, LecternQuiz);
