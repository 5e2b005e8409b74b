/** Lines of any table to records: exports with a line an attempt, Moodle's wide ones, and rosters. */
import { readDuration } from '../statement/time.ts';
import { type DateReading, type DateRules, noDate, readDate } from './dates.ts';
import type { Line } from './delimited.ts';
import { columnsOf, type Field, normal } from './fields.ts';
import { completionColumns, questionColumns } from './moodle.ts';
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
  /** The column of the part of a course, where the file has several. */
  part: number | null;
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
  /** Midnight UTC of the last day on which it is in time. */
  due: number | null;
  /** Under which the records may know the person. */
  handles: string[];
}

/** A reason ends “… was set aside: <reason>.” */
export type Reading<T> = { records: T[] } | { reason: string };

export function tableOf(header: readonly string[], named: TableFormat | null, mapped: ReadonlyMap<string, string>): Table {
  const columns = columnsOf(header, mapped);
  const format = named ?? formatOf(header, columns);
  // Moodle's own number of the person is called nothing but “ID”.
  if (format === 'moodle-completion' && !columns.has('learner') && !columns.has('email') && normal(header[0] ?? '') === 'id') columns.set('learner', 0);
  return { format, header, columns };
}

function formatOf(header: readonly string[], columns: ReadonlyMap<Field, number>): TableFormat {
  const names = header.map(normal);
  const has = (...fields: Field[]) => fields.some((field) => columns.has(field));
  if ([...questionColumns(header).values()].some(({ response, question }) => response !== undefined || question !== undefined)) return 'moodle-interactions';
  if (completionColumns(header) !== null) return 'moodle-completion';
  if (['lm id', 'lm title', 'sco title', 'learning module title'].some((name) => names.includes(name))) return 'ilias';
  if (names.includes('registration id') || names.includes('registration completion')) return 'scorm-cloud';
  if (!has('status', 'completion', 'success', 'score', 'scaled', 'completed', 'attempt', 'response', 'started', 'ended')) return 'roster';
  return has('attempt') && has('started') && has('ended') && !has('course') ? 'moodle-scorm' : 'table';
}

/** What a table of this format must say and does not; null when all is there. */
export function missingIn({ format, columns }: Table, course: string | null): 'learner' | 'course' | null {
  if (!columns.has('learner') && !columns.has('email') && !columns.has('account')) return 'learner';
  if (format === 'roster' || format === 'moodle-completion') return null;
  return course === null && !columns.has('course') && !columns.has('title') ? 'course' : null;
}

/** A name that two columns have, where it would decide what counts; null when none has. Moodle's wide tables repeat names as they please. */
export function twiceIn({ format, header, columns }: Table): string | null {
  if (format === 'moodle-completion' || format === 'moodle-interactions') return null;
  return header.find((name, index) => name !== '' && [...columns.values()].includes(index) && header.some((other, at) => at !== index && normal(other) === normal(name))) ?? null;
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
  const whole = cell('course') || rules.course || cell('title');
  if (whole === '') return { reason: 'it names no course' };
  // One part of several that is done does not make the course done: each counts for itself.
  const part = rules.part === null ? '' : (line.cells[rules.part] ?? '');
  const course = part === '' ? whole : `${whole}/${part}`;
  const title = [cell('title') || (rules.title ?? ''), part].filter((text) => text !== '').join(': ') || null;
  const judged = judge(cell, rules, table.format);
  if ('reason' in judged) return judged;
  const { started = null, ended = null, completed = null } = dates.at;
  const standing = judged.standing ?? (completed === null ? null : 'completed');
  const record: LmsRecord = { learner, course, title, attempt: cell('attempt') || '1', started, ended, completed, ...judged, standing };
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
    if (typeof reading === 'string') return { reason: noDate(text) };
    at[field] = reading.at;
  }
  return { at };
}

type Judged = Pick<LmsRecord, 'standing' | 'alsoCompleted' | 'score' | 'durationMs'> | { reason: string };

/** Numbers by which ILIAS names the states of learning progress. */
const ILIAS_STATES = ['not started', 'in progress', 'completed', 'failed'] as const;

function judge(cell: Cell, rules: TableRules, format: TableFormat): Judged {
  const standingIn = (text: string) => (format === 'ilias' && /^[0-3]$/.test(text) ? (ILIAS_STATES[Number(text)] ?? null) : standingOf(text));
  const said = (['status', 'completion', 'success', 'completed'] as const).map((field) => ({ text: cell(field), standing: standingIn(cell(field)), field }));
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
  return [...questionColumns(header)].flatMap(([number, columnsOfIt]) => {
    const [text = '', response = '', right = '', result = ''] = (['question', 'response', 'right', 'result'] as const).map((part) => cells[columnsOfIt[part] ?? -1]);
    const correct = correctness(result) ?? (right === '' || response === '' ? null : right === response);
    return isBlank(response) && isBlank(result) ? [] : [{ question: isBlank(text) ? number : text, text: isBlank(text) ? null : text, response, correct }];
  });
}

/** Moodle's reports of completion: two columns an activity, its state and its date, and in one of them the date of the whole course at the end. */
function completions({ header }: Table, { cells }: Line, rules: TableRules, learner: string): Reading<{ record: LmsRecord; answers: AnswerRecord[] }> {
  const { activities, course, dateMeansDone } = completionColumns(header) ?? { activities: [], course: null, dateMeansDone: false };
  const done: { name: string | null; state: string; date: string }[] = activities.map(({ name, state, date }) => ({ name, state: cells[state] ?? '', date: cells[date] ?? '' }));
  if (course !== null) done.push({ name: null, state: '', date: cells[course] ?? '' });
  const records: { record: LmsRecord; answers: AnswerRecord[] }[] = [];
  for (const { name, state, date } of done) {
    if (isBlank(date)) continue;
    const reading: DateReading = readDate(date, rules.dates);
    if (typeof reading === 'string') return { reason: noDate(date) };
    const said = standingOf(state) ?? (dateMeansDone || name === null ? 'completed' : null);
    if (said === null) return { reason: `“${state}” is no status that is known` };
    // A date beside “not completed” is that of a visit, unless somebody set the state by hand.
    const standing = said === 'not started' && !state.includes('(') ? 'in progress' : said;
    const inCourse = rules.course === null ? '' : `${rules.course}/`;
    const [id, title] = name === null ? [rules.course ?? rules.title ?? header[course ?? -1] ?? '', rules.title] : [`${inCourse}${name}`, name];
    records.push({ record: { learner, course: id, title, attempt: '1', started: null, ended: standing === 'in progress' ? reading.at : null, completed: standing === 'in progress' ? null : reading.at, standing, alsoCompleted: standing === 'passed', score: null, durationMs: null }, answers: [] });
  }
  return { records };
}

const DAY_MS = 86_400_000;

export function rosterLine(table: Table, line: Line, rules: TableRules): { line: RosterLine } | { reason: string } {
  const cell = reader(table, line);
  const learner = cell('learner') || cell('account') || cell('email');
  if (learner === '') return { reason: 'it names no learner' };
  // A day by which something is due is a day wherever it is read: no zone moves it.
  const dates = datesOf(cell, { ...rules.dates, zone: 'UTC' }, ['due']);
  if ('reason' in dates) return dates;
  const due = dates.at.due === undefined ? null : Math.floor(dates.at.due / DAY_MS) * DAY_MS;
  const email = cell('email').toLowerCase();
  const account = cell('account') || cell('learner');
  const handles = [
    ...(account === '' ? [] : cell('home_page') === '' ? [account] : [`${cell('home_page')}|${account}`]),
    ...(email === '' ? [] : [`mailto:${email}`, email]),
    ...(/^[^\s@]+@[^\s@]+$/.test(account) ? [`mailto:${account.toLowerCase()}`] : []),
  ];
  const name = cell('name') || [cell('first_name'), cell('last_name')].filter((part) => part !== '').join(' ');
  const course = cell('course') || rules.course || cell('title') || null;
  return { line: { learner, name: name || null, group: cell('group') || null, course, due, handles } };
}
