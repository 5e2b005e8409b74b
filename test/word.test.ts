/** Lessons written in Word: read like Markdown, reported by paragraph, and refused with a reason when they cannot be read. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import JSZip from 'jszip';
import { toString } from 'mdast-util-to-string';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wordParts } from '../src/compiler/1-read/word-parts.ts';
import { parseMarkdown } from '../src/compiler/2-parse/markdown.ts';
import { parseWord } from '../src/compiler/2-parse/word/parse-word.ts';
import { plainColumn } from '../src/compiler/2-parse/word/pieces.ts';
import { readWord } from '../src/compiler/2-parse/word/read-word.ts';
import { writeMarkdown } from '../src/compiler/2-parse/word/write-markdown.ts';
import { examine, type Examined } from '../src/compiler/examine.ts';
import type { Course } from '../src/course/course.ts';
import { print } from '../src/diagnostics/print.ts';
import { jpeg, png } from './pictures/make.ts';
import { inMarkdown, inWord } from './word/lesson.ts';
import { docx, heading, item, paragraph, picture, run, table, wordFiles, type WordLook, zipOf } from './word/make.ts';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'word-')));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

async function examineWord(body: string, look: WordLook = {}): Promise<Examined> {
  return examine(put('lesson.docx', await docx(body, look)), { draft: true });
}

async function markdownOf(body: string, look: WordLook = {}) {
  const { parts } = await wordParts('lesson.docx', await docx(body, look));
  const word = await readWord(parts ?? new Map());
  if ('reason' in word) throw new Error(word.reason);
  return writeMarkdown('lesson.docx', word);
}

const textOf = async (body: string, look: WordLook = {}): Promise<string> => (await markdownOf(body, look)).lines.map((line) => line.text).join('\n');

/** What the course is, without where it stands in the files. */
function withoutPlaces(course: Course | null): unknown {
  const where = new Set(['position', 'place', 'file', 'at', 'spread', 'label']);
  return JSON.parse(JSON.stringify(course, (key, value: unknown) => (where.has(key) ? undefined : typeof value === 'string' ? value.replace('lesson.docx/', '') : value)));
}

describe('a lesson in Word', () => {
  it('is the same course as the lesson in Markdown with the same words', async () => {
    const word = await examineWord(inWord.body, inWord.look);
    mkdirSync(join(folder, 'other'));
    writeFileSync(join(folder, 'other/picture-1.png'), png());
    const markdown = await examine(put('other/lesson.md', inMarkdown), { draft: true });
    const errors = [...word.diagnostics, ...markdown.diagnostics].filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
    expect(markdown.course?.lessons[0]?.items.map(({ type }) => type)).toEqual(['single', 'multiple', 'single', 'true-false']);
    expect(withoutPlaces(word.course)).toEqual(withoutPlaces(markdown.course));
    expect(word.diagnostics.map(({ code }) => code)).toEqual(markdown.diagnostics.map(({ code }) => code));
  });

  it('may be one of several in a course', async () => {
    put('one.docx', await docx(inWord.body, inWord.look));
    put('two.md', inMarkdown.replace('L1.1', 'L1.2').replace(/!\[[^\n]*\n\nDescription[^\n]*\n/, ''));
    put('course.yaml', 'title: Passwords\nlessons:\n  - one.docx\n  - two.md\n');
    const { course, diagnostics } = await examine(folder, { draft: true });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(course?.lessons.map(({ file }) => file)).toEqual(['one.docx', 'two.md']);
  });

  it('that is not there is reported like any other', async () => {
    put('course.yaml', 'title: Passwords\nlessons:\n  - one.docx\n');
    const { diagnostics } = await examine(folder, { draft: true });
    expect(diagnostics).toMatchObject([{ code: 'file/missing', file: 'course.yaml', line: 3 }]);
  });

  it('needs no styles: names of sections on lines of their own are enough', async () => {
    const plain = ['**L1.1 — Passwords**', 'Type: Theory', '**Objectives**', '1. Describe a password.', '**Core content**', 'Words.', '**Quiz**', '1. Q: True or false: so it is.', 'A: True.', 'Why: so.'];
    const { course } = await examineWord(plain.map((text) => paragraph(text)).join(''));
    expect(course?.title).toBe('Passwords');
    expect(course?.lessons[0]?.sections.map(({ role }) => role)).toEqual(['objectives', 'content', 'quiz']);
    expect(course?.lessons[0]?.items[0]).toMatchObject({ type: 'true-false' });
  });
});

describe('documents of other programs and habits', () => {
  it('plain text that was saved as a document, line by line in a fixed width, is read as that text', async () => {
    const text = ['L1.1 — Passwords', '', 'Type: Theory · Duration: 8 min', '', 'Core content', '', 'Words that are', 'broken over two lines.', '', 'Quiz', '', '1. Q: True or false: so it is.', 'A: True.'];
    expect(await textOf(text.map((line) => paragraph(line, { style: 'PreformattedText' })).join(''))).toBe(text.join('\n'));
  });

  it('code among other paragraphs stays code', async () => {
    const body = [heading('Passwords', 1), paragraph('ls -l', { style: 'PreformattedText' }), paragraph('pwd', { style: 'PreformattedText' })];
    expect(await textOf(body.join(''))).toContain('```\nls -l\npwd\n```');
  });

  it('a quotation below an option is what is said to who chooses it', async () => {
    const quote = (text: string, list?: [number, number]): string => paragraph(text, { style: 'Quote', ...(list === undefined ? {} : { list }) });
    const typed = [paragraph('( ) this'), quote('Not this.'), paragraph('(x) that')];
    expect(await textOf(typed.join(''))).toBe('- ( ) this\n  > Not this.\n- (x) that');
    const listed = [item('( ) this', 2), quote('Not this.', [2, 0]), item('(x) that', 2)];
    expect(await textOf(listed.join(''))).toBe('- ( ) this\n  > Not this.\n- (x) that');
  });

  it('a quotation below an ordinary list is a quotation', async () => {
    expect(await textOf([item('this', 2), paragraph('So be it.', { style: 'Quote' })].join(''))).toBe('- this\n\n> So be it.');
  });

  it('a paragraph numbered with a blank goes on with its list item', async () => {
    const numbering = '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=" "/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>';
    expect(await textOf([item('First.', 1), paragraph('More of it.', { list: [2, 0] }), item('Second.', 1)].join(''), { numbering })).toBe('1. First.\n\n   More of it.\n\n2. Second.');
  });

  it('heading styles of the author are headings, by outline level or by what they build on', async () => {
    const style = (id: string, inside: string): string => `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${id}"/>${inside}</w:style>`;
    const styles = [style('Chapter', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'), style('Paper', '<w:basedOn w:val="Heading2"/>'), style('Round', '<w:basedOn w:val="Round"/>'), style('Body', '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>')].join('');
    const body = ['Chapter', 'Paper', 'Round', 'Body'].map((name) => paragraph(name, { style: name })).join('');
    expect(await textOf(body, { styles })).toBe('# Chapter\n\n## Paper\n\nRound\n\nBody');
  });
});

describe('a mistake', () => {
  const body = (...quiz: string[]): string => [paragraph('L1.1 — Passwords', { style: 'Title' }), heading('Core content', 1), paragraph(''), paragraph('Words.'), heading('Quiz', 1), ...quiz].join('');

  it('is placed at its paragraph and shown with its words', async () => {
    const examined = await examineWord(body(item('**Q:** Which one?'), paragraph('(x) this'), paragraph('(x) that'), paragraph('Why: so.')));
    const two = examined.diagnostics.find(({ code }) => code === 'quiz/two-correct');
    expect(two).toMatchObject({ file: 'lesson.docx', line: 7, column: 1, message: expect.stringContaining('paragraphs 6 and 7') });
    const shown = print(two === undefined ? [] : [two], { sourceText: examined.sourceText, colour: false });
    expect(shown).toContain('lesson.docx, paragraph 7');
    expect(shown).toContain('7 | (x) that');
  });

  it('in the middle of a paragraph has the column that the author sees, whatever marks stand before it', async () => {
    const { diagnostics } = await examineWord(body(paragraph(`${run('A_b ')}${run('bold', { bold: true })}${run(' *c* see \u202Ehere')}`)));
    expect(diagnostics.find(({ code }) => code === 'text/bidi')).toMatchObject({ line: 5, column: 18 });
  });

  it('leads every column of every line back to the same letter', async () => {
    const { lines, paragraphs } = await markdownOf(inWord.body, inWord.look);
    for (const line of lines) {
      for (const [index, { from, plain, same }] of line.runs.entries()) {
        if (!same) continue;
        const to = line.runs[index + 1]?.from ?? line.text.length;
        const visible = paragraphs[line.paragraph - 1] ?? '';
        // A caption is added to its picture and has no letters of its own there.
        if (/^!\[/.test(line.text)) continue;
        expect(visible.slice(plain, plain + to - from)).toBe(line.text.slice(from, to));
        expect(plainColumn(line, from)).toBe(plain);
      }
    }
  });

  it('is a picture without alt text, an equation, a picture on another server', async () => {
    const equation = '<w:p><m:oMathPara><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></m:oMathPara></w:p>';
    const { diagnostics } = await examineWord(body(paragraph(picture({})), equation, paragraph(picture({ id: 'rId300', linked: true, alt: 'A lock' }))), {
      media: { 'image1.png': png() },
      linkedPictures: ['https://example.org/a.png'],
    });
    expect(diagnostics.map(({ code, line }) => `${line} ${code}`)).toEqual(expect.arrayContaining(['5 media/no-alt', '6 word/not-carried', '7 media/remote']));
    expect(diagnostics.find(({ code }) => code === 'media/no-alt')?.help).toContain('View Alt Text');
  });
});

describe('pictures', () => {
  const lesson = (content: string): string => [paragraph('L1.1 — Passwords', { style: 'Title' }), heading('Core content', 1), paragraph('Words.'), content].join('');

  it('are files of the lesson, shown once where one is used twice', async () => {
    const { sources, diagnostics } = await examineWord(lesson([picture({ alt: 'A' }), picture({ alt: 'B', id: 'rId101' }), picture({ alt: 'C', id: 'rId102' })].map((xml) => paragraph(xml)).join('')), {
      media: { 'image1.png': png(), 'image2.jpg': jpeg(), 'image3.png': png() },
    });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(sources?.list('lesson.docx')).toEqual(['picture-1.png', 'picture-2.jpg']);
    expect(sources?.readBytes('lesson.docx/picture-2.jpg')).toEqual(new Uint8Array(jpeg()));
  });

  it('that are marked as decorative need no words', async () => {
    expect(await textOf(paragraph(picture({ decorative: true })), { media: { 'image1.png': png() } })).toBe('![decorative](lesson.docx/picture-1.png)');
  });

  it('of a kind that browsers do not show are refused', async () => {
    const { diagnostics } = await examineWord(lesson(paragraph(picture({ alt: 'A' }))), { media: { 'image1.emf': Buffer.from('emf') } });
    expect(diagnostics.find(({ code }) => code === 'media/not-a-picture')).toMatchObject({ line: 4, help: expect.stringContaining('save it as PNG') });
  });

  it('described by a machine are doubted', async () => {
    const { diagnostics } = await examineWord(lesson(paragraph(picture({ alt: 'A screenshot of a computer\n\nDescription automatically generated' }))), { media: { 'image1.png': png() } });
    expect(diagnostics.find(({ code }) => code === 'word/machine-alt')?.message).toContain('“A screenshot of a computer”');
  });
});

describe('what Word knows', () => {
  it('of lists is kept: where they go on, where they begin anew, how they nest', async () => {
    const body = [item('a'), item('b'), paragraph('Between.'), item('c'), item('x', 1, 1), item('d', 4), item('e', 4)].join('');
    expect(await textOf(body)).toBe('1. a\n2. b\n\nBetween.\n\n3. c\n   - x\n1. d\n2. e');
  });

  it('of letters is kept only where an answer is given by letter', async () => {
    expect(await textOf([item('a', 3), item('b', 3), paragraph('Answer: B')].join(''))).toBe('- A) a\n- B) b\n\nAnswer: B');
    expect(await textOf([item('a', 3), item('b', 3), paragraph('And so on.')].join(''))).toBe('1. a\n2. b\n\nAnd so on.');
  });

  it('to be hidden, deleted or a remark stays in Word', async () => {
    const deleted = '<w:del><w:r><w:delText>deleted</w:delText></w:r></w:del><w:ins><w:r><w:t>inserted</w:t></w:r></w:ins>';
    const remark = '<w:r><w:commentReference w:id="0"/></w:r>';
    expect(await textOf(paragraph(`${run('Seen ')}${run('hidden', { hidden: true })}${deleted}${remark}`))).toBe('Seen inserted');
  });

  it('to be changed or remarked is counted, at the first place', async () => {
    const del = (text: string) => `<w:del w:id="1"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
    const ins = (text: string) => `<w:ins w:id="2"><w:r><w:rPr><w:ins w:id="3"></w:ins></w:rPr><w:t>${text}</w:t></w:r></w:ins>`;
    const remark = '<w:r><w:commentReference w:id="0"/></w:r>';
    const body = [heading('L1 — Locks', 1), paragraph('<w:del w:id="9"><w:r><w:delText>All of it.</w:delText></w:r></w:del>'), paragraph(`${run('Two ')}${del('old')}${del(' and older')}${ins('new')}${run(' locks.')}${remark}`), table([[paragraph(`${run('A')}${ins('b')}`)], ['c']]), paragraph(`${run('x = 1', { font: 'Consolas' })}${ins('; y')}${remark}`)].join('');
    const { lines, diagnostics } = await markdownOf(body);
    expect(lines.map(({ text }) => text).join('\n')).toContain('Two new locks.');
    expect(diagnostics.map(({ code, line, column, message }) => `${code} ${line}:${column} ${message}`)).toEqual([
      'word/tracked-changes 2:1 This document holds changes that nobody has accepted or rejected: 3 insertions are in the course, 2 deletions are left out. The first is here.',
      'word/comments 2:15 2 comments stay in Word; learners do not see them. The first is here.',
    ]);
    expect((await markdownOf(paragraph(`${run('x = 1', { font: 'Consolas' })}<w:ins w:id="2">${run('; y', { font: 'Consolas' })}</w:ins>`))).lines.map(({ text }) => text)).toEqual(['```', 'x = 1; y', '```']);
  });

  it.each([
    ['Titel', 'Überschrift 1', 'Zitat'], ['Titre', 'Titre 1', 'Citation'], ['Título', 'Título 1', 'Cita'], ['Título', 'Cabeçalho 1', 'Citação'], ['表題', '見出し 1', '引用文'], ['العنوان', 'عنوان 1', 'اقتباس'],
  ])('of styles is known by their names in other languages: %s', async (title, first, quote) => {
    const styles = [title, first, quote].map((name, index) => `<w:style w:type="paragraph" w:styleId="Own${index}"><w:name w:val="${name}"/></w:style>`).join('');
    const body = paragraph('L1 — Locks', { style: 'Own0' }) + paragraph('Quiz', { style: 'Own1' }) + paragraph('Said.', { style: 'Own2' });
    expect(await textOf(body, { styles })).toBe('# L1 — Locks\n\n## Quiz\n\n> Said.');
  });

  it('of styles is known by ids alone, which lack letters with accents', async () => {
    const body = paragraph('L1 — Eins', { style: 'Titel' }) + paragraph('Quiz', { style: 'berschrift1' }) + paragraph('Mehr', { style: 'Ttulo2' });
    expect(await textOf(body)).toBe('# L1 — Eins\n\n## Quiz\n\n### Mehr');
  });

  it('of merged cells is written as empty cells', async () => {
    const merged = '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>ab</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr/><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc><w:tc><w:tcPr/><w:p><w:r><w:t>d</w:t></w:r></w:p></w:tc></w:tr></w:tbl>';
    expect(await textOf(merged)).toBe('| ab |  |\n| --- | --- |\n| c | d |');
  });

  it('of a frame around text is left out, its text is kept', async () => {
    expect(await textOf(table([['Only a box.']]))).toBe('Only a box.');
  });

  it('of bold beside punctuation never leaves asterisks in the text', async () => {
    expect(await textOf(paragraph(`${run('Q:', { bold: true })}${run('Which?')}`))).toBe('**Q:** Which?');
    expect(await textOf(paragraph(`${run('say')}${run('(so)', { bold: true })}`))).toBe('say(so)');
    expect(await textOf(paragraph(`${run('a', { bold: true })}${run('b', { italic: true })}`))).toBe('**a**_b_');
  });
});

describe('words', () => {
  /** What Word's author types is text, except for marks that every lesson may use. */
  const typed = fc.string({ unit: fc.constantFrom('a', 'B', '7', ' ', '*', '_', '<', '>', '&', '~', '\\', '|', '!', '.', ',', '&amp;', '**', '__', '~~', '</b>', 'é', '😀'), maxLength: 24 }).filter((text) => /^[aBé]/.test(text));

  it('arrive as they were typed, also where Markdown has another use for them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(typed, fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 4 }), async (runs) => {
        const body = paragraph(runs.map(([text, bold, italic]) => run(text, { bold, italic })).join(''));
        const { lines, paragraphs } = await markdownOf(body);
        const tree = parseMarkdown(lines.map((line) => line.text).join('\n'), false);
        expect(toString(tree).replace(/\s+/g, ' ').trim()).toBe((paragraphs[0] ?? '').replace(/\s+/g, ' ').trim());
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});

describe('a document that cannot be read', () => {
  const reported = async (bytes: Uint8Array | Promise<Uint8Array>) => {
    const { diagnostics, course } = await examine(put('lesson.docx', await bytes), { draft: true });
    expect(course).toBeNull();
    return diagnostics;
  };
  const whole = wordFiles(paragraph('Words.'));

  it.each([
    ['text with a wrong name', Buffer.from('# Passwords\n'), 'file/not-word', 'whatever its name says'],
    ['an old document', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'file/not-word', 'old Word'],
    ['a document with a password', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]), 'file/not-word', 'protected by a password'],
    ['nothing', Buffer.alloc(0), 'file/empty', 'is empty'],
    ['a ZIP of something else', zipOf({ 'a.txt': 'a' }), 'file/not-word', 'a ZIP archive'],
    ['a presentation', zipOf({ 'ppt/presentation.xml': '<p/>' }), 'file/not-word', 'PowerPoint'],
    ['a document without words', docx(paragraph('')), 'file/empty', 'is empty'],
    ['damaged XML', zipOf({ ...whole, 'word/document.xml': '<w:document><w:body>' }), 'file/word-damaged', 'not what Word writes'],
    ['XML with declarations', zipOf({ ...whole, 'word/document.xml': `<!DOCTYPE x [<!ENTITY a "b">]>${String(whole['word/document.xml'])}` }), 'file/word-damaged', 'declarations'],
    ['XML nested without end', zipOf({ ...whole, 'word/document.xml': String(whole['word/document.xml']).replace('<w:body>', `<w:body>${'<w:ins>'.repeat(50_000)}${'</w:ins>'.repeat(50_000)}`) }), 'file/word-damaged', 'cannot be read'],
  ])('because it is %s', async (_, bytes, code, words) => {
    expect(await reported(bytes)).toMatchObject([{ code, severity: 'error', message: expect.stringContaining(words) }]);
  });

  it('because it would fill the memory is file/word-too-large, before it does', async () => {
    const bomb = await new JSZip().file('word/document.xml', Buffer.alloc(40 * 1024 * 1024, 32)).generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await reported(bomb)).toMatchObject([{ code: 'file/word-too-large', message: expect.stringContaining('16 MB of text') }]);
  }, 30_000);

  it('or could be, never ends in a fault, whatever is nested in what', async () => {
    const leaf = fc.constantFrom(run('a'), run('( ) b'), run('Q: c'), picture({ alt: 'x' }), picture({ id: 'rId999' }), '<w:r><w:footnoteReference w:id="7"/></w:r>', '<m:oMath/>', '</w:r>', '<w:r><w:br/></w:r>', '<w:vanish/>', run('```'), run('| x', { font: 'Consolas' }), '<w:numPr><w:numId w:val="9"/></w:numPr>');
    const frame = fc.constantFrom(['<w:p>', '</w:p>'], ['<w:tbl>', '</w:tbl>'], ['<w:tr>', '</w:tr>'], ['<w:tc>', '</w:tc>'], ['<w:r>', '</w:r>'], ['<w:pPr>', '</w:pPr>'], ['<w:hyperlink w:anchor="a">', '</w:hyperlink>'], ['<w:p><w:pPr><w:pStyle w:val="Caption"/></w:pPr>', '</w:p>'], ['<w:p><w:pPr><w:numPr><w:ilvl w:val="8"/><w:numId w:val="1"/></w:numPr></w:pPr>', '</w:p>']);
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof({ maxDepth: 5, withCrossShrink: true }, leaf, fc.tuple(frame, fc.array(tie('tree'), { maxLength: 4 })).map(([[open = '', close = ''], inside]) => open + inside.join('') + close)),
    }));
    await fc.assert(
      fc.asyncProperty(fc.array(tree, { maxLength: 6 }), async (trees) => {
        const { parts } = await wordParts('lesson.docx', await docx(trees.join(''), { media: { 'image1.png': png() } }));
        const { output, diagnostics } = await parseWord('lesson.docx', parts ?? new Map());
        expect(output !== null || diagnostics.length > 0).toBe(true);
        for (const { line } of diagnostics) expect(line).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('because its bytes were damaged never ends in a fault', async () => {
    const good = await docx(inWord.body, inWord.look);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 }), fc.option(fc.nat(good.length)), async (edits, cut) => {
        const bytes = Uint8Array.from(good.subarray(0, cut ?? good.length));
        for (const [at, value] of edits) if (at < bytes.length) bytes[at] = value;
        const { parts, diagnostics } = await wordParts('lesson.docx', bytes);
        expect(parts !== null || diagnostics.length > 0).toBe(true);
        if (parts !== null) await readWord(parts);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
