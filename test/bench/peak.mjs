// Loaded into a measured process: leaves its processor time (µs) and peak memory (KiB) in a file when it ends.
import { writeFileSync } from 'node:fs';

const report = process.env.LECTERN_BENCH_PEAK;
if (report !== undefined) {
  process.on('exit', () => {
    const { userCPUTime, maxRSS } = process.resourceUsage();
    writeFileSync(report, JSON.stringify({ userCPUTime, maxRSS }));
  });
}
