import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { teacherIn } from './teaching.ts';

const parts = [
  { id: 'yeast', title: 'What yeast does', text: 'Yeast eats sugar and breathes out carbon dioxide, which the dough holds in bubbles.' },
  { id: 'oven', title: 'The oven', text: 'A hot oven browns the crust; steam keeps the dough soft while it rises.' },
  { id: 'flour', title: 'Flour', text: 'Gluten is the protein of flour. It makes the dough stretch.' },
];
const find = teacherIn(parts);

describe('the part that teaches', () => {
  it.each([
    ['Explain what yeast breathes out.', 'yeast'],
    ['Which protein of flour makes a dough stretch?', 'flour'],
    ['Say why steam is let into a hot oven.', 'oven'],
  ])('%s', (question, id) => {
    expect(find(question)?.id).toBe(id);
  });

  it.each(['Name the capital of France.', 'The dough', '', 'Compare yeast sugar with hot oven.'])('is not guessed for “%s”', (question) => {
    expect(find(question)).toBeNull();
  });

  it('is one of the parts or none, whatever is asked', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.record({ id: fc.string(), title: fc.string(), text: fc.string() })), (question, some) => {
        const found = teacherIn(some)(question);
        expect(found === null || some.includes(found)).toBe(true);
      }),
    );
  });
});
