/** What a lesson says about passing and completing, where the course or another line of the lesson says something else. */
import { readCompletion, readShare, readYesOrNo } from '../../course/completion.ts';
import type { CourseFile } from '../../course/course-file.ts';
import type { Completion, Course } from '../../course/course.ts';
import { PRE_QUESTIONS_MAX, preQuestions, type PreQuestions } from '../../course/before.ts';
import { USUAL_DAYS, readCount, readDays } from '../../course/later.ts';
import { PLAIN_QUIZ, type QuizRules } from '../../course/quiz.ts';
import { wholeFile } from '../../diagnostics/diagnostic.ts';
import type { LessonDocument } from '../2-parse/document.ts';
import type { CheckedLesson } from './check-lesson.ts';
import type { PassMark } from './items/check-quiz.ts';
import type { Report } from './report.ts';

/** The header's pass mark, else the first of a quiz. Others that differ are reported. */
export function readPassMark(document: LessonDocument, fromQuiz: readonly PassMark[], report: Report): PassMark | null {
  const own = headerMark(document, report);
  const marks = own === null ? fromQuiz : [own, ...fromQuiz];
  const [first, ...others] = marks;
  if (first === undefined) return null;
  for (const { share, at } of others) {
    if (share !== first.share) report.add('lesson/two-pass-marks', at.place, { here: at.value, first: first.at.value, line: first.at.place.start.line });
  }
  return first;
}

function headerMark(document: LessonDocument, report: Report): PassMark | null {
  const field = document.fields.get('passing-score');
  if (field === undefined || /^(?:none|no|—|–|-|keine?|aucune?|ninguna)$/i.test(field.value)) return null;
  const share = readShare(field.value.replace(/^(?:≥|>=|at least|mindestens)\s*/i, ''));
  if (share !== null) return { share, at: field };
  report.add('lesson/value', field.place, { field: 'passing score', value: field.value, choices: 'a percentage, for example 80%' });
  return null;
}

/** `certificate: yes` of the header; false when silent. */
export function headerCertificate(document: Pick<LessonDocument, 'fields'>, report: Report): boolean {
  const field = document.fields.get('certificate');
  const read = field === undefined ? false : readYesOrNo(field.value);
  if (read === null && field !== undefined) report.add('lesson/value', field.place, { field: 'certificate', value: field.value, choices: 'yes or no' });
  return read ?? false;
}

/** Nobody can pass a course without a pass mark, so nobody would ever see its certificate. */
export function checkCertificate({ certificate, passMark }: Course, file: CourseFile | null, first: CheckedLesson | undefined, shared: Report): void {
  if (certificate === undefined || passMark !== null) return;
  const place = file === null ? first?.document.fields.get('certificate')?.place : file.places.get('certificate');
  const report = file === null ? (first?.report ?? shared) : shared;
  if (place !== undefined) report.add('course/certificate-without-pass', place, { example: file === null ? 'Passing score: 80%' : 'pass-mark: 80%' });
}

/** What is said in any case: a recording where there is one, else the browser's voice. */
const usualVoice = /^["']?recorded(?:[, ]+(?:else|or|then) browser)?["']?$/i;
const slowest = 0.5;
const fastest = 2;

/** The parts of `narration`: in braces, as an indented block, or the voice alone. */
function narrationParts(value: string): { voice: string; rate: string | null } {
  const inside = value.trim().replace(/^\{|\}$/g, '');
  const rate = /(?:^|[\s,])rate:\s*["']?([^\s,"']*)["']?/i.exec(inside);
  const rest = rate === null ? inside : inside.replace(rate[0], '');
  return { voice: rest.replace(/^\s*voice:\s*/i, '').replace(/^[\s,]+|[\s,]+$/g, ''), rate: rate?.[1] ?? null };
}

/** A voice of the header does nothing; asking for what happens in any case may be done. */
export function checkUnusedFields(document: LessonDocument, report: Report): void {
  const field = document.fields.get('narration');
  if (field === undefined) return;
  const { voice } = narrationParts(field.value);
  if (voice === '' || usualVoice.test(voice)) return;
  report.add('lesson/not-used', field.place, { field: 'voice', value: voice, instead: 'A recording of a slide is played where there is one, else the browser reads aloud. Delete the voice; the speed can be set, as in “rate: 1.25”.' });
}

/** `narration: { rate: 1.25 }`: the speed that slides begin with; 1 when silent. */
export function headerNarrationRate(document: Pick<LessonDocument, 'fields'>, report: Report): number {
  const field = document.fields.get('narration');
  const written = field === undefined ? null : narrationParts(field.value).rate;
  if (field === undefined || written === null) return 1;
  const rate = /^\d*[.,]?\d+[×x]?$/.test(written) ? Number.parseFloat(written.replace(',', '.')) : NaN;
  if (rate >= slowest && rate <= fastest) return rate;
  report.add('lesson/value', field.place, { field: 'narration rate', value: written, choices: `a number from ${slowest} to ${fastest}, for example 1.25` });
  return 1;
}

const reviewWords: readonly (readonly [QuizRules['review'], RegExp])[] = [
  ['always', /^(?:always|yes|immer|ja|toujours|oui|siempre|sí|いつでも|دائما)$/i],
  ['after-pass', /^(?:after|once|when)[- ]pass(?:ed|ing)?$|^nach(?: dem)? bestehen$|^après (?:la )?réussite$|^(?:después de|tras) aprobar$|^合格後$|^بعد النجاح$/i],
  ['never', /^(?:never|no|none|nie|nein|jamais|non|nunca|しない|أبدا)$/i],
];

/** `review: after-pass` of the header; always when silent. */
export function headerReview(document: Pick<LessonDocument, 'fields'>, report: Report): QuizRules['review'] {
  const field = document.fields.get('review');
  if (field === undefined) return PLAIN_QUIZ.review;
  const value = field.value.trim();
  const found = reviewWords.find(([, words]) => words.test(value));
  if (found !== undefined) return found[0];
  report.add('lesson/value', field.place, { field: 'review', value: field.value, choices: 'always, after-pass or never' });
  return PLAIN_QUIZ.review;
}

/** `shuffle: none` of the header; true when silent. */
export function headerShuffle(document: LessonDocument, report: Report): boolean {
  const field = document.fields.get('shuffle');
  const value = field?.value.toLowerCase() ?? 'options';
  if (/^(?:options|both|yes|true|on)$/.test(value)) return true;
  if (field !== undefined && !/^(?:none|no|false|off|questions)$/.test(value)) {
    report.add('lesson/value', field.place, { field: 'shuffle', value: field.value, choices: 'none, options, questions or both' });
  }
  return false;
}

/** `Pre-questions: 2` or `2 with answers` of the header: questions of the quiz that are asked before the text. */
export function headerPreQuestions(document: Pick<LessonDocument, 'fields'>, asked: readonly Parameters<typeof preQuestions>[0][number][], report: Report): PreQuestions | undefined {
  const field = document.fields.get('pre-questions');
  if (field === undefined) return undefined;
  const [, number = '', answers] = /^(\p{Nd})(?:\s+questions?|\s+fragen?)?(?:(?:\s*[,+&]\s*|\s+)(?:(?:with|and|mit|und)\s+)?(answers?|feedback|antwort(?:en)?|lösung(?:en)?))?$/iu.exec(field.value.trim()) ?? [];
  const count = readCount(number === '' ? field.value : number, PRE_QUESTIONS_MAX);
  if (count === null) report.add('lesson/value', field.place, { field: 'number of pre-questions', value: field.value, choices: '1 or 2, or none; “2 with answers” also tells at once what is right' });
  if (count === null || count === 0) return undefined;
  const before = { count, told: answers !== undefined };
  const found = preQuestions(asked, before).length;
  if (found < count) report.add('lesson/few-pre-questions', field.place, { value: field.value, found });
  return found === 0 ? undefined : before;
}

/** `reminders: 2, 7, 21 days` of a lone lesson's header; undefined when silent. */
export function headerReminders(document: Pick<LessonDocument, 'fields'>, report: Report): readonly number[] | undefined {
  const field = document.fields.get('reminders');
  const days = field === undefined ? null : readDays(field.value);
  if (days !== null || field === undefined) return days ?? undefined;
  report.add('lesson/value', field.place, { field: 'reminders', value: field.value, choices: 'one to five numbers of days, for example: 2, 7, 21 days. Or: none' });
  return undefined;
}

/** Nothing is divided where there is one lesson, and nothing put in order where nothing is divided. */
export function checkPackaging({ packaging, lessonOrder, lessons, places, file }: CourseFile, shared: Report): void {
  const alone = lessons.length < 2;
  if (packaging === 'sco-per-lesson' && alone) shared.add('course/packaging-of-one', places.get('packaging') ?? wholeFile(file), {});
  if (packaging !== 'sco-per-lesson' && lessonOrder !== null) shared.add('course/order-of-one', places.get('lesson-order') ?? wholeFile(file), { order: lessonOrder, alone });
}

/** What a course of several lessons alone can do. */
export function checkEarlier({ earlier, packaging, lessons, places, file }: CourseFile, shared: Report): void {
  const why = packaging === 'sco-per-lesson' ? 'apart' : lessons.length < 2 ? 'alone' : null;
  if (earlier !== undefined && earlier > 0 && why !== null) shared.add('course/earlier-of-none', places.get('practise-earlier') ?? wholeFile(file), { count: earlier, why });
}

/** In a course with its own file, what single lessons say about passing and completing does nothing. */
export function checkAgainstCourse(file: CourseFile, checked: readonly CheckedLesson[]): void {
  const percent = file.passMark === null ? null : `${Math.round(file.passMark * 1000) / 10}%`;
  for (const { document, passMark, report } of checked) {
    if (passMark !== null && passMark.share !== file.passMark) {
      report.add('lesson/course-decides', passMark.at.place, { field: 'pass mark', value: passMark.at.value, course: percent });
    }
    const certificate = document.fields.get('certificate');
    if (certificate !== undefined && readYesOrNo(certificate.value) !== file.certificate) {
      report.add('lesson/course-decides', certificate.place, { field: 'certificate', value: certificate.value, course: file.certificate ? 'yes' : 'no' });
    }
    const reminders = document.fields.get('reminders');
    if (reminders !== undefined && String(readDays(reminders.value)) !== String(file.reminders ?? USUAL_DAYS)) {
      report.add('lesson/course-decides', reminders.place, { field: 'reminders', value: reminders.value, course: file.reminders?.length === 0 ? 'none' : `${(file.reminders ?? USUAL_DAYS).join(', ')} days` });
    }
    const field = document.fields.get('completion');
    const own = field === undefined ? null : readCompletion(field.value);
    if (field !== undefined && (own === null || !same(own, file.completion))) {
      report.add('lesson/course-decides', field.place, { field: 'completion rule', value: field.value, course: worded(file.completion) });
    }
  }
}

function same(a: Completion, b: Completion): boolean {
  return a.viewed === b.viewed && a.items === b.items;
}

function worded({ viewed, items }: Completion): string {
  return `viewed ${Math.round(viewed * 1000) / 10}%${items === 'none' ? '' : ` + quiz ${items}`}`;
}

/** `gate: answer` of the header: the text goes on once a question in it was answered. `checks`: how many there are. */
export function headerGate(document: Pick<LessonDocument, 'fields'>, checks: number, report: Report): boolean {
  const field = document.fields.get('gate');
  if (field === undefined) return false;
  const value = field.value.trim();
  if (/^(?:answers?|answered|antwort|réponse|respuesta|resposta|回答|إجابة)$/i.test(value)) {
    if (checks === 0) report.add('lesson/gate-without-question', field.place, { value });
    return checks > 0;
  }
  if (!/^(?:no|none|off|nein|keine?|non|aucune?|ninguna?|não|なし|لا)$/i.test(value)) report.add('lesson/value', field.place, { field: 'gate', value: field.value, choices: 'answer or none' });
  return false;
}
