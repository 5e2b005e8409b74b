/** Reads a package from the disk, or says why it cannot be one. */
import { readFileSync, statSync } from 'node:fs';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { type Diagnostic, wholeFile } from '../../diagnostics/diagnostic.ts';

/** Bytes; a larger zip is no package that an LMS would take. */
const ZIP_MAX = 2 ** 30;

export function readZip(path: string, name: string): Uint8Array | Diagnostic {
  const place = wholeFile(name);
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) return diagnose('file/missing', place, { name, near: null });
    if (found.isDirectory()) return diagnose('zip/not-a-zip', place, { name, kind: 'a folder' });
    if (!found.isFile()) return diagnose('zip/not-a-zip', place, { name, kind: 'a device or a pipe' });
    if (found.size > ZIP_MAX) return diagnose('zip/too-large', place, { name, reason: `it has ${found.size} bytes` });
    return readFileSync(path);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    return diagnose('file/unreadable', place, { name, reason: error.code === 'EACCES' || error.code === 'EPERM' ? 'you have no permission' : String(error.code) });
  }
}
