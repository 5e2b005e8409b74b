/** The HTML report: one file with its own script, style and data, that asks nothing of any network. */
import { createHash } from 'node:crypto';
import type { Row } from '../engine/database.ts';
import { packColumn, type PageData } from '../page/data.ts';
import { wordsOf } from '../page/words.ts';
import type { Kind } from '../reports/reports.ts';

export interface HtmlOptions {
  report: string;
  language: string;
  asOf: number;
  made: number;
  lectern: string;
  asked: [string, string][];
  /** Columns that people read first. */
  brief: readonly string[];
  /** `report/page.js` and `report/page.css` of the built Lectern. */
  script: string;
  style: string;
}

/** Statement ids and the like are for machines; a page that is read has no room for them. */
const LEFT_OUT = ['evidence', 'first_stored', 'last_stored', 'content', 'registration', 'session'];

export function htmlReport(rows: readonly Row[], columns: Readonly<Record<string, Kind>>, options: HtmlOptions): string {
  const { script, style, brief, ...rest } = options;
  const data: PageData = { ...rest, brief: readable(rows, brief), count: rows.length, columns: Object.entries(columns).filter(([name]) => !LEFT_OUT.includes(name)).map(([name, kind]) => packColumn(name, kind, rows.map((row) => row[name] ?? null))) };
  const words = wordsOf(options.language);
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const policy = `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)} 'unsafe-hashes'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${words.code}" dir="${words.dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(`${words.reports[options.report] ?? options.report} · ${words.asOf(new Date(options.asOf).toISOString().slice(0, 10))}`)}</title>
<style>${style}</style>
</head>
<body>
<report-page></report-page>
<script id="report-data" type="application/json">${inScript(JSON.stringify(data))}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** The address of a course is for machines where each row has its title. */
function readable(rows: readonly Row[], brief: readonly string[]): string[] {
  const titled = brief.includes('title') && rows.every((row) => (row['title'] ?? null) !== null);
  return brief.filter((name) => name !== 'course' || !titled);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** No text of the data can end the element it stands in. */
function inScript(json: string): string {
  return json.replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}
