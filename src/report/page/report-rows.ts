/** `<report-rows>`: a table of any length of which only what is in sight exists; on paper all of it, within reason. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { type Cell, type CellKind, cellAt, type Column, type PageData } from './data.ts';
import type { Rows } from './figures.ts';
import { valueWords, type Words } from './words.ts';

/** Pixels of a row; the style sheet has the same. */
const ROW_HEIGHT = 36;
/** Rows beyond the edges, so that quick scrolling shows no gaps. */
const MARGIN = 12;
const PRINTED = 5000;

const NUMBERS: readonly CellKind[] = ['count', 'number', 'share', 'score', 'duration'];

export class ReportRows extends LitElement {
  static override properties = { data: { attribute: false }, names: { attribute: false }, rows: { attribute: false }, words: { attribute: false }, sort: { attribute: false }, top: { state: true }, printing: { state: true } };
  declare data: PageData;
  /** Of the columns to show. */
  declare names: readonly string[];
  declare rows: Rows;
  declare words: Words;
  declare sort: { column: string; descending: boolean } | null;
  declare top: number;
  declare printing: boolean;
  #height = 600;

  constructor() {
    super();
    this.top = 0;
    this.printing = false;
    this.sort = null;
  }

  override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeprint', this.#print);
    addEventListener('afterprint', this.#printed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeprint', this.#print);
    removeEventListener('afterprint', this.#printed);
  }

  /** Synchronously: the browser takes the page as it is when the event is over. */
  readonly #print = (): void => {
    this.printing = true;
    this.performUpdate();
  };

  readonly #printed = (): void => {
    this.printing = false;
  };

  readonly #scrolled = (event: Event): void => {
    const box = event.currentTarget as HTMLElement;
    this.#height = box.clientHeight;
    this.top = Math.floor(box.scrollTop / ROW_HEIGHT);
  };

  override render(): TemplateResult {
    const { words, data, rows } = this;
    const visible = Math.ceil(this.#height / ROW_HEIGHT) + 2 * MARGIN;
    const from = this.printing ? 0 : Math.max(0, Math.min(this.top, rows.length - 1) - MARGIN);
    const until = this.printing ? Math.min(rows.length, PRINTED) : Math.min(rows.length, from + visible);
    const names = this.printing ? data.brief : this.names;
    const columns = data.columns.filter(({ name, values, texts }) => names.includes(name) && (texts === null ? values.some((value) => value !== null) : texts.length > 0));
    const space = (count: number) => (count > 0 && !this.printing ? html`<tr aria-hidden="true" class="space"><td colspan=${columns.length} .style=${`block-size: ${count * ROW_HEIGHT}px`}></td></tr>` : nothing);
    return html`
      ${rows.length > PRINTED ? html`<p class="paper">${words.printed(PRINTED.toLocaleString(words.code), rows.length.toLocaleString(words.code))}</p>` : nothing}
      <div class="window" tabindex="0" role="region" aria-label=${words.reports[data.report] ?? data.report} @scroll=${this.#scrolled}>
        <table aria-rowcount=${rows.length + 1}>
          <thead><tr aria-rowindex="1">${columns.map((column) => this.#heading(column))}</tr></thead>
          <tbody>
            ${space(from)}
            ${Array.from(rows.subarray(from, until), (row, index) => html`<tr aria-rowindex=${from + index + 2}>${columns.map((column) => this.#cell(column, row))}</tr>`)}
            ${space(rows.length - until)}
          </tbody>
        </table>
        ${rows.length === 0 ? html`<p>${words.nothing}</p>` : nothing}
      </div>`;
  }

  #heading({ name, kind }: Column): TemplateResult {
    const sorted = this.sort?.column === name ? (this.sort.descending ? 'descending' : 'ascending') : 'none';
    const label = this.words.columns[name] ?? name;
    // Browsers leave buttons out of headings that are repeated on each sheet.
    if (this.printing) return html`<th scope="col" class=${NUMBERS.includes(kind) ? 'number' : ''}>${label}</th>`;
    return html`<th scope="col" aria-sort=${sorted} class=${NUMBERS.includes(kind) ? 'number' : ''}>
      <button type="button" title=${this.words.sortBy(label)} @click=${() => this.dispatchEvent(new CustomEvent('report-sort', { detail: name }))}>${label}<span aria-hidden="true">${sorted === 'none' ? '' : sorted === 'ascending' ? ' ▲' : ' ▼'}</span></button></th>`;
  }

  #cell(column: Column, row: number): TemplateResult {
    const value = cellAt(column, row);
    const text = valueWords(column.name, cellWords(value, column.kind, this.words), this.words);
    if (column.name === 'status' || column.name === 'result' || column.name === 'latest_result') return html`<td><span class="status s-${String(value).replaceAll(' ', '-')}-t">${text}</span></td>`;
    if (column.kind === 'time' || column.kind === 'date') return html`<td><bdi dir="ltr">${text}</bdi></td>`;
    return html`<td class=${NUMBERS.includes(column.kind) ? 'number' : ''} title=${column.kind === 'text' && text.length > 30 ? text : nothing}><bdi>${text}</bdi></td>`;
  }
}

/** Times in the reader's own zone would differ from the CSV: all are UTC. */
export function cellWords(value: Cell, kind: CellKind, words: Words): string {
  if (value === null) return '';
  switch (kind) {
    case 'time':
      return new Date(Number(value)).toISOString().slice(0, 16).replace('T', ' ');
    case 'date':
      return new Date(Number(value)).toISOString().slice(0, 10);
    case 'share':
    case 'score':
      return new Intl.NumberFormat(words.code, { style: 'percent', maximumFractionDigits: 1 }).format(Number(value));
    case 'number':
      // No “-0” for a hair below nothing.
      return new Intl.NumberFormat(words.code, { maximumFractionDigits: 2 }).format(Math.round(Number(value) * 100) / 100 + 0);
    case 'duration': {
      const minutes = Math.round(Number(value) / 60_000);
      return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
    }
    case 'flag':
      return value === true ? words.yes : words.no;
    default:
      return String(value);
  }
}
