/** From a statement to its row, and to what it says about titles and objectives. */
import { CMI5_CATEGORY, MOVEON_CATEGORY, SESSION_EXTENSION } from '../../vocabulary/cmi5.ts';
import { ACTIVITY_TYPES, BUILD_EXTENSION, VERSION_EXTENSION } from '../../vocabulary/xapi.ts';
import { MOVEON_EXTENSION, PART_VERBS, VERBS } from './names.ts';
import type { StatementRow } from './row.ts';
import type { Agent, Statement } from './schema.ts';
import { readDuration, readTimestamp } from './time.ts';

export interface Flattened {
  row: StatementRow;
  /** Name of the activity in the statement's first language, and what it is the name of; null when it has none. */
  title: { of: string; text: string } | null;
  /** Ids of the objectives the statement is about. */
  objectives: string[];
}

/** Why a statement cannot count, in words that end “… was set aside because <reason>”. */
export type Unusable = { reason: string };

/** `received` stands for `stored` where the statement has none (an export, not an LRS), as milliseconds since 1970. */
export function flatten(statement: Statement, source: string, received: number): Flattened | Unusable {
  const actor = actorKey(statement.actor);
  if (actor === null) return { reason: 'its actor has no mailbox, account, OpenID or hash' };
  const stored = statement.stored === undefined ? received : readTimestamp(statement.stored);
  if (stored === null) return { reason: `its time of storing “${statement.stored ?? ''}” is no time` };
  const happened = statement.timestamp === undefined ? stored : readTimestamp(statement.timestamp);
  if (happened === null) return { reason: `its timestamp “${statement.timestamp ?? ''}” is no time` };
  const { object, result, context } = statement;
  const verb = VERBS[statement.verb.id] ?? statement.verb.id;
  const others = context?.contextActivities;
  const categories = (others?.category ?? []).map(({ id }) => id);
  const activity = object.id ?? '';
  const row: StatementRow = {
    id: statement.id.toLowerCase(),
    stored,
    happened,
    actor,
    verb,
    activity,
    course: '',
    registration: context?.registration?.toLowerCase() ?? null,
    session: extension(statement, SESSION_EXTENSION),
    cmi5: categories.includes(CMI5_CATEGORY),
    moveon: categories.includes(MOVEON_CATEGORY),
    move_on: extension(statement, MOVEON_EXTENSION),
    success: result?.success ?? null,
    completion: result?.completion ?? null,
    score_scaled: result?.score?.scaled ?? null,
    score_raw: result?.score?.raw ?? null,
    score_max: result?.score?.max ?? null,
    duration_ms: result?.duration === undefined ? null : readDuration(result.duration),
    response: result?.response ?? null,
    version: extension(statement, VERSION_EXTENSION),
    content: extension(statement, BUILD_EXTENSION),
    voids: verb === 'voided' && object.objectType === 'StatementRef' ? activity.toLowerCase() : null,
    authority: authorityKey(statement),
    source,
  };
  row.course = courseOf(row, others?.grouping?.[0]?.id, others?.parent?.[0]?.id);
  const names = object.definition?.name;
  const about = [...(others?.other ?? []), ...(others?.parent ?? [])].filter(({ definition }) => definition?.type === ACTIVITY_TYPES.objective).map(({ id }) => id);
  if (object.definition?.type === ACTIVITY_TYPES.objective) about.push(activity);
  const [text] = Object.values(names ?? {});
  // Under cmi5 the object is the LMS's name for what the publisher calls otherwise.
  const of = row.cmi5 ? row.course : activity;
  return { row, title: text === undefined ? null : { of, text }, objectives: [...new Set(about)] };
}

/** cmi5 lets the LMS invent the object's id and keeps the publisher's in grouping; elsewhere only parts point to their course. */
function courseOf(row: StatementRow, grouping: string | undefined, parent: string | undefined): string {
  if (row.cmi5 || row.session !== null) return grouping ?? row.activity;
  return PART_VERBS.includes(row.verb) ? (grouping ?? parent ?? row.activity) : row.activity;
}

function extension(statement: Statement, key: string): string | null {
  const value = statement.context?.extensions?.[key];
  return typeof value === 'string' ? value : null;
}

function authorityKey({ authority }: Statement): string | null {
  if (authority === undefined) return null;
  return actorKey(authority) ?? authority.member?.map(actorKey).find((key) => key !== null) ?? null;
}

/** The inverse functional identifier as one text; mailboxes in lower case, because people write them both ways. */
export function actorKey(agent: Agent): string | null {
  if (agent.mbox !== undefined) return agent.mbox.toLowerCase();
  if (agent.mbox_sha1sum !== undefined) return `sha1:${agent.mbox_sha1sum.toLowerCase()}`;
  if (agent.openid !== undefined) return `openid:${agent.openid}`;
  return agent.account === undefined ? null : `${agent.account.homePage}|${agent.account.name}`;
}
