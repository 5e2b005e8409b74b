/** Names and limits that cmi5 (Quartz) fixes for the course structure, the launch and the statements (xapi.md 2 and 4). */

export const CMI5_NAMESPACE = 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd';

export const MOVE_ON = ['Passed', 'Completed', 'CompletedAndPassed', 'CompletedOrPassed', 'NotApplicable'] as const;
export type MoveOn = (typeof MOVE_ON)[number];

/** The publisher's id of the course's one assignable unit; an LMS launches it under an id of its own. */
export function unitId(courseIri: string): string {
  return `${courseIri}/unit`;
}

/** cmi5 9.6.2: marks a statement that cmi5 itself defines, and one that decides moveOn. */
export const CMI5_CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories/cmi5';
export const MOVEON_CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories/moveon';
export const MASTERY_EXTENSION = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';
export const SESSION_EXTENSION = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';

/** Said by an LMS alone. */
export const ABANDONED = 'https://w3id.org/xapi/adl/verbs/abandoned';

/** Documents that the LMS keeps for the launch, and for the learner. */
export const LAUNCH_DATA = 'LMS.LaunchData';
export const LEARNER_PREFERENCES = 'cmi5LearnerPreferences';
