/** Schedules that once broke the promise, each in the fewest steps: found by chance among very many, kept so that chance is not needed again. */
import { expect, test } from 'vitest';
import { parsed } from './commands.ts';
import { run } from './schedule.ts';

test.each([
  ['a window that was opened for review stores its older record', 'scorm2004, code 101: answer bias false | on commit-once | on wrong-mode | answer bias true | second-window | answer bias false'],
  ['a window opened for review waits behind one that works', 'scorm12, code 101: on wrong-mode | launch 0 | all-well | second-window | answer bias false | launch 0'],
  ['a newer window whose LMS page takes nothing ends its record', 'scorm2004, code 101: answer bias false | on commit-always | answer bias true | on set-false | second-window | launch 0'],
  ['a newer window whose LMS page takes nothing saves', 'scorm2004, code 101: answer bias false | on commit-always | answer bias true | on set-false | second-window | read 1 | hide | off set-false | off commit-always'],
  ['a window that gave way tries to store its progress once more', 'tincan, code 101: on lrs-429 | second-window | answer bias false | all-well | read 1 | hide | wait 1'],
  ['an older window ends its record after the newer one told what was left of an earlier visit', 'scorm2004, code 101: on expired | launch 0 | answer bias true | on storage | launch 0 | all-well | answer bias false | second-window | hide | second-window | answer bias false'],
  ['the progress is lost, and a list that goes on from its start loses the answers before', 'scorm12, code 101: answer bias false | lose-progress | launch 0 | essays | launch 0 | essays'],
  ['the progress is lost, and an answer after that is taken for one before', 'scorm2004, code 101: answer bias false | on set-false | lose-progress | on returns-one | launch 0 | answer bias false | close-tab'],
  ['the progress is lost, and a lower score is told', 'scorm2004, code 101: the-rest | lose-progress | on mode-unset | on set-false | launch 0 | answer bias false'],
  ['the score that an LMS holds cannot be read for a while, and a lower one is told after that', 'scorm12, code 101: the-rest | lose-progress | on expired | launch 0 | answer why false | answer bias false | wait 1'],
  ['that the course is open is confirmed, and taken for progress', 'cmi5, code 101: on lrs-lost | new-attempt | launch 0 | wait 6 | on lrs-401 | answer bias true | exit'],
  ['an older window is confirmed at last, and empties what the newer one keeps', 'tincan, code 101: on lrs-429 | answer bias true | wait 21 | second-window | answer act true | off lrs-429 | wait 1 | crash | launch 0'],
  ['an LMS begins to cut long progress and the last save is the first that meets it', 'scorm2004, code 101: essays | launch 1 | on truncates | read 1 | exit'],
  ['an LMS cuts long progress when it stores it, and only the next launch meets it', 'scorm2004, code 101: essays | on cut-later | read 1 | launch 1 | read 2 | exit'],
  ['each window hands on twice as many objectives as it found, until they take the room of the answers', 'scorm2004, code 101: on offline | essays | second-window | second-window | second-window | second-window | second-window | second-window | hide | launch 0 | on no-api'],
  ['answers are told again under numbers that the LMS has given to others, and are taken for those', 'scorm2004, code 101: essays | on expired | launch 0 | on limit-4096 | essays | second-window | close-tab | essays | on no-api'],
])('%s', async (_, line) => {
  const { broken } = await run(parsed(line));
  expect(broken).toEqual([]);
});
