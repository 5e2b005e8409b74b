/** Blocks between lines of colons as elements: what the learner opens, and worked examples that open step by step (authoring 1.2.6). */
import type { Element, ElementContent } from 'hast';
import type { List, ListItem, RootContent } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import type { Container } from '../../course/prose-nodes.ts';
import type { FeatureName } from '../../vocabulary/features.ts';

export interface ContainerWords {
  /** On a `:::reveal` without a title. */
  reveal: string;
  workedExample: string;
  step(number: number, of: number): string;
}

export function containerElement(state: State, node: Container, words: ContainerWords, uses: (feature: FeatureName) => void): Element | ElementContent[] {
  switch (node.name) {
    case 'reveal':
      uses('reveal');
      return opening(['reveal'], node.label ?? words.reveal, blocks(state, node.children));
    case 'example':
      uses('example');
      return workedExample(state, node, words);
    default:
      return blocks(state, node.children);
  }
}

function workedExample(state: State, node: Container, words: ContainerWords): Element {
  const title = node.label === null ? words.workedExample : `${words.workedExample}: ${node.label}`;
  const children = node.children.flatMap((child): ElementContent[] => (isSteps(child) ? [steps(state, child, words)] : blocks(state, [child])));
  return element('div', ['example'], [element('p', ['example-title'], [{ type: 'text', value: title }]), ...children]);
}

function isSteps(node: RootContent): node is List {
  return node.type === 'list' && node.ordered === true;
}

/** Native disclosures; the styles hide what comes after one that is closed, so that no script is needed. */
function steps(state: State, list: List, words: ContainerWords): Element {
  const entries = list.children.map((item: ListItem, index) => element('li', [], [opening([], words.step(index + 1, list.children.length), blocks(state, item.children))]));
  return element('ol', ['steps'], entries);
}

function opening(className: string[], summary: string, content: ElementContent[]): Element {
  return element('details', className, [element('summary', [], [{ type: 'text', value: summary }]), ...content]);
}

function blocks(state: State, nodes: readonly RootContent[]): ElementContent[] {
  return state.wrap(state.all({ type: 'root', children: [...nodes] }), true) as ElementContent[];
}

function element(tagName: string, className: string[], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: className.length === 0 ? {} : { className }, children };
}
