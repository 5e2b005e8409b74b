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
    expect(write({ options }).match(/<p class="verdict" aria-live="polite" aria-atomic="true"><\/p>/g)).toHaveLength(1);
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

describe('blanks', () => {
  const blanks: ItemPayload['blanks'] = [
    { id: 'b1', kind: 'text', options: [], width: 10 },
    { id: 'b2', kind: 'number', options: [], width: 5 },
    { id: 'b3', kind: 'choice', options, width: 5 },
  ];
  const gap = (id: string): ItemPayload['prompt'][number] => ['span', { 'data-blank': id }];
  const prompt: ItemPayload['prompt'] = ['A chain pulls a ', gap('b1'), ' with ', gap('b2'), gap('b3'), '.'];

  it('stand in the sentence, each named by the words beside it and described by the whole', () => {
    const markup = write({ type: 'fill-in', prompt, blanks });
    expect(markup).toContain('<p class="cloze">A chain pulls a <span data-blank="b1"><input class="blank" type="text" size="10"');
    expect(markup).toContain('aria-label="Blank 1 of 3: after “chain pulls a”" aria-describedby="q1-sentence"');
    // What is written into the blanks is no part of it: it would be read out again with each letter.
    expect(markup).toContain('<p id="q1-sentence" hidden>A chain pulls a … with … ….</p>');
    expect(markup).toMatch(/data-blank="b2"><input [^>]*inputmode="decimal"[^>]*aria-label="Blank 2 of 3: after “with”"/);
    expect(markup).toMatch(/data-blank="b3"><select class="blank" aria-label="Blank 3 of 3"[^>]*><option value="">Choose …<\/option><option value="a">A</);
  });

  it('leave the prompt alone where they have a line of their own', () => {
    expect(write({ type: 'fill-in', prompt: ['Fill it.'], body: prompt, blanks })).toMatch(/<legend class="prompt">Fill it\.<\/legend>.*<p class="cloze"/);
  });
});

it('a number is a field of text with its unit, not a spinner', () => {
  expect(write({ type: 'numeric', unit: 'nats' })).toMatch(/<input class="number-field" id="q1-number" type="text" inputmode="decimal"[^>]*aria-describedby="q1-unit"><span class="unit" id="q1-unit">nats</);
});

describe('pairs', () => {
  it('have a list beside each thing, labelled by it', () => {
    expect(write({ type: 'matching', options, targets: options })).toMatch(/<label class="pair-text" for="q1-pair-0">A<\/label><select class="pair-choice" id="q1-pair-0" data-option="a">/);
  });

  it('are radios in a group of their own where there are few groups, and a list where there are many', () => {
    expect(write({ type: 'categorise', options, targets: options })).toMatch(/<fieldset class="pair"><legend class="pair-text">A<\/legend><span class="grip" aria-hidden="true"><\/span><div class="sorts"><label class="sort"><input type="radio" name="q1-pair-0" value="a" data-option="a">/);
    const many = Array.from({ length: 5 }, (_, n) => ({ id: `t${n}`, prose: [`${n}`], text: `${n}`, last: false }));
    expect(write({ type: 'categorise', options, targets: many })).toContain('<select class="pair-choice"');
  });
});

it('steps have two buttons each, named by the step, and a list of places from eight on', () => {
  const markup = write({ type: 'ordering', options });
  expect(markup).toMatch(/aria-label="Move A up" aria-disabled="true".*aria-label="Move A down"><.*aria-label="Move B up"><.*aria-label="Move B down" aria-disabled="true"/);
  expect(markup).not.toContain('<select');
  const eight = Array.from({ length: 8 }, (_, n) => ({ id: `t${n}`, prose: [`${n}`], text: `${n}`, last: false }));
  expect(write({ type: 'ordering', options: eight }).match(/<select class="order-place" aria-label="Position of \d">/g)).toHaveLength(8);
});

it('a picture has its regions drawn by numbers that its radios carry', () => {
  const region = { left: 10, top: 20, width: 30, height: 40 };
  const markup = write({ type: 'hotspot', image: { src: 'a.png', alt: 'A "picture"', width: 4, height: 3 }, options: options.map((option) => ({ ...option, region })) });
  expect(markup).toContain('<img src="a.png" alt="A &quot;picture&quot;" width="4" height="3" decoding="async">');
  expect(markup).toContain('<svg class="region" x="10%" y="20%" width="30%" height="40%">');
  expect(markup).toContain('value="b"><span class="region-number"><span class="sr-only ours">Region 2</span>');
});

it('asks how sure the learner is only where the author wants it', () => {
  expect(write({ options })).not.toContain('How sure');
  expect(write({ options, confidence: true }).match(/name="q1-sure"/g)).toHaveLength(3);
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
