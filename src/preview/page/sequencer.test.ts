/** What the preview's LMS makes of lessons that it opens one by one. */
import '../../../test/traces/window.ts';
import { Scorm2004API } from 'scorm-again';
import { beforeAll, describe, expect, it } from 'vitest';
import { scorm2004Manifest } from '../../../manifest/scorm2004.ts';
import { sampleCourse, sampleFiles } from '../../../test/standards/sample-course.ts';
import { unitName, unitPage } from '../../vocabulary/units.ts';
import { activityTree, type ActivitySettings } from '../activity-tree.ts';
import { sequencing, standings, stateAfter, type UnitResults } from './sequencer.ts';

const FIRST = 'item-phishing-basics.l1.1';
const SECOND = 'item-phishing-basics.l1.2';
const COURSE = 'organization-phishing-basics';
const PASSED = { completion_status: 'completed', success_status: 'passed', score: { raw: '80', scaled: '0.8' }, exit: 'suspend' };
const BEGUN = { completion_status: 'incomplete', exit: 'suspend' };
const FAILED = { completion_status: 'completed', success_status: 'failed', score: { raw: '20', scaled: '0.2' }, exit: 'normal' };

function activitiesOf(order: 'one-by-one' | 'free'): Promise<ActivitySettings> {
  const course = { ...sampleCourse({ passMark: 0.75 }), units: { order, place: { file: 'course.yaml', start: { line: 1, column: 1 }, end: { line: 1, column: 2 } } } };
  const files = course.lessons.map(({ id }) => ({ path: unitPage(id), content: new Uint8Array(), unit: unitName(course.id, id) }));
  return activityTree(scorm2004Manifest(course, [...sampleFiles().filter(({ path }) => path !== 'index.html'), ...files]).xml);
}

let activities: ActivitySettings;
beforeAll(async () => {
  activities = await activitiesOf('one-by-one');
});

const opened = (results: UnitResults): boolean[] => [FIRST, SECOND].map((id) => standings(activities, results).get(id)?.open ?? false);

describe('lessons one by one', () => {
  it('the first is open from the beginning, the next once the one before is passed, and both for good', () => {
    expect(opened({})).toEqual([true, false]);
    expect(opened({ [FIRST]: BEGUN })).toEqual([true, false]);
    expect(opened({ [FIRST]: FAILED })).toEqual([true, false]);
    expect(opened({ [FIRST]: PASSED })).toEqual([true, true]);
    expect(opened({ [FIRST]: PASSED, [SECOND]: BEGUN })).toEqual([true, true]);
  });

  it('the course is what its lessons make of it', () => {
    expect(standings(activities, {}).get(COURSE)).toMatchObject({ completion: '', success: '', score: null });
    expect(standings(activities, { [FIRST]: PASSED }).get(COURSE)).toMatchObject({ completion: 'in progress', success: '' });
    expect(standings(activities, { [FIRST]: PASSED, [SECOND]: BEGUN }).get(COURSE)).toMatchObject({ completion: 'incomplete', success: '' });
    expect(standings(activities, { [FIRST]: PASSED, [SECOND]: PASSED }).get(COURSE)).toMatchObject({ completion: 'completed', success: 'passed', score: 0.8 });
  });

  it('what was opened against the order counts once it is in order', () => {
    expect(standings(activities, { [SECOND]: PASSED }).get(COURSE)?.completion).toBe('');
    expect(standings(activities, { [FIRST]: PASSED, [SECOND]: PASSED }).get(SECOND)).toMatchObject({ completion: 'completed', success: 'passed' });
  });

  it('another sequencer goes on from the state', () => {
    const api = new Scorm2004API({ autocommit: false, logLevel: 5, sequencing: sequencing(activities) });
    expect(api.deserializeSequencingState(stateAfter(activities, { [FIRST]: PASSED }))).toBe(true);
    expect(api.processNavigationRequest('choice', SECOND)).toBe(true);
  });
});

it('in free order all are open', async () => {
  const free = await activitiesOf('free');
  for (const results of [{}, { [SECOND]: BEGUN }]) expect([FIRST, SECOND].map((id) => standings(free, results).get(id)?.open)).toEqual([true, true]);
});
