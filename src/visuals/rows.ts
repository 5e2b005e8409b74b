/** Draws stages, facts and quadrant: entries side by side where there is room. */
import type { Element } from 'hast';
import type { Entry, FactsVisual, QuadrantVisual, StageRow, StagesVisual } from '../course/visual.ts';
import { stepAt, stepNumber, type DrawOptions, type Drawing } from './drawing.ts';
import { h } from './element.ts';
import { box, labels, line, listed, words } from './entries.ts';
import { arrow, levelPicture, pictureOf } from './glyphs.ts';
import { boxWidth, runClass } from './room-needed.ts';

/** Tiles that grow from the first to the last; the same way up in another field stands below. */
export function drawStages({ name, stages, others }: StagesVisual, options: DrawOptions): Drawing {
  const { strings } = options;
  const known = stages.map(({ label }) => pictureOf(label));
  // Pictures of things beside pictures of levels would look as if something were missing.
  const drawn = known.every((picture) => picture !== null) ? known : stages.map((_, i) => levelPicture(i + 1));
  const last = Math.max(1, stages.length - 1);
  const tiles = stages.flatMap((stage, i) => [
    ...(i === 0 ? [] : [arrow(stepNumber(options, i))]),
    h(`span.stage.grow-${Math.round((i / last) * 3)}`, stepAt(options, i), drawn[i] ?? null, h('span.words', {}, words(stage, options))),
  ]);
  const alone = name === null && others.length === 0;
  const row = h(`div.${alone ? 'drawing.' : ''}stages.${runClass(neededFor(stages))}`, {}, tiles);
  const rows: { name: string | null; stages: readonly Entry[] }[] = [{ name, stages }, ...others];
  return {
    picture: alone ? row : h('div.drawing.climbs', {}, rowName(name, options, 0), row, otherRows(others, stages.length, options)),
    readable: false,
    description: `${strings.stages(stages.length)}: ${rows.map((each) => `${each.name === null ? '' : `${capital(each.name)}: `}${labels(each.stages)}`).join('; ')}.`,
    text: rows.flatMap((each) => [...(each.name === null ? [] : [h('p', {}, `${capital(each.name)}:`)]), listed('ol', each.stages, strings)]),
  };
}

/** Words alone: their pictures are above. */
function otherRows(rows: readonly StageRow[], before: number, options: DrawOptions): Element[] {
  let next = before;
  return rows.flatMap(({ name, stages }) => {
    const first = next;
    next += stages.length;
    const tiles = stages.flatMap((stage, i) => [...(i === 0 ? [] : [arrow(stepNumber(options, first + i))]), h('span.stage', stepAt(options, first + i), h('span.words', {}, words(stage, options)))]);
    return [...rowName(name, options, first), h(`div.stages.${runClass(neededFor(stages))}`, {}, tiles)];
  });
}

function rowName(name: string | null, options: DrawOptions, first: number): Element[] {
  return name === null ? [] : [h('span.climb-name', stepAt(options, first), capital(name))];
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function neededFor(stages: readonly Entry[]): number {
  return stages.reduce((sum, { label }) => sum + Math.max(5.5, boxWidth(label)) + 2.2, 0);
}

/** Large bullets as cards with a number. */
export function drawFacts({ facts }: FactsVisual, options: DrawOptions): Drawing {
  const { strings } = options;
  const numbered = facts.length > 1;
  const cards = facts.map((fact, i) => h('li.fact', stepAt(options, i), ...(numbered ? [h('span.count', { ariaHidden: 'true' }, String(i + 1))] : []), h('span.words', {}, words(fact, options))));
  return {
    picture: h(`ol.drawing.fact-list${facts.length === 1 ? '.one' : facts.length % 3 === 0 ? '.by-three' : ''}`, { role: 'list' }, cards),
    readable: true,
    description: `${strings.facts(facts.length)}: ${labels(facts)}.`,
    text: [listed('ol', facts, strings)],
  };
}

/** Equal fields in two columns; no axes, because none were given. */
export function drawQuadrant({ cells }: QuadrantVisual, options: DrawOptions): Drawing {
  const { strings } = options;
  const fields = cells.map((cell, i) => field(cell, i, options));
  return {
    picture: h('div.drawing.quadrant', {}, fields),
    readable: true,
    description: `${strings.quadrant(cells.length)}: ${labels(cells)}.`,
    text: [h('dl', {}, cells.map((cell) => [h('dt', {}, cell.label), h('dd', {}, line({ ...cell, label: '' }, strings).replace(/^: /, '') || '–')]))],
  };
}

function field(cell: Entry, i: number, options: DrawOptions): Element {
  const picture = pictureOf(cell.label);
  return box(cell, stepAt(options, i), options, ...(picture === null ? [] : [picture]));
}
