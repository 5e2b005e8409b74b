/** A sentence with gaps, in the question or in the answer line: `The activation is [[ReLU | rectified linear unit]].` */
import type { FillInItem } from '../../../course/item.ts';
import { unwrapped } from '../tree.ts';
import { readBlank } from './blanks.ts';
import type { ItemBase } from './build-item.ts';
import type { BlankSites } from './blank-sites.ts';
import type { ItemContext } from './lesson-context.ts';
import { labelOf, type RawItem } from './raw-item.ts';
import { readPartScoring } from './scoring.ts';
import { readCase } from './value-words.ts';

export function fillIn(raw: RawItem, base: ItemBase, sites: BlankSites, context: ItemContext): FillInItem | null {
  const exactCase = readCase(labelOf(raw, 'case'), context);
  const all = [...sites.prompt.blanks, ...sites.answer.blanks];
  const blanks = all.map((blank, i) => readBlank(blank, { id: `b${i + 1}`, question: raw.number, exactCase }, context));
  const scoring = readPartScoring(raw, context);
  const read = blanks.filter((blank) => blank !== null);
  if (read.length < blanks.length) return null;
  const body = sites.answer.blanks.length === 0 ? null : unwrapped(sites.answer.blocks);
  return { ...base, type: 'fill-in', prompt: unwrapped(sites.prompt.blocks), shuffle: false, blanks: read, body, exactCase, scoring };
}
