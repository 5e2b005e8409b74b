/** What every item that the page itself judges has in common, from the first entry to the verdict; each type brings its inputs and its review. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Response } from '../../course/payload.ts';
import type { ProseData } from '../../course/prose.ts';
import type { ItemRecord } from '../session/session.ts';
import { ItemElement, block } from './item.ts';
import { sureness, saidSure } from './sureness.ts';

/** Feedback on one thing that was chosen. */
export interface About {
  title: unknown;
  text: ProseData;
}

/** Words beside something in review. */
export interface Tag {
  text: string;
  kind: 'right' | 'wrong' | 'plain';
}

export abstract class CheckedItem extends ItemElement {
  static override properties = { ...ItemElement.properties, judged: { state: true }, sure: { state: true } };

  /** A verdict is on show; it goes as soon as the learner tries again. */
  declare protected judged: boolean;
  /** How sure the learner is, as an index; null before a choice. */
  declare private sure: number | null;

  constructor() {
    super();
    this.judged = false;
    this.sure = null;
  }

  /** The controls. */
  protected abstract inputs(): TemplateResult;
  /** The same without any control: what was answered and what is right, in words. */
  protected abstract review(): TemplateResult;
  /** Why the answer cannot be taken yet, and the input to go to; null when it can. */
  protected abstract missing(): { message: string; at?: string } | null;
  protected abstract response(): Response;
  /** Takes back what was answered at an earlier visit. */
  protected abstract recallResponse(response: Response): void;

  /** Empties every input. */
  protected abstract forget(): void;
  /** Something was entered, complete or not. */
  protected abstract get begun(): boolean;

  /** Words under the prompt. */
  protected how(): unknown {
    return nothing;
  }

  /** The author's words on what was chosen, beside those on the whole. */
  protected about(): About[] {
    return [];
  }

  protected get language(): string {
    return this.setting?.language ?? '';
  }

  protected get final(): boolean {
    return this.judged && this.record?.done === true;
  }

  /** What would have been right is not shown, or not yet. */
  protected get keptBack(): boolean {
    return this.record?.withheld === true || this.record?.keptBack === true;
  }

  /** By the id of each blank, pair or step, once it was judged; null for types without parts. */
  protected get parts(): Readonly<Record<string, boolean>> | null {
    const last = this.record?.last ?? null;
    return this.judged && last !== null ? this.judge.partsRight(this.sealed.key, last) : null;
  }

  protected override restore(record: ItemRecord | null): void {
    if (record === null) return;
    if (record.tries === 0 && !record.done) {
      // Another round of the quiz begins.
      if (this.judged) this.forget();
      this.judged = false;
      return;
    }
    // Another try has begun here already.
    if (!record.done && !this.judged && this.begun) return;
    if (record.last !== null) this.recallResponse(record.last);
    this.sure = record.sureness;
    this.judged = true;
  }

  /** To be called when the learner changes anything: an old verdict would be about something else. */
  protected touched(): void {
    this.error = '';
    this.judged = false;
  }

  protected override render(): TemplateResult {
    const { final } = this;
    return html`${this.group(final ? this.review() : this.inputs())}${this.hints()}${this.asked(final)}<div class="actions"><button type="button" class="button primary" data-action="check" aria-disabled=${final ? 'true' : nothing} @click=${this.press}>${this.label()}</button></div>${this.judgement()}`;
  }

  protected group(inside: TemplateResult): TemplateResult {
    return this.field(this.how(), inside);
  }

  private asked(final: boolean): unknown {
    if (!this.known.confidence) return nothing;
    if (final) return saidSure(this.words, this.sure);
    return sureness(this.known.id, this.words, this.sure, (index) => {
      this.sure = index;
      this.touched();
    });
  }

  private label(): string {
    const { words, record } = this;
    if (this.judged) return record?.done === true ? words.answered : record?.withheld === true ? words.change : words.tryAgain;
    return this.known.type === 'likert' ? words.submit : record?.withheld === true ? words.save : words.check;
  }

  protected press(): void {
    if (this.judged) {
      // The button keeps the focus and the wrong choice stays marked; only the verdict goes.
      if (this.record?.done !== true) this.judged = false;
      return;
    }
    const missing = this.missing();
    if (missing !== null) return this.refuse(missing.message, missing.at);
    this.submit(this.response(), this.known.confidence ? this.sure : null);
    this.judged = true;
  }

  override handIn(): void {
    if (this.judged || !this.begun) return;
    this.submit(this.response(), this.known.confidence ? this.sure : null);
    this.judged = true;
  }

  /** Enter in a field of one line checks the answer, as in any form. */
  protected onEnter(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    if (!this.judged) this.press();
  }

  private judgement(): TemplateResult {
    const { record, words } = this;
    if (!this.judged || record === undefined) return this.told('', 'neutral');
    if (record.tries === 0) return this.told(words.unanswered, 'neutral', [this.feedback('neutral', null, []), record.withheld ? nothing : this.kept(record), this.next(true)]);
    if (record.withheld) return this.told(words.saved, 'neutral', [this.next(true)]);
    if (record.result === 'neutral') return this.told(words.thanks, 'neutral', [this.feedback('neutral', null, []), this.next(true)]);
    const { sealed } = this;
    const right = record.result === 'correct';
    const kind = right ? 'right' : 'wrong';
    const whole = right ? sealed.feedbackRight : sealed.feedbackWrong;
    const about = this.about();
    const marks = Object.values(this.parts ?? {});
    const verdict = words.verdict({
      right,
      parts: marks.length > 1 ? { right: marks.filter(Boolean).length, of: marks.length } : null,
      explained: whole !== null || about.length > 0 || (sealed.why !== null && !this.keptBack),
      left: right || (record.done && (record.attemptsLeft !== 0 || !this.known.graded)) ? null : record.attemptsLeft,
    });
    return this.told(verdict, kind, [this.feedback(kind, whole, about), record.done ? this.kept(record) : nothing, this.next(record.done)]);
  }

  /** One template for all of it: a status line that comes into the page together with its words is not read out. */
  private told(text: string, kind: 'right' | 'wrong' | 'neutral', below: unknown[] = []): TemplateResult {
    return html`${this.verdict(text, kind)}${below}`;
  }

  /** Whoever looks for the right answer hears when it comes. */
  private kept({ keptBack }: ItemRecord): unknown {
    const words = this.setting?.reviewWords ?? '';
    return keptBack && words !== '' ? html`<p class="facts">${words}</p>` : nothing;
  }

  private feedback(kind: string, whole: ProseData | null, about: About[]): unknown {
    if (this.record?.withheld === true || (whole === null && about.length === 0 && (this.sealed.why === null || this.keptBack))) return nothing;
    return html`<div class="feedback" data-kind=${kind}>${whole === null ? nothing : block(whole)}${about.map(({ title, text }) => html`<div class="about"><strong>${title}</strong>${block(text)}</div>`)}${this.keptBack ? nothing : this.explanation()}</div>`;
  }

  protected tags(tags: readonly Tag[]): unknown {
    return tags.length === 0 ? nothing : html`<span class="tags">${tags.map(({ text, kind }) => html`<span class="tag" data-kind=${kind}>${text}</span>`)}</span>`;
  }
}
