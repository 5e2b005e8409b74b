/** Lessons as activities of their own for SCORM 2004: how each opens, what it counts for, and what the course makes of them (scorm.md 4). */
import type { Course, Lesson, Units } from '../src/course/course.ts';
import { unitName, unitPage } from '../src/vocabulary/units.ts';
import { decimal, type Unit } from './content-packaging.ts';
import { element, type XmlElement } from './xml.ts';

/** Without these two, an LMS marks an activity completed and passed as soon as it has been looked at. */
export const CONTENT_DECIDES = element('imsss:deliveryControls', { completionSetByContent: 'true', objectiveSetByContent: 'true' });

/** Where there is nothing to continue to, or the next lesson is not open yet, these buttons end the session in some LMSs. */
export const NO_BUTTONS = element('adlnav:presentation', {}, [
  element('adlnav:navigationInterface', {}, ['continue', 'previous'].map((control) => element('adlnav:hideLMSUI', {}, control))),
]);

/** The lesson's own result, and what it reads of the lesson before; by these ids the LMS lists them to the course too. */
const OWN = 'lectern.lesson';
const BEFORE = 'lectern.lesson-before';

export function lessonUnits(course: Course, { order }: Units): Unit[] {
  const most = Math.max(...course.lessons.map(pointsOf), 0);
  return course.lessons.map((lesson, index) => {
    const before = order === 'one-by-one' ? course.lessons[index - 1] : undefined;
    const mark = course.passMark !== null && pointsOf(lesson) > 0 ? course.passMark : null;
    // Their order is fixed by the schema.
    const sequencing = [
      ...(before === undefined ? [] : [closedUntilDone]),
      rollup(mark === null ? 0 : pointsOf(lesson) / most),
      element('imsss:objectives', {}, [own(course, lesson, mark), ...(before === undefined ? [] : [ofLessonBefore(course, before)])]),
      CONTENT_DECIDES,
    ];
    return { name: unitName(course.id, lesson.id), title: titleOf(lesson), launch: unitPage(lesson.id), elements: [element('imsss:sequencing', {}, sequencing), NO_BUTTONS] };
  });
}

const pointsOf = ({ items }: Lesson): number => items.reduce((sum, item) => sum + (item.graded ? item.points : 0), 0);

const titleOf = ({ code, title }: Lesson): string => (code === null ? title : `${code} – ${title}`);

/** Conditions have three values: "not satisfied" does not hold while nothing is known, so both are asked. */
const closedUntilDone = element('imsss:sequencingRules', {}, [
  element('imsss:preConditionRule', {}, [
    element(
      'imsss:ruleConditions',
      { conditionCombination: 'any' },
      ['satisfied', 'objectiveStatusKnown'].map((condition) => element('imsss:ruleCondition', { referencedObjective: BEFORE, operator: 'not', condition })),
    ),
    element('imsss:ruleAction', { action: 'disabled' }),
  ]),
]);

/** A lesson without anything to pass counts for the course's completion, and not for its result. */
function rollup(weight: number): XmlElement {
  return element('imsss:rollupRules', { rollupObjectiveSatisfied: String(weight > 0), rollupProgressCompletion: 'true', objectiveMeasureWeight: decimal(weight) });
}

function own(course: Course, lesson: Lesson, mark: number | null): XmlElement {
  return element('imsss:primaryObjective', { objectiveID: OWN, ...(mark === null ? {} : { satisfiedByMeasure: 'true' }) }, [
    ...(mark === null ? [] : [element('imsss:minNormalizedMeasure', {}, decimal(mark))]),
    element('imsss:mapInfo', { targetObjectiveID: globalId(course, lesson), readSatisfiedStatus: 'false', readNormalizedMeasure: 'false', writeSatisfiedStatus: 'true' }),
  ]);
}

function ofLessonBefore(course: Course, before: Lesson): XmlElement {
  return element('imsss:objective', { objectiveID: BEFORE }, [
    element('imsss:mapInfo', { targetObjectiveID: globalId(course, before), readSatisfiedStatus: 'true', readNormalizedMeasure: 'false' }),
  ]);
}

/** Shared by the activities of this course and no other. */
const globalId = (course: Course, lesson: Lesson): string => unitName(course.id, lesson.id);
