/** Finds the folder with the prebuilt player and the control documents, beside the bundled command or in a checkout. */
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The nearest `dist` above `from` that holds a player, as an absolute path; throws when Lectern was never built. */
export function distFolder(from = dirname(fileURLToPath(import.meta.url))): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = basename(folder) === 'dist' ? folder : join(folder, 'dist');
    if (existsSync(join(candidate, 'learner'))) return candidate;
    if (folder === dirname(folder)) throw new Error('the player is missing from this installation; in a checkout, run "npm run build" first');
  }
}
