/** Things are sorted into groups: a list of groups, with what belongs in each below it. */
import type { CategoriseItem, Placed, Target } from '../../../course/item.ts';
import { optionIds } from '../ids.ts';
import { rememberOffsets } from '../tree.ts';
import type { ItemBase } from './build-item.ts';
import { entriesOf, feedbackOf, proseOf, textOf, type Entry } from './entries.ts';
import type { ItemContext } from './lesson-context.ts';
import { fewParts, manyParts, repeated } from './part-checks.ts';
import { labelOf, type RawItem } from './raw-item.ts';
import { readPartScoring } from './scoring.ts';

export function categorise(raw: RawItem, base: ItemBase, context: ItemContext): CategoriseItem | null {
  const label = labelOf(raw, 'sort');
  if (label === undefined) return null;
  const groups = entriesOf(label, rememberOffsets(context.document.source));
  const things = groups.flatMap((group) => group.below);
  const scoring = readPartScoring(raw, context);
  const sound = [
    fewParts(raw, label, { found: groups.length, least: 2, what: 'groups' }, context) && fewParts(raw, label, { found: things.length, least: 2, what: 'things' }, context),
    repeated(groups.map(named), context),
    repeated(things.map(named), context),
  ];
  manyParts(raw, label, things.length, context);
  if (!sound.every(Boolean)) return null;
  const groupIds = optionIds(groups.map(textOf));
  const thingIds = optionIds(things.map(textOf));
  const targets = groups.map((group, i): Target => ({ id: groupIds[i] ?? '', prose: proseOf(group), text: textOf(group) }));
  const groupOf = new Map(groups.flatMap((group, i) => group.below.map((thing) => [thing, groupIds[i] ?? ''] as const)));
  const pairs = things.map((thing, i): Placed => ({ id: thingIds[i] ?? '', prose: proseOf(thing), text: textOf(thing), target: groupOf.get(thing) ?? '', feedback: feedbackOf(thing) }));
  return { ...base, type: 'categorise', pairs, targets, scoring };
}

function named(entry: Entry): { text: string; at: Entry['at'] } {
  return { text: textOf(entry), at: entry.at };
}
