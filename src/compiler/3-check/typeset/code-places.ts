/** Where a character of a code block stands in the lesson: its lines were indented, or stood behind quotation marks. */
import type { Code } from 'mdast';
import type { SourceText } from '../../2-parse/source.ts';
import { span } from '../tree.ts';

/** Offset in `source.text` of each line's first character; `end` is that of the block. Linear in the block. */
export function codeLines(node: Code, source: SourceText): number[] {
  const { start, end } = span(node);
  const written = source.text.slice(start, end).split('\n').slice(1);
  let at = start + source.text.slice(start, end).indexOf('\n') + 1;
  return node.value.split('\n').map((line, index) => {
    const raw = written[index] ?? '';
    const first = at + Math.max(0, raw.length - line.length);
    at += raw.length + 1;
    return Math.min(first, end);
  });
}
