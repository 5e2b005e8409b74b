/** Which names a package may hold: what every LMS, server and file system keeps as it is (scorm.md 0 and 6). */
import type { PackageFile } from '../5-bundle/files.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { wholeFile, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { PACKAGE_LIMITS } from '../../vocabulary/limits.ts';

/** The one name in capitals: licences are looked for under it. */
const NOTICE = 'THIRD-PARTY.md';
/** What LMSs recognise a standard by: a package has at most the one it was given here. */
const INTRODUCTIONS = ['imsmanifest.xml', 'cmi5.xml', 'tincan.xml'];
const SEGMENT = /^[a-z0-9_-][a-z0-9._-]*$/;
const EXTENSION = /\.([a-z0-9]+)$/;

/** Run by servers or computers: one of them makes some LMSs refuse the whole package. */
const REFUSED = new Set(
  ('php php3 php4 php5 php7 phtml phar asp aspx ashx asmx jsp jspx py rb pl pm sh bash cgi fcgi htaccess htpasswd ' +
    'exe com bat cmd msi dll scr ps1 vbs jar war')
    .split(' '),
);

/** Names that Windows keeps for devices, whatever their extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/;

/** Mistakes in the author's files; their names in the package are ours, what they are is not. */
export function refusedFiles(files: readonly PackageFile[]): Diagnostic[] {
  return files.flatMap(({ path, source }) => {
    const extension = extensionOf(path);
    if (source === undefined || extension === null || !REFUSED.has(extension)) return [];
    return [diagnose('package/file-type', wholeFile(source), { file: source, extension })];
  });
}

/** Mistakes of ours: one line each. `control` are the names of the control documents, which nothing else may take. */
export function nameFaults(files: readonly PackageFile[], control: ReadonlySet<string>): string[] {
  const faults: string[] = [];
  const seen = new Map<string, string>();
  for (const { path, source } of files) {
    const fault = faultOf(path, source !== undefined);
    if (fault !== null) faults.push(`${path}: ${fault}`);
    const folded = path.toLowerCase();
    const twin = seen.get(folded);
    if (twin !== undefined) faults.push(twin === path ? `${path}: there twice` : `${path}: differs from ${twin} only in case`);
    seen.set(folded, path);
    if (INTRODUCTIONS.includes(folded) || control.has(folded)) faults.push(`${path}: the name is taken by the package itself`);
  }
  const entries = files.length + control.size + 1;
  if (entries > PACKAGE_LIMITS.files) faults.push(`${entries} files: a package holds at most ${PACKAGE_LIMITS.files}`);
  return faults;
}

function faultOf(path: string, authors: boolean): string | null {
  if (path === NOTICE) return null;
  if (path.length > PACKAGE_LIMITS.path) return `longer than ${PACKAGE_LIMITS.path} characters`;
  const segments = path.split('/');
  if (!segments.every((segment) => SEGMENT.test(segment) && !segment.endsWith('.'))) {
    return 'only a-z, 0-9, ".", "_", "-" and "/" are allowed';
  }
  if (segments.some((segment) => DEVICE.test(segment))) return 'Windows cannot store this name';
  const extension = extensionOf(path);
  if (extension === null) return 'no extension';
  return REFUSED.has(extension) && !authors ? `LMSs refuse “.${extension}”` : null;
}

function extensionOf(path: string): string | null {
  return EXTENSION.exec(path)?.[1] ?? null;
}
