/**
 * The promise in a real browser: sixty schedules, each a visit with faults that ends in one of five ways, and a visit when all is well, in
 * the preview's LMS or record store. What the page called saved is there, what it called unsaved arrives later, nothing is there twice.
 */
import fc from 'fast-check';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { type Fault, FAULTS } from '../../src/preview/page/faults.ts';
import { held, inTurns, isDone, left, openCourse, type Place, serve, showQuestions, type Target } from './desk.ts';
import { test } from './fixtures.ts';

const TARGETS = ['scorm2004', 'scorm12', 'cmi5', 'tincan'] as const;

type Leave = 'exit' | 'close' | 'remove' | 'crash' | 'open-again';

interface Schedule {
  target: Target;
  faults: Fault[];
  /** Answers in the first visit, one or two. */
  answers: number;
  leave: Leave;
}

/** Schedules at once; most of each is waiting. */
const AT_ONCE = 4;
/** With these a page may keep nothing for later; what was on its way when it was killed is in doubt. */
const KEEPS_NOTHING: readonly Fault[] = ['storage', 'sandboxed', 'killed'];

const offered = (target: Target): Fault[] =>
  FAULTS.filter(({ concerns }) => concerns === 'both' || (concerns === 'api') === target.startsWith('scorm')).flatMap((group) => group.faults.map(({ id }) => id));

/** Every fault of every target at least once, alone or with another one. */
function drawn(): Schedule[] {
  const leaves = fc.constantFrom<Leave>('exit', 'close', 'remove', 'crash', 'open-again');
  return TARGETS.flatMap((target) => {
    const faults = offered(target);
    // Both kinds of package share a driver family: each fault is met by one of the two alone, and by the other with company.
    const mine = faults.filter((_, index) => index % 2 === (target === 'scorm2004' || target === 'cmi5' ? 0 : 1));
    const rest = fc.sample(fc.record({ more: fc.constantFrom(...faults), answers: fc.integer({ min: 1, max: 2 }), leave: leaves }), { numRuns: mine.length, seed: 2026 });
    const alone = mine.map((fault, index): Schedule => ({ target, faults: [fault], answers: rest[index]?.answers ?? 1, leave: rest[index]?.leave ?? 'exit' }));
    const together = rest.slice(0, target.startsWith('scorm') ? 5 : 4).map(({ more, answers, leave }, index): Schedule => ({ target, faults: [...new Set([more, faults[(index * 5 + 1) % faults.length] ?? more])], answers, leave }));
    return [...alone, ...together];
  });
}

test('sixty schedules of faults', { timeout: 600_000 }, async ({ browser }) => {
  const packages = inject('packages');
  const zips: Record<Target, string> = { scorm2004: packages.everyItem, ...packages.everyItemFor };
  const desks = await Promise.all(TARGETS.map(async (target) => [target, await serve(target, zips[target])] as const));
  const places = Object.fromEntries(desks) as Record<Target, Place>;
  const schedules = drawn();
  expect(schedules).toHaveLength(60);
  const broken: string[] = [];
  await inTurns([...schedules.entries()], AT_ONCE, async ([index, schedule]) => {
    const name = `${schedule.target} ${schedule.faults.join('+')} ${schedule.answers} ${schedule.leave}`;
    const found = await run(browser, schedule, places[schedule.target], `learner-${index}`).catch((error: unknown) => [error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)]);
    broken.push(...found.map((what) => `${name}: ${what}`));
  });
  await Promise.all(desks.map(([, { server }]) => server.stop()));
  expect(broken).toEqual([]);
});

async function run(browser: Browser, { faults, answers, leave }: Schedule, place: Place, learner: string): Promise<string[]> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, reducedMotion: 'reduce' });
  context.setDefaultTimeout(60_000);
  const problems: string[] = [];
  try {
    const first = await openCourse(context, place, learner, faults);
    await showQuestions(first.course);
    const given: Said[] = [];
    for (let n = 0; n < answers && !(n > 0 && faults.includes('killed')); n++) given.push(await answer(first.course, n, faults));
    const now = held(place, learner);
    if (given.at(-1) === 'saved' && now.length !== given.length) problems.push(`said "saved" with ${now.length} of ${given.length} answers stored`);
    await go(first.page, first.course, faults.includes('killed') ? 'close' : leave);

    const last = await openCourse(context, place, learner);
    await last.course.locator('[data-kind="saved"]').waitFor({ state: 'attached' });
    await last.course.getByRole('button', { name: 'Save and exit' }).click();
    await left(last.course).waitFor();
    const stored = held(place, learner);
    const owed = given.filter((said) => said === 'saved' || (said === 'unsaved' && !faults.some((fault) => KEEPS_NOTHING.includes(fault)))).length;
    if (stored.length < owed) problems.push(`${stored.length} of ${owed} answers arrived (${given.join(', ')})`);
    if (stored.length > answers || new Set(stored).size < stored.length) problems.push(`doubled: ${stored.join(', ')}`);
    if (isDone(place, learner)) problems.push('completed or passed without reason');
  } finally {
    await context.close();
  }
  return problems;
}

type Said = 'saved' | 'unsaved' | 'nothing';

/** The first question, wrong and then right; gives back what the page then says of it. */
async function answer(course: FrameLocator, n: number, faults: readonly Fault[]): Promise<Said> {
  if (n > 0) await course.getByRole('button', { name: 'Try again' }).click();
  await course.getByRole('radio', { name: n === 0 ? 'Oxygen' : 'Carbon dioxide' }).check();
  await course.getByRole('button', { name: 'Check answer' }).click();
  // Killed while it is told: the frame is gone.
  if (faults.includes('killed')) return 'unsaved';
  await course.locator('[aria-live]').filter({ hasText: /Correct|Not quite/, visible: true }).first().waitFor();
  const state = course.locator('#lectern-save-state:is([data-kind="saved"], [data-kind="trouble"], [data-kind="none"])');
  const quiet = course.locator('.slot-note').filter({ hasText: 'Nothing you do here changes your record' });
  await state.or(quiet).first().waitFor({ state: 'attached' });
  if ((await quiet.count()) > 0) return 'nothing';
  const kind = await state.first().getAttribute('data-kind');
  if (kind !== 'trouble') return kind === 'saved' ? 'saved' : 'nothing';
  // What this browser keeps is on the disk in a moment; the page says when.
  if (!faults.some((fault) => KEEPS_NOTHING.includes(fault))) await course.locator('.keeping').filter({ hasText: 'kept in this browser' }).waitFor({ state: 'attached' });
  return 'unsaved';
}

async function go(page: Page, course: FrameLocator, leave: Leave): Promise<void> {
  if (leave === 'exit' && (await page.locator('iframe[title=Course]').count()) > 0) {
    await course.getByRole('button', { name: 'Save and exit' }).click();
    await left(course).waitFor();
  } else if (leave === 'remove') await page.getByRole('button', { name: 'Take the frame away' }).click();
  else if (leave === 'open-again') await page.getByRole('button', { name: 'Open again' }).click();
  else if (leave === 'crash') {
    const session = await page.context().newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    // It answers only when it could not.
    session.send('Page.crash').catch(() => undefined);
    await crashed;
  }
  await page.close();
}
