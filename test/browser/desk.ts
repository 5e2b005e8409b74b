/** A course in the preview's LMS or record store, without its command: where tests play with faults, and what it then holds. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, FrameLocator, Page } from 'playwright-core';
import { Desk } from '../../src/preview/desk.ts';
import type { Fault } from '../../src/preview/page/faults.ts';
import { byElement, listOf } from '../../src/preview/records.ts';
import { type PreviewServer, servePreview } from '../../src/preview/server.ts';
import { root } from './packages.ts';

export type Target = 'scorm2004' | 'scorm12' | 'cmi5' | 'tincan';

export interface Place {
  target: Target;
  desk: Desk;
  server: PreviewServer;
}

/** A few at a time, whatever the machine: none waits for more than that many others. */
export async function inTurns<T>(all: readonly T[], atOnce: number, work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) await work(next);
    }),
  );
}

/** The caller stops the server. */
export async function serve(target: Target, zip: string): Promise<Place> {
  const desk = new Desk(target === 'scorm2004' ? 'scorm2004-4th' : target);
  await desk.take({ zip: await readFile(zip), build: 'one', remarks: '', summary: '' });
  return { target, desk, server: await servePreview(desk, join(root, 'dist/preview'), 0) };
}

/** At its questions. `prepare`: before anything is loaded. */
export async function openCourse(context: BrowserContext, { server }: Place, learner: string, faults: readonly Fault[] = [], prepare?: (page: Page) => Promise<void>): Promise<{ page: Page; course: FrameLocator }> {
  const page = await context.newPage();
  await prepare?.(page);
  await page.goto(`${server.url}#${new URLSearchParams({ learner, faults: faults.join('.'), at: 'lectern-view-check' })}`);
  const course = page.frameLocator('iframe[title=Course]');
  return { page, course };
}

/** A press before the first script has come opens nothing yet. */
export async function showQuestions(course: FrameLocator): Promise<void> {
  const radio = course.getByRole('radio', { name: 'Oxygen' });
  for (let tries = 0; tries < 30 && !(await radio.isVisible()); tries++) {
    await course.getByRole('tab', { name: 'Check' }).click();
    await radio.waitFor({ timeout: 800 }).catch((error: unknown) => {
      if (tries === 29) throw error;
    });
  }
}

/** The course's last page, or the LMS's own that it gave the learner back to. */
export const left = (course: FrameLocator): ReturnType<FrameLocator['locator']> => course.getByText(/^Your work is saved\.|did not confirm the last save|^Nothing was recorded|gave the learner back/).first();

/** What the LMS or the store holds of each answer, by which two of them are told apart. */
export function held({ desk, target }: Place, learner: string): string[] {
  if (target === 'cmi5' || target === 'tincan') {
    const mine = desk.lrs.statements.filter((each) => JSON.stringify(each['actor']).includes(`"${learner}"`) && JSON.stringify(each['verb']).includes('/answered'));
    return mine.map((each) => JSON.stringify([Reflect.get(Object(each['result']), 'response'), Reflect.get(Object(each['result']), 'duration'), each['timestamp']]));
  }
  const record = desk.record(learner);
  const told = (answer: Record<string, unknown>, ...names: string[]): string => names.map((name) => String(answer[name] ?? '')).join('');
  return [...(record?.earlier ?? []), ...listOf(record?.cmi['interactions'])].filter((answer) => told(answer, 'result') !== '').map((answer) => `${told(answer, 'timestamp', 'time')} ${told(answer, 'learner_response', 'student_response')}`);
}

/** Completed or passed, without anything having been read and with no more than one question answered. */
export function isDone({ desk, target }: Place, learner: string): boolean {
  if (target === 'cmi5' || target === 'tincan') return desk.lrs.statements.some((each) => JSON.stringify(each['actor']).includes(`"${learner}"`) && /\/(?:completed|passed)"/.test(JSON.stringify(each['verb'])));
  const values = byElement(desk.record(learner)?.cmi ?? {});
  return ['completion_status', 'success_status', 'core.lesson_status'].some((name) => /^(?:completed|passed)$/.test(values[name] ?? ''));
}
