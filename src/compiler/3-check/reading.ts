/** What learners read: parts, terms and references, and the links between them. */
import type { Reference, Term } from '../../course/course.ts';
import type { LessonDocument, SectionNode } from '../2-parse/document.ts';
import { settleAnchors, type OtherViews } from './anchors.ts';
import { linkWords } from './link-words.ts';
import { readParts, type UnnumberedSection } from './parts.ts';
import { readReferences, type FoundReference } from './references.ts';
import type { Report } from './report.ts';
import { namedTerms, type FoundTerm } from './terms.ts';
import type { Fences } from './visuals/fences.ts';

export interface Reading {
  sections: UnnumberedSection[];
  terms: Term[];
  references: Reference[];
}

interface ReadingInput {
  document: LessonDocument;
  terms: readonly FoundTerm[];
  language: string;
  report: Report;
  fences: Fences;
  views: OtherViews;
}

/** `sections` are without what is private. Comes last: trees are rewritten, and new words have no places. */
export function readReading(sections: readonly SectionNode[], { document, terms: found, language, report, fences, views }: ReadingInput): Reading {
  const open = sections.filter(({ role }) => role !== 'notes');
  const parts = readParts(sections, fences, document);
  settleAnchors(open, parts, { terms: found, views, source: document.source, report });
  const terms = namedTerms(found);
  const references = readReferences(open, document);
  const cited = linkWords(parts, { terms, references, language, source: document.source, report });
  checkCited(references, cited, document, report);
  return { sections: parts, terms, references: references.map(({ prose, text, label }) => ({ prose, text, label })) };
}

/** Where most references are cited, those that are not are leftovers. A list that little cites is further reading. */
function checkCited(references: readonly FoundReference[], cited: ReadonlySet<number>, { source }: LessonDocument, report: Report): void {
  if (cited.size * 2 <= references.length) return;
  references.forEach(({ text, at, identifier }, index) => {
    if (!cited.has(index) && identifier === null) report.add('reference/never-cited', source.place(at.start, at.end), { words: text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text });
  });
}
