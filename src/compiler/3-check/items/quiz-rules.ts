/** What holds for all questions of a lesson: from the lines above the first question, and from the lesson's header (authoring 1.2.2). */
import type { Place } from '../../../diagnostics/diagnostic.ts';
import { PLAIN_QUIZ, type QuizRules } from '../../../course/quiz.ts';
import { fold } from '../../2-parse/table-language.ts';
import { parseDuration } from '../duration.ts';
import { plainText } from '../tree.ts';
import type { ItemContext } from './lesson-context.ts';
import { readAttempts, readShuffle } from './meta.ts';
import { refuse } from './refuse.ts';
import type { RawLabel } from './raw-item.ts';
import { scoringOf } from './scoring.ts';
import { readFeedbackTime, readYesNo } from './value-words.ts';

/** Seconds that a quick reader needs for a question (authoring 1.6, 21). */
const quickest = 30;

/** The first value of each rule, with what it says and where. */
interface Said<T> {
  value: T;
  words: string;
  place: Place;
}

export interface RulesReader {
  /** Takes the preamble of one quiz section; gives what its items go by. */
  take(preamble: readonly RawLabel[]): Pick<ItemContext, 'shuffle' | 'scoring' | 'confidence'> & { scaled: boolean };
  rules(): QuizRules;
  /** Warns of a limit that leaves too little time for so many questions. */
  checkTime(questions: number): void;
}

export function rulesReader(context: ItemContext): RulesReader {
  const said = new Map<keyof QuizRules, Said<QuizRules[keyof QuizRules]>>();
  const take = (label: RawLabel, here: ItemContext): void => {
    const [rule, value] = ruleOf(label, here);
    if (rule === null || value === null) return;
    const words = plainText(label.blocks);
    const place = here.place(label.at);
    const first = said.get(rule);
    if (first === undefined) said.set(rule, { value, words: `${label.written} ${words}`, place });
    else if (JSON.stringify(first.value) !== JSON.stringify(value)) here.report.add('quiz/two-rules', place, { label: label.written, value: words, first: first.words, line: first.place.start.line });
  };
  for (const key of headerKeys) {
    const field = context.document.fields.get(key);
    // A header field has a place, but no stretch of the lesson's text.
    if (field !== undefined) take(asLabel(key, field.value), { ...context, place: () => field.place });
  }
  return {
    take(preamble) {
      for (const label of preamble) take(label, context);
      return itemDefaults(preamble, context);
    },
    rules: () => ({ ...PLAIN_QUIZ, ...Object.fromEntries([...said].map(([rule, { value }]) => [rule, value])) }),
    checkTime(questions) {
      const limit = said.get('timeLimit');
      const seconds = typeof limit?.value === 'object' && limit.value !== null ? limit.value.seconds : Infinity;
      if (limit === undefined || seconds >= questions * quickest) return;
      context.report.add('time/limit-short', limit.place, { limit: limit.words, questions, minutes: Math.ceil((questions * quickest) / 60) });
    },
  };
}

/** The keys of the header that say the same as the labels. */
const headerKeys = ['attempts', 'feedback', 'time-limit', 'shuffle'] as const;

function asLabel(key: (typeof headerKeys)[number], value: string): RawLabel {
  const at = { start: 0, end: 0 };
  return { label: key, written: `${key}:`, at, value: at, blocks: [{ type: 'text', value }], rivals: 0 };
}

type Rule = { [R in keyof QuizRules]: [R, QuizRules[R]] }[keyof QuizRules];

/** Null for a label that is no rule, and for a value that changes nothing or was refused. */
function ruleOf(label: RawLabel, context: ItemContext): Rule | [null, null] {
  const made = <R extends keyof QuizRules>(rule: R, value: QuizRules[R] | null): Rule | [null, null] => (value === null ? [null, null] : ([rule, value] as Rule));
  switch (label.label) {
    case 'attempts':
      return made('attempts', readAttempts(label, context));
    case 'feedback':
      return made('feedback', readFeedbackTime(label, context));
    case 'time-limit':
      return made('timeLimit', readTimeLimit(label, context));
    case 'shuffle':
      return made('shuffle', shufflesQuestions(plainText(label.blocks)) ? true : null);
    default:
      return [null, null];
  }
}

const noLimit = new Set(['none', 'no', 'unlimited', '-', 'kein', 'keine', 'keines', 'unbegrenzt', 'aucun', 'aucune', 'illimité', 'sin límite', 'ninguno', 'なし', 'بدون', 'لا'].map(fold));

/** `none`, `10 min`, `90 s`, `10 min (strict)`. */
function readTimeLimit(label: RawLabel, context: ItemContext): QuizRules['timeLimit'] {
  const words = plainText(label.blocks);
  if (noLimit.has(fold(words).replace(/\.$/, ''))) return null;
  const found = parseDuration(words);
  if (found === null || found.high <= 0) return refuse(label, '10 min, or none', context);
  const strict = /(?:strict|streng|strikt|estricto|厳守|صارم)/i.test(words);
  return { seconds: Math.round(found.high * 60), strict };
}

const questions = new Set(['questions', 'both', 'all', 'everything', 'Fragen', 'beides', 'alles', 'les questions', 'les deux', 'tout', 'preguntas', 'ambos', 'ambas', 'todo', 'perguntas', 'questões', 'tudo', '問題', '両方', 'الأسئلة', 'كلاهما'].map(fold));

function shufflesQuestions(words: string): boolean {
  return questions.has(fold(words).replace(/\.$/, ''));
}

function itemDefaults(preamble: readonly RawLabel[], context: ItemContext): ReturnType<RulesReader['take']> {
  const confidence = readYesNo(preamble.find(({ label }) => label === 'confidence'), context, 'ask') ?? context.confidence;
  const label = preamble.find((one) => one.label === 'scoring');
  const scoring = label === undefined ? null : (scoringOf(label) ?? refuse(label, 'all or nothing, partial, right minus wrong, or scaled', context));
  const shuffle = readShuffle(preamble.find((one) => one.label === 'shuffle'), context) ?? context.shuffle;
  return { shuffle, confidence, scoring: scoring === 'scaled' ? null : scoring, scaled: scoring === 'scaled' };
}
