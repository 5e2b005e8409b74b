/** DuckDB behind a small door: the only file that knows its package, which is loaded when a report is asked for. */
import type { DuckDBConnection, DuckDBInstance, DuckDBValue } from '@duckdb/node-api';

/** The version that Lectern is tested with. */
export const ENGINE_PACKAGE = '@duckdb/node-api@1.5.5-r.5';

/** Thrown when the optional package is not installed. */
export class EngineMissing extends Error {}

/** Thrown when the file is in use or is no store. `reason` ends a sentence. */
export class StoreUnusable extends Error {
  readonly path: string;
  constructor(path: string, reason: string) {
    super(reason);
    this.path = path;
  }
}

/** Times are milliseconds since 1970. */
export type Value = string | number | boolean | null;
export type Row = Record<string, Value>;

export interface DatabaseOptions {
  /** `:memory:`, or a path. */
  path: string;
  readOnly?: boolean;
  /** Most memory to take, as DuckDB writes it; what does not fit goes to the disk. */
  memory?: string;
  /** Where that goes. */
  scratch?: string;
}

const MEMORY = '1200MB';

export class Database {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.#connection = connection;
  }

  static async open({ path, readOnly = false, memory = MEMORY, scratch }: DatabaseOptions): Promise<Database> {
    const { DuckDBInstance } = await load();
    const config: Record<string, string> = { memory_limit: memory, preserve_insertion_order: 'false', autoinstall_known_extensions: 'false', autoload_known_extensions: 'true' };
    if (readOnly) config['access_mode'] = 'READ_ONLY';
    if (scratch !== undefined) config['temp_directory'] = scratch;
    try {
      const instance = await DuckDBInstance.create(path, config);
      return new Database(instance, await instance.connect());
    } catch (error) {
      throw unusable(path, error);
    }
  }

  /** One statement, or several with `;` at the ends of lines. */
  async run(sql: string, values?: Record<string, Value>): Promise<void> {
    if (values !== undefined) {
      await this.#connection.run(sql, values);
      return;
    }
    for (const statement of splitSql(sql)) await this.#connection.run(statement);
  }

  async all(sql: string, values?: Record<string, Value>): Promise<Row[]> {
    const rows: Row[] = [];
    for await (const some of this.chunks(sql, values)) rows.push(...some);
    return rows;
  }

  /** The rows in lots of some thousand, while the engine works on the next ones. */
  async *chunks(sql: string, values?: Record<string, Value>): AsyncGenerator<Row[]> {
    const result = await this.#connection.stream(sql.trim().replace(/;$/, ''), values);
    const names = result.columnNames();
    for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
      yield rowsOf(chunk.getColumns(), names, chunk.rowCount);
    }
  }

  /** Adds rows to a table that has exactly these columns, in this order. */
  async append(table: string, rows: readonly (readonly Value[])[], times: readonly boolean[]): Promise<void> {
    if (rows.length === 0) return;
    const { DuckDBTimestampValue } = await load();
    const appender = await this.#connection.createAppender(table);
    for (const row of rows) {
      row.forEach((value, index) => {
        if (value === null) appender.appendNull();
        else if (times[index] === true) appender.appendTimestamp(new DuckDBTimestampValue(BigInt(Math.trunc(Number(value))) * 1000n));
        else if (typeof value === 'string') appender.appendVarchar(value);
        else if (typeof value === 'boolean') appender.appendBoolean(value);
        else appender.appendDouble(value);
      });
      appender.endRow();
    }
    appender.closeSync();
  }

  /** All or nothing. */
  async transaction(work: () => Promise<void>): Promise<void> {
    await this.#connection.run('BEGIN');
    try {
      await work();
      await this.#connection.run('COMMIT');
    } catch (error) {
      await this.#connection.run('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }
}

async function load(): Promise<typeof import('@duckdb/node-api')> {
  try {
    return await import('@duckdb/node-api');
  } catch (error) {
    if (isMissing(error)) throw new EngineMissing('DuckDB is not installed');
    throw error;
  }
}

/** The package, or the part of it that belongs to this system, cannot be found. */
function isMissing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && (error.code === 'ERR_MODULE_NOT_FOUND' || error.code === 'MODULE_NOT_FOUND')) || isMissing(error.cause);
}

function unusable(path: string, error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (/lock/i.test(error.message)) return new StoreUnusable(path, 'another program is using it');
  if (/not a valid DuckDB|Could not read|newer version|IO Error|Cannot open/i.test(error.message)) return new StoreUnusable(path, /No such file|does not exist/.test(error.message) ? 'it does not exist' : 'it is no store of lectern report, or is damaged');
  return error;
}

/** Column by column, as they come: several times quicker than row by row. */
function rowsOf(columns: readonly (readonly DuckDBValue[])[], names: readonly string[], count: number): Row[] {
  const rows: Row[] = Array.from({ length: count }, () => ({}));
  for (const [index, name] of names.entries()) {
    const column = columns[index] ?? [];
    for (let at = 0; at < count; at += 1) {
      const row = rows[at];
      if (row !== undefined) row[name] = plain(column[at] ?? null);
    }
  }
  return rows;
}

/** Statements end in `;` at the end of a line; comments of whole lines are left out. */
export function splitSql(text: string): string[] {
  return text.replace(/^\s*--.*$/gm, '').split(/;[ \t]*(?:\n|$)/).map((part) => part.trim()).filter((part) => part !== '');
}

function plain(value: DuckDBValue): Value {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'object' && 'micros' in value) return Number(value.micros as bigint) / 1000;
  return String(value);
}

/** A text as an SQL literal, for names of files, which cannot be parameters. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
