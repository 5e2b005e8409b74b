/** `lectern build`: compiles, writes the package beside its place, and tells what came of it. */
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import nodePath, { dirname, join, relative, resolve } from 'node:path';
import type { Compiled, CompileOptions } from '../../compiler/compile.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { type Diagnostic, wholeFile } from '../../diagnostics/diagnostic.ts';
import { jsonText } from '../../diagnostics/json.ts';
import { print } from '../../diagnostics/print.ts';
import { visibleLine } from '../../diagnostics/visible.ts';
import type { BuildRequest } from '../arguments.ts';
import { COMMAND_LINE, type Io, wantsColour } from '../io.ts';
import { type PackageJson, report } from '../report.ts';
import { CannotWrite, writeFiles } from '../write-files.ts';

export interface BuildTools {
  compile(path: string, options: CompileOptions): Promise<Compiled>;
  /** Folder with the prebuilt player and control documents. */
  dist: string;
  version: string;
}

interface Outcome {
  code: 0 | 1 | 2;
  packages: PackageJson[];
  diagnostics: Diagnostic[];
}

/** Never on the command line: other users of a computer can read that, and shells remember it. */
const CREDENTIAL = 'LECTERN_XAPI_AUTHORIZATION';

/** The exit code: 0 built, 1 the author's mistakes, 2 nowhere to write. Faults of Lectern are thrown. */
export async function build(request: BuildRequest, io: Io, tools: BuildTools): Promise<number> {
  const path = resolve(io.cwd, request.path);
  const authorization = request.embed ? io.env[CREDENTIAL] : undefined;
  if (request.embed && !/^[A-Za-z][\w-]* [\x21-\x7e]{4,4000}$/.test(authorization ?? '')) {
    const missing = diagnose('command/no-credential', wholeFile(COMMAND_LINE), { variable: CREDENTIAL });
    const nothing: Compiled = { course: null, diagnostics: [missing], lock: null, sources: null, overview: [], sourceText: () => null, build: null, packages: [] };
    if (request.json) io.stdout.write(jsonText(report([], nothing, [missing])));
    else io.stderr.write(`${missing.message}\n${missing.help ?? ''}\n`);
    return 2;
  }
  const watched = io.isTTY && !request.json;
  if (watched) io.stdout.write(`Building ${visibleLine(request.path)} …`);
  const compiled = await tools.compile(path, { targets: request.targets, draft: request.draft, ...(request.lms === null ? {} : { lms: request.lms }), ...(authorization === undefined ? {} : { authorization }), dist: tools.dist, version: tools.version }).finally(() => {
    if (watched) io.stdout.write('\r\x1b[K');
  });
  const outcome = conclude(request, io, compiled);
  if (outcome.code === 0) keepLock(compiled.lock, io);
  if (request.json) io.stdout.write(jsonText(report(outcome.packages, compiled, outcome.diagnostics)));
  else io.stdout.write(readable(request, io, compiled, outcome));
  return outcome.code;
}

/** Decides, and writes the packages when all is well; a failed build touches nothing. */
function conclude(request: BuildRequest, io: Io, compiled: Compiled): Outcome {
  const diagnostics = [...compiled.diagnostics];
  const has = (severity: Diagnostic['severity']) => diagnostics.some((diagnostic) => diagnostic.severity === severity);
  if (request.frozen && compiled.lock?.changed === true && !has('error')) {
    diagnostics.push(diagnose('file/lock-would-change', wholeFile('lectern.lock.json'), {}));
  }
  if (has('error') || (request.strict && has('warning'))) return { code: 1, packages: [], diagnostics };
  if (compiled.packages.length === 0) throw new Error('the compiler made no package and gave no reason');
  const folder = resolve(io.cwd, request.out);
  try {
    writeFiles(compiled.packages.map(({ name, bytes }) => ({ path: join(folder, name), content: bytes })));
  } catch (error) {
    if (!(error instanceof CannotWrite)) throw error;
    const shown = join(request.out, relative(folder, error.path));
    diagnostics.push(diagnose('command/cannot-write', wholeFile(COMMAND_LINE), { path: shown, reason: error.reason, what: 'package' }));
    return { code: 2, packages: [], diagnostics };
  }
  const packages = compiled.packages.map(({ target, name, bytes, progress }) => ({
    target,
    file: join(request.out, name),
    bytes: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    progress,
  }));
  return { code: 0, packages, diagnostics };
}

/** The package is good without it, so a folder that cannot be written is worth a line, not a failure. */
function keepLock(lock: Compiled['lock'], io: Io): void {
  if (lock === null || !lock.changed) return;
  try {
    writeFiles([{ path: lock.path, content: lock.text }]);
  } catch (error) {
    if (!(error instanceof CannotWrite)) throw error;
    io.stderr.write(`The lock file ${visibleLine(lock.path)} was not written: ${error.reason}. Ids of questions may change with the next build.\n`);
  }
}

function readable(request: BuildRequest, io: Io, compiled: Compiled, outcome: Outcome): string {
  const root = rootOf(resolve(io.cwd, request.path));
  const remarks = print(outcome.diagnostics, {
    sourceText: compiled.sourceText,
    colour: wantsColour(io),
    display: (file) => (file === COMMAND_LINE ? file : shownPath(io.cwd, root, file)),
  });
  const built = outcome.packages.map(({ file, bytes, progress }) => `Built ${visibleLine(file)} (${Math.ceil(bytes / 1000)} kB${roomOf(progress)})\n`).join('');
  return `${remarks}${remarks === '' ? '' : '\n'}${built === '' ? `Nothing was built${reason(request, outcome)}.\n` : `${built}${keptPrivate(compiled.overview.flatMap(({ withheld }) => withheld), (file) => shownPath(io.cwd, root, file))}`}`;
}

/** Scores, tries, places and chosen answers at their longest; written answers take of the rest what there is. */
function roomOf(progress: PackageJson['progress']): string {
  if (progress === null) return '';
  const n = (value: number): string => value.toLocaleString('en');
  return `; a learner’s progress takes at most ${n(Math.min(progress.limit, progress.always + progress.answers))} of ${n(progress.limit)} ${progress.unit}${progress.most > progress.always + progress.answers ? ', written answers share the rest' : ''}`;
}

/** More of them would push everything else off the screen; --json has them all. */
const MOST_LISTED = 10;

/** So that authors can see that what they meant to keep is kept, and that nothing else is. */
function keptPrivate(withheld: Compiled['overview'][number]['withheld'], display: (file: string) => string): string {
  if (withheld.length === 0) return '';
  const lines = withheld.slice(0, MOST_LISTED).map(({ kind, title, file, line }) => `  ${visibleLine(display(file))}:${line} ${kind} “${visibleLine(title)}”\n`);
  const more = withheld.length > MOST_LISTED ? `  and ${withheld.length - MOST_LISTED} more; --json lists them all\n` : '';
  return `Not in the package, because it is private:\n${lines.join('')}${more}`;
}

/** As the author would write it from where they are; on another drive, the whole path. */
export function shownPath(cwd: string, root: string, file: string, path: Pick<typeof nodePath, 'join' | 'relative'> = nodePath): string {
  return path.relative(cwd, path.join(root, file));
}

function reason(request: BuildRequest, { code, diagnostics }: Outcome): string {
  const strict = code === 1 && request.strict && !diagnostics.some((diagnostic) => diagnostic.severity === 'error');
  return strict ? ': with --strict, warnings stop the build' : '';
}

/** The folder that file names in diagnostics are relative to. */
export function rootOf(path: string): string {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true ? path : dirname(path);
}
