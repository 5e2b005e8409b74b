/** Figures hold every word that their data hold, in the drawing and in the text version, and number what can be revealed. */
import fc from 'fast-check';
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { allEntries, stepsOf, type AxisRange, type Entry, type FileEntry, type FlowNode, type Visual } from '../course/visual.ts';
import { stringsFor } from '../locales/choose.ts';
import { drawFigure, drawSlide, type FigureOptions } from './draw.ts';
import { textOf } from './element.ts';
import { ticksOf, rulerOf } from './ruler.ts';

const options: FigureOptions = { strings: stringsFor('en').visual, language: 'en', direction: 'ltr', foreign: null };
const frame = { title: null, caption: null, description: null };

const word = fc.string({ unit: fc.constantFrom('a', 'Z', 'é', 'ß', '字', 'ع', '1', '<', '&', '"', "'", '-', ' ', '.', '$', '{', '`'), minLength: 1, maxLength: 14 }).map((text) => `x${text.trim()}y`);
const optional = fc.option(word);
const entry: fc.Arbitrary<Entry> = fc.record({ label: word, detail: optional, references: fc.constantFrom([], ['M4'], ['M4', 'L1.3']) });
const entries = (most: number): fc.Arbitrary<Entry[]> => fc.array(entry, { minLength: 2, maxLength: most });
const node: fc.Arbitrary<FlowNode> = fc.oneof(entry.map((each) => ({ type: 'box' as const, entry: each })), fc.array(entry, { minLength: 1, maxLength: 3 }).map((each) => ({ type: 'group' as const, entries: each })), fc.constant({ type: 'more' as const }));
const range: fc.Arbitrary<AxisRange> = fc.record({ label: word, detail: optional, low: fc.integer({ min: 1, max: 99 }), high: fc.integer({ min: 100, max: 1e9 }), written: word });
const leaf: fc.Arbitrary<FileEntry> = fc.record({ name: word, folder: fc.boolean(), status: fc.option(fc.record({ level: fc.constantFrom('ok' as const, 'danger' as const, 'warn' as const, 'note' as const), words: word })), optional: fc.boolean(), detail: optional, about: optional, risk: optional, entries: fc.constant<FileEntry[]>([]) });
const tree = fc.record({ name: word, folder: fc.constant(true), status: fc.constant(null), optional: fc.constant(false), detail: optional, about: optional, risk: optional, entries: fc.array(leaf, { maxLength: 3 }) });

const visual: fc.Arbitrary<Visual> = fc.oneof(
  fc.record({ kind: fc.constant('card' as const), variant: fc.constantFrom('title' as const, 'paper' as const, 'next' as const), eyebrow: optional, heading: word, subtitle: optional, facts: fc.array(word, { maxLength: 2 }), cases: fc.constant<Entry[]>([]), objectives: fc.array(word, { maxLength: 3 }) }),
  fc.record({ kind: fc.constant('card' as const), variant: fc.constant('paper' as const), eyebrow: optional, heading: word, subtitle: optional, facts: fc.array(word, { maxLength: 2 }), cases: fc.array(entry, { maxLength: 4 }), objectives: fc.constant<string[]>([]) }),
  fc.record({ kind: fc.constant('flow' as const), nodes: fc.array(node, { minLength: 2, maxLength: 6 }), groupLabel: optional })
    // Without a group there is nothing to name.
    .map((flow) => ({ ...flow, groupLabel: flow.nodes.some(({ type }) => type === 'group') ? flow.groupLabel : null })),
  fc.record({ kind: fc.constant('stages' as const), name: optional, stages: entries(5), others: fc.array(fc.record({ name: word, stages: entries(4) }), { maxLength: 2 }) }),
  fc.record({ kind: fc.constant('loop' as const), steps: entries(6), repeat: fc.option(entry) }),
  entries(5).map((facts) => ({ kind: 'facts' as const, facts })),
  entries(6).map((cells) => ({ kind: 'quadrant' as const, cells })),
  fc.record({ kind: fc.constant('axis' as const), scale: fc.constantFrom('log' as const, 'linear' as const), unit: fc.constantFrom('$', 'ms', null), from: word, to: word, ranges: fc.array(range, { minLength: 2, maxLength: 5 }), tags: fc.array(word.map((text) => ({ text, at: 0 })), { maxLength: 2 }) }),
  fc.array(tree, { minLength: 1, maxLength: 3 }).map((each) => ({ kind: 'filetree' as const, entries: each })),
  fc.record({ kind: fc.constant('landscape' as const), surface: fc.constantFrom('bowl' as const, 'valley' as const, 'two-dips' as const), start: fc.constant<[number, number]>([-4, 1.6]), step: fc.double({ min: 0.01, max: 0.4, noNaN: true }), labels: fc.record({ x: optional, y: optional, height: optional }), prediction: fc.option(fc.record({ question: word, answers: fc.array(fc.record({ text: word, right: fc.boolean() }), { minLength: 2, maxLength: 4 }), why: fc.constant(null) }), { nil: null }) }),
).map((each) => ({ ...frame, ...each }));

const spaced = (text: string): string => text.replace(/\s+/g, ' ');

function find(node: Element, matches: (element: Element) => boolean): Element[] {
  const below = node.children.flatMap((child: ElementContent) => (child.type === 'element' ? find(child, matches) : []));
  return matches(node) ? [node, ...below] : below;
}

/** All strings of the data that an author wrote. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return /^x.*y$/s.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}

describe('a figure', () => {
  it('shows every word of its data, and says it in its text version', () => {
    fc.assert(
      fc.property(visual, (data) => {
        const figure = drawFigure(data, options);
        const [text] = find(figure, ({ tagName }) => tagName === 'details');
        const shown = spaced(textOf(figure.children.filter((child) => child !== text)));
        const said = spaced(textOf(text?.children ?? []));
        // The height has no place on a map but in its name.
        const named = JSON.stringify(find(figure, ({ properties }) => properties['role'] === 'img').map(({ properties }) => properties['ariaLabel']));
        // What is told of a file on request stands on slides, and in the text version.
        const asked = data.kind === 'filetree' ? allEntries(data.entries).flatMap(({ about, risk }) => [about, risk]) : [];
        for (const each of wordsIn(data)) {
          const bare = spaced(each);
          expect(asked.includes(each) || shown.includes(bare) || shown.toLowerCase().includes(bare.toLowerCase()) || (data.kind === 'landscape' && (each === data.labels.height || named.includes(bare)))).toBe(true);
          expect(said.toLowerCase()).toContain(bare.toLowerCase());
        }
      }),
    );
  });

  it('numbers what can be revealed on a slide, through all figures of it, and nothing in reading text', () => {
    fc.assert(
      fc.property(fc.array(visual, { minLength: 1, maxLength: 3 }), (visuals) => {
        const slide = drawSlide(visuals, options);
        const numbers = find(slide, ({ properties }) => properties['dataStep'] !== undefined).map(({ properties }) => Number(properties['dataStep']));
        const count = visuals.flatMap(stepsOf).length;
        expect(slide.properties['dataSteps']).toBe(count);
        expect([...new Set(numbers)].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i + 1));
        expect(visuals.flatMap((each) => find(drawFigure(each, options), ({ properties }) => properties['dataStep'] !== undefined))).toEqual([]);
      }),
    );
  });

  it('carries no style, handler or script, whatever is written in it', () => {
    fc.assert(
      fc.property(visual, (data) => {
        const markup = toHtml(drawSlide([data], options));
        expect(markup).not.toMatch(/ style=| on\w+=|<script|javascript:/i);
        expect(markup.replace(/<[^>]*>/g, '')).not.toContain('<');
      }),
    );
  });

  it('that is drawn is one image with a name, and one that can be read is none', () => {
    const images = (data: Visual): number => find(drawFigure(data, options), ({ properties }) => properties['role'] === 'img').length;
    const two: Entry[] = ['a', 'b'].map((label) => ({ label, detail: null, references: [] }));
    expect(images({ ...frame, kind: 'stages', name: null, stages: two, others: [] })).toBe(1);
    expect(images({ ...frame, kind: 'loop', steps: two, repeat: null })).toBe(1);
    expect(images({ ...frame, kind: 'facts', facts: two })).toBe(0);
    expect(images({ ...frame, kind: 'quadrant', cells: two })).toBe(0);
  });

  it("takes the author's description and title in place of its own", () => {
    const figure = drawFigure({ ...frame, title: 'Own title', description: 'Own words.', kind: 'stages', name: null, others: [], stages: ['a', 'b'].map((label) => ({ label, detail: null, references: [] })) }, options);
    expect(find(figure, ({ properties }) => properties['role'] === 'img')[0]?.properties['ariaLabel']).toBe('Own title. Own words.');
    expect(figure.properties['ariaLabel']).toBe('Own title');
  });
});

describe('the text version of the first figures that were ever asked for', () => {
  const text = (data: Visual): string => {
    const [details] = find(drawFigure(data, options), ({ tagName }) => tagName === 'details');
    return toHtml(details?.children.slice(1) ?? []).replace(/<\/?div>/g, '');
  };
  const plain = (label: string, detail: string | null = null, references: string[] = []): Entry => ({ label, detail, references });

  it('of a flow names its groups', () => {
    const pair: FlowNode = { type: 'group', entries: [plain('linear'), plain('nonlinearity')] };
    expect(text({ ...frame, kind: 'flow', nodes: [{ type: 'box', entry: plain('input') }, pair, pair, { type: 'more' }, { type: 'box', entry: plain('output') }], groupLabel: 'layer' })).toBe(
      '<ol><li>input</li><li>Layer 1: linear, then nonlinearity</li><li>Layer 2: linear, then nonlinearity</li><li>and so on</li><li>output</li></ol>',
    );
  });

  it('of a loop leads back', () => {
    expect(text({ ...frame, kind: 'loop', steps: [plain('Forward', 'get a prediction'), plain('Update')], repeat: null })).toBe('<ol><li>Forward: get a prediction</li><li>Update</li><li>Repeat: Back to “Forward”</li></ol>');
  });

  it('of facts names modules in full', () => {
    expect(text({ ...frame, kind: 'facts', facts: [plain('Weights are the model', null, ['M4', 'M5'])] })).toBe('<ol><li>Weights are the model (Module 4, Module 5)</li></ol>');
  });

  it('of a file tree says in words what is coloured', () => {
    const file = (name: string, more: Partial<FileEntry> = {}): FileEntry => ({ name, folder: false, status: null, optional: false, detail: null, about: null, risk: null, entries: [], ...more });
    expect(text({ ...frame, kind: 'filetree', entries: [file('weights/', { folder: true, entries: [file('.bin', { status: { level: 'danger', words: 'unsafe by default' } })] }), file('card.md', { optional: true })] })).toBe(
      '<ul><li>weights/<ul><li>.bin – unsafe by default</li></ul></li><li>card.md – optional</li></ul>',
    );
  });
});

describe('objectives on a card', () => {
  const goals = (text: string): string => {
    const figure = drawFigure({ ...frame, kind: 'card', variant: 'title', eyebrow: null, heading: 'h', subtitle: null, facts: [], cases: [], objectives: [text] }, options);
    expect(textOf(find(figure, ({ tagName }) => tagName === 'details'))).toContain(text);
    return textOf(find(figure, ({ properties }) => JSON.stringify(properties['className'] ?? '').includes('card-goals')));
  };

  it.each([
    ['Name three copies.', 'Name three copies'],
    ['Describe a network as a stack of (linear transform + nonlinearity) layers, and explain why depth matters.', 'Describe a network as a stack of layers…'],
    ['Explain how a lender decides whether a loan can be paid back and what to do with the other cases', 'Explain how a lender decides whether a loan can be paid back…'],
    ['Unterscheide Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenfabrikantenverbandstagungen', 'Unterscheide…'],
    ['復元'.repeat(60), `${'復元'.repeat(16)}…`],
  ])('are short, and whole in the text version: %s', (text, short) => {
    expect(goals(text)).toBe(short);
  });
});

describe('ticks of an axis', () => {
  const axis = (low: number, high: number, scale: 'log' | 'linear', unit: string | null = null, language = 'en') => {
    const data = { ...frame, kind: 'axis' as const, scale, unit, from: null, to: null, tags: [], ranges: [{ label: 'a', detail: null, low, high, written: `${low}–${high}` }] };
    return ticksOf(rulerOf(data), data, language).map(({ text }) => text);
  };

  it('are round and few', () => {
    expect(axis(0.01, 5e8, 'log', '$')).toEqual(['$0.01', '$1', '$100', '$10K', '$1M', '$100M']);
    expect(axis(0, 100, 'linear', '%')).toEqual(['0%', '20%', '40%', '60%', '80%', '100%']);
    expect(axis(-18, 100, 'linear')).toEqual(['0', '50', '100']);
    expect(axis(2012, 2024, 'linear')).toEqual(['2015', '2020']);
  });

  it('name magnitudes as authors write them, in every English; other languages have their own', () => {
    expect(axis(1e3, 1e12, 'log', '$', 'en-GB')).toEqual(axis(1e3, 1e12, 'log', '$', 'en-US'));
    expect(axis(1, 1e7, 'log', '$', 'en-GB').join(' ')).toMatch(/\$\d+K .*\$\d+M/);
    expect(axis(0, 4e6, 'linear', null, 'de').join(' ')).toMatch(/Mio/);
  });
});

describe('what figures refer to', () => {
  const link = (code: string): string | null => (code === 'M4' ? '#/l4' : code === 'L1.3' ? '#/l1.3' : null);
  const hrefs = (data: Visual): unknown[] => find(drawFigure(data, { ...options, link }), ({ tagName }) => tagName === 'a').map(({ properties }) => properties['href']);
  const facts = [{ label: 'a', detail: null, references: ['M4', 'M5', 'L1.3'] }, { label: 'b', detail: null, references: [] }];

  it('leads to lessons of the course, where the figure is text', () => {
    expect(hrefs({ ...frame, kind: 'facts', facts })).toEqual(['#/l4', '#/l1.3']);
    expect(hrefs({ ...frame, kind: 'card', variant: 'next', eyebrow: 'L1.3', heading: 'LLMs', subtitle: null, facts: [], cases: [], objectives: [] })).toEqual(['#/l1.3']);
    expect(hrefs({ ...frame, kind: 'card', variant: 'next', eyebrow: 'L9.9', heading: 'LLMs', subtitle: null, facts: [], cases: [], objectives: [] })).toEqual([]);
  });

  it('leads nowhere from inside an image', () => {
    expect(hrefs({ ...frame, kind: 'stages', name: null, stages: facts, others: [] })).toEqual([]);
    expect(hrefs({ ...frame, kind: 'loop', steps: facts, repeat: null })).toEqual([]);
  });
});
