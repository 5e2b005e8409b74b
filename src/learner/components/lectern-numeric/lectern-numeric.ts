/** A number in one field of text, with its unit; the page says how it read the entry. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Response } from '../../../course/payload.ts';
import { readNumber } from '../../../grading/number.ts';
import { adopt } from '../adopt.ts';
import { CheckedItem } from '../checked-item.ts';
import { example, shown, targetText } from '../numbers.ts';
import { numericStyles } from './lectern-numeric.styles.ts';

export class LecternNumeric extends CheckedItem {
  static override properties = { ...CheckedItem.properties, text: { state: true }, read: { state: true } };

  declare private text: string;
  /** Said when the field is left: while digits are still coming it would be wrong. */
  declare private read: string;

  constructor() {
    super();
    this.text = '';
    this.read = '';
    adopt(numericStyles);
  }

  protected override takeOver(): void {
    const written = this.querySelector<HTMLInputElement>('.number-field')?.value ?? '';
    if (!this.judged && written !== '') this.text = written;
  }

  protected override recallResponse(response: Response): void {
    if (response.type === 'numeric') this.text = response.text;
  }

  protected override forget(): void {
    this.text = '';
    this.read = '';
  }

  protected override get begun(): boolean {
    return this.text.trim() !== '';
  }

  protected override inputs(): TemplateResult {
    const { unit, id } = this.known;
    const field = `${id}-number`;
    const after = unit === null ? nothing : html`<span class="unit" id="${id}-unit">${unit}</span>`;
    const wrong = this.judged && this.record?.withheld !== true && this.record?.result === 'incorrect';
    return html`<label class="answer-label" for=${field}>${this.words.answerLabel}</label><div class="number"><input class="number-field" id=${field} type="text" inputmode="decimal" autocomplete="off" maxlength="200" aria-describedby=${this.described(unit === null ? '' : `${id}-unit`)} aria-invalid=${wrong ? 'true' : nothing} .value=${this.text} @input=${this.typed} @change=${this.left} @keydown=${this.onEnter}>${after}</div><p class="read-as ours" aria-live="polite" aria-atomic="true">${this.read === '' ? nothing : html`<span>${this.read}</span>`}</p>`;
  }

  protected override review(): TemplateResult {
    const { words } = this;
    const unit = this.known.unit === null ? '' : ` ${this.known.unit}`;
    const value = readNumber(this.text, this.language);
    const as = value === null || shown(value, this.language) === this.text.trim() ? nothing : html` <span class="read-as ours">${words.readAs(shown(value, this.language))}</span>`;
    const own = html`<span class="answer-text">${this.text === '' ? '–' : `${this.text}${unit}`}</span>${as}`;
    if (this.keptBack) return html`<ul class="answer-rows"><li class="answer-row">${own}${this.tags([{ text: words.yourAnswer, kind: 'plain' }])}</li></ul>`;
    const right = this.record?.result === 'correct';
    const { key } = this.sealed;
    const target = key.type === 'numeric' ? targetText(key.target, this.language, words) : '';
    return html`<ul class="answer-rows"><li class="answer-row">${own}${this.tags([{ text: words.yourAnswer, kind: right ? 'right' : 'wrong' }])}</li><li class="answer-row"><span class="answer-text">${target}${unit}</span>${this.tags([{ text: words.correctAnswer, kind: 'right' }])}</li></ul>`;
  }

  private typed(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.text = event.target.value;
    this.read = '';
    this.touched();
  }

  private left(): void {
    const value = readNumber(this.text, this.language);
    this.read = value === null ? '' : this.words.readAs(shown(value, this.language));
  }

  protected override missing(): { message: string } | null {
    return readNumber(this.text, this.language) === null ? { message: this.words.notNumber(shown(example, this.language)) } : null;
  }

  protected override response(): Response {
    this.left();
    return { type: 'numeric', text: this.text.trim() };
  }
}

customElements.define('lectern-numeric', LecternNumeric);
