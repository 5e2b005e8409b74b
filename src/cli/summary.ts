/** `--summary`: each lesson in the numbers and words that a course's owner asks for. */
import type { Examined } from '../compiler/examine.ts';
import { displayWidth } from '../diagnostics/frame.ts';
import type { Severity } from '../diagnostics/diagnostic.ts';
import { visibleLine } from '../diagnostics/visible.ts';
import { typeName } from '../inspect/describe.ts';

type Overview = Examined['overview'][number];
type Mistakes = Record<Severity, number>;

export interface LessonSummary extends Overview {
  mistakes: Mistakes;
}

export interface CourseSummary {
  /** Null where mistakes left no course. */
  title: string | null;
  passMark: number | null;
  lessons: LessonSummary[];
  /** Of files that are no lesson, such as course.yaml. */
  otherMistakes: Mistakes;
}

export function summaryJson(looked: readonly { examined: Examined }[]): CourseSummary[] {
  return looked.map(({ examined }) => {
    const files = new Map<string, Mistakes>();
    const other = none();
    for (const { file } of examined.overview) files.set(file, none());
    for (const { file, severity } of examined.diagnostics) (files.get(file) ?? other)[severity]++;
    return {
      title: examined.course?.title ?? null,
      passMark: examined.course?.passMark ?? null,
      lessons: examined.overview.map((lesson) => ({ ...lesson, mistakes: files.get(lesson.file) ?? none() })),
      otherMistakes: other,
    };
  });
}

function none(): Mistakes {
  return { error: 0, warning: 0, info: 0 };
}

/** A block of lines for each lesson, and the sums of a course of several. */
export function summaryTable(looked: readonly { examined: Examined }[]): string {
  return summaryJson(looked).map(courseTable).join('\n');
}

function courseTable({ title, passMark, lessons, otherMistakes }: CourseSummary): string {
  const mark: [string, string] = ['Pass mark', passMark === null ? 'none' : `${Math.round(passMark * 1000) / 10}%`];
  const alone = lessons.length === 1 && otherMistakes.error + otherMistakes.warning === 0;
  const blocks = lessons.map((lesson) => block(heading(lesson), alone ? [...lessonRows(lesson), mark] : lessonRows(lesson)));
  const sum = (of: (lesson: LessonSummary) => number) => lessons.reduce((total, lesson) => total + of(lesson), 0);
  const all: [string, string][] = [
    ['Lessons', String(lessons.length)],
    ['Length', `${minutes(sum((l) => l.minutes.low), sum((l) => l.minutes.high))}`],
    ['Questions', questionCounts(sum((l) => graded(l)), sum((l) => ungraded(l)))],
    mark,
    ['Mistakes', mistakeCounts(lessons.map(({ mistakes }) => mistakes).concat(otherMistakes))],
  ];
  const whole = alone ? [] : [block(title === null ? 'The course' : `Course: ${title}`, all)];
  return [...blocks, ...whole].join('\n');
}

function block(title: string, rows: readonly [string, string][]): string {
  const wide = Math.max(...rows.map(([name]) => displayWidth(name)));
  const lines = rows.flatMap(([name, value]) => wrapped(visibleLine(value)).map((part, i) => `  ${i === 0 ? name + ' '.repeat(wide - displayWidth(name)) : ' '.repeat(wide)}  ${part}`));
  return `${visibleLine(title)}\n${lines.join('\n')}\n`;
}

function heading({ code, title, file }: LessonSummary): string {
  return `${[code, title].filter((part) => part !== null && part !== '').join(' — ')} (${file})`;
}

function lessonRows(lesson: LessonSummary): [string, string][] {
  const { minutes: time, words, narration, questions, objectives, shown, withheld, mistakes } = lesson;
  const declared = time.declared === null ? '' : `, ${time.declared} declared`;
  const types = questions.map(({ type, graded: counted, ungraded: own }) => `${counted + own} ${typeName(type)}`).join(', ');
  const unasked = objectives.filter(({ questions: asked }) => asked === 0).map(({ number }) => number);
  return [
    ['Length', `${words} words to read${narration === 0 ? '' : `, ${narration} spoken`}: ${minutes(time.low, time.high)}${declared}`],
    ['Questions', `${questionCounts(graded(lesson), ungraded(lesson))}${types === '' ? '' : ` (${types})`}`],
    ['Objectives', objectives.length === 0 ? 'none' : `${objectives.length - unasked.length} of ${objectives.length} tested by a question${unasked.length === 0 ? '' : `; not tested: ${unasked.join(', ')}`}`],
    ['Learners see', shown.length === 0 ? 'nothing to read' : shown.join(' · ')],
    ['Withheld', withheld.length === 0 ? 'nothing' : withheld.map(({ kind, title, words: count }) => `${kind === 'section' ? '' : `${kind} `}${title} (${count} words)`).join(' · ')],
    ['Mistakes', mistakeCounts([mistakes])],
  ];
}

function graded({ questions }: LessonSummary): number {
  return questions.reduce((sum, row) => sum + row.graded, 0);
}

function ungraded({ questions }: LessonSummary): number {
  return questions.reduce((sum, row) => sum + row.ungraded, 0);
}

function questionCounts(counted: number, own: number): string {
  if (counted + own === 0) return 'none';
  return own === 0 ? `${counted} graded` : `${counted} graded, ${own} not graded`;
}

function minutes(low: number, high: number): string {
  return low === high ? `about ${low} min` : `about ${low}–${high} min`;
}

function mistakeCounts(rows: readonly Mistakes[]): string {
  const count = (severity: Severity, word: string): string[] => {
    const number = rows.reduce((sum, row) => sum + row[severity], 0);
    return number === 0 ? [] : [`${number} ${word}${number === 1 ? '' : 's'}`];
  };
  const said = [...count('error', 'error'), ...count('warning', 'warning'), ...count('info', 'note')];
  return said.length === 0 ? 'none' : said.join(', ');
}

const LINE = 76;

/** At spaces, so that a list of many sections stays readable in a narrow window. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && displayWidth(line) + 1 + displayWidth(word) > LINE) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
