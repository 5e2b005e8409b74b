/** An inspection as text for an LMS admin. */
import type { ItemType } from '../course/item.ts';
import { readTarget, TARGET_FACTS, targetTitle } from '../vocabulary/targets.ts';
import type { CourseFacts, Inspection, LessonFacts } from './inspect.ts';
import { recordedBy } from './recorded.ts';

/** What the kinds of questions are called in tables, for admins and course owners. */
const TYPES: Readonly<Record<ItemType | 'unknown', string>> = {
  'true-false': 'true or false',
  single: 'one choice',
  multiple: 'several choices',
  'fill-in': 'fill-in',
  numeric: 'number',
  matching: 'matching',
  ordering: 'ordering',
  categorise: 'sorting into categories',
  likert: 'opinion',
  hotspot: 'place in a picture',
  'short-answer': 'short answer',
  unknown: 'unknown',
};

/** Plain text with a line feed at the end; words of the package stand in it as they are. */
export function describe(inspection: Inspection): string {
  const { course } = inspection;
  const rows = course === null ? foreignRows(inspection) : courseRows(course, inspection);
  return `${[...table([...rows, ...sizeRows(inspection)]), ...(course === null ? foreignNotes(inspection) : courseNotes(course, inspection))].join('\n')}\n`;
}

type Row = [name: string, value: string];

function courseRows(course: CourseFacts, { manifest }: Inspection): Row[] {
  const { passMark } = course;
  const questions = course.lessons.flatMap((lesson) => lesson.items);
  const graded = questions.filter((item) => item.graded);
  return [
    ['Title', course.title],
    ['Course id', course.id],
    ['Version', `${course.version === '' ? 'none given' : course.version}, build ${course.build}, made by Lectern ${course.lectern ?? '(version not stated)'}`],
    ['Target', `${targetTitle(course.target)}${manifest?.standard === null ? ' (the manifest does not say so)' : ''}`],
    ['Languages', course.languages.join(', ')],
    ['Draft', course.draft ? 'yes: not for learners yet, and every page says so' : 'no'],
    ['Pass mark', passMark === null ? 'none: nobody passes or fails' : `${percent(passMark)} of the points${course.divided ? ' of each lesson' : ''}`],
    ['Completed', `when ${completionRule(course.completion)}`],
    ['Questions', `${questions.length}${questions.length === 0 ? '' : `: ${byType(questions)}`}`],
    ['', `${graded.length} graded, ${inPoints(sum(graded.map((item) => item.points)))}; ${questions.length - graded.length} for self-marking or practice`],
    ...drawnRow(course, questions.length),
    ['Lessons', `${course.lessons.length}${course.divided ? ', launched and tracked one by one by the LMS' : ''}`],
    ...course.lessons.map((lesson): Row => ['', lessonLine(lesson)]),
  ];
}

/** Only where banks make a difference. */
function drawnRow({ lessons }: CourseFacts, all: number): Row[] {
  const asked = sum(lessons.map((lesson) => lesson.asked.questions));
  return asked === all ? [] : [['', `${asked} of them are asked of each learner, for ${inPoints(sum(lessons.map((lesson) => lesson.asked.points)))}; the others wait in banks`]];
}

function completionRule({ viewed, items }: CourseFacts['completion']): string {
  const questions = { attempted: ' and every question has been answered', passed: ' and the questions have been passed', none: '' };
  return `${percent(viewed)} of the sections have been seen${questions[items]}`;
}

function byType(items: readonly { type: string }[]): string {
  const counts = new Map<string, number>();
  for (const { type } of items) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].map(([type, count]) => `${count} ${typeName(type)}`).join(', ');
}

export function typeName(type: string): string {
  return isKnown(type) ? TYPES[type] : type;
}

function isKnown(type: string): type is keyof typeof TYPES {
  return Object.hasOwn(TYPES, type);
}

function lessonLine({ code, title, sections, items, objectives }: LessonFacts): string {
  const parts = [counted(sections, 'section', 'sections'), counted(items.length, 'question', 'questions'), counted(objectives.length, 'objective', 'objectives')];
  return `${code === null ? '' : `${code} – `}${title} (${parts.join(', ')})`;
}

function foreignRows({ manifest, others }: Inspection): Row[] {
  const kinds = [...(manifest === null ? [] : [manifest.standard ?? 'content package of an unknown standard']), ...others.map((path) => (path === 'cmi5.xml' ? 'cmi5' : 'xAPI (Tin Can)'))];
  return [
    ['Title', manifest?.title ?? 'unknown'],
    ['Version', manifest?.version ?? 'not stated'],
    ['Target', kinds.join(', ')],
    ...(manifest === null
      ? []
      : ([
          ['Launches', `${manifest.launch ?? 'unknown'} (${counted(manifest.scos, 'tracked unit', 'tracked units')})`],
          ['Pass mark', manifest.passMark === null ? 'none in the manifest' : `${percent(manifest.passMark)}, says the manifest`],
        ] satisfies Row[])),
  ];
}

function sizeRows({ size }: Inspection): Row[] {
  return [
    ['Size', `${kilobytes(size.zip)} as zip, ${kilobytes(size.unpacked)} unpacked, ${counted(size.files, 'file', 'files')}`],
    ['Largest', size.largest.map(({ path, bytes }) => `${path} ${kilobytes(bytes)}`).join(', ')],
  ];
}

function courseNotes(course: CourseFacts, { hosts }: Inspection): string[] {
  const known = recordedBy(course);
  const recorded = known !== null && known.set.length === 0 ? ['  Nothing: place and answers stay in the learner’s browser.'] : known === null ? ['This version of Lectern does not know what a package for this target records.'] : known.set.flatMap(({ fact, words, elements }) => [...wrapped(fact, words), ...wrapped('', grouped(elements))]);
  const asked = known === null || known.asked.length === 0 ? [] : ['', 'What the LMS is asked for', ...wrapped('', grouped(known.asked)), ...wrapped('', learnerNote(course, hosts))];
  return ['', 'What the LMS records about each learner', ...recorded, ...asked, '', 'What is sent elsewhere', `  ${elsewhere(hosts)}`, ...(course.credential ? ['  The page carries a credential for that: everybody who has the package can read and use it.'] : [])];
}

/** Statements are about somebody; SCORM leaves that to the LMS, unless a record store beside it is told too. */
function learnerNote(course: CourseFacts, hosts: string[] | null): string {
  const target = readTarget(course.target);
  if (target !== null && TARGET_FACTS[target].talksTo === 'record-store') return 'Every statement names the learner as the launch did.';
  if (hosts === null || hosts.length > 0) return 'Name and id of the learner are sent along with what is sent elsewhere.';
  return 'Name and id of the learner stay in the page and are sent nowhere.';
}

function elsewhere(hosts: string[] | null): string {
  if (hosts === null) return 'Unknown: the page sets no limit to what it may talk to.';
  return hosts.length === 0 ? 'Nothing: the page’s own policy (connect-src) forbids it to talk to anything but the LMS.' : `The page may talk to: ${hosts.join(', ')}`;
}

function foreignNotes({ newer }: Inspection): string[] {
  const why = newer
    ? 'Lectern made this package, but its course data are damaged or of another version of Lectern.'
    : 'Lectern did not make this package.';
  return ['', `${why} Above is what its manifest says; questions, completion`, 'rule, what is recorded and what is sent elsewhere are unknown.'];
}

function table(rows: readonly Row[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows.map(([name, value]) => `${name.padEnd(width)}${oneLine(value)}`);
}

const MARGIN = 12;
const WIDTH = 100;

/** A name in the margin, and words beside it in lines of at most WIDTH characters. */
function wrapped(name: string, words: string): string[] {
  const lines = [''];
  for (const word of words.split(' ')) {
    const last = lines.length - 1;
    const line = lines[last] ?? '';
    if (line !== '' && line.length + 1 + word.length > WIDTH - MARGIN) lines.push(word);
    else lines[last] = line === '' ? word : `${line} ${word}`;
  }
  return lines.map((line, index) => `  ${(index === 0 ? name : '').padEnd(MARGIN)}${line}`);
}

/** `cmi.score.raw` and `cmi.score.min` as `cmi.score.{raw,min}`. */
function grouped(elements: readonly string[]): string {
  const groups = new Map<string, string[]>();
  for (const element of elements) {
    const parent = element.slice(0, element.lastIndexOf('.') + 1);
    groups.set(parent, [...(groups.get(parent) ?? []), element.slice(parent.length)]);
  }
  return [...groups].map(([parent, names]) => (names.length === 1 ? `${parent}${names[0]}` : `${parent}{${names.join(',')}}`)).join(' ');
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
const percent = (share: number): string => `${number(share * 100)}%`;
const number = (value: number): string => String(Number(value.toFixed(2)));
const inPoints = (value: number): string => `${number(value)} ${value === 1 ? 'point' : 'points'}`;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1000).toLocaleString('en')} kB`;
