/** What the administrator of an LMS with a record store sees of a learner: read from statements, as a report would. Pure. */
import { STATE_ROOM } from '../../vocabulary/state.ts';
import type { StoreView } from '../desk.ts';
import { seconds } from '../records.ts';
import { clock, type Gradebook, share } from './gradebook.ts';

type Json = Readonly<Record<string, unknown>>;

const child = (value: unknown, ...path: string[]): unknown => path.reduce((inner, name) => Reflect.get(Object(inner), name) as unknown, value);
const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
/** `https://…/verbs/answered` → `answered` */
export const lastPart = (id: unknown): string => (typeof id === 'string' ? (id.split('/').filter((part) => part !== '').at(-1) ?? id) : '');
export const verbOf = (statement: Json): string => lastPart(child(statement, 'verb', 'id'));

/** The place that the course keeps with the store. */
const PLACE = 'lectern.progress';
const PROGRESS = 'https://w3id.org/xapi/cmi5/result/extensions/progress';

export function storeGradebook({ statements, documents, moveOn }: StoreView): Gradebook {
  const of = (...verbs: string[]): Json[] => statements.filter((each) => verbs.includes(verbOf(each)));
  const verdict = of('passed').at(-1) ?? of('failed').at(-1);
  const completed = of('completed').length > 0;
  const progress = of('progressed').map((each) => Number(child(each, 'result', 'extensions', PROGRESS)));
  const facts = [
    { name: 'Completion', value: completed ? 'completed' : statements.length > 0 ? 'incomplete' : '' },
    { name: 'Success', value: verdict === undefined ? '' : verbOf(verdict) },
    { name: 'Score', value: share(child(verdict, 'result', 'score', 'scaled')) },
    { name: 'Progress', value: progress.length === 0 ? '' : `${Math.max(...progress)} %` },
    { name: 'Time', value: clock(of('terminated').reduce((sum, each) => sum + seconds(child(each, 'result', 'duration')), 0)) },
    { name: 'Sessions', value: `${of('initialized').length}${of('abandoned').length === 0 ? '' : `, ${of('abandoned').length} abandoned`}` },
    { name: `Done when ${moveOn}`, value: moveOn === '' ? '' : isSatisfied(moveOn, completed, verdict !== undefined && verbOf(verdict) === 'passed') ? 'yes' : 'not yet' },
  ];
  return { facts: facts.filter(({ value }) => value !== ''), objectives: [], answers: of('answered').map(answerOf), progress: { used: new TextEncoder().encode(documents[PLACE] ?? '').length, of: STATE_ROOM.max, unit: STATE_ROOM.unit } };
}

function answerOf(statement: Json, index: number): Gradebook['answers'][number] {
  const patterns = child(statement, 'object', 'definition', 'correctResponsesPattern');
  const success = child(statement, 'result', 'success');
  return {
    number: index + 1,
    id: lastPart(child(statement, 'object', 'id')),
    type: text(child(statement, 'object', 'definition', 'interactionType')),
    given: text(child(statement, 'result', 'response')),
    right: Array.isArray(patterns) ? patterns.map(text).join(' or ') : '',
    result: success === true ? 'correct' : success === false ? 'incorrect' : 'neutral',
    seconds: text(child(statement, 'result', 'duration')),
  };
}

/** cmi5 10.2.4. */
function isSatisfied(moveOn: string, completed: boolean, passed: boolean): boolean {
  switch (moveOn) {
    case 'Passed':
      return passed;
    case 'Completed':
      return completed;
    case 'CompletedAndPassed':
      return completed && passed;
    case 'CompletedOrPassed':
      return completed || passed;
    default:
      return true;
  }
}
