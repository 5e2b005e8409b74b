/** How nodes become elements that Markdown itself does not have, or that a learner's page shows in its own way. */
import type { Element } from 'hast';
import type { Code } from 'mdast';
import type { Handlers, State } from 'mdast-util-to-hast';
import type { BlankNode } from '../../course/prose.ts';
import type { Container, InlineMath } from '../../course/prose-nodes.ts';
import { containerElement } from './containers.ts';
import { codeElement, inlineMathElement } from './drawn.ts';
import type { Islands } from './islands.ts';
import type { ProseContext } from './prose.ts';

export function proseHandlers({ blocks, uses, drawn }: Pick<ProseContext, 'blocks' | 'uses' | 'drawn'>, islands: Islands): Handlers {
  return {
    blank: (_state: State, { id }: BlankNode): Element => ({ type: 'element', tagName: 'span', properties: { dataBlank: id }, children: [] }),
    code: (_state: State, node: Code) => codeElement(node, islands, drawn),
    container: (state: State, node: Container) => containerElement(state, node, blocks, uses),
    inlineMath: (_state: State, node: InlineMath) => inlineMathElement(node, islands, drawn),
  };
}
