/** Whether everything a learner can do fits into what an LMS promises to keep, computed before any learner finds out. */
import type { Course } from '../../course/course.ts';
import type { LessonOutline } from '../../course/payload.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic, Place } from '../../diagnostics/diagnostic.ts';
import { bareWorstCase, worstCase } from '../../grading/resume-budget.ts';
import { INTERACTIONS_MAX, OBJECTIVES_MAX, SUSPEND_DATA_MAX } from '../../vocabulary/scorm2004.ts';

/** `place` is what the author should look at: course.yaml, or the lone lesson. */
export function budget(course: Course, place: Place): Diagnostic[] {
  const items = course.lessons.reduce((sum, lesson) => sum + lesson.items.length, 0);
  // One more objective carries the build id.
  const objectives = 1 + course.lessons.reduce((sum, lesson) => sum + linkedObjectives(lesson), 0);
  const found: Diagnostic[] = [];
  const outline = { lessons: course.lessons.map(lessonOutline) };
  const bare = bareWorstCase(outline);
  const full = worstCase(outline);
  if (bare > SUSPEND_DATA_MAX) {
    found.push(diagnose('package/progress-too-large', place, { characters: bare, limit: SUSPEND_DATA_MAX, items }));
  } else if (full > SUSPEND_DATA_MAX) {
    found.push(diagnose('package/answers-not-kept', place, { characters: full, limit: SUSPEND_DATA_MAX }));
  }
  if (objectives > OBJECTIVES_MAX) {
    found.push(diagnose('package/many-objectives', place, { count: objectives, limit: OBJECTIVES_MAX }));
  }
  if (items > INTERACTIONS_MAX) {
    found.push(diagnose('package/many-interactions', place, { count: items, limit: INTERACTIONS_MAX }));
  }
  return found;
}

function linkedObjectives(lesson: Course['lessons'][number]): number {
  return new Set(lesson.items.flatMap((item) => item.objectives)).size;
}

function lessonOutline({ key, sections, items }: Course['lessons'][number]): Pick<LessonOutline, 'key' | 'parts' | 'items'> {
  return {
    key,
    parts: sections.flatMap((section) => section.parts.map((part) => part.key)),
    items: items.map((item) => [item.key, item.points]),
  };
}
