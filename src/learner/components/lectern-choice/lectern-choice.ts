/** True or false, one of several, several of several, an opinion: native radios and check boxes until the answer is final, then plain text. */
import { html, nothing, type TemplateResult } from 'lit';
import type { AnswerKey, OptionPayload, Response } from '../../../course/payload.ts';
import { CheckedItem, type About } from '../checked-item.ts';
import { prose } from '../prose.ts';

export class LecternChoice extends CheckedItem {
  static override properties = { ...CheckedItem.properties, chosen: { state: true } };

  /** Ids of the chosen options. */
  declare protected chosen: readonly string[];

  constructor() {
    super();
    this.chosen = [];
  }

  protected override takeOver(): void {
    const checked = [...this.querySelectorAll<HTMLInputElement>('.options input:checked')].map((input) => input.value);
    if (!this.judged && checked.length > 0) this.chosen = checked;
  }

  protected override recallResponse(response: Response): void {
    this.chosen = chosenIn(response);
  }

  protected override forget(): void {
    this.chosen = [];
  }

  protected override get begun(): boolean {
    return this.chosen.length > 0;
  }

  protected override how(): unknown {
    const { type, select } = this.known;
    return type === 'multiple' ? html` <span class="choose">${this.words.choose(select)}</span>` : nothing;
  }

  protected override inputs(): TemplateResult {
    return html`<div class=${this.layout()}>${this.known.options.map((option, index) => this.offered(option, index))}</div>`;
  }

  protected override review(): TemplateResult {
    return html`<ul class=${this.layout()}>${this.known.options.map((option, index) => this.reviewed(option, index))}</ul>`;
  }

  private layout(): string {
    const { type } = this.known;
    return type === 'true-false' ? 'options options-row' : type === 'likert' ? 'options options-scale' : 'options';
  }

  protected override about(): About[] {
    const { optionFeedback } = this.sealed;
    return this.known.options.flatMap((option) => {
      const text = this.chosen.includes(option.id) ? optionFeedback[option.id] : undefined;
      return text === undefined ? [] : [{ title: this.wording(option), text }];
    });
  }

  private offered(option: OptionPayload, index: number): TemplateResult {
    const { id, type } = this.known;
    const on = this.chosen.includes(option.id);
    const tags = this.judged && on ? this.tags([{ text: this.words.yourAnswer, kind: 'plain' }]) : nothing;
    return html`<label class="option"><input type=${type === 'multiple' ? 'checkbox' : 'radio'} name=${id} value=${option.id} .checked=${on} aria-describedby=${this.described()} @change=${this.changed}>${this.mark(index)}<span class="option-text">${this.wording(option)}</span>${tags}</label>`;
  }

  /** No inputs any more: what was chosen and what is right, in words. */
  private reviewed(option: OptionPayload, index: number): TemplateResult {
    const on = this.chosen.includes(option.id);
    const judged = this.record?.result !== 'neutral' && !this.keptBack;
    const right = judged && isRight(this.sealed.key, option.id);
    const own = !judged ? 'plain' : right ? 'right' : 'wrong';
    const tags = [...(on ? [{ text: this.words.yourAnswer, kind: own } as const] : []), ...(right ? [{ text: this.words.correctAnswer, kind: 'right' } as const] : [])];
    const kind = right ? 'right' : on ? own : nothing;
    return html`<li class="option" data-kind=${kind}><span class="option-mark" aria-hidden="true" ?data-on=${on} ?data-square=${this.known.type === 'multiple'}></span>${this.mark(index)}<span class="option-text">${this.wording(option)}</span>${this.tags(tags)}</li>`;
  }

  /** What stands between the control and its words. */
  protected mark(_index: number): unknown {
    return nothing;
  }

  private wording(option: OptionPayload): unknown {
    if (option.prose.length > 0) return prose(option.prose);
    return option.id === 'true' ? this.words.true : this.words.false;
  }

  private changed(): void {
    this.chosen = [...this.querySelectorAll<HTMLInputElement>('.options input:checked')].map((input) => input.value);
    this.touched();
  }

  /** Before the list there may be a picture with a button of its own. */
  protected override missing(): { message: string; at: string } | null {
    const { type, select } = this.known;
    const at = '.options input';
    if (this.chosen.length === 0) return { message: this.words.chooseFirst, at };
    return type === 'multiple' && select !== null && this.chosen.length !== select ? { message: this.words.chooseExactly(select), at } : null;
  }

  protected override response(): Response {
    const choice = this.chosen[0] ?? '';
    switch (this.known.type) {
      case 'true-false':
        return { type: 'true-false', value: choice === 'true' };
      case 'multiple':
        return { type: 'multiple', choices: [...this.chosen] };
      case 'likert':
      case 'hotspot':
        return { type: this.known.type, choice };
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
    case 'likert':
    case 'hotspot':
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
    case 'hotspot':
      return key.correct === option;
    case 'multiple':
      return key.correct.includes(option);
    default:
      return false;
  }
}

customElements.define('lectern-choice', LecternChoice);
