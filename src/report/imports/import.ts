/** Takes files into the store: finds out what each is, keeps what can be read, and says of the rest what was wrong. */
import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { type Diagnostic, type Place, wholeFile } from '../../diagnostics/diagnostic.ts';
import type { Database } from '../engine/database.ts';
import { readTimestamp } from '../statement/time.ts';
import { addStatements, type Incoming } from '../store/store.ts';
import { type DateOrder, readDate } from './dates.ts';
import { firstBytes, type Line, readDelimited } from './delimited.ts';
import { encodingOf } from './encoding.ts';
import { columnsOf } from './fields.ts';
import { jsonEntries, NotJson, registrationOf, statementOf } from './json.ts';
import { answerRow, type Origin, rowsOf } from './records.ts';
import { isReceipt, receiptRows } from './receipts.ts';
import { addRoster, assignedCourses } from './roster.ts';
import { isBroken, survey } from './survey.ts';
import { missingIn, recordsOf, type RosterLine, rosterLine, type Table, TABLE_FORMATS, type TableFormat, tableOf, type TableRules, twiceIn } from './tables.ts';

export const FORMATS = [...TABLE_FORMATS, 'statements', 'receipts'] as const;
export type ImportFormat = (typeof FORMATS)[number];

export interface ImportRules {
  /** Null: told by the columns. */
  as: ImportFormat | null;
  course: string | null;
  title: string | null;
  mapped: ReadonlyMap<string, string>;
  order: DateOrder | null;
  zone: string;
  passMark: number | null;
  maxScore: number;
  /** Time of the import, milliseconds since 1970. */
  received: number;
}

export interface Imported {
  file: string;
  format: ImportFormat | null;
  /** Statements, or lines of the roster, that were new; that were there; that were set aside. */
  added: number;
  known: number;
  setAside: number;
}

/** Rows that are written at once: a transaction. */
const LOT = 5000;

/** The file under `path` is called `name` in messages. */
export async function importFile(database: Database, path: string, name: string, rules: ImportRules): Promise<{ output: Imported; diagnostics: Diagnostic[] }> {
  const taking = new Taking(database, name, rules);
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) taking.refuse('there is no such file');
  else if (isWorkbook(firstBytes(path))) taking.refuse('it is a workbook or another packed file, not a table', 'Open it in your spreadsheet and save the sheet as CSV (UTF-8).');
  else if (await startsWith(path, /^(?:\ufeff|\s)*</)) taking.refuse('it is a web page or XML, not a table', 'Download it again, since the page that asks for a password may have come instead; or open it in your spreadsheet and save the sheet as CSV (UTF-8).');
  else if (await startsWith(path, /^(?:\ufeff|\s)*[[{]/)) await taking.json(path);
  else await taking.table(path);
  if (taking.output.format !== null) await taking.log(path);
  return { output: taking.output, diagnostics: taking.diagnostics };
}

/** XLSX and ODS are zips; the old XLS begins with the marks of its container. */
function isWorkbook(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  return start === '504b0304' || start === 'd0cf11e0';
}

async function startsWith(path: string, how: RegExp): Promise<boolean> {
  for await (const bytes of createReadStream(path, { end: 4095 })) return how.test(String(bytes));
  return false;
}

class Taking {
  readonly diagnostics: Diagnostic[] = [];
  readonly output: Imported;
  readonly #database: Database;
  readonly #rules: ImportRules;
  #lot: Incoming[] = [];

  constructor(database: Database, name: string, rules: ImportRules) {
    this.#database = database;
    this.#rules = rules;
    this.output = { file: name, format: null, added: 0, known: 0, setAside: 0 };
  }

  refuse(reason: string, help?: string): void {
    this.diagnostics.push(diagnose('report/file', wholeFile(this.output.file), { name: this.output.file, reason, ...(help === undefined ? {} : { help }) }));
  }

  #setAside(where: string, line: number, reason: string): void {
    this.output.setAside += 1;
    const place: Place = { file: this.output.file, start: { line, column: 1 }, end: { line, column: 1 } };
    this.diagnostics.push(diagnose('report/row', place, { row: where, reason }));
  }

  async json(path: string): Promise<void> {
    const { as, received } = this.#rules;
    try {
      for await (const entry of jsonEntries(path)) {
        if (as === 'receipts' || (as === null && isReceipt(entry.value))) {
          this.output.format ??= 'receipts';
          const read = receiptRows(entry, `receipts:${basename(path)}`, this.#rules.course, received);
          if ('reason' in read) this.#setAside(entry.where, entry.line, read.reason);
          else await this.#add(read.rows);
          continue;
        }
        const cloud = as === 'scorm-cloud' || (as === null && typeof entry.value === 'object' && entry.value !== null && ('registrationCompletion' in entry.value || 'registrationSuccess' in entry.value));
        this.output.format ??= cloud ? 'scorm-cloud' : (as ?? 'statements');
        if (!cloud) {
          const one = statementOf(entry, `${this.output.format}:${basename(path)}`, received);
          if ('reason' in one) this.#setAside(entry.where, entry.line, one.reason);
          else await this.#add([one]);
          continue;
        }
        const read = registrationOf(entry.value, (text) => readTimestamp(text) ?? atOf(readDate(text, { order: this.#rules.order, zone: this.#rules.zone })));
        if ('reason' in read) this.#setAside(entry.where, entry.line, read.reason);
        else await this.#add(rowsOf(read.record, this.#origin('scorm-cloud', path, entry.line, { registration: entry.text ?? '' })));
      }
    } catch (error) {
      if (!(error instanceof NotJson)) throw error;
      this.refuse(error.message);
    }
    await this.#flush();
  }

  async table(path: string): Promise<void> {
    const { as, mapped, course } = this.#rules;
    const encoding = await encodingOf(path, firstBytes(path));
    if (encoding === null) return this.refuse('its letters are in an encoding that cannot be told for certain', 'Open it in your spreadsheet, see that names look right, and save the sheet as CSV (UTF-8).');
    const lines = readDelimited(path);
    const header = await this.#header(lines);
    if (header === null) return;
    const table = tableOf(header.cells, TABLE_FORMATS.find((format): format is TableFormat => format === as) ?? null, mapped);
    const missing = missingIn(table, course);
    if (missing !== null) {
      const params = { name: this.output.file, columns: header.cells.slice(0, 30).filter((cell) => cell !== '') };
      if (missing === 'learner') this.diagnostics.push(diagnose('report/unknown-columns', wholeFile(this.output.file), params));
      else this.diagnostics.push(diagnose('report/no-course', wholeFile(this.output.file), { ...params, courses: await assignedCourses(this.#database) }));
      return;
    }
    const twice = twiceIn(table);
    if (twice !== null) {
      this.refuse(`two of its columns are called “${twice}”, and they need not say the same`, 'Rename one of them in your spreadsheet, so that it is clear which one counts.');
      return;
    }
    const { order, ambiguous, part } = await survey(path, table, this.#rules.order);
    if (ambiguous !== null) {
      this.diagnostics.push(diagnose('report/date-order', wholeFile(this.output.file), { name: this.output.file, example: ambiguous }));
      return;
    }
    this.output.format = table.format;
    const { name, example } = encoding;
    if (example !== null) this.diagnostics.push(diagnose('report/encoding', wholeFile(this.output.file), { name: this.output.file, encoding: name === 'shift_jis' ? 'Shift-JIS' : 'Windows-1252', example }));
    const rules: TableRules = { ...this.#rules, dates: { order, zone: this.#rules.zone }, part };
    if (table.format === 'roster') await this.#roster(table, lines, rules);
    else await this.#records(table, lines, rules, path);
  }

  async #header(lines: AsyncGenerator<Line>): Promise<Line | null> {
    try {
      const { value, done } = await lines.next();
      if (done !== true && (value.cells.length > 1 || columnsOf(value.cells, this.#rules.mapped).size > 0) && !value.cells.some((cell) => cell.includes('\u0000'))) return value;
      this.refuse(done === true ? 'it is empty' : 'it is no table with columns and no JSON; LMSs offer their reports as CSV');
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error)) throw error;
      this.refuse(`it is no table: ${error.message}`);
    }
    return null;
  }

  async #records(table: Table, lines: AsyncGenerator<Line>, rules: TableRules, path: string): Promise<void> {
    await this.#eachLine(lines, async (line) => {
      const read = recordsOf(table, line, rules);
      if ('reason' in read) return read.reason;
      const cells = Object.fromEntries(table.header.map((name, index) => [name, line.cells[index] ?? '']));
      const origin = this.#origin(table.format, path, line.line, cells);
      for (const { record, answers } of read.records) await this.#add([...rowsOf(record, origin), ...answers.map((answer) => answerRow(record, answer, origin))]);
      return null;
    });
    await this.#flush();
  }

  async #roster(table: Table, lines: AsyncGenerator<Line>, rules: TableRules): Promise<void> {
    const seen = new Map<string, RosterLine & { at: number }>();
    let repeated = 0;
    const roster: (RosterLine & { at: number })[] = [];
    await this.#eachLine(lines, async (line) => {
      const read = rosterLine(table, line, rules);
      if ('reason' in read) return read.reason;
      const key = JSON.stringify([read.line.learner, read.line.course]);
      const before = seen.get(key);
      // Messages may end in logs: they name lines, not people.
      if (before !== undefined && !isDeepStrictEqual({ ...read.line, at: before.at }, before)) return `line ${before.at} has the same learner and the same course, and says something else`;
      if (before !== undefined) {
        repeated += 1;
        return null;
      }
      const one = { ...read.line, at: line.line };
      seen.set(key, one);
      roster.push(one);
      return null;
    });
    const { added, clashes } = await addRoster(this.#database, roster);
    for (const { line, other } of clashes) this.#setAside(`The e-mail address or account on line ${line}`, line, `it is that of ${other === null ? 'somebody in an earlier roster' : `line ${other}`}, and would make one person of two`);
    this.output.added += added;
    this.output.known += roster.length - added + repeated;
  }

  /** A row that csv-parse refuses ends the file: what comes behind it cannot be told apart. */
  async #eachLine(lines: AsyncGenerator<Line>, take: (line: Line) => Promise<string | null>): Promise<void> {
    let last = 1;
    try {
      for await (const line of lines) {
        last = line.line;
        const reason = await take(line);
        if (reason !== null) this.#setAside(`Row ${line.line}`, line.line, reason);
      }
    } catch (error) {
      if (!isBroken(error)) throw error;
      this.#setAside(`All from row ${last + 1} on`, last + 1, 'a quotation mark is opened there and never closed');
    }
  }

  #origin(format: string, path: string, line: number, cells: Record<string, string>): Origin {
    return { source: `${format}:${basename(path)}`, format, cells, line, received: this.#rules.received };
  }

  async #add(rows: Incoming[]): Promise<void> {
    this.#lot.push(...rows);
    if (this.#lot.length >= LOT) await this.#flush();
  }

  async #flush(): Promise<void> {
    const lot = this.#lot;
    this.#lot = [];
    if (lot.length === 0) return;
    await this.#database.transaction(async () => {
      const { added, known, conflicts } = await addStatements(this.#database, lot);
      this.output.added += added;
      this.output.known += known;
      this.output.setAside += conflicts.length;
      for (const id of conflicts) this.diagnostics.push(diagnose('report/conflict', wholeFile(this.output.file), { id }));
    });
  }

  /** Which file it was, for the record: its hash shows later that this one was meant. */
  async log(path: string): Promise<void> {
    const hash = createHash('sha256');
    for await (const bytes of createReadStream(path)) hash.update(bytes as Uint8Array);
    const { format, added, known, setAside, file } = this.output;
    await this.#database.run('INSERT INTO import_log VALUES (make_timestamp($at::BIGINT * 1000), $source, $format, $sha256, $added, $known, $aside, NULL, $rules)', { at: this.#rules.received, source: basename(file), format, sha256: hash.digest('hex'), added, known, aside: setAside, rules: JSON.stringify(chosen(this.#rules)) });
  }
}

function atOf(reading: ReturnType<typeof readDate>): number | null {
  return typeof reading === 'string' ? null : reading.at;
}

/** What the caller chose, and only that. */
function chosen({ as, course, title, mapped, order, zone, passMark, maxScore }: ImportRules): Record<string, unknown> {
  const choices = { as, course, title, map: mapped.size === 0 ? null : Object.fromEntries(mapped), dates: order, timeZone: zone, passMark, maxScore };
  return Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== null));
}
