/** Runs once before the browser tests: finds the browser, so that no test worker has to. */
import type { TestProject } from 'vitest/node';
import { findBrowser } from './chromium.ts';
import type { FoundBrowser } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    browser: FoundBrowser;
  }
}

export default async function setup(project: TestProject): Promise<void> {
  project.provide('browser', await findBrowser());
}
