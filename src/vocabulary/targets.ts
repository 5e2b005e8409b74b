/** What a course can be packaged for, and what sets one target apart from another: the one table of their names, files and limits. */
import { RESUME_ROOM as SCORM_12_ROOM } from './scorm12.ts';
import { RESUME_ROOM as SCORM_2004_ROOM } from './scorm2004.ts';
import { STATE_ROOM } from './state.ts';

/** In the order in which they are offered and built. */
export const TARGETS = ['scorm2004-4th', 'scorm2004-3rd', 'scorm12', 'cmi5', 'tincan', 'web'] as const;
export type Target = (typeof TARGETS)[number];

/** What may be written after --target: a target, or an older name of one. The package is named by the word that was written. */
export const TARGET_WORDS = [...TARGETS, 'scorm2004'] as const;
export type TargetWord = (typeof TARGET_WORDS)[number];

export const DEFAULT_TARGET: TargetWord = 'scorm2004';

export interface TargetFacts {
  /** As people call it. */
  title: string;
  /** Who speaks for it in the learner's page: a file of `src/learner/drivers`, the only one that its packages carry. */
  driver: 'scorm2004' | 'scorm12' | 'cmi5' | 'tincan' | 'web';
  /** File that introduces the package to an LMS; null where nothing reads one. */
  introduction: 'imsmanifest.xml' | 'cmi5.xml' | 'tincan.xml' | null;
  /** Can launch and track the lessons of a course one by one, with rules for their order. */
  units: boolean;
  /** Carries control documents (XSD, DTD), collected in `dist/control/<target>.zip`. */
  control: boolean;
  /** What the stored progress may take; `bytes` counts UTF-8, `characters` UTF-16 units; `notes` of it are the driver's own. */
  resume: { max: number; unit: 'characters' | 'bytes'; notes: number };
  /** Entries an LMS promises to keep; null = no such promise, and none needed. */
  objectivesMax: number | null;
  interactionsMax: number | null;
  /** What the page may talk to: nothing, or the record store that the launch names. */
  talksTo: 'nothing' | 'record-store';
}

const SCORM_2004 = {
  driver: 'scorm2004',
  introduction: 'imsmanifest.xml',
  units: true,
  control: true,
  resume: SCORM_2004_ROOM,
  objectivesMax: 100,
  interactionsMax: 250,
  talksTo: 'nothing',
} as const;

const XAPI = { units: false, control: false, resume: STATE_ROOM, objectivesMax: null, interactionsMax: null, talksTo: 'record-store' } as const;

export const TARGET_FACTS: Readonly<Record<Target, TargetFacts>> = {
  'scorm2004-4th': { ...SCORM_2004, title: 'SCORM 2004 4th Edition' },
  'scorm2004-3rd': { ...SCORM_2004, title: 'SCORM 2004 3rd Edition' },
  scorm12: { driver: 'scorm12', title: 'SCORM 1.2', introduction: 'imsmanifest.xml', units: false, control: true, resume: SCORM_12_ROOM, objectivesMax: 100, interactionsMax: 250, talksTo: 'nothing' },
  cmi5: { driver: 'cmi5', ...XAPI, title: 'cmi5', introduction: 'cmi5.xml' },
  tincan: { driver: 'tincan', ...XAPI, title: 'Tin Can (xAPI)', introduction: 'tincan.xml' },
  web: { driver: 'web', title: 'web site, without an LMS', introduction: null, units: false, control: false, resume: STATE_ROOM, objectivesMax: null, interactionsMax: null, talksTo: 'nothing' },
};

export function targetOf(word: TargetWord): Target {
  return word === 'scorm2004' ? 'scorm2004-4th' : word;
}

/** Null for a word that names no target. */
export function readTarget(text: string): Target | null {
  const word = TARGET_WORDS.find((known) => known === text);
  return word === undefined ? null : targetOf(word);
}

/** As people call it; a word of another version stands for itself. */
export function targetTitle(word: string): string {
  const target = readTarget(word);
  return target === null ? word : TARGET_FACTS[target].title;
}
