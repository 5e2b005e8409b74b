/** A question answered in the learner's own words: write, compare with the model answer, judge oneself. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Response } from '../../../course/payload.ts';
import type { ItemRecord } from '../../session/session.ts';
import { adopt } from '../adopt.ts';
import { emit } from '../events.ts';
import { ItemElement, block } from '../item.ts';
import { prose } from '../prose.ts';
import { shortAnswerStyles } from './lectern-short-answer.styles.ts';

type ShortAnswer = Response & { type: 'short-answer' };
type Verdict = NonNullable<ShortAnswer['verdict']>;

export class LecternShortAnswer extends ItemElement {
  static override properties = { ...ItemElement.properties, stage: { state: true }, answer: { state: true } };

  /** `marked`: the learner judged the answer, or said "I do not know"; it is recorded. */
  declare private stage: 'writing' | 'comparing' | 'marked';
  declare private answer: ShortAnswer;

  constructor() {
    super();
    this.stage = 'writing';
    this.answer = { type: 'short-answer', text: '', unknown: false, verdict: null, ideas: [] };
    adopt(shortAnswerStyles);
  }

  /** The draft comes with the record, and that may be after the question. */
  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('setting') && this.stage === 'writing') this.goOnWith(this.answer.text);
  }

  /** What was written before the record came is a draft from now on, without another letter. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (changed.has('setting') && this.stage === 'writing' && this.setting?.judge && this.answer.text !== this.setting.draft) this.keepDraft();
  }

  protected override takeOver(): void {
    const written = this.querySelector('textarea')?.value ?? '';
    if (this.stage === 'writing' && written !== '') this.goOnWith(written);
  }

  /** Who began anew before the draft had come loses neither. */
  private goOnWith(written: string): void {
    const draft = this.setting?.draft ?? '';
    this.answer = { ...this.answer, text: written === '' ? draft : written.startsWith(draft) ? written : `${draft}\n${written}` };
  }

  protected override restore(record: ItemRecord | null): void {
    if (record === null) return;
    if (record.tries === 0 && !record.done) {
      // Another round of the quiz begins.
      if (this.stage === 'marked') this.answer = { type: 'short-answer', text: '', unknown: false, verdict: null, ideas: [] };
      this.stage = 'writing';
      return;
    }
    if (record.last?.type === 'short-answer') this.answer = record.last;
    this.stage = 'marked';
  }

  override handIn(): void {
    if (this.stage !== 'marked' && this.answer.text.trim() !== '') this.submitMarked();
  }

  protected override render(): TemplateResult {
    const open = this.stage === 'writing';
    return html`${this.field(nothing, open ? this.box() : this.written())}${this.hints()}<div class="actions"><button type="button" class="button primary" data-action="check" aria-disabled=${open ? nothing : 'true'} @click=${this.compare}>${this.words.compare}</button>${open || this.answer.unknown ? html`<button type="button" class="button quiet" data-action="unknown" aria-disabled=${open ? nothing : 'true'} @click=${this.giveUp}>${this.words.unknown}</button>` : nothing}</div>${this.verdict(open ? '' : this.words.modelShown, 'neutral')}${open ? nothing : this.comparison()}`;
  }

  private box(): TemplateResult {
    const id = `${this.known.id}-text`;
    return html`<label class="answer-label" for=${id}>${this.words.answerLabel}</label><textarea class="answer" id=${id} rows="4" maxlength="4000" .value=${this.answer.text} aria-describedby=${this.error === '' ? nothing : this.errorId} @input=${this.typed}></textarea>`;
  }

  private written(): TemplateResult {
    return html`<div class="own"><p class="answer-label">${this.words.answerLabel}</p><p class="own-text">${this.answer.unknown ? this.words.unknown : this.answer.text}</p></div>`;
  }

  private comparison(): TemplateResult {
    const { model } = this.sealed;
    const title = `${this.known.id}-model`;
    return html`<section class="feedback" aria-labelledby=${title}><h4 class="feedback-title" id=${title}>${this.words.modelAnswer}</h4>${model === null ? nothing : block(model)}${this.explanation()}</section>${this.ideas()}${this.answer.unknown ? nothing : this.judging()}${this.stage === 'marked' ? this.next(true) : nothing}`;
  }

  private ideas(): unknown {
    const { check } = this.sealed;
    if (check.length === 0 || this.answer.unknown) return nothing;
    const has = (index: number): boolean => this.answer.ideas.includes(index);
    const rows = check.map((idea, index) =>
      this.stage === 'marked'
        ? html`<li class="idea"><span aria-hidden="true">${has(index) ? '☑' : '☐'}</span> <span>${prose(idea)}</span>${has(index) ? html` <span class="tag">${this.words.ticked}</span>` : nothing}</li>`
        : html`<li><label class="idea"><input type="checkbox" .checked=${has(index)} @change=${() => this.tick(index)}><span>${prose(idea)}</span></label></li>`,
    );
    return html`<fieldset class="field ideas"><legend class="small-legend">${this.words.ideas}</legend><ul>${rows}</ul></fieldset>`;
  }

  private judging(): TemplateResult {
    const title = `${this.known.id}-judge`;
    const words: [Verdict, string][] = [
      ['got-it', this.words.gotIt],
      ['partly', this.words.partly],
      ['not-yet', this.words.notYet],
    ];
    const marked = words.find(([verdict]) => verdict === this.answer.verdict)?.[1];
    const done = this.stage === 'marked';
    const buttons = words.map(
      ([verdict, label]) =>
        html`<button type="button" class="button" aria-pressed=${this.answer.verdict === verdict} aria-disabled=${done ? 'true' : nothing} @click=${() => this.mark(verdict)}>${label}</button>`,
    );
    return html`<div class="judge" role="group" aria-labelledby=${title}><p class="small-legend" id=${title}>${this.words.howDidYouDo}</p><div class="actions">${buttons}</div><p class="marked" aria-live="polite" aria-atomic="true">${done && marked !== undefined ? html`<span>${this.words.marked(marked)}</span>` : nothing}</p></div>`;
  }

  private typed(event: Event): void {
    if (event.target instanceof HTMLTextAreaElement) this.answer = { ...this.answer, text: event.target.value };
    this.error = '';
    this.keepDraft();
  }

  private keepDraft(): void {
    emit(this, 'lectern-draft', { item: this.known.id, text: this.answer.text });
  }

  private compare(): void {
    if (this.stage !== 'writing') return;
    if (this.answer.text.trim() === '') return this.refuse(this.words.writeFirst);
    this.error = '';
    this.answeredHere = true;
    this.stage = 'comparing';
  }

  private giveUp(): void {
    if (this.stage !== 'writing') return;
    this.answer = { ...this.answer, unknown: true, verdict: 'not-yet' };
    this.submitMarked();
  }

  private tick(index: number): void {
    const { ideas } = this.answer;
    this.answer = { ...this.answer, ideas: ideas.includes(index) ? ideas.filter((idea) => idea !== index) : [...ideas, index].sort((a, b) => a - b) };
  }

  private mark(verdict: Verdict): void {
    if (this.stage !== 'comparing') return;
    this.answer = { ...this.answer, verdict };
    this.submitMarked();
  }

  private submitMarked(): void {
    this.submit(this.answer);
    this.stage = 'marked';
  }
}

customElements.define('lectern-short-answer', LecternShortAnswer);
