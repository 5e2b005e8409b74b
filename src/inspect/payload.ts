/** Finds the course data that Lectern put into a package, and reads it as strictly as if a stranger had written it. */
import { z } from 'zod';
import { PAYLOAD_FORMAT } from '../course/payload.ts';
import { PIECES } from '../vocabulary/tags.ts';

const text = z.string();
const count = z.int().min(0);
const share = z.number().min(0).max(1);

/** CoursePayload as far as it is looked at; `lectern` is missing in packages made before it was written. */
const courseSchema = z.object({
  format: z.literal(PAYLOAD_FORMAT),
  id: text,
  title: text,
  language: text,
  version: text,
  build: text,
  lectern: text.nullable().default(null),
  target: text,
  draft: z.boolean(),
  xapi: z.object({ endpoint: text, broker: text.optional(), authorization: text.optional() }).optional(),
  passMark: share.nullable(),
  unit: z.object({ course: z.object({ id: text, title: text }) }).optional(),
  completion: z.object({ viewed: share, items: z.enum(['attempted', 'passed', 'none']) }),
  lessons: z.array(
    z.object({
      id: text,
      key: count,
      code: text.nullable(),
      title: text,
      chunk: text,
      parts: z.array(count),
      items: z.array(z.union([z.tuple([count, z.number().min(0)]), z.tuple([count, z.number().min(0), count])])),
      draws: z.array(count).optional(),
    }),
  ),
});

/** LessonPayload as far as it is looked at. */
const lessonSchema = z.object({
  id: text,
  language: text,
  objectives: z.array(z.object({ id: text, number: count, text })),
  items: z.array(z.object({ id: text, type: text, graded: z.boolean(), points: z.number().min(0), objectives: z.array(text), text })),
});

export type CourseData = z.infer<typeof courseSchema>;
export type LessonData = z.infer<typeof lessonSchema>;

/** `none`: the page holds no course data of ours; `unreadable`: it does, but of a newer form or damaged. */
export type Found = CourseData | 'none' | 'unreadable';

export function readCourse(page: string): Found {
  const mark = page.indexOf(`id="${PIECES.payload}"`);
  if (mark < 0) return 'none';
  const from = page.indexOf('>', mark) + 1;
  const end = page.indexOf('</script', from);
  const parsed = courseSchema.safeParse(json(end < 0 ? '' : page.slice(from, end)));
  return parsed.success ? parsed.data : 'unreadable';
}

/**
 * Null for a chunk that is not in the form that 4-render writes: `lectern.lesson(Object.assign(JSON,…))`, or a function with
 * the lesson's template that is called with the JSON.
 */
export function readLesson(chunk: string): LessonData | null {
  const plain = 'lectern.lesson(Object.assign(';
  const bare = chunk.startsWith(plain);
  const start = bare ? plain.length : afterTemplate(chunk);
  const parsed = lessonSchema.safeParse(json(chunk.slice(start, chunk.lastIndexOf(bare ? ',{template:' : ')'))));
  return parsed.success ? parsed.data : null;
}

/** Where the JSON starts behind the template literal; an author's backtick is escaped in there, so the first plain one ends it. */
function afterTemplate(chunk: string): number {
  let at = chunk.indexOf('`') + 1;
  while (at < chunk.length && chunk[at] !== '`') at += chunk[at] === '\\' ? 2 : 1;
  return chunk.indexOf('(', at) + 1;
}

function json(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Hosts that the page's own policy lets it talk to: [] = none but the package; null when it has no policy. */
export function allowedHosts(page: string): string[] | null {
  const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]?.replaceAll('&#39;', "'");
  if (policy === undefined) return null;
  const rules = new Map(policy.split(';').map((rule): [string, string[]] => { const [name = '', ...sources] = rule.trim().split(/\s+/); return [name, sources]; }));
  const connect = rules.get('connect-src') ?? rules.get('default-src') ?? ['*'];
  return connect.filter((source) => source !== "'none'" && source !== "'self'");
}
