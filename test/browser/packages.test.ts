/** What every package must hold to in an LMS: its own files only, few of them, few calls, no policy broken. */
import { expect, inject } from 'vitest';
import { test } from './fixtures.ts';
import { Learner } from './learner.ts';
import type { ApiCall, Launch } from './lms.ts';
import type { Packages } from './packages.ts';
import { answerEverything } from './stories.ts';

/** GetLastError asks nothing of the LMS. */
const counted = (calls: ApiCall[]): ApiCall[] => calls.filter((call) => call.method !== 'GetLastError');

const listed = (calls: ApiCall[]): string => calls.map((call) => `${call.method} ${call.args.join(' ')}`).join('\n');

/** Every call until the line is quiet; nobody has touched anything yet. */
async function launched(launch: Launch): Promise<ApiCall[]> {
  await expect.poll(() => launch.calls('GetValue').length).toBeGreaterThan(0);
  await launch.page.waitForLoadState('networkidle');
  return counted(await launch.settled());
}

const ALL: Exclude<keyof Packages, 'everyItemFor' | 'everyQuestionIn'>[] = ['everyItem', 'threeLessons', 'pasted', 'pastedTwin', 'arabic', 'one', 'thirty', 'flagship'];

test.for(ALL)('%s: at most four requests and sixteen calls at launch, no policy broken, nothing asked of anyone else', async (name, { lmsWith }) => {
  const lms = await lmsWith(inject('packages')[name]);
  const launch = await lms.launch();
  const calls = await launched(launch);
  expect(calls.length, listed(calls)).toBeLessThanOrEqual(16);
  expect(launch.requests.length).toBeLessThanOrEqual(4);
  expect(launch.requests).toContain('index.html');
  expect(launch.complaints()).toEqual([]);
});

/** What is said of the reading goes out with whatever comes next, an answer or not, as soon as the learner has looked long enough. */
const READING = /^cmi\.(location|progress_measure|completion_status)$/;

test('launching a course of thirty lessons takes the same calls and requests as one of one lesson, and so does an answer', async ({ lmsWith }) => {
  const costs = [];
  for (const name of ['one', 'thirty'] as const) {
    const lms = await lmsWith(inject('packages')[name]);
    const launch = await lms.launch();
    const atLaunch = (await launched(launch)).map((call) => call.method);
    const requests = launch.requests.length;
    const learner = new Learner(launch);
    if (name === 'thirty') await learner.openLesson('Number 1');
    await learner.open('Check');
    await learner.choose('The number 1001');
    const before = counted(await launch.settled()).length;
    await learner.check();
    await expect.poll(() => lms.values()['interactions.0.result']).toBe('incorrect');
    const answer = counted(await launch.settled()).slice(before);
    expect(answer.length).toBeLessThanOrEqual(20);
    costs.push({ atLaunch, requests, answer: answer.map((call) => call.args[0]).filter((element) => !READING.test(element ?? '')) });
  }
  expect(costs[1]?.atLaunch).toEqual(costs[0]?.atLaunch);
  expect(costs[1]?.answer).toEqual(costs[0]?.answer);
  expect(costs[1]?.requests).toBeLessThanOrEqual(costs[0]?.requests ?? 0);
});

test('a relaunch with everything answered stays within the calls of a launch', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const first = await lms.launch();
  await (await answerEverything(first)).exit();
  await expect.poll(() => lms.stored().terminated).toBe(true);
  const calls = await launched(await lms.launch());
  expect(calls.length, listed(calls)).toBeLessThanOrEqual(16);
});

test('every answer costs at most twenty calls, a second try and the one that completes and passes the course included', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const launch = await lms.launch();
  await new Learner(launch).readEverything();
  await answerEverything(launch);
  await expect.poll(() => lms.values()).toMatchObject({ completion_status: 'completed', success_status: 'passed' });
  const calls = counted(await launch.settled());
  const costs: string[][] = [[]];
  for (const call of calls) {
    costs.at(-1)?.push(`${call.method} ${call.args[0] ?? ''}`);
    if (call.method === 'Commit') costs.push([]);
  }
  const answers = costs.filter((cost) => cost.some((call) => call.includes('cmi.interactions.') && call.endsWith('.id')));
  expect(answers).toHaveLength(5);
  for (const cost of answers) expect(cost.length, cost.join('\n')).toBeLessThanOrEqual(20);
});

test('the policy forbids connections, foreign sources and anything inline but its own styles', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const launch = await lms.openAlone();
  const policy = await launch.frame().locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toContain("connect-src 'none'");
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toContain('unsafe');
  const tried = await launch.frame().evaluate(async () => {
    const button = document.createElement('button');
    button.setAttribute('onclick', 'window.inlineRan = true');
    document.body.append(button);
    button.click();
    const fetched = await fetch('/lms/state?launch=0').then(
      () => 'fetched',
      () => 'blocked',
    );
    return { fetched, inline: 'inlineRan' in window };
  });
  expect(tried).toEqual({ fetched: 'blocked', inline: false });
});

test('a title with markup characters arrives as text in the manifest, the page and the record', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  expect(lms.course.title).toBe(`R&D <"5'>`);
  const launch = await lms.launch();
  await expect.poll(() => launch.frame().getByRole('heading', { level: 1 }).textContent()).toBe(`Baking & proofing <"5'>`);
  expect(await launch.frame().title()).toContain(`Baking & proofing <"5'>`);
});

test('a pasted lesson without any marks plays, and its production notes are nowhere in the package', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').pasted);
  for (const [path, content] of lms.course.files) {
    expect([path, /thermal picture|Skip to content/.test(Buffer.from(content).toString('utf8'))]).toEqual([path, false]);
  }
  const launch = await lms.launch();
  const learner = new Learner(launch);
  await learner.sees('The cluster is a living stove');
  await learner.open('Check');
  await learner.choose('False');
  expect(await learner.check()).toMatch(/^Correct/);
  await learner.sees('the outer ones keep still and insulate');
  await learner.next(2);
  await learner.press('I do not know');
  await learner.sees('Because damp air condenses under the lid');
  await expect.poll(() => lms.values()).toMatchObject({ 'interactions.0.type': 'true-false', 'interactions.1.type': 'long-fill-in' });
  expect(launch.complaints()).toEqual([]);
});
