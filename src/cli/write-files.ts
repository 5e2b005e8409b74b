/** Writes files whole or not at all: beside their place first, then renamed, so that nobody ever meets half a package. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Written } from '../diagnostics/catalogue/command.ts';

/** Why the disk refused, in the author's words. */
export class CannotWrite extends Error {
  readonly path: string;
  readonly reason: string;
  readonly what: Written;
  constructor(path: string, reason: string, what: Written) {
    super(`${path}: ${reason}`);
    this.path = path;
    this.reason = reason;
    this.what = what;
  }
}

/** Makes the folders; replaces files that are there. All are written before the first is renamed. Throws CannotWrite. */
export function writeFiles(files: { path: string; content: Uint8Array | string }[], what: Written = 'package'): void {
  const parts: { path: string; part: string }[] = [];
  let at = '';
  try {
    for (const { path, content } of files) {
      at = path;
      makeFolder(dirname(path));
      // Two builds at once each have their own.
      const part = join(dirname(path), `.${basename(path)}.${randomUUID()}.part`);
      parts.push({ path, part });
      writeFileSync(part, content, { flag: 'wx' });
    }
    for (const { path, part } of parts) {
      at = path;
      renameSync(part, path);
    }
  } catch (error) {
    throw cannotWrite(at, error, what);
  } finally {
    for (const { part } of parts) rmSync(part, { force: true });
  }
}

/** Folder by folder: where nothing can be made, as in `/proc`, Node's own recursive way never comes back. */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another build may have made it in between.
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) throw error;
  }
}

/** The same for one file that comes bit by bit. */
export async function writeFileSlowly(path: string, texts: AsyncIterable<string>): Promise<void> {
  await writeFileBy(path, (part) => writeFile(part, texts, { flag: 'wx' }));
}

/** The same for one file that somebody else writes, under the name that is handed over. */
export async function writeFileBy(path: string, write: (part: string) => Promise<void>): Promise<void> {
  const part = join(dirname(path), `.${basename(path)}.${randomUUID()}.part`);
  try {
    makeFolder(dirname(path));
    try {
      // Who may not write here is told so by the system, whatever the other would say.
      writeFileSync(part, '', { flag: 'wx' });
      rmSync(part);
      await write(part);
      renameSync(part, path);
    } finally {
      rmSync(part, { force: true });
    }
  } catch (error) {
    throw cannotWrite(path, error, 'report');
  }
}

/** Throws CannotWrite for what the disk refuses while somebody else fills a folder. */
export async function fillFolder<T>(path: string, what: Written, fill: () => Promise<T>): Promise<T> {
  try {
    return await fill();
  } catch (error) {
    throw cannotWrite(path, error, what);
  }
}

const REASONS: Record<string, string> = {
  ENOENT: 'no folder can be made there',
  EACCES: 'you have no permission',
  EPERM: 'you have no permission, or another program holds the file',
  EBUSY: 'another program holds the file',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EEXIST: 'a file is in the way of the folder',
  ENOTDIR: 'a file is in the way of the folder',
  EISDIR: 'a folder is in the way of the file',
  ENOTEMPTY: 'a folder is in the way of the file',
  ENAMETOOLONG: 'the name is too long',
  ERR_INVALID_ARG_VALUE: 'no file can have this name',
};

function cannotWrite(path: string, error: unknown, what: Written): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  return new CannotWrite(path, REASONS[error.code] ?? `the disk reports ${error.code}`, what);
}
