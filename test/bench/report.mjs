// Reports over millions of invented statements: the command from Parquet and from NDJSON, and a plain Node program beside it.
// `npm run bench:report [-- 1000000]` names another number of statements; files go to a folder of their own and are kept while it runs.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const count = Number(process.argv[2] ?? 5_000_000);
const folder = mkdtempSync(join(process.env.LECTERN_BENCH ?? tmpdir(), 'lectern-bench-report-'));
const at = (name) => join(folder, name);
const dist = resolve(process.env.LECTERN_DIST ?? 'dist');
const AS_OF = '2026-11-01';
const LIMITS = { parquet: 6, ndjson: 30, megabytes: 1536 };

/** Seconds, seconds of the processors' time, which other programs do not lengthen, and the most memory, in MB, of a program of ours. */
function run(...words) {
  return new Promise((done, fail) => {
    const before = performance.now();
    const child = spawn(process.execPath, words, { cwd: folder, stdio: ['ignore', words[1] === 'compare' ? 'inherit' : 'ignore', 'inherit'] });
    let most = 0;
    let busy = 0;
    const watch = setInterval(() => {
      most = Math.max(most, resident(child.pid));
      busy = Math.max(busy, processor(child.pid));
    }, 50);
    child.on('exit', (code) => {
      clearInterval(watch);
      if (code === 0) done({ seconds: (performance.now() - before) / 1000, busy, megabytes: most });
      else fail(new Error(`${words.join(' ')} left with ${code}`));
    });
  });
}

function resident(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    // The process has just ended, or this is no Linux.
    return 0;
  }
}

/** Linux counts in hundredths of a second. */
function processor(pid) {
  try {
    const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ').slice(11, 13);
    return (Number(user) + Number(system)) / 100;
  } catch {
    // As above.
    return 0;
  }
}

const best = async (times, work) => {
  const all = [];
  for (let time = 0; time < times; time += 1) all.push(await work());
  return all.sort((a, b) => a.seconds - b.seconds)[0];
};

const text = { name: 'sql', setup: (tool) => tool.onLoad({ filter: /\.sql$/ }, ({ path }) => ({ contents: readFileSync(path, 'utf8'), loader: 'text' })) };
const bare = { name: 'raw', setup: (tool) => tool.onResolve({ filter: /\.sql\?raw$/ }, ({ path, resolveDir }) => ({ path: join(resolveDir, path.replace('?raw', '')) })) };
const parts = resolve('node_modules/.lectern-bench-report.mjs');
await build({ entryPoints: ['test/bench/report-parts.ts'], bundle: true, platform: 'node', format: 'esm', outfile: parts, external: ['@duckdb/node-api'], plugins: [bare, text], logLevel: 'error' });

try {
  await run(parts, 'generate', '-', at('s.ndjson'), String(count));
  console.log(`${count.toLocaleString('en')} statements, ${Math.round(statSync(at('s.ndjson')).size / 2 ** 20)} MB of NDJSON, ${cpus().length} cores`);
  const convert = await run(parts, 'parquet', at('s.ndjson'), at('parquet'));
  console.log(`NDJSON to Parquet: ${convert.seconds.toFixed(1)} s, ${Math.round(sizeOf(at('parquet')) / 2 ** 20)} MB`);
  const report = (data, out) => run(join(dist, 'lectern.js'), 'report', 'completion', '--data', data, '--as-of', AS_OF, '--format', 'csv', '--out', out);
  const parquet = await best(3, () => report(at('parquet'), at('p.csv')));
  const ndjson = await best(2, () => report(at('s.ndjson'), at('n.csv')));
  const plain = await run(parts, 'plain', at('s.ndjson'), at('plain.txt'), String(Date.parse(AS_OF)));
  const line = (name, { seconds, busy, megabytes }, limit) => console.log(`${name.padEnd(24)} ${seconds.toFixed(1).padStart(6)} s  ${busy.toFixed(1).padStart(6)} s of the processors  ${Math.round(megabytes).toString().padStart(6)} MB${limit === undefined ? '' : `  (at most ${limit} s, ${LIMITS.megabytes} MB)`}`);
  line('report from Parquet', parquet, LIMITS.parquet);
  line('report from NDJSON', ndjson, LIMITS.ndjson);
  line('plain Node program', plain);
  console.log(`plain program : NDJSON : Parquet = ${(plain.seconds / parquet.seconds).toFixed(1)} : ${(ndjson.seconds / parquet.seconds).toFixed(1)} : 1`);
  await agreement();
  await growth({ parquet, ndjson }, report);
  if (parquet.seconds > LIMITS.parquet || ndjson.seconds > LIMITS.ndjson || Math.max(parquet.megabytes, ndjson.megabytes) > LIMITS.megabytes) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
  rmSync(parts, { force: true });
}

function sizeOf(path) {
  return readdirSync(path, { recursive: true, encoding: 'utf8' }).reduce((sum, name) => sum + (name.endsWith('.parquet') ? statSync(join(path, name)).size : 0), 0);
}

/** A fifth of the statements should take a fifth of the time, or somewhat more because starting costs the same. */
async function growth(whole, report) {
  await run(parts, 'generate', '-', at('fifth.ndjson'), String(Math.ceil(count / 5)));
  await run(parts, 'parquet', at('fifth.ndjson'), at('fifth'));
  for (const kind of ['parquet', 'ndjson']) {
    const { seconds } = await best(2, () => report(at(kind === 'parquet' ? 'fifth' : 'fifth.ndjson'), at('fifth.csv')));
    console.log(`a fifth of it from ${kind.padEnd(8)} ${seconds.toFixed(1)} s: five times the statements take ${(whole[kind].seconds / seconds).toFixed(1)} times as long`);
  }
}

/** Both reports are the same file byte for byte, and every cell is that of the plain program; the comparison prints its own line. */
async function agreement() {
  const [fromParquet, fromNdjson] = await Promise.all(['p.csv', 'n.csv'].map((name) => hashOf(at(name))));
  if (fromParquet !== fromNdjson) process.exitCode = 1;
  console.log(`the reports from Parquet and from NDJSON are ${fromParquet === fromNdjson ? 'the same, byte for byte' : 'DIFFERENT'}`);
  await run(parts, 'compare', at('p.csv'), at('plain.txt'));
}

async function hashOf(path) {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(path)) hash.update(bytes);
  return hash.digest('hex');
}
