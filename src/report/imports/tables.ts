/** Lines of any table to records: exports with a line an attempt, Moodle's wide ones, and rosters. */
import { readDuration } from '../statement/time.ts';
import { type DateReading, type DateRules, readDate } from './dates.ts';
import type { Line } from './delimited.ts';
import { columnsOf, type Field, normal } from './fields.ts';
import type { AnswerRecord, LmsRecord } from './records.ts';
import { correctness, isBlank, scoreOf, standingOf, timeSpentOf } from './words.ts';

export const TABLE_FORMATS = ['roster', 'moodle-scorm', 'moodle-interactions', 'moodle-completion', 'scorm-cloud', 'ilias', 'table'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

export interface TableRules {
  dates: DateRules;
  /** The course of an export that does not name it. */
  course: string | null;
  title: string | null;
  passMark: number | null;
  maxScore: number;
  mapped: ReadonlyMap<string, string>;
}

export interface Table {
  format: TableFormat;
  header: readonly string[];
  columns: ReadonlyMap<Field, number>;
}

export interface RosterLine {
  learner: string;
  name: string | null;
  group: string | null;
  course: string | null;
  due: number | null;
  /** Under which the records may know the person. */
  handles: string[];
}

/** A reason ends “… was set aside: <reason>.” */
export type Reading<T> = { records: T[] } | { reason: string };

export function tableOf(header: readonly string[], named: TableFormat | null, mapped: ReadonlyMap<string, string>): Table {
  const columns = columnsOf(header, mapped);
  return { format: named ?? formatOf(header, columns), header, columns };
}

const QUESTION = /^(?:question|frage) (\d+)$/;
const DATE_OF = / (?:-|–) (?:completion date|abschlussdatum|date d'achèvement|fecha de finalización)$/i;

function formatOf(header: readonly string[], columns: ReadonlyMap<Field, number>): TableFormat {
  const names = header.map(normal);
  const has = (...fields: Field[]) => fields.some((field) => columns.has(field));
  if (names.some((name) => QUESTION.test(name))) return 'moodle-interactions';
  if (header.some((name) => DATE_OF.test(name)) || names.includes('course complete') || names.includes('kurs abgeschlossen')) return 'moodle-completion';
  if (names.includes('lm id') || names.includes('lm title') || names.includes('sco title')) return 'ilias';
  if (names.includes('registration id') || names.includes('registration completion')) return 'scorm-cloud';
  if (!has('status', 'completion', 'success', 'score', 'scaled', 'completed', 'attempt', 'response', 'started', 'ended')) return 'roster';
  return has('attempt') && has('started') && has('ended') && !has('course') ? 'moodle-scorm' : 'table';
}

/** What a table of this format must say and does not; null when all is there. */
export function missingIn({ format, columns }: Table, course: string | null): string | null {
  if (!columns.has('learner') && !columns.has('email') && !columns.has('account')) return 'who the learner is';
  if (format === 'roster' || format === 'moodle-completion') return null;
  return course === null && !columns.has('course') && !columns.has('title') ? 'which course it is, so name it with --course ID' : null;
}

type Cell = (field: Field) => string;

function reader({ columns }: Table, { cells }: Line): Cell {
  return (field) => {
    const index = columns.get(field);
    const text = index === undefined ? '' : (cells[index] ?? '');
    return isBlank(text) ? '' : text;
  };
}

/** The handle under which statements would know the learner. */
function learnerOf(cell: Cell): string {
  const [id, email] = [cell('learner') || cell('account'), cell('email')];
  if (id !== '' && cell('home_page') !== '') return `${cell('home_page')}|${id}`;
  const key = id === '' ? email : id;
  return /^[^\s@]+@[^\s@]+$/.test(key) ? `mailto:${key.toLowerCase()}` : key;
}

export function recordsOf(table: Table, line: Line, rules: TableRules): Reading<{ record: LmsRecord; answers: AnswerRecord[] }> {
  const cell = reader(table, line);
  const learner = learnerOf(cell);
  if (learner === '') return { reason: 'it names no learner' };
  const dates = datesOf(cell, rules.dates, ['started', 'ended', ...(table.format === 'moodle-completion' ? [] : ['completed' as const])]);
  if ('reason' in dates) return dates;
  if (table.format === 'moodle-completion') return completions(table, line, rules, learner);
  const course = cell('course') || rules.course || cell('title');
  if (course === '') return { reason: 'it names no course' };
  const judged = judge(cell, rules);
  if ('reason' in judged) return judged;
  const { started = null, ended = null, completed = null } = dates.at;
  const standing = judged.standing ?? (completed === null ? null : 'completed');
  const record: LmsRecord = { learner, course, title: cell('title') || rules.title, attempt: cell('attempt') || '1', started, ended, completed, ...judged, standing };
  return { records: [{ record, answers: answersOf(table, line, cell) }] };
}

type Dates = { at: Partial<Record<'started' | 'ended' | 'completed' | 'due', number>> } | { reason: string };

function datesOf(cell: Cell, rules: DateRules, fields: readonly ('started' | 'ended' | 'completed' | 'due')[]): Dates {
  const at: Partial<Record<'started' | 'ended' | 'completed' | 'due', number>> = {};
  for (const field of fields) {
    const text = cell(field);
    // Columns called “completed” may say yes or no.
    if (text === '' || (field === 'completed' && standingOf(text) !== null)) continue;
    const reading = readDate(text, rules);
    if (typeof reading === 'string') return { reason: `“${text}” is no date` };
    at[field] = reading.at;
  }
  return { at };
}

type Judged = Pick<LmsRecord, 'standing' | 'alsoCompleted' | 'score' | 'durationMs'> | { reason: string };

function judge(cell: Cell, rules: TableRules): Judged {
  const said = (['status', 'completion', 'success', 'completed'] as const).map((field) => ({ text: cell(field), standing: standingOf(cell(field)), field }));
  const unknown = said.find(({ text, standing, field }) => text !== '' && standing === null && field !== 'completed');
  if (unknown !== undefined) return { reason: `“${unknown.text}” is no status that is known` };
  // “Yes” in a column about success means passed.
  const success = said.find(({ field }) => field === 'success');
  const standings = said.map(({ field, standing }) => (field !== 'success' ? standing : standing === 'completed' ? 'passed' : standing === 'not started' && success?.text !== '' ? 'in progress' : standing));
  const [status, completion] = standings;
  const scoreText = cell('scaled') || cell('score');
  const score = scoreText === '' ? null : scoreOf(scoreText, cell('scaled') === '' ? rules.maxScore : 1);
  if (scoreText !== '' && score === null) return { reason: `the score “${scoreText}” is no number` };
  const byMark = rules.passMark === null || score === null ? null : score * rules.maxScore >= rules.passMark ? 'passed' : 'failed';
  const verdict = standings.find((one) => one === 'passed' || one === 'failed') ?? byMark;
  const durationText = cell('duration');
  const standing = standings.includes('waived') ? 'waived' : (verdict ?? (standings.includes('completed') ? 'completed' : standings.includes('in progress') ? 'in progress' : (status ?? completion ?? null)));
  return { standing, alsoCompleted: verdict !== null && standings.includes('completed'), score, durationMs: durationText === '' ? null : timeSpentOf(durationText, readDuration) };
}

/** Moodle numbers the questions of its interactions report; others give one line an answer. */
function answersOf({ header, columns }: Table, { cells }: Line, cell: Cell): AnswerRecord[] {
  if (columns.has('response') && columns.has('question') && cell('question') !== '') {
    return [{ question: cell('question'), text: cell('activity') || null, response: cell('response'), correct: correctness(cell('result')) }];
  }
  const named = (words: readonly string[], number: string) => cells[header.findIndex((name) => words.some((word) => normal(name) === `${word} ${number}`))] ?? '';
  return header.flatMap((name) => {
    const number = QUESTION.exec(normal(name))?.[1];
    if (number === undefined) return [];
    const text = named(['question', 'frage'], number);
    const response = named(['response', 'antwort'], number);
    const right = named(['right answer', 'richtige antwort'], number);
    const result = named(['result', 'ergebnis', 'resultat'], number);
    const correct = correctness(result) ?? (right === '' || response === '' ? null : right === response);
    return isBlank(response) && isBlank(result) ? [] : [{ question: isBlank(text) ? number : text, text: isBlank(text) ? null : text, response, correct }];
  });
}

/** Moodle's course completion: two columns an activity, its state and its date, and the date of the whole course at the end. */
function completions({ header }: Table, { cells }: Line, rules: TableRules, learner: string): Reading<{ record: LmsRecord; answers: AnswerRecord[] }> {
  const records: { record: LmsRecord; answers: AnswerRecord[] }[] = [];
  for (const [index, name] of header.entries()) {
    const whole = ['course complete', 'kurs abgeschlossen'].includes(normal(name));
    if (!whole && !DATE_OF.test(name)) continue;
    const text = cells[index] ?? '';
    if (isBlank(text)) continue;
    const reading: DateReading = readDate(text, rules.dates);
    if (typeof reading === 'string') return { reason: `“${text}” is no date` };
    const activity = name.replace(DATE_OF, '');
    const course = whole ? (rules.course ?? rules.title ?? name) : `${rules.course ?? ''}${rules.course === null ? '' : '/'}${activity}`;
    const standing = whole ? 'completed' : (standingOf(cells[index - 1] ?? '') ?? 'completed');
    records.push({ record: { learner, course, title: whole ? rules.title : activity, attempt: '1', started: null, ended: null, completed: reading.at, standing, alsoCompleted: standing === 'passed', score: null, durationMs: null }, answers: [] });
  }
  return { records };
}

export function rosterLine(table: Table, line: Line, rules: TableRules): { line: RosterLine } | { reason: string } {
  const cell = reader(table, line);
  const learner = cell('learner') || cell('account') || cell('email');
  if (learner === '') return { reason: 'it names no learner' };
  const dates = datesOf(cell, rules.dates, ['due']);
  if ('reason' in dates) return dates;
  const email = cell('email').toLowerCase();
  const account = cell('account') || cell('learner');
  const handles = [
    ...(account === '' ? [] : cell('home_page') === '' ? [account] : [`${cell('home_page')}|${account}`]),
    ...(email === '' ? [] : [`mailto:${email}`, email]),
    ...(/^[^\s@]+@[^\s@]+$/.test(account) ? [`mailto:${account.toLowerCase()}`] : []),
  ];
  const name = cell('name') || [cell('first_name'), cell('last_name')].filter((part) => part !== '').join(' ');
  const course = cell('course') || rules.course || cell('title') || null;
  return { line: { learner, name: name || null, group: cell('group') || null, course, due: dates.at.due ?? null, handles } };
}
