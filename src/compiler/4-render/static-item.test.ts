/** An item as static markup: native controls with the right names, and nothing of the author's that could become markup. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemPayload } from '../../course/payload.ts';
import { stringsFor } from '../../locales/choose.ts';
import { proseMarkup } from './prose-markup.ts';
import { staticItem } from './static-item.ts';

const strings = stringsFor('en');

function item(changes: Partial<ItemPayload>): ItemPayload {
  return { id: 'q1', key: 1, type: 'single', graded: true, points: 2, objectives: [], attempts: 2, shuffle: false, prompt: ['Which?'], text: 'Which?', options: [], targets: [], blanks: [], body: null, unit: null, reuse: false, image: null, confidence: false, part: null, select: null, hints: [], sealed: '', ...changes };
}

const options = ['a', 'b'].map((id) => ({ id, prose: [id.toUpperCase()], text: id.toUpperCase(), last: false }));
const write = (changes: Partial<ItemPayload>): string => staticItem(item(changes), { strings });

describe('a choice', () => {
  it('of one is a fieldset of radios that share a name, each inside its label', () => {
    const markup = write({ options });
    expect(markup).toMatch(/^<lectern-choice data-item="q1"><fieldset class="field"><legend class="prompt">Which\?<\/legend>/);
    expect(markup.match(/<label class="option"><input type="radio" name="q1" value="[ab]"><span class="option-text">[AB]<\/span><\/label>/g)).toHaveLength(2);
    expect(markup).toContain('>Check answer</button>');
  });

  it('of several has check boxes and says how many to choose', () => {
    expect(write({ type: 'multiple', options, select: 2 })).toMatch(/Choose 2\..*type="checkbox"/);
    expect(write({ type: 'multiple', options })).toContain('Choose all that apply.');
  });

  it('between true and false is worded by the page', () => {
    const truth = ['true', 'false'].map((id) => ({ id, prose: [], text: id, last: false }));
    expect(write({ type: 'true-false', options: truth })).toMatch(/value="true"><span class="option-text">True<.*value="false"><span class="option-text">False</);
  });

  it('has one empty status line from the start, so that a verdict put into it is announced', () => {
    expect(write({ options }).match(/<p class="verdict" role="status"><\/p>/g)).toHaveLength(1);
  });

  it('says points and attempts, or that it is for practice', () => {
    expect(write({ options })).toContain('<span>2 points</span> <span>2 attempts</span>');
    expect(write({ options, attempts: 0, points: 1 })).toContain('<p class="facts"><span>1 point</span></p>');
    expect(write({ options, graded: false })).toContain('For practice, not graded');
  });
});

it('a short answer has a labelled text area and both ways on', () => {
  const markup = write({ type: 'short-answer' });
  expect(markup).toContain('<label class="answer-label" for="q1-text">Your answer</label><textarea class="answer" id="q1-text"');
  expect(markup).toContain('>Compare with model answer</button>');
  expect(markup).toContain('>I do not know</button>');
});

it('a prompt of several blocks names the group instead of standing in a legend', () => {
  const markup = write({ options, prompt: [['p', 0, 'One.'], ['p', 0, 'Two.']] });
  expect(markup).not.toContain('<legend');
  expect(markup).toMatch(/<div class="prompt" id="q1-prompt"><p>One\.<\/p><p>Two\.<\/p><\/div><fieldset class="field" aria-labelledby="q1-prompt">/);
});

it('hides every hint but the first', () => {
  const markup = write({ options, hints: [['one'], ['two'], ['three']] });
  expect(markup.match(/<details class="hint">/g)).toHaveLength(1);
  expect(markup.match(/<details class="hint" hidden>/g)).toHaveLength(2);
  expect(markup).toContain('<summary>Hint 3 of 3</summary>');
});

it('never carries what is sealed in clear', () => {
  expect(write({ options, sealed: 'c2VhbGVk' })).not.toContain('c2VhbGVk');
});

describe('prose data as markup', () => {
  it('writes elements, attributes and empty elements', () => {
    expect(proseMarkup(['a ', ['em', 0, 'b'], ['br', 0], ['a', { href: '#x' }, 'c']])).toBe('a <em>b</em><br><a href="#x">c</a>');
  });

  it('keeps text as text, whatever it contains', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", 'a', '/', '-', '!') }), (text) => {
        expect(proseMarkup([text, ['span', { title: text }, text]])).not.toMatch(/<(?!\/?span)|"[^"]*<[^"]*"/);
      }),
    );
  });
});
