/** Numbered lists whose numbers skip or repeat (authoring R9). */
import type { List, Root, RootContent } from 'mdast';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { SourceText } from './source.ts';

/** Numbers are read from the source; a list of the same number throughout is Markdown's short form and no jump. */
export function findNumberingJumps(tree: Root, source: SourceText): Diagnostic[] {
  const found: Diagnostic[] = [];
  const stack: RootContent[] = [...tree.children];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'list' && node.ordered) for (const one of jumps(node, source)) found.push(one);
    if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading') for (const child of node.children) stack.push(child);
  }
  return found;
}

/** A list that begins again further in belongs to the entry above it, even where its indentation is too small for Markdown. */
function isInset(source: SourceText, start: number, first: number): boolean {
  return source.point(start).column > source.point(first).column;
}

function jumps(list: List, source: SourceText): Diagnostic[] {
  const numbers = list.children.map((item) => {
    const start = item.position?.start.offset ?? 0;
    const digits = /^\s*(\d{1,9})/.exec(source.text.slice(start, start + 24));
    return { start, digits: digits?.[1] ?? '', number: Number(digits?.[1] ?? NaN) };
  });
  if (numbers.every(({ number }) => number === numbers[0]?.number)) return [];
  return numbers.flatMap(({ start, digits, number }, index) => {
    const before = numbers[index - 1]?.number;
    if (before === undefined || Number.isNaN(number) || number === before + 1 || (number === 1 && isInset(source, start, numbers[0]?.start ?? start))) return [];
    return [diagnose('syntax/numbering-jump', source.place(start, start + digits.length), { before, here: number })];
  });
}
