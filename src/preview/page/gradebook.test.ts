/** What an administrator sees of a committed data model. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gradebook } from './gradebook.ts';

const cmi = {
  completion_status: 'incomplete',
  success_status: 'unknown',
  progress_measure: '0.036',
  score: { scaled: '0.75', raw: '15', max: '20' },
  suspend_data: 'x'.repeat(70),
  objectives: { '0': { id: 'l1.o1', score: { scaled: '0' }, completion_status: 'incomplete' } },
  interactions: [{ id: 'q1', type: 'choice', learner_response: 'b', result: 'incorrect', latency: 'PT3S', correct_responses: [{ pattern: 'a' }, { pattern: 'c' }] }],
};

it('says status, score and time, and leaves out what was never set', () => {
  const { facts } = gradebook({ cmi, totalSeconds: 75, earlier: [] }, 'scorm2004-4th');
  expect(facts).toEqual([
    { name: 'Completion', value: 'incomplete' },
    { name: 'Score', value: '75 %, 15 of 20' },
    { name: 'Progress', value: '3.6 %' },
    { name: 'Time', value: '1 min 15 s' },
  ]);
});

it('lists answers and objectives, and how full the progress is', () => {
  const { answers, objectives, progress } = gradebook({ cmi, totalSeconds: 0, earlier: [] }, 'scorm2004-4th');
  expect(answers).toMatchObject([{ number: 1, id: 'q1', given: 'b', right: 'a or c', result: 'incorrect' }]);
  expect(objectives).toMatchObject([{ id: 'l1.o1', score: '0 %', completion: 'incomplete' }]);
  expect(progress).toEqual({ used: 70, of: 64_000, unit: 'characters' });
  expect(gradebook({ cmi: { suspend_data: 'ä' }, totalSeconds: 0, earlier: [] }, 'scorm12').progress).toEqual({ used: 2, of: 4_096, unit: 'bytes' });
});

it('reads the names of SCORM 1.2 as well', () => {
  const { facts } = gradebook({ cmi: { core: { lesson_status: 'passed', score: { raw: '80', max: '100' }, lesson_location: 'l1/check/q2' } }, totalSeconds: 0, earlier: [] }, 'scorm12');
  expect(facts).toMatchObject([{ name: 'Completion', value: 'passed' }, { name: 'Score', value: '80 of 100' }, { name: 'Place', value: 'l1/check/q2' }, { name: 'Time' }]);
});

it('shows something for any data model', () => {
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.anything()), (any) => void gradebook({ cmi: any, totalSeconds: 0, earlier: [] }, 'scorm12')));
});
