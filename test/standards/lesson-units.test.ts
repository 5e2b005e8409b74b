/** Lessons that an LMS launches one by one: the manifest's rules, run in scorm-again's sequencer, with the driver as the content. */
import '../traces/window.ts';
import { Scorm2004API } from 'scorm-again';
import { describe, expect, test } from 'vitest';
import { scorm2004Manifest } from '../../manifest/scorm2004.ts';
import { pack } from '../../src/compiler/6-pack/pack.ts';
import { ruleFaults, DIALECTS } from '../../src/compiler/6-pack/rules.ts';
import { readTree } from '../../src/compiler/6-pack/tree.ts';
import type { PackageFile } from '../../src/compiler/5-bundle/files.ts';
import type { Course, Units } from '../../src/course/course.ts';
import type { CoursePayload, Response } from '../../src/course/payload.ts';
import { scorm2004, type Scorm2004Tracker } from '../../src/learner/tracking/scorm2004.ts';
import { advance, start, standing, toResume, type LearnerEvent, type Session } from '../../src/learner/session/session.ts';
import { activityTree, type ActivitySettings } from '../../src/preview/activity-tree.ts';
import { unitName, unitPage } from '../../src/vocabulary/units.ts';
import { course as nets, itemById, lesson as netsLesson } from '../traces/course.ts';
import { controlZip } from './control.ts';
import { sampleCourse, sampleFiles } from './sample-course.ts';

/** A quiz of two points, a lesson to read, a quiz of one. */
const asked = { file: 'course.yaml', start: { line: 7, column: 12 }, end: { line: 7, column: 26 } };

function threeLessons(units: Units = { order: 'one-by-one', place: asked }): Course {
  const { lessons, ...head } = sampleCourse({ passMark: 0.75 });
  const [first, second] = lessons;
  if (first === undefined || second === undefined) throw new Error('two lessons are needed');
  return { ...head, units, lessons: [first, { ...second, items: [] }, { ...second, id: 'l1.3', key: 3, code: 'L1.3', items: second.items.slice(0, 1) }] };
}

const files = (course: Course): PackageFile[] => [
  ...sampleFiles().filter(({ path }) => path !== 'index.html' && !path.startsWith('lessons/')),
  ...course.lessons.flatMap(({ id }) => [unitPage(id), `lessons/${id}.js`].map((path) => ({ path, content: new Uint8Array([32]), unit: unitName(course.id, id) }))),
];

const manifest = (course: Course, edition: '3rd' | '4th' = '4th'): string => scorm2004Manifest(course, files(course), edition).xml;
const itemOf = (lesson: string): string => `item-phishing-basics.${lesson}`;

/** One registration: its sequencer, and what it keeps of each activity between launches. */
class Lms {
  readonly delivered: string[] = [];
  readonly api: InstanceType<typeof Scorm2004API>;
  readonly #kept = new Map<string, Record<string, unknown>>();
  #launches = 0;

  constructor(tree: ActivitySettings) {
    this.api = new Scorm2004API({ autocommit: false, logLevel: 5, sequencing: { activityTree: tree, logLevel: 'error' } });
    this.api.setSequencingEventListeners({ onActivityDelivery: ({ id }) => this.delivered.push(id) });
  }

  request(what: string, target?: string): boolean {
    return this.api.processNavigationRequest(what, target);
  }

  get current(): string {
    return this.delivered.at(-1) ?? '';
  }

  state(activity: string): unknown {
    return this.api.getActivityTrackingData(activity);
  }

  /** Opens the activity that was delivered last, as the LMS's page does. */
  launch(): Scorm2004Tracker {
    const { api, current } = this;
    if (this.#launches++ > 0) api.reset();
    api.loadFromJSON({ ...this.#kept.get(current), learner_id: 'u-17', learner_name: 'Ngo, Lan', ...(this.#kept.has(current) ? { entry: 'resume' } : {}) }, 'cmi');
    const keep = (): void => {
      const { cmi } = JSON.parse(api.renderCMIToJSONString()) as { cmi: Record<string, unknown> };
      if (cmi['exit'] === 'suspend') this.#kept.set(current, cmi);
      else this.#kept.delete(current);
    };
    const run = {
      Initialize: () => api.lmsInitialize(''),
      Terminate: () => { keep(); return api.lmsFinish(''); },
      GetValue: (element: string) => api.lmsGetValue(element),
      SetValue: (element: string, value: string) => api.lmsSetValue(element, value),
      Commit: () => api.lmsCommit(''),
      GetLastError: () => api.lmsGetLastError(),
    };
    return scorm2004({ parent: null, opener: null, top: null, API_1484_11: run } as never, true);
  }
}

const reading: CoursePayload = { ...nets, passMark: null, lessons: nets.lessons.map((lesson) => ({ ...lesson, items: [] })) };

interface Visit {
  tracker: Scorm2004Tracker;
  session: Session;
}

async function visit(lms: Lms, payload: CoursePayload): Promise<Visit> {
  const tracker = lms.launch();
  const { session, facts } = start(payload, await tracker.open());
  tracker.record(facts);
  return { tracker, session };
}

function act(at: Visit, event: LearnerEvent): void {
  const { session, facts } = advance(at.session, event);
  at.session = session;
  at.tracker.record(facts);
  expect(at.tracker.save(toResume(session, at.tracker.room), 5)).toBe('confirmed');
}

const read = (at: Visit): void => [1, 2].forEach((part) => act(at, { kind: 'part-seen', lesson: 1, part }));

function answer(at: Visit, right: boolean): void {
  const given: Record<string, Response> = { bias: { type: 'true-false', value: right }, act: { type: 'single', choice: right ? 'relu' : 'adam' }, layers: { type: 'multiple', choices: right ? ['dense', 'conv'] : ['loss'] }, why: { type: 'short-answer', text: 'x', unknown: false, verdict: 'got-it', ideas: [] } };
  for (const [id, response] of Object.entries(given)) {
    for (let tries = right || id === 'why' ? 1 : 2; tries > 0; tries--) act(at, { kind: 'answered', lesson: 1, ...itemById(id), objectives: netsLesson.objectives, items: netsLesson.items, response, sureness: null, latencySeconds: 2, at: 0 });
  }
}

function leave(at: Visit, on = false): void {
  if (on) at.tracker.goOn?.();
  expect(at.tracker.close(toResume(at.session, at.tracker.room), 9)).toBe('confirmed');
  expect(at.tracker.refusals).toEqual([]);
}

describe('in the sequencer', () => {
  test('each lesson opens once the one before it is done; the course ends completed and passed, by the points of its quizzes', async () => {
    const lms = new Lms(await activityTree(manifest(threeLessons())));
    lms.request('start');
    expect(lms.current).toBe(itemOf('l1.1'));
    expect([lms.request('choice', itemOf('l1.2')), lms.request('choice', itemOf('l1.3'))]).toEqual([false, false]);
    const first = await visit(lms, nets);
    read(first);
    answer(first, true);
    expect(standing(first.session).success).toBe('passed');
    leave(first, true);

    expect(lms.current).toBe(itemOf('l1.2'));
    expect(lms.request('choice', itemOf('l1.3'))).toBe(false);
    const second = await visit(lms, reading);
    read(second);
    leave(second, true);
    expect(lms.state(itemOf('l1.2'))).toMatchObject({ completionStatus: 'completed', successStatus: 'passed' });

    expect(lms.current).toBe(itemOf('l1.3'));
    const third = await visit(lms, nets);
    read(third);
    answer(third, true);
    leave(third);
    expect(lms.state('organization-phishing-basics')).toMatchObject({ completionStatus: 'completed', successStatus: 'passed', score: 1 });
  });

  test('a lesson left half-way is resumed where it was, and an earlier one can be looked at again', async () => {
    const lms = new Lms(await activityTree(manifest(threeLessons())));
    lms.request('start');
    const first = await visit(lms, nets);
    act(first, { kind: 'part-seen', lesson: 1, part: 1 });
    leave(first);
    lms.request('choice', itemOf('l1.1'));
    const again = await visit(lms, nets);
    expect(standing(again.session).partsSeen).toBe(1);
    read(again);
    answer(again, true);
    leave(again, true);
    expect(lms.current).toBe(itemOf('l1.2'));
    expect(lms.request('choice', itemOf('l1.1'))).toBe(true);
    const back = await visit(lms, nets);
    expect(standing(back.session)).toMatchObject({ completed: true, success: 'passed' });
    leave(back);
    expect(lms.request('choice', itemOf('l1.2'))).toBe(true);
  });

  test('who fails a quiz cannot go on, and begins it anew at the next launch', async () => {
    const lms = new Lms(await activityTree(manifest(threeLessons())));
    lms.request('start');
    const first = await visit(lms, nets);
    read(first);
    answer(first, false);
    expect(standing(first.session).success).toBe('failed');
    leave(first);
    expect(lms.request('choice', itemOf('l1.2'))).toBe(false);
    expect(lms.request('choice', itemOf('l1.1'))).toBe(true);
    const again = await visit(lms, nets);
    expect(standing(again.session)).toMatchObject({ partsSeen: 0, itemsAnswered: 0 });
    read(again);
    answer(again, true);
    leave(again, true);
    expect(lms.current).toBe(itemOf('l1.2'));
  });

  test('in free order every lesson is open from the first moment, and a reading lesson decides nothing about passed', async () => {
    const lms = new Lms(await activityTree(manifest(threeLessons({ order: 'free', place: asked }))));
    lms.request('start');
    expect(lms.request('choice', itemOf('l1.3'))).toBe(true);
    const third = await visit(lms, nets);
    read(third);
    answer(third, true);
    leave(third);
    expect(lms.request('choice', itemOf('l1.2'))).toBe(true);
    const second = await visit(lms, reading);
    read(second);
    leave(second);
    expect(lms.state('organization-phishing-basics')).toMatchObject({ completionStatus: 'incomplete' });
  });
});

describe('the package', () => {
  test.each(['scorm2004-4th', 'scorm2004-3rd'] as const)('for %s stands every check: the schemas, ADL’s rules, our own', async (target) => {
    const { output, diagnostics } = await pack({ course: threeLessons(), files: files(threeLessons()), target, control: await controlZip(target) });
    expect(diagnostics).toEqual([]);
    expect(output?.byteLength).toBeGreaterThan(10_000);
  });

  test('tells the room of each lesson by itself', async () => {
    const { lessons, ...head } = threeLessons();
    const [first] = lessons;
    if (first === undefined) throw new Error('a lesson is needed');
    const many = Array.from({ length: 130 }, (_, i) => ({ ...first, id: `l${i}`, key: i, items: first.items.map((item) => ({ ...item, id: `${item.id}-${i}` })) }));
    const codes = async (course: Course): Promise<string[]> => (await pack({ course, files: files(course), target: 'scorm2004-4th', control: await controlZip('scorm2004-4th') })).diagnostics.map(({ code }) => code);
    expect(await codes({ ...head, lessons: many })).toEqual([]);
    const { units: _, ...whole } = head;
    const course = { ...whole, lessons: many };
    const listed = await pack({ course, files: [...sampleFiles()], target: 'scorm2004-4th', control: await controlZip('scorm2004-4th') });
    expect(listed.diagnostics.map(({ code }) => code)).toEqual(['package/many-objectives', 'package/many-interactions']);
  });

  test('package/one-unit: other standards have the course as one, and say so', async () => {
    const { diagnostics } = await pack({ course: threeLessons(), files: sampleFiles(), target: 'cmi5', control: null });
    expect(diagnostics.map(({ code, file, line, column, endColumn }) => [code, file, line, column, endColumn])).toEqual([['package/one-unit', 'course.yaml', 7, 12, 26]]);
  });

  test.each([
    ['a condition refers to an objective of its activity', 'referencedObjective="lectern.lesson-before"', 'referencedObjective="elsewhere"'],
    ['a shared objective is written by one activity', 'targetObjectiveID="phishing-basics.l1.2"', 'targetObjectiveID="phishing-basics.l1.1"'],
  ])('%s, or the build stops', async (rule, from, to) => {
    const xml = manifest(threeLessons());
    const contents = { files: new Set(files(threeLessons()).map(({ path }) => path)), control: new Set<string>() };
    const faults = async (text: string): Promise<string> => ruleFaults(await readTree(text), contents, DIALECTS['scorm2004-4th']).join('\n');
    expect(await faults(xml)).not.toContain(rule);
    expect(await faults(xml.replaceAll(from, to))).toContain(rule);
  });
});
