/** A cmi5 launch (cmi5 8, 10 and 11): the token fetched once, the launch data, the learner's preferences, then the record. */
import type { Agent, Context } from '@xapi/xapi';
import type { CoursePayload } from '../../../course/payload.ts';
import { CMI5_CATEGORY, LAUNCH_DATA, LEARNER_PREFERENCES, MASTERY_EXTENSION, MOVEON_CATEGORY, SESSION_EXTENSION } from '../../../vocabulary/cmi5.ts';
import type { Opening, Tracker } from '../tracker.ts';
import { openClient, readObject, stateQuery, type Client, type Line } from './client.ts';
import { boxName, openEarlier, type Box, type Boxes } from './leftovers.ts';
import { recordStore, type Launch, type Refused, type World } from './record-store.ts';
import type { Scene } from './scene.ts';
import type { Turn } from './turns.ts';

export interface Cmi5Window extends Line, World, Boxes {
  /** The query of the page's address. */
  search: string;
  /** This tab's own storage: a token lives as long as the session, and no longer. */
  session: Pick<Storage, 'getItem' | 'setItem'>;
  turn(box: string): Turn;
}

interface Parameters {
  endpoint: string;
  fetch: string;
  actor: Agent;
  registration: string;
  activityId: string;
}

export function cmi5(own: Cmi5Window, course: CoursePayload): Tracker {
  return recordStore('cmi5', () => launch(own, course), own);
}

async function launch(own: Cmi5Window, course: CoursePayload): Promise<Launch | Refused> {
  const given = readParameters(own.search);
  if (given === null) return { reason: 'none-found' };
  const pass = await readPass(given.fetch, own);
  if (pass === null) return { reason: 'refused' };
  if (pass.ended) return { reason: 'after-termination' };
  const client = openClient({ endpoint: given.endpoint, authorization: `Basic ${pass.token}` }, own);
  const data = await client.call('GET', 'activities/state', stateQuery(LAUNCH_DATA, given.activityId, given.actor, given.registration));
  const launchData = data.status === 200 ? readObject(data.body) : null;
  if (launchData === null) return { reason: 'refused' };
  const preferences = await readPreferences(client, given.actor);
  const { template, mode, mastery, returnUrl } = readLaunchData(launchData);
  const box: Box = { ...given, session: String(template.extensions?.[SESSION_EXTENSION] ?? '') };
  const scene = sceneOf(given, course, template, mastery);
  return {
    client,
    scene,
    drawer: await own.drawer(boxName(box)),
    turn: own.turn(boxName(box)),
    earlier: (mayGoOn) => openEarlier(box, scene, client, own, mayGoOn),
    opening: { connected: true, reason: null, mode, learner: learnerOf(given.actor), passMark: mastery, returnUrl, preferences },
    // Statements carry the id of their session: under another one the LMS refuses them as they are, and has to.
    inherits: false,
    begun: pass.begun,
    mark: pass.mark,
  };
}

/** Null when this page was not launched by an LMS. Parameters come in any order, beside others. */
function readParameters(search: string): Parameters | null {
  const query = new URLSearchParams(search);
  const text = (name: string): string => query.get(name) ?? '';
  const actor = readObject(text('actor'));
  const found = { endpoint: text('endpoint'), fetch: text('fetch'), registration: text('registration'), activityId: text('activityId') };
  if (actor === null || Object.values(found).includes('')) return null;
  return { ...found, actor: actor as unknown as Agent };
}

interface Pass {
  token: string;
  begun: boolean;
  ended: boolean;
  mark(what: 'begun' | 'ended'): void;
}

/** The address gives its token once: a page that is loaded anew finds it in the tab. Null when there is none to be had. */
async function readPass(address: string, own: Cmi5Window): Promise<Pass | null> {
  const key = `lectern launch ${address}`;
  const kept = readObject(held(own, key) ?? '');
  const token = typeof kept?.['token'] === 'string' ? kept['token'] : await fetchToken(address, own);
  if (token === null) return null;
  const known = { token, begun: kept?.['begun'] === true, ended: kept?.['ended'] === true };
  const keep = (): void => hold(own, key, JSON.stringify(known));
  keep();
  return {
    ...known,
    mark(what) {
      known[what] = true;
      keep();
    },
  };
}

function held(own: Cmi5Window, key: string): string | null {
  try {
    return own.session.getItem(key);
  } catch {
    // Forbidden in this frame: the launch works, and loading the page anew does not.
    return null;
  }
}

function hold(own: Cmi5Window, key: string, value: string): void {
  try {
    own.session.setItem(key, value);
  } catch {
    // As above.
  }
}

/** An error comes with status 200 and a code, so only a token counts. */
async function fetchToken(address: string, own: Cmi5Window): Promise<string | null> {
  try {
    const response = await own.fetch(address, { method: 'POST', cache: 'no-store', signal: AbortSignal.timeout(20_000) });
    const token = readObject(await response.text())?.['auth-token'];
    return response.ok && typeof token === 'string' && token !== '' ? token.replace(/^Basic /i, '') : null;
  } catch {
    return null;
  }
}

/** Asked for before the first statement; where there are none, the course's own settings stand. */
async function readPreferences(client: Client, actor: Agent): Promise<NonNullable<Opening['preferences']>> {
  const answer = await client.call('GET', 'agents/profile', { profileId: LEARNER_PREFERENCES, agent: JSON.stringify(actor) });
  const read = answer.status === 200 ? readObject(answer.body) : null;
  const languages = read?.['languagePreference'];
  const audio = read?.['audioPreference'];
  return {
    languages: typeof languages === 'string' ? languages.split(',').map((tag) => tag.trim()).filter((tag) => tag !== '') : [],
    audio: audio === 'on' || audio === 'off' ? audio : null,
  };
}

interface LaunchData {
  template: Context;
  mode: Opening['mode'];
  mastery: number | null;
  returnUrl: string | null;
}

function readLaunchData(data: Record<string, unknown>): LaunchData {
  const { contextTemplate, launchMode, masteryScore, returnURL } = data;
  return {
    template: typeof contextTemplate === 'object' && contextTemplate !== null ? contextTemplate : {},
    mode: launchMode === 'Browse' ? 'browse' : launchMode === 'Review' ? 'review' : 'normal',
    mastery: typeof masteryScore === 'number' && masteryScore >= 0 && masteryScore <= 1 ? masteryScore : null,
    returnUrl: typeof returnURL === 'string' && /^https?:/i.test(returnURL) ? returnURL : null,
  };
}

function sceneOf({ actor, registration, activityId }: Parameters, course: CoursePayload, template: Context, mastery: number | null): Scene {
  const { iri, title, language, version, build } = course;
  return {
    actor,
    registration,
    root: activityId,
    course: { iri, title, language, version, build },
    template,
    categories: { own: [{ objectType: 'Activity', id: CMI5_CATEGORY }], deciding: [{ objectType: 'Activity', id: MOVEON_CATEGORY }] },
    mastery: mastery === null ? null : { extension: MASTERY_EXTENSION, score: mastery },
  };
}

/** cmi5 names a learner by an account, never by an address. */
export function learnerOf(actor: Agent): Opening['learner'] {
  const { name, account, mbox, mbox_sha1sum: hash, openid } = actor as Agent & { account?: { name?: string }; mbox?: string; mbox_sha1sum?: string; openid?: string };
  return { id: account?.name ?? mbox ?? hash ?? openid ?? '', name: name ?? '' };
}
