/** Writes and reads zips: the same files give the same bytes, on any machine and at any time (scorm.md 6). */
import JSZip from 'jszip';

/** The oldest date a zip can hold; the real one would make every build different. */
const DATE = new Date(Date.UTC(1980, 0, 1));
const OPTIONS = { date: DATE, createFolders: false, binary: true, compression: 'DEFLATE' } as const;
/** The smallest result; for a player's size it costs about ten milliseconds more than 6. The compressor is JavaScript, so no machine differs. */
const LEVEL = 9;

/** Control documents (XSD, DTD) as they lie in the zip made when Lectern was built, still compressed. */
export interface ControlDocuments {
  names: ReadonlySet<string>;
  /** Content of those that are schemas, by name. */
  schemas(): Promise<Map<string, Uint8Array>>;
  archive: JSZip | null;
}

export const NO_CONTROL: ControlDocuments = { names: new Set(), archive: null, schemas: () => Promise.resolve(new Map()) };

export async function openControl(bytes: Uint8Array): Promise<ControlDocuments> {
  const archive = await JSZip.loadAsync(bytes, { createFolders: false });
  const names = Object.keys(archive.files);
  return {
    names: new Set(names),
    archive,
    async schemas() {
      const wanted = names.filter((name) => name.endsWith('.xsd'));
      const contents = await Promise.all(wanted.map((name) => archive.files[name]?.async('uint8array')));
      return new Map(wanted.flatMap((name, i) => (contents[i] === undefined ? [] : [[name, contents[i]] as const])));
    },
  };
}

/**
 * `first` leads where there is one, the rest follows by path. Every entry is deflated, with sizes in its header, without folders, extra
 * fields or the marks of a file system. Entries of `control` are taken over compressed as they are.
 */
export async function zip(
  first: { path: string; bytes: Uint8Array } | null,
  files: readonly { path: string; bytes: Uint8Array }[],
  control: JSZip | null,
): Promise<Uint8Array> {
  const archive = new JSZip();
  if (first !== null) archive.file(first.path, first.bytes, OPTIONS);
  const bytes = new Map(files.map((file) => [file.path, file.bytes]));
  const paths = [...bytes.keys(), ...Object.keys(control?.files ?? {})].sort();
  for (const path of paths) {
    const entry = control?.files[path];
    const content = bytes.get(path);
    if (content !== undefined) archive.file(path, content, OPTIONS);
    else if (entry !== undefined) archive.files[path] = Object.assign(entry, { date: DATE });
  }
  return archive.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: LEVEL },
    platform: 'DOS',
    streamFiles: false,
  });
}
