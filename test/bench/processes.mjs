// Runs a program cold and says how long it took and how much memory it needed.
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PEAK = new URL('./peak.mjs', import.meta.url).pathname;

/** Wall and user processor time in ms, and peak resident memory in MiB of `node ...args`; throws when it does not exit with 0. */
export function runCold(args, cwd) {
  const report = join(tmpdir(), `lectern-bench-${process.pid}-${Math.random().toString(36).slice(2)}`);
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(process.execPath, ['--import', PEAK, ...args], {
      cwd,
      env: { ...process.env, LECTERN_BENCH_PEAK: report },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', (data) => (errors += data));
    child.on('error', reject);
    child.on('exit', (code) => {
      const ms = performance.now() - begun;
      if (code !== 0) return reject(new Error(`node ${args.join(' ')} exited with ${code}\n${errors}`));
      const { userCPUTime, maxRSS } = JSON.parse(readFileSync(report, 'utf8'));
      rmSync(report);
      resolve({ ms, user: userCPUTime / 1000, mib: maxRSS / 1024 });
    });
  });
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
