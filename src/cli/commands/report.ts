/** `lectern report …`: hands the request to its deed, and puts what can go wrong with the data into words. */
import { relative } from 'node:path';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { type Diagnostic, wholeFile } from '../../diagnostics/diagnostic.ts';
import { diagnosticJson, jsonText } from '../../diagnostics/json.ts';
import { print } from '../../diagnostics/print.ts';
import { visible } from '../../diagnostics/visible.ts';
import { ENGINE_PACKAGE, EngineMissing, StoreUnusable } from '../../report/engine/database.ts';
import { type Io, wantsColour } from '../io.ts';
import type { ReportRequest } from '../report-arguments.ts';
import { CannotWrite } from '../write-files.ts';
import { type Lectern, type Told, WrongWords } from './report-told.ts';

/** The exit code: 0 done, 1 something was set aside or is not right, 2 the words cannot be followed. */
export async function makeReport(request: ReportRequest, io: Io, lectern: Lectern): Promise<0 | 1 | 2> {
  const told = await attempt(request, io, lectern);
  const display = (file: string) => file;
  if (request.flags.has('json')) io.stdout.write(jsonText({ ...told.json, diagnostics: told.diagnostics.map(diagnosticJson) }));
  else {
    io.stdout.write(told.data === true ? told.text : visible(told.text));
    if (told.diagnostics.length > 0) io.stderr.write(print(told.diagnostics, { sourceText: () => null, colour: wantsColour(io), display }));
  }
  if (told.usage === true) return 2;
  return told.diagnostics.some(({ severity }) => severity === 'error' || (severity === 'warning' && request.flags.has('strict'))) ? 1 : 0;
}

async function attempt(request: ReportRequest, io: Io, lectern: Lectern): Promise<Told> {
  try {
    return await deed(request, io, lectern);
  } catch (error) {
    if (error instanceof EngineMissing) return failed(diagnose('report/engine-missing', wholeFile('DuckDB'), { install: `npm install --global ${ENGINE_PACKAGE}` }));
    if (error instanceof StoreUnusable) return failed(diagnose('report/store', wholeFile(error.path), { path: error.path, reason: error.message, help: storeHelp(error.message) }));
    if (error instanceof CannotWrite) return cannotWrite(error, io);
    if (error instanceof WrongWords) return { ...failed(diagnose('command/usage', wholeFile('(command line)'), { problem: error.message, suggestion: error.suggestion })), usage: true };
    throw error;
  }
}

/** As in a build: named as it would be written from here, with nothing to point at. */
function cannotWrite({ path, reason, what }: CannotWrite, io: Io): Told {
  return { ...failed(diagnose('command/cannot-write', wholeFile('(command line)'), { path: relative(io.cwd, path), reason, what })), usage: true };
}

function storeHelp(reason: string): string {
  if (reason.includes('does not exist')) return 'Fill it first: lectern report import FILE, or lectern report sync --endpoint URL. Or name another place with --store FILE or --data FILE.';
  if (reason === 'no file can be made there') return 'Call the command in a folder you may write to, or name such a place with --store FILE.';
  return reason.includes('another program') ? 'Wait until the other program has ended, or close it.' : 'Name another file with --store, or bring the data in again.';
}

function failed(diagnostic: Diagnostic): Told {
  return { text: '', json: {}, diagnostics: [diagnostic] };
}

/** Each is loaded only when it is asked for. */
async function deed(request: ReportRequest, io: Io, lectern: Lectern): Promise<Told> {
  switch (request.deed) {
    case 'import':
      return (await import('./report-import.ts')).importFiles(request, io);
    case 'sync':
      return (await import('./report-sync.ts')).syncStore(request, io);
    case 'verify':
      return (await import('./report-keep.ts')).verify(request, io);
    case 'forget':
      return (await import('./report-keep.ts')).forget(request, io);
    default:
      return (await import('./report-question.ts')).answer(request, request.deed, io, lectern);
  }
}
