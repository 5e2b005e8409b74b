/** LMSs by name: which target suits each, and what is known about it, with where it is known from. */
import type { Target } from './targets.ts';

export interface Claim {
  text: string;
  /** `measured`: packages were run in it; `read`: in its source code; `reported`: said by its maker or its users, not tried. */
  kind: 'measured' | 'read' | 'reported';
  source: string;
}

export interface LmsProfile {
  title: string;
  target: Target;
  /** Why this target and no other. */
  why: Claim;
  /** What is recorded, and what to mind. */
  claims: readonly Claim[];
}

const MOODLE = 'Moodle 4.2.3, Chromium 156';
const ILIAS = 'ILIAS 5.4.21, its SCORM 2004 player, Chromium 156';

export const LMS_PROFILES = {
  moodle: {
    title: 'Moodle',
    target: 'scorm12',
    why: { kind: 'measured', source: MOODLE, text: 'The report of interactions shows answers of SCORM 1.2 only; those of SCORM 2004 stand under “Track details”.' },
    claims: [
      { kind: 'measured', source: MOODLE, text: 'Frame and new window both work, through the chain of parent windows.' },
      { kind: 'measured', source: MOODLE, text: 'After completion a relaunch is for review; writing would still be accepted, so the course itself writes nothing then.' },
      { kind: 'measured', source: MOODLE, text: 'A manifest with a mastery score turns a half-finished course into “failed”; packages of Lectern have none in SCORM 1.2.' },
      { kind: 'measured', source: MOODLE, text: 'Stored progress may have 64,000 characters, and 4,096 in strict mode; the package stays below 4,096 bytes.' },
      { kind: 'read', source: 'mod/scorm/datamodels/scorm_12.js', text: 'The grade is score.raw as it stands; a share alone would be 0.' },
      { kind: 'read', source: 'mod/scorm', text: 'Each answer posts about ten form fields; on hosts with max_input_vars=1000 the rest of a very long list is dropped.' },
      { kind: 'reported', source: 'docs.moodle.org, SCORM FAQ', text: 'SCORM 2004 is not supported as a whole; sequencing is not implemented. Frames on iOS give trouble: choose a new window there.' },
    ],
  },
  ilias: {
    title: 'ILIAS',
    target: 'scorm2004-4th',
    why: { kind: 'measured', source: ILIAS, text: 'Its SCORM 2004 player takes the package with answers, objectives and 64,000 characters of progress; its SCORM 1.2 player keeps 4,096.' },
    claims: [
      { kind: 'measured', source: ILIAS, text: 'What is set only while the page closes is lost in Chromium; the course saves after every answer, so that nothing waits for the end.' },
      { kind: 'measured', source: ILIAS, text: 'One rejected id of an answer makes all later answers fail; ids of Lectern have letters, digits, dot, hyphen and underscore only.' },
      { kind: 'measured', source: ILIAS, text: 'The mode stays “normal” after completion.' },
      { kind: 'reported', source: 'ILIAS-eLearning/ILIAS#2770', text: 'The loss while closing is known there.' },
    ],
  },
  docebo: {
    title: 'Docebo',
    target: 'scorm2004-3rd',
    why: { kind: 'reported', source: 'help.docebo.com, article 360020128479', text: 'SCORM 1.2 and SCORM 2004 3rd Edition are taken; the second keeps 64,000 characters of progress instead of 4,096.' },
    claims: [
      { kind: 'reported', source: 'help.docebo.com, article 360020128479', text: 'Sequencing is not supported; the package needs none.' },
      { kind: 'reported', source: 'help.docebo.com', text: 'Zips that hold files a server could run (.php, .py, .sh, .jsp …) are refused; Lectern refuses to pack them.' },
    ],
  },
  cornerstone: {
    title: 'Cornerstone',
    target: 'scorm2004-3rd',
    why: { kind: 'reported', source: 'help.csod.com, Create New Publication', text: 'SCORM 2004 3rd Edition is the edition implemented.' },
    claims: [
      { kind: 'reported', source: 'adaptlearning/adapt_framework#2222', text: 'A Commit while the page closes answers nothing; the course ends with Terminate alone, which saves by itself.' },
      { kind: 'reported', source: 'adaptlearning/adapt_framework#2604', text: 'A status told before the score reports 0; the course tells the score first.' },
      { kind: 'reported', source: 'help.csod.com', text: 'A side menu is shown beside the course; it has one entry.' },
    ],
  },
  successfactors: {
    title: 'SAP SuccessFactors Learning',
    target: 'scorm2004-3rd',
    why: { kind: 'reported', source: 'SAP KBA 3403728', text: 'SCORM 2004 is played with its sequencing rules; which editions is not said there, and the 3rd is taken wherever the 4th is.' },
    claims: [
      { kind: 'reported', source: 'SAP KBA 3403728', text: 'Without the rule that the content decides, leaving marks a course complete; the manifest has that rule.' },
      { kind: 'reported', source: 'SAP KBA 2805176 and 2808684', text: 'The course may run below pages of another origin; the search for the API goes on past them.' },
      { kind: 'reported', source: 'SAP KBA 2978409', text: 'The session of the suite ends after 30 minutes without a sign; what could not be saved is said, and tried again.' },
      { kind: 'reported', source: 'idnet.bayer.com', text: 'Addresses are case-sensitive and take no special characters; names in the package are plain small letters.' },
    ],
  },
  scormcloud: {
    title: 'SCORM Cloud',
    target: 'scorm2004-4th',
    why: { kind: 'reported', source: 'scorm.com (Rustici Engine)', text: 'All standards are played in full; the 4th Edition tells most.' },
    claims: [
      { kind: 'reported', source: 'support.scorm.com, article 206169336', text: 'A time with a zone but without a fraction of a second is refused; times of Lectern have two decimals.' },
      { kind: 'reported', source: 'support.scorm.com', text: 'Progress of learners is lost when a course is moved instead of given a new version.' },
    ],
  },
  blackboard: {
    title: 'Blackboard Learn',
    target: 'scorm2004-4th',
    why: { kind: 'reported', source: 'scorm.com (Rustici Engine)', text: 'It plays SCORM with the engine of SCORM Cloud.' },
    claims: [{ kind: 'reported', source: 'PreTeXtBook/pretext#3040', text: 'Progress that is too long is dropped as a whole without a word; the build proves that it fits.' }],
  },
  canvas: {
    title: 'Canvas',
    target: 'scorm2004-4th',
    why: { kind: 'reported', source: 'scorm.com (Rustici Engine)', text: 'Its SCORM tool is built on the engine of SCORM Cloud.' },
    claims: [{ kind: 'reported', source: 'PreTeXtBook/pretext#3040', text: 'Times that end in Z without a fraction are refused, and setting “completed” half-way ends a single attempt: allow several attempts.' }],
  },
  chamilo: {
    title: 'Chamilo',
    target: 'scorm12',
    why: { kind: 'reported', source: 'chamilo/chamilo-lms#1948', text: 'SCORM 1.2 only, as of 2017.' },
    claims: [{ kind: 'reported', source: 'chamilo/chamilo-lms#3076', text: 'Results at the closing of a tab were lost; the course saves after every answer.' }],
  },
  latitude: {
    title: 'Latitude Learning',
    target: 'scorm2004-3rd',
    why: { kind: 'reported', source: 'Latitude’s help pages', text: 'SCORM 2004 up to the 3rd Edition.' },
    claims: [],
  },
} as const satisfies Record<string, LmsProfile>;

export type LmsName = keyof typeof LMS_PROFILES;
export const LMS_NAMES = Object.keys(LMS_PROFILES) as LmsName[];

export function isLms(text: string): text is LmsName {
  return Object.hasOwn(LMS_PROFILES, text);
}
