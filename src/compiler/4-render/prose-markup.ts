/** Prose data as markup for static pages. It was sanitised when it was made; text and values are escaped here. */
import type { ProseData, ProseElement } from '../../course/prose.ts';
import { escape } from './markup.ts';

/** Blocks cannot stand in a legend. */
export function isInline(prose: ProseData): boolean {
  return !prose.some((node) => typeof node !== 'string' && /^(p|ul|ol|dl|pre|div|table|blockquote|figure|h[2-6]|hr|details|section)$/.test(node[0]));
}

const VOID = new Set(['br', 'hr', 'img']);

/** What stands inside an element in place of its own content; null: nothing. */
export type Fill = (attributes: Readonly<Record<string, string>>) => string | null;

export function proseMarkup(prose: readonly (string | ProseElement)[], fill: Fill = () => null): string {
  return prose.map((node) => (typeof node === 'string' ? escape(node) : elementMarkup(node, fill))).join('');
}

function elementMarkup([tag, attributes, ...children]: ProseElement, fill: Fill): string {
  const written = attributes === 0 ? '' : Object.entries(attributes).map(([name, value]) => ` ${name}="${escape(value)}"`).join('');
  const filled = attributes === 0 ? null : fill(attributes);
  return `<${tag}${written}>${VOID.has(tag) ? '' : `${filled ?? proseMarkup(children, fill)}</${tag}>`}`;
}
