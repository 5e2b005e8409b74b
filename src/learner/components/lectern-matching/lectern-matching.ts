/** Things that each belong to something: a list to choose from beside every one, or, for a few groups, radios. */
import { html, nothing, type TemplateResult } from 'lit';
import type { OptionPayload, Response } from '../../../course/payload.ts';
import { RADIO_GROUPS_MAX } from '../../../vocabulary/tags.ts';
import { adopt } from '../adopt.ts';
import { CheckedItem, type About } from '../checked-item.ts';
import { follow } from '../drag.ts';
import { gripStyles } from '../grip.styles.ts';
import { prose } from '../prose.ts';
import { matchingStyles } from './lectern-matching.styles.ts';

export class LecternMatching extends CheckedItem {
  static override properties = { ...CheckedItem.properties, pairs: { state: true }, said: { state: true }, dragged: { state: true }, over: { state: true } };

  /** By option id: the id of the target chosen; what is open is missing. */
  declare private pairs: Readonly<Record<string, string>>;
  /** Each runs its own way: names of things in the lesson's language, how far one is in that of the interface. */
  declare private said: readonly string[];

  /** Id of the option that hangs on the pointer, and of the target below that. */
  declare private dragged: string | null;
  declare private over: string | null;

  constructor() {
    super();
    this.pairs = {};
    this.said = [];
    this.dragged = null;
    this.over = null;
    adopt(gripStyles);
    adopt(matchingStyles);
  }

  protected override takeOver(): void {
    if (this.judged) return;
    const pairs: Record<string, string> = {};
    for (const control of this.querySelectorAll<HTMLSelectElement | HTMLInputElement>('.pair :is(select, input:checked)')) {
      const option = control.dataset['option'] ?? '';
      if (control.value !== '') pairs[option] = control.value;
    }
    if (Object.keys(pairs).length > 0) this.pairs = pairs;
  }

  protected override recallResponse(response: Response): void {
    if (response.type === 'matching' || response.type === 'categorise') this.pairs = response.pairs;
  }

  protected override forget(): void {
    this.pairs = {};
    this.said = [];
  }

  protected override get begun(): boolean {
    return Object.keys(this.pairs).length > 0;
  }

  private get radios(): boolean {
    return this.known.type === 'categorise' && this.known.targets.length <= RADIO_GROUPS_MAX;
  }

  protected override inputs(): TemplateResult {
    const { options } = this.known;
    const rows = options.map((option, index) => (this.radios ? this.sortRow(option, index) : this.matchRow(option, index)));
    return html`<div class=${this.radios ? 'pairs sorting' : 'pairs'}>${rows}</div>${this.drops()}<p class="counted ours" aria-live="polite" aria-atomic="true">${this.said.map((text) => html`<span>${text} </span>`)}</p>`;
  }

  private matchRow(option: OptionPayload, index: number): TemplateResult {
    const id = `${this.known.id}-pair-${index}`;
    const on = this.pairs[option.id] ?? '';
    const targets = this.known.targets.map((target) => html`<option value=${target.id} .selected=${target.id === on}>${target.text}</option>`);
    return html`<div class="pair" ?data-drag=${this.dragged === option.id}>${this.grip(option)}<label class="pair-text" for=${id}>${prose(option.prose)}</label><select class="pair-choice" id=${id} data-option=${option.id} aria-describedby=${this.described(this.isWrong(option) ? `${id}-mark` : '')} aria-invalid=${this.isWrong(option) ? 'true' : nothing} @change=${(event: Event) => this.chose(option, event)}><option value="" .selected=${on === ''}>${this.words.choosePlaceholder}</option>${targets}</select>${this.mark(option, `${id}-mark`)}</div>`;
  }

  private sortRow(option: OptionPayload, index: number): TemplateResult {
    const id = `${this.known.id}-pair-${index}`;
    const radios = this.known.targets.map(
      (target) => html`<label class="sort"><input type="radio" name=${id} value=${target.id} data-option=${option.id} .checked=${this.pairs[option.id] === target.id} aria-describedby=${this.described(this.isWrong(option) ? `${id}-mark` : '')} @change=${(event: Event) => this.chose(option, event)}><span>${prose(target.prose)}</span></label>`,
    );
    return html`<fieldset class="pair" ?data-drag=${this.dragged === option.id}><legend class="pair-text">${prose(option.prose)}</legend>${this.grip(option)}<div class="sorts">${radios}</div>${this.mark(option, `${id}-mark`)}</fieldset>`;
  }

  private grip(option: OptionPayload): TemplateResult {
    return html`<span class="grip" aria-hidden="true" @pointerdown=${(event: PointerEvent) => this.drag(event, option)}></span>`;
  }

  /** What there is to drop on, while something is dragged; the controls of its row say the same. */
  private drops(): unknown {
    if (this.dragged === null) return nothing;
    return html`<div class="drops" aria-hidden="true">${this.known.targets.map(({ id, prose: words }) => html`<span class="drop" data-target=${id} ?data-over=${this.over === id}>${prose(words)}</span>`)}</div>`;
  }

  private drag(event: PointerEvent, option: OptionPayload): void {
    const { clientX, clientY, currentTarget } = event;
    const row = currentTarget instanceof Element ? currentTarget.closest<HTMLElement>('.pair') : null;
    if (row === null) return;
    follow(event, {
      to: (x, y) => {
        this.dragged = option.id;
        row.style.setProperty('translate', `${x - clientX}px ${y - clientY}px`);
        this.over = document.elementFromPoint(x, y)?.closest<HTMLElement>('.drop')?.dataset['target'] ?? null;
      },
      done: (kept) => {
        row.style.removeProperty('translate');
        if (kept && this.over !== null) this.put(option, this.over);
        [this.dragged, this.over] = [null, null];
      },
    });
  }

  private isWrong({ id }: OptionPayload): boolean {
    return this.record?.withheld !== true && this.parts?.[id] === false;
  }

  private mark(option: OptionPayload, id: string): unknown {
    return this.isWrong(option) ? html`<span class="pair-mark ours" id=${id}>${this.words.partWrong}</span>` : nothing;
  }

  protected override review(): TemplateResult {
    const { words } = this;
    const { keptBack } = this;
    const rows = this.known.options.map((option) => {
      const right = this.parts?.[option.id] === true;
      const own = keptBack ? 'plain' : right ? 'right' : 'wrong';
      const given = html`<li class="answer-row"><span class="answer-text">${this.target(this.pairs[option.id])}</span>${this.tags([{ text: words.yourAnswer, kind: own }, ...(right && !keptBack ? [{ text: words.correctAnswer, kind: 'right' } as const] : [])])}</li>`;
      const correct = right || keptBack ? nothing : html`<li class="answer-row"><span class="answer-text">${this.target(this.correct(option.id))}</span>${this.tags([{ text: words.correctAnswer, kind: 'right' }])}</li>`;
      return html`<li class="pair" data-kind=${own}><span class="pair-text">${prose(option.prose)}</span><ul class="answer-rows">${given}${correct}</ul></li>`;
    });
    return html`<ul class="pairs">${rows}</ul>`;
  }

  private target(id: string | undefined): unknown {
    const target = this.known.targets.find((each) => each.id === id);
    return target === undefined ? '–' : prose(target.prose);
  }

  private correct(option: string): string | undefined {
    const { key } = this.sealed;
    return key.type === 'matching' || key.type === 'categorise' ? key.pairs[option] : undefined;
  }

  /** What the author says of a thing, where it was put in the wrong place. */
  protected override about(): About[] {
    const { optionFeedback } = this.sealed;
    return this.known.options.flatMap((option) => {
      const text = this.isWrong(option) ? optionFeedback[option.id] : undefined;
      return text === undefined ? [] : [{ title: prose(option.prose), text }];
    });
  }

  private chose(option: OptionPayload, event: Event): void {
    if (!(event.target instanceof HTMLSelectElement) && !(event.target instanceof HTMLInputElement)) return;
    this.put(option, event.target.value);
  }

  private put(option: OptionPayload, value: string): void {
    const { [option.id]: _old, ...rest } = this.pairs;
    this.pairs = value === '' ? rest : { ...rest, [option.id]: value };
    this.touched();
    const { type, options, targets } = this.known;
    const count = options.filter(({ id }) => this.pairs[id] !== undefined).length;
    const counted = type === 'matching' ? this.words.matched(count, options.length) : this.words.sorted(count, options.length);
    const chosen = targets.find(({ id }) => id === value);
    this.said = [...(chosen === undefined ? [] : [`${option.text}: ${chosen.text}.`]), `${counted}.`];
  }

  protected override missing(): { message: string; at: string } | null {
    const { type, options, targets, reuse } = this.known;
    const at = (index: number): string => `.pair:nth-of-type(${index + 1}) :is(select, input)`;
    const open = options.findIndex(({ id }) => this.pairs[id] === undefined);
    if (open !== -1) return { message: type === 'matching' ? this.words.matchFirst : this.words.sortFirst, at: at(open) };
    if (type === 'categorise' || reuse) return null;
    const seen = new Set<string>();
    const twice = options.findIndex(({ id }) => {
      const target = this.pairs[id] ?? '';
      return seen.size === seen.add(target).size;
    });
    if (twice === -1) return null;
    const text = targets.find(({ id }) => id === this.pairs[options[twice]?.id ?? ''])?.text ?? '';
    return { message: this.words.usedTwice(text), at: at(twice) };
  }

  protected override response(): Response {
    return { type: this.known.type === 'matching' ? 'matching' : 'categorise', pairs: { ...this.pairs } };
  }
}

customElements.define('lectern-matching', LecternMatching);
