/** The command `lectern`: words to a deed, a deed to an exit code. */
import { loadAhead } from '../compiler/load-ahead.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import { type Diagnostic, wholeFile } from '../diagnostics/diagnostic.ts';
import { diagnosticJson, jsonText } from '../diagnostics/json.ts';
import { visible } from '../diagnostics/visible.ts';
import { type BuildRequest, type CheckRequest, type FormatRequest, type InspectRequest, type NewRequest, parseArguments, type PreviewRequest, type Topic, type VerifyRequest, type WrongRequest } from './arguments.ts';
import { build } from './commands/build.ts';
import { distFolder } from './dist.ts';
import { BUILD_HELP, CHECK_HELP, FORMAT_HELP, HELP, INSPECT_HELP, NEW_HELP, PREVIEW_HELP, VERIFY_HELP } from './help.ts';
import { COMMAND_LINE, type Io } from './io.ts';
import { report } from './report.ts';
import type { ReportRequest } from './report-arguments.ts';
import { REPORT_HELP } from './report-help.ts';
import { version } from './version.ts';

const TOPICS: Readonly<Record<Topic, string>> = { build: BUILD_HELP, check: CHECK_HELP, fmt: FORMAT_HELP, new: NEW_HELP, preview: PREVIEW_HELP, inspect: INSPECT_HELP, verify: VERIFY_HELP, report: REPORT_HELP };

/** `argv` without the program's own name. Returns the exit code: 0, 1 the author's mistakes, 2 wrong usage, 70 our fault. Never throws. */
export async function main(argv: string[], io: Io): Promise<number> {
  try {
    const request = parseArguments(argv);
    switch (request.kind) {
      case 'version':
        io.stdout.write(`${version}\n`);
        return 0;
      case 'help':
        io.stdout.write(request.topic === null ? HELP : TOPICS[request.topic]);
        return 0;
      case 'wrong':
        return wrongUsage(request, argv, io);
      case 'build':
        return await runBuild(request, io);
      case 'check':
        return await runCheck(request, io);
      case 'preview':
        return await runPreview(request, io);
      case 'new':
        return await runNew(request, io);
      case 'fmt':
        return await runFormat(request, io);
      case 'inspect':
        return await runInspect(request, io);
      case 'verify':
        return await runVerify(request, io);
      case 'report':
        return await runReport(request, io);
    }
  } catch (error) {
    return fault(error, argv, io);
  }
}

/** The compiler is loaded only when something is built: --help answers at once. */
async function runBuild(request: BuildRequest, io: Io): Promise<number> {
  loadAhead();
  const { compile } = await import('../compiler/compile.ts');
  return build(request, io, { compile, dist: distFolder(), version });
}

async function runCheck(request: CheckRequest, io: Io): Promise<number> {
  const { check } = await import('./commands/check.ts');
  return check(request, io, version);
}

async function runPreview(request: PreviewRequest, io: Io): Promise<number> {
  loadAhead();
  const [{ compile }, { preview }] = await Promise.all([import('../compiler/compile.ts'), import('./commands/preview.ts')]);
  return preview(request, io, { compile, dist: distFolder(), version });
}

async function runNew(request: NewRequest, io: Io): Promise<number> {
  const { create } = await import('./commands/new.ts');
  return create(request, io);
}

async function runFormat(request: FormatRequest, io: Io): Promise<number> {
  const { format } = await import('./commands/fmt.ts');
  return format(request, io);
}

async function runInspect(request: InspectRequest, io: Io): Promise<number> {
  const { inspect } = await import('./commands/inspect.ts');
  return inspect(request, io);
}

async function runVerify(request: VerifyRequest, io: Io): Promise<number> {
  const { verify } = await import('./commands/verify.ts');
  return verify(request, io);
}

async function runReport(request: ReportRequest, io: Io): Promise<number> {
  const { makeReport } = await import('./commands/report.ts');
  return makeReport(request, io, { version, dist: distFolder() });
}

/** Says what cannot be done, and how it could. */
export function wrongUsage({ problem, suggestion }: WrongRequest, argv: string[], io: Io): 2 {
  const diagnostic = diagnose('command/usage', wholeFile(COMMAND_LINE), { problem, suggestion });
  io.stderr.write(visible(`${diagnostic.message}\n${diagnostic.help ?? ''}\n`));
  asJson(diagnostic, argv, io);
  return 2;
}

/** Says all that a report needs: message, stack, version and arguments. */
export function fault(error: unknown, argv: string[], io: Io): 70 {
  const reason = error instanceof Error ? error.message : String(error);
  const words = argv.map((word) => JSON.stringify(word)).join(' ');
  const diagnostic = diagnose('command/internal', wholeFile(COMMAND_LINE), { reason, version, arguments: words });
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  io.stderr.write(visible(`${diagnostic.message}\n${diagnostic.help ?? ''}\n\n${stack}\nlectern ${version}, Node ${process.version}, ${process.platform}\n`));
  asJson(diagnostic, argv, io);
  return 70;
}

/** Read from the words themselves: they may not have been understood as a request. */
function asJson(diagnostic: Diagnostic, argv: string[], io: Io): void {
  if (!argv.includes('--json')) return;
  io.stdout.write(jsonText(argv[0] === 'verify' ? { receipt: null, findings: [], diagnostics: [diagnosticJson(diagnostic)] } : argv[0] === 'inspect' ? { package: null, diagnostics: [diagnosticJson(diagnostic)] } : report([], { course: null, overview: [] }, [diagnostic])));
}
