/** Whether everything a learner can do fits into what an LMS promises to keep, computed before any learner finds out. */
import type { Course } from '../../course/course.ts';
import { isWhole } from '../../course/quiz.ts';
import type { LessonOutline } from '../../course/payload.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic, Place } from '../../diagnostics/diagnostic.ts';
import { budgetOf, worstCase, type Budget } from '../../grading/resume-budget.ts';
import { TARGET_FACTS, type Target } from '../../vocabulary/targets.ts';

/** `place` is what the author should look at: course.yaml, or the lone lesson. */
export function budget(course: Course, place: Place, target: Target): Diagnostic[] {
  const { resume, objectivesMax, interactionsMax } = TARGET_FACTS[target];
  const items = course.lessons.reduce((sum, lesson) => sum + lesson.items.length, 0);
  // One more objective carries the build id.
  const objectives = 1 + course.lessons.reduce((sum, lesson) => sum + linkedObjectives(lesson), 0);
  const found: Diagnostic[] = [];
  const outline = { lessons: course.lessons.map(lessonOutline) };
  const { bare, full } = worstCase(outline, resume);
  if (bare > resume.max) {
    found.push(diagnose('package/progress-too-large', place, { characters: bare, limit: resume.max, items }));
  } else if (full > resume.max) {
    found.push(diagnose('package/answers-not-kept', place, { characters: full, limit: resume.max }));
  }
  if (objectivesMax !== null && objectives > objectivesMax) {
    found.push(diagnose('package/many-objectives', place, { count: objectives, limit: objectivesMax }));
  }
  if (interactionsMax !== null && items > interactionsMax) {
    found.push(diagnose('package/many-interactions', place, { count: items, limit: interactionsMax }));
  }
  return found;
}

/** What the build has proved, for its report; of the unit that needs most where there are several. */
export function provedBudget(course: Course, target: Target): Budget | null {
  const { driver, resume, units } = TARGET_FACTS[target];
  if (driver === 'web') return null;
  const parts = course.units !== undefined && units ? course.lessons.map((lesson) => [lesson]) : [course.lessons];
  const budgets = parts.map((lessons) => budgetOf({ lessons: lessons.map(lessonOutline) }, resume));
  return budgets.reduce((a, b) => (b.most > a.most ? b : a));
}

function linkedObjectives(lesson: Course['lessons'][number]): number {
  return new Set(lesson.items.flatMap((item) => item.objectives)).size;
}

function lessonOutline({ key, sections, items, quiz, before }: Course['lessons'][number]): Pick<LessonOutline, 'key' | 'parts' | 'items' | 'quiz' | 'before'> {
  return {
    key,
    parts: sections.flatMap((section) => section.parts.map((part) => part.key)),
    items: items.map((item) => [item.key, item.points]),
    ...(isWhole(quiz) ? { quiz: true as const } : {}),
    ...(before === undefined ? {} : { before: before.count }),
  };
}
