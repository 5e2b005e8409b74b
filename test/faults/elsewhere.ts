/** What must hold beside the answers themselves: status and score in the LMS, statements in a store beside it, and what a browser alone keeps. */
import type { Stored } from '../../src/learner/session/resume.ts';
import { itemById, ITEMS } from './course.ts';
import type { Truth } from './schedule.ts';
import type { Stored as InRecord } from './world.ts';

type Verdicts<T> = { readonly [verdict in 'completed' | 'passed']: T };

/**
 * Every statement once, whatever the LMS does, and only of what was done. `marks`: of the answers in the store; `stated`: null where
 * there were other attempts, which such a store does not tell apart; `held`: what the LMS shows.
 */
export function brokenBeside({ given }: Truth, marks: readonly number[], stated: Verdicts<number> | null, held: Verdicts<boolean>): string[] {
  const doubled = marks.filter((mark, index) => marks.indexOf(mark) !== index).map((mark) => `answer ${mark} was stated twice`);
  const missing = given.filter(({ mark, keepable }) => keepable && !marks.includes(mark)).map(({ mark }) => `answer ${mark} was never stated`);
  // Who begins anew because the LMS lost the progress reaches it twice; so does who works at a second computer while the LMS knows nothing of the first.
  const once = given.every(({ forgotten, shadowed }) => !forgotten && !shadowed);
  const kept = given.every(({ keepable }) => keepable);
  const wrong = (['completed', 'passed'] as const).flatMap((verdict) => {
    const times = stated?.[verdict] ?? 1;
    return once && (times > 1 || (kept && held[verdict] && times === 0)) ? [`${verdict} was stated ${times} times`] : [];
  });
  return [...doubled, ...missing, ...wrong];
}

/** "Saved" is said of what decides the course too: what the progress says is what the LMS shows. `one`: it has one status for both. */
export function unsaid(known: Stored | null, { completed, passed, score }: InRecord, one: boolean): string[] {
  if (known === null) return [];
  const points = ITEMS.reduce((sum, name) => sum + (known.lessons.get(1)?.items.get(itemById(name).item.key)?.best ?? 0) * itemById(name).item.points, 0);
  const missing = [
    known.passed && (known.completed || !one) && !passed ? 'that it is passed' : '',
    known.completed && (known.passed || !one) && !completed ? 'that it is completed' : '',
    (score ?? 0) < (points / 4) * 100 - 0.01 ? `${points} of 4 points` : '',
  ];
  return missing.filter((what) => what !== '').map((what) => `the page said "saved", and the LMS was not told ${what}`);
}

/** Reading is kept a while later, but not later than the page that is told that it goes. */
export function unkept(stored: Stored | null, read: ReadonlySet<number>): string[] {
  return [...read].filter((part) => stored?.lessons.get(1)?.seen.has(part) !== true).map((part) => `the page was closed, and section ${part} is not kept as read`);
}

/** Points that a browser keeps, and what is wrong with the rest; `all`: the course was closed, so that nothing may be missing. */
export function brokenHere(stored: Stored | null, { given, read }: Truth, all: boolean): { points: number; broken: string[] } {
  const lesson = stored?.lessons.get(1);
  const broken: string[] = [];
  let points = 0;
  for (const name of ITEMS) {
    const { item } = itemById(name);
    const kept = lesson?.items.get(item.key);
    const mine = given.filter((each) => each.item === name);
    const best = Math.max(0, ...mine.map(({ score }) => score));
    points += (kept?.best ?? 0) * item.points;
    if ((kept?.tries ?? 0) > mine.length) broken.push(`${name} was answered ${mine.length} times, and ${kept?.tries ?? 0} tries are kept`);
    if (item.graded && (kept?.best ?? 0) > best + 1e-6) broken.push(`${name} has more points than were reached`);
    if (all && (kept?.tries ?? 0) < Math.min(1, mine.length)) broken.push(`the answers to ${name} are not kept`);
    if (all && item.graded && (kept?.best ?? 0) < best - 1e-6) broken.push(`the points of ${name} are not kept`);
  }
  for (const part of lesson?.seen ?? []) if (!read.has(part)) broken.push(`section ${part} is kept as read and never was`);
  const done = read.size === 2 && new Set(given.map((each) => each.item)).size === ITEMS.length;
  if (stored?.completed === true && !done) broken.push('kept as completed too early');
  if (stored?.passed === true && points / 4 < 0.75 - 1e-6) broken.push(`kept as passed with ${points} of 4 points`);
  return { points, broken };
}
