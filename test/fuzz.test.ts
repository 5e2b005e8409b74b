/** Whatever an author's file holds: no crash, places inside the file, time in proportion to its length, and no memory of the one before. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseLesson } from '../src/compiler/2-parse/parse-lesson.ts';
import { checkCourse } from '../src/compiler/3-check/check-course.ts';
import { examine } from '../src/compiler/examine.ts';
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts';
import { print } from '../src/diagnostics/print.ts';
import { editedLesson, fixtures } from './edits.ts';

function diagnosticsOf(text: string): Diagnostic[] {
  const { output, diagnostics } = parseLesson('one.md', text);
  const checked = checkCourse({ courseFile: null, sources: { look: () => 'file', list: () => [] }, documents: [output], lock: null }, { draft: true });
  return [...diagnostics, ...checked.diagnostics];
}

/** Lines as editors count them; a byte order mark belongs to none. */
const linesOf = (text: string): string[] => text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);

function isInside({ line, column, endLine, endColumn }: Diagnostic, lines: readonly string[]): boolean {
  const length = (number: number): number => lines[number - 1]?.length ?? -1;
  const ordered = endLine > line || (endLine === line && endColumn >= column);
  return line >= 1 && column >= 1 && column <= length(line) + 1 && endColumn >= 1 && endColumn <= length(endLine) + 1 && ordered;
}

describe('a lesson with random changes', () => {
  it('never stops the compiler, and every place is in the file', { timeout: 180_000 }, () => {
    fc.assert(
      fc.property(editedLesson, ({ text }) => {
        const lines = linesOf(text);
        const found = diagnosticsOf(text);
        expect(found.filter((diagnostic) => !isInside(diagnostic, lines))).toEqual([]);
        expect(print(found, { sourceText: () => text, colour: false })).not.toContain('undefined');
      }),
      { numRuns: 80 },
    );
  });
});

describe('time', () => {
  const [longest] = [...fixtures].sort((a, b) => b.text.length - a.text.length);
  const body = (longest?.text ?? '').replace(/\bId: [\w.-]+/g, 'Tags: x');

  /** Milliseconds of the processor, the better of two: others may be at work on the same machine. */
  const best = (text: string): number => Math.min(...[1, 2].map(() => {
    const before = process.cpuUsage();
    diagnosticsOf(text);
    return process.cpuUsage(before).user / 1000;
  }));

  it('grows no faster than the text: twice doubled, it is far from sixteen times as long', { timeout: 180_000 }, () => {
    const once = body.repeat(Math.ceil(30_000 / body.length));
    best(once);
    expect(best(once.repeat(4)) / best(once)).toBeLessThan(11);
  });

  it.each([
    ['brackets', '[('],
    ['stars', '*a _b '],
    ['labels', 'Q: a A: b Why: c '],
    ['options', '- ( ) a\n'],
    ['headings', '## a\n'],
    ['quotations', '> '],
    ['fences', '```\na\n'],
    ['cues', '[SLIDE 1] '],
    ['blanks', '[[a | b]] '],
    ['arrows', '- a → b\n'],
    ['containers', ':::reveal\n'],
    ['dollars', '$$ a '],
    ['escapes', '\\. \\* '],
    ['tables', '| a | b |\n| - | - |\n'],
    ['entities', '&amp; &nbsp;'],
  ])('holds for nothing but %s', { timeout: 120_000 }, (_, piece) => {
    const text = (length: number): string => `# L1 — One\n\n## Quiz\n\n${piece.repeat(Math.ceil(length / piece.length))}`;
    const small = best(text(8000));
    // Below this a single pause of the machine decides.
    if (small < 10) return expect(best(text(32_000))).toBeLessThan(400);
    expect(best(text(32_000)) / small).toBeLessThan(12);
  });

  it('is enough for a lesson of 5 MB', { timeout: 300_000 }, () => {
    const paragraph = 'A lock keeps a door shut until the right **key** turns, and `lock` is what programmers call it too. ';
    const section = (i: number): string => `## Part ${i}\n\n${`${paragraph.repeat(30)}\n\n`.repeat(10)}`;
    let text = '# L1 — A very long lesson\n\n';
    for (let i = 1; text.length < 5_000_000; i++) text += section(i);
    expect(diagnosticsOf(`${text}## Quiz\n\n1. Q: True or false: this was long.\n   A: True.\n   Why: Five million characters.\n`)).toEqual([]);
  });
});

describe('several compiles at once', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'parallel-'));
    for (const [i, { name, text }] of fixtures.entries()) writeFileSync(join(folder, `${i}${name.slice(name.lastIndexOf('.'))}`), text);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('do not disturb each other', { timeout: 120_000 }, async () => {
    const paths = fixtures.map(({ name }, i) => join(folder, `${i}${name.slice(name.lastIndexOf('.'))}`));
    const said = async (path: string) => {
      const { course, diagnostics, lock } = await examine(path, { draft: true });
      return JSON.stringify([course, diagnostics, lock]);
    };
    const alone: string[] = [];
    for (const path of paths) alone.push(await said(path));
    const together = await Promise.all([...paths, ...paths.toReversed()].map(said));
    expect(together).toEqual([...alone, ...alone.toReversed()]);
  });
});
