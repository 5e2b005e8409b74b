/** What the LMS knows after a learner answered: every value, in the strictest format that LMSs accept (scorm.md 3.1, 7). */
import { expect, inject } from 'vitest';
import { test } from './fixtures.ts';
import { Learner } from './learner.ts';
import type { ApiCall } from './lms.ts';
import { answerEverything, missEverything } from './stories.ts';

const DURATION = /^PT(\d+H)?(\d+M)?\d+(\.\d{1,2})?S$/;
const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d\dZ)?$/;
const OPTION_ID = /^[A-Za-z0-9_.]{1,250}$/;
const ITEM_ID = /^[A-Za-z0-9_.-]{1,250}$/;

/** Elements set, in order, without the call's other details. */
const written = (calls: ApiCall[]): [element: string, value: string][] =>
  calls.filter((call) => call.method === 'SetValue').map((call) => [call.args[0] ?? '', call.args[1] ?? '']);

/** The values of one entry of a collection, without the entry's own prefix. */
function entry(values: Record<string, string>, prefix: string): Record<string, string> {
  const own = Object.entries(values).filter(([name]) => name.startsWith(`${prefix}.`));
  return Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length + 1), value]));
}

/** The entry of `cmi.objectives` that has this id. */
function objective(values: Record<string, string>, id: string | undefined): Record<string, string> {
  const name = Object.keys(values).find((element) => /^objectives\.\d+\.id$/.test(element) && values[element] === id);
  return entry(values, (name ?? 'none.').replace(/\.id$/, ''));
}

const ids = (text: string | undefined): string[] => (text ?? '').split('[,]').sort();

test('one learner, one miss, then everything right: status, score and every answer', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const launch = await lms.launch();
  await expect.poll(() => launch.calls('Commit').length).toBeGreaterThan(0);
  expect(lms.values()).toMatchObject({ completion_status: 'incomplete', success_status: 'unknown' });
  await new Learner(launch).readEverything();
  const learner = await answerEverything(launch);
  await learner.sees('You scored 100% — pass mark 80%');
  await learner.sees('passed, 100%');
  await learner.exit();
  await expect.poll(() => lms.stored().terminated).toBe(true);

  const values = lms.values();
  expect(values).toMatchObject({
    completion_status: 'completed',
    success_status: 'passed',
    'score.scaled': '1',
    'score.raw': '100',
    'score.min': '0',
    'score.max': '100',
    progress_measure: '1',
    exit: 'suspend',
    location: expect.stringMatching(/^.{1,1000}$/),
    suspend_data: expect.stringMatching(/^[^]{1,4096}$/),
    session_time: expect.stringMatching(DURATION),
  });
  expectInteractions(values);
  expectObjectives(values);
  expect(launch.complaints()).toEqual([]);
});

function expectInteractions(values: Record<string, string>): void {
  const all = [0, 1, 2, 3, 4].map((index) => entry(values, `interactions.${index}`));
  expect(entry(values, 'interactions.5')).toEqual({});
  for (const one of all) {
    expect(one['id']).toMatch(ITEM_ID);
    expect(one['timestamp']).toMatch(TIMESTAMP);
    expect(one['latency']).toMatch(DURATION);
  }
  const [miss, gas, hold, survives, oven] = all;
  const prompt = 'Which gas makes a dough rise?';
  expect(miss).toMatchObject({ type: 'choice', result: 'incorrect', weighting: '2', description: expect.stringContaining(prompt) });
  expect(gas).toMatchObject({ id: miss?.['id'], type: 'choice', result: 'correct', weighting: '2' });
  expect(miss?.['learner_response']).toMatch(OPTION_ID);
  expect(gas?.['learner_response']).toMatch(OPTION_ID);
  expect(gas?.['correct_responses.0.pattern']).toBe(gas?.['learner_response']);
  expect(miss?.['correct_responses.0.pattern']).toBe(gas?.['learner_response']);
  expect(miss?.['learner_response']).not.toBe(gas?.['learner_response']);
  expect(hold).toMatchObject({ type: 'choice', result: 'correct', weighting: '2' });
  expect(ids(hold?.['learner_response'])).toHaveLength(2);
  expect(ids(hold?.['correct_responses.0.pattern'])).toEqual(ids(hold?.['learner_response']));
  const no = { learner_response: 'false', 'correct_responses.0.pattern': 'false' };
  expect(survives).toMatchObject({ type: 'true-false', result: 'correct', weighting: '1', ...no });
  expect(oven).toMatchObject({ type: 'long-fill-in', result: 'neutral', learner_response: expect.stringContaining('The crust has to brown') });
  expect(oven?.['weighting'] ?? '0').toBe('0');
}

function expectObjectives(values: Record<string, string>): void {
  const yeast = values['interactions.0.objectives.0.id'];
  const oven = values['interactions.3.objectives.0.id'];
  expect(yeast).toMatch(ITEM_ID);
  expect(oven).not.toBe(yeast);
  for (const id of [yeast, oven]) {
    expect(objective(values, id)).toMatchObject({ 'score.scaled': '1', success_status: 'passed', completion_status: 'completed' });
  }
  expect(objective(values, yeast)['description']).toContain('what yeast does');
  expect(Object.values(values).filter((value) => /^lectern\.build\.[0-9a-f]{12}$/.test(value))).toHaveLength(1);
}

test('the LMS refuses nothing, nothing is sent twice, and calls come in the right order', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const launch = await lms.launch();
  const learner = await answerEverything(launch);
  await learner.exit();
  const calls = await launch.settled();

  const refused = calls.filter((call) => ['Initialize', 'SetValue', 'Commit', 'Terminate'].includes(call.method) && call.result !== 'true');
  expect(refused).toEqual([]);
  expect(calls.filter((call) => call.method === 'Initialize')).toHaveLength(1);
  expect(calls.filter((call) => call.method === 'Terminate')).toHaveLength(1);
  const speaking = calls.filter((call) => call.method !== 'GetLastError').map((call) => call.method);
  expect(speaking[0]).toBe('Initialize');
  expect(speaking.at(-1)).toBe('Terminate');
  expect(speaking.at(-2)).not.toBe('Commit');

  const last = new Map<string, string>();
  const again = written(calls).filter(([element, value]) => {
    const same = last.get(element) === value;
    last.set(element, value);
    return same;
  });
  expect(again).toEqual([]);

  const elements = written(calls);
  const position = (element: string, value: string): number => elements.findIndex(([name, set]) => name === element && set === value);
  expect(position('cmi.completion_status', 'incomplete')).toBeGreaterThan(-1);
  // Four of five points are the pass mark.
  expect(position('cmi.score.scaled', '0.8')).toBeGreaterThan(-1);
  expect(position('cmi.success_status', 'passed')).toBeGreaterThan(position('cmi.score.scaled', '0.8'));
  expect(position('cmi.success_status', 'passed')).toBeLessThan(position('cmi.score.scaled', '1'));
  for (const index of [0, 1, 2, 3, 4]) {
    const own = elements.map(([name]) => name).filter((name) => name.startsWith(`cmi.interactions.${index}.`)).map((name) => name.split('.')[3]);
    expect(own.slice(0, 2)).toEqual(['id', 'type']);
  }
});

test('each answer is committed before the next one is given', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const launch = await lms.launch();
  const learner = new Learner(launch);
  await learner.open('Check');
  await learner.choose('Oxygen');
  await learner.check();
  await expect.poll(() => lms.values()).toMatchObject({ 'interactions.0.result': 'incorrect', completion_status: 'incomplete', success_status: 'unknown' });
  expect(lms.stored().terminated).toBe(false);
  await learner.press('Try again');
  await learner.choose('Carbon dioxide');
  await learner.check();
  await expect.poll(() => lms.values()).toMatchObject({ 'interactions.1.result': 'correct' });
});

test('all attempts spent below the pass mark: failed, and not before', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const launch = await lms.launch();
  const learner = await missEverything(launch);
  await expect.poll(() => lms.values()).toMatchObject({ success_status: 'failed', 'score.scaled': '0', 'score.raw': '0' });
  const statuses = written(await launch.settled()).filter(([element]) => element === 'cmi.success_status').map(([, value]) => value);
  expect(statuses.at(-1)).toBe('failed');
  expect(statuses.slice(0, -1)).not.toContain('failed');
  const failedAt = written(await launch.settled()).findIndex(([element, value]) => element === 'cmi.success_status' && value === 'failed');
  const lastAnswer = written(await launch.settled()).findIndex(([element]) => element === 'cmi.interactions.4.id');
  expect(failedAt).toBeGreaterThan(lastAnswer);
  await learner.press('I do not know');
  await expect.poll(() => lms.values()).toMatchObject({ 'interactions.5.result': 'neutral' });
  expect(launch.complaints()).toEqual([]);
});

test('a learner who leaves after one right answer has not failed, also where the LMS judges the score by itself', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const learner = new Learner(await lms.launch());
  await learner.open('Check');
  await learner.choose('Carbon dioxide');
  await learner.check();
  await learner.exit();
  await expect.poll(() => lms.stored().terminated).toBe(true);
  // At Terminate an LMS sets passed or failed from score.scaled and the pass mark of the manifest (RTE 4.2.22).
  expect(lms.values()).toMatchObject({ 'score.raw': '40', success_status: 'unknown' });
});

test('a relaunch in a fresh browser brings back the place, the answers and the score', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const first = await lms.launch();
  await (await answerEverything(first)).exit();
  await expect.poll(() => lms.stored().terminated).toBe(true);
  const before = lms.values();
  await first.closeTab();

  const second = await lms.launch();
  const learner = new Learner(second);
  await learner.sees('You stopped at');
  expect(await learner.button('Start again').isVisible()).toBe(true);
  await learner.press('Continue');
  await learner.open('Check');
  await learner.frame.getByRole('link', { name: /^Question 1 of 4/ }).click();
  await learner.sees('Yeast breathes out carbon dioxide');
  await learner.sees('Your answer');
  expect(await learner.button('Check answer').isVisible()).toBe(false);
  await learner.frame.getByRole('link', { name: /^Question 4 of 4/ }).click();
  await learner.sees('The crust has to brown');
  await learner.press('See results');
  await learner.sees('You scored 100%');
  await learner.exit();
  await expect.poll(() => lms.stored().terminated).toBe(true);
  const after = lms.values();
  for (const name of Object.keys(before).filter((name) => /^(interactions|objectives|score)\.|_status$/.test(name))) {
    expect([name, after[name]]).toEqual([name, before[name]]);
  }
  expect(Object.keys(after).filter((name) => name.startsWith('interactions.5.'))).toEqual([]);
  expect(second.complaints()).toEqual([]);
});

test('the LMS sets another pass mark than the course, and the page goes by it', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  lms.course.passingScore = '1';
  const launch = await lms.launch();
  const learner = await answerEverything(launch);
  await learner.sees('pass mark 100%');
});

test('review mode shows everything and writes nothing', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const launch = await lms.launch({ mode: 'review' });
  const learner = new Learner(launch);
  await learner.sees('Nothing you do here changes your record');
  await learner.open('Check');
  await learner.choose('Oxygen');
  await learner.check();
  await learner.exit();
  const calls = await launch.settled();
  expect(written(calls)).toEqual([]);
  expect(calls.filter((call) => call.method === 'Commit')).toEqual([]);
  expect(launch.complaints()).toEqual([]);
});
