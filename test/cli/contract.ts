/** What --json promises, as a schema: no field less, no field more. */
import { z } from 'zod';

const text = z.string();
const count = z.int().min(1);

export const diagnosticSchema = z.strictObject({
  code: z.string().regex(/^[a-z0-9]+\/[a-z0-9-]+$/),
  severity: z.enum(['error', 'warning', 'info']),
  message: text.min(1),
  file: text.min(1),
  line: count,
  column: count,
  endLine: count,
  endColumn: count,
  help: text.min(1).nullable(),
  fix: z.strictObject({ range: z.strictObject({ line: count, column: count, endLine: count, endColumn: count }), text }).optional(),
});

const lessonSchema = z.strictObject({
  code: text.nullable(),
  title: text,
  language: text,
  sections: z.array(z.strictObject({ title: text, role: text })),
  objectives: z.array(text),
  slides: z.array(z.strictObject({ number: z.int(), title: text })),
  items: z.array(z.strictObject({ id: text, type: text, graded: z.boolean(), points: z.number(), objectives: z.array(z.int()) })),
  terms: z.array(text),
  references: z.array(text),
});

/** Null where no LMS keeps any. */
const progressSchema = z.strictObject({ always: count, answers: z.int().min(0), most: count, limit: count, unit: text }).nullable();

export const reportSchema = z.strictObject({
  packages: z.array(z.strictObject({ target: text, file: text, bytes: count, sha256: z.string().regex(/^[0-9a-f]{64}$/), progress: progressSchema })),
  course: z.strictObject({ id: text, title: text, language: text, lessons: z.array(lessonSchema) }).nullable(),
  withheld: z.array(z.strictObject({ kind: z.enum(['section', 'block', 'comment']), title: text, words: z.int().min(0), file: text.min(1), line: count })),
  diagnostics: z.array(diagnosticSchema),
});
