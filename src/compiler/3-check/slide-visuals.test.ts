/** Fences, briefs and cues: what is drawn on a slide and when each piece of it is shown. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Slide } from '../../course/course.ts';
import { stepsOf, type Visual, VISUAL_KINDS } from '../../course/visual.ts';
import { parseLesson } from '../2-parse/parse-lesson.ts';
import { checkCourse } from './check-course.ts';
import { sentencesIn } from './sentences.ts';
import { amountOf } from './visuals/amounts.ts';

const files = { look: () => 'missing' as const, list: () => [] };

function check(text: string): { slides: Slide[]; codes: string[]; at: string[] } {
  const parsed = parseLesson('lesson.md', text);
  const { output, diagnostics } = checkCourse({ courseFile: null, sources: files, documents: parsed.output === null ? [] : [parsed.output], lock: null }, { draft: false });
  return {
    slides: output.course?.lessons[0]?.slides ?? [],
    codes: diagnostics.map(({ code }) => code),
    at: diagnostics.map(({ line, column, endColumn, code }) => `${line}:${column}-${endColumn} ${code}`),
  };
}

const lesson = (script: string, outline: string): string => `# L1.1 — Backups\n\n## Core content\n\nText.\n\n## Video script\n\n${script}\n\n## Slide outline\n\n${outline}\n`;
const spoken = (words: string): string => `[SLIDE 1 — Way]\n\n${words}`;
const fence = (kind: string, ...lines: string[]): string => ['```' + kind, ...lines, '```'].join('\n');

/** The visuals of a slide that has a fence in its script. */
const drawn = (kind: string, ...lines: string[]): Visual[] => check(lesson(`${spoken('Words.')}\n\n${fence(kind, ...lines)}`, '1. Way')).slides[0]?.visuals ?? [];
/** The visuals of a slide that has a brief. */
const briefed = (brief: string, words = 'Words.'): Visual[] => check(lesson(spoken(words), `1. Way — ${brief}`)).slides[0]?.visuals ?? [];

describe('a fence and a brief', () => {
  it.each([
    ['flow', ['grain → [mill → sieve] → [mill -> sieve] → … → flour'], 'diagram: grain → [mill → sieve] → [mill → sieve] → … → flour. Label each box.'],
    ['stages caption="Time makes the taste."', ['flour', 'dough', 'loaf', '"bread"'], 'hierarchy of a bakery: flour → dough → loaf → "bread", from one oven. Caption: "Time makes the taste."'],
    ['loop', ['Weigh', 'Knead', 'Rest', 'Fold', '↺ Repeat'], 'five-step loop: Weigh → Knead → Rest → Fold → Repeat.'],
    ['facts', ['Salt slows yeast (M2)', 'Heat wakes it (M3, M4)', 'Cold keeps it (M4)'], 'three large bullets, and the Module of each: Salt slows yeast (M2), Heat wakes it (M3, M4), Cold keeps it (M4).'],
    ['quadrant', ['Wheat', 'Rye', 'Oat-Barley', 'Maize'], 'quadrant: Wheat / Rye / Oat-Barley / Maize with a one-line use for each.'],
    ['axis', ['Starter: $0.05–$2', 'Mixer: $200–$6K', 'Mill: $20M–$300M', '! Most bake here @ Starter'], 'horizontal axis from "Starter ($0.05-$2)" to "Mixer ($200-$6K)" to "Mill ($20M-$300M)". Tag arrow: "Most bake here" at the left.'],
    ['filetree', ['recipes/', '  .exe [danger: never open it]', 'photos/', 'notes.md'], 'file tree: recipes/, photos/, notes.md. Color .exe red ("never open it").'],
    ['card variant=next', ['L1.3 — LLMs explained', '~35 min'], '"L1.3 — LLMs explained, ~35 min."'],
  ])('say the same: %s', (kind, lines, brief) => {
    const [fenced] = drawn(kind, ...lines);
    const [read] = briefed(brief);
    expect(fenced).toBeDefined();
    // The second line of a card is its subtitle.
    if (fenced?.kind === 'card') expect(read).toMatchObject({ kind: 'card', variant: 'next', eyebrow: 'L1.3', heading: 'LLMs explained', facts: ['~35 min'] });
    else expect(read).toEqual(fenced);
  });

  it('a paper says what it found in which case; on other cards such a line is a fact', () => {
    const lines = ['Salt and yeast', 'Salt slows.', 'Brot et al., 2020', 'Without salt :: doubled in an hour', 'With salt :: doubled in two'];
    const cases = [{ label: 'Without salt', detail: 'doubled in an hour', references: [] }, { label: 'With salt', detail: 'doubled in two', references: [] }];
    expect(drawn('card variant=paper', ...lines)).toMatchObject([{ variant: 'paper', facts: ['Brot et al., 2020'], cases }]);
    expect(drawn('card', ...lines)).toMatchObject([{ facts: ['Brot et al., 2020', 'Without salt – doubled in an hour', 'With salt – doubled in two'], cases: [] }]);
  });

  it('a fence takes the place of the brief, in the script and in the outline', () => {
    expect(check(lesson(spoken('Words.'), `1. Way — quadrant: a / b\n\n   ${fence('facts', 'one', 'two').replaceAll('\n', '\n   ')}`)).slides[0]?.visuals).toMatchObject([{ kind: 'facts' }]);
  });

  it.each([
    ['„Säuren“. Untertitel: „Drei Regeln“', { kind: 'card', heading: 'Säuren', subtitle: 'Drei Regeln' }],
    ['drei große Punkte: spülen, rufen, „Hilfe, sofort“ und warten', { kind: 'facts', facts: [{ label: 'spülen' }, { label: 'rufen' }, { label: 'Hilfe, sofort' }, { label: 'warten' }] }],
    ['Kreislauf: planen → tun → prüfen → wiederholen', { kind: 'loop', steps: [{ label: 'planen' }, { label: 'tun' }, { label: 'prüfen' }], repeat: { label: 'wiederholen' } }],
    ['bucle: comprimir → soltar → comprimir', { kind: 'loop', steps: [{ label: 'comprimir' }, { label: 'soltar' }], repeat: null }],
    ['pyramide : faits → causes → remède', { kind: 'stages', stages: [{ label: 'faits' }, { label: 'causes' }, { label: 'remède' }] }],
    ['スライド：箇条書き：伏せる、守る、待つ', { kind: 'facts', facts: [{ label: '伏せる' }, { label: '守る' }, { label: '待つ' }] }],
    ['محور من "رخيص" إلى "غالٍ": ملف، خدمة، مركز', { kind: 'axis', scale: 'order', from: 'رخيص', to: 'غالٍ' }],
    ['timeline: "AlexNet (2012)", "Transformer (2017)"', { kind: 'axis', scale: 'linear', ranges: [{ low: 2012 }, { low: 2017 }] }],
  ])('are read in other languages: %s', (brief, expected) => {
    expect(briefed(brief)).toMatchObject([expected]);
  });

  it('of nothing that can be drawn leaves bullets from the script and a note for the author, never the brief', () => {
    const { slides, codes } = check(lesson(spoken('One: copy it. Two: restore it.'), '1. Way — a blurred photo of the lab'));
    expect(slides[0]?.visuals).toMatchObject([{ kind: 'facts', facts: [{ label: 'Copy it' }, { label: 'Restore it' }] }]);
    expect(codes).toEqual(['slide/brief-not-drawn']);
    expect(JSON.stringify(slides[0]?.visuals)).not.toContain('blurred');
    expect(briefed('a blurred photo of the lab')).toEqual([]);
  });
});

describe('a fence', () => {
  it('has comments, references, details and settings on its own lines', () => {
    expect(drawn('facts title="Why"', '# not shown', 'C# is a language (M4, L1.2)  # nor this', 'Costs :: little', 'Description: two facts')).toEqual([
      {
        kind: 'facts', title: 'Why', caption: null, description: 'two facts',
        facts: [{ label: 'C# is a language', detail: null, references: ['M4', 'L1.2'] }, { label: 'Costs', detail: 'little', references: [] }],
      },
    ]);
  });

  it('may stand indented in a list, and points at the right place', () => {
    expect(check(`# T\n\n## Core content\n\n- a\n\n  ${fence('loop', 'one').replaceAll('\n', '\n  ')}\n`).at).toContain('7:6-10 visual/count');
  });

  it('with a misspelt name is an error, a language is none', () => {
    const codes = (name: string): string[] => check(`# T\n\n## Core content\n\nText.\n\n${fence(name, 'a', 'b')}\n`).at;
    expect(codes('landscpe')).toEqual(['7:4-12 syntax/unknown-block']);
    expect(codes('stage')).toEqual(['7:4-9 syntax/unknown-block']);
    expect(['lisp', 'dart', 'log', 'python', 'c', 'text', 'sh', 'mermaid', 'json', 'bash', 'css'].flatMap(codes)).toEqual([]);
  });

  it('never crashes, and always says something or draws something', () => {
    const line = fc.string({ unit: fc.constantFrom('a', ' ', ':', '→', '[', ']', '"', '#', '(', ')', '!', '@', '1', '–', 'K', '/', '.', '\t', '…', 'ß'), maxLength: 24 });
    fc.assert(
      fc.property(fc.constantFrom(...VISUAL_KINDS), fc.array(line, { maxLength: 9 }), (kind, lines) => {
        const safe = lines.map((each) => each.replaceAll('`', ''));
        const { slides, at } = check(lesson(`${spoken('Words.')}\n\n${fence(kind, ...safe)}`, '1. Way'));
        const last = 14 + safe.length;
        expect(at.every((place) => Number(place.split(':')[0]) <= last)).toBe(true);
        expect(at.length > 0 || slides.some(({ visuals }) => visuals.flatMap(stepsOf).length > 0)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

describe('amounts', () => {
  it.each([
    ['$0.01–$1', 0.01, 1, '$'],
    ['100-5K', 100, 5000, null],
    ['10M to 500M USD', 1e7, 5e8, 'USD'],
    ['−18 – 0 °C', -18, 0, '°C'],
    ['1.000,5', 1000.5, 1000.5, null],
    ['10,000', 10000, 10000, null],
    ['0,5–2 ms', 0.5, 2, 'ms'],
    ['3 million', 3e6, 3e6, null],
    ['2012', 2012, 2012, null],
  ])('%s is understood', (text, low, high, unit) => {
    expect(amountOf(text)).toEqual({ low, high, unit });
  });

  it.each(['a few hundred', '', '–', '1–2–3', 'K'])('%j is none', (text) => {
    expect(amountOf(text)).toBeNull();
  });
});

describe('cues', () => {
  const cues = (words: string, outline = 'flow: copy → check → trust'): string[] =>
    (check(lesson(spoken(words), `1. Way — ${outline}`)).slides[0]?.sentences ?? []).map(({ text, cues: found }) => `${text} ${found.map((cue) => `${cue.at}:${'steps' in cue ? `${cue.do} ${cue.steps.join()}` : 'seconds' in cue ? `pause ${cue.seconds}` : `${cue.do} ${cue.file}`}`).join(' ')}`.trim());

  it('leave the words and keep their place', () => {
    const { slides } = check(lesson(spoken('[SHOW 1] First a copy. Then [SHOW check] we check. [PAUSE 1.5s] [SHOW 2-3] Done. [HIDE flow]'), '1. Way — flow: copy → check → trust'));
    expect(slides[0]?.sentences.map(({ text }) => text)).toEqual(['First a copy.', 'Then we check.', 'Done.']);
    expect(cues('[SHOW 1] First a copy. Then [SHOW check] we check. [PAUSE 1.5s] [SHOW 2-3] Done. [HIDE flow]')).toEqual(['First a copy. 0:show 1', 'Then we check. 4:show 2', 'Done. 0:pause 1.5 0:show 2,3 5:hide 1,2,3']);
    expect(JSON.stringify(slides[0]?.narration)).not.toMatch(/SHOW|PAUSE|HIDE/);
  });

  it('say how a word sounds without showing it', () => {
    const sentence = check(lesson(spoken('The GIF [SAY as "jif"] moves.'), '1. Way — flow: copy → check')).slides[0]?.sentences[0];
    expect(sentence).toMatchObject({ text: 'The GIF moves.', spoken: 'The jif moves.' });
  });

  it('are found by the words where none is written', () => {
    expect(cues('Copying comes first. Then somebody checks it, and only then we trust it.')).toEqual(['Copying comes first. 0:show 1', 'Then somebody checks it, and only then we trust it. 0:show 2 25:show 3']);
    expect(cues('Hello. One: cats. Two: dogs.', 'two bullets: felines, canines')).toEqual(['Hello.', 'One: cats. 0:show 1', 'Two: dogs. 0:show 2']);
    expect(cues('We trust nobody.')).toEqual(['We trust nobody. 0:show 1,2,3']);
  });

  it('of a scale may be told from its other end', () => {
    const axis = 'axis: "Rent ($1-$10)", "Buy ($100-$200)", "Build ($10M-$20M)". Arrow: "Most rent" at the left.';
    expect(cues('Building takes years. Buying is quick. Renting is cheap. Most people rent.', axis)).toEqual(['Building takes years. 0:show 3', 'Buying is quick. 0:show 2', 'Renting is cheap. 0:show 1', 'Most people rent. 0:show 4']);
  });
});

describe('sentences', () => {
  it('end where speakers breathe', () => {
    const text = 'See Lee et al. found it. A .bin file, e.g. from v2.0, is “unsafe.” Why? 終わり。次へ。';
    expect(sentencesIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(['See Lee et al. found it.', 'A .bin file, e.g. from v2.0, is “unsafe.”', 'Why?', '終わり。', '次へ。']);
  });

  it('cover all words of any text, in order', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const found = sentencesIn(text);
        expect(found.map(({ start, end }) => text.slice(start, end)).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        expect(found.every(({ start, end }, i) => end > start && start >= (found[i - 1]?.end ?? 0))).toBe(true);
      }),
    );
  });
});

it('figures and scripts of any size are read in little time', () => {
  const many = 150_000;
  const figures = [fence('flow', 'a → '.repeat(many)), fence('facts', 'x :: y\n'.repeat(2000)), fence('filetree', ...Array.from({ length: 500 }, (_, i) => `${' '.repeat(i)}d/`)), fence('axis', `a: ${'1'.repeat(many)}`, 'b: 2')];
  const before = performance.now();
  const { codes } = check(lesson(`${spoken('It is checked. '.repeat(20_000))}\n\n${figures.join('\n\n')}`, '1. Way'));
  expect([...new Set(codes)].filter((code) => code.startsWith('visual/')).sort()).toEqual(['visual/amount', 'visual/count']);
  expect(performance.now() - before).toBeLessThan(20_000);
}, 60_000);
