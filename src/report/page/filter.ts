/** Which rows match the search and the choices, and in which order. Pure; 100,000 rows take a few milliseconds. */
import { cellAt, type Column, type PageData } from './data.ts';
import { columnOf, type Rows } from './figures.ts';
import { valueWords, type Words } from './words.ts';

export interface Choice {
  search: string;
  /** Column to the value it must have; '' stands for cells without any. */
  equal: ReadonlyMap<string, string>;
  sort: { column: string; descending: boolean } | null;
}

/** What the search looks through, in lower case, a text a row. */
export function haystack(data: PageData, words: Words): string[] {
  const columns = ['learner', 'name', 'group_name', 'course', 'title', 'item', 'response', 'objective', 'id', 'verb', 'reason'].flatMap((name) => columnOf(data, name) ?? []);
  const lower = columns.map(({ name, texts }) => texts?.map((text) => valueWords(name, text, words).toLowerCase()) ?? []);
  return Array.from({ length: data.count }, (_, row) => columns.map((column, index) => lower[index]?.[Number(column.values[row])] ?? '').join('\n'));
}

export function matching(data: PageData, texts: readonly string[], { search, equal, sort }: Choice): Rows {
  const words = search.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const wanted = [...equal].flatMap(([name, value]) => {
    const column = columnOf(data, name);
    return column === null ? [] : [{ column, number: value === '' ? -1 : (column.texts?.indexOf(value) ?? -1) }];
  });
  const rows: number[] = [];
  for (let row = 0; row < data.count; row += 1) {
    if (wanted.every(({ column, number }) => column.values[row] === number) && words.every((word) => texts[row]?.includes(word) === true)) rows.push(row);
  }
  const column = sort === null ? null : columnOf(data, sort.column);
  if (column !== null && sort !== null) sorted(rows, column, sort.descending);
  return Int32Array.from(rows);
}

/** Empty cells last, whichever way round. */
function sorted(rows: number[], column: Column, descending: boolean): void {
  const collator = new Intl.Collator(undefined, { numeric: true });
  const order = column.texts?.map((text, index) => ({ text, index })).sort((a, b) => collator.compare(a.text, b.text));
  const place = new Map(order?.map(({ index }, at) => [index, at]));
  const key = (row: number): number | null => {
    if (column.texts !== null) return place.get(Number(column.values[row])) ?? null;
    const value = cellAt(column, row);
    return value === null ? null : Number(value);
  };
  rows.sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    if (left === null || right === null) return left === right ? a - b : left === null ? 1 : -1;
    return (descending ? right - left : left - right) || a - b;
  });
}
