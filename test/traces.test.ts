/** One learner's story a folder, told to every driver: the calls it makes are golden files. UPDATE=1 rewrites them and fails. */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { scorm2004 } from '../src/learner/tracking/scorm2004.ts';
import { storyLms } from './traces/lms.ts';
import { tell } from './traces/story.ts';
import type { Story } from './traces/story.ts';

const folder = fileURLToPath(new URL('./traces/', import.meta.url));
const stories = readdirSync(folder).filter((name) => existsSync(`${folder}${name}/story.json`));
const update = process.env['UPDATE'] === '1';
const NO_LMS = { parent: null, opener: null, top: null };

async function trace(story: Story): Promise<string[]> {
  const lines: string[] = [];
  const lms = story.lms && storyLms(story.lms);
  await tell(
    story,
    () => scorm2004(lms ? lms.launch() : NO_LMS),
    (line) => lines.push(...(lms?.takeCalls() ?? []), line),
  );
  return lines;
}

describe('the stories', () => {
  test.each(stories)('%s makes exactly the recorded calls', async (name) => {
    const story = JSON.parse(readFileSync(`${folder}${name}/story.json`, 'utf8')) as Story;
    const golden = `${folder}${name}/scorm2004.txt`;
    const got = `${story.title}\n${(await trace(story)).join('\n')}\n`;
    const expected = existsSync(golden) ? readFileSync(golden, 'utf8') : '';
    if (update && got !== expected) {
      writeFileSync(golden, got);
      expect.fail(`${name}: scorm2004.txt was rewritten; look at it and run again without UPDATE`);
    }
    expect(got).toBe(expected);
  });

  test.each(stories)('%s is accepted by the run-time: no error but "not set yet"', async (name) => {
    const story = JSON.parse(readFileSync(`${folder}${name}/story.json`, 'utf8')) as Story;
    const errors = (await trace(story)).filter((line) => / ! \d+$/.test(line) && !line.endsWith(' ! 403'));
    expect(errors).toEqual([]);
  });

  test('are the eight that every driver must be able to tell', () => {
    const expected = 'fail first-visit no-lms pass resume review-mode tab-hidden-then-exit wrong-then-right';
    expect(stories.toSorted()).toEqual(expect.arrayContaining(expected.split(' ')));
  });
});
