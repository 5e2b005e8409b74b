/** One lesson: takes its static prose as it stands or renders it from its chunk, then gives life to tabs, parts and questions. */
import { ReactiveElement, html, render, type PropertyValues, type TemplateResult } from 'lit';
import type { ItemPayload, LessonPayload } from '../../../course/payload.ts';
import { ITEM_ATTRIBUTE, LESSON_TAG, QUIZ_TAG, RESULTS_TAG, panelId, questionId, tabId, type View } from '../../../vocabulary/tags.ts';
import { emit } from '../events.ts';
import { ItemElement } from '../item.ts';
import type { LecternQuiz } from '../lectern-quiz/lectern-quiz.ts';
import type { LecternResults } from '../lectern-results/lectern-results.ts';
import { watchParts } from './parts.ts';
import { showFigures } from './slide-styles.ts';
import { wireTabs } from './tabs.ts';

/** A question's element, and what it plays. */
export interface OpenQuestion {
  item: ItemElement;
  known: ItemPayload;
  /** It stands in the text. */
  inline: boolean;
  last: boolean;
}

export class LecternLesson extends ReactiveElement {
  static override properties = { payload: { attribute: false } };

  declare payload: LessonPayload<TemplateResult> | undefined;
  private view: View = 'read';
  private stopWatching: (() => void) | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override shouldUpdate(): boolean {
    return this.payload !== undefined;
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    const template = this.payload?.template;
    if (template) render(template(html), this);
  }

  protected override firstUpdated(): void {
    wireTabs(this, (view) => this.show(view, false));
    this.view = this.present('read');
    if (this.view === 'slides') void showFigures();
    addEventListener('beforeprint', () => void showFigures(), { once: true });
    this.stopWatching = watchParts(this);
    this.addEventListener('lectern-next', () => this.showQuestion(this.question + 1, true));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopWatching?.();
  }

  get shownView(): View {
    return this.view;
  }

  /** Each question's element with its item, also of those in the text; those whose component has not come yet are left out. */
  get questions(): OpenQuestion[] {
    const last = this.sections.at(-1);
    return [...this.querySelectorAll(`[${ITEM_ATTRIBUTE}]`)].flatMap((item) => {
      const known = [...(this.payload?.items ?? []), ...(this.payload?.before ?? [])].find(({ id }) => id === item.getAttribute(ITEM_ATTRIBUTE));
      if (!(item instanceof ItemElement) || known === undefined) return [];
      return [{ item, known, inline: known.part !== null, last: item.parentElement === last }];
    });
  }

  /** The questions of the Check view, in their order. */
  private get sections(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.question')];
  }

  /** How many questions the Check view has. */
  get total(): number {
    return this.sections.length;
  }

  /** Leaves the questions that this learner is asked, in their order, and numbers them anew. */
  arrange(ids: readonly string[], name: (number: number, of: number) => string): void {
    const before = this.sections;
    const at = new Map(before.map((section) => [idIn(section), section]));
    const wanted = ids.flatMap((id) => at.get(id) ?? []);
    if (wanted.length === before.length && wanted.every((section, index) => section === before[index])) return;
    const anchor = before.at(-1)?.nextSibling ?? null;
    for (const section of before) section.remove();
    const steps = [...this.querySelectorAll('.view-check > .steps li')];
    for (const step of steps.slice(wanted.length)) step.remove();
    const panel = this.querySelector(`#${panelId('check')}`);
    wanted.forEach((section, index) => {
      panel?.insertBefore(section, anchor);
      const text = name(index + 1, wanted.length);
      const title = section.querySelector('h3');
      section.id = questionId(index + 1);
      section.hidden = index > 0;
      if (title !== null) Object.assign(title, { id: `${section.id}-title`, textContent: text });
      const spoken = steps[index]?.querySelector('.sr-only');
      if (spoken) spoken.textContent = text;
    });
  }

  get results(): LecternResults | null {
    return this.querySelector<LecternResults>(RESULTS_TAG);
  }

  get quiz(): LecternQuiz | null {
    return this.querySelector<LecternQuiz>(QUIZ_TAG);
  }

  /** What stands past the last question: of a quiz not handed in yet, its own page. */
  private get end(): LecternQuiz | LecternResults | null {
    return this.quiz?.open === true ? this.quiz : this.results;
  }

  /** Parts that explain something: not objectives, terms and references, which name everything. */
  get teachingParts(): { id: string; title: string; text: string }[] {
    const parts = this.querySelectorAll('.section:not(.section-objectives, .section-terms, .section-references) > .part');
    return [...parts].flatMap((part) => {
      const heading = part.querySelector('[id]');
      return heading === null ? [] : [{ id: heading.id, title: heading.textContent, text: part.textContent }];
    });
  }

  /** A lesson without text begins with its slides or questions. */
  private present(view: View): View {
    return this.has(view) ? view : this.has('slides') ? 'slides' : 'check';
  }

  has(view: View): boolean {
    return this.querySelector(`#${panelId(view)}`) !== null;
  }

  /** Number of the question on show, from 1; one more than there are when the results are. */
  get question(): number {
    const questions = this.sections;
    const index = questions.findIndex((question) => !question.hidden);
    return index === -1 ? questions.length + 1 : index + 1;
  }

  /** `focus`: the learner asked to go there other than by its tab, so the heading takes the focus (SC 2.4.3). */
  show(wanted: View, focus: boolean): void {
    const view = (this.view = this.present(wanted));
    if (view === 'slides') void showFigures();
    for (const each of ['read', 'slides', 'check'] as const) {
      const selected = each === view;
      const tab = this.querySelector<HTMLElement>(`#${tabId(each)}`);
      tab?.setAttribute('aria-selected', String(selected));
      if (selected) tab?.removeAttribute('tabindex');
      else tab?.setAttribute('tabindex', '-1');
      const panel = this.querySelector<HTMLElement>(`#${panelId(each)}`);
      if (panel !== null) panel.hidden = !selected;
    }
    if (focus) focusHeading(this.querySelector(`#${panelId(view)} ${view === 'read' ? '[tabindex="-1"]' : 'h2'}`));
    this.moved(view === 'check' ? this.spotOfQuestion() : '');
  }

  /** Past the last question stand the results. */
  showQuestion(number: number, focus: boolean): void {
    if (this.view !== 'check') this.show('check', false);
    const questions = this.sections;
    questions.forEach((question, index) => (question.hidden = index !== number - 1));
    this.querySelectorAll('.view-check > .steps .step').forEach((step, index) => {
      if (index === number - 1) step.setAttribute('aria-current', 'step');
      else step.removeAttribute('aria-current');
    });
    const { end, results } = this;
    const atEnd = number > questions.length;
    if (results !== null) results.hidden = !atEnd || end !== results;
    this.moved(this.spotOfQuestion());
    if (!focus) return;
    // Their component may still be on its way.
    if (atEnd && end !== null) void customElements.whenDefined(end.localName).then(() => end.updateComplete).then(() => focusHeading(end.querySelector('h2')));
    else focusHeading(this.querySelector(`#${questionId(number)} h3`));
  }

  /** Goes to a place as reported by `lectern-moved`. */
  goTo(view: View, spot: string, focus: boolean): void {
    if (view === 'check') {
      const index = this.sections.findIndex((section) => idIn(section) === spot);
      // A number is for people who write the address themselves.
      const number = index === -1 ? Math.max(1, Math.floor(Number(spot)) || 1) : index + 1;
      this.showQuestion(spot === 'results' ? Number.MAX_SAFE_INTEGER : number, focus);
      return;
    }
    this.show(view, focus && spot === '');
    const target = spot === '' ? null : document.getElementById(spot);
    if (target === null) return;
    // A slide may be hidden behind another: whoever shows them one by one hears this.
    emit(target, 'lectern-open', null);
    target.scrollIntoView();
    if (!focus) return;
    // A term has no place in the order of tabbing.
    if (target.tabIndex < 0) target.tabIndex = -1;
    target.focus({ preventScroll: true });
  }

  private spotOfQuestion(): string {
    const section = this.sections[this.question - 1];
    return section === undefined ? 'results' : idIn(section);
  }

  private moved(spot: string): void {
    emit(this, 'lectern-moved', { view: this.view, spot });
  }
}

function idIn(section: Element): string {
  return section.querySelector(`[${ITEM_ATTRIBUTE}]`)?.getAttribute(ITEM_ATTRIBUTE) ?? '';
}

function focusHeading(heading: Element | null): void {
  if (heading instanceof HTMLElement) heading.focus();
}

customElements.define(LESSON_TAG, LecternLesson);
