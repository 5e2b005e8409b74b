/** What all questions that consist of parts have in common: enough of them, and no two alike. */
import { CHOICES_MAX } from '../../../vocabulary/scorm2004.ts';
import type { Span } from '../tree.ts';
import { sameForm } from '../words.ts';
import type { ItemContext } from './lesson-context.ts';
import { plainText } from '../tree.ts';
import type { RawItem, RawLabel } from './raw-item.ts';

interface Count {
  found: number;
  least: number;
  what: 'pairs' | 'groups' | 'things' | 'steps';
}

/** True when there are enough; else a diagnostic says so. */
export function fewParts(raw: RawItem, label: RawLabel, { found, least, what }: Count, context: ItemContext): boolean {
  if (found >= least) return true;
  context.report.add('quiz/too-few', context.place(label.at), { question: raw.number, label: label.written, found, least, what, suggestion: what === 'steps' ? onOneLine(label, ' | ') : what === 'pairs' ? pairsOf(label) : null });
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

/** `no, maybe, yes` or `1-5` on the label's line, with the sign that parts what belongs there; null for anything else. */
export function onOneLine(label: RawLabel, sign: string): string | null {
  const words = plainText(label.blocks);
  const [, from, to] = /^(\d{1,2})\s?[-–…]\s?(\d{1,2})$/.exec(words) ?? [];
  const [first, last] = [Number(from), Number(to)];
  const parts = from !== undefined && last > first && last - first < 11 ? Array.from({ length: last - first + 1 }, (_, i) => String(first + i)) : words.split(/\s*[,;、،/]\s*/u).filter((part) => part !== '');
  return parts.length < 2 || words.length > 200 ? null : `${label.written} ${parts.join(sign)}`;
}

/** Pairs that share the label's line, each on a line of its own. */
function pairsOf(label: RawLabel): string | null {
  const parts = plainText(label.blocks).split(/\s*[;,、،]\s*/u).filter((part) => /→|[-=]>/.test(part));
  return parts.length < 2 ? null : `${label.written}\n${parts.map((part) => `- ${part}`).join('\n')}`;
}
