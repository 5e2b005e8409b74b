/** `lectern preview`: plays a course in an LMS on this computer, and again whenever its text is saved. */
import { resolve } from 'node:path';
import type { compile } from '../../compiler/compile.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { wholeFile } from '../../diagnostics/diagnostic.ts';
import { print, summary } from '../../diagnostics/print.ts';
import type { Built } from '../../preview/desk.ts';
import { preview as play } from '../../preview/preview.ts';
import { targetOf } from '../../vocabulary/targets.ts';
import type { PreviewRequest } from '../arguments.ts';
import { COMMAND_LINE, type Io, wantsColour } from '../io.ts';
import { openBrowser } from '../open-browser.ts';
import { onChange } from '../watch.ts';
import { rootOf, shownPath } from './build.ts';

export interface PreviewTools {
  compile: typeof compile;
  dist: string;
  version: string;
}

/** Of a path that no saving mends. */
const NOTHING_THERE: readonly string[] = ['file/missing', 'file/extension', 'file/no-course'];

/** The exit code once it was stopped: 0; 1 when the path leads to nothing, 2 when the port is taken. Text with mistakes is waited for, not refused. */
export async function preview(request: PreviewRequest, io: Io, { compile, dist, version }: PreviewTools): Promise<number> {
  const path = resolve(io.cwd, request.path);
  const root = rootOf(path);
  let nothingThere = false;
  const build = async (): Promise<Built> => {
    const { packages, diagnostics, sourceText, build: id } = await compile(path, { targets: [request.target], ...(request.lms === null ? {} : { lms: request.lms }), draft: true, dist, version });
    nothingThere = diagnostics.some(({ code }) => NOTHING_THERE.includes(code)) && packages.length === 0;
    const display = (file: string): string => (file === COMMAND_LINE ? file : shownPath(io.cwd, root, file));
    const remarks = (colour: boolean): string => print(diagnostics, { sourceText, colour, display });
    if (diagnostics.length > 0) io.stdout.write(`${remarks(wantsColour(io))}\n`);
    return { zip: packages[0]?.bytes ?? null, build: id, remarks: remarks(false), summary: summary(diagnostics) };
  };
  let first: Built | null = await build();
  if (nothingThere) return 1;
  try {
    await play({
      build: () => {
        const built = first ?? build();
        first = null;
        return Promise.resolve(built);
      },
      standard: targetOf(request.target),
      dist,
      port: request.port,
      watch: (changed) => onChange([root], io.stop, changed),
      ready: (start) => {
        const url = request.at === '' ? start : `${start}#${new URLSearchParams({ at: request.at }).toString()}`;
        io.stdout.write(`Preview of ${request.path}: ${url}\nSave the text to see it anew; Ctrl+C stops.\n`);
        if (request.open) openBrowser(url);
      },
      rebuilt: ({ zip }) => io.stdout.write(zip === null ? 'The text has errors: the course on show stays as it was.\n' : 'Built anew.\n'),
    });
    return 0;
  } catch (error) {
    if (!isTaken(error)) throw error;
    const taken = diagnose('command/port-taken', wholeFile(COMMAND_LINE), { port: request.port });
    io.stderr.write(`${taken.message}\n${taken.help ?? ''}\n`);
    return 2;
  }
}

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');
