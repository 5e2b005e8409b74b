// `npm run bench`: what Lectern costs to build and to open, beside the floor measured in the same run.
import { mkdtempSync, readFileSync, readdirSync, rmSync, cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LECTERN, measureBuild, writeCourse } from './build.mjs';
import { measureLaunch, unzip } from './launch.mjs';
import { measureInteractions } from './interact.mjs';
import { measureComponents, measureModules } from './modules.mjs';
import { runCold } from './processes.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Figures of seven other tools on a lesson of the same size, as measured in November 2026 on a machine with two cores. */
const PEERS = {
  build1: 'RapidCMI5 4.8, schorm 4.0 (no reporting)',
  build1000: 'CourseCode 6.5',
  code: 'Lernkit 116,881',
  requests: 'Lernkit 14',
  slowFcp: 'Lernkit 1.6',
  slowAnswerable: 'Lernkit 1,476',
  zip: 'Lernkit 144,383',
};

const args = new Set(process.argv.slice(2));
const runs = args.has('--quick') ? 3 : 7;
const number = (value, digits = 0) => value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits });
const print = (label, ours, peer = '') => console.log(`${label.padEnd(52)}${ours.padStart(22)}   ${peer}`);

async function buildFiles(path, cwd) {
  const out = mkdtempSync(join(tmpdir(), 'lectern-bench-out-'));
  await runCold([LECTERN, 'build', path, '--out', out], cwd);
  const bytes = readFileSync(join(out, readdirSync(out)[0]));
  rmSync(out, { recursive: true });
  return { bytes, files: await unzip(bytes), packed: packedSizes(bytes) };
}

/** What each file of a package takes in it, the largest first; control documents and captions are summed up. */
function packedSizes(zip) {
  const sizes = new Map();
  // The list of files, whose place stands in the last 22 bytes.
  for (let at = zip.readUInt32LE(zip.length - 6); zip.readUInt32LE(at) === 0x02014b50; ) {
    const length = zip.readUInt16LE(at + 28);
    const path = zip.toString('utf8', at + 46, at + 46 + length);
    const name = /\.(xsd|dtd)$/.test(path) ? 'control documents' : /\.vtt$/.test(path) ? 'captions' : path;
    sizes.set(name, (sizes.get(name) ?? 0) + zip.readUInt32LE(at + 20));
    at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  const inside = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  return [...sizes, ['names and places of files', zip.length - inside]].sort(([, one], [, other]) => other - one);
}

function printPackage(name, { bytes, packed }, peer) {
  print(`package, ${name}: zip bytes`, number(bytes.length), peer);
  for (const [file, size] of packed.filter(([, each]) => each >= 500)) print(`  ${file}`, number(size));
}

/** A course of this project, copied so that its lock file stays as it is. */
async function buildCourse(name, work) {
  cpSync(join(here, '../../content', name), join(work, name), { recursive: true });
  return buildFiles(name, work);
}

async function interactions() {
  const work = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
  try {
    const { files } = await buildCourse('every-question', work);
    print('press to next paint, processor four times slower', 'ms (least)');
    for (const { what, ms, least } of await measureInteractions(files, runs)) print(`  ${what}`, `${number(ms)} (${number(least)})`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function builds() {
  for (const [lessons, times] of [[1, runs], [100, Math.min(runs, 3)], [1000, args.has('--quick') ? 1 : 3]]) {
    const { lectern, floor, ratio } = await measureBuild(lessons, times);
    print(`build ${lessons} lesson${lessons === 1 ? '' : 's'}, cold, ÷ floor`, `${number(ratio, 2)}`, lessons === 1 ? PEERS.build1 : lessons === 1000 ? PEERS.build1000 : '');
    print(`  seconds (floor)`, `${number(lectern.ms / 1000, 2)} (${number(floor.ms / 1000, 2)})`);
    print(`  processor seconds (floor)`, `${number(lectern.user / 1000, 2)} (${number(floor.user / 1000, 2)})`);
    print(`  peak MiB (floor)`, `${number(lectern.mib)} (${number(floor.mib)})`);
    print(`  zip bytes (floor)`, `${number(lectern.zip)} (${number(floor.zip)})`, lessons === 1 ? PEERS.zip : '');
  }
}

async function launches() {
  const work = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
  try {
    cpSync(join(here, 'lesson.md'), join(work, 'lesson.md'));
    writeCourse(join(work, 'course'), 100);
    const one = await buildFiles('lesson.md', work);
    const many = await buildFiles('course', work);
    const floor = new Map([['index.html', readFileSync(join(here, 'floor/index.html'))]]);
    const flagship = await buildCourse('ai-security-foundations', work);
    const still = new Map([['index.html', String(flagship.files.get('index.html')).replace(/<script\b[^>]*\bsrc=[^>]*><\/script>/g, '')]]);
    const [floorPage, lesson, course, whole, silent] = await measureLaunch(
      [{ name: 'floor', files: floor }, { name: '1 lesson', files: one.files }, { name: '100 lessons', files: many.files }, { name: 'flagship', files: flagship.files }, { name: 'flagship, no script', files: still }],
      runs,
    );
    printPackage('1 lesson', one, PEERS.zip);
    printPackage('flagship', flagship);
    for (const [row, page] of [[lesson, floorPage], [course, floorPage], [whole, silent]]) {
      print(`launch, ${row.name}: requests`, number(row.requests), PEERS.requests);
      print('  bytes, gzip (floor)', `${number(row.bytes)} (${number(page.bytes)})`);
      print('  scripts to the first question, gzip', number(row.code));
      print('  scripts and styles to the first question, gzip', number(row.code + row.styles), PEERS.code);
      print('  script after it, gzip', number(row.record));
      print('  first paint ms (floor)', `${number(row.fcp)} (${number(page.fcp)})`);
      print('  first paint throttled ÷ floor', number(row.slowFcp / page.slowFcp, 2), PEERS.slowFcp);
      print('  first paint throttled ms (floor)', `${number(row.slowFcp)} (${number(page.slowFcp)})`);
      print('  first question answerable ms', number(row.answerable));
      print('  first question answerable throttled ms', number(row.slowAnswerable), PEERS.slowAnswerable);
      print('  its answer can be recorded, throttled ms', number(row.slowRecordable));
      print('  LMS calls at launch', number(row.calls), '6 to 100');
      print('  layout shift, worst', number(row.shift, 4));
      print('  longest task at start ms', number(row.task));
      print('  longest task at start, throttled ms (least; floor)', `${number(row.slowTask)} (${number(row.leastSlowTask)}; ${number(page.slowTask)})`);
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

console.log(`medians of ${runs} alternating runs; peers as measured elsewhere, read the ratios\n`);
async function modules() {
  for (const { script, bytes, modules: shares } of await measureModules()) {
    print(`${script} before it is joined, gzip`, number(bytes));
    for (const { file, bytes: share } of shares.slice(0, 25)) print(`  ${file}`.slice(0, 64), number(share));
  }
  components();
}

function components() {
  print('each component, where a course uses it, gzip', '');
  for (const { file, bytes } of measureComponents()) print(`  ${file}`, number(bytes));
}

if (args.has('--modules')) {
  await modules();
  process.exit();
}
const chosen = ['--build', '--launch', '--press'].filter((name) => args.has(name));
const wanted = (name) => chosen.length === 0 || chosen.includes(name);
if (wanted('--build')) await builds();
if (wanted('--launch')) await launches();
if (wanted('--press')) await interactions();
if (chosen.length === 0) components();
