/** Marks that were meant as links, footnotes or bold type and would be shown as they are (authoring 1.6, strict or prose). */
import type { RootContent } from 'mdast';
import type { LessonDocument, SectionNode } from '../2-parse/document.ts';
import type { Report } from './report.ts';
import { offsetsOf, span, walk } from './tree.ts';

interface Found {
  index: number;
  length: number;
}

type Finder = (value: string, note: (code: MarkCode, at: Found, words: string) => void) => void;
type MarkCode = 'syntax/undefined-footnote' | 'syntax/undefined-link' | 'syntax/broken-link' | 'syntax/loose-emphasis';

/** Nothing but text is looked at: whatever became a link, a note or code was read. */
export function checkLiteralMarks(sections: readonly SectionNode[], document: LessonDocument, report: Report): void {
  const { source } = document;
  if (!/\[|\*\*|__/.test(source.text)) return;
  for (const section of sections) {
    walk(section.blocks, (node) => {
      if (node.type !== 'text' || !/[[*_]/.test(node.value)) return;
      let offset: ((index: number) => number) | null = null;
      find(node.value, (code, { index, length }, words) => {
        offset ??= offsetsOf(node, source);
        const start = offset(index);
        // The author wrote a backslash: it is meant as it stands.
        if (source.text[start - 1] === '\\') return;
        report.add(code, source.place(start, offset(index + length)), { words: words.slice(0, 80) });
      });
    });
  }
}

const brackets = /\[\^([^\]\s]{1,80})\]|\[([^[\]\n]{1,200})\](?:\[([^[\]\n]{1,200})\]|(\([^()\n]{1,300}\)))|\*\*|(?<![\p{L}\p{N}_])__(?=\p{L})/gu;

const find: Finder = (value, note) => {
  for (const match of value.matchAll(brackets)) {
    const at = { index: match.index, length: match[0].length };
    const [whole, footnote, text, label, round] = match;
    if (footnote !== undefined) note('syntax/undefined-footnote', at, footnote);
    else if (label !== undefined) note('syntax/undefined-link', at, label);
    else if (round !== undefined) {
      // “[1](see below)” is prose; an address has a dot, a slash or a hash in it.
      if (/[/.#]\S/.test(round)) note('syntax/broken-link', at, `[${text ?? ''}]${round}`);
    } else if (!isPower(value, match.index)) note('syntax/loose-emphasis', at, whole);
  }
};

/** `2**3`, `a ** b`: arithmetic. */
function isPower(value: string, index: number): boolean {
  return /[\p{N})]\s?$/u.test(value.slice(Math.max(0, index - 2), index)) && /^\*\*\s?[\p{N}(]/u.test(value.slice(index, index + 4));
}

/** Footnotes that nothing points to, in sections of either kind. */
export function checkFootnotesUsed({ definitions, sections, source }: LessonDocument, report: Report): void {
  const notes = definitions.filter((definition) => definition.type === 'footnoteDefinition');
  if (notes.length === 0) return;
  const used = new Set<string>();
  walk([...sections.flatMap(({ blocks }) => blocks), ...definitions] as RootContent[], (node) => {
    if (node.type === 'footnoteReference') used.add(node.identifier.toLowerCase());
  });
  for (const note of notes) {
    if (used.has(note.identifier.toLowerCase())) continue;
    const { start } = span(note);
    const label = note.label ?? note.identifier;
    report.add('syntax/unused-footnote', source.place(start, start + label.length + 3), { label });
  }
}

