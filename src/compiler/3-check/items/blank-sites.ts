/** Where a question may have gaps: in its words and in its answer line. */
import { rememberOffsets } from '../tree.ts';
import { withBlanks, type WithBlanks } from './find-blanks.ts';
import type { ItemContext } from './lesson-context.ts';
import { blocksOf } from './meta.ts';
import type { Label } from '../../2-parse/label-names.ts';
import type { RawItem } from './raw-item.ts';

export interface BlankSites {
  prompt: WithBlanks;
  answer: WithBlanks;
}

export function blankSites(raw: RawItem, context: ItemContext): BlankSites {
  const offsets = rememberOffsets(context.document.source);
  const prompt = withBlanks(raw.prompt, 1, offsets);
  return { prompt, answer: withBlanks(blocksOf(raw, 'a'), prompt.blanks.length + 1, offsets) };
}

const shapes = new Set<Label>(['match', 'order', 'sort', 'rate', 'hotspot', 'number', 'discuss']);

/** Gaps in options, pairs or steps, where nothing can be filled in. */
export function checkGapsElsewhere(raw: RawItem, context: ItemContext): void {
  const offsets = rememberOffsets(context.document.source);
  const blocks = [...raw.options.flatMap((option) => option.blocks), ...raw.labels.filter(({ label }) => shapes.has(label)).flatMap((label) => label.blocks)];
  const [first] = withBlanks(blocks, 1, offsets).blanks;
  if (first !== undefined) context.report.add('quiz/gap-misplaced', context.place(first.at), { question: raw.number, words: `[[${first.words}]]` });
}

/** The first gap, as evidence for the type; null without one. */
export function firstBlank({ prompt, answer }: BlankSites): WithBlanks['blanks'][number] | null {
  return prompt.blanks[0] ?? answer.blanks[0] ?? null;
}
