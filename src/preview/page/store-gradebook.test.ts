/** What an administrator sees of a learner whose course reports to a record store. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { storeGradebook } from './store-gradebook.ts';

const view = { complaints: [], documents: {}, requests: [], opened: 0, moveOn: '' };
const said = (verb: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({ verb: { id: `http://adlnet.gov/expapi/verbs/${verb}` }, object: { id: 'https://example.org/c/questions/gas' }, ...more });

it('reads status, score, time and sessions from the statements, and what the LMS waits for', () => {
  const statements = [
    said('initialized'),
    said('progressed', { result: { extensions: { 'https://w3id.org/xapi/cmi5/result/extensions/progress': 40 } } }),
    said('failed', { result: { score: { scaled: 0.5 } } }),
    said('terminated', { result: { duration: 'PT1M5S' } }),
    said('abandoned'),
    said('initialized'),
    said('passed', { result: { score: { scaled: 0.9 } } }),
  ];
  expect(storeGradebook({ ...view, statements, moveOn: 'CompletedAndPassed' }).facts.map(({ name, value }) => `${name}: ${value}`)).toEqual([
    'Completion: incomplete',
    'Success: passed',
    'Score: 90 %',
    'Progress: 40 %',
    'Time: 1 min 5 s',
    'Sessions: 2, 1 abandoned',
    'Done when CompletedAndPassed: not yet',
  ]);
  const done = storeGradebook({ ...view, statements: [...statements, said('completed')], moveOn: 'CompletedAndPassed' }).facts;
  expect(done.at(-1)).toEqual({ name: 'Done when CompletedAndPassed', value: 'yes' });
});

it('lists answers with what would have been right, and how full the place of the course is', () => {
  const definition = { interactionType: 'choice', correctResponsesPattern: ['b', 'c'] };
  const statements = [said('answered', { object: { id: 'https://example.org/c/questions/gas', definition }, result: { response: 'a', success: false, duration: 'PT3S' } })];
  const { answers, progress } = storeGradebook({ ...view, statements, documents: { 'lectern.progress': '{"ä":1}' } });
  expect(answers).toEqual([{ number: 1, id: 'gas', type: 'choice', given: 'a', right: 'b or c', result: 'incorrect', seconds: 'PT3S' }]);
  expect(progress).toEqual({ used: 8, of: 48_000, unit: 'bytes' });
});

it('shows something for any statements', () => {
  fc.assert(fc.property(fc.array(fc.dictionary(fc.constantFrom('verb', 'object', 'result', 'context'), fc.anything())), (statements) => void storeGradebook({ ...view, statements })));
});
