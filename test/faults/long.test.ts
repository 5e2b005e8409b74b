/** A course of which what counts is itself longer than an LMS keeps: progress begins anew, and the page says so; nothing that the LMS shows falls. */
import { expect, test } from 'vitest';
import type { CoursePayload, ItemPayload } from '../../src/course/payload.ts';
import { Recorder } from '../../src/learner/recorder.ts';
import { scorm2004 } from '../../src/learner/tracking/scorm2004.ts';
import { course as small, itemById } from '../traces/course.ts';
import { lmsFunctions } from './lms.ts';

const QUESTIONS = 400;
const { item: first, sealed } = itemById('bias');
const items = Array.from({ length: QUESTIONS }, (_, index): ItemPayload => ({ ...first, id: `q${index + 1}`, key: index + 1, points: 1 }));
const course: CoursePayload = { ...small, lessons: small.lessons.map((lesson) => ({ ...lesson, items: items.map(({ key }) => [key, 1]) })) };

/** What a visit to an LMS that stores 4,096 characters of progress leaves there. */
async function visit(before: ReadonlyMap<string, string>, act: (recorder: Recorder, answer: (index: number, value: boolean) => void) => void): Promise<{ kept: Map<string, string>; said: string[]; lost: boolean }> {
  let kept = new Map(before);
  const cut = (values: ReadonlyMap<string, string>): Map<string, string> => new Map([...values].map(([element, value]) => [element, element === 'cmi.suspend_data' ? value.slice(0, 4_096) : value]));
  const lms = lmsFunctions(before, { standard: 'scorm2004', reaches: () => true, stored: (values) => void (kept = cut(values)) });
  const window = { parent: null, opener: null, top: null, API_1484_11: lms };
  const tracker = scorm2004(window);
  const said: string[] = [];
  const recorder = new Recorder({ course, tracker, opening: await tracker.open(), activeSeconds: () => 1, onSaved: (state, pending) => said.push(pending ? `${state}, pending` : state) });
  act(recorder, (index, value) => {
    const item = items[index];
    if (item !== undefined) recorder.take({ kind: 'answered', lesson: 1, item, sealed, objectives: [], items, response: { type: 'true-false', value }, sureness: null, latencySeconds: 1, at: Date.now() });
  });
  recorder.close();
  return { kept, said, lost: recorder.lost };
}

const shown = (kept: ReadonlyMap<string, string>): (string | undefined)[] => ['completion_status', 'success_status', 'score.raw', 'score.scaled'].map((name) => kept.get(`cmi.${name}`));

test('keeps score and verdicts, lists every answer, and does not call the rest saved', async () => {
  const done = await visit(new Map(), (recorder, answer) => {
    for (const part of [1, 2]) recorder.take({ kind: 'part-seen', lesson: 1, part });
    items.forEach((_, index) => answer(index, index % 10 > 0));
  });
  expect(shown(done.kept)).toEqual(['completed', 'passed', '90', '0.9']);
  const again = await visit(done.kept, (_, answer) => answer(0, false));
  expect([again.lost, again.said[0]]).toEqual([true, 'saved, pending']);
  expect(shown(again.kept)).toEqual(['completed', 'passed', '90', '0.9']);
  expect([...again.kept].filter(([element]) => /^cmi\.interactions\.\d+\.id$/.test(element))).toHaveLength(QUESTIONS + 1);
  const third = await visit(again.kept, (_, answer) => answer(1, true));
  expect([third.lost, third.said.at(-1), ...shown(third.kept)]).toEqual([false, 'saved', 'completed', 'passed', '90', '0.9']);
});
