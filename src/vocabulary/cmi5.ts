/** Names and limits that cmi5 (Quartz) fixes for the course structure, the launch and the statements (xapi.md 2 and 4). */

export const CMI5_NAMESPACE = 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd';

export const MOVE_ON = ['Passed', 'Completed', 'CompletedAndPassed', 'CompletedOrPassed', 'NotApplicable'] as const;
export type MoveOn = (typeof MOVE_ON)[number];

/** The publisher's id of the course's one assignable unit; an LMS launches it under an id of its own. */
export function unitId(courseIri: string): string {
  return `${courseIri}/unit`;
}
