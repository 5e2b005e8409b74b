import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Database, type Row, type Value } from '../engine/database.ts';
import type { Kind } from '../reports/reports.ts';
import { cellText } from './cells.ts';
import { csvCell, csvLine, csvTexts } from './csv.ts';
import { htmlReport } from './html.ts';
import { terminalTable } from './table.ts';

describe('CSV', () => {
  it('comes back cell by cell, whatever is in it', () => {
    fc.assert(fc.property(fc.array(fc.string(), { minLength: 2 }), (cells) => {
      const [read] = parse(csvLine(cells), { relax_column_count: true }) as string[][];
      expect(read?.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, ''))).toEqual(cells);
    }));
  });

  it.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\tx', '=HYPERLINK("http://x")'])('does not let “%s” run as a formula', (text) => expect(csvCell(text)).toMatch(/^"?'/));
  it.each(['-5', '+1.5', '-12%', 'a=b', ''])('leaves “%s” as it is', (text) => expect(csvCell(text)).toBe(text));
});

describe('lines that the engine writes', () => {
  const columns = { learner: 'text', name: 'text', started: 'time', due: 'date', attempts: 'count', best_score: 'score', share: 'share', discrimination: 'number', duration_ms: 'duration', in_time: 'flag' } satisfies Record<string, Kind>;
  const values: Record<Kind, fc.Arbitrary<Value>> = {
    text: fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[=+\-@\t\r,"\n']?[\d.%,"\r\n ]*$/)),
    time: fc.integer({ min: -60_000_000_000_000, max: 250_000_000_000_000 }),
    date: fc.integer({ min: -700_000, max: 2_900_000 }).map((day) => day * 86_400_000),
    count: fc.nat(),
    number: fc.double({ min: -1, max: 1, noNaN: true }),
    share: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 2000 }).map((half) => half / 2000)),
    score: fc.oneof(fc.double({ min: -1, max: 1, noNaN: true }), fc.integer({ min: -2000, max: 2000 }).map((half) => half / 2000)),
    duration: fc.oneof(fc.nat({ max: 1e12 }), fc.nat({ max: 1e6 }).map((half) => half * 500)),
    flag: fc.boolean(),
  };
  const rows = fc.array(fc.record(Object.fromEntries(Object.entries(columns).map(([name, kind]) => [name, fc.option(values[kind], { freq: 8 })]))) as fc.Arbitrary<Row>, { maxLength: 40 });

  it('are those of the page and of the terminal, cell by cell, in the query’s order', async () => {
    const database = await Database.open({ path: ':memory:' });
    await database.run(`CREATE TABLE made (n double, ${Object.entries(columns).map(([name, kind]) => `"${name}" ${TYPES[kind]}`).join(', ')})`);
    await fc.assert(fc.asyncProperty(rows, fc.constantFrom(null, 'learner', 'in_time'), async (made, hidden) => {
      await database.run('DELETE FROM made');
      await database.append('made', made.map((row, index) => [index, ...Object.keys(columns).map((name): Value => row[name] ?? null)]), [false, ...Object.values(columns).map((kind: Kind) => kind === 'time' || kind === 'date')]);
      const of = (value: string) => `-${value}`;
      const wanted = made.map((row) => csvLine(Object.entries(columns).map(([name, kind]) => (name !== hidden || typeof row[name] !== 'string' ? (name === hidden ? '' : cellText(row[name] ?? null, kind)) : of(row[name])))));
      let [text, count] = ['', 0];
      for await (const lot of csvTexts(database, 'SELECT * FROM made ORDER BY n;', columns, hidden === null ? null : { column: hidden, of })) [text, count] = [text + lot.text, count + lot.rows];
      expect(text).toBe([csvLine(Object.keys(columns)), ...wanted].join(''));
      expect(count).toBe(made.length);
    }));
    database.close();
  });
});

const TYPES: Record<Kind, string> = { text: 'varchar', time: 'timestamp', date: 'timestamp', count: 'bigint', number: 'double', share: 'double', score: 'double', duration: 'bigint', flag: 'boolean' };

describe('HTML', () => {
  const options = { report: 'completion', language: 'de', asOf: 0, made: 0, lectern: '1', asked: [] as [string, string][], brief: ['learner'], script: 'void 0', style: 'a{}' };

  it('lets no text of the data out of its element', () => {
    const html = htmlReport([{ learner: '</script><script>alert(1)</script>', status: '<!--\u2028' }], { learner: 'text', status: 'text' }, options);
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html).not.toContain('<!--');
    expect(html).toContain('<html lang="de" dir="ltr">');
  });

  it('allows its own script and style and nothing else', () => {
    expect(htmlReport([], { learner: 'text' }, options)).toMatch(/content="default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+' 'unsafe-hashes'; base-uri 'none'; form-action 'none'"/);
    expect(htmlReport([], { learner: 'text' }, options)).not.toMatch(/https?:\/\//);
  });
});

describe('the table of the terminal', () => {
  it('keeps columns in line for wide characters, and leaves empty columns out', () => {
    const lines = terminalTable([{ learner: '学习者', name: null, best_score: 0.5 }, { learner: 'p1', name: null, best_score: 1 }], { learner: 'text', name: 'text', best_score: 'score' }).split('\n');
    expect(lines).toEqual(['learner  best score', '───────  ──────────', '学习者          50%', 'p1             100%', '']);
  });
});
