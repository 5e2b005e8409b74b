/** Which of the references a source means: by arXiv id or DOI, by address, or by first author and year (authoring R18, 1.2.6). */
import type { Reference } from '../../course/course.ts';

export const sourceLabel = /(?:^|[.!?…。！？؟]["'”’»)\]]*\s+)(?:sources?|quellen?|fuentes?|fontes?|出典|المصدر|المصادر)\s*[:：]\s*/iu;

export interface Citations {
  /** Indexes of the references that the words of a source mean. */
  cited(words: string): number[];
  /** The reference that the author labels so: `[1]`, `[Qi24]`. */
  labelled(label: string): number | null;
}

const arxiv = /(?<![\d.])(\d{4}\.\d{4,5})(?:v\d+)?(?![\d.]*\d)/g;
const doi = /10\.\d{4,9}\/[^\s"<>]+/g;
const address = /https?:\/\/[^\s"<>()]+/g;
const year = /(?<!\d)(?:19|20)\d{2}(?!\d)/g;
const surname = /\p{Lu}[\p{L}\p{M}'’-]+|[\p{Script=Han}]{1,4}/gu;

export function findCitations(references: readonly Reference[]): Citations {
  const byMark = new Map<string, number>();
  const byLabel = new Map<string, number>();
  const note = (mark: string, index: number): void => {
    if (!byMark.has(mark)) byMark.set(mark, index);
  };
  references.forEach(({ text, label }, index) => {
    if (label !== null) byLabel.set(label.toLowerCase(), index);
    const plain = label === null ? text : text.slice(text.indexOf(label) + label.length);
    for (const mark of marksIn(plain)) note(mark, index);
    // The first author stands first.
    const [author] = plain.match(surname) ?? [];
    if (author !== undefined) for (const [each] of plain.matchAll(year)) note(`${author.toLowerCase()} ${each}`, index);
  });
  return {
    labelled: (label) => byLabel.get(label.toLowerCase()) ?? null,
    cited(words) {
      const years = new Set([...words.matchAll(year)].map(([each]) => each));
      const authors = [...words.matchAll(surname)].slice(0, 40).map(([each]) => each.toLowerCase());
      const marks = [...marksIn(words), ...authors.flatMap((author) => [...years].map((each) => `${author} ${each}`))];
      return [...new Set(marks.flatMap((mark) => byMark.get(mark) ?? []))].sort((a, b) => a - b);
    },
  };
}

function marksIn(text: string): string[] {
  const plain = (mark: string): string => mark.replace(/[.,;:)\]]+$/, '').toLowerCase();
  return [
    ...[...text.matchAll(arxiv)].map(([, id = '']) => id),
    ...[...text.matchAll(doi)].map(([mark]) => plain(mark)),
    ...[...text.matchAll(address)].map(([mark]) => plain(mark).replace(/^https?:\/\/(?:www\.)?|\/$/g, '')),
  ];
}
