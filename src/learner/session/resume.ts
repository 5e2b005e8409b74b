/**
 * Stored progress as compact text and back. The reader is total: damaged, foreign or newer text gives null, never an exception. Keys
 * come from the lock file, so what still exists in an updated course is found again. What counts comes first, with a checksum of its
 * own: an LMS that cuts what is too long cuts answers as they were typed, never points, tries, sections or the name of the attempt.
 *
 *   2ccccccc build;flags;next;place;attempt |lesson;parts;quiz *item;tries;best;result *… |… || aaaaaaa *code;text *…   (without the blanks)
 *
 * quiz is left out where it is a row of questions; else rounds.open.seconds allowed.seconds gone. Answers stand in the items' order.
 * 2 = version, c and a = checksums of the two halves; numbers in base 36, best in millionths. Version 1 had the answers with the items.
 */
import { BEFORE_KEY } from '../../course/before.ts';
import type { CoursePayload, LessonOutline } from '../../course/payload.ts';
import { fnv } from '../../grading/fnv.ts';
import { PLACE_MAX, TEXT_EACH, TEXT_TOTAL, TRIES_MAX, type ResumeRoom } from '../../grading/resume-budget.ts';
import { waysBack } from '../../vocabulary/stored-text.ts';
import { packBits, unpackBits } from './bits.ts';
import { bytesOf, cutEscaped, escapeText, unescapeText, unitsOf, type Size } from './plain-text.ts';
import { SECONDS_MAX } from './quiz.ts';
import { UNBEGUN, type ItemState, type LessonState, type QuizState, type Session } from './state.ts';

const VERSION = '2';
/** Between what counts and the answers. */
const HALF = '||';
const RESULTS = ['correct', 'incorrect', 'neutral'] as const;
const MILLION = 1_000_000;
/** Results, open or closed, with one of three degrees of sureness or none: one digit in base 36. */
const JUDGED_MAX = RESULTS.length * 2 * 4;
/** What a response in short form is made of. */
const CODE = /^[\w.-]*$/;

/** What the text carries; the rest of a session comes from the course and the LMS. */
export interface Stored extends Pick<Session, 'attempt' | 'place' | 'nextInteraction' | 'completed' | 'passed' | 'lessons'> {
  build: string;
  /** The LMS gave back less than it was told: answers are missing, and nothing else. */
  cut: boolean;
}

const checksum = (body: string): string => fnv(body).toString(36).padStart(7, '0');

/** From one window to another: no limit but the codec's own. */
const UNLIMITED: ResumeRoom = { max: Infinity, unit: 'characters', notes: 0 };

/** How the answers of one text are written: how much each written one may take, and how that is measured. */
interface Writing {
  each: number;
  size: Size;
}

/**
 * ASCII separators, no blanks, no line breaks. Fits into the room where `worstCase(course, room)` does: written answers
 * share what the rest leaves. Beyond that, the answers given longest ago are left out, lesson by lesson; their scores and
 * tries always stay.
 */
export function toResume(session: Session, room: ResumeRoom = UNLIMITED): string {
  const size = room.unit === 'bytes' ? bytesOf : unitsOf;
  const limit = room.max - room.notes;
  const flags = (session.completed ? 1 : 0) + (session.passed ? 2 : 0);
  const place = cutEscaped(escapeText(session.place), PLACE_MAX, size);
  let body = [session.course.build.slice(0, 16), flags, session.nextInteraction.toString(36), place, ...(session.attempt === '' ? [] : [session.attempt])].join(';');
  for (const [key, lesson] of session.lessons) body += lessonText(key, lesson);
  const lessons = [...session.lessons.values()];
  const head = 1 + 7 + size(body) + HALF.length + 7;
  const silent = lessons.reduce((sum, lesson) => sum + size(answersText(lesson, { each: 0, size })), head);
  const writing = { each: textRoom(session, Math.min(TEXT_TOTAL, Math.max(0, limit - silent)), size), size };
  const full = lessons.map((lesson) => answersText(lesson, writing));
  let excess = full.reduce((sum, text) => sum + size(text), head) - limit;
  const answers = lessons.map((lesson, index) => {
    const text = full[index] ?? '';
    const kept = excess > 0 ? answersText(lesson, null) : text;
    excess -= size(text) - size(kept);
    return kept;
  });
  return VERSION + checksum(body) + body + HALF + checksum(answers.join('')) + answers.join('');
}

/** What was written does not change, and is needed several times for each save. */
const escaped = new WeakMap<ItemState, string>();

function escapedText(item: ItemState): string {
  const text = escaped.get(item) ?? escapeText(item.text);
  escaped.set(item, text);
  return text;
}

function lessonText(key: number, lesson: LessonState): string {
  let text = `|${key.toString(36)};${packBits(lesson.seen)}${quizText(lesson.quiz)}`;
  for (const [itemKey, item] of lesson.items) text += '*' + itemText(itemKey, item);
  return text;
}

/** `writing` null leaves only their places. */
function answersText(lesson: LessonState, writing: Writing | null): string {
  let text = '';
  for (const item of lesson.items.values()) text += '*' + (writing === null ? '' : answerText(item, writing));
  return text;
}

function answerText(item: ItemState, writing: Writing): string {
  return item.text === '' ? item.code : `${item.code};${cutEscaped(escapedText(item), writing.each, writing.size)}`;
}

function quizText({ ended, open, allowed, used }: QuizState): string {
  if (ended === 0 && open && allowed === null) return '';
  return `;${ended.toString(36)}.${open ? 1 : 0}.${allowed === null ? '' : allowed.toString(36)}.${used.toString(36)}`;
}

function readQuiz(text: string): QuizState | null {
  const [endedText = '', openText = '', allowedText = '', usedText = '', ...more] = text.split('.');
  const ended = natural(endedText);
  const allowed = allowedText === '' ? null : natural(allowedText);
  const used = natural(usedText);
  if (ended === null || used === null || (allowedText !== '' && allowed === null) || !/^[01]$/.test(openText) || more.length > 0) return null;
  return { ended: Math.min(ended, TRIES_MAX), open: openText === '1', allowed: allowed === null ? null : Math.min(allowed, SECONDS_MAX), used: Math.min(used, SECONDS_MAX) };
}

/** What each written answer may take: its own limit, or an equal share when all together are too long. */
function textRoom(session: Session, total: number, size: Size): number {
  let sum = 0;
  let answers = 0;
  for (const lesson of session.lessons.values()) {
    for (const item of lesson.items.values()) {
      if (item.text === '') continue;
      sum += Math.min(TEXT_EACH, size(escapedText(item)));
      answers++;
    }
  }
  return sum <= total ? TEXT_EACH : Math.floor(total / answers);
}

function itemText(key: number, item: ItemState): string {
  const best = Math.round(item.best * MILLION);
  const result = RESULTS.indexOf(item.result) + (item.closed ? 3 : 0) + (item.sureness === null ? 0 : 6 * (item.sureness + 1));
  return [key.toString(36), item.tries.toString(36), best ? best.toString(36) : '', result.toString(36)].join(';');
}

/** Null when what counts is not whole, or of no version known. Lessons, parts and items the course no longer has are left out. */
export function fromResume(text: string, course: CoursePayload): Stored | null {
  const halves = wholeHalves(text);
  if (halves === null) return null;
  const [head = '', ...lessonTexts] = halves.body.split('|');
  const [build = '', flags = '', next = '', place, attempt = '', ...more] = head.split(';');
  const nextInteraction = natural(next);
  if (place === undefined || more.length > 0 || !/^[0-9a-z]{0,4}$/.test(attempt) || !/^[0-3]$/.test(flags) || nextInteraction === null) return null;
  const outlines = new Map(course.lessons.map((lesson) => [lesson.key, lesson]));
  const lessons = new Map<number, LessonState>();
  for (const lessonText of lessonTexts) {
    const lesson = readLesson(lessonText, outlines, halves.answers);
    if (lesson === null) return null;
    if (lesson.state) lessons.set(lesson.key, lesson.state);
  }
  const completed = (Number(flags) & 1) === 1;
  return { build, attempt, nextInteraction, place: unescapeText(place), completed, passed: Number(flags) >= 2, lessons, cut: halves.cut };
}

/** The name of the attempt in text that was cut too short for anything else; '' = there is none. */
export function attemptIn(text: string): string {
  return /^[12][0-9a-z]{7}[^;|]*;[0-3];[0-9a-z]+;[^;|]*;([0-9a-z]{4})(?:\||$)/.exec(text)?.[1] ?? '';
}

interface Halves {
  body: string;
  /** In the items' order, taken out as they are read. */
  answers: string[];
  cut: boolean;
}

/** As it was written, where the LMS has altered it in a way that can be undone; else as far as it can be read. */
function wholeHalves(text: string): Halves | null {
  const plain = halvesOf(text);
  if (plain?.cut === false) return plain;
  const found = waysBack(text).flatMap((each) => halvesOf(each) ?? []);
  return found.find(({ cut }) => !cut) ?? plain ?? found[0] ?? null;
}

function halvesOf(text: string): Halves | null {
  const [all, sum] = [text.slice(8), text.slice(0, 8)];
  if (sum === `1${checksum(all)}`) return { body: all, answers: [], cut: false };
  const at = all.indexOf(HALF);
  // Where it was cut between the halves, one bar may have stayed.
  const body = at < 0 ? all.replace(/\|$/, '') : all.slice(0, at);
  if (sum !== VERSION + checksum(body)) return null;
  const second = at < 0 ? '' : all.slice(at + HALF.length);
  const answers = second.slice(7).split('*').slice(1);
  const cut = second.slice(0, 7) !== checksum(second.slice(7));
  return { body, answers: cut ? answers.slice(0, -1) : answers, cut };
}

function readLesson(text: string, outlines: ReadonlyMap<number, LessonOutline>, answers: string[]): { key: number; state: LessonState | null } | null {
  const [head = '', ...itemTexts] = text.split('*');
  const [keyText = '', seenText, quizText, ...more] = head.split(';');
  const key = natural(keyText);
  const seen = seenText === undefined ? null : unpackBits(seenText);
  const quiz = quizText === undefined ? UNBEGUN : readQuiz(quizText);
  if (key === null || seen === null || quiz === null || more.length > 0) return null;
  const outline = outlines.get(key);
  const parts = new Set(outline?.parts);
  const known = new Set(outline?.items.flatMap(([itemKey]) => (outline.before === undefined ? [itemKey] : [itemKey, itemKey + BEFORE_KEY])));
  const items = new Map<number, ItemState>();
  for (const itemText of itemTexts) {
    const item = readItem(itemText, answers.shift() ?? '');
    if (item === null) return null;
    if (known.has(item.key)) items.set(item.key, item.state);
  }
  return { key, state: outline ? { seen: new Set(seen.filter((part) => parts.has(part))), items, quiz } : null };
}

function readItem(text: string, answer: string): { key: number; state: ItemState } | null {
  const [keyText = '', triesText = '', bestText = '', resultText = '', ...beside] = text.split(';');
  const [code = '', written = ''] = beside.length > 0 ? beside : answer.split(';');
  const key = natural(keyText);
  const tries = natural(triesText);
  const best = bestText === '' ? 0 : natural(bestText);
  const judged = natural(resultText) ?? JUDGED_MAX;
  const result = RESULTS[judged % 3];
  if (key === null || tries === null || best === null || best > MILLION || beside.length > 2) return null;
  if (judged >= JUDGED_MAX || result === undefined || tries > TRIES_MAX) return null;
  const closed = judged % 6 >= 3;
  const sureness = judged < 6 ? null : Math.floor(judged / 6) - 1;
  // In a half that is not whole anything may stand.
  return { key, state: { tries, best: best / MILLION, result, closed, sureness, code: CODE.test(code) ? code : '', text: unescapeText(written) } };
}

/** A number from 0 to 36⁷, in base 36. */
function natural(text: string): number | null {
  return /^[0-9a-z]{1,7}$/.test(text) ? parseInt(text, 36) : null;
}
