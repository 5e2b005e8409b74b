/** `lectern check`: says what is wrong with lessons and courses, and builds nothing. */
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { type Examined, examine } from '../../compiler/examine.ts';
import { findCourses } from '../../compiler/1-read/find-courses.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { jsonText } from '../../diagnostics/json.ts';
import { linesFormat } from '../../diagnostics/lines-format.ts';
import { print } from '../../diagnostics/print.ts';
import { sarifLog } from '../../diagnostics/sarif.ts';
import type { CheckRequest } from '../arguments.ts';
import { COMMAND_LINE, type Io, wantsColour } from '../io.ts';
import { report } from '../report.ts';
import { summaryJson, summaryTable } from '../summary.ts';
import { onChange } from '../watch.ts';
import { rootOf, shownPath } from './build.ts';

/** One lesson or course, looked at. */
export interface Looked {
  /** Absolute; diagnostics name files relative to it. */
  root: string;
  examined: Examined;
}

/** The exit code: 0 all well, 1 mistakes or, with --strict, warnings. */
export async function check(request: CheckRequest, io: Io, version: string): Promise<number> {
  let code = await once(request, io, version);
  if (!request.watch) return code;
  const roots = request.paths.map((path) => rootOf(resolve(io.cwd, path)));
  await onChange(roots, io.stop, async () => {
    code = await once(request, io, version);
  });
  return code;
}

async function once(request: CheckRequest, io: Io, version: string): Promise<number> {
  const looked: Looked[] = [];
  for (const path of request.paths.flatMap((given) => findCourses(resolve(io.cwd, given)))) {
    // Drafts are what authors check most.
    looked.push({ root: rootOf(path), examined: await examine(path, { draft: true }) });
  }
  io.stdout.write(words(request, looked, io, version));
  const severities = new Set(looked.flatMap(({ examined }) => examined.diagnostics.map(({ severity }) => severity)));
  return severities.has('error') || (request.strict && severities.has('warning')) ? 1 : 0;
}

function words(request: CheckRequest, looked: Looked[], io: Io, version: string): string {
  const only = looked.length === 1 ? looked[0] : undefined;
  // Of one path, files are named as by `build`; of several, from where the command was called, or they could not be told apart.
  const shown = looked.map((one) => ({ ...one, name: (file: string) => (file === COMMAND_LINE ? file : shownPath(io.cwd, one.root, file)) }));
  if (request.format === 'json') {
    const diagnostics = only === undefined ? shown.flatMap(({ examined, name }) => renamed(examined.diagnostics, name)) : only.examined.diagnostics;
    const object = report([], { course: only?.examined.course ?? null, overview: looked.flatMap(({ examined }) => examined.overview) }, heeded(diagnostics, request));
    return jsonText(request.summary ? { ...object, summary: summaryJson(looked) } : object);
  }
  const sourceText = textsByName(shown);
  const diagnostics = heeded(shown.flatMap(({ examined, name }) => renamed(examined.diagnostics, name)), request);
  if (request.format === 'line') return linesFormat(diagnostics);
  if (request.format === 'sarif') {
    const base = repositoryRoot(io.cwd);
    return jsonText(sarifLog(diagnostics, { version, sourceText, uri: (file) => relative(base, resolve(io.cwd, file)).split(sep).join('/') }));
  }
  const table = request.summary ? summaryTable(looked) : '';
  const remarks = print(diagnostics, { sourceText, colour: wantsColour(io) });
  return request.summary ? table : `${remarks}${remarks === '' && !request.quiet ? `${count(looked)} checked: no mistakes.\n` : ''}`;
}

/** Texts by the names that are shown. One is fetched when it is asked for: of a file with a thousand remarks not a thousand times. */
export function textsByName(shown: readonly { examined: Pick<Examined, 'diagnostics' | 'sourceText'>; name(file: string): string }[]): (name: string) => string | null {
  const found = new Map<string, () => string | null>();
  for (const { examined, name } of shown) for (const file of new Set(examined.diagnostics.map((each) => each.file))) found.set(name(file), () => examined.sourceText(file));
  return (name) => found.get(name)?.() ?? null;
}

function heeded(diagnostics: Diagnostic[], { quiet }: CheckRequest): Diagnostic[] {
  return quiet ? diagnostics.filter(({ severity }) => severity !== 'info') : diagnostics;
}

function renamed(diagnostics: Diagnostic[], name: (file: string) => string): Diagnostic[] {
  return diagnostics.map((diagnostic) => ({
    ...diagnostic,
    file: name(diagnostic.file),
    ...(diagnostic.related === undefined ? {} : { related: diagnostic.related.map((other) => ({ ...other, file: name(other.file) })) }),
  }));
}

function count(looked: Looked[]): string {
  const lessons = looked.reduce((sum, { examined }) => sum + examined.overview.length, 0);
  return lessons === 1 ? 'One lesson' : `${lessons} lessons`;
}

/** The folder that a repository hosts' alerts count paths from; where there is none, the one that the command was called in. */
function repositoryRoot(cwd: string): string {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (folder === dirname(folder)) return cwd;
  }
}
