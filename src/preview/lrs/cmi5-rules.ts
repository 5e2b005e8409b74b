/** What an LMS refuses from a cmi5 unit, by the ids of the requirements (xapi.md 2): the session so far, and the next statement. Pure. */
import { CMI5_CATEGORY, MASTERY_EXTENSION, MOVEON_CATEGORY, SESSION_EXTENSION } from '../../vocabulary/cmi5.ts';
import { VERBS } from '../../vocabulary/xapi.ts';
import { child, isObject, type Json } from './statement-rules.ts';

export interface Cmi5Session {
  id: string;
  registration: string;
  activityId: string;
  publisherId: string;
  actor: Json;
  mode: 'Normal' | 'Browse' | 'Review';
  mastery: number | null;
  template: Json;
  preferencesRead: boolean;
  /** Short names of the cmi5-defined verbs, by request of this session. */
  said: string[];
  over: boolean;
}

const VOIDED = 'http://adlnet.gov/expapi/verbs/voided';

/** One line per violation, each beginning with the requirement's id. `registered`: verbs of earlier sessions; `first`: alone in its request. */
export function cmi5Faults(statement: Json, session: Cmi5Session, registered: readonly string[], alone: boolean): string[] {
  const verb = shortVerb(statement);
  const ids = categories(statement);
  const defined = ids.includes(CMI5_CATEGORY);
  const all = [...registered, ...session.said];
  const decided = child(statement['result'], 'success') !== undefined || child(statement['result'], 'completion') !== undefined;
  const rule = (id: string, broken: boolean): string[] => (broken ? [`${id}: ${verb}`] : []);
  return [
    ...rule('8.1.2.0-2', session.over),
    ...rule('6.3.0.0-1', verb === VOIDED),
    ...rule('9.2.0.0-2', defined && child(statement['actor'], 'objectType') !== 'Agent'),
    ...rule('9.2.0.0-3', defined && child(statement['actor'], 'account') === undefined),
    ...rule('8.1.3.0-3', JSON.stringify(statement['actor']) !== JSON.stringify(session.actor)),
    ...rule('9.3.0.0-4', session.said.length === 0 && (verb !== 'initialized' || !alone)),
    ...rule('11.0.0.0-3', !session.preferencesRead),
    ...rule('9.6.1.0-1', child(statement['context'], 'registration') !== session.registration),
    ...rule('9.6.3.1-4', child(child(statement['context'], 'extensions'), SESSION_EXTENSION) !== session.id),
    ...rule('10.2.1.0-6', !fits(session.template, statement['context'])),
    ...(defined ? definedFaults(statement, verb, session, all) : rule('9.3.0.0-1', ['completed', 'passed', 'failed', 'initialized', 'terminated'].includes(verb))),
    ...rule('9.6.2.2-1', defined && decided && !ids.includes(MOVEON_CATEGORY)),
    ...rule('9.6.2.2-2', (!defined || !decided) && ids.includes(MOVEON_CATEGORY)),
  ];
}

function definedFaults(statement: Json, verb: string, { said, mode, mastery, activityId }: Cmi5Session, all: readonly string[]): string[] {
  const { result } = statement;
  const score = child(result, 'score');
  const scaled = child(score, 'scaled');
  const verdict = verb === 'passed' || verb === 'failed';
  const extension = child(child(statement['context'], 'extensions'), MASTERY_EXTENSION);
  const rule = (id: string, broken: boolean): string[] => (broken ? [`${id}: ${verb}`] : []);
  return [
    ...rule('8.1.5.0-6', child(statement['object'], 'id') !== activityId),
    ...rule('9.3.0.0-2', said.includes(verb)),
    ...rule('9.3.0.0-3', verdict && (said.includes('passed') || said.includes('failed'))),
    ...rule('9.3.0.0-6', verb === 'completed' && all.includes('completed')),
    ...rule('9.3.0.0-7', verb === 'passed' && all.includes('passed')),
    ...rule('9.3.0.0-8', verb === 'failed' && all.includes('passed')),
    ...rule('9.3.4.0-2', verb === 'passed' && mastery !== null && typeof scaled === 'number' && scaled < mastery),
    ...rule('9.5.1.0-2', !verdict && score !== undefined),
    ...rule('9.5.1.0-3', child(score, 'raw') !== undefined && (child(score, 'min') === undefined || child(score, 'max') === undefined)),
    ...rule('9.5.2.0-1', verb === 'passed' && child(result, 'success') !== true),
    ...rule('9.5.2.0-2', verb === 'failed' && child(result, 'success') !== false),
    ...rule('9.5.2.0-3', !verdict && child(result, 'success') !== undefined),
    ...rule('9.5.3.0-1', verb === 'completed' && child(result, 'completion') !== true),
    ...rule('9.5.3.0-2', verb !== 'completed' && child(result, 'completion') !== undefined),
    ...rule('9.5.4.1', verb !== 'initialized' && child(result, 'duration') === undefined),
    ...rule('9.6.3.2-2', verdict && score !== undefined && mastery !== null && extension !== mastery),
    ...rule('10.2.2.0-2', mode !== 'Normal' && verb !== 'initialized' && verb !== 'terminated'),
  ];
}

export function shortVerb(statement: Json): string {
  const id = child(statement['verb'], 'id');
  return Object.entries(VERBS).find(([, iri]) => iri === id)?.[0] ?? String(id);
}

export const isDefined = (statement: Json): boolean => categories(statement).includes(CMI5_CATEGORY);

function categories(statement: Json): unknown[] {
  const list = child(child(statement['context'], 'contextActivities'), 'category');
  return Array.isArray(list) ? list.map((each) => child(each, 'id')) : [];
}

/** Everything in the template is there unchanged; lists by position, as ADL's player compares them. */
function fits(template: unknown, found: unknown): boolean {
  if (Array.isArray(template)) return Array.isArray(found) && template.every((each, i) => fits(each, (found as unknown[])[i]));
  if (isObject(template)) return isObject(found) && Object.entries(template).every(([key, value]) => fits(value, found[key]));
  return template === found;
}
