/** An LMS's sequencer (scorm-again's) for a course whose lessons are launched one by one: what it makes of their results, and which it would open now. */
import { Scorm2004API } from 'scorm-again/min';
import type { ActivitySettings } from '../activity-tree.ts';

/** By unit, what it last told of itself: status, score and how it was left. */
export type UnitResults = Readonly<Record<string, Record<string, unknown>>>;

export interface Standing {
  /** '' for what was never said. A course that was begun, and of which rollup says nothing as long as a lesson was never opened, is "in progress". */
  completion: string;
  success: string;
  /** 0..1; null = none. */
  score: number | null;
  /** The LMS would open it now. */
  open: boolean;
}

/** Quiet: nothing is sent anywhere. */
const QUIET = { autocommit: false, logLevel: 5 } as const;

/** What the sequencer writes to the console is said in the panels too. */
export const sequencing = (activities: ActivitySettings): { activityTree: ActivitySettings; logLevel: 'error' } => ({ activityTree: structuredClone(activities), logLevel: 'error' });

/** The sequencer's state after these visits, in the order of the list, as text for another one of the same course. */
export function stateAfter(activities: ActivitySettings, results: UnitResults): string {
  return replayed(activities, results).api.serializeSequencingState();
}

/** Of the course and of each unit, by their ids. */
export function standings(activities: ActivitySettings, results: UnitResults): Map<string, Standing> {
  const { api, choices, visits } = replayed(activities, results);
  const all = [activities, ...unitsOf(activities)].map(({ id }): [string, Standing] => {
    const { completionStatus, successStatus, score } = api.getActivityTrackingData(id) ?? { completionStatus: '', successStatus: '', score: null };
    const begun = id === activities.id && visits > 0 ? 'in progress' : '';
    return [id, { completion: said(completionStatus) || begun, success: said(successStatus), score, open: choices().get(id) ?? false }];
  });
  return new Map(all);
}

const said = (status: string): string => (status === 'unknown' || status === 'not attempted' ? '' : status);

const unitsOf = ({ children = [] }: ActivitySettings): ActivitySettings[] => children.flatMap((child) => (child.children === undefined || child.children.length === 0 ? [child] : unitsOf(child)));

/** Each unit visited once and left, as it stands now. One that would not open by then has told the sequencer nothing. */
function replayed(activities: ActivitySettings, results: UnitResults): { api: InstanceType<typeof Scorm2004API>; choices: () => ReadonlyMap<string, boolean>; visits: number } {
  const api = new Scorm2004API({ ...QUIET, sequencing: sequencing(activities) });
  let valid: Readonly<Record<string, string>> = {};
  api.setSequencingEventListeners({ onNavigationValidityUpdate: ({ choice }: { choice: Record<string, string> }) => (valid = choice) });
  const units = unitsOf(activities);
  let visits = 0;
  for (const { id } of units) {
    const result = results[id];
    if (result === undefined || !api.processNavigationRequest('choice', id)) continue;
    if (visits++ > 0) api.reset();
    api.loadFromJSON({ ...result }, 'cmi');
    api.lmsInitialize('');
    api.lmsFinish('');
  }
  // A sequencer that has opened nothing yet cannot be asked.
  const first = visits === 0 ? new Map(units.map(({ id }) => [id, opensFirst(activities, id)])) : null;
  return { api, visits, choices: () => first ?? new Map(units.map(({ id }) => [id, valid[id] === 'true'])) };
}

function opensFirst(activities: ActivitySettings, id: string): boolean {
  return new Scorm2004API({ ...QUIET, sequencing: sequencing(activities) }).processNavigationRequest('choice', id);
}
