/** An LMS that launches cmi5 courses, with a store that refuses what ADL's player refuses, and a page that was launched. */
import { shortVerb } from '../../src/preview/lrs/cmi5-rules.ts';
import { Lrs, type Cmi5Terms } from '../../src/preview/lrs/lrs.ts';
import { cmi5 } from '../../src/learner/tracking/xapi/cmi5.ts';
import type { Opening, SaveOutcome, Tracker } from '../../src/learner/tracking/tracker.ts';
import { course } from './course.ts';
import { counted, ENDPOINT, memoryDrawer, type StoreSetting, type StoreWindow } from './store.ts';

export const actor = { objectType: 'Agent', account: { homePage: 'https://lms.example', name: 'u-17' } };
export const terms: Cmi5Terms = { publisherId: 'https://example.org/unit', activityId: 'https://lms.example/a/1', registration: '00000000-0000-4000-8000-0000000000aa', actor, mastery: 0.8 };

export function lms(options: ConstructorParameters<typeof Lrs>[0] = {}) {
  const uuid = counted();
  let clock = Date.UTC(2026, 0, 2);
  const now = (): number => (clock += 10);
  const lrs = new Lrs({ now, ids: uuid, strict: true, ...options });
  const lines: string[] = [];
  const setting: StoreSetting = { now, uuid, drawer: memoryDrawer(), hear: (line) => lines.push(line) };
  return { lrs, lines, setting, launch: (changes: Partial<Cmi5Terms> = {}) => lrs.launchCmi5(ENDPOINT, { ...terms, ...changes }) };
}

/** The driver, open, with what it said about its saves. */
export async function begin(window: StoreWindow): Promise<{ tracker: Tracker; heard: SaveOutcome[]; opening: Opening }> {
  const tracker = cmi5(window, course);
  const heard: SaveOutcome[] = [];
  tracker.onSettled?.((outcome) => heard.push(outcome));
  const opening = await tracker.open();
  await window.idle();
  return { tracker, heard, opening };
}

export const verbs = (lrs: Lrs): string[] => lrs.statements.map(shortVerb);
