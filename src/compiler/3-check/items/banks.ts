/** Banks of questions, `:::bank{#gradients}` … `:::`, wherever they stand in a lesson (authoring 1.2.3). */
import type { Prose } from '../../../course/prose.ts';
import type { Place } from '../../../diagnostics/diagnostic.ts';
import { nearest } from '../../../diagnostics/nearest.ts';
import type { LessonDocument, SectionNode } from '../../2-parse/document.ts';
import type { Report } from '../report.ts';
import { span } from '../tree.ts';

export interface Bank {
  name: string;
  /** Of the line that opens it. */
  place: Place;
  blocks: Prose;
  document: LessonDocument;
}

/** Letters of any script, so that authors need not think of another word. */
const nameShape = /^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,63}$/u;

/** Takes the banks out of the sections: their questions are asked elsewhere. `sections` is changed in place. */
export function takeBanks(sections: readonly SectionNode[], document: LessonDocument, report: Report): Bank[] {
  const banks = new Map<string, Bank>();
  for (const section of sections) {
    section.blocks = section.blocks.filter((block) => {
      if (block.type !== 'container' || block.name !== 'bank') return true;
      const { start, end } = span(block);
      const text = document.source.text.slice(start, end);
      const place = document.source.place(start, start + 1);
      const name = block.attributes['id'] ?? '';
      const first = banks.get(name);
      if (!nameShape.test(name)) report.add('quiz/bank-name', place, { line: document.source.original.split('\n', place.start.line)[place.start.line - 1]?.trim() ?? text.slice(0, 20) });
      else if (first !== undefined) report.add('quiz/bank-twice', place, { bank: name, line: first.place.start.line });
      else banks.set(name, { name, place, blocks: block.children, document });
      return false;
    });
  }
  return [...banks.values()];
}

/** Everything that stands in banks. */
export function bankBlocks(sections: readonly SectionNode[]): Prose {
  return sections.flatMap(({ blocks }) => blocks.filter((block) => block.type === 'container' && block.name === 'bank'));
}

/** The bank of that name; else the name that was probably meant. */
export function findBank(name: string, banks: readonly Bank[]): { bank: Bank | null; near: string | null } {
  const bank = banks.find((one) => one.name === name) ?? null;
  return { bank, near: bank === null ? nearest(name, banks.map((one) => one.name)) : null };
}
