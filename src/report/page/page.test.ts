import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, cellAt, packColumn, type PageData, readPageData } from './data.ts';
import { doneByMonth, REST, scoreSteps, statusByGroup } from './figures.ts';
import { haystack, matching } from './filter.ts';
import { cellWords } from './report-rows.ts';
import { PAGE_LANGUAGES, valueWords, wordsOf } from './words.ts';
import AUDIT from '../sql/audit.sql?raw';

const texts = fc.array(fc.option(fc.string(), { nil: null }), { maxLength: 50 });

function page(columns: Record<string, Cell[]>, kinds: Record<string, 'text' | 'time' | 'score'> = {}): PageData {
  const packed = Object.entries(columns).map(([name, cells]) => packColumn(name, kinds[name] ?? 'text', cells));
  return { report: 'completion', language: 'en', asOf: 0, made: 0, lectern: '0', asked: [], brief: Object.keys(columns), count: packed[0]?.values.length ?? 0, columns: packed };
}

const PEOPLE = page({ learner: ['p1', 'p2', 'p10', 'p3'], name: ['Ada', 'Ben', null, 'Çem'], group_name: ['A', 'B', 'A', null], status: ['passed', 'overdue', 'passed', 'failed'] });
const choose = (search: string, equal: [string, string][] = [], sort: { column: string; descending: boolean } | null = null) => Array.from(matching(PEOPLE, haystack(PEOPLE, wordsOf('en')), { search, equal: new Map(equal), sort }));

describe('the data of a page', () => {
  it('comes back as it went in', () => {
    fc.assert(fc.property(texts, (cells) => {
      const column = packColumn('x', 'text', cells);
      return cells.every((cell, row) => cellAt(column, row) === cell);
    }));
  });

  it('is nothing when it is damaged', () => {
    expect(readPageData('{"columns":')).toBeNull();
    expect(readPageData('null')).toBeNull();
  });
});

describe('search and choice', () => {
  it('find every word anywhere in a row, whatever its case', () => expect([choose('ADA'), choose('p1'), choose('p1 ada'), choose('çe'), choose('zz')]).toEqual([[0], [0, 2], [0], [3], []]));
  it('narrow by value, and by no value', () => expect([choose('', [['status', 'passed']]), choose('', [['group_name', '']]), choose('', [['status', 'passed'], ['group_name', 'B']])]).toEqual([[0, 2], [3], []]));
  it('sort texts as people do, empty cells last both ways', () => {
    expect(choose('', [], { column: 'learner', descending: false })).toEqual([0, 1, 3, 2]);
    expect(choose('', [], { column: 'name', descending: false })).toEqual([0, 1, 3, 2]);
    expect(choose('', [], { column: 'name', descending: true })).toEqual([3, 1, 0, 2]);
  });
});

describe('figures', () => {
  const all = Int32Array.from([0, 1, 2, 3]);
  it('count statuses by group, the largest first', () => {
    const [group, status] = [PEOPLE.columns[2], PEOPLE.columns[3]];
    if (group === undefined || status === undefined) throw new Error('no columns');
    expect(statusByGroup(group, status, all)).toEqual([{ label: 'A', parts: [{ status: 'passed', count: 2 }], total: 2 }, { label: '', parts: [{ status: 'failed', count: 1 }], total: 1 }, { label: 'B', parts: [{ status: 'overdue', count: 1 }], total: 1 }]);
    expect(statusByGroup(group, status, all, 1).at(-1)).toMatchObject({ label: REST, total: 2 });
  });

  it('know the months without anybody', () => {
    const done = packColumn('done', 'time', [Date.UTC(2025, 11, 31), null, Date.UTC(2026, 1, 1), Date.UTC(2026, 1, 28)]);
    expect(doneByMonth(done, all)).toEqual([{ month: '2025-12', done: 1, sum: 1 }, { month: '2026-01', done: 0, sum: 1 }, { month: '2026-02', done: 2, sum: 3 }]);
  });

  it('put a full score into the last step', () => expect(scoreSteps(packColumn('s', 'score', [1, 0, 0.95, null]), all)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 2]));
});

describe('words', () => {
  it.each(PAGE_LANGUAGES)('name in %s every column and status that the first language names', (language) => {
    const [first, words] = [wordsOf('en'), wordsOf(language)];
    expect(Object.keys(words.columns)).toEqual(Object.keys(first.columns));
    expect(Object.keys(words.statuses)).toEqual(Object.keys(first.statuses));
    expect(Object.keys(words.reasons)).toEqual(Object.keys(first.reasons));
  });

  it('know every reason of the audit', () => {
    const said = [...AUDIT.matchAll(/s\.verb, '([^']+)'|v\.verb, '([^']+)'/g)].map(([, one, other]) => one ?? other);
    expect(said.length).toBe(6);
    expect(Object.keys(wordsOf('de').reasons)).toEqual(said);
    expect([valueWords('reason', 'voided', wordsOf('de')), valueWords('status', 'passed', wordsOf('de')), valueWords('name', 'passed', wordsOf('de'))]).toEqual(['widerrufen', 'bestanden', 'passed']);
  });

  it('are found in the language in which they are read', () => {
    const audit = page({ reason: ['voided', 'not defined by cmi5'] });
    expect(Array.from(matching(audit, haystack(audit, wordsOf('de')), { search: 'widerrufen', equal: new Map(), sort: null }))).toEqual([0]);
  });

  it('say cells as the language writes them', () => {
    expect([cellWords(0.5, 'score', wordsOf('de')), cellWords(90_000, 'duration', wordsOf('en')), cellWords(Date.UTC(2026, 0, 2, 3, 4), 'time', wordsOf('en')), cellWords(true, 'flag', wordsOf('de')), cellWords(null, 'text', wordsOf('en')), cellWords(-0.001, 'number', wordsOf('en'))]).toEqual([expect.stringMatching(/^50.?%$/), '0:02', '2026-01-02 03:04', 'ja', '', '0']);
  });
});
