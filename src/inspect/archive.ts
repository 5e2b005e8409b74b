/**
 * Opens a zip that may come from anybody (PKWARE APPNOTE 4.3): sizes, names and overlaps are looked at before anything is
 * unpacked, and nothing unpacks to more than it declares. Written by hand because a zip library trusts what it reads.
 */
import { inflateRawSync } from 'node:zlib';
import { diagnose } from '../diagnostics/diagnose.ts';
import { wholeFile } from '../diagnostics/diagnostic.ts';
import { crc32 } from '../compiler/6-pack/crc32.ts';
import { Refused } from './refused.ts';

export interface Archive {
  /** Without folders, in the order of the zip's own list. */
  files: readonly ArchiveFile[];
  /** Bytes of a file by its path; null when it is not there. Throws Refused. */
  read(path: string): Uint8Array | null;
}

export interface ArchiveFile {
  path: string;
  /** Unpacked, as the zip declares it. */
  bytes: number;
}

interface Entry extends ArchiveFile {
  flags: number;
  method: number;
  crc: number;
  packed: number;
  /** Of its local header. */
  start: number;
}

/** Unpacked bytes of one file that is read as text. */
const READ_MAX = 64 * 2 ** 20;
/** Unpacked bytes of a whole package. */
const UNPACKED_MAX = 4 * 2 ** 30;
/** Above this, a package that shrinks more than RATIO_MAX-fold is no course. */
const RATIO_FROM = 256 * 2 ** 20;
const RATIO_MAX = 200;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const ENCRYPTED = 1;
const UTF8 = 0x800;

/** `name` is only for messages. Throws Refused. */
export function openArchive(bytes: Uint8Array, name: string): Archive {
  const place = wholeFile(name);
  const damaged = (reason: string): Refused => new Refused(diagnose('zip/damaged', place, { name, reason }));
  const unsupported = (reason: string): Refused => new Refused(diagnose('zip/unsupported', place, { name, reason }));
  const tooLarge = (reason: string): Refused => new Refused(diagnose('zip/too-large', place, { name, reason }));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

  const list = findList(view);
  if (list === null) {
    if (startsAsZip(view)) throw damaged('its end, with the list of its files, is missing');
    throw new Refused(diagnose('zip/not-a-zip', place, { name, kind: kindOf(bytes) }));
  }
  if (list.split) throw unsupported('it is one part of a divided zip');
  if (list.large) throw unsupported('it uses the 64-bit form of zips, which many LMSs cannot read');
  const entries = readList(bytes, view, list);
  if (entries === null) throw damaged('the list of its files is broken');
  for (const { path } of entries) if (climbs(path)) throw new Refused(diagnose('zip/unsafe-name', place, { name, path }));
  const files = entries.filter(({ path }) => !path.endsWith('/'));
  const byPath = new Map(files.map((file) => [file.path, file]));
  if (byPath.size < files.length) throw damaged(`it holds “${twice(files)}” twice`);
  if (!apart(view, entries, list.start)) throw damaged('its files lie over each other');
  const unpacked = files.reduce((sum, file) => sum + file.bytes, 0);
  if (unpacked > UNPACKED_MAX || (unpacked > RATIO_FROM && unpacked > bytes.length * RATIO_MAX)) {
    throw tooLarge(`its ${bytes.length} bytes claim to unpack to ${unpacked}`);
  }

  return {
    files: files.map(({ path, bytes: size }) => ({ path, bytes: size })),
    read(path) {
      const entry = byPath.get(path);
      if (entry === undefined) return null;
      if ((entry.flags & ENCRYPTED) !== 0) throw unsupported(`“${path}” is locked with a password`);
      if (entry.method !== 0 && entry.method !== 8) throw unsupported(`“${path}” is compressed in an unusual way (method ${entry.method})`);
      if (entry.bytes > READ_MAX) throw tooLarge(`“${path}” alone would have ${entry.bytes} bytes`);
      const content = unpack(bytes, view, entry);
      if (content === null || content.length !== entry.bytes || crc32(content) !== entry.crc) throw damaged(`“${path}” is not what its checksum says`);
      return content;
    },
  };
}

interface List {
  start: number;
  end: number;
  count: number;
  /** Bytes before the zip proper, such as a self-extractor's. */
  shift: number;
  split: boolean;
  large: boolean;
}

/** The record at the very end, behind which only a comment of at most 65,535 bytes may stand. */
function findList(view: DataView): List | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at--) {
    if (view.getUint32(at, true) !== END || at + 22 + view.getUint16(at + 20, true) > view.byteLength) continue;
    const size = view.getUint32(at + 12, true);
    const offset = view.getUint32(at + 16, true);
    const count = view.getUint16(at + 10, true);
    const start = at - size;
    return {
      start,
      end: at,
      count,
      shift: start - offset,
      split: view.getUint16(at + 4, true) !== 0 || view.getUint16(at + 8, true) !== count,
      large: count === 0xffff || size === 0xffff_ffff || offset === 0xffff_ffff,
    };
  }
  return null;
}

function startsAsZip(view: DataView): boolean {
  return view.byteLength >= 4 && view.getUint32(0, true) === LOCAL;
}

/** Null when anything stands where it cannot. */
function readList(bytes: Uint8Array, view: DataView, list: List): Entry[] | null {
  if (list.start < 0 || list.shift < 0) return null;
  const entries: Entry[] = [];
  let at = list.start;
  for (let i = 0; i < list.count; i++) {
    if (at + 46 > list.end || view.getUint32(at, true) !== CENTRAL) return null;
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > list.end) return null;
    const flags = view.getUint16(at + 8, true);
    entries.push({
      path: decodeName(bytes.subarray(at + 46, at + 46 + nameLength), flags),
      flags,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      bytes: view.getUint32(at + 24, true),
      start: view.getUint32(at + 42, true) + list.shift,
    });
    at = next;
  }
  return at === list.end ? entries : null;
}

/** Zips without the mark for UTF-8 mostly hold plain ASCII; the rest is shown letter by letter rather than guessed. */
function decodeName(name: Uint8Array, flags: number): string {
  return new TextDecoder((flags & UTF8) === 0 ? 'latin1' : 'utf-8').decode(name);
}

function climbs(path: string): boolean {
  return /^[/\\]|^[A-Za-z]:|\0/.test(path) || path.split(/[/\\]/).includes('..');
}

function twice(files: readonly Entry[]): string {
  const seen = new Set<string>();
  for (const { path } of files) {
    if (seen.has(path)) return path;
    seen.add(path);
  }
  return '';
}

/** Whether every file has bytes of its own, all before the list; shared bytes are how a small zip becomes a huge one. */
function apart(view: DataView, entries: readonly Entry[], limit: number): boolean {
  let free = 0;
  for (const entry of [...entries].sort((a, b) => a.start - b.start)) {
    const data = dataOf(view, entry);
    if (data === null || entry.start < free || data.end > limit) return false;
    free = data.end;
  }
  return true;
}

function dataOf(view: DataView, { start, packed }: Entry): { from: number; end: number } | null {
  if (start < 0 || start + 30 > view.byteLength || view.getUint32(start, true) !== LOCAL) return null;
  const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  return { from, end: from + packed };
}

/** Null when it does not unpack to what was declared. */
function unpack(bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array | null {
  const data = dataOf(view, entry);
  if (data === null) return null;
  const packed = bytes.subarray(data.from, data.end);
  if (entry.method === 0) return packed;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.bytes) });
  } catch (error) {
    // zlib's own words would tell an admin nothing; that it failed is all there is to know.
    if (error instanceof Error) return null;
    throw error;
  }
}

/** What a file that is no zip seems to be, for the message; null when that is anybody's guess. */
function kindOf(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 512)).trimStart();
  if (bytes.length === 0) return 'an empty file';
  if (/^(?:<!doctype html|<html)/i.test(start)) return 'a web page; perhaps the download needed a sign-in';
  if (start.startsWith('<?xml')) return 'an XML file';
  if (start.startsWith('Rar!')) return 'a RAR archive';
  if (start.startsWith('7z\xbc\xaf')) return 'a 7-Zip archive';
  if (start.startsWith('\x1f\x8b')) return 'a gzip archive';
  if (start.startsWith('%PDF')) return 'a PDF document';
  return null;
}
