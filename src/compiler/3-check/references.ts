/** The sources a lesson names: one per list entry, or per paragraph where there is no list. */
import type { RootContent } from 'mdast';
import type { Reference } from '../../course/course.ts';
import type { SectionNode } from '../2-parse/document.ts';
import { plainText, unwrapped } from './tree.ts';

export function readReferences(sections: readonly SectionNode[]): Reference[] {
  const blocks = sections.filter((s) => s.role === 'references').flatMap((s) => s.blocks);
  const lists = blocks.filter((block) => block.type === 'list');
  const entries: RootContent[][] = lists.length > 0 ? lists.flatMap((list) => list.children.map((entry) => entry.children)) : blocks.filter((block) => block.type === 'paragraph').map((block) => [block]);
  return entries.map((entry) => ({ prose: unwrapped(entry), text: plainText(entry) })).filter(({ text }) => text !== '');
}
