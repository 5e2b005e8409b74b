/** Lessons by other hands: what a careful human reads in each is what Lectern recognises, however the text is typed. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLesson } from '../src/compiler/2-parse/parse-lesson.ts';
import { checkCourse } from '../src/compiler/3-check/check-course.ts';
import type { Sources } from '../src/compiler/1-read/sources.ts';
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts';
import { type Expected, type Recognised, recognised, type Sidecar } from './lessons/recognised.ts';
import * as retype from './lessons/retype.ts';

const folder = fileURLToPath(new URL('./lessons/', import.meta.url));

interface Case {
  name: string;
  file: string;
  text: string;
  expected: Expected;
  reports: string[];
}

const cases: Case[] = readdirSync(folder)
  .filter((file) => file.endsWith('.md') || file.endsWith('.txt'))
  .sort()
  .map((file) => {
    const name = file.replace(/\.\w+$/, '');
    const read = (path: string): string => readFileSync(folder + path, 'utf8');
    const { reports, ...expected } = JSON.parse(read(`${name}.expected.json`)) as Sidecar;
    return { name, file, text: read(file), expected, reports };
  });

/** A folder that holds nothing but the lesson. */
const emptyFolder = (file: string): Sources => ({
  root: '/lesson',
  kind: 'lesson',
  entry: file,
  readText: () => ({ text: null, diagnostics: [] }),
  readBytes: () => null,
  look: (path) => (path === file ? 'file' : 'missing'),
  list: () => [file],
});

function examineText(file: string, text: string): { recognised: Recognised; diagnostics: Diagnostic[] } {
  const parsed = parseLesson(file, text);
  const checked = checkCourse(
    { courseFile: null, documents: [parsed.output], lock: null, sources: emptyFolder(file) },
    { draft: true },
  );
  return {
    recognised: recognised(parsed.output, checked.output.course),
    diagnostics: [...parsed.diagnostics, ...checked.diagnostics],
  };
}

/** Only what the sidecar speaks of is compared. */
function expectReading(file: string, text: string, expected: Expected): void {
  const examined = examineText(file, text);
  expect(examined.recognised).toMatchObject(expected);
  expect(examined.diagnostics.filter((diagnostic) => diagnostic.severity === 'error')).toEqual([]);
}

describe.each(cases)('$file', ({ file, text, expected, reports }) => {
  const runs = { numRuns: 10 };
  const language = expected.language ?? 'en';
  const quiz = expected.sections.find((section) => section.role === 'quiz')?.title ?? null;
  const cut = retype.cutSections(text, expected.sections.map((section) => section.title));

  it('is read as a careful human reads it', () => {
    expectReading(file, text, expected);
  });

  it('reports what a careful human would mention, where it stands', () => {
    const found = examineText(file, text).diagnostics.sort((a, b) => a.line - b.line || a.column - b.column);
    expect(found.map(({ line, column, severity, code }) => `${line}:${column} ${severity} ${code}`)).toEqual(reports);
  });

  it('is read alike with a byte order mark, CRLF line ends, tabs and trailing spaces', () => {
    expectReading(file, retype.asOnWindows(text, expected.mode), expected);
  });

  it('is read alike with lone carriage returns and no line end at the end', () => {
    expectReading(file, text.trimEnd().replaceAll('\n', '\r'), expected);
  });

  it('is read alike in any order of its sections', () => {
    fc.assert(
      fc.property(retype.orderOf(cut.sections.length), (order) => {
        const sections = order.flatMap((from) => expected.sections.filter((section) => section.title === cut.sections[from]?.title));
        const untitled = expected.sections.filter((section) => section.title === null);
        expectReading(file, retype.joinSections(cut, order), { ...expected, sections: [...untitled, ...sections] });
      }),
      runs,
    );
  });

  it.each(retype.dresses)('is read alike with the names of its sections in another dress: %s', (style) => {
    // Capitals are the author's choice and stay; a colon after a heading belongs to no title.
    const sections = expected.sections.map(({ title, role }) => ({
      title: style === 'capitals' && title !== null ? title.toUpperCase() : title,
      role,
    }));
    expectReading(file, retype.dressSections(cut, style), { ...expected, sections });
  });

  it.each(retype.numberings)('is read alike with numbers like “1%s”', (style) => {
    expectReading(file, retype.renumber(text, style), expected);
  });

  it.each(retype.dashes)('is read alike with “%s” for a dash', (dash) => {
    expectReading(file, retype.redash(text, dash), expected);
  });

  it.each(retype.bullets(expected.mode))('is read alike with “%s” for a bullet', (bullet) => {
    expectReading(file, retype.rebullet(text, bullet), expected);
  });

  it('is read alike with synonyms of its labels', () => {
    fc.assert(
      fc.property(retype.synonyms(language), (words) =>
        expectReading(file, retype.relabel(cut, quiz, language, words), expected),
      ),
      runs,
    );
  });

  it('is read alike when all of this comes together', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...retype.numberings),
        fc.constantFrom(...retype.dashes),
        fc.constantFrom(...retype.bullets(expected.mode)),
        retype.synonyms(language),
        fc.boolean(),
        (style, dash, bullet, words, windows) => {
          const labelled = retype.relabel(cut, quiz, language, words);
          const typed = retype.rebullet(retype.redash(retype.renumber(labelled, style), dash), bullet);
          expectReading(file, windows ? retype.asOnWindows(typed, expected.mode) : typed, expected);
        },
      ),
      runs,
    );
  });
});

it('there are lessons of both kinds in at least seven languages', () => {
  expect(new Set(cases.map(({ expected }) => expected.language)).size).toBeGreaterThanOrEqual(7);
  expect(new Set(cases.map(({ expected }) => expected.mode))).toEqual(new Set(['pasted', 'markdown']));
});
