/** Blanks inside a sentence: text fields and lists to choose from, each named by the words around it. */
import { html, nothing, render, type TemplateResult } from 'lit';
import type { BlankKey, BlankPayload, Response } from '../../../course/payload.ts';
import type { ProseData } from '../../../course/prose.ts';
import { readNumber } from '../../../grading/number.ts';
import { BLANK_ATTRIBUTE, sentenceWithGaps, wordsAround, type Around } from '../../../vocabulary/blanks.ts';
import { adopt } from '../adopt.ts';
import { CheckedItem, type Tag } from '../checked-item.ts';
import { example, shown, targetText } from '../numbers.ts';
import { isInline, prose } from '../prose.ts';
import { fillInStyles } from './lectern-fill-in.styles.ts';

export class LecternFillIn extends CheckedItem {
  static override properties = { ...CheckedItem.properties, values: { state: true } };

  /** In the order of the blanks; '' = empty, of a list the option's id. */
  declare private values: readonly string[];
  private around: Around[] | null = null;

  constructor() {
    super();
    this.values = [];
    adopt(fillInStyles);
  }

  protected override takeOver(): void {
    const written = [...this.querySelectorAll<HTMLInputElement | HTMLSelectElement>(`[${BLANK_ATTRIBUTE}] > :is(input, select)`)].map(({ value }) => value);
    if (!this.judged && written.some((value) => value !== '')) this.values = written;
  }

  protected override recallResponse(response: Response): void {
    if (response.type === 'fill-in') this.values = response.values;
  }

  protected override forget(): void {
    this.values = [];
  }

  protected override get begun(): boolean {
    return this.values.some((value) => value.trim() !== '');
  }

  /** The sentence is the prompt, unless it stands in a line of its own. */
  private get sentence(): ProseData {
    return this.known.body ?? this.known.prompt;
  }

  protected override group(inside: TemplateResult): TemplateResult {
    if (this.known.body !== null) return this.field(nothing, inside);
    return this.field(html`<span class="choose">${this.words.fillIn}</span>`, inside, []);
  }

  protected override inputs(): TemplateResult {
    return this.cloze();
  }

  protected override review(): TemplateResult {
    const several = this.known.blanks.length > 1;
    const rows = this.known.blanks.map((blank, index) => {
      const number = several ? html`<span class="answer-name ours">${this.words.blankNumber(index + 1)}</span>` : nothing;
      return html`<li class="answer-row">${number}<span class="answer-lines">${this.given(blank, index)}</span></li>`;
    });
    return html`${this.cloze()}<ul class="answer-rows">${rows}</ul>`;
  }

  /** One place for both, so that the sentence stays where it is when its blanks become words. */
  private cloze(): TemplateResult {
    const { sentence } = this;
    const spoken = html`<p id="${this.known.id}-sentence" hidden>${sentenceWithGaps(sentence)}</p>`;
    return isInline(sentence) ? html`<p class="cloze">${prose(sentence)}</p>${spoken}` : html`<div class="cloze">${prose(sentence)}</div>${spoken}`;
  }

  protected override fillIn(): void {
    const { blanks } = this.known;
    for (const place of this.querySelectorAll<HTMLElement>(`.cloze [${BLANK_ATTRIBUTE}]`)) {
      const index = blanks.findIndex(({ id }) => id === place.getAttribute(BLANK_ATTRIBUTE));
      const blank = blanks[index];
      if (blank !== undefined) render(this.final ? this.filled(blank, index) : this.control(blank, index), place, { host: this });
    }
  }

  private control(blank: BlankPayload, index: number): TemplateResult {
    const { words } = this;
    this.around ??= wordsAround(this.sentence);
    const { after, before } = this.around[index] ?? { after: '', before: '' };
    const name = words.blank(index + 1, this.known.blanks.length, after, before);
    const wrong = this.parts?.[blank.id] === false;
    const mark = wrong ? html`<span class="blank-mark ours" id="${this.known.id}-${blank.id}-mark">${words.partWrong}</span>` : nothing;
    const described = this.described(wrong ? `${this.known.id}-${blank.id}-mark` : `${this.known.id}-sentence`);
    const value = this.values[index] ?? '';
    if (blank.kind === 'choice') {
      const options = blank.options.map(({ id, text }) => html`<option value=${id} .selected=${id === value}>${text}</option>`);
      return html`<select class="blank" aria-label=${name} aria-describedby=${described} aria-invalid=${wrong ? 'true' : nothing} @change=${(event: Event) => this.entered(index, event)}><option value="" .selected=${value === ''}>${words.choosePlaceholder}</option>${options}</select>${mark}`;
    }
    return html`<input class="blank" type="text" size=${blank.width} inputmode=${blank.kind === 'number' ? 'decimal' : nothing} autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="200" aria-label=${name} aria-describedby=${described} aria-invalid=${wrong ? 'true' : nothing} .value=${value} @input=${(event: Event) => this.entered(index, event)} @keydown=${this.onEnter}>${mark}`;
  }

  private filled(blank: BlankPayload, index: number): TemplateResult {
    const right = this.keptBack ? nothing : this.parts?.[blank.id] === true ? 'right' : 'wrong';
    return html`<span class="blank-filled" data-kind=${right}>${this.answerText(blank, index)}</span>`;
  }

  /** What was given, and in a second line what is right. */
  private given(blank: BlankPayload, index: number): unknown {
    const { words } = this;
    const line = (text: string, ...tags: Tag[]): TemplateResult => html`<span class="answer-row"><span class="answer-text">${text}</span>${this.tags(tags)}</span>`;
    const given = this.answerText(blank, index);
    if (this.keptBack) return line(given, { text: words.yourAnswer, kind: 'plain' });
    if (this.parts?.[blank.id] === true) return line(given, { text: words.yourAnswer, kind: 'right' }, { text: words.correctAnswer, kind: 'right' });
    const correct = this.correct(blank);
    return html`${line(given, { text: words.yourAnswer, kind: 'wrong' })}${correct === '' ? nothing : line(correct, { text: words.correctAnswer, kind: 'right' })}`;
  }

  private answerText(blank: BlankPayload, index: number): string {
    const value = this.values[index] ?? '';
    return (blank.kind === 'choice' ? (blank.options.find(({ id }) => id === value)?.text ?? value) : value) || '–';
  }

  /** '' where only a pattern says what is right. */
  private correct(blank: BlankPayload): string {
    const { key } = this.sealed;
    const known: BlankKey | undefined = key.type === 'fill-in' ? key.blanks.find(({ id }) => id === blank.id) : undefined;
    if (known === undefined) return '';
    if (known.kind === 'number') return targetText(known.target, this.language, this.words);
    if (known.kind === 'text') return known.accept[0] ?? '';
    return blank.options.find(({ id }) => id === known.correct)?.text ?? '';
  }

  private entered(index: number, event: Event): void {
    if (!(event.target instanceof HTMLInputElement) && !(event.target instanceof HTMLSelectElement)) return;
    const { value } = event.target;
    this.values = this.known.blanks.map((_, at) => (at === index ? value : (this.values[at] ?? '')));
    this.touched();
  }

  protected override missing(): { message: string; at: string } | null {
    const { blanks } = this.known;
    const at = (index: number): string => `[${BLANK_ATTRIBUTE}="${CSS.escape(blanks[index]?.id ?? '')}"] > :is(input, select)`;
    const empty = blanks.findIndex((_, index) => (this.values[index] ?? '').trim() === '');
    if (empty !== -1) return { message: this.words.fillFirst, at: at(empty) };
    const unread = blanks.findIndex(({ kind }, index) => kind === 'number' && readNumber(this.values[index] ?? '', this.language) === null);
    return unread === -1 ? null : { message: this.words.notNumber(shown(example, this.language)), at: at(unread) };
  }

  protected override response(): Response {
    return { type: 'fill-in', values: this.known.blanks.map((_, index) => this.values[index] ?? '') };
  }
}

customElements.define('lectern-fill-in', LecternFillIn);
