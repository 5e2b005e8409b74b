/** A spreadsheet with typed cells, a heading that stays, and filters. */
import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import writeExcelFile, { type Feature, type SheetData } from 'write-excel-file/node';
import type { Row } from '../engine/database.ts';
import type { Kind } from '../reports/reports.ts';
import { heading } from './table.ts';

/** Rows that a sheet can hold, the heading included. */
export const SHEET_ROWS = 1_048_576;

const WIDTHS: Readonly<Record<Kind, number>> = { text: 28, time: 18, date: 12, count: 10, number: 12, share: 10, score: 10, duration: 12, flag: 8 };
const FORMATS: Partial<Record<Kind, string>> = { time: 'yyyy-mm-dd hh:mm', date: 'yyyy-mm-dd', share: '0.0%', score: '0.0%', number: '0.000', duration: '[h]:mm:ss', count: '0' };
const DAY_MS = 86_400_000;
/** Characters that a cell can hold. */
const CELL_MAX = 32_767;

export async function xlsx(rows: readonly Row[], columns: Readonly<Record<string, Kind>>, sheet: string, rightToLeft = false): Promise<Uint8Array> {
  const kinds = Object.entries(columns);
  const data = [
    kinds.map(([name]) => ({ value: heading(name), type: String, fontWeight: 'bold' as const, backgroundColor: '#e8edf3' })),
    ...rows.map((row) => kinds.map(([name, kind]) => cell(row[name] ?? null, kind))),
  ] as SheetData;
  const last = `${letters(kinds.length)}${rows.length + 1}`;
  const file = writeExcelFile(data, { sheet, columns: kinds.map(([, kind]) => ({ width: WIDTHS[kind] })), stickyRowsCount: 1, rightToLeft }, { features: [filters(sheet, last)] });
  return await file.toBuffer();
}

/** A text never becomes a formula here: cells of type string are shown as they are. */
function cell(value: Row[string], kind: Kind): object | null {
  if (value === null || value === undefined) return null;
  const format = FORMATS[kind];
  const formatted = format === undefined ? {} : { format };
  if (kind === 'time' || kind === 'date') return { value: new Date(Number(value)), type: Date, ...formatted };
  if (kind === 'flag') return { value: value === true, type: Boolean };
  if (kind === 'text') return { value: xmlText(String(value)), type: String };
  return { value: kind === 'duration' ? Number(value) / DAY_MS : Number(value), type: Number, ...formatted };
}

/** Control characters are not allowed in XML at all. */
function xmlText(text: string): string {
  return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd').slice(0, CELL_MAX);
}

/**
 * The library leaves filters to features like this one. They stand right behind the rows (ECMA-376 part 1, 18.3.1.99), and under a name in the
 * workbook, which LibreOffice goes by. A heading that stays has nothing to its left, so the pane that moves is the one below it.
 */
function filters(sheet: string, last: string): Feature<Stream | Buffer | Blob> {
  const name = `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'${sheet}'!$A$1:${last.replace(/^([A-Z]+)/, '$$$1$$')}</definedName>`;
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': { transform: (content) => content.replace('</sheetData>', `</sheetData><autoFilter ref="A1:${last}"/>`).replace(' xSplit="0"', '').replace('activePane="bottomRight"', 'activePane="bottomLeft"') },
        'xl/workbook.xml': { transform: (content) => content.replace('<definedNames/>', () => `<definedNames>${name}</definedNames>`) },
      },
    },
  };
}

function letters(column: number): string {
  return column <= 26 ? String.fromCharCode(64 + column) : letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1);
}
