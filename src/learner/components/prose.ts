/** Builds nodes from prose data: a fixed list of tags and attributes, and text; nothing is ever parsed as HTML here. */
import { noChange } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import type { ProseData, ProseElement } from '../../course/prose.ts';

const TAGS = new Set(
  'a abbr blockquote br code dd del details div dl dt em figcaption figure h2 h3 h4 h5 h6 hr img ins kbd li mark ol p pre section span strong sub summary sup table tbody td th thead tr ul'.split(' '),
);
const ATTRIBUTES = new Set(
  'alt align aria-describedby aria-label class data-blank decoding dir height href id lang loading rel role scope src start tabindex target title width'.split(' '),
);
/** A formula's elements show, and do nothing; of their attributes all but those that lead somewhere. */
const MATHML = 'http://www.w3.org/1998/Math/MathML';
const MATH_TAG = /^(math|m[a-z]+|semantics|annotation)$/;
const MATH_ATTRIBUTE = /^(?!on|href|src|style)[a-z-]+$/;
const ADDRESS = /^(https?:|mailto:|tel:|#|[^:]*$|[^:]*[/?#])/i;

/** A fragment with the prose; unknown tags give their content alone, unknown attributes and unsafe addresses are dropped. */
export function proseNodes(prose: readonly (string | ProseElement)[]): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const node of prose) fragment.append(typeof node === 'string' ? node : elementNode(node));
  return fragment;
}

function elementNode([tag, attributes, ...children]: ProseElement, inMath = false): Node {
  if (inMath || tag === 'math') return mathNode(tag, attributes, children);
  if (!TAGS.has(tag)) return proseNodes(children);
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes === 0 ? {} : attributes)) {
    if (!ATTRIBUTES.has(name) || ((name === 'href' || name === 'src') && !ADDRESS.test(value))) continue;
    element.setAttribute(name, value);
  }
  element.append(proseNodes(children));
  return element;
}

function mathNode(tag: string, attributes: ProseElement[1], children: readonly (string | ProseElement)[]): Node {
  const nodes = children.map((child) => (typeof child === 'string' ? child : elementNode(child, true)));
  const element = MATH_TAG.test(tag) ? document.createElementNS(MATHML, tag) : document.createDocumentFragment();
  if (element instanceof Element) for (const [name, value] of Object.entries(attributes === 0 ? {} : attributes)) if (MATH_ATTRIBUTE.test(name)) element.setAttribute(name, value);
  element.append(...nodes);
  return element;
}

/** Blocks cannot stand in a legend. */
export function isInline(prose: ProseData): boolean {
  return !prose.some((node) => typeof node !== 'string' && /^(p|ul|ol|dl|pre|div|table|blockquote|figure|h[2-6]|hr|details|section)$/.test(node[0]));
}

/** In a template: nodes are made once per place and data, so that a new rendering does not empty them. */
class ProseDirective extends Directive {
  private shown: ProseData | null = null;

  render(data: ProseData): unknown {
    if (data === this.shown) return noChange;
    this.shown = data;
    return proseNodes(data);
  }
}

export const prose = directive(ProseDirective);
