/** From a character of a text node to its place in the source: they differ where the author escaped something. */
import type { Text } from 'mdast';

/**
 * For each index of `node.value` (and for its length) the offset in `text`. Escapes (`\_`), character references
 * (`&amp;`) and the indentation of continued lines are in the source but not in the value. Linear.
 */
export function offsetsOf(node: Text, text: string): number[] {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  const { value } = node;
  if (end - start === value.length) return Array.from({ length: value.length + 1 }, (_, index) => start + index);
  const offsets: number[] = [];
  let at = start;
  for (let index = 0; index < value.length; index++) {
    const reference = text[at] === '&' ? /^&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});/i.exec(text.slice(at, at + 40)) : null;
    if (reference !== null && !value.startsWith(reference[0], index)) {
      offsets.push(at);
      at += reference[0].length;
      continue;
    }
    while (at < end && text[at] !== value[index]) at++;
    offsets.push(Math.min(at, end));
    at++;
  }
  offsets.push(end);
  return offsets;
}

/** Offset in `text` of the character at `index` of a text node's value. */
export function offsetIn(node: Text, index: number, text: string): number {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  return end - start === node.value.length ? start + index : (offsetsOf(node, text)[index] ?? end);
}
