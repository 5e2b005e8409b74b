/** How nodes become elements that Markdown itself does not have, or that a learner's page shows in its own way. */
import type { Element } from 'hast';
import type { Handlers, State } from 'mdast-util-to-hast';
import type { BlankNode } from '../../course/prose.ts';
import type { Container } from '../../course/prose-nodes.ts';
import { containerElement } from './containers.ts';
import type { ProseContext } from './prose.ts';

export function proseHandlers({ blocks, uses }: Pick<ProseContext, 'blocks' | 'uses'>): Handlers {
  return {
    blank: (_state: State, { id }: BlankNode): Element => ({ type: 'element', tagName: 'span', properties: { dataBlank: id }, children: [] }),
    container: (state: State, node: Container) => containerElement(state, node, blocks, uses),
  };
}
