import { createHash } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { send, startLrs, type Stored } from '../report/lrs.ts';
import { statements } from '../report/synthetic.ts';

const folder = mkdtempSync(join(tmpdir(), 'lectern-report-cli-'));
const EXPORTS = resolve('test/report/exports');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function lectern(words: string, env: Record<string, string> = {}, cwd = folder) {
  let stdout = '';
  let stderr = '';
  const io = { stdout: { write: (text: string) => void (stdout += text) }, stderr: { write: (text: string) => void (stderr += text) }, cwd, env: { NO_COLOR: '1', ...env }, isTTY: false };
  const code = await main(['report', ...words.split(' ')], io);
  return { code, stdout, stderr };
}

describe('lectern report', { timeout: 30_000 }, () => {
  beforeAll(async () => {
    const { code } = await lectern(`import ${EXPORTS}/roster.csv ${EXPORTS}/moodle-scorm.txt --course https://courses.example.org/ai --title Foundations --pass-mark 80`);
    expect(code).toBe(1);
  });

  it('answers in a table by default', async () => {
    const { code, stdout } = await lectern('completion --as-of 2026-06-01');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^learner +name +group +course +title +status +done +best score +attempts +due/);
    expect(stdout.split('\n').slice(2, 5).map((line) => line.split(/ {2,}/).filter((cell) => /passed|overdue|not started/.test(cell))[0])).toEqual(['passed', 'overdue', 'not started']);
  });

  it('narrows by group, status and columns', async () => {
    const { stdout } = await lectern('completion --as-of 2026-06-01 --group Security --status overdue --format csv --columns learner,status,due');
    expect(stdout).toBe('learner,status,due\r\np2,overdue,2026-03-31\r\n');
  });

  it('leaves names out, and learners under a keyed hash, when told to', async () => {
    const { stdout } = await lectern('completion --format csv --pseudonymise', { LECTERN_PSEUDONYM_KEY: 'a key that nobody can guess' });
    expect(stdout).not.toMatch(/Ada|p1,|Security/);
    const again = await lectern('completion --format csv --pseudonymise', { LECTERN_PSEUDONYM_KEY: 'a key that nobody can guess' });
    const other = await lectern('completion --format csv --pseudonymise', { LECTERN_PSEUDONYM_KEY: 'another key, also a long one' });
    const learners = (text: string) => text.split('\r\n').slice(1).map((line) => line.split(',')[0]);
    expect(learners(again.stdout)).toEqual(learners(stdout));
    expect(learners(other.stdout)).not.toEqual(learners(stdout));
    expect((await lectern('completion --pseudonymise')).code).toBe(2);
    expect((await lectern('completion --format csv --no-names')).stdout).not.toContain('Ada');
  });

  it('writes a spreadsheet with typed cells, a fixed heading and filters', async () => {
    expect(await lectern('completion --out report.xlsx')).toMatchObject({ code: 0, stdout: '3 rows in report.xlsx\n' });
    const zip = await JSZip.loadAsync(readFileSync(join(folder, 'report.xlsx')));
    const sheet = await zip.file('xl/worksheets/sheet1.xml')?.async('string');
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(sheet).toMatch(/<\/sheetData><autoFilter ref="A1:AB4"\/>/);
    // LibreOffice shows filters only where the workbook names their range.
    expect(await zip.file('xl/workbook.xml')?.async('string')).toContain(`<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'completion'!$A$1:$AB$4</definedName>`);
    expect(sheet).toMatch(/<c [^>]*t="b"/);
    expect(sheet).toMatch(/<c r="U2"[^>]*><v>46112<\/v>/);
  });

  it('keeps evidence that can be made again, and notices when it was changed', async () => {
    const { code, stdout } = await lectern('completion --as-of 2026-06-01 --evidence evidence');
    expect(code).toBe(0);
    expect(stdout).toMatch(/Evidence in evidence: 4 statements\..*\n[0-9a-f]{64}\n$/);
    const seal = stdout.trim().slice(-64);
    expect(await lectern('verify evidence')).toMatchObject({ code: 0, stdout: expect.stringMatching(new RegExp(`8 files are as they were written.*\\n.*${seal}`)) });
    expect((await lectern('completion --evidence evidence')).stderr).toContain('evidence is never written over');
    const report = readFileSync(join(folder, 'evidence/report.csv'));
    writeFileSync(join(folder, 'evidence/report.csv'), report.toString().replace('overdue', 'passed'));
    writeFileSync(join(folder, 'evidence/more.txt'), 'more');
    const changed = await lectern('verify evidence');
    expect(changed.code).toBe(1);
    expect(changed.stderr).toContain('report/evidence');
    expect(changed.stderr).toContain('“report.csv” is not as it was: its content was changed.');
    expect(changed.stderr).toContain('“more.txt” is not as it was: it was added later.');
    expect((await lectern('completion --evidence e2 --pseudonymise', { LECTERN_PSEUDONYM_KEY: 'a key that nobody can guess' })).code).toBe(2);
  });

  it.each<[string, (text: string) => string, string]>([
    ['question.json', () => '{"oops', '“question.json” is not as it was: it cannot be read as evidence.'],
    ['records.ndjson', () => '{"row": 1}\n', '“records.ndjson” is not as it was: it cannot be read as evidence.'],
    ['records.ndjson', (text) => text.replace('"stored":', '"stored":"x","was":'), '“records.ndjson” is not as it was: it cannot be read as evidence.'],
    ['records.ndjson', (text) => text.replace('"success":false', '"success":true').replace('"verb":"failed"', '"verb":"passed"'), 'says something else than the statement beside it'],
    ['roster.json', (text) => text.replace('"person": []', '"person": [{"learner":"a"},{"learner":"a"}]'), '“roster.json” is not as it was: it cannot be read as evidence.'],
    ['report.csv', (text) => text.replace('failed', 'passed'), 'the records give another report than it holds'],
    ['manifest.sha256', () => 'nothing\n', '“manifest.sha256” is not as it was: its line 1 is not a hash and a name.'],
  ])('is not deceived by a new manifest over a forged %s', async (name, forge, said) => {
    const home = mkdtempSync(join(folder, 'forged-'));
    const failed = { id: '88888888-8888-4888-8888-888888888888', actor: { mbox: 'mailto:p1@example.org' }, verb: { id: 'http://adlnet.gov/expapi/verbs/failed' }, object: { id: 'https://c.example' }, result: { success: false }, stored: '2026-03-02T09:00:00Z' };
    writeFileSync(join(home, 's.ndjson'), `${JSON.stringify(failed)}\n`);
    await lectern('import s.ndjson', {}, home);
    expect((await lectern('completion --evidence e', {}, home)).code).toBe(0);
    const path = join(home, 'e', name);
    const forged = forge(readFileSync(path, 'utf8'));
    expect(forged).not.toBe(readFileSync(path, 'utf8'));
    writeFileSync(path, forged);
    if (name !== 'manifest.sha256') {
      const hash = (file: string) => createHash('sha256').update(readFileSync(join(home, 'e', file))).digest('hex');
      writeFileSync(join(home, 'e/manifest.sha256'), readFileSync(join(home, 'e/manifest.sha256'), 'utf8').replace(/^.{64}(?=  (.+)$)/gm, (_, file: string) => hash(file)));
    }
    const { code, stderr } = await lectern('verify e', {}, home);
    expect([code, stderr]).toEqual([1, expect.stringContaining(said)]);
  });

  it('reports over files as they are, and says which lines did not count', async () => {
    const file = join(folder, 'statements.ndjson');
    writeFileSync(file, [...statements({ learners: 3, courses: 1, trail: 0, seed: 1 })].join('\n'));
    expect(await lectern('completion --data statements.ndjson --format csv')).toMatchObject({ code: 0 });
    appendFileSync(file, '\n{"id": "half');
    const { code, stdout, stderr } = await lectern('completion --data statements.ndjson --format json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout).rows.length).toBe(3);
    expect(stderr).toContain('report/unreadable-lines');
  });

  it('counts those who are in the records but not in the roster', async () => {
    writeFileSync(join(folder, 'stranger.csv'), 'learner,course,status,completed\nzoe,https://courses.example.org/ai,completed,2026-03-03\n');
    await lectern('import stranger.csv');
    const { code, stderr } = await lectern('completion');
    expect(code).toBe(0);
    expect(stderr).toContain('report/not-in-roster');
    expect(stderr).toContain('1 learner has statements but is not in the roster.');
    expect((await lectern('completion --strict')).code).toBe(1);
  });

  it.each(['csv', 'parquet', 'json'])('says where it cannot write, as %s, and does not hang', async (format) => {
    writeFileSync(join(folder, 'in-the-way'), '');
    const { code, stderr } = await lectern(`completion --out in-the-way/report.${format}`);
    expect([code, stderr.includes('command/cannot-write')]).toEqual([2, true]);
    expect(stderr).toContain(`The report cannot be written to “${join('in-the-way', `report.${format}`)}”: a file is in the way of the folder.`);
  });

  it('says the same of an evidence folder, of exported statements and of the store itself', async () => {
    writeFileSync(join(folder, 'in-the-way'), '');
    const evidence = await lectern('completion --evidence in-the-way/proof');
    expect([evidence.code, evidence.stderr]).toEqual([2, expect.stringContaining(`The evidence cannot be written to “${join('in-the-way', 'proof')}”: a file is in the way`)]);
    expect(evidence.stderr).toContain('Name a folder you may write to with --evidence.');
    const parquet = await lectern(`import ${EXPORTS}/roster.csv --store two.duckdb --parquet in-the-way/months`);
    expect([parquet.code, parquet.stderr]).toEqual([2, expect.stringContaining(`The statements cannot be written to “${join('in-the-way', 'months')}”`)]);
    const store = await lectern(`import ${EXPORTS}/roster.csv --store in-the-way/store.duckdb`);
    expect([store.code, store.stderr]).toEqual([1, expect.stringContaining('cannot be kept: no file can be made there')]);
  });

  it('takes a course by its title, and does not pass a slip of the pen off as good news', async () => {
    expect((await lectern('overdue --as-of 2026-06-01 --course Foundations --format csv --columns learner')).stdout).toBe('learner\r\np2\r\n');
    const { code, stdout, stderr } = await lectern('overdue --as-of 2026-06-01 --course Foundation --group Secruity');
    expect([code, stdout.includes('0 rows')]).toEqual([1, true]);
    expect(stderr).toContain('Nothing in the data has the course “Foundation”, so no row can.\n  Did you mean --course Foundations?');
    expect(stderr).toContain('report/unknown-filter');
    expect(stderr).toContain('Did you mean --group Security?');
  });

  it('says why a report about questions is empty', async () => {
    expect((await lectern('items')).stdout).toContain('There are no answers in the data.');
  });

  it('finds objectives in files of statements and in Parquet with what lies beside it', async () => {
    const answered = { id: '99999999-9999-4999-8999-999999999999', actor: { mbox: 'mailto:p1@example.org' }, verb: { id: 'http://adlnet.gov/expapi/verbs/answered' }, object: { id: 'https://c.example/q1', definition: { name: { en: 'What is recall?' } } }, result: { success: true }, context: { contextActivities: { grouping: [{ id: 'https://c.example' }], other: [{ id: 'https://c.example/o1', definition: { type: 'http://adlnet.gov/expapi/activities/objective' } }] } }, timestamp: '2026-03-02T09:00:00Z', stored: '2026-03-02T09:00:00Z' };
    writeFileSync(join(folder, 'answers.ndjson'), `${JSON.stringify(answered)}\n`);
    await lectern('import answers.ndjson --store answers.duckdb --parquet answers');
    const rows = async (data: string) => (await lectern(`objectives ${data} --smallest-group 1 --format csv --columns objective,learners,reached`)).stdout;
    expect(await Promise.all([await rows('--store answers.duckdb'), await rows('--data answers.ndjson'), await rows('--data answers')])).toEqual(Array.from({ length: 3 }, () => 'objective,learners,reached\r\nhttps://c.example/o1,1,100%\r\n'));
    expect((await lectern('items --data answers --smallest-group 1 --format csv --columns title,learners')).stdout).toBe('title,learners\r\nWhat is recall?,1\r\n');
  });

  it('writes into evidence with which choices each file was taken in', async () => {
    await lectern('completion --as-of 2026-06-01 --evidence chosen');
    const { sources, contents } = JSON.parse(readFileSync(join(folder, 'chosen/summary.json'), 'utf8'));
    expect(sources).toContainEqual(expect.objectContaining({ source: 'moodle-scorm.txt', rules: { course: 'https://courses.example.org/ai', title: 'Foundations', passMark: 80, maxScore: 100, timeZone: 'UTC' } }));
    expect(contents).toEqual([]);
  });

  it('fetches from an LRS with a key that no output shows, and leaves with 1 where the LRS answers nonsense', async () => {
    const stored = [...statements({ learners: 3, courses: 1, trail: 0, seed: 2 })].map((text) => JSON.parse(text) as Stored);
    const lrs = await startLrs([...stored, { id: 'broken', stored: '2026-02-01T00:00:00.000Z', verb: { id: 'http://adlnet.gov/expapi/verbs/passed' } }], { consistentThrough: new Date().toISOString(), date: new Date().toISOString() });
    const env = { LECTERN_LRS_KEY: 'key', LECTERN_LRS_SECRET: 'secret' };
    try {
      const first = await lectern(`sync --endpoint ${lrs.endpoint} --store lrs.duckdb`, env);
      expect(first).toMatchObject({ code: 1, stdout: expect.stringMatching(/\d+ statements fetched: \d+ new, \d+ known already, 1 set aside\nComplete up to 20/) });
      expect(first.stderr).toContain('The statement broken was set aside');
      lrs.habits.trouble = (_, response) => (send(response, 200, '<html><title>Sign in</title>'), true);
      const second = await lectern(`sync --endpoint ${lrs.endpoint} --store lrs.duckdb`, env);
      expect(second).toMatchObject({ code: 1, stdout: expect.stringContaining('Not complete: call the same command again to go on.') });
      expect(second.stderr).toContain('a web page called “Sign in”');
      expect(`${first.stdout}${first.stderr}${second.stdout}${second.stderr}`).not.toMatch(/secret|a2V5/);
      expect((await lectern('completion --store lrs.duckdb --format csv --columns learner')).stdout.trim().split('\r\n')).toHaveLength(4);
    } finally {
      lrs.server.closeAllConnections();
      lrs.server.close();
    }
  });

  it('forgets what is older than a day, only when told twice', async () => {
    expect((await lectern('forget --before 2026-03-03')).code).toBe(2);
    expect(await lectern('forget --before 2026-03-03 --yes')).toMatchObject({ code: 0, stdout: expect.stringContaining('2 statements from before 2026-03-03 were deleted') });
    expect((await lectern('completion --columns learner,status --status passed --format csv')).stdout).toBe('learner,status\r\n');
  });

  it.each([
    ['completoin', 'Did you mean “lectern report completion”?'], ['completion --colour red', 'There is no option “--colour”.'], ['completion --status late', 'There is no status “late”.'],
    ['completion --from yesterday', '“--from yesterday” is no date.'], ['completion --format pdf', 'There is no format “pdf”.'], ['completion --format xlsx', 'Add --out completion.xlsx.'],
    ['completion --columns learner,shoe', 'has no column “shoe”'], ['completion --valid-for ever', 'no length of time'], ['import', 'needs the files'], ['import x.csv --map a', 'which column is which'],
    ['import x.csv --time-zone Mars', 'no time zone “Mars”'], ['sync', 'needs the address'], ['sync --endpoint https://x.example', 'no key and secret'], ['verify', 'needs one evidence folder'], ['completion file.csv', 'Write --data file.csv'],
  ])('refuses “%s” and says how it could be', async (words, said) => {
    const { code, stderr } = await lectern(words);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
  });

  it('says where there is nothing to report over, and names files that are not there', async () => {
    const { code, stderr } = await lectern('completion --store nowhere.duckdb');
    expect([code, stderr.includes('report/store'), stderr.includes('it does not exist')]).toEqual([1, true, true]);
    const missing = await lectern('import nothing.csv --json');
    expect(JSON.parse(missing.stdout).diagnostics[0]).toMatchObject({ code: 'report/file', message: '“nothing.csv” was not taken in: there is no such file.' });
    writeFileSync(join(folder, 'odd.csv'), 'Kürzel,Stand\na,b\n');
    expect(JSON.parse((await lectern('import odd.csv --json')).stdout).diagnostics[0].code).toBe('report/unknown-columns');
  });

  it('names the command that installs the engine where it is missing', async () => {
    vi.resetModules();
    vi.doMock('@duckdb/node-api', () => { throw Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' }); });
    const { main: fresh } = await import('../../src/cli/main.ts');
    let stderr = '';
    const io = { stdout: { write: () => undefined }, stderr: { write: (text: string) => void (stderr += text) }, cwd: folder, env: {}, isTTY: false };
    expect(await fresh(['report', 'completion'], io)).toBe(1);
    vi.doUnmock('@duckdb/node-api');
    expect(stderr).toContain('report/engine-missing');
    expect(stderr).toMatch(/npm install --global @duckdb\/node-api@\d/);
  });
});
