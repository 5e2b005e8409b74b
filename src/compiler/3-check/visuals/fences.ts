/** All fences of a lesson that are visuals, each read once, and the prose in which they stand as figures. */
import type { Code, RootContent } from 'mdast';
import type { Prose } from '../../../course/prose.ts';
import type { VisualBlock } from '../../../course/prose-nodes.ts';
import type { Visual } from '../../../course/visual.ts';
import type { LessonDocument, SectionNode } from '../../2-parse/document.ts';
import type { Report } from '../report.ts';
import { childrenOf, span, walk } from '../tree.ts';
import { kindOf, nearKind, readVisual } from './read-visual.ts';

export type Fences = ReadonlyMap<Code, Visual>;

export function readFences(sections: readonly SectionNode[], document: LessonDocument, report: Report): Fences {
  const fences = new Map<Code, Visual>();
  for (const { role, blocks } of sections) {
    walk(blocks, (node) => {
      if (node.type !== 'code' || (kindOf(node) === null && nearKind(node) === null)) return;
      const kind = kindOf(node);
      if (role === 'quiz' && kind !== null) {
        const { start } = span(node);
        report.add('visual/in-question', document.source.place(start, start + 3 + kind.length), { kind });
        return;
      }
      const visual = readVisual(node, document.source, report);
      if (visual !== null) fences.set(node, visual);
    });
  }
  return fences;
}

/** With figures where the fences stood, at any depth. */
export function withVisuals(blocks: Prose, fences: Fences): Prose {
  return fences.size === 0 ? blocks : blocks.map((block) => replaced(block, fences));
}

function replaced(node: RootContent, fences: Fences): RootContent {
  if (node.type === 'code') {
    const visual = fences.get(node);
    return visual === undefined ? node : ({ type: 'visual', visual } satisfies VisualBlock);
  }
  if (node.type !== 'list' && node.type !== 'listItem' && node.type !== 'blockquote' && node.type !== 'container') return node;
  return { ...node, children: childrenOf(node).map((child) => replaced(child, fences)) } as RootContent;
}
