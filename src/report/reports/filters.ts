/** What a report was narrowed to, held against the data: a course may be named by its title, and a name that nothing has is no filter but a slip. */
import type { Database } from '../engine/database.ts';
import type { Question } from './run.ts';

export interface UnknownFilter {
  /** The option. */
  option: 'course' | 'group' | 'content';
  value: string;
  /** Some that there are. */
  known: string[];
}

/** Where each kind of filter finds its values. */
const KNOWN = {
  course: "SELECT COALESCE(c.course, s.course) AS value FROM (SELECT course FROM statement WHERE verb <> 'voided' UNION SELECT course FROM assignment) s LEFT JOIN course_alias c ON c.alias = s.course",
  group: 'SELECT DISTINCT group_name AS value FROM person WHERE group_name IS NOT NULL',
  content: 'SELECT DISTINCT version AS value FROM statement WHERE version IS NOT NULL',
} as const;
const SHOWN = 200;

export async function resolveFilters(database: Database, asked: Question): Promise<{ asked: Question; unknown: UnknownFilter[] }> {
  const unknown: UnknownFilter[] = [];
  const course = await courses(database, asked.course, unknown);
  for (const [option, values] of [['group', asked.group], ['content', asked.version]] as const) {
    for (const value of values) if (!(await has(database, option, value))) unknown.push({ option, value, known: await some(database, option) });
  }
  return { asked: { ...asked, course }, unknown };
}

/** Ids stay as they are; a title stands for every course that has it. */
async function courses(database: Database, values: readonly string[], unknown: UnknownFilter[]): Promise<string[]> {
  const ids: string[] = [];
  for (const value of values) {
    const titled = await database.all(`SELECT DISTINCT t.activity AS id FROM title t WHERE t.title = $value AND t.activity IN (${KNOWN.course}) ORDER BY 1`, { value });
    if (await has(database, 'course', value)) ids.push(value);
    else if (titled.length > 0) ids.push(...titled.map(({ id }) => String(id)));
    else {
      ids.push(value);
      const titles = await database.all(`SELECT DISTINCT COALESCE(t.title, k.value) AS value FROM (${KNOWN.course}) k LEFT JOIN title t ON t.activity = k.value ORDER BY 1 LIMIT ${SHOWN}`);
      unknown.push({ option: 'course', value, known: titles.map((row) => String(row['value'])) });
    }
  }
  return ids;
}

async function has(database: Database, option: UnknownFilter['option'], value: string): Promise<boolean> {
  return (await database.all(`SELECT 1 AS found FROM (${KNOWN[option]}) k WHERE k.value = $value LIMIT 1`, { value })).length > 0;
}

async function some(database: Database, option: UnknownFilter['option']): Promise<string[]> {
  return (await database.all(`SELECT DISTINCT k.value FROM (${KNOWN[option]}) k ORDER BY 1 LIMIT ${SHOWN}`)).map(({ value }) => String(value));
}
