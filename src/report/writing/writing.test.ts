import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell, csvLine } from './csv.ts';
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
