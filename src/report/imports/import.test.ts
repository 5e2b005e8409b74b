import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database, Row } from '../engine/database.ts';
import { makeReceipt, type Noted, RECEIPT_FORMAT } from '../../receipt/receipt.ts';
import { REPORTS } from '../reports/reports.ts';
import { type Question, question, runReport } from '../reports/run.ts';
import { openStore } from '../store/store.ts';
import { readDate } from './dates.ts';
import { importFile, type ImportRules } from './import.ts';
import { resolveTitles } from './roster.ts';
import { scoreOf, timeSpentOf } from './words.ts';
import { readDuration } from '../statement/time.ts';

const EXPORTS = 'test/report/exports';
const AS_OF = Date.UTC(2026, 5, 1);
const folder = mkdtempSync(join(tmpdir(), 'lectern-import-'));
let store = 0;
let database: Database;

beforeEach(async () => {
  store += 1;
  database = await openStore(join(folder, `${store}.duckdb`));
  return () => database.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const RULES: ImportRules = { as: null, course: null, title: null, mapped: new Map(), order: null, zone: 'UTC', passMark: null, maxScore: 100, received: Date.UTC(2026, 4, 1) };

async function take(file: string, rules: Partial<ImportRules> = {}) {
  const { output, diagnostics } = await importFile(database, file, file, { ...RULES, ...rules });
  return { ...output, said: diagnostics.map(({ code, line, message }) => `${code} ${line}: ${message}`) };
}

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function completion(asked: Question = question(AS_OF)): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const some of runReport(database, REPORTS.completion, asked)) rows.push(...some);
  return rows;
}

const brief = (rows: Row[]) => rows.map(({ learner, course, status, done, best_score: score }) => [learner, course, status, done === null ? null : new Date(Number(done)).toISOString().slice(0, 16), score]);

describe('an import', () => {
  it('reads a roster, and says which rows it set aside and why', async () => {
    const { format, setAside, said } = await take(`${EXPORTS}/roster.csv`);
    expect([format, setAside]).toEqual(['roster', 2]);
    expect(said).toEqual([expect.stringContaining('report/row 5: Row 5 was set aside: line 4 has the same learner and the same course, and says something else.'), expect.stringContaining('report/row 6: Row 6 was set aside: “31.02.2026” is no date.')]);
    expect(brief(await completion())).toEqual([
      ['p1', 'https://courses.example.org/ai', 'overdue', null, null],
      ['p2', 'https://courses.example.org/ai', 'overdue', null, null],
      ['p3', 'https://courses.example.org/ai', 'not started', null, null],
    ]);
  });

  it('names lines where two people have one address, and nobody', async () => {
    const { said, setAside } = await take(written('clash.csv', 'learner,name,email,course\np1,Ada,a@example.org,c\np2,Ben,a@example.org,c\n'));
    expect([setAside, said]).toEqual([1, ['report/row 3: The e-mail address or account on line 3 was set aside: it is that of line 2, and would make one person of two.']]);
    expect((await take(written('again.csv', 'learner,email,course\np3,a@example.org,c\n'))).said).toEqual([expect.stringContaining('it is that of somebody in an earlier roster')]);
  });

  it('reads Moodle’s SCORM report with tabs, and judges scores by the pass mark', async () => {
    const rules = { course: 'ai', passMark: 80 };
    expect(await take(`${EXPORTS}/moodle-scorm.txt`, rules)).toMatchObject({ format: 'moodle-scorm', added: 4, setAside: 1 });
    expect(brief(await completion())).toEqual([['p1', 'ai', 'passed', '2026-03-02T09:40', 0.9], ['p2', 'ai', 'failed', null, 0.4]]);
    expect(await take(`${EXPORTS}/moodle-scorm.txt`, rules), 'a second time').toMatchObject({ added: 0, known: 4 });
  });

  it('claims no completion where an export has none', async () => {
    await take(`${EXPORTS}/moodle-scorm.txt`, { course: 'ai' });
    expect((await completion()).map(({ status }) => status)).toEqual(['in progress', 'in progress']);
  });

  it('reads the answers of Moodle’s interactions report', async () => {
    expect(await take(`${EXPORTS}/moodle-interactions.csv`, { course: 'ai' })).toMatchObject({ format: 'moodle-interactions', setAside: 0 });
    const rows: Row[] = [];
    for await (const some of runReport(database, REPORTS.items, question(AS_OF, { smallestGroup: 2 }))) rows.push(...some);
    expect(rows.map(({ title, learners, difficulty }) => [title, learners, difficulty])).toEqual([['what-is-precision', 2, 0.5], ['what-is-recall', 2, 0.5]]);
  });

  it('reads Moodle’s completion report as Excel gets it, in UTF-16', async () => {
    expect(await take(`${EXPORTS}/moodle-completion.csv`, { course: 'm' })).toMatchObject({ format: 'moodle-completion', setAside: 0 });
    expect(brief(await completion()).map((row) => row.slice(0, 3))).toEqual([
      ['mailto:ada@example.org', 'm', 'completed'],
      ['mailto:ada@example.org', 'm/Lesson one', 'completed'],
      ['mailto:ada@example.org', 'm/Quiz', 'passed'],
      ['mailto:ben@example.org', 'm/Lesson one', 'completed'],
    ].map((row) => [expect.any(String), ...row.slice(1)]));
  });

  it.each([['moodle-progress.csv', ['p1', 'p2', 'p3'], 'AI foundations', 'Quiz'], ['moodle-progress-de.csv', ['ada', 'ben', 'cem'].map((name) => `mailto:${name}@example.org`), 'KI-Grundlagen', 'Test']])('reads Moodle’s report of activities, which names neither people nor dates: %s', async (file, [one, two, three], lesson, quiz) => {
    expect(await take(`${EXPORTS}/${file}`, { course: 'm' })).toMatchObject({ format: 'moodle-completion', setAside: 0 });
    expect(brief(await completion()).map((row) => row.slice(0, 4)).sort()).toEqual([
      [one, `m/${lesson}`, 'completed', '2026-03-02T09:40'], [one, `m/${quiz}`, 'passed', '2026-03-02T09:41'],
      [two, `m/${lesson}`, 'completed', '2026-03-03T10:00'], [two, `m/${quiz}`, 'failed', null],
      [three, `m/${quiz}`, 'in progress', null],
    ].sort());
  });

  it('reads Moodle’s completion report in a language whose words for columns it does not know', async () => {
    expect(await take(`${EXPORTS}/moodle-completion-fr.csv`, { course: 'm' })).toMatchObject({ format: 'moodle-completion', setAside: 0 });
    expect(brief(await completion()).map((row) => row.slice(0, 4))).toEqual([
      ['mailto:ada@example.org', 'm', 'completed', '2026-03-02T09:41'], ['mailto:ada@example.org', 'm/Bases de l’IA', 'passed', '2026-03-02T09:40'], ['mailto:ben@example.org', 'm/Bases de l’IA', 'failed', null],
    ]);
  });

  describe('a table in another encoding than UTF-8', () => {
    const bytes = (name: string, ...parts: (string | number[])[]): string => {
      const path = join(folder, name);
      writeFileSync(path, Buffer.concat(parts.map((part) => Buffer.from(part as string))));
      return path;
    };
    const names = async () => (await database.all('SELECT name FROM person')).map(({ name }) => name);
    const yamada = [0x8e, 0x52, 0x93, 0x63];
    const course = [0x83, 0x52, 0x81, 0x5b, 0x83, 0x58];

    it('is read as Windows wrote it, and the guess can be seen', async () => {
      const path = bytes('windows.csv', 'login,email,name,course\na,a@example.org,J', [0xfc], 'rgen O', [0x92], 'Neill,Caf', [0xe9], '\n');
      expect((await take(path)).said).toEqual([`report/encoding 1: “${path}” is not in UTF-8. It was read as Windows-1252, which gives words such as “Jürgen”.`]);
      expect(await names()).toEqual(['Jürgen O’Neill']);
    });

    it('is read as Shift-JIS where it is Japanese, also when that shows late', async () => {
      const rows = Array.from({ length: 3000 }, (_, i) => `n${i},n${i}@example.org,Somebody,c\n`).join('');
      const path = bytes('japan.csv', 'login,email,name,course\n', rows, 'y,y@example.org,', yamada, ',', course, '\n');
      const { said, added } = await take(path);
      expect([added, said.map((each) => each.replace(/.*(It was.*)/, '$1'))]).toEqual([3001, ['It was read as Shift-JIS, which gives words such as “山田”.']]);
      expect(await names()).toContain('山田');
    });

    it('is refused where nothing fits, before anything is in the store', async () => {
      const { said } = await take(bytes('unknown.csv', 'login,name,course\na,', [0x81, 0x30, 0x90, 0xff], ',c\n'));
      expect(said).toEqual([expect.stringContaining('its letters are in an encoding that cannot be told for certain')]);
      expect(await names()).toEqual([]);
    });
  });

  it('sets a state aside that it does not know, rather than take its date for a completion', async () => {
    const { said } = await take(written('progress.csv', ',"Email address","Lesson",""\n"Ada","ada@example.org","Nie ukończono","2026-03-02 09:40:00"\n'), { course: 'm' });
    expect(said).toEqual([expect.stringContaining('“Nie ukończono” is no status that is known')]);
  });

  it('reads an interactions report that has only what learners answered, in French', async () => {
    expect(await take(`${EXPORTS}/moodle-interactions-fr.txt`, { course: 'ai' })).toMatchObject({ format: 'moodle-interactions', setAside: 0, added: 4 });
    expect(await database.all("SELECT activity, response, success FROM statement WHERE verb = 'answered' ORDER BY activity")).toEqual([{ activity: 'ai#0', response: 'a', success: true }, { activity: 'ai#1', response: 'b', success: false }]);
  });

  it('does not take one part of an ILIAS module for the module', async () => {
    await take(`${EXPORTS}/ilias-parts.csv`);
    expect(brief(await completion()).map((row) => row.slice(0, 3))).toEqual([['p1', '77/Lesson 1', 'passed'], ['p1', '77/Lesson 2', 'in progress']]);
  });

  it('reads ILIAS’ states of learning progress by their numbers', async () => {
    await take(`${EXPORTS}/ilias-success.csv`);
    expect(brief(await completion()).map((row) => row.slice(0, 3))).toEqual([['311', '77', 'completed'], ['312', '77', 'in progress']]);
  });

  it('gives a learner until the end of the day on which a course is due, whatever the zone', async () => {
    await take(written('due.csv', 'learner,course,due\np1,c,31.03.2026\n'), { zone: 'Pacific/Auckland' });
    const status = async (at: number) => (await completion(question(at))).map(({ status: said, due }) => [said, new Date(Number(due)).toISOString()])[0];
    expect(await status(Date.UTC(2026, 2, 31, 23, 59))).toEqual(['not started', '2026-03-31T00:00:00.000Z']);
    expect(await status(Date.UTC(2026, 3, 1))).toEqual(['overdue', '2026-03-31T00:00:00.000Z']);
  });

  it('says whether a course was done in time', async () => {
    await take(written('times.csv', 'learner,course,due\np1,c,2026-03-31\np2,c,2026-03-31\np3,c,2026-03-31\n'));
    await take(written('done.csv', 'learner,course,status,completed\np1,c,completed,2026-03-31 18:00\np2,c,completed,2026-04-01 00:00\n'));
    expect((await completion()).map(({ learner, status, in_time: inTime }) => [learner, status, inTime])).toEqual([['p1', 'completed', true], ['p2', 'completed', false], ['p3', 'overdue', null]]);
  });

  it('reads registrations of SCORM Cloud, whose scaled scores run to 100', async () => {
    const { said, ...rest } = await take(`${EXPORTS}/scorm-cloud.json`);
    expect(rest).toMatchObject({ format: 'scorm-cloud', setAside: 1 });
    expect(said).toEqual([expect.stringContaining('Entry 3 was set aside: “course.id” is not as SCORM Cloud writes it')]);
    expect(brief(await completion())).toEqual([['p1', 'ai', 'passed', '2026-03-02T09:40', 0.93], ['p2', 'ai', 'in progress', null, null]]);
  });

  it('takes receipts in, once, and none that was changed', async () => {
    const head = { format: RECEIPT_FORMAT, course: { id: 'ai', iri: 'https://courses.example.org/ai', title: 'AI foundations', version: '1.2', build: 'b1' }, learner: { id: 'p1', name: 'Ada' }, target: 'scorm2004-4th', lectern: '0.1.0' } as const;
    const noted: Noted[] = [
      { at: '2026-03-02T09:00:00.000Z', what: 'opened', about: 'b1', result: null, share: null }, { at: '2026-03-02T09:10:00.000Z', what: 'answered', about: 'q1', result: 'correct', share: null },
      { at: '2026-03-02T09:11:00.000Z', what: 'passed', about: '', result: null, share: 0.9 },
    ];
    const standing = { points: 9, of: 10, passMark: 0.8, success: 'passed', completed: true, sections: [4, 4], items: [] } as const;
    const text = JSON.stringify(makeReceipt(head, noted, { made: '2026-03-02T09:12:00.000Z', confirmed: null, standing: { ...standing, sections: [4, 4], items: [] } }));
    const file = written('receipt.json', text);
    // Opened, answered, passed, and completed on an earlier visit, as the receipt itself claims.
    expect(await take(file)).toMatchObject({ format: 'receipts', added: 4, known: 0, setAside: 0 });
    expect(await take(file)).toMatchObject({ added: 0, known: 4 });
    expect((await completion()).map(({ learner, course, title, status, best_score: best, version, content, authority }) => [learner, course, title, status, best, version, content, authority])).toEqual([['p1', 'https://courses.example.org/ai', 'AI foundations', 'passed', 0.9, '1.2', 'b1', 'export:receipts']]);
    const forged = await take(written('forged.json', text.replace('"share":0.9', '"share":1')));
    expect([forged.setAside, forged.said]).toEqual([1, [expect.stringContaining('Entry 1 was set aside: it is not as it was made: Event 3 (passed, 2026-03-02T09:11:00.000Z) was changed after the receipt was made.')]]);
  });

  it('does not call a course done that was seen to its end and failed', async () => {
    await take(written('failed.csv', 'learner,course,completion,success,completed\np1,c,completed,failed,2026-03-02\np2,c,completed,unknown,2026-03-02\n'));
    expect((await completion()).map(({ status, done, completed }) => [status, done === null, completed !== null])).toEqual([['failed', true, true], ['completed', false, true]]);
  });

  it('reads tracking data of ILIAS', async () => {
    expect(await take(`${EXPORTS}/ilias.csv`)).toMatchObject({ format: 'ilias', setAside: 0 });
    expect(brief(await completion()).map((row) => row[2])).toEqual(['passed', 'in progress']);
  });

  it('asks for a map where the columns are unknown, and takes one', async () => {
    const file = `${EXPORTS}/anderes-lms.csv`;
    expect((await take(file)).said).toEqual(['report/no-course 1: “test/report/exports/anderes-lms.csv” was not taken in: it does not say which course it is about.']);
    const { said } = await take(file, { mapped: new Map([['title', 'Titel des Kurses']]) });
    expect(said).toEqual([expect.stringContaining('Row 5 was set aside: “vielleicht” is no status that is known.')]);
    expect(brief(await completion())).toEqual([
      ['p1', 'KI-Grundlagen', 'passed', '2026-03-02T09:40', 0.9],
      ['p2', 'KI-Grundlagen', 'failed', null, 0.4],
      ['p3', 'KI-Grundlagen', 'waived', '2026-03-01T00:00', null],
    ]);
  });

  it('proposes the courses of the roster where an export names none', async () => {
    await take(written('who.csv', 'learner,course\np1,AI foundations\n'));
    const file = written('nameless.csv', 'Login,Status\np1,passed\n');
    const { diagnostics } = await importFile(database, file, 'nameless.csv', RULES);
    expect(diagnostics.map(({ help }) => help)).toEqual(['Name it as the roster does: --course "AI foundations". If a column names it, say which: --map course=COLUMN. Columns: “Login”, “Status”.']);
  });

  const EXCEL = 'learner;name;due;course\r\n4711 ;\"Ada \"\"A\"\" Example \";31.03.2026;AI\r\n;;;\r\n  \r\n4711;\"Ada \"\"A\"\" Example\";31.03.2026;AI\r\n';
  it.each([
    ['as it is', Buffer.from(EXCEL)],
    ['with its mark', Buffer.from(`\ufeff${EXCEL}`)],
    ['with its own separator', Buffer.from(`sep=;\r\n${EXCEL}`)],
    ['in UTF-16', Buffer.from(`\ufeff${EXCEL}`, 'utf16le')],
    ['in UTF-16 without a mark', Buffer.from(EXCEL, 'utf16le')],
    ['in UTF-16 the other way round', Buffer.from(EXCEL, 'utf16le').swap16()],
  ])('reads what a spreadsheet wrote, %s: rows that were emptied or are there twice are no fault', async (_, bytes) => {
    const file = join(folder, 'excel.csv');
    writeFileSync(file, bytes);
    expect(await take(file)).toMatchObject({ format: 'roster', added: 1, setAside: 0, said: [] });
    expect(await database.all('SELECT learner, name FROM person')).toEqual([{ learner: '4711', name: 'Ada "A" Example' }]);
  });

  it('takes a roster of one column, and says where rows stand behind empty ones', async () => {
    expect(await take(written('one.csv', 'learner\np1\np2\n'))).toMatchObject({ format: 'roster', added: 2, said: [] });
    expect((await take(written('gap.csv', 'learner,due\n,\np1,soon\n'))).said).toEqual([expect.stringContaining('report/row 3: Row 3 was set aside: “soon” is no date.')]);
  });

  it('does not choose between two columns of one name', async () => {
    expect((await take(written('twice.csv', 'learner,course,status,Status\np1,AI,completed,failed\n'))).said).toEqual([expect.stringContaining('two of its columns are called “status”')]);
  });

  it('reads dates as spreadsheets, midnight and Japanese write them', async () => {
    const { said } = await take(written('days.csv', 'ユーザ名,コース,状態,完了日\np1,AI,完了,2026-03-03 24:00\np2,AI,合格,2026年 03月 3日(火曜日) 10:05\np3,AI,完了,20260303\np4,AI,完了,46084\np5,AI,完了,2026-03-03 24:01\n'));
    expect(brief(await completion())).toEqual([['p1', 'AI', 'completed', '2026-03-04T00:00', null], ['p2', 'AI', 'passed', '2026-03-03T10:05', null], ['p3', 'AI', 'completed', '2026-03-03T00:00', null]]);
    expect(said).toEqual([expect.stringContaining('“46084” is a date as spreadsheets count the days; give the column the format of a date'), expect.stringContaining('“2026-03-03 24:01” is no date')]);
  });

  it('does not guess whether the day or the month comes first', async () => {
    const file = written('dates.csv', 'learner,course,status,completed\np1,c,completed,03/04/2026\n');
    expect((await take(file)).said).toEqual([expect.stringContaining('report/date-order 1: ')]);
    await take(file, { order: 'mdy' });
    expect(brief(await completion())[0]?.[3]).toBe('2026-03-04T00:00');
  });

  it('takes a date in the same file as proof of the order of all', async () => {
    await take(written('proven.csv', 'learner,course,status,completed\np1,c,completed,03/04/2026\np2,c,completed,25/04/2026\n'));
    expect(brief(await completion()).map((row) => row[3])).toEqual(['2026-04-03T00:00', '2026-04-25T00:00']);
  });

  it('joins mailboxes and accounts of one person through the roster', async () => {
    await take(written('people.csv', 'learner,name,email,account,home page,course,due\np1,Ada Example,ada@example.org,a.example,https://lms.example.org,C,2026-02-01\n'));
    const statement = (id: string, actor: object, verb: string, at: string) => JSON.stringify({ id, actor, verb: { id: `http://adlnet.gov/expapi/verbs/${verb}` }, object: { id: 'https://c.example', definition: { name: { en: 'C' } } }, timestamp: at, stored: at });
    await take(written('two.ndjson', [
      statement('11111111-1111-4111-8111-111111111111', { mbox: 'mailto:Ada@example.org' }, 'initialized', '2026-01-10T10:00:00Z'),
      statement('22222222-2222-4222-8222-222222222222', { account: { homePage: 'https://lms.example.org', name: 'a.example' } }, 'passed', '2026-01-11T10:00:00+01:00'),
      '{"id": "cut off',
      JSON.stringify({ id: 'not-a-uuid', actor: {}, verb: { id: 'v' }, object: {} }),
    ].join('\n'))).then(({ said, added, setAside }) => {
      expect([added, setAside]).toEqual([2, 2]);
      expect(said).toEqual([expect.stringContaining('report/row 3: Line 3 was set aside: it is no complete JSON.'), expect.stringContaining('report/row 4: Line 4 was set aside: “id” is not as xAPI wants it')]);
    });
    await resolveTitles(database);
    const rows = await completion();
    expect(brief(rows)).toEqual([['p1', 'https://c.example', 'passed', '2026-01-11T09:00', null]]);
    expect(rows[0]).toMatchObject({ name: 'Ada Example', title: 'C', due: Date.UTC(2026, 1, 1) });
  });

  it('keeps the first of two contents under one id, and says so', async () => {
    const statement = (success: boolean) => JSON.stringify({ id: '33333333-3333-4333-8333-333333333333', actor: { mbox: 'mailto:a@b.example' }, verb: { id: 'http://adlnet.gov/expapi/verbs/passed' }, object: { id: 'https://c.example' }, result: { success }, stored: '2026-01-11T10:00:00Z' });
    await take(written('first.ndjson', `${statement(true)}\n${statement(true)}\n`));
    const { said, known, setAside } = await take(written('second.ndjson', `${statement(false)}\n${statement(true)}\n`));
    expect([known, setAside]).toEqual([0, 2]);
    expect(said[0]).toContain('report/conflict');
    expect(brief(await completion())[0]?.[2]).toBe('passed');
  });

  it.each([
    ['an empty file', '', 'it is empty'],
    ['a page of a login', '<!DOCTYPE html>\n<html lang="en"><title>Log in</title>', 'it is a web page or XML, not a table'],
    ['a workbook', 'PK\u0003\u0004mimetype', 'it is a workbook or another packed file, not a table'],
    ['truncated JSON', '[{"id": "1", "actor":', 'its JSON is cut off or damaged'],
  ])('refuses %s', async (_, text, reason) => {
    expect((await take(written('bad.csv', text))).said).toEqual([expect.stringContaining(reason)]);
  });

  it('stops at a quotation mark that is never closed, and says where', async () => {
    const { said, added } = await take(written('quote.csv', 'learner,course,status,completed\np1,c,completed,2026-01-01\np2,"c,completed,2026-01-01\np3,c,completed,2026-01-01\n'));
    expect(said).toEqual([expect.stringContaining('All from row 3 on was set aside')]);
    expect(added).toBe(1);
  });
});

describe('words of exports', () => {
  it.each([
    ['Monday, 2 March 2026, 9:00 PM', '2026-03-02T21:00'], ['2. März 2026, 09:05', '2026-03-02T09:05'], ['2 mars 2026', '2026-03-02T00:00'], ['02.03.26 7:30', '2026-03-02T07:30'],
    ['2026-03-02 21:00:15', '2026-03-02T21:00'], ['March 2, 2026 12:15 AM', '2026-03-02T00:15'], ['13/03/2026', '2026-03-13T00:00'], ['2026-03-02T21:00:15+02:00', '2026-03-02T19:00'],
  ])('“%s” is a date', (text, expected) => {
    const reading = readDate(text, { order: null, zone: 'UTC' });
    expect(typeof reading === 'string' ? reading : new Date(reading.at).toISOString().slice(0, 16)).toBe(expected);
  });

  it.each(['', '30.02.2026', 'tomorrow', '2026', '99', '2026-13-01', '1/2'])('“%s” is none', (text) => {
    expect(readDate(text, { order: 'dmy', zone: 'UTC' })).toBe('none');
  });

  it('times are those of the zone, in summer and in winter', () => {
    const at = (text: string) => readDate(text, { order: null, zone: 'Europe/Berlin' });
    expect(at('2026-01-15 12:00')).toEqual({ at: Date.UTC(2026, 0, 15, 11) });
    expect(at('2026-07-15 12:00')).toEqual({ at: Date.UTC(2026, 6, 15, 10) });
  });

  it('no text makes a date that is not a time', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      const reading = readDate(text, { order: 'dmy', zone: 'UTC' });
      return typeof reading === 'string' || Number.isSafeInteger(reading.at);
    }));
  });

  it.each([['85', 0.85], ['85 %', 0.85], ['8,5/10', 0.85], ['0', 0], ['120', 1], ['A', null], ['', null]])('the score “%s”', (text, expected) => expect(scoreOf(text, 100)).toBe(expected));
  it.each([['90', 90_000], ['1:02:03', 3_723_000], ['0000:32:46.40', 1_966_400], ['PT5M', 300_000], ['5 mins 3 secs', 303_000], ['soon', null]])('the time “%s”', (text, expected) => expect(timeSpentOf(text, readDuration)).toBe(expected));
});
