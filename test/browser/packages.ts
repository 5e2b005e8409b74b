/** The packages that the browser tests open: built once per run by the real command, from copies of the sources. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

export const root = resolve(import.meta.dirname, '../..');
const sources = join(import.meta.dirname, 'courses');
const run = promisify(execFile);

/** Paths of the built zips. */
export interface Packages {
  everyItem: string;
  /** The same course for every other standard. */
  everyItemFor: Record<'scorm12' | 'cmi5' | 'tincan' | 'web', string>;
  /** Each item type in its finished form, in one lesson. */
  bicycle: string;
  /** A quiz with a time limit, a bank and feedback at its end. */
  timed: string;
  /** What would have been right is shown once the course is passed. */
  review: string;
  /** Two questions of the quiz stand before the text. */
  guess: string;
  threeLessons: string;
  /** Two lessons without text: one of slides and a question, one of a question alone. */
  untold: string;
  /** The same lessons, launched and tracked one by one. */
  lessonUnits: string;
  /** A lone lesson without any marks, as pasted from a page. */
  pasted: string;
  /** Another pasted lesson, in the shape of the first one ever handed in. */
  pastedTwin: string;
  /** Pasted too, and written from right to left. */
  arabic: string;
  /** Each item type in a page from right to left, with interface words from left to right. */
  fromRight: string;
  /** The same lesson once, and thirty times. */
  one: string;
  thirty: string;
  /** Of the course that ships with the project. */
  flagship: string;
  /** Of the course that shows everything, the gallery. */
  everyQuestion: string;
  /** The same by a page that speaks German, and by one from right to left. */
  everyQuestionIn: Record<'de' | 'ar', string>;
  flagshipCmi5: string;
}

/** The folder is the caller's to remove. Throws with the command's own words when something does not build. */
export async function buildPackages(): Promise<{ folder: string; packages: Packages }> {
  if (await isStale()) await buildLectern();
  const folder = await mkdtemp(join(tmpdir(), 'lectern-browser-'));
  try {
    return { folder, packages: await buildInto(folder) };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function buildInto(folder: string): Promise<Packages> {
  await cp(sources, join(folder, 'sources'), { recursive: true });
  await cp(join(root, 'content'), join(folder, 'sources', 'content'), { recursive: true });
  for (const lesson of ['pasted-twin.txt', 'arabic-pasted.txt']) await cp(join(root, 'test', 'lessons', lesson), join(folder, 'sources', lesson));
  await cp(join(sources, 'three-lessons'), join(folder, 'sources', 'lesson-units'), { recursive: true });
  await cp(join(sources, 'bicycle'), join(folder, 'sources', 'from-right'), { recursive: true });
  const fromRight = await readFile(join(sources, 'bicycle', 'bicycle.md'), 'utf8');
  await writeFile(join(folder, 'sources', 'from-right', 'bicycle.md'), fromRight.replace('Duration: 10 min', 'Duration: 10 min · Language: ar'));
  for (const language of ['de', 'ar']) await translate(join(root, 'content', 'every-question'), join(folder, 'sources', `every-question-${language}`), language);
  const course = await readFile(join(sources, 'three-lessons', 'course.yaml'), 'utf8');
  await writeFile(join(folder, 'sources', 'lesson-units', 'course.yaml'), `${course.replace('id: three-lessons', 'id: lesson-units')}packaging: sco-per-lesson\n`);
  for (const count of [1, 30]) await writeRepeated(join(folder, 'sources', `lessons-${count}`), count);
  await writeUntold(join(folder, 'sources', 'untold'));
  const files = new Map<string, string>();
  const build = async (left: [path: string, targets: string][]): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const [path, targets] = next;
      const { packages } = await lectern(['build', join(folder, 'sources', path), '--target', targets, '--out', join(folder, 'packages', path), '--json']);
      for (const { target, file } of packages) files.set(`${path} ${target}`, resolve(folder, file));
    }
  };
  // Each keeps one core busy. Lone lessons share the record of ids in their folder: one at a time.
  const isLone = ([path]: [string, string]): boolean => /\.(?:md|txt)$/.test(path);
  const all = Object.entries(SOURCES);
  const folders = all.filter((each) => !isLone(each));
  await Promise.all([build(folders), build(all.filter(isLone)).then(() => build(folders))]);
  const of = (path: keyof typeof SOURCES, target = 'scorm2004'): string => {
    const file = files.get(`${path} ${target}`);
    if (file === undefined) throw new Error(`No package for ${target} was built from ${path}.`);
    return file;
  };
  return {
    everyItemFor: { scorm12: of('every-item', 'scorm12'), cmi5: of('every-item', 'cmi5'), tincan: of('every-item', 'tincan'), web: of('every-item', 'web') },
    everyItem: of('every-item'),
    bicycle: of('bicycle'),
    timed: of('timed.md'),
    review: of('review.md'),
    guess: of('guess.md'),
    threeLessons: of('three-lessons'),
    untold: of('untold'),
    lessonUnits: of('lesson-units'),
    pasted: of('pasted.txt'),
    pastedTwin: of('pasted-twin.txt'),
    arabic: of('arabic-pasted.txt'),
    fromRight: of('from-right'),
    one: of('lessons-1'),
    thirty: of('lessons-30'),
    flagship: of('content/ai-security-foundations'),
    everyQuestion: of('content/every-question'),
    everyQuestionIn: { de: of('every-question-de'), ar: of('every-question-ar') },
    flagshipCmi5: of('content/ai-security-foundations', 'cmi5'),
  };
}

/** Where each course lies below the folder of sources, and what it is built for; those that take longest come first. */
const SOURCES = {
  'every-item': 'scorm2004,scorm12,cmi5,tincan,web',
  'content/ai-security-foundations': 'scorm2004,cmi5',
  'content/every-question': 'scorm2004',
  'every-question-de': 'scorm2004',
  'every-question-ar': 'scorm2004',
  'lessons-30': 'scorm2004',
  bicycle: 'scorm2004',
  'from-right': 'scorm2004',
  'three-lessons': 'scorm2004',
  'lesson-units': 'scorm2004',
  'timed.md': 'scorm2004',
  'review.md': 'scorm2004',
  'guess.md': 'scorm2004',
  untold: 'scorm2004',
  'pasted.txt': 'scorm2004',
  'pasted-twin.txt': 'scorm2004',
  'arabic-pasted.txt': 'scorm2004',
  'lessons-1': 'scorm2004',
} as const;

/** What `--json` prints, as far as the tests read it. */
export interface BuildReport {
  packages: { target: string; file: string; bytes: number; sha256: string }[];
  diagnostics: { code: string; severity: string; message: string; line: number }[];
}

/** Runs the built command. Its exit code must be 0. */
export async function lectern(args: string[], options: { cwd?: string; env?: Record<string, string> } = {}): Promise<BuildReport> {
  const { stdout } = await run(process.execPath, [join(root, 'dist', 'lectern.js'), ...args], {
    cwd: options.cwd ?? root,
    env: { ...process.env, ...options.env },
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout) as BuildReport;
}

async function buildLectern(): Promise<void> {
  // npm tells where it is when it runs the tests; on Windows it could not be started by name without a shell.
  const npm = process.env['npm_execpath'];
  if (npm === undefined) await run('npm', ['run', 'build'], { cwd: root, shell: process.platform === 'win32' });
  else await run(process.execPath, [npm, 'run', 'build'], { cwd: root });
}

/** True when a source is younger than the built command, or nothing is built. */
async function isStale(): Promise<boolean> {
  const built = join(root, 'dist', 'lectern.js');
  if (!existsSync(built)) return true;
  const since = (await stat(built)).mtimeMs;
  const places = ['src', 'manifest', 'scripts', 'rollup.config.mjs', 'package.json'];
  const newest = await Promise.all(places.map((place) => newestChange(join(root, place))));
  return Math.max(...newest) > since;
}

/** Milliseconds since 1970 of the youngest file at or below a path, tests left out. */
async function newestChange(path: string): Promise<number> {
  const stats = await stat(path);
  if (!stats.isDirectory()) return path.endsWith('.test.ts') ? 0 : stats.mtimeMs;
  const entries = await readdir(path);
  return Math.max(0, ...(await Promise.all(entries.map((entry) => newestChange(join(path, entry))))));
}

/** A copy of a course whose lessons say that they are in another language; their sentences stay as they are. */
async function translate(from: string, to: string, language: string): Promise<void> {
  await cp(from, to, { recursive: true });
  for (const name of (await readdir(to)).filter((each) => /\.(?:md|yaml)$/.test(each))) {
    const text = (await readFile(join(to, name), 'utf8')).replace(/(language: )en(?:-GB)?/gi, `$1${language}`);
    // Numbers are written as the language writes them.
    await writeFile(join(to, name), language === 'de' ? text.replace('± 0.1', '± 0,1') : text);
  }
}

async function writeUntold(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const question = '## Quiz\n\n1. Q: True or false: water is wet.\n   A: True.\n   Why: Whoever touches it knows.\n';
  await writeFile(join(folder, 'course.yaml'), 'id: untold\ntitle: Untold\niri: https://lectern.example/tests/untold\nlanguage: en\nversion: 1.0.0\nlessons: [shown.md, asked.md]\n');
  await writeFile(join(folder, 'shown.md'), `# S1 — Shown\n\n## Slides\n\nSlide 1 — Water\nVisual: title card "Water" with subtitle "Wet"\nNarration: Water is wet.\n\n${question}`);
  await writeFile(join(folder, 'asked.md'), `# S2 — Asked\n\n${question}`);
}

/** A course that holds the same lesson `count` times under other names. */
async function writeRepeated(folder: string, count: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  for (const n of numbers) await writeFile(join(folder, `lesson-${n}.md`), repeatedLesson(n));
  const lessons = numbers.map((n) => `  - lesson-${n}.md`).join('\n');
  await writeFile(
    join(folder, 'course.yaml'),
    `id: lessons-${count}\ntitle: Lessons ${count}\niri: https://lectern.example/tests/lessons-${count}\nlanguage: en\nversion: 1.0.0\nlessons:\n${lessons}\npass-mark: 50%\nminimum-graded: 1\ncertificate: yes\n`,
  );
}

function repeatedLesson(n: number): string {
  return `# N${n} — Number ${n}

## Learning objectives

1. Name the number of lesson ${n}.

## Core content

### The number

This lesson is about the number ${n}.

## Quiz

1. Q: Which number is lesson ${n} about?
   - (x) The number ${n}
   - ( ) The number ${n + 1000}

   Why: The text says so.
   Id: n${n} · Objective: 1 · Attempts: 2
`;
}
