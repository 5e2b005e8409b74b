/**
 * From visuals as data to figures, as trees that 4-render writes into the page. Boxes are HTML, so that text wraps, grows
 * and turns in any script; lines, signs and maps are SVG without text of its own size.
 *
 * What the Watch view can hold on to: the pieces that can be shown one by one carry `data-step`, counted from 1 through all
 * figures of a slide in the order of `stepsOf`, and `.slide-figures` around them carries their number in `data-steps`.
 * Without any further attribute everything is shown. `data-waiting` on a piece hides it and keeps its room, `data-now`
 * marks what is spoken about; the styles do the rest. Several pieces may share a number.
 */
import type { Element } from 'hast';
import { stepsOf, type Visual, type VisualKind } from '../course/visual.ts';
import { drawAxis } from './axis.ts';
import { drawCard } from './card.ts';
import type { Drawing, DrawOptions } from './drawing.ts';
import { h } from './element.ts';
import { drawFiletree } from './filetree.ts';
import { drawFlow } from './flow.ts';
import { drawLandscape } from './landscape.ts';
import { drawLoop } from './loop.ts';
import { explorer } from './explore.ts';
import { drawFacts, drawQuadrant, drawStages } from './rows.ts';

export type FigureOptions = Omit<DrawOptions, 'firstStep'> & {
  /** Language of `strings` where it is not the lesson's. */
  foreign: string | null;
};

/** A figure in reading text: complete, at rest. */
export function drawFigure(visual: Visual, options: FigureOptions): Element {
  return figure(visual, { ...options, firstStep: null }, options.foreign);
}

/** The figures of a slide; a loop and a landscape stand together, because each turn of one is a step of the other. */
export function drawSlide(visuals: readonly Visual[], options: FigureOptions): Element {
  let firstStep = 1;
  const figures = visuals.map((visual) => {
    const drawn = figure(visual, { ...options, firstStep }, options.foreign);
    firstStep += stepsOf(visual).length;
    return drawn;
  });
  const linked = visuals.length === 2 && visuals[0]?.kind === 'loop' && visuals[1]?.kind === 'landscape';
  return h(`div.slide-figures${linked ? '.linked' : ''}`, { dataSteps: firstStep - 1 }, figures);
}

function drawing(visual: Visual, given: DrawOptions): Drawing {
  // Nothing leads out of what is one image to a screen reader.
  const { link, ...image } = given;
  const options = IS_IMAGE[visual.kind] || link === undefined ? image : { ...image, link };
  switch (visual.kind) {
    case 'card':
      return drawCard(visual, options);
    case 'flow':
      return drawFlow(visual, options);
    case 'stages':
      return drawStages(visual, options);
    case 'loop':
      return drawLoop(visual, options);
    case 'landscape':
      return drawLandscape(visual, options);
    case 'facts':
      return drawFacts(visual, options);
    case 'quadrant':
      return drawQuadrant(visual, options);
    case 'axis':
      return drawAxis(visual, options);
    case 'filetree':
      return drawFiletree(visual, options);
  }
}

/** Boxes and lines that make sense only together are one image; the words of the others are read as they stand. */
const IS_IMAGE: Readonly<Record<VisualKind, boolean>> = { card: false, flow: true, stages: true, loop: true, landscape: false, facts: false, quadrant: false, axis: true, filetree: false };

/** What can be read stays text; a drawing is one image whose name says what it shows (a landscape gives its map that name itself). */
function figure(visual: Visual, options: DrawOptions, foreign: string | null): Element {
  const { picture, readable, description, text } = drawing(visual, options);
  const said = [visual.title === null ? null : `${visual.title}.`, visual.description ?? description].filter((part) => part !== null).join(' ');
  if (!readable) Object.assign(picture.properties, { role: 'img', ariaLabel: said });
  const summary = h('summary', foreign === null ? {} : { lang: foreign }, options.strings.textVersion);
  return h(`figure.visual.visual-${visual.kind}`, { ariaLabel: visual.title ?? description.split(/[:.]/)[0] ?? '' }, [
    visual.title === null ? null : h('p.visual-title', {}, visual.title),
    picture,
    explorer(visual, options),
    visual.caption === null ? null : h('figcaption', {}, visual.caption),
    h('details.text-version', {}, summary, h('div', {}, visual.description === null ? null : h('p', {}, visual.description), text)),
  ]);
}
