/** Cards of terms. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { choices, dealt, judged, turned, type Deck } from './deck.ts';

const random = fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })).map((stream) => () => stream.next().value as number);

it('a pile has every card once, and comes to an end once each is known', () => {
  fc.assert(
    fc.property(fc.nat(30), random, fc.array(fc.boolean(), { maxLength: 60 }), (count, numbers, answers) => {
      const cards = Array.from({ length: count }, (_, index) => index);
      let deck: Deck = dealt(cards, numbers);
      expect([...deck.queue].sort((a, b) => a - b)).toEqual(cards);
      const missed = new Set<number>();
      for (const known of answers) {
        const card = deck.queue[0];
        if (card === undefined) break;
        if (!known) missed.add(card);
        deck = judged(turned(deck), known);
        expect(deck.turned).toBe(false);
        expect(deck.queue.includes(card)).toBe(!known);
      }
      while (deck.queue.length > 0) deck = judged(deck, true);
      expect(new Set(deck.missed)).toEqual(missed);
    }),
  );
});

it('the right term is among those to choose from, once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), random, (count, numbers) => {
      const offered = choices(count - 1, count, numbers);
      expect(offered).toContain(count - 1);
      expect(new Set(offered).size).toBe(offered.length);
      expect(offered.length).toBe(Math.min(4, count));
    }),
  );
});
