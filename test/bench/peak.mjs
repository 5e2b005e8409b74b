// Loaded into a measured process: leaves its peak memory (KiB) in a file when it ends.
import { writeFileSync } from 'node:fs';

const report = process.env.LECTERN_BENCH_PEAK;
if (report !== undefined) process.on('exit', () => writeFileSync(report, String(process.resourceUsage().maxRSS)));
