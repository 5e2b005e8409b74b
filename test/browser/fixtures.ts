/** The test function of the browser tests: one browser for each worker, one LMS for each package a test opens. */
import type { Browser } from 'playwright-core';
import { inject, test as base } from 'vitest';
import { startBrowser } from './chromium.ts';
import { Lms } from './lms.ts';

interface Fixtures {
  browser: Browser;
  /** Starts an LMS that has imported this zip (bytes or path); it is stopped after the test. */
  lmsWith: (zip: Uint8Array | string) => Promise<Lms>;
}

export const test = base.extend<Fixtures>({
  browser: [
    // vitest reads the names of the fixtures needed from this pattern.
    async ({}, use) => {
      const browser = await startBrowser(inject('browser'));
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  lmsWith: async ({ browser }, use) => {
    const started: Lms[] = [];
    await use(async (zip) => {
      const lms = await Lms.start(browser, zip);
      started.push(lms);
      return lms;
    });
    await Promise.all(started.map((lms) => lms.stop()));
  },
});
