/** The book of messages: every diagnostic code with its texts, merged from one file per namespace. */
import { code } from './catalogue/code.ts';
import { command } from './catalogue/command.ts';
import { course } from './catalogue/course.ts';
import { diagram } from './catalogue/diagram.ts';
import type { Entry } from './catalogue/entry.ts';
import { file } from './catalogue/file.ts';
import { header } from './catalogue/header.ts';
import { html } from './catalogue/html.ts';
import { id } from './catalogue/id.ts';
import { lesson } from './catalogue/lesson.ts';
import { link } from './catalogue/link.ts';
import { lock } from './catalogue/lock.ts';
import { math } from './catalogue/math.ts';
import { media } from './catalogue/media.ts';
import { objective } from './catalogue/objective.ts';
import { packaging } from './catalogue/package.ts';
import { path } from './catalogue/path.ts';
import { quizBanks } from './catalogue/quiz-banks.ts';
import { quizHabits } from './catalogue/quiz-habits.ts';
import { quizLabels } from './catalogue/quiz-labels.ts';
import { quizShapes } from './catalogue/quiz-shapes.ts';
import { quiz } from './catalogue/quiz.ts';
import { receipt } from './catalogue/receipt.ts';
import { reference } from './catalogue/reference.ts';
import { report } from './catalogue/report.ts';
import { slide } from './catalogue/slide.ts';
import { svg } from './catalogue/svg.ts';
import { syntaxForeign } from './catalogue/syntax-foreign.ts';
import { syntaxNear } from './catalogue/syntax-near.ts';
import { syntax } from './catalogue/syntax.ts';
import { table } from './catalogue/table.ts';
import { term } from './catalogue/term.ts';
import { text } from './catalogue/text.ts';
import { time } from './catalogue/time.ts';
import { visual } from './catalogue/visual.ts';
import { word } from './catalogue/word.ts';
import { zip } from './catalogue/zip.ts';

export const catalogue = {
  ...code,
  ...command,
  ...course,
  ...diagram,
  ...file,
  ...header,
  ...html,
  ...id,
  ...lesson,
  ...link,
  ...lock,
  ...math,
  ...media,
  ...objective,
  ...packaging,
  ...path,
  ...quiz,
  ...quizBanks,
  ...quizHabits,
  ...quizLabels,
  ...quizShapes,
  ...receipt,
  ...reference,
  ...report,
  ...slide,
  ...svg,
  ...syntax,
  ...syntaxForeign,
  ...syntaxNear,
  ...table,
  ...term,
  ...text,
  ...time,
  ...visual,
  ...word,
  ...zip,
};

export type Code = keyof typeof catalogue;
export type Params<C extends Code> = (typeof catalogue)[C] extends Entry<infer P> ? P : never;
