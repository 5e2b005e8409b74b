/** Underscores in pasted text that belong to names (`__init__.py`, `_config_/x`) are text, not emphasis (authoring R20). */
import type { Emphasis, Nodes, Parents, Strong, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';

/** Changes the tree in place; emphasis written with asterisks, or around whole words, stays. */
export function keepUnderscores(tree: Parents, text: string): void {
  let changed = false;
  const children = tree.children.map((child): Nodes => {
    if ('children' in child) keepUnderscores(child, text);
    if ((child.type !== 'emphasis' && child.type !== 'strong') || !belongsToName(child, text)) return child;
    changed = true;
    return asText(child, text);
  });
  if (changed) (tree as { children: Nodes[] }).children = joinTexts(children);
}

function belongsToName(node: Emphasis | Strong, text: string): boolean {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  if (text[start] !== '_') return false;
  if (/[\w./\\-]/.test(text[start - 1] ?? '') || /^(?:\.\w|[\w/\\(])/.test(text.slice(end, end + 2))) return true;
  return node.type === 'strong' && /^[a-z][a-z0-9_]*$/.test(toString(node));
}

function asText(node: Emphasis | Strong, text: string): Text {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  const mark = node.type === 'strong' ? '__' : '_';
  const inner = node.children.every((child) => child.type === 'text') ? toString(node) : text.slice(start + mark.length, end - mark.length);
  return { type: 'text', value: `${mark}${inner}${mark}`, ...(node.position ? { position: node.position } : {}) };
}

/** Neighbouring text nodes as one, as the parser would have left them. */
function joinTexts(nodes: readonly Nodes[]): Nodes[] {
  const joined: Nodes[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text' && last.position && node.position) {
      joined[joined.length - 1] = { type: 'text', value: last.value + node.value, position: { start: last.position.start, end: node.position.end } };
    } else joined.push(node);
  }
  return joined;
}
