/** Writes and reads zips: the same files give the same bytes, on any machine and at any time (scorm.md 6). */
import JSZip from 'jszip';

/** The oldest date a zip can hold; the real one would make every build different. */
const DATE = new Date(Date.UTC(1980, 0, 1));
const OPTIONS = { date: DATE, createFolders: false, binary: true, compression: 'DEFLATE' } as const;
/** 9 saves 3 bytes in 10,000 and takes a third longer. The compressor is JavaScript, so no machine differs. */
const LEVEL = 6;

/** Control documents (XSD, DTD) as they lie in the zip made when Lectern was built, still compressed. */
export interface ControlDocuments {
  names: ReadonlySet<string>;
  /** Content of those that are schemas, by name. */
  schemas(): Promise<Map<string, Uint8Array>>;
  archive: JSZip | null;
}

/** A file on its way into a zip. */
export interface Packed {
  path: string;
  bytes: Uint8Array;
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

/** Compresses files that zips to come will share, each once, while others are still being made. */
export interface Compressing {
  /** Files that will not change any more. */
  add(files: readonly Packed[]): void;
  /** A zip of such files that somebody else has made. */
  take(zip: Uint8Array, files: readonly Packed[]): void;
  /** All files, those added before among them. */
  finish(files: readonly Packed[]): Promise<JSZip[]>;
}

/** A zip costs something by itself, however few files it has. */
const AT_ONCE = 250_000;

export function compressing(): Compressing {
  const done = new Set<string>();
  const made: (Uint8Array | Promise<Uint8Array>)[] = [];
  let next: Packed[] = [];
  let size = 0;
  const take = (zipped: Uint8Array | Promise<Uint8Array>, files: readonly Packed[]): void => {
    made.push(zipped);
    for (const { path } of files) done.add(path);
  };
  return {
    add(files) {
      next.push(...files);
      size += files.reduce((sum, { bytes }) => sum + bytes.length, 0);
      if (size < AT_ONCE) return;
      take(zip(null, next, []), next);
      [next, size] = [[], 0];
    },
    take,
    async finish(files) {
      const rest = zip(null, files.filter(({ path }) => !done.has(path)), []);
      return Promise.all((await Promise.all([rest, ...made])).map((bytes) => JSZip.loadAsync(bytes, { createFolders: false })));
    },
  };
}

/**
 * `first` leads where there is one, the rest follows by path. Every entry is deflated, with sizes in its header, without folders, extra
 * fields or the marks of a file system. Entries of `ready` are taken over compressed as they are.
 */
export async function zip(first: Packed | null, files: readonly Packed[], ready: readonly JSZip[]): Promise<Uint8Array> {
  const archive = new JSZip();
  if (first !== null) archive.file(first.path, first.bytes, OPTIONS);
  const bytes = new Map(files.map((file) => [file.path, file.bytes]));
  const entries = new Map(ready.flatMap((each) => Object.entries(each.files)));
  const paths = [...new Set([...bytes.keys(), ...entries.keys()])].sort();
  for (const path of paths) {
    const entry = entries.get(path);
    const content = bytes.get(path);
    if (entry !== undefined) archive.files[path] = Object.assign(entry, { date: DATE });
    else if (content !== undefined) archive.file(path, content, OPTIONS);
  }
  return archive.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: LEVEL },
    platform: 'DOS',
    streamFiles: false,
  });
}
