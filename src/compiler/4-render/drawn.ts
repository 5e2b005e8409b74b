/** Code and formulas on the page: what libraries made of them, in the frame that learners use them in (player.md 2.3). */
import type { Element, ElementContent } from 'hast';
import type { Code } from 'mdast';
import type { Drawn, InlineMath } from '../../course/prose-nodes.ts';
import type { FeatureName } from '../../vocabulary/features.ts';
import { TAGS_OF } from '../../vocabulary/features.ts';
import type { Islands } from './islands.ts';

export interface DrawnContext {
  words: { copy: string; copied: string; formula: string };
  /** What a learner clicks to read the description of a diagram. */
  description: string;
  uses: (feature: FeatureName) => void;
  /** The class that gives an element these declarations: the page's policy allows no style attributes. */
  styled: (style: string) => string;
}

export function codeElement(node: Code, islands: Islands, context: DrawnContext): Element {
  const drawn = node.data?.drawn;
  if (drawn?.kind === 'diagram') return islands.stand('div', [diagram(drawn, context)]);
  if (drawn?.kind === 'math') return islands.stand('div', [formulaBlock(drawn, context)]);
  const { words, uses } = context;
  uses('code');
  const title = drawn?.title ?? null;
  const code = element('pre', { tabIndex: 0 }, [element('code', {}, drawn?.content ?? [{ type: 'text', value: node.value }])]);
  const framed = title === null ? code : element('figure', { className: ['code'] }, [element('figcaption', {}, [{ type: 'text', value: title }]), code]);
  return islands.stand('div', [element(TAGS_OF.code, { dataCopy: words.copy, dataCopied: words.copied }, [framed])]);
}

export function inlineMathElement(node: InlineMath, islands: Islands, context: DrawnContext): Element {
  const drawn = node.data?.drawn;
  if (drawn === undefined) return element('code', {}, [{ type: 'text', value: node.value }]);
  return islands.stand('span', formula(drawn, context));
}

/** A described image: the title names it, the description can be opened by everybody. */
function diagram({ content, title: written, description }: Drawn, context: DrawnContext): Element {
  const title = written ?? '';
  context.uses('diagram');
  const [svg] = content;
  const drawing: ElementContent[] = svg?.type === 'element' ? [{ ...svg, properties: { ...svg.properties, role: 'img', ariaLabel: title } }] : [];
  return element('figure', { className: ['diagram'] }, [
    element('div', { className: ['scroll'], role: 'group', tabIndex: 0, ariaLabel: title }, drawing),
    element('figcaption', {}, [{ type: 'text', value: title }]),
    element('details', {}, [element('summary', {}, [{ type: 'text', value: context.description }]), element('p', {}, [{ type: 'text', value: description ?? '' }])]),
  ]);
}

/** Wide formulas scroll by themselves. */
function formulaBlock(drawn: Drawn, context: DrawnContext): Element {
  return element('div', { className: ['scroll', 'formula'], role: 'group', tabIndex: 0, ariaLabel: context.words.formula }, formula(drawn, context));
}

function formula({ content }: Drawn, context: DrawnContext): ElementContent[] {
  context.uses('math');
  return withClasses(content, context);
}

function withClasses(nodes: readonly ElementContent[], context: DrawnContext): ElementContent[] {
  return nodes.map((node) => {
    if (node.type !== 'element') return node;
    const { style, ...properties } = node.properties;
    // The attribute `display` says it already.
    const kept = typeof style === 'string' && style !== '' && node.tagName !== 'math' ? { ...properties, className: [context.styled(style)] } : properties;
    return { ...node, properties: kept, children: withClasses(node.children, context) };
  });
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
