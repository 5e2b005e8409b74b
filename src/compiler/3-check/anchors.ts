/** Links within the page: to a heading, by its id here or by the name that GitHub gives it. */
import type { RootContent } from 'mdast';
import { nearest } from '../../diagnostics/nearest.ts';
import type { SectionNode } from '../2-parse/document.ts';
import type { SourceText } from '../2-parse/source.ts';
import { slug } from './ids.ts';
import type { UnnumberedSection } from './parts.ts';
import type { Report } from './report.ts';
import type { FoundTerm } from './terms.ts';
import { plainText, span, walk } from './tree.ts';

interface Anchors {
  /** Id of the part, by each name that a link may use. */
  parts: ReadonlyMap<string, string>;
  terms: ReadonlySet<string>;
}

/** Links are turned to the part that holds their heading; those that lead nowhere are reported. Trees are changed in place. */
export function settleAnchors(sections: readonly SectionNode[], reading: readonly UnnumberedSection[], { terms, source, report }: { terms: readonly FoundTerm[]; source: SourceText; report: Report }): void {
  if (!/\]\(\s*<?#|\]:\s*#/.test(source.text)) return;
  const anchors: Anchors = { parts: partsByName(reading), terms: new Set(['term', ...terms.flatMap(({ names }) => names.map((name) => slug(name, 'term')))]) };
  for (const { blocks } of sections) {
    walk(blocks, (node) => {
      if (node.type !== 'link' || !node.url.startsWith('#')) return;
      const name = decoded(node.url.slice(1)).toLowerCase();
      const part = anchors.parts.get(name);
      if (part !== undefined) node.url = `#${part}`;
      else if (!anchors.terms.has(name)) {
        const { start, end } = span(node);
        const at = Math.max(start, source.text.lastIndexOf(node.url, end));
        report.add('link/dead-anchor', source.place(at, at + node.url.length), { anchor: node.url, near: nearest(name, [...anchors.parts.keys(), ...anchors.terms]) });
      }
    });
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

function partsByName(reading: readonly UnnumberedSection[]): Map<string, string> {
  const found = new Map<string, string>();
  const add = (name: string, id: string): void => {
    if (name !== '' && !found.has(name)) found.set(name, id);
  };
  const parts = reading.flatMap((section) => section.parts.map((part) => ({ section, part })));
  for (const { part } of parts) add(part.id, part.id);
  for (const { section, part } of parts) {
    add(githubName(part.title), part.id);
    // A section whose words all stand under sub-headings has no part of its own.
    add(githubName(section.title), part.id);
    for (const block of part.blocks as RootContent[]) if (block.type === 'heading') add(githubName(plainText(block.children)), part.id);
  }
  return found;
}

/** The anchor that GitHub makes of a heading. */
function githubName(title: string): string {
  return title.toLowerCase().replace(/[^\p{L}\p{M}\p{N}\p{Pc}\s-]/gu, '').trim().replace(/\s/g, '-');
}
