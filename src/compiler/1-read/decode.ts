/** Bytes of a file to text, or the reason why they are none: UTF-8 only, and a file of another kind is called by its name. */
import { isUtf8 } from 'node:buffer';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { type Diagnostic, type Point, wholeFile } from '../../diagnostics/diagnostic.ts';
import { binaryKind, looksBinary } from './binary-kind.ts';

const BOM = 0xfeff;

/** Text without its byte order mark. `file` is only quoted and placed. */
export function decode(file: string, bytes: Buffer): { text: string | null; diagnostics: Diagnostic[] } {
  const fail = (diagnostic: Diagnostic) => ({ text: null, diagnostics: [diagnostic] });
  const encoding = wideEncoding(bytes);
  if (encoding !== null) return fail(diagnose('file/utf16', wholeFile(file), { name: file, encoding }));
  const utf8 = isUtf8(bytes);
  const kind = binaryKind(bytes);
  if (kind !== null || looksBinary(bytes, utf8)) return fail(diagnose('file/binary', wholeFile(file), { name: file, kind }));
  if (!utf8) return fail(notUtf8(file, bytes));
  const decoded = bytes.toString('utf8');
  const text = decoded.charCodeAt(0) === BOM ? decoded.slice(1) : decoded;
  if (!/\S/.test(text)) return fail(diagnose('file/empty', wholeFile(file), { name: file }));
  return { text, diagnostics: [] };
}

/** UTF-16 and UTF-32, by their byte order mark or by every other byte of the beginning being NUL. */
function wideEncoding(bytes: Buffer): string | null {
  if (starts(bytes, [0xff, 0xfe, 0, 0]) || starts(bytes, [0, 0, 0xfe, 0xff])) return 'UTF-32';
  if (starts(bytes, [0xff, 0xfe])) return 'UTF-16 (little endian)';
  if (starts(bytes, [0xfe, 0xff])) return 'UTF-16 (big endian)';
  const sample = bytes.subarray(0, 64);
  if (sample.length < 8) return null;
  const nuls = (parity: number) => sample.filter((byte, index) => index % 2 === parity && byte === 0).length / (sample.length / 2);
  if (nuls(1) > 0.9 && nuls(0) === 0) return 'UTF-16 (little endian, without a mark)';
  if (nuls(0) > 0.9 && nuls(1) === 0) return 'UTF-16 (big endian, without a mark)';
  return null;
}

function starts(bytes: Buffer, prefix: number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

function notUtf8(file: string, bytes: Buffer): Diagnostic {
  const offset = firstBadByte(bytes);
  const start = pointOf(bytes, offset);
  const end = { line: start.line, column: start.column + 1 };
  return diagnose('file/not-utf8', { file, start, end }, { name: file, byte: bytes[offset] ?? 0, guess: windowsWord(bytes, offset) });
}

/** Offset of the first byte that begins no well-formed UTF-8 sequence (Unicode, table 3-7); the length when there is none. */
export function firstBadByte(bytes: Uint8Array): number {
  let i = 0;
  while (i < bytes.length) {
    const length = sequenceLength(bytes, i);
    if (length === 0) return i;
    i += length;
  }
  return bytes.length;
}

/** 1 to 4; 0 when the bytes at `i` are no sequence. */
function sequenceLength(bytes: Uint8Array, i: number): number {
  const lead = bytes[i] ?? 0;
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  const second = bytes[i + 1] ?? 0;
  // The narrower ranges rule out overlong forms, surrogates and points above U+10FFFF.
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return 0;
  for (let k = 2; k < length; k++) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

/** Line and UTF-16 column of an offset whose bytes before it are well-formed; a BOM counts nothing. */
function pointOf(bytes: Buffer, offset: number): Point {
  let line = 1;
  let lineStart = 0;
  for (let at = bytes.indexOf(10); at !== -1 && at < offset; at = bytes.indexOf(10, at + 1)) {
    line++;
    lineStart = at + 1;
  }
  const before = bytes.toString('utf8', lineStart, offset);
  const bom = line === 1 && before.charCodeAt(0) === BOM ? 1 : 0;
  return { line, column: before.length - bom + 1 };
}

/** The word around the bad byte as Windows-1252 would read it: most often what the author meant. */
function windowsWord(bytes: Buffer, offset: number): string {
  const from = Math.max(0, offset - 24);
  const around = new TextDecoder('windows-1252').decode(bytes.subarray(from, offset + 24));
  const place = offset - from;
  const before = /[\p{L}\p{N}\p{P}]*$/u.exec(around.slice(0, place))?.[0] ?? '';
  const after = /^[\p{L}\p{N}\p{P}]*/u.exec(around.slice(place))?.[0] ?? '';
  return after === '' ? '' : before + after;
}
