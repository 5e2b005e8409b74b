/** Where a question may have gaps: in its words and in its answer line. */
import { rememberOffsets } from '../tree.ts';
import { withBlanks, type WithBlanks } from './find-blanks.ts';
import type { ItemContext } from './lesson-context.ts';
import { blocksOf } from './meta.ts';
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

/** The first gap, as evidence for the type; null without one. */
export function firstBlank({ prompt, answer }: BlankSites): WithBlanks['blanks'][number] | null {
  return prompt.blanks[0] ?? answer.blanks[0] ?? null;
}
