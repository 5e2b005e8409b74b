/** All questions of a lesson: of its quizzes, of the banks they draw from, and in the middle of its text. */
import type { Place } from '../../diagnostics/diagnostic.ts';
import { decimalSign } from '../../grading/number.ts';
import type { LessonDocument, SectionNode } from '../2-parse/document.ts';
import { broughtAlong } from './brought-along.ts';
import { takeBanks, type Bank } from './items/banks.ts';
import type { UnnamedItem } from './items/build-item.ts';
import { checkQuizzes, objectivesNamed, type CheckedQuiz } from './items/check-quiz.ts';
import type { DrawingOptions } from './items/draws.ts';
import { takeInlineChecks } from './items/inline-checks.ts';
import type { ItemContext } from './items/lesson-context.ts';
import { headerShuffle } from './marks-and-rules.ts';
import { checkGaps, checkOutsideQuiz } from './outside-quiz.ts';
import type { UnnumberedSection } from './parts.ts';
import { pictureSize } from './picture-kind.ts';
import type { Report } from './report.ts';
import type { CourseFiles } from './safety-links.ts';

export interface QuestionsInput {
  document: LessonDocument;
  files: CourseFiles;
  /** How many learning objectives the lesson has. */
  objectives: number;
  report: Report;
  /** Another file, without what is private in it; null when it cannot be read, which is then reported. */
  openBank(path: string, written: Place): LessonDocument | null;
}

export interface LessonQuestions {
  quiz: CheckedQuiz;
  /** Those of the quizzes, then those in the text. */
  items: UnnamedItem[];
  /** Objectives that each names; null for a question of a quiz that names none. */
  asked: (number[] | null)[];
  /** How many questions one learner is asked. */
  count: number;
  banks: Bank[];
}

/** `sections` are those that learners may see; banks and questions in the text are taken out of them in place. */
export function readQuestions(sections: readonly SectionNode[], input: QuestionsInput): LessonQuestions {
  const { document, report } = input;
  const banks = takeBanks(sections, document, report);
  const context = quizContext(input);
  const quiz = checkQuizzes(sections.filter(({ role }) => role === 'quiz'), beginBanks(banks, input), context);
  const inline = takeInlineChecks(sections, quiz.items.length, context);
  checkOutsideQuiz(sections, document, report);
  checkGaps(sections, document, report);
  return {
    quiz,
    items: [...quiz.items, ...inline.items.map(({ item, meta }) => ({ item, meta }))],
    asked: [...quiz.asked, ...inline.asked.map(objectivesNamed).filter((named) => named !== null)],
    count: quiz.count + inline.items.length,
    banks,
  };
}

/** Each question in the text learns which part it stands in. */
export function withChecks(sections: UnnumberedSection[], { items }: LessonQuestions): UnnumberedSection[] {
  for (const part of sections.flatMap((section) => section.parts)) {
    for (const block of part.blocks) {
      const item = block.type === 'check' ? items[block.item]?.item : undefined;
      if (item !== undefined) item.part = part.id;
    }
  }
  return sections;
}

function quizContext({ document, report, objectives, files }: QuestionsInput): ItemContext {
  return {
    document,
    report,
    objectives,
    shuffle: headerShuffle(document, report),
    scoring: null,
    confidence: false,
    // Asked for seldom, and slow to find out.
    decimal: () => decimalSign(document.language ?? 'en'),
    pictureSize: (path) => pictureSize(document.source.file, path, files),
    place: (at) => document.source.place(at.start, Math.max(at.end, at.start + 1)),
  };
}

/** Banks of other files are read anew for each lesson that draws from them: a lesson gives up the positions of its trees. */
function beginBanks(banks: readonly Bank[], { document: lesson, report, openBank }: QuestionsInput): DrawingOptions {
  const known = new Map<string, readonly Bank[] | null>();
  const read = (path: string, written: Place): readonly Bank[] | null => {
    const document = openBank(path, written);
    if (document === null) return null;
    return takeBanks(document.sections, document, report).map((bank) => ({ ...bank, blocks: broughtAlong(bank.blocks, document, lesson.source.file) }));
  };
  return {
    banks,
    banksOf(path, written) {
      if (!known.has(path)) known.set(path, read(path, written));
      return known.get(path) ?? null;
    },
  };
}
