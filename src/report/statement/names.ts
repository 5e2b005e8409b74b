/** Names that xAPI, cmi5 and their profiles fix, as far as a report has to know them. */

/** cmi5 9.6.3.2: what the LMS asks for before it calls a course done. */
export const MOVEON_EXTENSION = 'https://w3id.org/xapi/cmi5/context/extensions/moveon';

const ADL = 'http://adlnet.gov/expapi/verbs/';
const W3ID = 'https://w3id.org/xapi/adl/verbs/';

/** Verbs that reports read, by the short name under which they are stored. Any other verb keeps its whole address. */
export const VERBS: Readonly<Record<string, string>> = {
  [`${ADL}launched`]: 'launched',
  [`${ADL}initialized`]: 'initialized',
  [`${ADL}attempted`]: 'attempted',
  [`${ADL}resumed`]: 'resumed',
  [`${ADL}completed`]: 'completed',
  [`${ADL}passed`]: 'passed',
  [`${ADL}failed`]: 'failed',
  [`${ADL}mastered`]: 'mastered',
  [`${ADL}terminated`]: 'terminated',
  [`${ADL}suspended`]: 'suspended',
  [`${ADL}answered`]: 'answered',
  [`${ADL}responded`]: 'answered',
  [`${ADL}experienced`]: 'experienced',
  [`${ADL}progressed`]: 'progressed',
  [`${ADL}interacted`]: 'interacted',
  [`${ADL}voided`]: 'voided',
  [`${W3ID}abandoned`]: 'abandoned',
  [`${W3ID}waived`]: 'waived',
  [`${W3ID}satisfied`]: 'satisfied',
};

/** What a completion report needs: the rest of a learner's trail is slides and answers. */
export const LIFECYCLE = ['launched', 'initialized', 'attempted', 'resumed', 'completed', 'passed', 'failed', 'terminated', 'suspended', 'abandoned', 'waived', 'satisfied'] as const;

/** These say something about a part of a course: the course is named in the context. */
export const PART_VERBS: readonly string[] = ['answered', 'experienced', 'progressed', 'interacted', 'mastered'];

/** Addresses of the verbs with these short names. */
export function verbAddresses(names: readonly string[]): string[] {
  return Object.keys(VERBS).filter((address) => names.includes(VERBS[address] ?? ''));
}
