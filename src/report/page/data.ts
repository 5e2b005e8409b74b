/** The data of an HTML report: columns instead of rows, repeated texts once, so that 100,000 learners fit into a page. */

export type CellKind = 'text' | 'time' | 'date' | 'count' | 'number' | 'share' | 'score' | 'duration' | 'flag';
export type Cell = string | number | boolean | null;

/** Texts are numbers of `texts`, -1 for none; everything else stands as it is. */
export interface Column {
  name: string;
  kind: CellKind;
  texts: string[] | null;
  values: (number | boolean | null)[];
}

export interface PageData {
  report: string;
  language: string;
  /** Milliseconds since 1970. */
  asOf: number;
  made: number;
  lectern: string;
  /** What was asked for, as pairs of a word and its value. */
  asked: [string, string][];
  count: number;
  /** Names of the columns that people read first; the others are shown when asked for, and not on paper. */
  brief: string[];
  columns: Column[];
}

export function packColumn(name: string, kind: CellKind, cells: readonly Cell[]): Column {
  if (kind !== 'text') return { name, kind, texts: null, values: cells.map((cell) => (typeof cell === 'string' ? null : cell)) };
  const numbers = new Map<string, number>();
  const values = cells.map((cell) => {
    if (cell === null) return -1;
    const text = String(cell);
    const known = numbers.get(text) ?? numbers.size;
    numbers.set(text, known);
    return known;
  });
  return { name, kind, texts: [...numbers.keys()], values };
}

export function cellAt(column: Column, row: number): Cell {
  const value = column.values[row] ?? null;
  if (column.texts === null) return value;
  return typeof value === 'number' && value >= 0 ? (column.texts[value] ?? null) : null;
}

/** The page reads its own data: made by the same version, but a file can be damaged. Null when it is not usable. */
export function readPageData(text: string): PageData | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  const data = value as Partial<PageData> | null;
  return typeof data === 'object' && data !== null && Array.isArray(data.columns) && typeof data.count === 'number' ? (data as PageData) : null;
}
