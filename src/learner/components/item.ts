/** What every question's element shares: taking over its static markup, its frame, its hints, its verdict. */
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { AnswerKey, ItemPayload, Response, SealedItem } from '../../course/payload.ts';
import type { ProseData } from '../../course/prose.ts';
import type { PageWords } from '../../locales/strings.ts';
import { ITEM_ATTRIBUTE } from '../../vocabulary/tags.ts';
import type { ItemRecord } from '../session/session.ts';
import { emit } from './events.ts';
import { isInline, prose } from './prose.ts';

/** What an answer takes: it comes with the record. */
export interface Judge {
  /** Opens what gives the answer away. */
  unsealed(item: ItemPayload): SealedItem;
  /** By the id of each blank, pair or step; null for types without parts. */
  partsRight(key: AnswerKey, response: Response): Record<string, boolean> | null;
}

/** What an item needs to know beside itself. */
export interface ItemSetting {
  /** null until answers are taken. */
  judge: Judge | null;
  strings: PageWords;
  /** Said where what would have been right is not shown. */
  reviewWords?: string;
  /** The last question leads to the results. */
  last: boolean;
  /** Language of the words above, where the lesson around them is in another one; else null. */
  foreign: string | null;
  /** What was written here in this browser and never handed in; '' mostly. */
  draft: string;
  /** BCP 47 of the lesson: numbers are read and written in it. */
  language: string;
  /** Stands in the text, not in the Check view: nothing follows it. */
  inline: boolean;
  /** Of a quiz that is handed in as a whole and was not yet. */
  whole: boolean;
}

/** Elements that hold words of the interface only, in every item. */
const INTERFACE = '.facts, .choose, .error, .button, .verdict, .tag, .answer-label, .feedback-title, .small-legend, .marked, .ours, summary';

export abstract class ItemElement extends LitElement {
  static override properties = {
    item: { attribute: false },
    setting: { attribute: false },
    record: { attribute: false },
    error: { state: true },
    opened: { state: true },
  };

  declare item: ItemPayload | undefined;
  declare setting: ItemSetting | undefined;
  declare record: ItemRecord | undefined;
  /** Why nothing was submitted. */
  declare protected error: string;
  /** How many hints may be seen. */
  declare protected opened: number;
  private sealedItem: SealedItem | null = null;
  /** What the status line says now is the outcome of a press, and not of an earlier visit. */
  protected answeredHere = false;

  constructor() {
    super();
    this.error = '';
    this.opened = 1;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override shouldUpdate(): boolean {
    return this.item !== undefined && this.setting !== undefined && this.record !== undefined;
  }

  /** The static markup gives way in one step, and what the learner already did in it is kept. */
  protected override update(changed: PropertyValues): void {
    if (this.hasUpdated) {
      super.update(changed);
      return this.fillIn();
    }
    this.setAttribute(ITEM_ATTRIBUTE, this.known.id);
    const focused = this.contains(document.activeElement) ? [...this.querySelectorAll(FOCUSABLE)].indexOf(document.activeElement ?? this) : -1;
    this.restore(this.record ?? null);
    this.takeOver();
    this.replaceChildren();
    super.update(changed);
    this.fillIn();
    const target = [...this.querySelectorAll(FOCUSABLE)][focused];
    if (target instanceof HTMLElement) target.focus({ preventScroll: true });
  }

  protected override updated(_changed: PropertyValues): void {
    const foreign = this.setting?.foreign ?? null;
    if (foreign === null) return;
    const ours = this.item?.options[0]?.prose.length === 0 ? `${INTERFACE}, .option-text` : INTERFACE;
    for (const element of this.querySelectorAll<HTMLElement>(ours)) element.lang = foreign;
  }

  /** Shows what another window of the course recorded, unless nothing is new in it. */
  recall(record: ItemRecord): void {
    const news = record.tries !== this.record?.tries || record.result !== this.record.result;
    this.record = record;
    if (news) this.restore(record);
  }

  /** Puts controls into places that the author's prose leaves for them, after each rendering. */
  protected fillIn(): void {}

  /** The quiz ends: what was entered and not handed in is handed in as it is. */
  abstract handIn(): void;

  /** Reads what was typed or chosen in the static markup. */
  protected abstract takeOver(): void;
  /** Shows what was answered at an earlier visit. */
  protected abstract restore(record: ItemRecord | null): void;

  protected get known(): ItemPayload {
    if (this.item === undefined) throw new Error('an item element was used before it had its item');
    return this.item;
  }

  protected get words(): PageWords['item'] {
    if (this.setting === undefined) throw new Error('an item element was used before it had its strings');
    return this.setting.strings.item;
  }

  protected get judge(): Judge {
    if (!this.setting?.judge) throw new Error('an item was answered before its record was open');
    return this.setting.judge;
  }

  /** Opens what gives the answer away; only called once there is an answer. */
  protected get sealed(): SealedItem {
    this.sealedItem ??= this.judge.unsealed(this.known);
    return this.sealedItem;
  }

  /** `sureness`: index into the words for it; null where nobody asked. */
  protected submit(response: Response, sureness: number | null = null): void {
    this.error = '';
    this.answeredHere = true;
    emit(this, 'lectern-answer', { item: this.known, sealed: this.sealed, response, sureness });
    // Words beside the options push the button down; in a small frame the focus must stay in sight (WCAG 2.4.11).
    void this.updateComplete.then(() => this.querySelector(':focus')?.scrollIntoView({ block: 'nearest' }));
  }

  /** Nothing is submitted; the first input, or the one named, gets the focus and is described by the message. */
  protected refuse(message: string, at = '.field :is(input, select, textarea, button)'): void {
    this.error = message;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(at)?.focus());
  }

  /** Id of what describes an input: the message why nothing was submitted, or what always does. */
  protected described(always = ''): string | typeof nothing {
    const ids = [this.error === '' ? '' : this.errorId, always].filter((id) => id !== '').join(' ');
    return ids === '' ? nothing : ids;
  }

  protected get errorId(): string {
    return `${this.known.id}-error`;
  }

  protected field(how: unknown, inside: unknown, prompt: ProseData = this.known.prompt): TemplateResult {
    const { id } = this.known;
    const error = this.error === '' ? nothing : html`<p class="error" id=${this.errorId}>${this.error}</p>`;
    if (isInline(prompt)) return html`<fieldset class="field"><legend class="prompt">${prose(prompt)}${how}</legend>${this.meta()}${error}${inside}</fieldset>`;
    return html`<div class="prompt" id="${id}-prompt">${prose(prompt)}${how}</div><fieldset class="field" aria-labelledby="${id}-prompt">${this.meta()}${error}${inside}</fieldset>`;
  }

  private meta(): TemplateResult {
    const { graded, points, attempts } = this.known;
    if (!graded) return html`<p class="facts"><span>${this.words.notGraded}</span></p>`;
    const tries = attempts > 0 && this.record?.attemptsLeft !== null ? html` <span>${this.words.attempts(attempts)}</span>` : nothing;
    return html`<p class="facts"><span>${this.words.points(points)}</span>${tries}</p>`;
  }

  protected hints(): TemplateResult[] {
    const { hints } = this.known;
    return hints.map(
      (hint, index) =>
        html`<details class="hint" ?hidden=${index >= this.opened} @toggle=${() => (this.opened = Math.max(this.opened, index + 2))}><summary>${this.words.hint(index + 1, hints.length)}</summary><div class="hint-text">${prose(hint)}</div></details>`,
    );
  }

  /** The verdict on an answer of an earlier visit is there to read, but is no news to be announced. */
  protected verdict(text: string, kind: 'right' | 'wrong' | 'neutral'): TemplateResult {
    return html`<p class="verdict" aria-live=${text === '' || this.answeredHere ? 'polite' : 'off'} aria-atomic="true">${text === '' ? nothing : html`<span class="verdict-text" data-kind=${kind}>${text}</span>`}</p>`;
  }

  /** Quiet while there is still a try to take. */
  protected next(primary: boolean): TemplateResult | typeof nothing {
    if (this.setting?.inline === true) return nothing;
    const label = this.setting?.last !== true ? this.words.next : this.setting.whole ? this.words.toReview : this.words.toResults;
    return html`<div class="actions"><button type="button" class="button ${primary ? 'primary' : ''}" data-action="next" @click=${() => emit(this, 'lectern-next', null)}>${label}</button></div>`;
  }

  protected explanation(): unknown {
    const { why } = this.sealed;
    return why === null ? nothing : html`<h4 class="feedback-title">${this.words.explanation}</h4>${block(why)}`;
  }
}

const FOCUSABLE = 'input, select, textarea, button, summary, a[href]';

/** Prose as a block of its own: a lone paragraph comes without its `<p>`. */
export function block(data: ProseData): TemplateResult {
  return isInline(data) ? html`<p>${prose(data)}</p>` : html`<div>${prose(data)}</div>`;
}
