/** Whether a course can be passed at all, and whether its pass mark rests on enough: a verdict of one question is chance. */
import type { Course, Lesson } from '../../../course/course.ts';
import type { CourseFile } from '../../../course/course-file.ts';
import { type Place, wholeFile } from '../../../diagnostics/diagnostic.ts';
import type { CheckedLesson } from '../check-lesson.ts';
import type { Report } from '../report.ts';

/** Of a course that says nothing else: a verdict that rests on a single question is a toss of a coin. */
const leastGraded = 2;

export function checkGradable(course: Course, file: CourseFile | null, checked: readonly CheckedLesson[], shared: Report): void {
  if (course.passMark === null && course.completion.items !== 'passed') return;
  // With mistakes among the questions their number is not known yet.
  if (checked.some((lesson) => lesson.report.all().some((d) => d.code.startsWith('quiz/') && d.severity === 'error'))) return;
  const graded = course.lessons.reduce((sum, lesson) => sum + gradedOf(lesson), 0);
  const report = file === null ? (checked[0]?.report ?? shared) : shared;
  const at = file === null ? placeInLesson(checked[0]) : (file.places.get('pass-mark') ?? file.places.get('completion') ?? wholeFile(file.file));
  const passMark = course.passMark === null ? 'a passed quiz' : `${Math.round(course.passMark * 1000) / 10}%`;
  if (graded === 0) return report.add('quiz/no-graded', at, { passMark });
  const least = file === null ? leastOfLesson(checked[0]) : (file.minimumGraded ?? leastGraded);
  if (graded >= least) return;
  const selfMarked = course.lessons.reduce((sum, { items }) => sum + items.filter((item) => !item.graded && item.type !== 'likert').length, 0);
  report.add('quiz/few-graded', at, { passMark, graded, selfMarked, least, key: file === null && !inYaml(checked[0]) ? 'Minimum graded' : 'minimum-graded' });
}

/** The header is written between `---` lines, where keys have hyphens. */
function inYaml(lesson: CheckedLesson | undefined): boolean {
  return lesson !== undefined && [...lesson.document.fields.values()].some(({ from }) => from === 'yaml');
}

/** What one learner is asked: of a bank only as many as are drawn. */
function gradedOf({ items, draws }: Lesson): number {
  const counts = (bank: string | null): number => items.filter((item) => item.bank === bank && item.graded && item.points > 0).length;
  return counts(null) + draws.reduce((sum, { bank, count }) => sum + Math.min(count, counts(bank)), 0);
}

function placeInLesson(lesson: CheckedLesson | undefined): Place {
  if (lesson === undefined) return wholeFile('');
  const quiz = lesson.document.sections.find((section) => section.role === 'quiz');
  return lesson.passMark?.at.place ?? lesson.document.fields.get('completion')?.place ?? quiz?.place ?? wholeFile(lesson.lesson.file);
}

/** `Minimum graded: 2` of a lone lesson. */
function leastOfLesson(lesson: CheckedLesson | undefined): number {
  const field = lesson?.document.fields.get('minimum-graded');
  if (field === undefined || lesson === undefined) return leastGraded;
  const value = field.value.normalize('NFKC').trim();
  if (/^\d{1,3}$/.test(value) && Number(value) > 0) return Number(value);
  lesson.report.add('lesson/value', field.place, { field: 'minimum graded', value: field.value, choices: 'a number from 1, for example 2' });
  return leastGraded;
}
