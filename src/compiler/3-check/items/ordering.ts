/** Steps are put in order: a numbered list in the right order. */
import type { OrderingItem } from '../../../course/item.ts';
import { optionIds } from '../ids.ts';
import { rememberOffsets } from '../tree.ts';
import type { ItemBase } from './build-item.ts';
import { cutAt, entriesOf, proseOf, textOf } from './entries.ts';
import type { ItemContext } from './lesson-context.ts';
import { manyParts, onOneLine, repeated } from './part-checks.ts';
import { labelOf, type RawItem } from './raw-item.ts';
import { readPartScoring } from './scoring.ts';

const arrows = /→|⟶|➔|➜|⇒|←|[-=–—]{1,2}>/gu;

/** With two there is only right or wrong. */
const fewest = 3;

export function ordering(raw: RawItem, base: ItemBase, context: ItemContext): OrderingItem | null {
  const label = labelOf(raw, 'order');
  if (label === undefined) return null;
  const offsets = rememberOffsets(context.document.source);
  const written = entriesOf(label, offsets);
  const [only] = written;
  // All steps on one line, with arrows between them.
  const entries = written.length !== 1 || only === undefined ? written : cutAt(arrows, only.words, offsets).flatMap((words) => (words.length === 0 ? [] : [{ ...only, words }]));
  const scoring = readPartScoring(raw, context);
  const distinct = repeated(entries.map((entry) => ({ text: textOf(entry), at: entry.at })), context);
  if (entries.length < fewest) context.report.add('quiz/order-too-short', context.place(label.at), { question: raw.number, label: label.written, found: entries.length, suggestion: onOneLine(label, ' → ') });
  manyParts(raw, label, entries.length, context);
  if (!distinct || entries.length < fewest) return null;
  const ids = optionIds(entries.map(textOf));
  return { ...base, type: 'ordering', steps: entries.map((entry, i) => ({ id: ids[i] ?? '', prose: proseOf(entry), text: textOf(entry) })), scoring };
}
