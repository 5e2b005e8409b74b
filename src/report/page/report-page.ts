/** `<report-page>`: the HTML report. Search and choices above, charts of what is shown, and the rows. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { groupChart, itemChart, monthChart, NARROW, scoreChart, WIDE } from './charts.ts';
import { cellAt, type PageData, readPageData } from './data.ts';
import { columnOf, countsOf, doneByMonth, type Rows, scoreSteps, STATUS_ORDER, statusByGroup } from './figures.ts';
import { haystack, matching } from './filter.ts';
import { ReportRows } from './report-rows.ts';
import { valueWords, type Words, wordsOf } from './words.ts';

/** Columns that can be narrowed by choosing a value. */
const CHOICES = ['status', 'result', 'group_name', 'course', 'version', 'reason'];
/** A list of more is no choice any more. */
const CHOICES_MOST = 200;
const TYPING_MS = 120;

export class ReportPage extends LitElement {
  static override properties = { search: { state: true }, equal: { state: true }, sort: { state: true }, every: { state: true }, narrow: { state: true } };
  declare search: string;
  declare equal: ReadonlyMap<string, string>;
  declare sort: { column: string; descending: boolean } | null;
  /** All columns, not only those that people read first. */
  declare every: boolean;
  declare narrow: boolean;
  #data: PageData | null = null;
  #words: Words = wordsOf('en');
  #texts: string[] = [];
  #rows: Rows = new Int32Array();
  #typing: ReturnType<typeof setTimeout> | undefined;
  readonly #small = matchMedia('(max-width: 40rem)');

  constructor() {
    super();
    this.search = '';
    this.equal = new Map();
    this.sort = null;
    this.every = false;
    this.narrow = this.#small.matches;
  }

  override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#data = readPageData(document.getElementById('report-data')?.textContent ?? '');
    this.#words = wordsOf(this.#data?.language ?? 'en');
    if (this.#data !== null) this.#texts = haystack(this.#data, this.#words);
    this.#small.addEventListener('change', this.#resized);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#small.removeEventListener('change', this.#resized);
  }

  readonly #resized = (): void => {
    this.narrow = this.#small.matches;
  };

  override willUpdate(changed: PropertyValues): void {
    if (this.#data !== null && (!this.hasUpdated || ['search', 'equal', 'sort'].some((name) => changed.has(name)))) this.#rows = matching(this.#data, this.#texts, this);
  }

  override render(): TemplateResult {
    const data = this.#data;
    const words = this.#words;
    if (data === null) return html`<main><p>${words.damaged}</p></main>`;
    const day = (at: number) => new Date(at).toISOString().slice(0, 16).replace('T', ' ');
    const number = (count: number) => count.toLocaleString(words.code);
    return html`
      <header>
        <h1>${words.reports[data.report] ?? data.report}</h1>
        <p>${words.asOf(`${day(data.asOf)} UTC`)}</p>
        ${this.#tiles(data)}
      </header>
      <main>
        <form class="choices" role="search" @submit=${(event: Event) => event.preventDefault()}>
          <label class="search"><span>${words.search}</span><input type="search" autocomplete="off" .value=${this.search} @input=${this.#typed}></label>
          ${CHOICES.map((name) => this.#choice(data, name))}
          <button type="button" ?hidden=${this.search === '' && this.equal.size === 0} @click=${this.#clear}>${words.clear}</button>
          <output aria-live="polite">${words.shown(number(this.#rows.length), number(data.count))}</output>
        </form>
        <section class="charts">${this.#charts(data)}</section>
        ${this.#columnsChoice(data)}
        <report-rows .data=${data} .names=${this.every ? data.columns.map(({ name }) => name) : data.brief} .rows=${this.#rows} .words=${words} .sort=${this.sort} @report-sort=${this.#sorted}></report-rows>
      </main>
      <footer>
        ${data.asked.length === 0 ? nothing : html`<h2>${words.asked}</h2><dl>${data.asked.map(([name, value]) => html`<div><dt dir="ltr">${name}</dt><dd dir="auto">${value}</dd></div>`)}</dl>`}
        <p>${words.proof}</p>
        <p>${words.madeBy(data.lectern, `${day(data.made)} UTC`)}</p>
      </footer>`;
  }

  /** Each status with its number; pressing one shows only those. */
  #tiles(data: PageData): TemplateResult | typeof nothing {
    const status = columnOf(data, 'status');
    if (status === null) return nothing;
    const counts = countsOf(status, this.#rows);
    const shown = STATUS_ORDER.filter((name) => status.texts?.includes(name) === true);
    return html`<ul class="tiles">${shown.map((name) => html`<li><button type="button" class="s-${name.replaceAll(' ', '-')}-t" aria-pressed=${this.equal.get('status') === name} @click=${() => this.#choose('status', this.equal.get('status') === name ? null : name)}>
      <strong>${(counts.get(name) ?? 0).toLocaleString(this.#words.code)}</strong> ${this.#words.statuses[name] ?? name}</button></li>`)}</ul>`;
  }

  #choice(data: PageData, name: string): TemplateResult | typeof nothing {
    const column = columnOf(data, name);
    if (column?.texts === null || column === null || column.texts.length < 2 || column.texts.length > CHOICES_MOST) return nothing;
    const titles = name === 'course' ? columnOf(data, 'title') : null;
    const label = (text: string) => (titles === null ? valueWords(name, text, this.#words) : String(cellAt(titles, column.values.indexOf(column.texts?.indexOf(text) ?? -1)) ?? text));
    const options = [...column.texts].sort((a, b) => label(a).localeCompare(label(b), this.#words.code));
    return html`<label><span>${this.#words.columns[name] ?? name}</span><select @change=${(event: Event) => this.#choose(name, (event.target as HTMLSelectElement).value || null)}>
      <option value="" ?selected=${!this.equal.has(name)}>${this.#words.everything}</option>
      ${options.map((text) => html`<option value=${text} ?selected=${this.equal.get(name) === text}>${label(text)}</option>`)}
    </select></label>`;
  }

  #columnsChoice(data: PageData): TemplateResult | typeof nothing {
    if (data.columns.every(({ name }) => data.brief.includes(name))) return nothing;
    return html`<label class="every"><input type="checkbox" .checked=${this.every} @change=${(event: Event) => { this.every = (event.target as HTMLInputElement).checked; }}> ${this.#words.allColumns}</label>`;
  }

  #charts(data: PageData): unknown[] {
    const [status, group, done, score, difficulty] = ['status', 'group_name', 'done', 'best_score', 'difficulty'].map((name) => columnOf(data, name));
    const rows = this.#rows;
    const room = this.narrow ? NARROW : WIDE;
    const [title, item, discrimination] = ['title', 'item', 'discrimination'].map((name) => columnOf(data, name));
    const items = () => Array.from(rows, (row) => ({ title: String((title ? cellAt(title, row) : null) ?? (item ? cellAt(item, row) : '')), difficulty: difficulty ? (cellAt(difficulty, row) as number | null) : null, discrimination: discrimination ? (cellAt(discrimination, row) as number | null) : null }));
    return [
      done ? monthChart(doneByMonth(done, rows), this.#words, room) : nothing,
      status && group ? groupChart(statusByGroup(group, status, rows), this.#words, room) : nothing,
      score && score.values.some((value) => value !== null) ? scoreChart(scoreSteps(score, rows), this.#words, room) : nothing,
      difficulty && item ? itemChart(items(), this.#words, room) : nothing,
    ];
  }

  /** Waits until the fingers rest: each search looks through everything. */
  readonly #typed = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => { this.search = value; }, TYPING_MS);
  };

  readonly #sorted = (event: Event): void => {
    const column = String((event as CustomEvent).detail);
    this.sort = this.sort?.column !== column ? { column, descending: false } : this.sort.descending ? null : { column, descending: true };
  };

  #choose(name: string, value: string | null): void {
    const equal = new Map(this.equal);
    if (value === null) equal.delete(name);
    else equal.set(name, value);
    this.equal = equal;
  }

  readonly #clear = (): void => {
    this.search = '';
    this.equal = new Map();
  };
}

customElements.define('report-rows', ReportRows);
customElements.define('report-page', ReportPage);
