/** Names that xAPI and its profiles fix, and the few that are ours, as our statements use them (xapi.md 3 and 4). */

export const XAPI_VERSION = '1.0.3';

/** By the short name that reports use. */
export const VERBS = {
  initialized: 'http://adlnet.gov/expapi/verbs/initialized',
  experienced: 'http://adlnet.gov/expapi/verbs/experienced',
  answered: 'http://adlnet.gov/expapi/verbs/answered',
  progressed: 'http://adlnet.gov/expapi/verbs/progressed',
  completed: 'http://adlnet.gov/expapi/verbs/completed',
  passed: 'http://adlnet.gov/expapi/verbs/passed',
  failed: 'http://adlnet.gov/expapi/verbs/failed',
  terminated: 'http://adlnet.gov/expapi/verbs/terminated',
} as const;
export type VerbName = keyof typeof VERBS;

export const ACTIVITY_TYPES = {
  course: 'http://adlnet.gov/expapi/activities/course',
  part: 'http://adlnet.gov/expapi/activities/module',
  question: 'http://adlnet.gov/expapi/activities/cmi.interaction',
  objective: 'http://adlnet.gov/expapi/activities/objective',
} as const;

/** 0..100, whole. */
export const PROGRESS_EXTENSION = 'https://w3id.org/xapi/cmi5/result/extensions/progress';

/** Ours: a domain reserved for examples, which never leads anywhere, because nobody has to look them up. */
const OWN = 'https://lectern.example/xapi';
export const PROFILE = `${OWN}/profile`;
export const PROFILE_VERSION = `${PROFILE}/v1`;
/** Context: what the author calls the version, and the hash of the content, so that a result names the very words. */
export const VERSION_EXTENSION = `${OWN}/extensions/version`;
export const BUILD_EXTENSION = `${OWN}/extensions/build`;

/** Addresses of a course's parts, below its own. */
export const partId = (iri: string, lesson: string, part: number): string => `${iri}/lessons/${lesson}/parts/${part}`;
export const questionId = (iri: string, item: string): string => `${iri}/questions/${item}`;
export const objectiveId = (iri: string, objective: string): string => `${iri}/objectives/${objective}`;

/** Bytes and number of statements that go into one request, and bytes that a closing page may have on its way (64 KiB in all). */
export const BATCH = { statements: 25, bytes: 48_000 } as const;
export const KEEPALIVE_BYTES = 60_000;
