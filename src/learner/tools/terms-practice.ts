/** The terms of a lesson on cards, in place of their list while it is practised; nothing of it is recorded. */
import { html, nothing, render, type TemplateResult } from 'lit';
import type { TermPracticeStrings } from '../../locales/tool-strings.ts';
import { choices, dealt, judged, turned, type Deck } from './deck.ts';

const WAYS = ['term', 'meaning', 'choice'] as const;
type Way = (typeof WAYS)[number];

interface Card {
  term: string;
  /** A copy of the author's explanation. */
  meaning(): DocumentFragment;
}

/** `button` stands beside the list. */
export function practiseTerms(button: HTMLElement, language: string, words: TermPracticeStrings): void {
  const list = button.closest('.section')?.querySelector<HTMLElement>('.terms');
  if (!list) return;
  const section = document.createElement('section');
  section.className = 'cards-practice';
  section.setAttribute('aria-labelledby', 'lectern-practice-title');
  const leave = (): void => {
    section.remove();
    list.hidden = false;
    button.hidden = false;
    button.focus();
  };
  list.hidden = true;
  button.hidden = true;
  list.after(section);
  new Practice(section, cardsOf(list), { language, words, leave }).begin();
}

function cardsOf(list: HTMLElement): Card[] {
  return [...list.querySelectorAll('.term')].map((entry) => ({
    term: [...entry.querySelectorAll('dt')].map((name) => name.textContent.trim()).join(' / '),
    meaning: () => {
      const copy = document.createDocumentFragment();
      for (const node of entry.querySelector('dd')?.childNodes ?? []) copy.append(node.cloneNode(true));
      for (const named of copy.querySelectorAll('[id]')) named.removeAttribute('id');
      return copy;
    },
  }));
}

interface Around {
  language: string;
  words: TermPracticeStrings;
  leave(): void;
}

class Practice {
  private way: Way = 'term';
  private deck: Deck;
  /** Terms to choose from, and the one chosen. */
  private offered: number[] = [];
  private chosen: number | null = null;
  private said = '';

  constructor(
    private readonly section: HTMLElement,
    private readonly cards: readonly Card[],
    private readonly around: Around,
  ) {
    this.deck = this.dealt();
  }

  begin(): void {
    this.show('h3');
  }

  private dealt(cards: readonly number[] = this.cards.map((_, index) => index)): Deck {
    const deck = dealt(cards, Math.random);
    this.offered = choices(deck.queue[0] ?? 0, this.cards.length, Math.random);
    this.chosen = null;
    this.said = '';
    return deck;
  }

  private again(cards?: readonly number[]): void {
    this.deck = this.dealt(cards);
    this.show('.card-count');
  }

  /** `focus`: what the learner goes on with. */
  private show(focus: string | null): void {
    render(this.body(), this.section);
    if (focus !== null) this.section.querySelector<HTMLElement>(focus)?.focus();
  }

  private body(): TemplateResult {
    const { language, words, leave } = this.around;
    const ways = WAYS.map((way) => html`<label class="display-choice"><input type="radio" name="lectern-way" .checked=${this.way === way} @change=${() => this.go(way)}> ${words.ways[way]}</label>`);
    return html`<div class="practice-frame" lang=${language}><h3 id="lectern-practice-title" tabindex="-1">${words.title}</h3><p class="facts"><span>${words.note}</span></p>
      <fieldset class="field card-ways"><legend class="small-legend">${words.first}</legend>${ways}</fieldset>
      ${this.deck.queue.length === 0 ? this.end() : this.card()}
      <div class="actions"><button type="button" class="button" @click=${leave}>${words.close}</button></div></div>`;
  }

  private go(way: Way): void {
    this.way = way;
    this.deck = this.dealt();
    this.show(null);
  }

  private card(): TemplateResult {
    const { words } = this.around;
    const { queue, of, turned: open } = this.deck;
    const card = this.cards[queue[0] ?? 0];
    if (card === undefined) return html``;
    const term = html`<p class="card-term" lang=${this.lessonLanguage}>${card.term}</p>`;
    const meaning = html`<div class="card-meaning" lang=${this.lessonLanguage}>${card.meaning()}</div>`;
    const [front, back] = this.way === 'term' ? [term, meaning] : [meaning, term];
    const answer = open ? html`<div class="card-back" tabindex="-1">${this.way === 'choice' ? nothing : back}</div>` : nothing;
    return html`<div class="flash"><p class="card-count eyebrow" tabindex="-1">${words.card(of - queue.length + 1, of)}</p>${front}${this.way === 'choice' ? this.choice() : answer}
      <p class="card-said" aria-live="polite" aria-atomic="true">${this.said === '' ? nothing : html`<span>${this.said}</span>`}</p>${this.buttons()}</div>`;
  }

  private get lessonLanguage(): string {
    return this.section.parentElement?.closest('[lang]')?.getAttribute('lang') ?? '';
  }

  private choice(): TemplateResult {
    const { words } = this.around;
    const right = this.deck.queue[0];
    const options = this.offered.map((index) => {
      const state = this.chosen === null ? nothing : index === right ? 'right' : index === this.chosen ? 'wrong' : nothing;
      return html`<button type="button" class="button" lang=${this.lessonLanguage} data-state=${state} aria-pressed=${this.chosen === index} aria-disabled=${this.chosen === null ? nothing : 'true'} @click=${() => this.choose(index)}>${this.cards[index]?.term}</button>`;
    });
    return html`<p class="small-legend" id="lectern-which">${words.which}</p><div class="card-choices" role="group" aria-labelledby="lectern-which">${options}</div>`;
  }

  private choose(index: number): void {
    if (this.chosen !== null) return;
    const { words } = this.around;
    const right = this.deck.queue[0] ?? 0;
    this.chosen = index;
    this.deck = turned(this.deck);
    this.said = index === right ? words.right : words.wrong(this.cards[right]?.term ?? '');
    this.show(null);
  }

  private buttons(): TemplateResult {
    const { words } = this.around;
    if (!this.deck.turned) {
      if (this.way === 'choice') return html``;
      const turn = (): void => {
        this.deck = turned(this.deck);
        this.show('.card-back');
      };
      return html`<div class="actions"><button type="button" class="button primary" @click=${turn}>${words.turn}</button></div>`;
    }
    if (this.way === 'choice') return html`<div class="actions"><button type="button" class="button primary" @click=${() => this.judge(this.chosen === this.deck.queue[0])}>${words.next}</button></div>`;
    return html`<div class="actions"><button type="button" class="button primary" @click=${() => this.judge(true)}>${words.knew}</button><button type="button" class="button" @click=${() => this.judge(false)}>${words.notYet}</button></div>`;
  }

  private judge(known: boolean): void {
    this.deck = judged(this.deck, known);
    this.offered = choices(this.deck.queue[0] ?? 0, this.cards.length, Math.random);
    this.chosen = null;
    this.said = '';
    this.show('.card-count');
  }

  private end(): TemplateResult {
    const { words } = this.around;
    const { of, missed } = this.deck;
    const others = missed.length === 0 ? nothing : html`<button type="button" class="button primary" @click=${() => this.again(missed)}>${words.missed}</button>`;
    return html`<div class="flash"><p class="card-count card-term" tabindex="-1">${words.done(of - missed.length, of)}</p><div class="actions">${others}<button type="button" class="button" @click=${() => this.again()}>${words.all}</button></div></div>`;
  }
}
