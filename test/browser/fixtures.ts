/** The test function of the browser tests: one browser for each worker, one LMS for each package a test opens. */
import type { Browser } from 'playwright-core';
import { inject, test as base } from 'vitest';
import { startBrowser } from './chromium.ts';
import { Lms } from './lms.ts';

interface Fixtures {
  /** Of this worker; tried twice, and started again when it died. */
  browsers: { get(): Promise<Browser> };
  /** Empty at the end of each file. */
  browser: Browser;
  /** Starts an LMS that has imported this zip (bytes or path); it is stopped after the test. */
  lmsWith: (zip: Uint8Array | string) => Promise<Lms>;
}

export const test = base.extend<Fixtures>({
  browsers: [
    // vitest reads the names of the fixtures needed from this pattern.
    async ({}, use) => {
      let running: Browser | null = null;
      await use({
        async get() {
          if (running?.isConnected() !== true) running = await startBrowser(inject('browser')).catch(() => startBrowser(inject('browser')));
          return running;
        },
      });
      await (running as Browser | null)?.close();
    },
    { scope: 'worker' },
  ],
  browser: [
    async ({ browsers }, use) => {
      const browser = await browsers.get();
      await use(browser);
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { scope: 'file' },
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
