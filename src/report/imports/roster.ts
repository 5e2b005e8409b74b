/** The roster in the store: people, the handles they are known by, and what is asked of them. */
import type { Database } from '../engine/database.ts';
import type { RosterLine } from './tables.ts';

/** A line whose e-mail address or account somebody else has. */
export interface Clash {
  line: number;
  /** The line of the other; null when that is in an earlier roster. */
  other: number | null;
}

/** `added` are the lines that were new or changed something. Later imports add to and correct earlier ones. */
export async function addRoster(database: Database, lines: readonly (RosterLine & { at: number })[]): Promise<{ added: number; clashes: Clash[] }> {
  const clashes: Clash[] = [];
  let added = 0;
  await database.transaction(async () => {
    const before = await size(database);
    const owners = new Map((await database.all('SELECT handle, learner FROM handle')).map(({ handle, learner }) => [String(handle), String(learner)]));
    const people = new Map<string, RosterLine>();
    const places = new Map<string, number>();
    const handles: string[][] = [];
    for (const line of lines) {
      if (!places.has(line.learner)) places.set(line.learner, line.at);
      const known = people.get(line.learner);
      people.set(line.learner, { ...line, name: line.name ?? known?.name ?? null, group: line.group ?? known?.group ?? null });
      for (const handle of new Set(line.handles)) {
        const owner = owners.get(handle);
        if (owner === undefined) handles.push([handle, line.learner]);
        else if (owner !== line.learner && clashes.at(-1)?.line !== line.at) clashes.push({ line: line.at, other: places.get(owner) ?? null });
        owners.set(handle, owner ?? line.learner);
      }
    }
    await database.run('CREATE TEMP TABLE IF NOT EXISTS incoming_person (learner varchar, name varchar, group_name varchar);\nDELETE FROM incoming_person;');
    await database.append('incoming_person', [...people.values()].map(({ learner, name, group }) => [learner, name, group]), []);
    await database.run('INSERT INTO person SELECT * FROM incoming_person ON CONFLICT (learner) DO UPDATE SET name = COALESCE(excluded.name, person.name), group_name = COALESCE(excluded.group_name, person.group_name)');
    await database.append('handle', handles, []);
    await database.run('CREATE TEMP TABLE IF NOT EXISTS incoming_assignment (learner varchar, course varchar, due timestamp);\nDELETE FROM incoming_assignment;');
    await database.append('incoming_assignment', lines.filter(({ course }) => course !== null).map(({ learner, course, due }) => [learner, course, due]), [false, false, true]);
    await database.run('INSERT INTO assignment SELECT * FROM incoming_assignment ON CONFLICT (learner, course) DO UPDATE SET due = excluded.due');
    added = (await size(database)) - before;
  });
  return { added: Math.min(added, lines.length), clashes };
}

async function size(database: Database): Promise<number> {
  const [row] = await database.all('SELECT (SELECT COUNT(*) FROM assignment) + (SELECT COUNT(*) FROM person) AS size');
  return Number(row?.['size'] ?? 0);
}

/** A roster may call a course by its title: where exactly one course has it, that one is meant. */
export async function resolveTitles(database: Database): Promise<void> {
  await database.run(`
    CREATE TEMP TABLE IF NOT EXISTS meant (learner varchar, was varchar, course varchar, due timestamp);
    DELETE FROM meant;
    INSERT INTO meant SELECT a.learner, a.course, t.activity, a.due FROM assignment a
      JOIN (SELECT title, MIN(activity) AS activity FROM title WHERE activity IN (SELECT course FROM statement) GROUP BY title HAVING COUNT(*) = 1) t ON t.title = a.course
      WHERE a.course NOT IN (SELECT course FROM statement);
    DELETE FROM assignment WHERE (learner, course) IN (SELECT learner, was FROM meant);
    INSERT INTO assignment SELECT learner, course, due FROM meant ON CONFLICT DO NOTHING;
  `);
}

export async function forgetRoster(database: Database): Promise<void> {
  await database.run('DELETE FROM assignment;\nDELETE FROM handle;\nDELETE FROM person;');
}

/** The courses that the roster speaks of, a few of them, to be named in messages. */
export async function assignedCourses(database: Database): Promise<string[]> {
  return (await database.all('SELECT DISTINCT course FROM assignment ORDER BY course LIMIT 6')).map(({ course }) => String(course));
}
