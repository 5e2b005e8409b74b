/** One folder that nothing leaves: finds files by their exact names, follows symbolic links only while they stay inside. */
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join, posix, sep } from 'node:path';

export type Found = { kind: 'file' | 'folder'; real: string } | 'missing' | 'outside';

export interface CourseFolder {
  find(path: string): Found;
  /** Names in a folder, sorted by code unit, so that no disk order shows through. */
  list(folder: string): string[];
}

interface Listing {
  real: string;
  /** Composed form (NFC) to the name on the disk: macOS may hand out decomposed names. */
  names: Map<string, string>;
}

/**
 * `root` is an absolute path without symbolic links. What was listed once is not listed again: a build sees one state.
 * Names are matched in exact case on every system, because the package will be on one where case counts.
 */
export function courseFolder(root: string): CourseFolder {
  const listings = new Map<string, Listing | 'missing' | 'outside'>();

  const listing = (path: string): Listing | 'missing' | 'outside' => {
    const known = listings.get(path);
    if (known !== undefined) return known;
    const found: Found = path === '' ? { kind: 'folder', real: root } : find(path);
    const made = typeof found === 'string' ? found : found.kind === 'folder' ? list(found.real) : 'missing';
    listings.set(path, made);
    return made;
  };

  const find = (path: string): Found => {
    const inside = insidePath(path);
    if (inside === null) return 'outside';
    if (inside === '') return { kind: 'folder', real: root };
    const folder = listing(parent(inside));
    if (typeof folder === 'string') return folder;
    const name = folder.names.get(posix.basename(inside).normalize('NFC'));
    return name === undefined ? 'missing' : resolve(root, join(folder.real, name));
  };

  return {
    find,
    list: (folder) => {
      const inside = insidePath(folder);
      const found = inside === null ? 'outside' : listing(inside);
      return typeof found === 'string' ? [] : [...found.names.values()].sort();
    },
  };
}

/** A path of the course in its plain form, `/` between the names, '' for the root; null when it leads out. */
export function insidePath(path: string): string | null {
  const slashed = path.replaceAll('\\', '/');
  if (slashed.startsWith('/') || /^[A-Za-z]:/.test(slashed)) return null;
  const plain = posix.normalize(slashed).replace(/\/$/, '');
  if (plain === '..' || plain.startsWith('../')) return null;
  return plain === '.' ? '' : plain;
}

function parent(path: string): string {
  const folder = posix.dirname(path);
  return folder === '.' ? '' : folder;
}

function list(real: string): Listing | 'missing' {
  try {
    return { real, names: new Map(readdirSync(real).map((name) => [name.normalize('NFC'), name])) };
  } catch {
    return 'missing';
  }
}

/** Both absolute and without symbolic links. The root of a drive ends in a separator itself. */
export function holds(root: string, real: string, separator: string = sep): boolean {
  return real === root || real.startsWith(root.endsWith(separator) ? root : root + separator);
}

function resolve(root: string, path: string): Found {
  try {
    const real = realpathSync.native(path);
    if (!holds(root, real)) return 'outside';
    const stats = statSync(real);
    return stats.isFile() ? { kind: 'file', real } : stats.isDirectory() ? { kind: 'folder', real } : 'missing';
  } catch {
    // A link that leads nowhere, or in circles, is a missing file to its author.
    return 'missing';
  }
}
