/** Draws the landscape: areas of equal height and the way of the ball, in the element that makes it move once scripts run. */
import type { Element } from 'hast';
import { MAP, onMap, rounded, run, worded, type LandscapeWords, type Visit } from '../course/landscape.ts';
import type { LandscapeVisual, Prediction } from '../course/visual.ts';
import { contours } from './contours.ts';
import { stepAt, type DrawOptions, type Drawing } from './drawing.ts';
import { h } from './element.ts';

/** Steps listed in the text version: all of the first ones, then fewer and fewer. */
const listedSteps = [0, 1, 2, 3, 5, 10, 20, 30, 40, 50, 60];

/** On slides it is a `lectern-landscape`, which finds the pieces by their classes and its words and numbers in `data-`; in reading text it stands still. */
export function drawLandscape(visual: LandscapeVisual, options: DrawOptions): Drawing {
  const { surface, start, step, labels, prediction } = visual;
  const { strings, language } = options;
  const words: LandscapeWords = { ...strings.landscapeWords, weight1: labels.x ?? strings.landscapeWords.weight1, weight2: labels.y ?? strings.landscapeWords.weight2, loss: labels.height ?? strings.landscapeWords.loss };
  const { path, outcome } = run(surface, { x: start[0], y: start[1] }, step);
  const number = (value: number): string => rounded(value, language);
  const sentence = worded(words.outcomes[outcome], { size: number(step), n: path.length - 1, loss: words.loss, first: number(path[0]?.loss ?? 0), last: number(path.at(-1)?.loss ?? 0) });
  // What is to be guessed is not drawn; the text version has it.
  const shown = prediction === null ? path : path.slice(0, 1);
  const description = prediction === null ? `${strings.landscape}. ${sentence}` : strings.landscape;
  const map = h('svg.map', { viewBox: `0 0 ${MAP.width} ${MAP.height}`, ariaHidden: 'true', focusable: 'false' }, [
    h('g.contours', {}, contours(surface)),
    h('g.way', {}, h('polyline.trail', { points: points(shown) }), h('circle.start', { ...center(shown[0]), r: 5 }), h('circle.ball', { ...center(shown.at(-1)), r: 8 })),
  ]);
  const frame = h('div.map-frame', { role: 'img', ariaLabel: description }, h('span.axis-y', {}, `↑ ${words.weight2}`), map, h('span.axis-x', {}, `${words.weight1} →`));
  const data = { dataSurface: surface, dataStart: start.join(' '), dataSize: step, dataWords: JSON.stringify(words), ...(prediction === null ? {} : { dataPrediction: JSON.stringify({ right: prediction.answers.findIndex(({ right }) => right), why: prediction.why }) }) };
  const asked = prediction === null ? null : questionOf(prediction, words.predict);
  return {
    picture: options.firstStep === null ? h('div.drawing.landscape', {}, asked, frame) : h('lectern-landscape.drawing.landscape', { ...data, ...stepAt(options, 0) }, asked, frame),
    readable: true,
    description,
    text: [h('p', {}, sentence), table(path, words, number), ...(prediction === null ? [] : answersOf(prediction))],
  };
}

/** A form of its own, so that the choice is none of the page's questions. */
function questionOf({ question, answers }: Prediction, first: string): Element {
  const choice = ({ text }: Prediction['answers'][number], i: number): Element => h('label', {}, h('input', { type: 'radio', name: 'prediction', value: i }), ` ${text}`);
  return h('form.prediction', {}, h('fieldset', {}, h('legend', {}, h('small', {}, first), ` ${question}`), answers.map(choice)));
}

function answersOf({ question, answers, why }: Prediction): Element[] {
  const list = answers.map(({ text, right }) => h('li', {}, right ? h('strong', {}, `✓ ${text}`) : text));
  return [h('p', {}, question), h('ul', {}, list), ...(why === null ? [] : [h('p', {}, why)])];
}

function center(at: Visit | undefined): { cx: number; cy: number } {
  const { x, y } = onMap(at ?? { x: 0, y: 0 });
  return { cx: x, cy: y };
}

function points(path: readonly Visit[]): string {
  return path.map((at) => Object.values(onMap(at)).join(',')).join(' ');
}

function table(path: readonly Visit[], { step, weight1, weight2, loss }: LandscapeWords, number: (value: number) => string): Element {
  const last = path.length - 1;
  const rows = path.flatMap((at, i) => (listedSteps.includes(i) || i === last ? [h('tr', {}, [i, at.x, at.y, at.loss].map((value) => h('td', {}, number(value))))] : []));
  const heads = [step, weight1, weight2, loss].map((name) => h('th', { scope: 'col' }, name));
  return h('table', {}, h('thead', {}, h('tr', {}, heads)), h('tbody', {}, rows));
}
