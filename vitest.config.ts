// Where tests live and how they run: unit tests on source, then the built package in a real browser.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // Most of the time of a small file went into loading what it tests: a worker loads that once. What a test changes outside itself it puts back.
          isolate: false,
          setupFiles: ['test/setup.ts'],
          include: ['{src,manifest,test}/**/*.test.ts'],
          exclude: ['test/browser/**', '**/node_modules/**'],
          // A machine that does much else is slow, not wrong; what must be quick says so itself.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'browser',
          // A worker has one browser for all its files.
          isolate: false,
          globalSetup: ['test/browser/setup.ts'],
          // After the unit tests, so that timing is the page's own, and three files at a time even on two cores: much of it is waiting.
          sequence: { groupOrder: 1 },
          maxWorkers: 3,
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 240_000,
          // What the LMS is told while a page closes arrives when the browser comes to it.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
