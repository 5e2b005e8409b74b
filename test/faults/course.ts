/** The course of the schedules: that of the stories, and eight long written answers, so that progress outgrows 4,096 characters. */
import type { CoursePayload, ItemPayload, Response, SealedItem } from '../../src/course/payload.ts';
import { course as small, itemById as smallItem, lesson as smallLesson } from '../traces/course.ts';

const SMALL = ['bias', 'act', 'layers', 'why'] as const;
export const ESSAYS = Array.from({ length: 8 }, (_, index) => `essay-${index + 1}`);
export const ITEMS: readonly string[] = [...SMALL, ...ESSAYS];

const essay = (id: string, index: number): ItemPayload => ({ ...smallItem('why').item, id, key: 5 + index, text: `Explain, number ${index + 1}.` });
const essays = ESSAYS.map(essay);

const [outline] = small.lessons;
if (outline === undefined) throw new Error('The course of the stories has no lesson.');

export const course: CoursePayload = { ...small, lessons: [{ ...outline, items: [...outline.items, ...essays.map(({ key }): [number, number] => [key, 0])] }] };
export const items: readonly ItemPayload[] = [...smallLesson.items, ...essays];
export const { objectives } = smallLesson;

export function itemById(id: string): { item: ItemPayload; sealed: SealedItem } {
  const own = essays.find((each) => each.id === id);
  return own === undefined ? smallItem(id) : { item: own, sealed: smallItem('why').sealed };
}

const written = (text: string): Response => ({ type: 'short-answer', text, unknown: false, verdict: null, ideas: [] });

/** A right answer, or a wrong one. */
export function responseTo(id: string, right: boolean): Response {
  if (id === 'bias') return { type: 'true-false', value: right };
  if (id === 'act') return { type: 'single', choice: right ? 'relu' : 'adam' };
  if (id === 'layers') return { type: 'multiple', choices: right ? ['dense', 'conv'] : ['dense', 'loss'] };
  return written(right ? 'Because gradients show the way down. '.repeat(17) : 'No idea.');
}
