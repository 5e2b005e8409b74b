/** What a command may know of the world: handed in, so that commands can be tried as functions. */

export interface Writer {
  write(text: string): unknown;
}

export interface Io {
  stdout: Writer;
  stderr: Writer;
  /** Absolute; paths on the command line are relative to it. */
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Whether stdout is a terminal. */
  isTTY: boolean;
  /** Asks somebody at the terminal; absent where nobody is there. What is hidden is not shown while it is typed. */
  ask?: (question: string, hidden: boolean) => Promise<string | null>;
  /** Ends what would go on until it is stopped; the process itself is ended by its signals. */
  stop?: AbortSignal;
}

/** Stands for the file in diagnostics about the command itself. */
export const COMMAND_LINE = '(command line)';

/** FORCE_COLOR decides before NO_COLOR, as in Node itself; else colour is for terminals that have it. */
export function wantsColour(io: Pick<Io, 'env' | 'isTTY'>): boolean {
  const { FORCE_COLOR: force, NO_COLOR: none, TERM: terminal } = io.env;
  if (force !== undefined) return force !== '0' && force !== 'false';
  if (none !== undefined && none !== '') return false;
  return io.isTTY && terminal !== 'dumb';
}
