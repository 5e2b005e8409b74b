/** What a lesson says about passing and completing, where the course or another line of the lesson says something else. */
import { readCompletion, readShare, readYesOrNo } from '../../course/completion.ts';
import type { CourseFile } from '../../course/course-file.ts';
import type { Completion, Course } from '../../course/course.ts';
import { PLAIN_QUIZ, type QuizRules } from '../../course/quiz.ts';
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

/** `gate: answer` of the header: the text goes on once a question in it was answered. */
export function headerGate(document: Pick<LessonDocument, 'fields'>, report: Report): boolean {
  const field = document.fields.get('gate');
  if (field === undefined) return false;
  const value = field.value.trim();
  if (/^(?:answers?|answered|antwort|réponse|respuesta|resposta|回答|إجابة)$/i.test(value)) return true;
  if (!/^(?:no|none|off|nein|keine?|non|aucune?|ninguna?|não|なし|لا)$/i.test(value)) report.add('lesson/value', field.place, { field: 'gate', value: field.value, choices: 'answer or none' });
  return false;
}
