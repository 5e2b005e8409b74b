// Walks in engines that no package brings along; run by hand (run.mjs).
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/other-browsers/*.walk.ts'],
    testTimeout: 180_000,
    hookTimeout: 300_000,
    // One display and one driver: windows behind others are asleep.
    fileParallelism: false,
    expect: { poll: { timeout: 15_000 } },
  },
});
