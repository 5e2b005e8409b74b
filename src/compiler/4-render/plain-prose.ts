/** The short way for prose of plain words, which most of a course's small texts are: options, feedback, single paragraphs. */
import type { ElementContent, Root, Text } from 'hast';
import type { Prose } from '../../course/prose.ts';

const TAGS = { paragraph: 'p', strong: 'strong', emphasis: 'em', delete: 'del' } as const;

/** Exactly what the long way makes of it, through mdast-util-to-hast and sanitising; null for prose that has to go there. */
export function plainProse(prose: Prose): Root | null {
  const nodes = plainNodes(prose);
  if (nodes === null) return null;
  const feed = (): Text => ({ type: 'text', value: '\n' });
  return { type: 'root', children: nodes.flatMap((node, index) => (index === 0 ? [node] : [feed(), node])) };
}

function plainNodes(prose: Prose): ElementContent[] | null {
  const nodes: ElementContent[] = [];
  for (const node of prose) {
    switch (node.type) {
      case 'text':
        if (/[\r\n]/.test(node.value)) return null;
        nodes.push({ type: 'text', value: node.value });
        break;
      case 'inlineCode':
        if (/[\r\n]/.test(node.value)) return null;
        nodes.push({ type: 'element', tagName: 'code', properties: {}, children: [{ type: 'text', value: node.value }] });
        break;
      case 'paragraph':
      case 'strong':
      case 'emphasis':
      case 'delete': {
        const children = plainNodes(node.children);
        if (children === null) return null;
        nodes.push({ type: 'element', tagName: TAGS[node.type], properties: {}, children });
        break;
      }
      default:
        return null;
    }
  }
  return nodes;
}
