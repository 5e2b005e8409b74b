/** Turns a checked item into what the player gets: the question in clear, whatever gives the answer away sealed. */
import type { Lesson } from '../../course/course.ts';
import type { Item, Option } from '../../course/item.ts';
import type { AnswerKey, ItemPayload, OptionPayload, SealedItem } from '../../course/payload.ts';
import type { ProseData } from '../../course/prose.ts';
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
    select: item.type === 'multiple' ? item.select : null,
    hints: item.hints.map((hint) => write.data(hint)),
    sealed: seal(JSON.stringify(sealedItem(item, write)), sealKey(courseId)),
  };
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
      return item.options.map(({ id, prose, text, last }) => ({ id, prose: write.data(prose), text, last }));
    case 'short-answer':
      return [];
  }
}

function sealedItem(item: Item, write: ProseWriter): SealedItem {
  const orNull = (prose: Item['why']): ProseData | null => (prose === null ? null : write.data(prose));
  return {
    key: answerKey(item),
    why: orNull(item.why),
    feedbackRight: orNull(item.feedbackRight),
    feedbackWrong: orNull(item.feedbackWrong),
    optionFeedback: 'options' in item ? optionFeedback(item.options, write) : {},
    model: item.type === 'short-answer' ? write.data(item.model) : null,
    modelText: item.type === 'short-answer' ? item.modelText : '',
    check: item.type === 'short-answer' ? item.check.map((idea) => write.data(idea)) : [],
  };
}

function optionFeedback(all: Option[], write: ProseWriter): Record<string, ProseData> {
  return Object.fromEntries(
    all.flatMap(({ id, feedback }) => (feedback === null ? [] : [[id, write.data(feedback)] as const])),
  );
}

function answerKey(item: Item): AnswerKey {
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
    case 'short-answer':
      return { type: item.type, modelText: item.modelText };
  }
}
