/** What a lesson says about passing and completing, where the course or another line of the lesson says something else. */
import { readCompletion, readShare, readYesOrNo } from '../../course/completion.ts';
import type { CourseFile } from '../../course/course-file.ts';
import type { Completion, Course } from '../../course/course.ts';
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

/** Keys of the header that do nothing, and what does it instead; what happens in any case may be asked for. */
const later = [
  { key: 'review', anyway: /^$/, instead: 'Write “feedback: end” or “feedback: never” to say when learners see what was right.' },
  // As YAML in braces, as an indented block, or the voice alone.
  { key: 'narration', anyway: /^\{?\s*(?:(?:voice:\s*)?["']?recorded, else browser["']?)?[\s,]*(?:rate:\s*1(?:\.0+)?)?\s*\}?$/i, instead: 'A recording of a slide is played where there is one, else the browser reads aloud; learners choose the speed.' },
] as const;

export function checkUnusedFields(document: LessonDocument, report: Report): void {
  for (const { key, anyway, instead } of later) {
    const field = document.fields.get(key);
    if (field !== undefined && !anyway.test(field.value.trim())) report.add('lesson/not-used', field.place, { field: key, value: field.value, instead });
  }
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
