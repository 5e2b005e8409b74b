/** Which encoding a table is in, told from all of its bytes: a guess is said, because names may hang on it. */
import { createReadStream } from 'node:fs';

export interface Encoding {
  /** As TextDecoder calls it. */
  name: 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis' | 'windows-1252';
  /** Words that are right only if the guess is; null where nothing was guessed. */
  example: string | null;
}

/** Bytes that stand for nothing in Windows-1252: null is the answer for a file that is in none of these encodings. */
const NO_WINDOWS = /[\x81\x8d\x8f\x90\x9d]/;

/** Moodle's “Excel CSV” is UTF-16; spreadsheets of Windows write its own, in Japan Shift-JIS. */
export async function encodingOf(path: string, start: Uint8Array): Promise<Encoding | null> {
  const wide = wideEncoding(start);
  if (wide !== null) return { name: wide, example: null };
  const foreign = await firstForeign(path);
  if (foreign === null) return { name: 'utf-8', example: null };
  // From the beginning of a line, where no character is torn.
  const sample = foreign.subarray(foreign.indexOf(10) + 1);
  const japanese = shiftJis(sample);
  if (japanese !== null) return { name: 'shift_jis', example: wordIn(japanese) };
  const latin = Buffer.from(sample).toString('latin1');
  return NO_WINDOWS.test(latin) ? null : { name: 'windows-1252', example: wordIn(new TextDecoder('windows-1252').decode(sample)) };
}

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Without its mark: every other byte of a heading in Latin letters is nothing.
  if (bytes[0] !== 0 && bytes[1] === 0 && bytes[2] !== 0 && bytes[3] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] !== 0 && bytes[2] === 0 && bytes[3] !== 0) return 'utf-16be';
  return null;
}

/** The first part of the file that is not UTF-8; null when all of it is. */
async function firstForeign(path: string): Promise<Uint8Array | null> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let last: Uint8Array | null = null;
  try {
    for await (const bytes of createReadStream(path)) {
      last = bytes as Uint8Array;
      decoder.decode(last, { stream: true });
    }
    decoder.decode();
    return null;
  } catch (error) {
    if (error instanceof TypeError) return last;
    throw error;
  }
}

/** Kana, of which Japanese is half made; a Western word has no two of the bytes that begin them. */
const LEAST_KANA = 2;

/** The text, when it is Japanese. A last character may be torn. */
function shiftJis(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('shift_jis', { fatal: true }).decode(bytes, { stream: true });
    return (text.match(/[\u3041-\u3096\u30a1-\u30fa]/g) ?? []).length >= LEAST_KANA ? text : null;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

const LONGEST = 40;

function wordIn(text: string): string {
  return (/[\p{L}\p{N}\p{M}'’-]*[^\x00-\x7f][\p{L}\p{N}\p{M}'’-]*/u.exec(text)?.[0] ?? '').slice(0, LONGEST);
}
