/** Reads a zip by hand, header by header (PKWARE APPNOTE 4.3), so that nothing is taken from the library that wrote it. */
import { inflateRawSync } from 'node:zlib';

export interface ZipEntry {
  name: string;
  /** What both headers must say alike. */
  local: Header;
  central: Header;
  madeBy: number;
  externalAttributes: number;
  comment: number;
  compressed: Uint8Array;
  content: Uint8Array;
  /** Of the content, computed here. */
  crc: number;
}

export interface Header {
  neededVersion: number;
  flags: number;
  method: number;
  time: number;
  date: number;
  crc: number;
  compressedSize: number;
  size: number;
  extra: number;
}

/** Entries in the order of their local headers. Throws when anything lies between or after the records. */
export function readZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  expectSignature(view, end, 0x06054b50);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const centralStart = at;
  let localAt = 0;
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i++) {
    expectSignature(view, at, 0x02014b50);
    const central = header(view, at + 6, at + 28);
    const nameLength = view.getUint16(at + 28, true);
    const commentLength = view.getUint16(at + 32, true);
    if (view.getUint32(at + 42, true) !== localAt) throw new Error(`entry ${i} does not follow the one before it`);
    const { entry, next } = localEntry(bytes, view, localAt);
    entries.push({
      ...entry,
      central,
      madeBy: view.getUint16(at + 4, true),
      comment: commentLength,
      externalAttributes: view.getUint32(at + 38, true),
    });
    localAt = next;
    at += 46 + nameLength + central.extra + commentLength;
  }
  if (localAt !== centralStart) throw new Error('something lies between the last entry and the directory');
  if (at !== end) throw new Error('something lies between the directory and its end');
  return entries;
}

function localEntry(
  bytes: Uint8Array,
  view: DataView,
  at: number,
): { entry: Pick<ZipEntry, 'name' | 'local' | 'compressed' | 'content' | 'crc'>; next: number } {
  expectSignature(view, at, 0x04034b50);
  const local = header(view, at + 4, at + 26);
  const nameAt = at + 30;
  const dataAt = nameAt + view.getUint16(at + 26, true) + local.extra;
  const name = new TextDecoder('latin1').decode(bytes.subarray(nameAt, nameAt + view.getUint16(at + 26, true)));
  const compressed = bytes.subarray(dataAt, dataAt + local.compressedSize);
  const content = new Uint8Array(inflateRawSync(compressed));
  return { entry: { name, local, compressed, content, crc: crc32(content) }, next: dataAt + local.compressedSize };
}

/** The fields that stand in the same order in both kinds of header; `lengths` is where the name's length stands. */
function header(view: DataView, at: number, lengths: number): Header {
  return {
    neededVersion: view.getUint16(at, true),
    flags: view.getUint16(at + 2, true),
    method: view.getUint16(at + 4, true),
    time: view.getUint16(at + 6, true),
    date: view.getUint16(at + 8, true),
    crc: view.getUint32(at + 10, true),
    compressedSize: view.getUint32(at + 14, true),
    size: view.getUint32(at + 18, true),
    extra: view.getUint16(lengths + 2, true),
  };
}

function expectSignature(view: DataView, at: number, signature: number): void {
  if (view.getUint32(at, true) !== signature) throw new Error(`no record ${signature.toString(16)} at ${at}`);
}

/** CRC-32 as zips use it (polynomial 0xEDB88320). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb8_8320 : crc >>> 1;
  }
  return ~crc >>> 0;
}
