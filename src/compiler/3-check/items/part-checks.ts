/** What all questions that consist of parts have in common: enough of them, and no two alike. */
import { CHOICES_MAX } from '../../../vocabulary/scorm2004.ts';
import type { Span } from '../tree.ts';
import { sameForm } from '../words.ts';
import type { ItemContext } from './lesson-context.ts';
import type { RawItem, RawLabel } from './raw-item.ts';

interface Count {
  found: number;
  least: number;
  what: 'pairs' | 'groups' | 'things' | 'steps';
}

/** True when there are enough; else a diagnostic says so. */
export function fewParts(raw: RawItem, label: RawLabel, { found, least, what }: Count, context: ItemContext): boolean {
  if (found >= least) return true;
  context.report.add('quiz/too-few', context.place(label.at), { question: raw.number, label: label.written, found, least, what });
  return false;
}

/** Warns of an answer that no LMS could take whole. */
export function manyParts(raw: RawItem, label: RawLabel, count: number, context: ItemContext): void {
  if (count > CHOICES_MAX) context.report.add('quiz/many-parts', context.place(label.at), { question: raw.number, label: label.written, count, most: CHOICES_MAX });
}

/** True when all are different; else diagnostics name those that repeat another. */
export function repeated(parts: readonly { text: string; at: Span }[], context: ItemContext): boolean {
  const seen = new Map<string, Span>();
  let sound = true;
  for (const { text, at } of parts) {
    const first = seen.get(sameForm(text));
    if (first === undefined) seen.set(sameForm(text), at);
    else {
      context.report.add('quiz/duplicate-option', context.place(at), { option: text, line: context.place(first).start.line });
      sound = false;
    }
  }
  return sound;
}
