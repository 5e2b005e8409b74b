/** How an answer that is partly right counts: `Scoring: all or nothing`, `partial`, `right minus wrong`, for draws `scaled`. */
import type { MultipleItem, PartScoring } from '../../../course/item.ts';
import { fold } from '../../2-parse/table-language.ts';
import { plainText } from '../tree.ts';
import type { ItemContext } from './lesson-context.ts';
import { refuse } from './refuse.ts';
import { labelOf, type RawItem, type RawLabel } from './raw-item.ts';

export type Scoring = MultipleItem['scoring'] | 'scaled';

const words: Readonly<Record<Scoring, string>> = {
  'all-or-nothing': 'all or nothing|alles oder nichts|tout ou rien|todo o nada|全問正解のみ|الكل أو لا شيء',
  partial: 'partial|partial credit|proportional|teilweise|anteilig|Teilpunkte|partiel|partielle|parcial|部分点|جزئي',
  'right-minus-wrong': 'right minus wrong|richtig minus falsch|juste moins faux|aciertos menos errores|正解数マイナス誤答数|الصواب ناقص الخطأ',
  scaled: "scaled|skaliert|mis à l'échelle|escalado|換算|نسبي",
};

const byWords = new Map((Object.entries(words) as [Scoring, string][]).flatMap(([scoring, list]) => list.split('|').map((word) => [fold(word), scoring] as const)));

/** Null for a word that is none of them. */
export function scoringOf(label: RawLabel): Scoring | null {
  return byWords.get(fold(plainText(label.blocks)).replace(/(?<=\p{L})-(?=\p{L})/gu, ' ').replace(/[.。]$/, '')) ?? null;
}

/** Blanks, pairs and places: each its share, unless the author wants all of them right. */
export function readPartScoring(raw: RawItem, context: ItemContext): PartScoring {
  const own = readScoring(raw, ['all-or-nothing', 'partial'], 'all or nothing, or partial', context);
  return own ?? (context.scoring === 'all-or-nothing' ? 'all-or-nothing' : 'partial');
}

export function readChoiceScoring(raw: RawItem, context: ItemContext): MultipleItem['scoring'] {
  return readScoring(raw, ['all-or-nothing', 'partial', 'right-minus-wrong'], 'all or nothing, partial, or right minus wrong', context) ?? context.scoring ?? 'all-or-nothing';
}

/** Null when silent or refused. */
function readScoring<T extends Scoring>(raw: RawItem, allowed: readonly T[], hint: string, context: ItemContext): T | null {
  const label = labelOf(raw, 'scoring');
  if (label === undefined) return null;
  const found = scoringOf(label);
  return allowed.find((one) => one === found) ?? refuse(label, hint, context);
}
