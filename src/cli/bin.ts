/** The executable: gives `main` the real world, and leaves only when everything is printed. */
import { ask } from './ask.ts';
import { fault, main, wrongUsage } from './main.ts';
import type { Io } from './io.ts';

const argv = process.argv.slice(2);
const cwd = currentFolder();
const io: Io = {
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: cwd ?? '',
  env: process.env,
  isTTY: process.stdout.isTTY === true,
  ...(process.stdin.isTTY ? { ask } : {}),
};

/** Null when it was deleted, or its disk taken away, while somebody was in it. */
function currentFolder(): string | null {
  try {
    return process.cwd();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

function lostFolder(): number {
  return wrongUsage({ kind: 'wrong', problem: 'The folder you are in does not exist any more.', suggestion: 'Change to another folder and call lectern again.' }, argv, io);
}

/** `lectern … | head` closes the pipe early: nobody is left to tell, and the build itself goes on. Any other loss is a failure. */
function lost(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE' || process.exitCode !== undefined) return;
  process.exitCode = 70;
  process.stderr.write(`Standard output cannot be written: ${error.message}\n`);
}

/** A pipe may still hold text: an empty write is called back after all that was written before it, and its errors a turn later. */
function leave(code: number): void {
  process.stdout.write('', () => process.stderr.write('', () => setImmediate(() => process.exit(process.exitCode ?? code))));
}

process.stdout.on('error', lost);
// When standard error is lost there is nowhere left to say so; the exit code stays.
process.stderr.on('error', () => undefined);
process.on('uncaughtException', (error) => leave(fault(error, argv, io)));
leave(cwd === null ? lostFolder() : await main(argv, io));
