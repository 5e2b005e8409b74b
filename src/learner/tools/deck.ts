/** A pile of cards to practise with: what was not known comes again at its end. Pure. */

export interface Deck {
  /** Cards still to come, the one on show first. */
  readonly queue: readonly number[];
  /** Cards of this round. */
  readonly of: number;
  /** Not known at first sight. */
  readonly missed: readonly number[];
  readonly turned: boolean;
}

/** `random` gives numbers from 0 to 1. */
export function dealt(cards: readonly number[], random: () => number): Deck {
  const queue = [...cards];
  for (let i = queue.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [queue[i], queue[j]] = [queue[j] as number, queue[i] as number];
  }
  return { queue, of: cards.length, missed: [], turned: false };
}

export function turned(deck: Deck): Deck {
  return { ...deck, turned: true };
}

/** The card on show goes: away when it was known, else to the end of the pile. */
export function judged(deck: Deck, known: boolean): Deck {
  const [card, ...rest] = deck.queue;
  if (card === undefined) return deck;
  const missed = known || deck.missed.includes(card) ? deck.missed : [...deck.missed, card];
  return { ...deck, queue: known ? rest : [...rest, card], missed, turned: false };
}

/** Terms to choose from: the right one and up to three others, in any order. */
export function choices(card: number, cards: number, random: () => number): number[] {
  const others = Array.from({ length: cards }, (_, index) => index).filter((index) => index !== card);
  return [...dealt([card, ...dealt(others, random).queue.slice(0, 3)], random).queue];
}
