/**
 * What a cmi5 session that is over has left in this browser. Under its own id no LMS takes it any more (cmi5 9.3.6, 10.2.1.0-6), so what tells of
 * the learner is told by the next session of the same registration, under the id that it always had: it is there once, whoever told it first.
 */
import type { Context, Statement } from '@xapi/xapi';
import { VERBS } from '../../../vocabulary/xapi.ts';
import type { Client } from './client.ts';
import { openOutbox, type Drawer, type Entry, type Outbox } from './outbox.ts';
import type { Scene } from './scene.ts';

/** Where a session keeps what is on its way. */
export interface Box {
  endpoint: string;
  registration: string;
  activityId: string;
  session: string;
}

export const boxName = ({ endpoint, registration, activityId, session }: Box): string => [endpoint, registration, activityId, session].join(' ');

/** What all sessions of a unit together leave to the next one. */
const heritage = (box: Box): string => boxName({ ...box, session: 'earlier' });

export interface Boxes {
  drawer(box: string): Promise<Drawer>;
  /** Names of all that hold something. */
  boxes(): Promise<string[]>;
}

/** Statements of earlier sessions, as this one tells them. */
export interface Earlier extends Pick<Outbox, 'waiting' | 'pause' | 'owed'> {
  add(entries: readonly Entry[]): void;
  /** Resolves when all is delivered (`true`), or when it cannot go on for now. */
  deliver(): Promise<boolean>;
}

/**
 * They have an outbox of their own: a store may refuse them for good, because of their age for one, and this session's own are not to wait for
 * that. `mayGoOn`: those are all there.
 */
export function openEarlier(own: Box, scene: Scene, client: Client, browser: Boxes, mayGoOn: () => boolean): Earlier {
  const home = heritage(own);
  const outbox = openOutbox(client, later(() => browser.drawer(home)), { dress: (entry) => underTemplate(entry, scene.template), mayGoOn });
  const add = (entries: readonly Entry[]): Promise<void> => outbox.add(entries, entries.map(({ id }) => id));
  const found = (async () => {
    const boxes = await browser.boxes();
    if (boxes.includes(home)) await outbox.restore();
    await Promise.all(boxes.filter((name) => isOfOneUnit(name, own)).map(async (name) => {
      const drawer = await browser.drawer(name);
      const entries = await drawer.load();
      await add(entries.filter(isLasting));
      // They are kept at home now.
      await drawer.remove(entries.map(({ id }) => id));
    }));
  })();
  return {
    add: (entries) => void found.then(() => add(entries)),
    deliver: () => found.then(() => outbox.deliver()),
    get waiting() {
      return outbox.waiting;
    },
    get pause() {
      return outbox.pause;
    },
    get owed() {
      return outbox.owed;
    },
  };
}

/** Opened when it is needed: most sessions have been left nothing. */
function later(open: () => Promise<Drawer>): Drawer {
  let opened: Promise<Drawer> | null = null;
  const drawer = (): Promise<Drawer> => (opened ??= open());
  return {
    load: async () => (await drawer()).load(),
    put: async (entries) => (entries.length === 0 ? undefined : (await drawer()).put(entries)),
    remove: async (ids) => (await drawer()).remove(ids),
  };
}

/** Of the same learner and unit in the same LMS, and of another session. */
function isOfOneUnit(name: string, own: Box): boolean {
  const [endpoint = '', registration, activityId] = name.split(' ');
  return name !== boxName(own) && name !== heritage(own) && registration === own.registration && activityId === own.activityId && originOf(endpoint) === originOf(own.endpoint);
}

const originOf = (address: string): string => /^\w+:\/\/[^/?#]*/.exec(address)?.[0] ?? address;

/**
 * Answers and what was read. The frame of a session is the LMS's to close; a verdict is known to the learner's place and told anew from there;
 * progress is told by what comes next.
 */
const LASTING: readonly string[] = [VERBS.answered, VERBS.experienced];

const isLasting = ({ statement }: Entry): boolean => LASTING.includes(readStatement(statement)?.verb.id ?? '');

/** The new session's template first and unchanged, as cmi5 10.2.1 wants it. */
function underTemplate(entry: Entry, template: Context): string {
  const statement = readStatement(entry.statement);
  if (statement === null) return entry.statement;
  const context = statement.context ?? {};
  const lists = { ...template.contextActivities };
  for (const name of ['parent', 'grouping', 'category', 'other'] as const) {
    const given = lists[name] ?? [];
    const more = (context.contextActivities?.[name] ?? []).filter(({ id }) => !given.some((each) => each.id === id));
    if (given.length + more.length > 0) lists[name] = [...given, ...more];
  }
  return JSON.stringify({ ...statement, context: { ...context, ...template, contextActivities: lists, extensions: { ...context.extensions, ...template.extensions } } });
}

/** Damaged text is nothing. */
function readStatement(text: string): Statement | null {
  try {
    const read = JSON.parse(text) as Statement | null;
    return typeof read?.verb.id === 'string' ? read : null;
  } catch {
    return null;
  }
}
