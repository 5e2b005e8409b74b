/** Words that lead to a term, a reference or another lesson, as links; plain where the course knows no such place. */
import type { Element, ElementContent } from 'hast';
import type { State } from 'mdast-util-to-hast';
import type { WordLink } from '../../course/prose-nodes.ts';
import { TAGS_OF, type FeatureName } from '../../vocabulary/features.ts';
import { referenceId, termId } from '../../vocabulary/tags.ts';

export interface WordLinkContext {
  /** Ids of the lesson's terms, in order. */
  terms: readonly string[];
  /** What the author numbers the lesson's references by; null where the page does. */
  references: readonly (string | null)[];
  /** The fragment that opens what a code or a module's number names; null when it is not in the course, or the lesson itself. */
  lesson: (kind: 'lesson' | 'module', target: string) => string | null;
  words: { reference: string };
  uses: (feature: FeatureName) => void;
}

export function wordLinkElement(state: State, node: WordLink, context: WordLinkContext): Element | ElementContent[] {
  const children = state.all(node) as ElementContent[];
  const { to } = node;
  if ('target' in to) {
    const href = context.lesson(to.kind, to.target);
    return href === null ? children : link({ href }, children);
  }
  if (to.kind === 'term') {
    const id = context.terms[to.index];
    if (id === undefined) return children;
    context.uses('term');
    return { type: 'element', tagName: TAGS_OF.term, properties: {}, children: [link({ href: `#${termId(id)}`, className: ['term-link'], dataEntry: String(to.index + 1) }, children)] };
  }
  context.uses('cite');
  const number = to.index + 1;
  const label = context.references[to.index] ?? `[${number}]`;
  return link({ href: `#${referenceId(number)}`, className: ['cite'], ariaLabel: `${context.words.reference} ${label.slice(1, -1)}` }, children.length === 0 ? [{ type: 'text', value: label }] : children);
}

function link(properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName: 'a', properties, children };
}
