/** Schedules that once broke the promise, each in the fewest steps: found by chance among very many, kept so that chance is not needed again. */
import { expect, test } from 'vitest';
import { parsed, run } from './schedule.ts';

test.each([
  ['a window that was opened for review stores its older record', 'scorm2004, code 101: answer bias false | on commit-once | on wrong-mode | answer bias true | second-window | answer bias false'],
  ['a window opened for review waits behind one that works', 'scorm12, code 101: on wrong-mode | launch 0 | all-well | second-window | answer bias false | launch 0'],
  ['a newer window whose LMS page takes nothing ends its record', 'scorm2004, code 101: answer bias false | on commit-always | answer bias true | on set-false | second-window | launch 0'],
  ['a newer window whose LMS page takes nothing saves', 'scorm2004, code 101: answer bias false | on commit-always | answer bias true | on set-false | second-window | read 1 | hide | off set-false | off commit-always'],
  ['a window that gave way tries to store its progress once more', 'tincan, code 101: on lrs-429 | second-window | answer bias false | all-well | read 1 | hide | wait 1'],
])('%s', async (_, line) => {
  const { broken } = await run(parsed(line));
  expect(broken).toEqual([]);
});
