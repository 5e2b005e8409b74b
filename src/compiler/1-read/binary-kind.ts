/** What a file that is not text seems to be, in the words of its user. */

/** First bytes, and what they announce. A text never begins with any of these. */
const SIGNATURES: [signature: string, kind: string][] = [
  ['%PDF-', 'a PDF document'],
  ['{\\rtf', 'a rich text document (.rtf)'],
  ['\xd0\xcf\x11\xe0', 'an old Word, PowerPoint or Excel document (.doc, .ppt, .xls)'],
  ['\x89PNG', 'a PNG picture'],
  ['\xff\xd8\xff', 'a JPEG picture'],
  ['GIF87a', 'a GIF picture'],
  ['GIF89a', 'a GIF picture'],
  ['\x1f\x8b', 'a gzip archive'],
  ['7z\xbc\xaf', 'a 7-Zip archive'],
  ['Rar!\x1a', 'a RAR archive'],
  ['SQLite format 3\0', 'a database'],
  ['\x7fELF', 'a program'],
  ['bplist00', 'a property list'],
];

/** Names of files inside a ZIP, and what they announce. */
const ARCHIVES: [inside: string, kind: string][] = [
  ['word/document.xml', 'a Word document (.docx)'],
  ['ppt/presentation.xml', 'a PowerPoint presentation (.pptx)'],
  ['xl/workbook.xml', 'an Excel workbook (.xlsx)'],
  ['application/vnd.oasis.opendocument', 'a LibreOffice document'],
  ['application/epub+zip', 'an e-book (.epub)'],
  ['imsmanifest.xml', 'a course package, not its source'],
];

/** Null when the beginning of the file announces nothing known. */
export function binaryKind(bytes: Buffer): string | null {
  const head = bytes.toString('latin1', 0, 16);
  if (head.startsWith('PK\x03\x04')) return ARCHIVES.find(([inside]) => bytes.includes(inside, 0, 'latin1'))?.[1] ?? 'a ZIP archive';
  if (head.slice(4, 8) === 'ftyp') return 'a video or an Apple picture';
  if (head.startsWith('RIFF') && /^(WEBP|WAVE|AVI )/.test(head.slice(8))) return 'a picture, sound or video';
  return SIGNATURES.find(([signature]) => head.startsWith(signature))?.[1] ?? null;
}

/**
 * Control bytes that no text has, counted in the first 8 kB. A stray NUL in UTF-8 text is not enough: that one is reported
 * with its place when the text is parsed. Text in an older encoding is given less credit, because any bytes would be that.
 */
export function looksBinary(bytes: Buffer, utf8: boolean): boolean {
  const sample = bytes.subarray(0, 8192);
  let controls = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127) controls++;
  if (utf8) return controls > Math.max(2, sample.length / 10);
  return sample.includes(0) || controls > sample.length / 50;
}
