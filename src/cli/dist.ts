/** Finds the folder with the prebuilt player and the control documents, beside the bundled command or in a checkout. */
import { existsSync } from 'node:fs';
import nodePath from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Absolute path of the `dist` that this file is bundled in, or of the checkout's. It is not looked into: a lesson with
 * mistakes is answered before the player is needed.
 */
export function distFolder(from = nodePath.dirname(fileURLToPath(import.meta.url)), { basename, dirname, join }: Pick<typeof nodePath, 'basename' | 'dirname' | 'join'> = nodePath): string {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    if (basename(folder) === 'dist') return folder;
    if (existsSync(join(folder, 'package.json'))) return join(folder, 'dist');
  }
  throw new Error(`no installation of Lectern around ${from}`);
}
