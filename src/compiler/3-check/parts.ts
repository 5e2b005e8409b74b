/** Sections to reading parts: the smallest stretches that are tracked as seen. */
import type { RootContent } from 'mdast';
import type { Part, Section, SectionRole } from '../../course/course.ts';
import type { Prose } from '../../course/prose.ts';
import type { LessonDocument, SectionNode } from '../2-parse/document.ts';
import { uniqueSlugs } from './ids.ts';
import { withLeadIns } from './lead-ins.ts';
import { readObjectives } from './objectives.ts';
import { splitReferences } from './references.ts';
import { plainText, rememberOffsets } from './tree.ts';
import { withVisuals, type Fences } from './visuals/fences.ts';

const shownRoles = new Set<SectionRole>(['objectives', 'primer', 'content', 'example', 'terms', 'references']);
const leadInRoles = new Set<SectionRole>(['primer', 'content', 'example']);

/** A part before the lock file has given it its number. */
type UnnumberedPart = Omit<Part, 'key'>;
export type UnnumberedSection = Omit<Section, 'parts'> & { parts: UnnumberedPart[] };

/** `sections` are without comments. Ids are slugs of titles, unique in the lesson. */
export function readParts(sections: readonly SectionNode[], fences: Fences, document: LessonDocument): UnnumberedSection[] {
  const slugFor = uniqueSlugs();
  const offsets = rememberOffsets(document.source);
  return sections
    .filter((section) => section.title !== null || section.blocks.length > 0)
    .map((section) => {
      const title = section.title ?? document.title?.text ?? '';
      const shown = shownRoles.has(section.role);
      const { role, place } = section;
      if (!shown) return { role, title, place, shown, parts: [] };
      const blocks = withVisuals(prepared(section, document, offsets), fences);
      const parts = cutAtHeadings(title, blocks).map((part) => ({ ...part, id: slugFor(part.title, 'part') }));
      return { role, title, place, shown, parts };
    });
}

function prepared(section: SectionNode, document: LessonDocument, offsets: ReturnType<typeof rememberOffsets>): Prose {
  if (section.role === 'objectives') return readObjectives(section.blocks, document).blocks;
  if (section.role === 'references') return splitReferences(section.blocks, offsets);
  return leadInRoles.has(section.role) ? withLeadIns(section.blocks, offsets) : section.blocks;
}

/** The section's opening, unless it is empty, and one part for each sub-heading of the highest level that occurs. */
function cutAtHeadings(title: string, blocks: readonly RootContent[]): Omit<UnnumberedPart, 'id'>[] {
  const highest = blocks.reduce((least, block) => (block.type === 'heading' ? Math.min(least, block.depth) : least), 7);
  const parts: Omit<UnnumberedPart, 'id'>[] = [{ title, level: 2, blocks: [] }];
  for (const block of blocks) {
    if (block.type === 'heading' && block.depth === highest) parts.push({ title: plainText(block.children), level: 3, blocks: [] });
    else parts.at(-1)?.blocks.push(block);
  }
  return parts.length > 1 && parts[0]?.blocks.length === 0 ? parts.slice(1) : parts;
}
