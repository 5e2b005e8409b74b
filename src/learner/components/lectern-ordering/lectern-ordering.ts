/** Steps to be put in order with two buttons each; for many steps a position can be chosen from a list as well. */
import { html, nothing, type TemplateResult } from 'lit';
import type { OptionPayload, Response } from '../../../course/payload.ts';
import { POSITION_LIST_FROM } from '../../../vocabulary/tags.ts';
import { adopt } from '../adopt.ts';
import { CheckedItem } from '../checked-item.ts';
import { prose } from '../prose.ts';
import { dragRow } from './drag.ts';
import { gripStyles } from '../grip.styles.ts';
import { orderingStyles } from './lectern-ordering.styles.ts';

export class LecternOrdering extends CheckedItem {
  static override properties = { ...CheckedItem.properties, order: { state: true }, said: { state: true }, dragged: { state: true } };

  /** Ids in the learner's order; null while nothing was moved. */
  declare private order: readonly string[] | null;
  declare private said: string;
  /** Id of the step that hangs on the pointer. */
  declare private dragged: string | null;

  constructor() {
    super();
    this.order = null;
    this.said = '';
    this.dragged = null;
    adopt(gripStyles);
    adopt(orderingStyles);
  }

  /** The buttons need this script; before it nothing can have been moved. */
  protected override takeOver(): void {}

  protected override recallResponse(response: Response): void {
    if (response.type === 'ordering') this.order = response.order;
  }

  protected override forget(): void {
    this.order = null;
    this.said = '';
  }

  protected override get begun(): boolean {
    return this.order !== null;
  }

  protected override how(): unknown {
    return html` <span class="choose">${this.words.orderHow}</span>`;
  }

  /** A step that a changed item has since gained stands at the end. */
  private get steps(): OptionPayload[] {
    const { options } = this.known;
    const { order } = this;
    if (order === null) return options;
    const known = order.flatMap((id) => options.find((option) => option.id === id) ?? []);
    return [...known, ...options.filter(({ id }) => !order.includes(id))];
  }

  protected override inputs(): TemplateResult {
    const { steps } = this;
    return html`<ol class="order">${steps.map((step, index) => this.row(step, index, steps.length))}</ol><p class="sr-only ours" aria-live="polite" aria-atomic="true">${this.said === '' ? nothing : html`<span>${this.said}</span>`}</p>`;
  }

  private row(step: OptionPayload, index: number, count: number): TemplateResult {
    const { words } = this;
    const wrong = this.record?.withheld !== true && this.parts?.[step.id] === false;
    const mark = wrong ? html`<span class="step-mark ours">${words.partWrong}</span>` : nothing;
    const list = count < POSITION_LIST_FROM ? nothing : this.positions(step, index, count);
    // Said with the first step, where the focus goes, and not with each of all the others.
    const message = index === 0 ? this.described() : nothing;
    const button = (way: 'up' | 'down', name: string, off: boolean): TemplateResult =>
      html`<button type="button" class="button move" data-move=${way} aria-label=${name} aria-describedby=${message} aria-disabled=${off ? 'true' : nothing} @click=${() => this.move(index, way === 'up' ? index - 1 : index + 1, `[data-move=${way}]`)}><span aria-hidden="true">${way === 'up' ? '↑' : '↓'}</span></button>`;
    return html`<li class="order-step" data-kind=${wrong ? 'wrong' : nothing} ?data-drag=${this.dragged === step.id}><span class="grip" aria-hidden="true" @pointerdown=${(event: PointerEvent) => this.drag(event, step)}></span><span class="order-text">${prose(step.prose)}</span>${mark}<span class="order-moves">${list}${button('up', words.moveUp(step.text), index === 0)}${button('down', words.moveDown(step.text), index === count - 1)}</span></li>`;
  }

  private positions(step: OptionPayload, index: number, count: number): TemplateResult {
    const places = Array.from({ length: count }, (_, place) => html`<option value=${place} ?selected=${place === index} .selected=${place === index}>${place + 1}</option>`);
    return html`<select class="order-place" aria-label=${this.words.positionOf(step.text)} aria-describedby=${index === 0 ? this.described() : nothing} @change=${(event: Event) => this.choosePlace(index, event)}>${places}</select>`;
  }

  /** The list stays with its place, where another step comes to stand. */
  private choosePlace(from: number, { target }: Event): void {
    if (!(target instanceof HTMLSelectElement)) return;
    const to = Number(target.value);
    target.value = String(from);
    this.move(from, to, 'select');
  }

  private drag(event: PointerEvent, step: OptionPayload): void {
    const { order } = this;
    const at = (): number => this.steps.indexOf(step);
    dragRow(event, {
      rows: () => [...this.querySelectorAll('.order-step')],
      at,
      to: (index) => {
        this.dragged = step.id;
        this.put(at(), index);
      },
      done: (kept) => {
        this.dragged = null;
        if (!kept) this.order = order;
        this.said = kept && this.order !== order ? this.words.atPosition(step.text, at() + 1, this.steps.length) : '';
      },
    });
  }

  /** null where there is nothing to move, or nowhere to go. */
  private put(from: number, to: number): OptionPayload | null {
    const steps = [...this.steps];
    const step = steps[from];
    if (step === undefined || to < 0 || to >= steps.length) return null;
    steps.splice(from, 1);
    steps.splice(to, 0, step);
    this.order = steps.map(({ id }) => id);
    this.touched();
    return step;
  }

  /** The focus stays on the same control of the moved step. */
  private move(from: number, to: number, control: string): void {
    const step = this.put(from, to);
    if (step === null) return;
    this.said = this.words.atPosition(step.text, to + 1, this.steps.length);
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(`.order-step:nth-child(${to + 1}) ${control}`)?.focus());
  }

  protected override review(): TemplateResult {
    const { words } = this;
    const { keptBack } = this;
    const { key } = this.sealed;
    const right = key.type === 'ordering' ? key.order : [];
    const rows = this.steps.map((step) => {
      const fits = this.parts?.[step.id] === true;
      const tags = keptBack ? nothing : this.tags([{ text: fits ? words.partRight : words.belongsAt(right.indexOf(step.id) + 1), kind: fits ? 'right' : 'wrong' }]);
      return html`<li class="order-step" data-kind=${keptBack ? nothing : fits ? 'right' : 'wrong'}><span class="order-text">${prose(step.prose)}</span>${tags}</li>`;
    });
    const all = keptBack || this.record?.result === 'correct';
    return html`<p class="small-legend order-title">${words.yourAnswer}</p><ol class="order">${rows}</ol>${all ? nothing : this.correctOrder(right)}`;
  }

  private correctOrder(order: readonly string[]): TemplateResult {
    const rows = order.map((id) => html`<li class="order-step"><span class="order-text">${prose(this.known.options.find((option) => option.id === id)?.prose ?? [])}</span></li>`);
    return html`<p class="small-legend order-title">${this.words.correctOrder}</p><ol class="order order-right">${rows}</ol>`;
  }

  protected override missing(): { message: string; at: string } | null {
    return this.order === null ? { message: this.words.moveFirst, at: '.order :is(select, button:not([aria-disabled]))' } : null;
  }

  protected override response(): Response {
    return { type: 'ordering', order: this.steps.map(({ id }) => id) };
  }
}

customElements.define('lectern-ordering', LecternOrdering);
