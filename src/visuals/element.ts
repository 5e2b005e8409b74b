/** Makes the elements that figures consist of; `class` and `data-step` are all that styles and cues hold on to. */
import type { Element, ElementContent, Properties } from 'hast';

/** Written by their names in HTML or SVG, in camel case: `dataStep`, `viewBox`. */
export type Attributes = Record<string, string | number | undefined>;

type Child = ElementContent | string | null | readonly Child[];

/** `name` may carry classes: `span.box.wide`. null children are left out. */
export function h(name: string, attributes: Attributes, ...children: Child[]): Element {
  const [tagName = 'div', ...className] = name.split('.');
  const properties: Properties = attributes;
  return { type: 'element', tagName, properties: className.length === 0 ? properties : { className, ...properties }, children: content(children) };
}

function content(children: readonly Child[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child === null) return [];
    if (typeof child === 'string') return [{ type: 'text', value: child }];
    return isList(child) ? content(child) : [child];
  });
}

function isList(child: Child): child is readonly Child[] {
  return Array.isArray(child);
}

/** All text inside, in reading order; for tests and for estimates. */
export function textOf(nodes: readonly ElementContent[]): string {
  return nodes.map((node) => (node.type === 'text' ? node.value : node.type === 'element' ? textOf(node.children) : '')).join(' ');
}
