/** Callouts as notes that say in words of what kind they are (player.md 2.3). */
import type { Element, ElementContent } from 'hast';
import type { State } from 'mdast-util-to-hast';
import type { Callout, CalloutKind } from '../../course/prose-nodes.ts';

export type CalloutWords = Readonly<Record<CalloutKind, string>>;

export function calloutElement(state: State, { kind, title, children }: Callout, words: CalloutWords): Element {
  const own: ElementContent[] = title === null ? [] : state.all({ type: 'paragraph', children: title });
  const name: ElementContent[] = [{ type: 'text', value: own.length === 0 ? words[kind] : `${words[kind]}: ` }, ...own];
  const heading: Element = { type: 'element', tagName: 'p', properties: { className: ['callout-title'] }, children: [{ type: 'element', tagName: 'span', properties: {}, children: name }] };
  const content = state.wrap(state.all({ type: 'root', children }), true) as ElementContent[];
  return { type: 'element', tagName: 'div', properties: { className: ['callout', `callout-${kind}`], role: 'note' }, children: [heading, ...content] };
}
