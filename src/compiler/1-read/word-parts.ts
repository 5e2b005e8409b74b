/** Opens a Word document (.docx) as what it is, a ZIP of parts, without trusting what it says of its own size. */
import JSZip from 'jszip';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { type Diagnostic, wholeFile } from '../../diagnostics/diagnostic.ts';
import { binaryKind } from './binary-kind.ts';

/** Parts by their names in the document, such as `word/document.xml`. */
export type WordParts = Map<string, Uint8Array>;

export const MAIN_PART = 'word/document.xml';

const MEGABYTE = 1024 * 1024;
/** Of text and of all there is, after unpacking. A book of five hundred pages has half of it; reading takes a second a megabyte. */
const LARGEST = { xml: 16 * MEGABYTE, total: 512 * MEGABYTE };
const MOST_PARTS = 10_000;

/** Only what a lesson is made of is unpacked: text, its relations, and pictures. `file` is quoted and placed. */
export async function wordParts(file: string, bytes: Uint8Array): Promise<{ parts: WordParts | null; diagnostics: Diagnostic[] }> {
  const fail = (diagnostic: Diagnostic) => ({ parts: null, diagnostics: [diagnostic] });
  const refuse = (kind: string | null) => fail(diagnose('file/not-word', wholeFile(file), { name: file, kind }));
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length === 0) return fail(diagnose('file/empty', wholeFile(file), { name: file }));
  const encrypted = Buffer.from('EncryptedPackage', 'utf16le');
  if (buffer.subarray(0, 4).equals(Buffer.from('d0cf11e0', 'hex')) && buffer.includes(encrypted)) return refuse('protected by a password');
  if (buffer.toString('latin1', 0, 2) !== 'PK') return refuse(binaryKind(buffer));
  const zip = await openZip(bytes);
  if (zip === null) return fail(diagnose('file/word-damaged', wholeFile(file), { name: file, reason: 'the file is cut short or was changed on its way' }));
  const names = Object.keys(zip.files).filter((name) => zip.files[name]?.dir === false);
  if (zip.file(MAIN_PART) === null && !names.some((name) => /^word\/document\d*\.xml$/.test(name))) return refuse(binaryKind(buffer) ?? 'a ZIP archive');
  const parts: WordParts = new Map();
  const size = { xml: 0, total: 0 };
  for (const name of names.filter(isNeeded).slice(0, MOST_PARTS)) {
    const xml = /\.(?:xml|rels)$/i.test(name);
    const limit = Math.min(xml ? LARGEST.xml - size.xml : LARGEST.total, LARGEST.total - size.total);
    const part = await inflate(zip, name, limit);
    if (part === 'too large') {
      return fail(diagnose('file/word-too-large', wholeFile(file), { name: file, limit: (xml ? LARGEST.xml : LARGEST.total) / MEGABYTE, what: xml ? 'text' : 'pictures' }));
    }
    if (part === 'damaged') return fail(diagnose('file/word-damaged', wholeFile(file), { name: file, reason: `its part “${name.slice(0, 60)}” cannot be unpacked` }));
    size.total += part.length;
    if (xml) size.xml += part.length;
    parts.set(name, part);
  }
  return { parts, diagnostics: [] };
}

function isNeeded(name: string): boolean {
  return name === '[Content_Types].xml' || name === '_rels/.rels' || /^word\/(?:document\d*|styles\d*|numbering\d*|footnotes\d*|endnotes\d*)\.xml$/.test(name) || /^word\/_rels\/(?:document\d*|footnotes\d*|endnotes\d*)\.xml\.rels$/.test(name) || /^(?:word\/)?media\//.test(name);
}

async function openZip(bytes: Uint8Array): Promise<JSZip | null> {
  try {
    return await JSZip.loadAsync(bytes);
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

/** What JSZip's streams can do, which its types leave out. */
interface Inflating {
  on(event: 'data', heard: (chunk: Uint8Array) => void): Inflating;
  on(event: 'error', heard: (error: unknown) => void): Inflating;
  on(event: 'end', heard: () => void): Inflating;
  pause(): Inflating;
  resume(): Inflating;
}

/** Unpacks at most `limit` bytes: sizes written in a ZIP may lie. */
function inflate(zip: JSZip, name: string, limit: number): Promise<Uint8Array | 'too large' | 'damaged'> {
  const entry = zip.file(name);
  if (entry === null) return Promise.resolve('damaged');
  return new Promise((done) => {
    const chunks: Uint8Array[] = [];
    let length = 0;
    const stream = (entry as unknown as { internalStream(type: 'uint8array'): Inflating }).internalStream('uint8array');
    stream
      .on('data', (chunk) => {
        length += chunk.length;
        if (length > limit) {
          chunks.length = 0;
          stream.pause();
          done('too large');
        } else chunks.push(chunk);
      })
      .on('error', () => done('damaged'))
      .on('end', () => done(length > limit ? 'too large' : Buffer.concat(chunks)))
      .resume();
  });
}
