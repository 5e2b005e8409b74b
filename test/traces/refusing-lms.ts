/** A SCORM 2004 API that refuses what a test wants refused, and one answer to tell it: for tests of single calls; stories are told to `lms.ts`. */
import type { AnsweredItem, Fact } from '../../src/learner/tracking/tracker.ts';

export type Calls = [method: string, ...args: string[]][];

/** Takes everything but what `refuse` names; `held` is what it answers to GetValue. */
export function fakeLms(held: Record<string, string> = {}, refuse: (method: string, element: string) => boolean = () => false) {
  const calls: Calls = [];
  let code = '0';
  const call = (method: string, answer: (element: string, value: string) => string) => (element: string, value: string) => {
    calls.push(value === undefined ? [method, element] : [method, element, value]);
    const refused = refuse(method, element);
    code = refused ? '351' : '0';
    return refused ? 'false' : answer(element, value);
  };
  const yes = () => 'true';
  const api = {
    Initialize: call('Initialize', yes),
    GetValue: call('GetValue', (element) => held[element] ?? ''),
    SetValue: call('SetValue', yes),
    Commit: call('Commit', yes),
    Terminate: call('Terminate', yes),
    GetLastError: () => code,
  };
  return { calls, window: { parent: null, opener: null, top: null, API_1484_11: api } };
}
export const sets = (calls: Calls) => calls.filter(([method]) => method === 'SetValue').map(([, element, value]) => [element, value]);
export const valueOf = (calls: Calls, element: string) => sets(calls).findLast(([name]) => name === element)?.[1];

export const item: AnsweredItem = {
  id: 'act',
  type: 'single',
  text: 'Which?',
  options: [], targets: [],
  objectives: ['l1.o1'],
  points: 1,
  graded: true,
};
export const answered = (index: number, more: Partial<AnsweredItem> = {}): Fact => ({
  kind: 'answered',
  index,
  item: { ...item, ...more },
  key: { type: 'single', correct: 'relu' },
  response: { type: 'single', choice: 'relu' },
  result: 'correct',
  latencySeconds: 3,
  at: 0,
});
