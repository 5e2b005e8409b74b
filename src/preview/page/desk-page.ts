/** The LMS on the author's desk: opens the course for a learner, shows what it tells the LMS, and opens it anew when the text has changed. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { SHELF_NAME } from '../../vocabulary/state.ts';
import { unitLesson, unitPage } from '../../vocabulary/units.ts';
import type { DeskState, Launched, Results, StoreView } from '../desk.ts';
import type { LearnerRecord } from '../records.ts';
import { isServerFault } from '../server-faults.ts';
import { MODES, placeNow, readAddress, type Setting, SIZES, writeAddress } from './address.ts';
import { contentsList, standingRows } from './contents.ts';
import { API_LATE, type Fault } from './faults.ts';
import { callsPanel, documentsPanel, faultsPanel, gradesPanel, modelPanel, requestsAsCalls, statementsPanel, storeGradesPanel, textPanel } from './panels.ts';
import { type Call, type Line, openLine, type Sequence } from './scorm.ts';
import { type Standing, standings, stateAfter } from './sequencer.ts';

const PANELS = { grades: 'Gradebook', model: 'Data model', calls: 'Calls', said: 'Statements', faults: 'Faults', text: 'Text' } as const;
type Panel = keyof typeof PANELS;

/** How often the panels look at the running course. Milliseconds. */
const LOOK = 500;

const EMPTY: DeskState = { title: '', standard: '', build: null, edition: 0, behind: false, remarks: '', summary: '', units: [], activities: null };

class DeskPage extends LitElement {
  static override properties = { state: { state: true }, setting: { state: true }, panel: { state: true }, calls: { state: true }, record: { state: true }, model: { state: true }, said: { state: true }, store: { state: true }, unit: { state: true }, standings: { state: true } };

  declare private state: DeskState;
  declare private setting: Setting;
  declare private panel: Panel;
  declare private calls: readonly Call[];
  declare private record: LearnerRecord | null;
  declare private model: Record<string, unknown> | null;
  /** For the live region: what has just happened. */
  declare private said: string;
  declare private store: StoreView;
  /** The lesson on show, where the LMS launches them one by one. */
  declare private unit: string;
  declare private standings: ReadonlyMap<string, Standing>;
  private results = '';
  private line: Line | null = null;
  private late = 0;
  /** How often the course was opened: an opening that another one has overtaken goes no further. */
  private openings = 0;

  constructor() {
    super();
    this.state = EMPTY;
    this.setting = readAddress(location.hash);
    this.panel = 'grades';
    this.calls = [];
    this.record = null;
    this.model = null;
    this.said = '';
    this.unit = '';
    this.standings = new Map();
    this.store = { statements: [], complaints: [], documents: {}, requests: [], opened: 0, moveOn: '' };
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const events = new EventSource('/events');
    events.addEventListener('message', ({ data }) => void this.hear(JSON.parse(String(data)) as DeskState));
    events.addEventListener('error', () => (this.said = 'The preview was stopped. Start it again with lectern preview.'));
    addEventListener('hashchange', () => {
      this.setting = readAddress(location.hash);
      void this.launch();
    });
    setInterval(() => void this.look(), LOOK);
  }

  private async hear(state: DeskState): Promise<void> {
    const { edition } = this.state;
    this.state = state;
    document.title = `${state.title || 'Lectern'} – preview`;
    if (state.behind) this.panel = 'text';
    else if (!this.panels().includes(this.panel)) this.panel = this.panels()[0] ?? 'text';
    if (state.edition === edition) return;
    if (edition > 0) this.said = `Built anew: ${state.summary || 'no mistakes'}.`;
    await this.launch();
  }

  /** Takes the course away as an LMS does, so that it can end its session, and opens the newest edition. */
  private async launch(): Promise<void> {
    const opening = ++this.openings;
    await this.close();
    const { learner, mode, faults, code, at } = this.setting;
    const sequence = await this.sequence();
    if (opening !== this.openings) return;
    if (this.unit !== (sequence?.unit ?? '')) this.record = null;
    this.unit = sequence?.unit ?? '';
    const response = await fetch(`/launch?${new URLSearchParams({ learner, mode, faults: faults.join('.'), unit: this.unit })}`, { method: 'POST' });
    const launched = (await response.json()) as Launched | null;
    if (launched === null || opening !== this.openings) return;
    this.calls = [];
    const chosen = new Set(faults);
    this.line = openLine({
      standard: this.state.standard,
      commitUrl: `/commit?${new URLSearchParams({ learner, session: String(launched.session), faults: faults.filter(isServerFault).join('.') })}`,
      cmi: launched.cmi,
      faults: chosen,
      code,
      sequence,
      killed: () => this.kill(),
      heard: (call) => (this.calls = [...this.calls, call]),
    });
    if (this.state.standard.startsWith('scorm')) this.offer(this.line, chosen);
    // The page of a lesson is at the top of it already.
    this.show(launched, chosen, sequence !== null && /^\/[^/]*$/.test(at) ? '' : at);
  }

  /** The lesson that the address names, else the one that was opened last, else the first; and where the sequencer is by then. */
  private async sequence(): Promise<Sequence | null> {
    const { activities, units } = this.state;
    if (activities === null) return null;
    const results = (await this.asked<Results>('/results')) ?? { units: {}, last: '' };
    const [, lesson = ''] = this.setting.at.split('/');
    const named = units.find(({ page }) => page === unitPage(lesson)) ?? units.find(({ id }) => id === results.last) ?? units[0];
    if (named === undefined) return null;
    this.judge(results);
    if (this.standings.get(named.id)?.open === false) this.said = `An LMS would not open “${named.title}” yet. It is opened here for a look.`;
    return { activities, state: stateAfter(activities, results.units), unit: named.id, delivered: (unit) => setTimeout(() => this.open(unit)) };
  }

  private judge({ units }: Results): void {
    const { activities } = this.state;
    const told = JSON.stringify([this.state.edition, units]);
    if (activities === null || told === this.results) return;
    this.results = told;
    this.standings = standings(activities, units);
  }

  private open(unit: string): void {
    const lesson = unitLesson(this.state.units.find(({ id }) => id === unit)?.page ?? '');
    if (lesson !== null) this.change({ at: `/${lesson}` });
  }

  /** As a learner does in the LMS's list. */
  private chooseUnit(unit: string): void {
    if (this.standings.get(unit)?.open === false && unit !== this.unit) {
      this.said = `“${this.state.units.find(({ id }) => id === unit)?.title ?? ''}” is not open yet: an LMS opens it once the lesson before is done.`;
      return;
    }
    this.open(unit);
  }

  private offer({ object, functions }: Line, faults: ReadonlySet<Fault>): void {
    if (faults.has('no-api')) return;
    setBeacon(faults);
    const put = (): void => void Reflect.set(window, object, functions);
    if (faults.has('api-late')) this.late = window.setTimeout(put, API_LATE);
    else put();
  }

  private show({ edition, page }: Launched, faults: ReadonlySet<Fault>, at: string): void {
    const folder = [edition, ...[...faults].filter(isServerFault)].join('~');
    const host = faults.has('other-origin') ? `http://${location.hostname === 'localhost' ? '127.0.0.1' : 'localhost'}:${location.port}` : '';
    const frame = document.createElement('iframe');
    frame.title = 'Course';
    if (faults.has('sandboxed')) frame.setAttribute('sandbox', 'allow-scripts');
    const size = SIZES[this.setting.size] ?? null;
    if (size !== null) [frame.width, frame.height] = [String(size[0]), String(size[1])];
    frame.src = `${host}/course/${folder}/${page}${at === '' ? '' : `#${at}`}`;
    this.querySelector('.stage')?.replaceChildren(frame);
  }

  /** Nothing that the dead course still says is heard; its last events have no listeners in a frame that is gone. */
  private kill(): void {
    this.said = 'The course was killed while it told an answer. Open it again.';
    queueMicrotask(() => this.querySelector('.stage')?.replaceChildren());
  }

  private async close(): Promise<void> {
    clearTimeout(this.late);
    const stage = this.querySelector('.stage');
    if (stage === null) await this.updateComplete;
    // Removing the frame is the end of the page: what the course sends then must arrive before the next launch asks.
    this.querySelector('.stage')?.replaceChildren();
    await new Promise((resolve) => setTimeout(resolve, 100));
    for (const object of ['API', 'API_1484_11']) Reflect.deleteProperty(window, object);
    this.line = null;
  }

  private async look(): Promise<void> {
    if (this.told) {
      if (this.panel !== 'faults' && this.panel !== 'text') this.store = (await this.asked<StoreView>('/statements')) ?? this.store;
      return;
    }
    if (this.state.activities !== null) {
      const results = await this.asked<Results>('/results');
      if (results !== undefined) this.judge(results);
    }
    if (this.panel === 'model') this.model = this.line?.model() ?? null;
    if (this.panel !== 'grades') return;
    const record = await this.asked<LearnerRecord | null>('/record');
    if (record !== undefined) this.record = record;
  }

  /** What the preview knows of the learner; undefined when it was stopped. */
  private async asked<T>(path: string): Promise<T | undefined> {
    try {
      const response = await fetch(`${path}?${new URLSearchParams({ learner: this.setting.learner, unit: this.unit })}`);
      return (await response.json()) as T;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      this.said = 'The preview was stopped. Start it again with lectern preview.';
      return undefined;
    }
  }

  private change(change: Partial<Setting>): void {
    const address = writeAddress({ ...this.setting, ...change });
    if (address === location.hash) void this.launch();
    else location.hash = address;
  }

  private async startAnew(): Promise<void> {
    await this.close();
    await fetch(`/forget?${new URLSearchParams({ learner: this.setting.learner })}`, { method: 'POST' });
    if (this.alone) emptyShelf();
    this.record = null;
    if (this.state.activities !== null) this.toFirstLesson();
    this.said = this.alone ? 'The course starts anew.' : `${this.setting.learner} starts anew.`;
    await this.launch();
  }

  private toFirstLesson(): void {
    this.setting = { ...this.setting, at: '' };
    history.replaceState(null, '', writeAddress(this.setting) || '#');
  }

  /** The address with the place that the learner is at now. */
  private async copyLink(): Promise<void> {
    const frame = this.querySelector('iframe');
    let at = this.setting.at;
    try {
      at = frame?.contentWindow?.location.hash.slice(1) ?? at;
      at = placeNow(at, this.line?.model() ?? {});
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
    }
    const link = `${location.origin}/${writeAddress({ ...this.setting, at })}`;
    try {
      await navigator.clipboard.writeText(link);
      this.said = 'The link was copied.';
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      this.said = link;
    }
  }

  protected override render(): TemplateResult {
    const { learner, mode, size } = this.setting;
    const { title, standard, build } = this.state;
    const panels = this.panels();
    return html`
      <header class="bar"><div class="title">
        <h1>${title || 'Nothing to play yet'}</h1>
        <p class="build">${standard}${build === null ? '' : ` · build ${build}`}</p>
        <p class="said" role="status">${this.said}</p>
      </div><form class="controls" @submit=${(event: Event) => event.preventDefault()}>
        ${this.alone ? nothing : html`<label>Learner <input .value=${learner} maxlength="60" autocomplete="off" spellcheck="false" @change=${(event: Event) => this.change({ learner: valueOf(event) })}></label>
        <label>Mode <select @change=${(event: Event) => this.change({ mode: MODES.find((known) => known === valueOf(event)) ?? 'normal' })}>${MODES.map((each) => html`<option ?selected=${each === mode}>${each}</option>`)}</select></label>`}
        <label>Frame <select @change=${(event: Event) => this.change({ size: valueOf(event) })}>${Object.keys(SIZES).map((each) => html`<option ?selected=${each === size}>${each}</option>`)}</select></label>
        <button type="button" @click=${() => this.launch()}>Open again</button>
        <button type="button" @click=${() => this.close()}>Take the frame away</button>
        <button type="button" @click=${() => this.startAnew()}>Start anew</button>
        <button type="button" @click=${() => this.copyLink()}>Copy link</button>
      </form></header>
      <main>${this.contents()}<div class="stage"></div></main>
      <aside aria-label="What the LMS sees">
        <div role="tablist" class="tabs" @keydown=${(event: KeyboardEvent) => this.byArrow(event)}>${panels.map((name) => html`
          <button type="button" role="tab" id="tab-${name}" aria-controls="panel" aria-selected=${name === this.panel} tabindex=${name === this.panel ? 0 : -1} @click=${() => this.choose(name)}>${PANELS[name]}${name === 'text' && this.state.remarks !== '' ? ' •' : ''}</button>`)}</div>
        <div role="tabpanel" id="panel" aria-labelledby="tab-${this.panel}">${this.panelBody()}</div>
      </aside>`;
  }

  /** A run-time in the window is called; a record store is told. */
  private get told(): boolean {
    return this.state.standard === 'cmi5' || this.state.standard === 'tincan';
  }

  /** A site without an LMS: nobody is known, and nothing is recorded. */
  private get alone(): boolean {
    return this.state.standard === 'web';
  }

  private panels(): Panel[] {
    const hidden: readonly Panel[] = this.alone ? ['grades', 'model', 'calls', 'said'] : this.told ? [] : ['said'];
    return (Object.keys(PANELS) as Panel[]).filter((name) => !hidden.includes(name));
  }

  private panelBody(): TemplateResult {
    switch (this.panel) {
      case 'grades':
        return this.told ? storeGradesPanel(this.store) : this.grades();
      case 'model':
        return this.told ? documentsPanel(this.store) : modelPanel(this.model);
      case 'calls':
        return callsPanel(this.told ? requestsAsCalls(this.store) : this.calls);
      case 'said':
        return statementsPanel(this.store);
      case 'faults':
        return faultsPanel(this.setting, this.state.standard, (change) => this.change(change));
      case 'text':
        return textPanel(this.state);
    }
  }

  private grades(): TemplateResult {
    const { activities, units, title, standard } = this.state;
    if (activities === null) return gradesPanel(this.record, standard);
    const rows = standingRows({ title, units, activities, standings: this.standings });
    return gradesPanel(this.record, standard, rows, units.find(({ id }) => id === this.unit)?.title ?? '');
  }

  private contents(): TemplateResult | typeof nothing {
    const { activities, units, title } = this.state;
    if (activities === null) return nothing;
    return contentsList({ title, units, activities, standings: this.standings, current: this.unit, choose: (unit) => this.chooseUnit(unit) });
  }

  private choose(panel: Panel): void {
    this.panel = panel;
    void this.look();
  }

  private byArrow(event: KeyboardEvent): void {
    const names = this.panels();
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = step === undefined ? undefined : names[(names.indexOf(this.panel) + step + names.length) % names.length];
    if (next === undefined) return;
    event.preventDefault();
    this.choose(next);
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(`#tab-${next}`)?.focus());
  }
}

/** What a course for a plain web server has kept of its place. */
function emptyShelf(): void {
  const names = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
  for (const name of names) if (name.startsWith(SHELF_NAME)) localStorage.removeItem(name);
}

/** How the LMS page sends what must arrive while it closes. */
function setBeacon(faults: ReadonlySet<Fault>): void {
  Reflect.deleteProperty(navigator, 'sendBeacon');
  const send = faults.has('no-beacon') ? () => false : faults.has('sync-refused') ? sendAndWait : null;
  if (send !== null) Object.defineProperty(navigator, 'sendBeacon', { configurable: true, value: send });
}

/** As many LMSs do it; browsers refuse it to a page that closes. */
function sendAndWait(url: string, body: XMLHttpRequestBodyInit): boolean {
  const request = new XMLHttpRequest();
  request.open('POST', url, false);
  try {
    request.send(body);
    return request.status === 200;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return false;
  }
}

function valueOf(event: Event): string {
  const { target } = event;
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target.value : '';
}

customElements.define('lectern-desk', DeskPage);
