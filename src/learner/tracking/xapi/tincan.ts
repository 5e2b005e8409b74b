/** A Tin Can launch: everything stands in the address, and completion is whatever the course says (xapi.md 4). */
import type { Agent } from '@xapi/xapi';
import type { CoursePayload } from '../../../course/payload.ts';
import type { Tracker } from '../tracker.ts';
import { learnerOf, type Cmi5Window } from './cmi5.ts';
import { openClient, readObject } from './client.ts';
import { recordStore, type Launch, type Refused } from './record-store.ts';

export type TincanWindow = Omit<Cmi5Window, 'session' | 'boxes'>;

export function tincan(own: TincanWindow, course: CoursePayload): Tracker {
  return recordStore('tincan', () => launch(own, course), own);
}

async function launch(own: TincanWindow, course: CoursePayload): Promise<Launch | Refused> {
  const query = new URLSearchParams(own.search);
  const endpoint = query.get('endpoint') ?? '';
  const auth = query.get('auth') ?? '';
  const actor = readActor(query.get('actor') ?? '');
  if (endpoint === '' || auth === '' || actor === null) return { reason: 'none-found' };
  const client = openClient({ endpoint, authorization: /^\w+ /.test(auth) ? auth : `Basic ${auth}` }, own);
  const about = await client.call('GET', 'about', {});
  if (about.status === 401 || about.status === 403) return { reason: 'refused' };
  const { iri, title, language, version, build } = course;
  const registration = query.get('registration');
  const root = query.get('activity_id') ?? iri;
  const box = [endpoint, JSON.stringify(actor), registration ?? '', root].join(' ');
  return {
    client,
    scene: { actor, registration, root, course: { iri, title, language, version, build }, template: {}, categories: { own: [], deciding: [] }, mastery: null },
    drawer: await own.drawer(box),
    turn: own.turn(box),
    opening: { connected: true, reason: null, mode: 'normal', learner: learnerOf(actor), passMark: null },
    inherits: true,
    begun: false,
    mark: () => undefined,
  };
}

/** An older form has a list in every field: `{"name":["Lan"],"mbox":["mailto:…"]}`. */
function readActor(text: string): Agent | null {
  const read = readObject(text);
  if (read === null) return null;
  const single = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
  const { name, mbox, mbox_sha1sum: hash, openid, account } = Object.fromEntries(Object.entries(read).map(([key, value]) => [key, single(value)]));
  const page = typeof account === 'object' && account !== null ? (account as Record<string, unknown>) : null;
  const agent = {
    objectType: 'Agent',
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof mbox === 'string' ? { mbox } : typeof hash === 'string' ? { mbox_sha1sum: hash } : typeof openid === 'string' ? { openid } : {}),
    ...(page === null ? {} : { account: { homePage: page['homePage'] ?? page['accountServiceHomePage'], name: page['name'] ?? page['accountName'] } }),
  };
  return Object.keys(agent).length < 2 ? null : (agent as unknown as Agent);
}
