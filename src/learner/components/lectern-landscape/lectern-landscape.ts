/** Makes a drawn landscape move: step size, step, run, another start; a loop beside it turns along (visuals 3.4). */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { fromMap, MAP, onMap, paceOf, rounded, RUN, STEPS, worded, type LandscapeWords, type Point, type Visit } from '../../../course/landscape.ts';
import type { Surface } from '../../../course/visual.ts';
import { TAGS_OF } from '../../../vocabulary/features.ts';
import { motionless } from '../display.ts';
import { beginAt, fromStart, here, outcomeOf, resized, startRun, takeStep, type Descent } from './descent.ts';
import { copyTable, runTable } from './run-table.ts';
import { turnLoop } from './turning.ts';

/** A run of 60 steps takes five seconds. */
const STEP_MS = 1000 / 12;

/** Top left, top right, bottom left, bottom right; the arrow points there. */
const CORNERS: readonly { x: 1 | -1; y: 1 | -1; turn: number }[] = [
  { x: -1, y: 1, turn: 225 },
  { x: 1, y: 1, turn: 315 },
  { x: -1, y: -1, turn: 135 },
  { x: 1, y: -1, turn: 45 },
];

/** `chosen` by index; null until something is chosen. */
interface Guess {
  right: number;
  why: string | null;
  chosen: number | null;
}

class LecternLandscape extends LitElement {
  private descent: Descent | null = null;
  private words: LandscapeWords | null = null;
  private timer = 0;
  /** What has to be guessed before the ball moves, and the guess; null where nothing is asked. */
  private prediction: Guess | null = null;
  /** What happened, for the status line. */
  private said = '';

  /** The drawing stays as it is; only what follows it is ours. */
  protected override createRenderRoot(): HTMLElement {
    const controls = document.createElement('div');
    controls.className = 'controls';
    this.append(controls);
    return controls;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { surface, start, size, words, prediction } = this.dataset;
    const [x, y] = (start ?? '').split(' ').map(Number);
    if (words === undefined || x === undefined || y === undefined || !isSurface(surface)) return;
    this.words = JSON.parse(words) as LandscapeWords;
    if (prediction !== undefined) this.askFirst(JSON.parse(prediction) as Omit<Guess, 'chosen'>);
    this.descent ??= beginAt(surface, { x, y }, Number(size));
    // An extra for those who point: the corners stay.
    this.querySelector<SVGElement>('.map')?.addEventListener('click', this.onPoint);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
    this.querySelector<SVGElement>('.map')?.removeEventListener('click', this.onPoint);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { descent, words } = this;
    return descent === null || words === null ? nothing : this.controlsFor(descent, words);
  }

  private controlsFor(descent: Descent, words: LandscapeWords): TemplateResult {
    const pace = words.paces[paceOf(descent.surface, descent.size)];
    const size = this.number(descent.size);
    const waits = String(this.waits());
    return html`
      <label class="size">${words.stepSize} <output>${size}, ${pace}</output>
        <input type="range" min=${STEPS.least} max=${STEPS.most} step=${STEPS.by} .value=${String(descent.size)} aria-valuetext=${`${size}, ${pace}`} @input=${this.onSize}>
      </label>
      <div class="buttons">
        <button type="button" class="button primary" aria-disabled=${waits} @click=${this.onStep}>${words.step}</button>
        <button type="button" class="button" aria-disabled=${waits} @click=${this.onRun}>${descent.running ? words.pause : words.run}</button>
        <button type="button" class="button" @click=${this.onReset}>${words.reset}</button>
      </div>
      <fieldset class="corners"><legend>${words.startFrom}</legend>${CORNERS.map((corner, i) => this.cornerButton(corner, words.corners[i] ?? '', descent))}</fieldset>
      <p class="said" aria-live="polite" aria-atomic="true">${this.said}</p>
      ${descent.path.length > 1 ? html`${this.curve(descent.path, words)}<div class="buttons"><button type="button" class="button" @click=${this.onCopy}>${words.copy}</button></div>` : nothing}`;
  }

  private cornerButton(corner: (typeof CORNERS)[number], name: string, { path }: Descent): TemplateResult {
    const start = path[0] as Visit;
    const chosen = Math.sign(start.x) === corner.x && Math.sign(start.y) === corner.y;
    return html`<button type="button" class="corner" aria-label=${name} aria-pressed=${chosen} @click=${() => this.startAt(corner)}><svg viewBox="0 0 16 16" aria-hidden="true"><path transform="rotate(${corner.turn} 8 8)" d="M2 8h11M9 4l4 4-4 4"></path></svg></button>`;
  }

  /** Loss after each step, as a line of its own scale. */
  private curve(path: readonly Visit[], words: LandscapeWords): TemplateResult {
    const highest = Math.max(...path.map(({ loss }) => loss));
    const points = path.map(({ loss }, i) => `${(i / Math.max(10, path.length - 1)) * 100},${40 - (loss / highest) * 38}`).join(' ');
    return html`<div class="curve" aria-hidden="true">${worded(words.curve, { loss: words.loss })}<svg viewBox="0 0 100 40" preserveAspectRatio="none"><polyline points=${points}></polyline></svg></div>`;
  }

  private readonly onSize = (event: Event): void => {
    const { descent } = this;
    if (descent === null || !(event.target instanceof HTMLInputElement)) return;
    this.change(resized(descent, Number(event.target.value)), ' ');
  };

  private readonly onStep = (): void => {
    const { descent } = this;
    if (descent === null || this.waits(true)) return;
    const before = here(descent);
    const next = takeStep({ ...descent, running: false });
    this.change(next, this.outcomeWords(next) ?? this.stepWords(next, before));
    turnLoop(this, next.path.length - 1, true, this.words?.turn ?? '');
  };

  private readonly onRun = (): void => {
    const { descent } = this;
    if (descent === null || this.waits(true)) return;
    if (descent.running) return this.change({ ...descent, running: false }, this.said);
    this.change(startRun(descent), ' ');
    // Without motion the end is shown at once.
    if (motionless()) while (this.descent?.running) this.tick();
    else this.timer = window.setInterval(() => this.tick(), STEP_MS);
  };

  private readonly onReset = (): void => {
    if (this.descent !== null) this.change(fromStart(this.descent), ' ');
    turnLoop(this, 0, false, '');
  };

  private startAt({ x, y }: Point): void {
    const start = this.descent?.path[0];
    if (start !== undefined) this.begin({ x: Math.abs(start.x) * x, y: Math.abs(start.y) * y });
  }

  private readonly onPoint = (event: MouseEvent): void => {
    if (!(event.currentTarget instanceof Element)) return;
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    if (width > 0 && height > 0) this.begin(fromMap({ x: ((event.clientX - left) / width) * MAP.width, y: ((event.clientY - top) / height) * MAP.height }));
  };

  private begin(at: Point): void {
    const { descent } = this;
    if (descent !== null) this.change(beginAt(descent.surface, at, descent.size), ' ');
    turnLoop(this, 0, false, '');
  }

  private readonly onCopy = (): void => {
    const { descent, words } = this;
    if (descent === null || words === null) return;
    void copyTable(runTable(descent.path, words), this).then((done) => {
      this.said = done ? words.copied : words.notCopied;
      this.requestUpdate();
    });
  };

  private tick(): void {
    if (this.descent === null) return;
    const next = takeStep(this.descent);
    this.change(next, next.running ? ' ' : (this.outcomeWords(next) ?? ''));
    turnLoop(this, next.path.length - 1, false, this.words?.turn ?? '');
  }

  private change(descent: Descent, said: string): void {
    this.descent = descent;
    this.said = said;
    if (!descent.running) {
      clearInterval(this.timer);
      if (said.trim() !== '') this.rename(said);
    }
    // Until something is done the drawn way stays: it shows what there is to see.
    this.drawWay(descent.path);
    this.requestUpdate();
  }

  /** Prediction before observation: steps and the run wait for it. */
  private askFirst(asked: Omit<Guess, 'chosen'>): void {
    this.prediction ??= { ...asked, chosen: null };
    this.querySelector('.prediction')?.addEventListener('change', ({ target }) => {
      if (this.prediction === null || !(target instanceof HTMLInputElement)) return;
      this.prediction = { ...this.prediction, chosen: Number(target.value) };
      this.requestUpdate();
    });
  }

  /** True until something is chosen; `say` tells so in the status line. */
  private waits(say = false): boolean {
    const waits = this.prediction?.chosen === null;
    if (waits && say) {
      this.said = this.words?.predict ?? '';
      this.requestUpdate();
    }
    return waits;
  }

  /** What became of the guess, behind what happened. */
  private guessWords(): string {
    const { prediction, words } = this;
    if (prediction === null || words === null || prediction.chosen === null) return '';
    const came = prediction.chosen === prediction.right ? words.predicted.right : words.predicted.wrong;
    return ` ${came}${prediction.why === null ? '' : ` ${prediction.why}`}`;
  }

  private outcomeWords(descent: Descent): string | null {
    const outcome = outcomeOf({ ...descent, running: descent.path.length > RUN });
    const { words } = this;
    if (outcome === null || words === null) return null;
    const [first, last] = [descent.path[0] as Visit, here(descent)];
    return worded(words.outcomes[outcome], { size: this.number(descent.size), n: descent.path.length - 1, loss: words.loss, first: this.number(first.loss), last: this.number(last.loss) }) + this.guessWords();
  }

  private stepWords(descent: Descent, before: Visit): string {
    const { words } = this;
    const now = here(descent);
    if (words === null) return '';
    return worded(now.loss <= before.loss ? words.down : words.up, { n: descent.path.length - 1, loss: words.loss, now: this.number(now.loss), before: this.number(before.loss) });
  }

  /** The picture's name and its text version follow what it shows at rest. */
  private rename(said: string): void {
    const frame = this.querySelector('[role="img"]');
    const name = frame?.getAttribute('aria-label') ?? '';
    frame?.setAttribute('aria-label', `${name.split('. ')[0] ?? ''}. ${said}`);
    const text = this.closest('figure')?.querySelector('.text-version');
    // The author's own description may stand above it.
    const sentence = text?.querySelector('table')?.previousElementSibling;
    if (sentence?.tagName === 'P') sentence.textContent = said;
    const rows = (this.descent?.path ?? []).map((at, i) => {
      const row = document.createElement('tr');
      for (const value of [i, at.x, at.y, at.loss]) row.insertCell().textContent = this.number(value);
      return row;
    });
    text?.querySelector('tbody')?.replaceChildren(...rows);
  }

  private drawWay(path: readonly Visit[]): void {
    const set = (selector: string, values: Record<string, string | number>): void => {
      const piece = this.querySelector(selector);
      for (const [name, value] of Object.entries(values)) piece?.setAttribute(name, String(value));
    };
    const dot = (at: Visit): { cx: number; cy: number } => {
      const { x, y } = onMap(at);
      return { cx: Math.min(MAP.width, Math.max(0, x)), cy: Math.min(MAP.height, Math.max(0, y)) };
    };
    set('.trail', { points: path.map((at) => Object.values(onMap(at)).join(',')).join(' ') });
    set('.start', dot(path[0] as Visit));
    set('.ball', dot(path[path.length - 1] as Visit));
  }

  private number(value: number): string {
    return rounded(value, this.closest('[lang]')?.getAttribute('lang') ?? 'en');
  }
}

function isSurface(name: string | undefined): name is Surface {
  return name === 'bowl' || name === 'valley' || name === 'two-dips';
}

customElements.define(TAGS_OF.landscape, LecternLandscape);
