/** Texts for excerpts are fetched only where they are shown. */
import { expect, it } from 'vitest';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { wholeFile } from '../../diagnostics/diagnostic.ts';
import { textsByName } from './check.ts';

it('fetches no text before it is asked for, however many remarks a file has', () => {
  const asked: string[] = [];
  const sourceText = (file: string): string => {
    asked.push(file);
    return `text of ${file}`;
  };
  const diagnostics = Array.from({ length: 5000 }, (_, i) => diagnose('file/empty', wholeFile(i % 2 === 0 ? 'one.md' : 'two.md'), { name: 'one.md' }));
  const texts = textsByName([{ examined: { diagnostics, sourceText }, name: (file) => `course/${file}` }]);
  expect(asked).toEqual([]);
  expect(texts('course/two.md')).toBe('text of two.md');
  expect(texts('course/three.md')).toBeNull();
  expect(asked).toEqual(['two.md']);
});
