/** Mistakes of size, which a folder of small files cannot show. */
import { expect, it } from 'vitest';
import { longestLine, longestText } from '../../src/compiler/2-parse/inspect-text.ts';
import { parseLesson } from '../../src/compiler/2-parse/parse-lesson.ts';

const head = '# L1.1 — Passwords\n\n## Core content\n\n';

it('text/line-too-long: a line longer than any that people write', () => {
  const { diagnostics } = parseLesson('lesson.md', `${head}${'a'.repeat(longestLine + 1)}\n`);
  expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'text/line-too-long', severity: 'error', line: 5, column: 1 }));
});

it('text/too-long: a text longer than a lesson can be', () => {
  const { diagnostics } = parseLesson('lesson.md', head + 'A long password resists guessing.\n\n'.repeat(Math.ceil(longestText / 30)));
  expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'text/too-long', severity: 'error' }));
});
