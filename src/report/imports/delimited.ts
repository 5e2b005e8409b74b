/** Opens a table that an LMS or a spreadsheet wrote: finds its separator, and gives rows with their lines. */
import { createReadStream, openSync, readSync, closeSync } from 'node:fs';
import { parse } from 'csv-parse';
import { encodingOf } from './encoding.ts';

export interface Line {
  /** First line of the row in the file, from 1; the header is on line 1. */
  line: number;
  cells: string[];
}

const SNIFFED = 65_536;
const SEPARATORS = [',', ';', '\t', '|'];
/** Excel's own word for it, as the first line. */
const NAMED_SEPARATOR = /^\ufeff?"?sep=([,;\t|])"?(?:\r\n|\n|\r)/i;

/** The first lot is the header alone. Quotes that stand in the middle of a cell are taken as they are. */
export async function* readDelimited(path: string): AsyncGenerator<Line> {
  const start = firstBytes(path);
  const encoding = (await encodingOf(path, start))?.name ?? 'windows-1252';
  const text = new TextDecoder(encoding).decode(start);
  const named = NAMED_SEPARATOR.exec(text);
  const delimiter = named?.[1] ?? separatorOf(text);
  const read: Line[] = [];
  let line = 1;
  // Rows go into a list of our own: those before a row that cannot be read would be lost with the stream.
  const parser = parse({
    bom: true, delimiter, relax_quotes: true, relax_column_count: true, skip_empty_lines: true, max_record_size: 1_048_576,
    on_record: (cells: string[], { lines }) => {
      const row = { line, cells: cells.map((cell) => cell.trim()) };
      // Spreadsheets write rows that were emptied as nothing but separators, and their own separator ahead of all.
      if (row.cells.some((cell) => cell !== '') && !(line === 1 && named !== null)) read.push(row);
      line = lines + 1;
      return null;
    },
  });
  let broken: Error | null = null;
  const ended = new Promise<void>((resolve) => parser.on('error', (error) => { broken = error; resolve(); }).on('end', resolve));
  parser.resume();
  for await (const text of texts(path, encoding)) {
    parser.write(text);
    yield* read.splice(0);
    if (broken !== null) throw broken;
  }
  parser.end();
  await ended;
  yield* read.splice(0);
  if (broken !== null) throw broken;
}

async function* texts(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const bytes of createReadStream(path)) yield decoder.decode(bytes as Uint8Array, { stream: true });
  yield decoder.decode();
}

export function firstBytes(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(SNIFFED);
    return bytes.subarray(0, readSync(file, bytes, 0, SNIFFED, 0));
  } finally {
    closeSync(file);
  }
}

/** The one that stands most often in the first line, outside quotes. */
function separatorOf(text: string): string {
  const [header = ''] = text.replace(/"[^"]*"/g, '""').split(/\r\n|\n|\r/);
  const counts = SEPARATORS.map((separator) => header.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}
