/** A long course is built by two threads: the package is the same as from one, and what is wrong is told in the same order. */
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Compiled, compile } from '../src/compiler/compile.ts';
import { writeCourse } from './bench/build.mjs';

const DIST = resolve(process.env['LECTERN_DIST'] ?? 'dist');
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const folder = mkdtempSync(join(tmpdir(), 'lectern-threads-'));

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><path d="M0 0h40v30z"/></svg>';
const BANK = '# Bank\n\n:::bank{#ports}\n\n1. Q: HTTPS uses the port [[443]].\n   Why: It does.\n\n2. Q: SSH uses the port [[22]].\n   Why: So it is.\n\n:::\n';
const FLOW = '```flow\nInput :: a vector (B3)\nOutput :: a number\n```\n';

/** What a lesson may have to do with others, and with files beside it, at the end of every third. */
const MORE = [
  '\n## Key terms\n\n- Bit / blade — the part that turns the lock. See B7.\n',
  '\n## References\n\n[1] A book, [its part](l0004.md#how-a-network-learns), [another](l0016.md#bit), [itself](#core-content).\n',
  `\n## Worked example\n\n![A lock](lock.svg)\n\n${FLOW}\n<kbd>Own</kbd> HTML, and \`code\`.\n\n\`\`\`js\nconst a = 1;\n\`\`\`\n`,
  '\nDraw: 1 from ports.md#ports\n',
  '\n[SLIDE 1]\n\n## Slide outline\n\nSlide 1 — Start\n\n## Slide script\n\n[SLIDE 1]\n\nHere we go. [PAUSE 2]\n',
];

beforeAll(() => {
  writeCourse(join(folder, 'course'), 48);
  writeFileSync(join(folder, 'course/lessons/lock.svg'), PICTURE);
  writeFileSync(join(folder, 'course/lessons/ports.md'), BANK);
  for (let i = 0; i < 48; i += 3) appendFileSync(join(folder, `course/lessons/l${String(i + 1).padStart(4, '0')}.md`), MORE[(i / 3) % MORE.length] ?? '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let alone: Compiled;

it('the bundled command with its thread and the sources without one give the same bytes and the same diagnostics', async () => {
  alone = await compile(join(folder, 'course'), { targets: ['scorm2004'], draft: false, dist: DIST, version });
  expect(alone.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  isTheSame(join(DIST, 'lectern.js'), 'out');
}, 120_000);

it('what a thread does not finish is done without it', () => {
  const other = join(folder, 'installed');
  cpSync(DIST, join(other, 'dist'), { recursive: true });
  cpSync('package.json', join(other, 'package.json'));
  symlinkSync(resolve('node_modules'), join(other, 'node_modules'), 'junction');
  renameSync(join(other, 'dist/cli/second-thread.js'), join(other, 'dist/cli/whole.js'));
  const faulty = "import { parentPort } from 'node:worker_threads';\nimport './whole.js';\nparentPort.on('message', ({ kind }) => { if (kind === 'write') throw new Error('out of order'); });\n";
  writeFileSync(join(other, 'dist/cli/second-thread.js'), faulty);
  isTheSame(join(other, 'dist/lectern.js'), 'out-without');
}, 120_000);

function isTheSame(command: string, out: string): void {
  rmSync(join(folder, 'course/lectern.lock.json'), { force: true });
  const { stdout, stderr } = spawnSync(process.execPath, [command, 'build', 'course', '--out', out, '--json'], { cwd: folder, encoding: 'utf8', timeout: 100_000 });
  expect(stderr).toBe('');
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; line: number; file: string }[] };
  expect(diagnostics.map(({ code, line, file }) => `${file.replace(/^course\//, '')} ${line} ${code}`)).toEqual(alone.diagnostics.map(({ code, line, file }) => `${file} ${line} ${code}`));
  const [built] = alone.packages;
  expect(readFileSync(join(folder, out, built?.name ?? '')).equals(built?.bytes ?? new Uint8Array())).toBe(true);
}
