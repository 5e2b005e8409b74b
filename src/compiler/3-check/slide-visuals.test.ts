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
    ['stages', ['bread: flour → dough → loaf', 'beer: barley → malt → wort → beer'], 'pyramid for bread: flour → dough → loaf. Second row for beer: barley → malt → wort → beer.'],
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

describe('what a brief leaves open', () => {
  it.each([
    ['stages: edges, shapes, faces', 'In a vision model, early layers detect edges, middle layers detect shapes, late layers detect whole faces. The same for language: early blocks handle letters, middle blocks handle words, late blocks do meaning.', 'vision model', 'early layers | middle layers | late layers', 'language: letters (early layers), words (middle layers), meaning (late layers)'],
    ['Stufen: Kanten → Formen → Gesichter', 'Beim Sehen erkennen frühe Schichten Kanten, mittlere Schichten erkennen Formen und späte Schichten erkennen Gesichter. Ebenso bei Sprache: frühe Schichten lernen Buchstaben, mittlere Schichten lernen Wörter, späte Schichten lernen Bedeutung.', null, 'frühe Schichten | mittlere Schichten | späte Schichten', 'Sprache: Buchstaben (frühe Schichten), Wörter (mittlere Schichten), Bedeutung (späte Schichten)'],
    ['niveaux : bords → formes → visages', 'Les premières couches voient les bords, les couches intermédiaires voient les formes, les dernières couches voient les visages.', null, 'premières couches | couches intermédiaires | dernières couches', ''],
  ])('of stages is the level that each belongs to, and the same way up elsewhere: %s', (brief, words, name, levels, other) => {
    const [visual] = briefed(brief, words);
    if (visual?.kind !== 'stages') throw new Error(`a ${visual?.kind} was drawn`);
    expect(visual.stages.map(({ detail }) => detail).join(' | ')).toBe(levels);
    expect(visual.others.map((row) => `${row.name}: ${row.stages.map(({ label, detail }) => `${label} (${detail})`).join(', ')}`).join()).toBe(other);
    if (other !== '' && name !== null) expect(visual.name).toBe(name);
  });

  it.each([
    ['in sentences of their own', 'pyramid: edges → textures → parts', 'Early layers detect edges. Middle layers detect textures. Late layers detect parts. The same holds for sound. Early layers hear tones, middle layers syllables, late layers words.', 'edges (early layers), textures (middle layers), parts (late layers)', 'sound: tones (early layers), syllables (middle layers), words (late layers)'],
    ['in a list', 'pyramid: edges → textures → parts', 'What is found where:\n\n- Early layers: edges\n- Middle layers: textures\n- Late layers: parts\n\nSound works in a similar way.\n\n- Early layers: tones\n- Middle layers: syllables\n- Late layers: words', 'edges (early layers), textures (middle layers), parts (late layers)', 'Sound: tones (early layers), syllables (middle layers), words (late layers)'],
    ['in a table', 'pyramid: edges → textures → parts', 'A look at both.\n\n| Where | Images | Language |\n| --- | --- | --- |\n| Early layers | edges | letters |\n| Middle layers | textures | words |\n| Late layers | parts | meaning |', 'edges (early layers), textures (middle layers), parts (late layers)', 'Language: letters (early layers), words (middle layers), meaning (late layers)'],
    ['in a table in German', 'Pyramide: Griffe → Stücke → Konzerte', 'Der Weg im Vergleich.\n\n| Stufe | Geige | Schach |\n| --- | --- | --- |\n| Frühe Jahre | Griffe | Züge |\n| Mittlere Jahre | Stücke | Eröffnungen |\n| Späte Jahre | Konzerte | Pläne |', 'Griffe (frühe Jahre), Stücke (mittlere Jahre), Konzerte (späte Jahre)', 'Schach: Züge (frühe Jahre), Eröffnungen (mittlere Jahre), Pläne (späte Jahre)'],
    ['in German sentences', 'Stufen: Kanten → Formen → Gesichter', 'Frühe Schichten erkennen Kanten. Mittlere Schichten erkennen Formen, späte Schichten Gesichter. Sprachmodelle verhalten sich ähnlich. Frühe Schichten lernen Buchstaben. Mittlere Schichten lernen Wörter. Späte Schichten lernen Bedeutung.', 'Kanten (frühe Schichten), Formen (mittlere Schichten), Gesichter (späte Schichten)', 'Sprachmodelle: Buchstaben (frühe Schichten), Wörter (mittlere Schichten), Bedeutung (späte Schichten)'],
    ['turned round, with the other field in one sentence', 'stages: seed → sapling → tree', 'Seeds are what the early years bring. Saplings come next, in the middle. Then, at the end, a tree. Companies grow in the same way. Early years bring ideas, middle years bring products, and late years bring rules.', 'seed (early years), sapling (middle years), tree (late years)', 'Companies: ideas (early years), products (middle years), rules (late years)'],
    ['of one field alone', 'Stufen: Regeln, Muster, Intuition', 'Anfangs zählt der Wille. Untere Klassen üben Regeln. Mittlere Klassen üben Muster. Obere Klassen üben Intuition.', 'Regeln (untere Klassen), Muster (mittlere Klassen), Intuition (obere Klassen)', ''],
    ['not told at all', 'pyramid: rumour → report → incident', 'First we listen. Then we write it down. Last comes the team. Late shifts have it harder. Middle managers help.', 'rumour (null), report (null), incident (null)', ''],
  ])('levels are found %s', (_, brief, words, levels, other) => {
    const [visual] = briefed(brief, words);
    if (visual?.kind !== 'stages') throw new Error(`a ${visual?.kind} was drawn`);
    const row = (entries: readonly { label: string; detail: string | null }[]): string => entries.map(({ label, detail }) => `${label} (${detail})`).join(', ');
    expect([row(visual.stages), ...visual.others.map(({ name, stages }) => `${name}: ${row(stages)}`)]).toEqual(other === '' ? [levels] : [levels, other]);
  });

  it.each([
    ['flow: grain → [mill → sieve] → flour. Label each box.', 'Mill: two stones crush the grain. Sieve — a net holds back what is coarse, and that is sold to farmers nearby as feed for pigs and hens.', 'grain, mill = two stones crush the grain, sieve = a net holds back what is coarse, flour'],
    ['Ablauf: Antrag → Prüfung → Bescheid. Jede Box mit einer Zeile beschriften.', 'Antrag: ein Formular, vier Fragen. Prüfung – zwei Leute lesen ihn. Bescheid: ein Brief.', 'Antrag = ein Formular, vier Fragen, Prüfung = zwei Leute lesen ihn, Bescheid = ein Brief'],
    ['diagram: request → firewall → server, with a one-line explanation under each', 'Nobody explains anything here.', 'request, firewall = lets through what a rule allows, server'],
    ['diagram: request → firewall → server', 'Firewall: lets through what a rule allows.', 'request, firewall, server'],
  ])('boxes get words where they are asked for, from the script or else from the text: %s', (brief, words, boxes) => {
    const text = lesson(spoken(words), `1. Way — ${brief}`).replace('Text.', 'A firewall stands in between. Firewall — lets through what a rule allows.');
    const [visual] = check(text).slides[0]?.visuals ?? [];
    if (visual?.kind !== 'flow') throw new Error(`a ${visual?.kind} was drawn`);
    const entries = visual.nodes.flatMap((node) => (node.type === 'more' ? [] : node.type === 'box' ? [node.entry] : node.entries));
    expect(entries.map(({ label, detail }) => (detail === null ? label : `${label} = ${detail}`)).join(', ')).toBe(boxes);
  });

  it('levels of something else change nothing', () => {
    expect(briefed('stages: rumour → report → incident', 'Early birds catch worms, middle birds sleep, late birds go hungry.')).toMatchObject([{ name: null, others: [], stages: [{ detail: null }, { detail: null }, { detail: null }] }]);
  });

  it('of a file is what the lesson says it is, and what somebody who means harm can do with it', () => {
    const text = lesson(spoken('What lies there.'), '1. Way — file tree: weights/, config/, model_card.md. Color .bin red ("unsafe").').replace(
      'Text.',
      '- A weights file: .safe (modern), .bin / .pt (often pickle-based), .gguf (quantized).\n- A config file that says how to build it.\n- Optionally: a model card — documentation of its limits.\n\nEach is an attack surface — pickle deserialization, lying model card, weights with a backdoor.',
    );
    expect(check(text).slides[0]?.visuals).toMatchObject([{
      entries: [
        { name: 'weights/', about: 'A weights file: .safe (modern), .bin / .pt (often pickle-based), .gguf (quantized).', risk: 'weights with a backdoor', entries: [{ name: '.bin', about: 'Often pickle-based', risk: 'pickle deserialization' }] },
        { name: 'config/', about: 'A config file that says how to build it.', risk: null },
        { name: 'model_card.md', about: 'A model card — documentation of its limits.', risk: 'lying model card' },
      ],
    }]);
  });

  it('of a file is found in the rows of a table too, and in the sentences that follow one about attacks', () => {
    const text = lesson(spoken('What lies there.'), '1. Way — file tree: config/, tokenizer/, card.md. Color .bin red ("unsafe").').replace(
      'Text.',
      '| What | Files | Meaning |\n| --- | --- | --- |\n| Weights | `.bin`, `.pt` | The old format, often pickle inside |\n| Configuration | `config.json` | How to build it again |\n| Tokeniser | `tokenizer.json` | How text becomes numbers |\n\nEach part is attack surface. A pickle may run code. A tokeniser may bring code of its own. Nothing helps against that.',
    );
    expect(check(text).slides[0]?.visuals).toMatchObject([{
      entries: [
        { name: 'config/', entries: [{ name: '.bin', about: 'The old format, often pickle inside', risk: 'A pickle may run code.' }] },
        { name: 'tokenizer/', about: 'How text becomes numbers', risk: 'A tokeniser may bring code of its own.' },
        { name: 'card.md', about: null, risk: null },
      ],
    }]);
  });

  it('of a fence stays open; its author says all of it behind two and three pairs of colons', () => {
    expect(drawn('filetree', 'weights/ :: large :: the numbers :: a backdoor')).toMatchObject([{ entries: [{ detail: 'large', about: 'the numbers', risk: 'a backdoor' }] }]);
  });

  it('of the first slide are the objectives of the lesson', () => {
    const text = `# L1.1 — Backups\n\n## Learning objectives\n\n1. Name three copies.\n2. Restore one.\n\n${lesson(spoken('Words.'), '1. Title — "Backups"\n2. Title — "More"').replace(/^#.*\n/, '')}`;
    expect(check(text).slides.map(({ visuals }) => visuals)).toMatchObject([[{ kind: 'card', objectives: ['Name three copies.', 'Restore one.'] }], [{ kind: 'card', objectives: [] }]]);
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
