/** Figures about questions, held against the same figures worked out by hand-written sums over the same answers. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { random } from '../../../test/report/synthetic.ts';
import type { Database, Row } from '../engine/database.ts';
import { flatten } from '../statement/flatten.ts';
import { statementSchema } from '../statement/schema.ts';
import { addStatements, type Incoming, openStore } from '../store/store.ts';
import { VERSION_EXTENSION } from '../../vocabulary/xapi.ts';
import { REPORTS, type ReportName } from './reports.ts';
import { type Question, question, runReport } from './run.ts';

interface Answer {
  id: string;
  learner: number;
  item: number;
  version: string;
  at: number;
  response: string;
  right: boolean;
  seconds: number;
}

const START = Date.UTC(2026, 0, 5);
const ITEMS = 6;

/** Who is able gets more right; question 5 is answered at random, and the second version by four people only. Some answer twice. */
const answers: Answer[] = (() => {
  const next = random(42);
  const all: Answer[] = [];
  for (const [version, learners] of [['1.0', 60], ['2.0', 4]] as const) {
    for (let learner = 0; learner < learners; learner += 1) {
      const able = learner / learners;
      for (let item = 0; item < ITEMS; item += 1) {
        for (let attempt = 0; attempt < (next() < 0.3 ? 2 : 1); attempt += 1) {
          const right = next() < (item === 5 ? 0.5 : able * (1 - item / 10));
          const at = START + all.length * 60_000;
          all.push({ id: `${String(all.length).padStart(8, '0')}-0000-4000-8000-000000000000`, learner, item, version, at, response: right ? 'a' : 'bcd'[Math.floor(next() * 3)] ?? 'b', right, seconds: 5 + Math.floor(next() * 50) });
        }
      }
    }
  }
  return all;
})();

const iri = 'https://courses.example.org/ai';
const folder = mkdtempSync(join(tmpdir(), 'lectern-items-'));
let database: Database;

beforeAll(async () => {
  database = await openStore(join(folder, 'store.duckdb'));
  const incoming = answers.map((answer): Incoming => {
    const statement = {
      id: answer.id, actor: { account: { homePage: 'https://lms.example.org', name: `p${answer.learner}` } }, verb: { id: 'http://adlnet.gov/expapi/verbs/answered' }, object: { id: `${iri}/q${answer.item}` },
      result: { response: answer.response, success: answer.right, duration: `PT${answer.seconds}S` }, context: { contextActivities: { grouping: [{ id: iri }] }, extensions: { [VERSION_EXTENSION]: answer.version } },
      timestamp: new Date(answer.at).toISOString(), stored: new Date(answer.at).toISOString(),
    };
    const one = flatten(statementSchema.parse(statement), 'test', 0);
    if ('reason' in one) throw new Error(one.reason);
    return { ...one, original: JSON.stringify(statement) };
  });
  await database.transaction(async () => void (await addStatements(database, incoming)));
});
afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

async function rows(name: ReportName, asked: Partial<Question> = {}): Promise<Row[]> {
  const all: Row[] = [];
  for await (const some of runReport(database, REPORTS[name], question(Date.UTC(2026, 10, 1), asked))) all.push(...some);
  return all;
}

const first = (version: string) => answers.filter((answer, index) => answer.version === version && answers.findIndex(({ learner, item, version: of }) => learner === answer.learner && item === answer.item && of === version) === index);
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Correlation of one question with the mean of the others of the same person. */
function discrimination(version: string, item: number): number {
  const all = first(version);
  const pairs = all.filter((answer) => answer.item === item).map((answer) => [answer.right ? 1 : 0, mean(all.filter(({ learner, item: other }) => learner === answer.learner && other !== item).map(({ right }) => (right ? 1 : 0)))] as const);
  const [x, y] = [mean(pairs.map(([own]) => own)), mean(pairs.map(([, rest]) => rest))];
  const product = (pick: (pair: readonly [number, number]) => number) => pairs.reduce((sum, pair) => sum + pick(pair), 0);
  return product(([own, rest]) => (own - x) * (rest - y)) / Math.sqrt(product(([own]) => (own - x) ** 2) * product(([, rest]) => (rest - y) ** 2));
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

describe('the report about questions', () => {
  it('has difficulty, discrimination and time of each as sums by hand have them, at the first try', async () => {
    const told = (await rows('items')).filter(({ version }) => version === '1.0');
    expect(told).toHaveLength(ITEMS);
    for (const [item, row] of told.entries()) {
      const own = first('1.0').filter((answer) => answer.item === item);
      expect([row['learners'], row['answers'], row['suppressed']]).toEqual([60, answers.filter((answer) => answer.version === '1.0' && answer.item === item).length, false]);
      expect(row['difficulty']).toBeCloseTo(mean(own.map(({ right }) => (right ? 1 : 0))), 12);
      expect(row['discrimination']).toBeCloseTo(discrimination('1.0', item), 9);
      expect(row['median_ms']).toBeCloseTo(median(own.map(({ seconds }) => seconds * 1000)), 6);
    }
    // Those who know more do better at a real question, and not at the one that is answered at random.
    expect(Number(told[0]?.['discrimination'])).toBeGreaterThan(Math.abs(Number(told[5]?.['discrimination'])));
  });

  it('keeps figures about fewer people than the smallest group back, version by version', async () => {
    const few = (await rows('items')).filter(({ version }) => version === '2.0');
    expect(few.map(({ learners, difficulty, discrimination: power, median_ms: time, suppressed }) => [learners, difficulty, power, time, suppressed])).toEqual(Array.from({ length: ITEMS }, () => [4, null, null, null, true]));
    expect((await rows('items', { smallestGroup: 4, version: ['2.0'] })).every(({ difficulty }) => difficulty !== null)).toBe(true);
  });

  it('counts what people answer, rare answers together', async () => {
    const told = await rows('responses', { version: ['1.0'] });
    for (let item = 0; item < ITEMS; item += 1) {
      const counts = new Map<string, number>();
      for (const answer of first('1.0').filter((one) => one.item === item)) counts.set(answer.response, (counts.get(answer.response) ?? 0) + 1);
      const expected = new Map<string | null, number>();
      for (const [response, count] of counts) expected.set(count >= 5 ? response : null, (expected.get(count >= 5 ? response : null) ?? 0) + count);
      const own = told.filter((row) => row['item'] === `${iri}/q${item}`);
      expect(new Map(own.map(({ response, learners }) => [response, learners]))).toEqual(expected);
      expect(own.reduce((sum, { share }) => sum + Number(share), 0)).toBeCloseTo(1, 12);
      expect(own.filter(({ response }) => response !== null).every(({ response, score }) => score === (response === 'a' ? 1 : 0))).toBe(true);
    }
  });
});
