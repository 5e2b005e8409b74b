/** `landscape`: a surface on which a ball rolls to the lowest point, step by step. */
import { REACH, STEPS } from '../../../course/landscape.ts';
import type { LandscapeVisual, Prediction, Surface } from '../../../course/visual.ts';
import type { Setting } from './attributes.ts';
import type { FenceLine } from './fence-lines.ts';
import type { Reading } from './read-visual.ts';

const surfaces: readonly Surface[] = ['bowl', 'valley', 'two-dips'];

export const LANDSCAPE: Omit<LandscapeVisual, 'title' | 'caption' | 'description'> = {
  kind: 'landscape',
  surface: 'bowl',
  start: [-4, 1.6],
  step: 0.1,
  labels: { x: null, y: null, height: null },
  prediction: null,
};

export function readLandscape({ fence, lines, settings, frame, report }: Reading): LandscapeVisual {
  const answers = settings.has('predict') ? lines.filter(({ text }) => answer.test(text)) : [];
  for (const line of lines) {
    if (!answers.includes(line)) report.add('visual/line', fence.place(line.start, line.start + line.text.length), { kind: 'landscape', words: line.text.slice(0, 60), expected: 'surface: bowl' });
  }
  const bad = (name: string, { value, at }: Setting, choices: string): void => report.add('visual/value', fence.place(at, at + value.length), { name, value, choices });
  const visual: LandscapeVisual = { ...LANDSCAPE, ...frame, labels: { ...LANDSCAPE.labels } };
  const [surface, start, step, labels] = ['surface', 'start', 'step', 'labels'].map((name) => settings.get(name));
  if (surface !== undefined) {
    const known = surfaces.find((name) => name === surface.value.toLowerCase().replace(/\s+/g, '-'));
    if (known === undefined) bad('surface', surface, surfaces.join(', '));
    else visual.surface = known;
  }
  if (start !== undefined) {
    const [x, y] = numbersOf(start.value);
    if (x === undefined || y === undefined || Math.abs(x) > REACH.x || Math.abs(y) > REACH.y) bad('start', start, `two numbers such as -4, 1.6; the first from -${REACH.x} to ${REACH.x}, the second from -${REACH.y} to ${REACH.y}`);
    else visual.start = [x, y];
  }
  if (step !== undefined) {
    const [size] = numbersOf(step.value);
    if (size === undefined || size < STEPS.least || size > STEPS.most) bad('step', step, `a number from ${STEPS.least} to ${STEPS.most}`);
    else visual.step = size;
  }
  if (labels !== undefined) readLabels(labels, visual, () => bad('labels', labels, 'for example: x = weight 1, y = weight 2, height = loss'));
  const predict = settings.get('predict');
  if (predict !== undefined) visual.prediction = readPrediction(predict, { answers, why: settings.get('why'), bad: (found, right) => report.add('visual/prediction', fence.place(predict.at, predict.at + predict.value.length), { question: predict.value, found, right }) });
  return visual;
}

/** `(x) It leaves the map`, with or without a dash before it. */
const answer = /^(?:[-*+•]\s+)?[([]\s?([xX✓]?)\s?[)\]]\s+(\S.*)$/u;

function readPrediction({ value: question }: Setting, { answers, why, bad }: { answers: readonly FenceLine[]; why: Setting | undefined; bad(found: number, right: number): void }): Prediction | null {
  const read = answers.flatMap(({ text }) => {
    const match = answer.exec(text);
    return match === null ? [] : [{ text: match[2] ?? '', right: match[1] !== '' }];
  });
  const right = read.filter((each) => each.right).length;
  if (question !== '' && read.length > 1 && right === 1) return { question, answers: read, why: why?.value || null };
  bad(read.length, right);
  return null;
}

/** Two numbers at most; [] when anything else stands there. */
function numbersOf(text: string): number[] {
  const parts = text.replaceAll('−', '-').split(/[,;]\s*|\s+/).filter((part) => part !== '');
  const numbers = parts.map(Number);
  return parts.length <= 2 && numbers.every(Number.isFinite) ? numbers : [];
}

function readLabels({ value }: Setting, visual: LandscapeVisual, bad: () => void): void {
  for (const pair of value.split(/[,;،、]/)) {
    const match = /^\s*(x|y|height)\s*=\s*(\S.*?)\s*$/i.exec(pair);
    const name = match?.[1]?.toLowerCase();
    if (name === 'x' || name === 'y' || name === 'height') visual.labels[name] = match?.[2] ?? null;
    else return bad();
  }
}
