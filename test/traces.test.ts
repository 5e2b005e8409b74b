/** One learner's story a folder, told to every driver: the calls it makes are golden files. UPDATE=1 rewrites them and fails. */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { SCORM_12, SCORM_2004, scormStage } from './traces/lms.ts';
import { besideStage, cmi5Stage, tincanStage, webStage } from './traces/store.ts';
import { tell } from './traces/story.ts';
import type { Learner, Stage, Story } from './traces/story.ts';

const folder = fileURLToPath(new URL('./traces/', import.meta.url));
const stories = readdirSync(folder).filter((name) => existsSync(`${folder}${name}/story.json`));
const update = process.env['UPDATE'] === '1';

/** Every driver with the LMS it speaks to. */
const STAGES: Record<string, (learner: Learner | null) => Stage> = {
  scorm2004: (learner) => scormStage(SCORM_2004, learner),
  scorm12: (learner) => scormStage(SCORM_12, learner),
  cmi5: cmi5Stage,
  tincan: tincanStage,
  web: webStage,
  beside: besideStage,
};

const storyOf = (name: string): Story => JSON.parse(readFileSync(`${folder}${name}/story.json`, 'utf8')) as Story;

async function trace(story: Story, stage: Stage): Promise<string[]> {
  const lines: string[] = [];
  await tell(story, stage, (line) => lines.push(line));
  return lines;
}

describe.each(Object.entries(STAGES))('%s', (standard, stage) => {
  test.each(stories)('%s makes exactly the recorded calls', async (name) => {
    const story = storyOf(name);
    const golden = `${folder}${name}/${standard}.txt`;
    const got = `${story.title}\n${(await trace(story, stage(story.learner))).join('\n')}\n`;
    const expected = existsSync(golden) ? readFileSync(golden, 'utf8') : '';
    if (update && got !== expected) {
      writeFileSync(golden, got);
      expect.fail(`${name}: ${standard}.txt was rewritten; look at it and run again without UPDATE`);
    }
    expect(got).toBe(expected);
  });

  test.each(stories)('%s is accepted by the LMS: no error but "not set yet"', async (name) => {
    const story = storyOf(name);
    const lines = await trace(story, stage(story.learner));
    const errors = lines.filter((line) => (/ ! \d+$/.test(line) && !line.endsWith(' ! 403')) || / -> (?:[45]\d\d .*)$/.test(line));
    // A second launch ends the first session, so that its window can say nothing more; and an LMS in trouble says that it is.
    const expected = (line: string): boolean => (name === 'second-window' && line.includes('8.1.2.0-2')) || (name === 'lms-in-trouble' && / ! 391$| -> 503 /.test(line));
    expect(errors.filter((line) => !expected(line))).toEqual([]);
  });
});

test('there is a story for everything that befalls a learner', () => {
  const expected = 'browse-mode course-updated fail first-visit language-switch lms-in-trouble new-attempt no-lms pass quiz-retaken resume resume-after-crash retake review-after-pass review-mode second-window tab-hidden-then-exit time-limit wrong-then-right';
  expect(stories.toSorted()).toEqual(expected.split(' '));
});
