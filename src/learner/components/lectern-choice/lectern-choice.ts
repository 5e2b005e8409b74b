/** True or false, one of several, several of several: native radios and check boxes until the answer is final, then plain text. */
import { html, nothing, type TemplateResult } from 'lit';
import type { AnswerKey, OptionPayload, Response } from '../../../course/payload.ts';
import type { ItemRecord } from '../../session/session.ts';
import { ItemElement, block } from '../item.ts';
import { prose } from '../prose.ts';

export class LecternChoice extends ItemElement {
  static override properties = { ...ItemElement.properties, chosen: { state: true }, judged: { state: true } };

  /** Ids of the chosen options. */
  declare private chosen: readonly string[];
  /** A verdict is on show; it goes as soon as the learner tries again. */
  declare private judged: boolean;

  constructor() {
    super();
    this.chosen = [];
    this.judged = false;
  }

  protected override takeOver(): void {
    const checked = [...this.querySelectorAll<HTMLInputElement>('input:checked')].map((input) => input.value);
    if (!this.judged && checked.length > 0) this.chosen = checked;
  }

  protected override restore(record: ItemRecord | null): void {
    if (record === null || record.tries === 0) return;
    this.chosen = record.last === null ? [] : chosenIn(record.last);
    this.judged = true;
  }

  protected override render(): TemplateResult {
    const { type, select } = this.known;
    const final = this.judged && this.record?.done === true;
    const how = type === 'multiple' ? html` <span class="choose">${this.words.choose(select)}</span>` : nothing;
    const layout = type === 'true-false' ? 'options options-row' : 'options';
    const options = this.known.options.map((option) => (final ? this.reviewed(option) : this.offered(option)));
    return html`${this.field(how, final ? html`<ul class=${layout}>${options}</ul>` : html`<div class=${layout}>${options}</div>`)}${this.hints()}<div class="actions"><button type="button" class="button primary" data-action="check" aria-disabled=${final ? 'true' : nothing} @click=${this.pressed}>${final ? this.words.answered : this.judged ? this.words.tryAgain : this.words.check}</button></div>${this.judgement()}`;
  }

  private judgement(): TemplateResult {
    if (!this.judged) return this.verdict('', 'neutral');
    const { sealed, record } = this;
    const right = record?.result === 'correct';
    const kind = right ? 'right' : 'wrong';
    const left = right || record?.done === true ? null : (record?.attemptsLeft ?? null);
    const whole = right ? sealed.feedbackRight : sealed.feedbackWrong;
    const own = this.known.options.filter((option) => this.chosen.includes(option.id) && sealed.optionFeedback[option.id] !== undefined);
    const explained = whole !== null || own.length > 0 || sealed.why !== null;
    const feedback = html`<div class="feedback" data-kind=${kind}>${whole === null ? nothing : block(whole)}${own.map((option) => html`<div class="about"><strong>${this.wording(option)}</strong>${block(sealed.optionFeedback[option.id] ?? [])}</div>`)}${this.explanation()}</div>`;
    return html`${this.verdict(this.words.verdict(right, explained, left), kind)}${explained ? feedback : nothing}${this.next(record?.done === true)}`;
  }

  private offered(option: OptionPayload): TemplateResult {
    const { id, type } = this.known;
    const on = this.chosen.includes(option.id);
    const wrong = this.judged && on;
    const tag = wrong ? html`<span class="tags"><span class="tag">${this.words.yourAnswer}</span></span>` : nothing;
    return html`<label class="option"><input type=${type === 'multiple' ? 'checkbox' : 'radio'} name=${id} value=${option.id} .checked=${on} aria-describedby=${this.error === '' ? nothing : this.errorId} @change=${this.changed}><span class="option-text">${this.wording(option)}</span>${tag}</label>`;
  }

  /** No inputs any more: what was chosen and what is right, in words. */
  private reviewed(option: OptionPayload): TemplateResult {
    const on = this.chosen.includes(option.id);
    const right = isRight(this.sealed.key, option.id);
    const tag = (shown: boolean, kind: string, text: string): unknown => (shown ? html`<span class="tag" data-kind=${kind}>${text}</span>` : nothing);
    const kind = right ? 'right' : on ? 'wrong' : nothing;
    const tags = on || right ? html`<span class="tags">${tag(on, right ? 'right' : 'wrong', this.words.yourAnswer)}${tag(right, 'right', this.words.correctAnswer)}</span>` : nothing;
    return html`<li class="option" data-kind=${kind}><span class="option-mark" aria-hidden="true" ?data-on=${on} ?data-square=${this.known.type === 'multiple'}></span><span class="option-text">${this.wording(option)}</span>${tags}</li>`;
  }

  private wording(option: OptionPayload): unknown {
    if (option.prose.length > 0) return prose(option.prose);
    return option.id === 'true' ? this.words.true : this.words.false;
  }

  private changed(): void {
    this.chosen = [...this.querySelectorAll<HTMLInputElement>('.options input:checked')].map((input) => input.value);
    this.error = '';
    this.judged = false;
  }

  private pressed(): void {
    if (this.judged) {
      // The button keeps the focus and the wrong choice stays marked; only the verdict goes.
      if (this.record?.done !== true) this.judged = false;
      return;
    }
    const { type, select } = this.known;
    if (this.chosen.length === 0) return this.refuse(this.words.chooseFirst);
    if (type === 'multiple' && select !== null && this.chosen.length !== select) return this.refuse(this.words.chooseExactly(select));
    this.submit(this.response());
    this.judged = true;
  }

  private response(): Response {
    const choice = this.chosen[0] ?? '';
    switch (this.known.type) {
      case 'true-false':
        return { type: 'true-false', value: choice === 'true' };
      case 'multiple':
        return { type: 'multiple', choices: [...this.chosen] };
      default:
        return { type: 'single', choice };
    }
  }
}

function chosenIn(response: Response): string[] {
  switch (response.type) {
    case 'true-false':
      return [String(response.value)];
    case 'single':
      return [response.choice];
    case 'multiple':
      return response.choices;
    default:
      return [];
  }
}

function isRight(key: AnswerKey, option: string): boolean {
  switch (key.type) {
    case 'true-false':
      return String(key.answer) === option;
    case 'single':
      return key.correct === option;
    case 'multiple':
      return key.correct.includes(option);
    default:
      return false;
  }
}

customElements.define('lectern-choice', LecternChoice);
