/** Invents statements: cmi5 and Tin Can, several attempts, duplicates, voids, clocks that lie and hostile strings; the same ones for the same seed. */
import { MOVEON_EXTENSION } from '../../src/report/statement/names.ts';
import { CMI5_CATEGORY, MOVEON_CATEGORY, SESSION_EXTENSION } from '../../src/vocabulary/cmi5.ts';

export interface Plan {
  learners: number;
  /** Courses that each learner takes. */
  courses: number;
  /** Slides and questions of a course: what a completion report does not need. */
  trail: number;
  seed: number;
}

const ADL = 'http://adlnet.gov/expapi/verbs/';
const W3ID = 'https://w3id.org/xapi/adl/verbs/';
const HOSTILE = ['=HYPERLINK("http://x","y")', "Robert'); DROP TABLE statement;--", '\u202egnirts', 'a,"b"\r\nc', '|pipe|', '\u0000nul', '😀', "O'Brien"];
const START = Date.UTC(2026, 0, 5, 8);

/** 0 ≤ x < 1; mulberry32. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

interface Learner {
  next: () => number;
  uuid: () => string;
  actor: object;
}

function uuidMaker(next: () => number): () => string {
  const hex = () => Math.floor(next() * 4294967296).toString(16).padStart(8, '0');
  return () => {
    const [a, b, c, d] = [hex(), hex(), hex(), hex()];
    return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-a${c.slice(1, 4)}-${c.slice(4)}${d}`;
  };
}

function learnerNumber(index: number, seed: number): Learner {
  const next = random(seed * 1_000_003 + index);
  const name = index % 500 === 7 ? `${HOSTILE[Math.floor(index / 500) % HOSTILE.length] ?? ''}${index}` : `p${String(index).padStart(6, '0')}`;
  const actor = index % 10 === 3 ? { mbox: `mailto:P${index}@example.org` } : { objectType: 'Agent', account: { homePage: 'https://lms.example.org', name } };
  return { next, uuid: uuidMaker(next), actor };
}

/** One JSON text per statement, in the order in which an LRS might give them out. */
export function* statements(plan: Plan): Generator<string> {
  for (let index = 0; index < plan.learners; index += 1) {
    const learner = learnerNumber(index, plan.seed);
    for (let course = 0; course < plan.courses; course += 1) {
      const sittings = learner.next() < 0.25 ? 2 : 1;
      for (let sitting = 0; sitting < sittings; sitting += 1) yield* sit(learner, plan, { course, sitting, sittings, cmi5: course % 4 !== 3 });
    }
  }
}

interface Sitting {
  course: number;
  sitting: number;
  sittings: number;
  cmi5: boolean;
}

function* sit(learner: Learner, plan: Plan, { course, sitting, sittings, cmi5 }: Sitting): Generator<string> {
  const { next, uuid } = learner;
  const registration = uuid();
  const session = uuid();
  let clock = START + Math.floor(next() * 200 * 86_400_000) + sitting * 40 * 86_400_000;
  const said: { id: string; verb: string; text: string }[] = [];
  const tell = (verb: string, rest: Record<string, unknown> = {}, extra: Record<string, unknown> = {}): string => {
    clock += 1000 + Math.floor(next() * 90_000);
    const lying = next() < 0.002 ? 3 * 3_600_000 : 0;
    const id = uuid();
    const text = statement({ learner, id, verb, course, cmi5, registration, session, clock, lying, rest, extra });
    said.push({ id, verb, text });
    return text;
  };
  if (cmi5) tell(`${ADL}launched`, {}, { [MOVEON_EXTENSION]: ['CompletedOrPassed', 'Passed', 'Completed', 'CompletedAndPassed', 'NotApplicable'][course % 5] });
  tell(`${ADL}initialized`);
  for (let step = 0; step < plan.trail; step += 1) tell(step % 3 === 0 ? `${ADL}answered` : `${ADL}experienced`, { part: step, result: { response: HOSTILE[step % HOSTILE.length], success: next() < 0.7 } });
  const fate = next();
  const scaled = Math.round(next() * 100) / 100;
  const verdict = sitting < sittings - 1 ? 'failed' : fate < 0.8 ? 'passed' : fate < 0.9 ? 'failed' : null;
  if (fate < 0.93) tell(`${ADL}completed`, { result: { completion: true, duration: `PT${Math.floor(next() * 3000)}S` } });
  if (verdict !== null) tell(`${ADL}${verdict}`, { result: { success: verdict === 'passed', score: { scaled, raw: scaled * 100, min: 0, max: 100 }, duration: 'PT10M3.5S' } });
  if (fate > 0.97) tell(`${W3ID}abandoned`, { result: { duration: 'PT30M' } });
  else tell(`${ADL}terminated`, { result: { duration: `PT${Math.floor(next() * 3000)}.${Math.floor(next() * 100)}S` } });
  if (cmi5 && fate < 0.01) tell(`${W3ID}waived`);
  if (cmi5 && fate > 0.5 && fate < 0.55) tell(`${W3ID}satisfied`);
  yield* spread(learner, said, { course, cmi5, registration, session, clock });
}

/** Some come twice, and some are taken back, before or after the fact. */
function* spread(learner: Learner, said: { id: string; verb: string; text: string }[], about: { course: number; cmi5: boolean; registration: string; session: string; clock: number }): Generator<string> {
  const { next, uuid } = learner;
  const withdrawn = next() < 0.01 ? said.filter(({ verb }) => /completed|passed/.test(verb)) : [];
  const voids = withdrawn.map(({ id }) => JSON.stringify({
    id: uuid(), actor: { objectType: 'Agent', mbox: 'mailto:lms@example.org' }, verb: { id: `${ADL}voided` }, object: { objectType: 'StatementRef', id },
    timestamp: new Date(about.clock + 60_000).toISOString(), stored: new Date(about.clock + 61_000).toISOString(), authority: AUTHORITY, version: '1.0.3',
  }));
  const before = next() < 0.5;
  if (before) yield* voids;
  for (const { text } of said) {
    yield text;
    if (next() < 0.01) yield text;
  }
  if (!before) yield* voids;
}

const AUTHORITY = { objectType: 'Agent', account: { homePage: 'https://lrs.example.org', name: 'lms' } };

interface Told {
  learner: Learner;
  id: string;
  verb: string;
  course: number;
  cmi5: boolean;
  registration: string;
  session: string;
  clock: number;
  lying: number;
  rest: Record<string, unknown>;
  extra: Record<string, unknown>;
}

function statement({ learner, id, verb, course, cmi5, registration, session, clock, lying, rest, extra }: Told): string {
  const publisher = `https://courses.example.org/${cmi5 ? 'cmi5' : 'tincan'}/course-${course}`;
  const home = cmi5 ? `https://lms.example.org/activities/${course}` : publisher;
  const part = typeof rest['part'] === 'number' ? `${home}/part/${rest['part']}` : home;
  const judging = /passed|failed|completed|waived|satisfied/.test(verb);
  const defined = cmi5 && !/answered|experienced/.test(verb);
  const type = part === home ? 'http://adlnet.gov/expapi/activities/lesson' : 'http://adlnet.gov/expapi/activities/cmi.interaction';
  const category = [...(defined ? [{ id: CMI5_CATEGORY }] : []), ...(defined && judging ? [{ id: MOVEON_CATEGORY }] : [])];
  return JSON.stringify({
    id: course % 2 === 0 ? id : id.toUpperCase(),
    actor: learner.actor,
    verb: { id: verb, display: { 'en-US': verb.slice(verb.lastIndexOf('/') + 1) } },
    object: { objectType: 'Activity', id: part, definition: { type, name: { en: `Course ${course}` }, description: { en: 'What an engineer has to know before the first design review of this kind of system.' } } },
    ...(rest['result'] === undefined ? {} : { result: rest['result'] }),
    context: {
      registration,
      contextActivities: { ...(cmi5 || part !== home ? { grouping: [{ id: publisher }] } : {}), ...(category.length > 0 ? { category } : {}) },
      ...(cmi5 ? { extensions: { [SESSION_EXTENSION]: session, ...extra } } : {}),
      platform: 'Example LMS', language: 'en-US',
    },
    timestamp: new Date(clock + lying).toISOString(), stored: new Date(clock + 700).toISOString(), authority: AUTHORITY, version: '1.0.3',
  });
}
