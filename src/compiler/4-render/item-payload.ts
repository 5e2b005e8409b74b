/** Turns a checked item into what the player gets: the question in clear, whatever gives the answer away sealed. */
import { createHash } from 'node:crypto';
import { BEFORE_KEY } from '../../course/before.ts';
import type { Lesson } from '../../course/course.ts';
import type { Blank, HotspotItem, Item, NumberTarget, Option } from '../../course/item.ts';
import type { AnswerKey, BlankKey, BlankPayload, ItemPayload, OptionPayload, SealedItem } from '../../course/payload.ts';
import type { ProseData } from '../../course/prose.ts';
import { decimalSign } from '../../grading/number.ts';
import { seal, sealKey } from '../../grading/seal.ts';
import { truthIn } from '../../locales/truth.ts';
import type { ProseWriter } from './prose.ts';

export function itemPayload(item: Item, courseId: string, lesson: Pick<Lesson, 'id' | 'language'>, write: ProseWriter): ItemPayload {
  return {
    id: item.id,
    key: item.key,
    type: item.type,
    graded: item.graded,
    points: item.points,
    objectives: item.objectives.map((number) => `${lesson.id}.o${number}`),
    attempts: item.attempts,
    shuffle: item.shuffle,
    prompt: write.data(item.prompt),
    text: item.promptText,
    options: options(item, lesson.language, write),
    targets: item.type === 'matching' ? scattered(item.targets, item.id).map((target) => offered(target, write)) : item.type === 'categorise' ? item.targets.map((target) => offered(target, write)) : [],
    blanks: item.type === 'fill-in' ? item.blanks.map((blank) => blankPayload(blank, write)) : [],
    body: item.type === 'fill-in' && item.body !== null ? write.data(item.body) : null,
    unit: item.type === 'numeric' ? item.unit : null,
    reuse: item.type === 'matching' && item.reuse,
    image: item.type === 'hotspot' ? imageOf(item, write) : null,
    confidence: item.confidence,
    part: item.part,
    select: item.type === 'multiple' ? item.select : null,
    hints: item.hints.map((hint) => write.data(hint)),
    sealed: seal(JSON.stringify(sealedItem(item, lesson.language, write)), sealKey(courseId)),
  };
}

/** The same question before the text is read: another item, for a try. */
export function preQuestion(item: ItemPayload, part: string): ItemPayload {
  return { ...item, id: `${item.id}-before`, key: item.key + BEFORE_KEY, graded: false, points: 0, objectives: [], attempts: 1, hints: [], part };
}

/** True and false are worded in the lesson's language; where we have no words for it the page uses its own. */
function options(item: Item, language: string, write: ProseWriter): OptionPayload[] {
  switch (item.type) {
    case 'true-false': {
      const words = truthIn(language);
      return ['true', 'false'].map((id, index) => ({ id, prose: words === null ? [] : [words[index] ?? ''], text: id, last: false }));
    }
    case 'single':
    case 'multiple':
      return item.options.map((option) => offered(option, write));
    case 'hotspot':
      return item.options.map((option) => ({ ...offered(option, write), region: option.region }));
    case 'likert':
      return item.steps.map((step) => offered(step, write));
    case 'ordering':
      return misplaced(item.steps, item.id).map((step) => offered(step, write));
    case 'matching':
      return item.pairs.map((pair) => offered(pair, write));
    case 'categorise':
      return scattered(item.pairs, item.id).map((pair) => offered(pair, write));
    case 'fill-in':
    case 'numeric':
    case 'short-answer':
      return [];
  }
}

type Offered = Pick<Option, 'id' | 'prose' | 'text'> & { last?: boolean };

function offered({ id, prose, text, last = false }: Offered, write: ProseWriter): OptionPayload {
  return { id, prose: write.data(prose), text, last };
}

/** In an order that depends on the ids alone: it tells nothing about the author's order, and stays the same from build to build. */
function scattered<T extends { id: string }>(all: readonly T[], itemId: string): T[] {
  const rank = new Map(all.map(({ id }) => [id, createHash('sha256').update(`${itemId}\n${id}`).digest('hex')]));
  const of = ({ id }: T): string => rank.get(id) ?? '';
  return [...all].sort((a, b) => (of(a) < of(b) ? -1 : 1));
}

/** The same, and never in the order in which they are given. */
function misplaced<T extends { id: string }>(all: readonly T[], itemId: string): T[] {
  const made = scattered(all, itemId);
  const [first, ...others] = made;
  return first !== undefined && made.every((entry, place) => entry === all[place]) ? [...others, first] : made;
}

/** Widest gap in characters; the width goes in steps, so that it tells the length of the answer only roughly. */
const widestGap = 40;
const gapStep = 5;

function blankPayload(blank: Blank, write: ProseWriter): BlankPayload {
  const answers = blank.kind === 'text' ? blank.accept : blank.kind === 'choice' ? blank.options.map(({ text }) => text) : [numberWords(blank.target)];
  const longest = answers.reduce((most, { length }) => Math.max(most, length), 1);
  const width = Math.min(widestGap, Math.ceil((longest + 1) / gapStep) * gapStep);
  return { id: blank.id, kind: blank.kind, options: blank.kind === 'choice' ? blank.options.map((option) => offered(option, write)) : [], width };
}

function numberWords({ value, max }: NumberTarget): string {
  return String(value ?? max);
}

function imageOf({ image: { path, ...rest } }: HotspotItem, write: ProseWriter): ItemPayload['image'] {
  return { src: write.file(path), ...rest };
}

function sealedItem(item: Item, language: string, write: ProseWriter): SealedItem {
  const orNull = (prose: Item['why']): ProseData | null => (prose === null ? null : write.data(prose));
  return {
    key: answerKey(item, language),
    why: orNull(item.why),
    feedbackRight: orNull(item.feedbackRight),
    feedbackWrong: orNull(item.feedbackWrong),
    optionFeedback: optionFeedback('options' in item ? item.options : 'pairs' in item ? item.pairs : [], write),
    model: item.type === 'short-answer' ? write.data(item.model) : null,
    modelText: item.type === 'short-answer' ? item.modelText : '',
    check: item.type === 'short-answer' ? item.check.map((idea) => write.data(idea)) : [],
  };
}

function optionFeedback(all: readonly Pick<Option, 'id' | 'feedback'>[], write: ProseWriter): Record<string, ProseData> {
  return Object.fromEntries(
    all.flatMap(({ id, feedback }) => (feedback === null ? [] : [[id, write.data(feedback)] as const])),
  );
}

function answerKey(item: Item, language: string): AnswerKey {
  switch (item.type) {
    case 'true-false':
      return { type: item.type, answer: item.answer };
    case 'single':
      return { type: item.type, correct: item.options.find((option) => option.correct)?.id ?? '' };
    case 'multiple':
      return {
        type: item.type,
        correct: item.options.filter((option) => option.correct).map((option) => option.id),
        options: item.options.map((option) => option.id),
        scoring: item.scoring,
      };
    case 'fill-in':
      return { type: item.type, blanks: item.blanks.map(blankKey), exactCase: item.exactCase, scoring: item.scoring, decimal: decimalSign(language) };
    case 'numeric':
      return { type: item.type, target: item.target, decimal: decimalSign(language) };
    case 'matching':
    case 'categorise':
      return { type: item.type, pairs: Object.fromEntries(item.pairs.map(({ id, target }) => [id, target])), scoring: item.scoring };
    case 'ordering':
      return { type: item.type, order: item.steps.map(({ id }) => id), scoring: item.scoring };
    case 'likert':
      return { type: item.type };
    case 'hotspot':
      return { type: item.type, correct: item.options.find((option) => option.correct)?.id ?? '' };
    case 'short-answer':
      return { type: item.type, modelText: item.modelText };
  }
}

function blankKey(blank: Blank): BlankKey {
  switch (blank.kind) {
    case 'text':
      return { id: blank.id, kind: blank.kind, accept: blank.accept, patterns: blank.patterns };
    case 'number':
      return { id: blank.id, kind: blank.kind, target: blank.target };
    case 'choice':
      return { id: blank.id, kind: blank.kind, correct: blank.options.find((option) => option.correct)?.id ?? '' };
  }
}
