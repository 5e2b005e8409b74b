/** Recognition, rule by rule, on lessons as authors hand them in. */
import fc from 'fast-check';
import { toString } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import type { LessonDocument } from './document.ts';
import { parseLesson } from './parse-lesson.ts';

const parse = (text: string): LessonDocument => parseLesson('bread.txt', text).output;
const codes = (text: string): string[] => parseLesson('bread.txt', text).diagnostics.map(({ code, line, column }) => `${line}:${column} ${code}`);
const roles = (text: string): string[] => parse(text).sections.map(({ role, title }) => (title === null ? `(${role})` : role));

/** Blocks as short words: `heading3 list2 paragraph`. */
const blocks = (document: LessonDocument, index: number): string =>
  (document.sections[index]?.blocks ?? []).map((node) => node.type + (node.type === 'heading' ? node.depth : node.type === 'list' ? node.children.length : '')).join(' ');

/** Sections of a lesson about baking, as pasted text. */
const parts: Readonly<Record<string, string>> = {
  objectives: 'Learning objectives\n\nAt the end you can: 1. Name the four ingredients. 2. Knead a dough.',
  primer: 'Concept primer\n\nBread is older than writing.',
  content: 'Core content\n\nWhat yeast does\n\nYeast eats sugar (~5 g in ~30 min).\n\n  • It makes gas.\n  • It makes alcohol.\n\nHow long to wait\n\nUntil it has doubled.',
  example: 'Real-world example\n\nA bakery in 1900 baked at night.',
  terms: 'Key terms\n\n  • Yeast / leaven — what makes dough rise.\n  • Proof — the second rise.',
  references: 'References\n\n  • A book about flour. https://example.org/flour',
  quiz: 'Quiz items\n\n  1. Q: What makes dough rise? A: Yeast. Why: It makes gas.\n  2. Q: True or false: salt is food for yeast. A: False. Why: Sugar is.',
  script: 'Video script\n\n[SLIDE 1 — Title]\n\nWelcome.\n\n[SLIDE 2 — Yeast]\n\nIt eats sugar.',
  outline: 'Slide outline\n\n  1. Title — a loaf.\n  2. Yeast — diagram: sugar → gas.',
  notes: 'Production notes\n\n  • Film the oven.',
};
const header = 'L2.1 — Bread\n\nType: Theory · Duration: ~20 min · Status: Mandatory Module: Module 2 — Baking Framework tags: none so far\n\n';
const pasted = `${header}${Object.values(parts).join('\n\n')}\n`;

describe('a pasted lesson', () => {
  it('has its title, header, sections and sub-headings, and nothing to complain about', () => {
    const document = parse(pasted);
    expect(codes(pasted)).toEqual([]);
    expect(document).toMatchObject({ mode: 'pasted', language: 'en', title: { code: 'L2.1', text: 'Bread', place: { start: { line: 1, column: 1 } } } });
    expect([...document.fields].map(([key, { value }]) => [key, value])).toEqual([
      ['type', 'Theory'],
      ['duration', '~20 min'],
      ['status', 'Mandatory'],
      ['module', 'Module 2 — Baking'],
      ['framework', 'none so far'],
    ]);
    expect(document.fields.get('duration')?.place).toEqual({ file: 'bread.txt', start: { line: 3, column: 26 }, end: { line: 3, column: 33 } });
    expect(roles(pasted)).toEqual(Object.keys(parts));
    expect(blocks(document, 2)).toBe('heading3 paragraph list2 heading3 paragraph');
    expect(blocks(document, 7)).toBe('paragraph paragraph paragraph paragraph');
  });

  it('keeps its sections in any order, with any numbering, case, colon or bold marks', () => {
    const order = fc.shuffledSubarray(Object.keys(parts), { minLength: 4 });
    const style = fc.constantFrom('plain', 'numbered', 'bracketed', 'upper', 'colon', 'bold', 'roman');
    fc.assert(
      fc.property(order, style, fc.constantFrom('\n', '\r\n', '\r'), fc.boolean(), (keys, look, lineEnd, bom) => {
        const text = keys.map((key, index) => {
          const [name = '', ...rest] = (parts[key] ?? '').split('\n');
          return [dress(name, look, index), ...rest].join('\n');
        });
        const lesson = `${bom ? '\ufeff' : ''}${(header + text.join('\n\n')).replace(/\n/g, lineEnd)}`;
        expect(codes(lesson)).toEqual([]);
        expect(roles(lesson)).toEqual(keys);
        expect(parse(lesson).title?.place.start).toEqual({ line: 1, column: 1 });
      }),
    );
  });

  function dress(name: string, look: string, index: number): string {
    if (look === 'numbered') return `${index + 1}. ${name}`;
    if (look === 'bracketed') return `${index + 1}) ${name}`;
    if (look === 'upper') return name.toUpperCase();
    if (look === 'colon') return `${name}:`;
    if (look === 'bold') return `**${name}**`;
    if (look === 'roman') return `${['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'][index]}. ${name}`;
    return name;
  }

  it('has the same lists whatever the bullets, the indentation and the space after them', () => {
    const bullet = fc.constantFrom('•', '◦', '▪', '‣', '·', '–', '-', '*', '+', '\uf0b7', '\\-', '\\*');
    const indent = fc.constantFrom('', ' ', '  ', '    ', '\t', '\u00a0\u00a0', '&nbsp;&nbsp;');
    fc.assert(
      fc.property(bullet, indent, fc.constantFrom(' ', '\t', '   ', '\u00a0', '      '), fc.boolean(), (mark, space, gap, loose) => {
        const items = ['It makes gas.', 'It makes alcohol.', 'It dies of salt.'].map((words) => `${space}${mark}${gap}${words}`);
        const text = pasted.replace('  • It makes gas.\n  • It makes alcohol.', items.join(loose ? '\n\n' : '\n'));
        const list = parse(text).sections[2]?.blocks[2];
        expect(list).toMatchObject({ type: 'list', ordered: false, spread: loose });
        expect(list?.type === 'list' && list.children.map((item) => toString(item))).toEqual(['It makes gas.', 'It makes alcohol.', 'It dies of salt.']);
      }),
    );
  });

  it('nests lists by indentation, also where Markdown alone would not', () => {
    const text = pasted.replace('  • It makes gas.\n  • It makes alcohol.', '1. Mix\n  • flour\n  • water\n    – cold\n2. Knead\n\n     for ten minutes\n10. Wait');
    const list = parse(text).sections[2]?.blocks[2];
    if (list?.type !== 'list') throw new Error('no list');
    expect(list.children.map((item) => item.children.map((child) => child.type).join(' '))).toEqual(['paragraph list', 'paragraph paragraph', 'paragraph']);
    expect(toString(list.children[0]?.children[1] ?? list)).toBe('flourwatercold');
    expect(codes(text)).toEqual([expect.stringMatching(/syntax\/numbering-jump/)]);
  });

  it('reads numbers and bullets of other scripts', () => {
    for (const [first, second] of [['١. ', '٢. '], ['１．', '２．'], ['1）', '2）'], ['1\\. ', '2\\. ']]) {
      const list = parse(pasted.replace('  • It makes gas.\n  • It makes alcohol.', `${first}Gas\n${second}Alcohol`)).sections[2]?.blocks[2];
      expect(list).toMatchObject({ type: 'list', ordered: true, start: 1 });
      expect(list?.type === 'list' && list.children.map((item) => toString(item))).toEqual(['Gas', 'Alcohol']);
    }
    expect(blocks(parse(pasted.replace('  • It makes gas.\n  • It makes alcohol.', '・ガス\n・アルコール')), 2)).toBe('heading3 paragraph list2 heading3 paragraph');
  });

  it('takes no indentation for code, no rule for a heading and no name with underscores for emphasis', () => {
    const text = pasted.replace('Until it has doubled.', '        Until it has doubled, in __init__.py and _a_/b.\n---\nAfter the rule.\n=====\nThe end.');
    expect(blocks(parse(text), 2)).toBe('heading3 paragraph list2 heading3 paragraph thematicBreak paragraph thematicBreak paragraph');
    const words = parse(text).sections[2]?.blocks[4];
    expect(words).toMatchObject({ children: [{ type: 'text', value: 'Until it has doubled, in __init__.py and _a_/b.' }] });
  });

  it('takes long lines, questions without answer below them, and lines in a row for what they are', () => {
    const heading = (line: string): string | undefined => parse(pasted.replace('What yeast does', line)).sections[2]?.blocks[0]?.type;
    expect(heading('Why does it rise?')).toBe('heading');
    expect(heading('**What yeast does**')).toBe('heading');
    expect(heading('It rises.')).toBe('paragraph');
    expect(heading('It says “rise!”')).toBe('paragraph');
    expect(heading('Three things matter:')).toBe('paragraph');
    expect(heading('one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen')).toBe('paragraph');
    expect(heading('Source: a book')).toBe('paragraph');
    expect(heading('https://example.org/yeast')).toBe('paragraph');
    expect(heading('First line\n\nSecond line')).toBe('paragraph');
  });

  it('drops page furniture before the title, wherever it stands there', () => {
    const text = `Skip to content\n\nTable of contents\n\n${pasted}`;
    expect(codes(text)).toEqual(['1:1 text/page-furniture', '3:1 text/page-furniture']);
    expect(parse(text).title).toMatchObject({ code: 'L2.1', place: { start: { line: 5 } } });
    expect(roles(text)).toEqual(Object.keys(parts));
  });

  it('drops a copied table of contents above the title', () => {
    const text = `On this page\n\n• Learning objectives\nCore content\nQuiz items\n\n${pasted}`;
    expect(codes(text)).toEqual(['1:1', '3:1', '4:1', '5:1'].map((place) => `${place} text/page-furniture`));
    expect(parse(text).title).toMatchObject({ code: 'L2.1' });
    expect(roles(text)).toEqual(Object.keys(parts));
  });

  it('keeps slide markers as paragraphs of their own, also without blank lines and when escaped', () => {
    const text = pasted.replace('[SLIDE 1 — Title]\n\nWelcome.\n\n[SLIDE 2 — Yeast]\n\n', '\\[SLIDE 1 — Title\\]\nWelcome.\n• A list\n[slide 2: Yeast]\n');
    const script = parse(text).sections[7]?.blocks.map((node) => toString(node));
    expect(script).toEqual(['[SLIDE 1 — Title]', 'Welcome.', 'A list', '[slide 2: Yeast]', 'It eats sugar.']);
  });

  it('does not take numbered lists of section names for sections', () => {
    const text = pasted.replace('Until it has doubled.', 'The lesson has\n\n1. Quiz\n2. Key terms\n3. References');
    expect(roles(text)).toEqual(Object.keys(parts));
  });

  it.each([
    ['de', 'Lernziele', 'Kerninhalt', 'Schlüsselbegriffe', 'Quizfragen', 'Produktionsnotizen', 'Typ: Theorie · Dauer: 20 min'],
    ['fr', "Objectifs d'apprentissage", 'Contenu principal', 'Termes clés', 'Questions du quiz', 'Notes de production', 'Type : Théorie · Durée : 20 min'],
    ['es', 'Objetivos de aprendizaje', 'Contenido principal', 'Términos clave', 'Cuestionario', 'Notas de producción', 'Tipo: Teoría · Duración: 20 min'],
    ['ja', '学習目標', '本文', '重要用語', '確認問題', '制作メモ', '種類：理論 · 所要時間：20分'],
    ['ar', 'أهداف التعلم', 'المحتوى', 'المصطلحات الرئيسية', 'أسئلة الاختبار', 'ملاحظات الإنتاج', 'النوع: نظري · المدة: 20 دقيقة'],
  ])('is understood in %s', (language, ...names) => {
    const [details = '', ...sections] = [names.at(-1), ...names.slice(0, -1)];
    const text = `L1.1 — X\n\n${details}\n\n${sections.map((name) => `${name}\n\nText of it.`).join('\n\n')}\n`;
    const document = parse(text);
    expect(document.language).toBe(language);
    expect(roles(text)).toEqual(['objectives', 'content', 'terms', 'quiz', 'notes']);
    expect([...document.fields.keys()]).toEqual(['type', 'duration']);
    expect(document.fields.get('duration')?.value).toMatch(/^20/);
  });
});

const markdown = `# L2.1 — Bread

**Type:** Theory | **Duration:** 20 min

## Learning objectives

1. Knead.

## Core content

### What yeast does

Gas.

#### In detail

More gas.

## Something else

Text.

## Key terms

- **Yeast** — a fungus.

## Quiz

1. Q: What rises?
   - (x) Dough

## Production notes

Private.
`;

describe('a lesson in Markdown', () => {
  it('has its title, header, sections and sub-headings', () => {
    const document = parse(markdown);
    expect(codes(markdown)).toEqual([]);
    expect(document).toMatchObject({ mode: 'markdown', title: { code: 'L2.1', text: 'Bread' } });
    expect([...document.fields].map(([key, { value }]) => [key, value])).toEqual([['type', 'Theory'], ['duration', '20 min']]);
    expect(roles(markdown)).toEqual(['objectives', 'content', 'content', 'terms', 'quiz', 'notes']);
    expect(document.sections[2]).toMatchObject({ known: false, title: 'Something else', place: { start: { line: 19, column: 1 } } });
    expect(blocks(document, 1)).toBe('heading3 paragraph heading4 paragraph');
  });

  it.each([
    ['every heading a level up', (text: string) => text.replace(/^##/gm, '#')],
    ['every heading a level down', (text: string) => text.replace(/^#/gm, '##')],
    ['underlined headings', (text: string) => text.replace(/^# (.*)$/gm, '$1\n===').replace(/^## (.*)$/gm, '$1\n---')],
    ['closing marks', (text: string) => text.replace(/^(#+)( .*)$/gm, '$1$2 $1')],
    ['numbered headings', (text: string) => text.replace(/^## /gm, '## 3. ')],
    ['a plain first line for the title', (text: string) => text.replace(/^# /, '')],
    ['escaped heading marks', (text: string) => text.replace(/^#/gm, '\\#')],
  ])('is the same with %s', (_, change) => {
    const text = change(markdown);
    const document = parse(text);
    expect(document.title).toMatchObject({ code: 'L2.1', text: 'Bread' });
    expect(roles(text)).toEqual(['objectives', 'content', 'content', 'terms', 'quiz', 'notes']);
    expect(blocks(document, 1)).toBe('heading3 paragraph heading4 paragraph');
    expect(document.fields.size).toBe(2);
  });

  it('takes a first line in bold type for the title where several headings are alike, and not where one stands above all', () => {
    const body = '## Why\n\nYeast.\n\n## Quiz items\n\n1. Q: True or false: salt is food. A: False.';
    expect(parse(`**How bread rises**\n\n# Where yeast lives\n\nOn grapes.\n\n# Who feeds it\n\nBakers.\n`).title?.text).toBe('How bread rises');
    expect(parse(`**A bold remark.**\n\n# How bread rises\n\n${body}\n`).title?.text).toBe('How bread rises');
    expect(parse(`Plain words.\n\n# Where yeast lives\n\nOn grapes.\n\n# Who feeds it\n\nBakers.\n`).title?.text).toBe('Where yeast lives');
  });

  it('finds sections named by bold or plain lines beside headings', () => {
    const text = markdown.replace('## Quiz', '**Quiz**').replace('## Key terms', 'Key terms');
    expect(roles(text)).toEqual(['objectives', 'content', 'content', 'terms', 'quiz', 'notes']);
  });

  it.each([
    ['Lesson 4.1: Bread', '4.1'],
    ['Lektion 4.1 — Bread', '4.1'],
    ['LESSON 12 - Bread', '12'],
    ['レッスン3：Bread', '3'],
    ['Lesson 4.1', null],
    ['Lesson plans: Bread', null],
  ])('of the title “%s” the number is the code: %s', (title, code) => {
    const text = code === null ? title : 'Bread';
    expect(parse(markdown.replace('L2.1 — Bread', title)).title).toMatchObject({ code, text });
    expect(parse(pasted.replace('L2.1 — Bread', title)).title).toMatchObject({ code, text });
  });

  it('takes a plain line with a colon for a lead-in, not for a section, unless it names what must not be lost', () => {
    const before = roles(markdown);
    expect(roles(markdown.replace('Gas.', 'Introduction:\n\nGas.'))).toEqual(before);
    expect(roles(markdown.replace('Gas.', '**Introduction:**\n\nGas.'))).toContain('primer');
    expect(roles(markdown.replace('## Quiz', 'Quiz:').replace('## Production notes', 'Production notes:'))).toEqual(before);
  });

  it('keeps private notes private below other headings, and goes on after them', () => {
    const text = markdown.replace('#### In detail', '### Instructor notes\n\nAsk first.\n\n### In detail');
    const document = parse(text);
    expect(roles(text)).toEqual(['objectives', 'content', 'notes', 'content', 'terms', 'quiz', 'notes']);
    expect(document.sections[2]?.blocks.map((node) => toString(node))).toEqual(['Ask first.']);
    expect(blocks(document, 1)).toBe('heading3 paragraph heading3 paragraph');
  });

  it('finds the level of sections among other headings', () => {
    expect(roles(markdown.replace('## Learning', '# Part one\n\n## Learning'))).toEqual(['content', 'objectives', 'content', 'content', 'terms', 'quiz', 'notes']);
    expect(roles('# Bread\n\n## Flour\n\nText.\n\n### Example\n\nText.\n\n### Grain\n\nText.\n\n## Water\n\nText.\n')).toEqual(['content', 'content']);
    expect(roles('# Bread\n\n## Flour\n\nText.\n\n### Quiz\n\n1. Q: What? A: That.\n\n## Water\n\nText.\n')).toEqual(['content', 'quiz', 'content']);
  });

  it('takes an example below a content heading for a sub-heading', () => {
    expect(roles(markdown.replace('#### In detail', '### Example'))).toEqual(['objectives', 'content', 'content', 'terms', 'quiz', 'notes']);
  });

  it('notes a jump in heading levels, a gap in numbers and a misspelt section', () => {
    const text = markdown.replace('### What', '#### What').replace('1. Knead.', '1. Knead.\n3. Wait.').replace('## Key terms', '## Key trems');
    expect(codes(text)).toEqual(['8:1 syntax/numbering-jump', '12:1 syntax/heading-jump', '24:1 syntax/near-section']);
  });

  it.each([
    ['Qiuz', 'Q: True or false: x.\nA: True', true],
    ['Qiz', '1. What is x?\n   - [x] One\n   - [ ] Two', true],
    ['Quzi:', '1. **Question:** What is x?\n\n   **Answer:** One', true],
    ['Quit', 'Note: close the lid first.', false],
    ['Quit', 'Then go.\n\n## Start\n\nQ: Who?\nA: You.', false],
    ['Suite', 'Q: Who?\nA: You.', false],
  ])('asks whether “%s” is the quiz where questions stand below: %j %s', (heading, text, near) => {
    expect(codes(`# Bread\n\n## Core content\n\nGas.\n\n## ${heading}\n\n${text}\n`).filter((code) => code.endsWith('near-section'))).toHaveLength(near ? 1 : 0);
  });

  it('recognises nothing inside code and comments', () => {
    const text = markdown.replace('More gas.', '```\n## Quiz\n\nQuiz\n:::reveal\n• a\n```\n\n<!--\n\n## Quiz\n\n-->\n\nMore gas.');
    expect(codes(text)).toEqual([]);
    expect(roles(text)).toEqual(['objectives', 'content', 'content', 'terms', 'quiz', 'notes']);
    expect(parse(text).sections[1]?.blocks.find((node) => node.type === 'code')).toMatchObject({ value: '## Quiz\n\nQuiz\n:::reveal\n• a' });
  });

  it('keeps definitions apart from the sections, wherever they stand and are used', () => {
    const text = `${markdown.replace('Gas.', 'Gas [here][g] and[^n].')}\n[g]: https://example.org\n\n[^n]: A note.\n`;
    const document = parse(text);
    expect(document.definitions.map(({ type, identifier }) => `${type} ${identifier}`)).toEqual(['definition g', 'footnoteDefinition n']);
    expect(document.sections[1]?.blocks[1]).toMatchObject({ children: [{ type: 'text' }, { type: 'linkReference', identifier: 'g' }, { type: 'text' }, { type: 'footnoteReference', identifier: 'n' }, { type: 'text' }] });
    expect(blocks(document, 5)).toBe('paragraph');
  });
});

describe('what looks like syntax and is not', () => {
  it.each([
    [':::revael\nText\n:::', ['1:1 syntax/unknown-block']],
    ['::: reveal\nText\n:::', []],
    [':::bank{#gradients}\nText', ['1:1 syntax/unclosed-block']],
    ['Text\n\n:::', ['3:1 syntax/unopened-block']],
    [':::reveal Try first\nText\n:::', ['1:11 syntax/block-line']],
    ['- One\n  :::reveal\n  Text\n\n:::', ['2:3 syntax/misplaced-block', '5:1 syntax/misplaced-block']],
    ['\\:::reveal', []],
    ['::two', []],
    ['```\ncode', ['1:1 syntax/unclosed-fence']],
    ['- item\n\n  ~~~ts\n  code', ['3:3 syntax/unclosed-fence']],
    ['- item\n\n  ```\n  code\n\nafter', []],
  ])('%j reports %j', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it('reports invisible characters once a line, with their place', () => {
    expect(codes('# T\n\nab\u202ecd\u202c\n\nx\u0000y\u0007')).toEqual(['3:3 text/bidi', '5:2 text/control']);
    expect(codes('# العنوان\u200f\n')).toEqual([]);
  });
});
