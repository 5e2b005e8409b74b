/** Runs once before the browser tests: finds the browser and builds the packages, so that no test worker has to. */
import { rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { findBrowser } from './chromium.ts';
import type { FoundBrowser } from './chromium.ts';
import { buildPackages } from './packages.ts';
import type { Packages } from './packages.ts';

declare module 'vitest' {
  interface ProvidedContext {
    browser: FoundBrowser;
    packages: Packages;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('browser', await findBrowser());
  const { folder, packages } = await buildPackages();
  project.provide('packages', packages);
  return () => rm(folder, { recursive: true, force: true });
}
