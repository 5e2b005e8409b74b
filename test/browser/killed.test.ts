/**
 * kill -9 of the whole browser while learners answer. For each target one browser with a tab for each moment in which it may strike; then the
 * course is opened elsewhere, where there is only what the LMS stored, and at last in a new browser on the same profile.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, FrameLocator, Page, Route } from 'playwright-core';
import { expect, inject } from 'vitest';
import { held, inTurns, isDone, left, openCourse, type Place, serve, showQuestions, type Target } from './desk.ts';
import { test } from './fixtures.ts';
import { startOwnBrowser } from './own-browser.ts';

/** Visits at once after a browser was killed. */
const AT_ONCE = 2;

const ESSAY = 'Because the crust must brown, and the water in the crumb';

/** Sends that belong to an answer: a commit, or a POST of statements that has one among them. */
const tellsAnAnswer = (route: Route): boolean => /"(?:interactions":\{"0"|result":"(?:in)?correct|interactions":\[\{)|\/answered"/.test(route.request().postData() ?? '');

/** Where the answer is when the browser dies. Before it: everything that leads there. */
interface Moment {
  name: string;
  /** What becomes of the first request that tells the answer; null: it goes its way. */
  send: ((route: Route) => Promise<void>) | null;
  reach(tab: Tab): Promise<void>;
  /** Answers that the LMS must hold: elsewhere, and at last on the same computer. */
  elsewhere: number;
  here: number;
}

interface Tab {
  page: Page;
  course: FrameLocator;
  /** The request that tells the answer was met. */
  met: Promise<void>;
  learner: string;
}

const press = async ({ course }: Tab): Promise<void> => {
  await course.getByRole('radio', { name: 'Carbon dioxide' }).check();
  // The page may stand still until the LMS answers, which it never does.
  course.getByRole('button', { name: 'Check answer' }).click().catch(() => undefined);
};

const MOMENTS: Moment[] = [
  {
    name: 'typing',
    send: null,
    async reach(tab) {
      await tab.course.getByRole('link', { name: /^Question 4 of/ }).click();
      await tab.course.getByRole('textbox').pressSequentially(ESSAY);
      await onDisk(tab, 'drafts\n', ESSAY);
    },
    elsewhere: 0,
    here: 0,
  },
  {
    name: 'told and not stored',
    send: () => Promise.resolve(),
    async reach(tab) {
      await press(tab);
      await tab.met;
      await onDisk(tab, '', '"kind":"answered"');
    },
    elsewhere: 0,
    here: 1,
  },
  {
    name: 'stored and not answered',
    send: async (route) => void (await route.fetch()),
    async reach(tab) {
      await press(tab);
      await tab.met;
      await onDisk(tab, '', '"kind":"answered"');
    },
    elsewhere: 1,
    here: 1,
  },
  {
    name: 'refused and kept',
    send: (route) => route.fulfill({ status: 500, body: '{"result":false,"errorCode":391}', headers: { 'access-control-allow-origin': '*' } }),
    async reach(tab) {
      await press(tab);
      await tab.course.locator('.keeping').filter({ hasText: 'kept in this browser' }).waitFor({ state: 'attached' });
    },
    elsewhere: 0,
    here: 1,
  },
  {
    name: 'saved',
    send: null,
    async reach(tab) {
      await press(tab);
      await tab.course.getByRole('button', { name: 'Next question' }).waitFor();
      await tab.course.locator('[data-kind="saved"]:not([data-pending])').waitFor({ state: 'attached' });
    },
    elsewhere: 1,
    here: 1,
  },
];

/** These words are in the learner's place of this browser's database, as another tab sees it. */
async function onDisk({ page, learner }: Tab, place: string, words: string): Promise<void> {
  const other = await page.context().newPage();
  await other.goto(new URL('/back', page.url()).href);
  const read = (): Promise<string> =>
    other.evaluate(
      (key) =>
        new Promise<string>((resolve) => {
          const opened = indexedDB.open('lectern work');
          opened.onsuccess = () => {
            const found = opened.result.transaction('work').objectStore('work').get(key);
            found.onsuccess = () => {
              opened.result.close();
              resolve(String(found.result));
            };
          };
        }),
      `${place}every-item ${learner}`,
    );
  await expect.poll(read).toContain(words);
}

async function openTab(context: BrowserContext, place: Place, { name, send }: Moment): Promise<Tab> {
  const learner = name.replaceAll(' ', '-');
  let meet = (): void => undefined;
  const met = new Promise<void>((resolve) => (meet = resolve));
  const opened = await openCourse(context, place, learner, [], async (page) => {
    page.setDefaultTimeout(60_000);
    if (send === null) return;
    await page.route(/\/commit\?|\/lrs\/statements/, async (route) => {
      if (!tellsAnAnswer(route)) return route.continue();
      await send(route);
      meet();
    });
  });
  return { ...opened, met, learner };
}

/** Opens the course as any learner does, and leaves it again. */
async function visit(context: BrowserContext, place: Place, learner: string, look: (course: FrameLocator) => Promise<void> = () => Promise.resolve()): Promise<void> {
  const { page, course } = await openCourse(context, place, learner);
  page.setDefaultTimeout(60_000);
  await course.locator('[data-kind="saved"]').waitFor({ state: 'attached' });
  await look(course);
  await course.getByRole('button', { name: 'Save and exit' }).click();
  await left(course).waitFor();
  await page.close();
}

async function draft(course: FrameLocator): Promise<string> {
  await showQuestions(course);
  await course.getByRole('link', { name: /^Question 4 of/ }).click();
  return course.getByRole('textbox').inputValue();
}

async function story(browser: Browser, target: Target, zip: string): Promise<string[]> {
  const place = await serve(target, zip);
  const profile = await mkdtemp(join(tmpdir(), 'lectern-profile-'));
  const problems: string[] = [];
  const expectHeld = (where: string, learner: string, count: number): void => {
    const found = held(place, learner);
    if (found.length !== count) problems.push(`${target}, ${learner}, ${where}: ${found.length} answers instead of ${count}`);
    if (isDone(place, learner)) problems.push(`${target}, ${learner}, ${where}: done without reason`);
  };
  const first = await startOwnBrowser(inject('browser'), profile);
  try {
    const tabs = await Promise.all(MOMENTS.map(async (moment) => ({ moment, tab: await openTab(first.context, place, moment) })));
    await Promise.all(tabs.map(async ({ moment, tab }) => {
      await showQuestions(tab.course);
      await moment.reach(tab);
    }));
  } finally {
    await first.kill();
  }
  const elsewhere = await browser.newContext();
  await inTurns(MOMENTS, AT_ONCE, async ({ name, elsewhere: count }) => {
    const learner = name.replaceAll(' ', '-');
    expectHeld('killed', learner, count);
    await visit(elsewhere, place, learner, async (course) => {
      if (name === 'typing' && (await draft(course)) !== '') problems.push(`${target}: a draft on another computer`);
    });
    expectHeld('elsewhere', learner, count);
  });
  await elsewhere.close();
  const again = await startOwnBrowser(inject('browser'), profile);
  try {
    await inTurns(MOMENTS, AT_ONCE, async ({ name, here }) => {
      const learner = name.replaceAll(' ', '-');
      await visit(again.context, place, learner, async (course) => {
        if (name === 'typing') {
          const kept = await draft(course);
          if (kept !== ESSAY) problems.push(`${target}: of the draft "${kept}" is left`);
        }
      });
      expectHeld('here', learner, here);
    });
  } finally {
    await again.close();
  }
  await place.server.stop();
  await rm(profile, { recursive: true });
  return problems;
}

test.for(['scorm2004', 'scorm12', 'cmi5'] as const)('%s: a browser killed at any moment of an answer', { timeout: 300_000 }, async (target, { browser }) => {
  const packages = inject('packages');
  expect(await story(browser, target, target === 'scorm2004' ? packages.everyItem : packages.everyItemFor[target])).toEqual([]);
});
