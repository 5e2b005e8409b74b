/** How nodes become elements that Markdown itself does not have, or that a learner's page shows in its own way. */
import type { Element } from 'hast';
import type { Code, Image } from 'mdast';
import { defaultHandlers, type Handlers, type State } from 'mdast-util-to-hast';
import type { BlankNode } from '../../course/prose.ts';
import type { Callout, Container, InlineMath, VisualBlock, WordLink } from '../../course/prose-nodes.ts';
import { calloutElement } from './callouts.ts';
import { containerElement } from './containers.ts';
import { codeElement, inlineMathElement } from './drawn.ts';
import type { Islands } from './islands.ts';
import type { ProseContext } from './prose.ts';
import { recordingElement } from './recordings.ts';
import { wordLinkElement } from './word-links.ts';

export function proseHandlers({ blocks, uses, drawn, callouts, links, figure, recordings }: Pick<ProseContext, 'blocks' | 'uses' | 'drawn' | 'callouts' | 'links' | 'figure' | 'recordings'>, islands: Islands): Handlers {
  return {
    blank: (_state: State, { id }: BlankNode): Element => ({ type: 'element', tagName: 'span', properties: { dataBlank: id }, children: [] }),
    callout(state: State, node: Callout) {
      uses('callout');
      return calloutElement(state, node, callouts);
    },
    code: (_state: State, node: Code) => codeElement(node, islands, drawn),
    container: (state: State, node: Container) => containerElement(state, node, blocks, uses),
    image(state: State, node: Image) {
      const recording = node.data?.recording;
      return recording === undefined ? defaultHandlers.image(state, node) : islands.stand('div', [recordingElement(node.url, recording, recordings)]);
    },
    inlineMath: (_state: State, node: InlineMath) => inlineMathElement(node, islands, drawn),
    wordLink: (state: State, node: WordLink) => wordLinkElement(state, node, links),
    visual: (_state: State, { visual }: VisualBlock) => islands.stand('div', [figure(visual)]),
  };
}
