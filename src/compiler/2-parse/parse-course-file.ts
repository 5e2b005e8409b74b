/** Reads course.yaml; every mistake points at the key or the value that causes it. */
import type { z } from 'zod';
import { courseFileAliases, courseFileExamples, courseFileSchema, type CourseFile } from '../../course/course-file.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { wholeFile, type Diagnostic, type PhaseResult, type Place } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { makeSource } from './source.ts';
import { readYaml, type YamlText, type YamlValue } from './yaml-document.ts';

const keys = Object.keys(courseFileSchema.shape);
const allKeys = [...keys, ...courseFileAliases.keys()];

/** What people call a secret, whatever else stands in the word. */
const SECRET = /secret|passw|token|credential|auth(?!ors?(?:$|[-_]))|api.?key|(?:^|[-_])(?:key|user|username|login|basic|bearer)(?:$|[-_])/i;

/** Keys below a key. */
const BELOW: Readonly<Record<string, string[]>> = { completion: ['viewed', 'items'], xapi: ['endpoint', 'broker'] };

/** With mistakes in other keys the lessons are handed on all the same, so that theirs are told at once. Output is null when there are none to hand on. */
export function parseCourseFile(file: string, text: string): PhaseResult<CourseFile | null> {
  const yaml = readYaml(makeSource(file, text));
  const problems = yaml.problems.map(({ words, place }) => diagnose('course/yaml', place, { problem: words }));
  if (problems.length > 0) return { output: null, diagnostics: problems };
  if (typeof yaml.value !== 'object' || yaml.value === null || Array.isArray(yaml.value)) {
    return { output: null, diagnostics: [diagnose('course/yaml', wholeFile(file), { problem: 'it has no “key: value” lines' })] };
  }
  const { values, written } = canonical(yaml.value, yaml);
  const checked = courseFileSchema.safeParse(values);
  const diagnostics = checked.success ? [] : checked.error.issues.flatMap((issue) => explain(issue, written, yaml));
  const lessons = listLessons(values.lessons, yaml, diagnostics);
  const data = checked.success ? checked.data : withoutMistakes(values, checked.error.issues);
  if (data === null) return { output: null, diagnostics };
  return {
    output: {
      file,
      id: data.id ?? null,
      iri: data.iri ?? null,
      title: data.title,
      language: data.language ?? null,
      version: data.version,
      lessons,
      passMark: data['pass-mark'] ?? null,
      minimumGraded: data['minimum-graded'] ?? null,
      certificate: data.certificate,
      completion: data.completion,
      ...(data.reminders == null ? {} : { reminders: data.reminders }),
      ...(data['practise-earlier'] == null ? {} : { earlier: data['practise-earlier'] }),
      status: data.status,
      packaging: data.packaging,
      lessonOrder: data['lesson-order'] ?? null,
      xapi: data.xapi ?? null,
      places: new Map([...written].map(([key, name]) => [key, yaml.valuePlace([name])])),
    },
    diagnostics,
  };
}

/** What is right in the file; null when that has no lessons. */
function withoutMistakes(values: Record<string, YamlValue>, issues: readonly z.core.$ZodIssue[]): z.output<typeof courseFileSchema> | null {
  const wrong = new Set(issues.flatMap((issue) => (issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [String(issue.path[0] ?? '')])));
  const right = Object.fromEntries(Object.entries(values).filter(([key]) => !wrong.has(key)));
  const checked = courseFileSchema.safeParse(Object.hasOwn(right, 'title') ? right : { ...right, title: 'A course' });
  return checked.success ? checked.data : null;
}

/** Values by canonical key, and the spelling of each key in the file. */
function canonical(value: { [key: string]: YamlValue }, yaml: YamlText): { values: Record<string, YamlValue>; written: Map<string, string> } {
  const values = new Map<string, YamlValue>();
  const written = new Map<string, string>();
  for (const [name, content] of Object.entries(value)) {
    const alias = courseFileAliases.get(name);
    const key = alias !== undefined && !Object.hasOwn(value, alias) ? alias : name;
    written.set(key, name);
    // `version: 1.0` is a number to YAML; the author means the characters.
    values.set(key, key !== 'pass-mark' && key !== 'completion' && key !== 'minimum-graded' ? asWritten(content, [name], yaml) : content);
  }
  // Own properties throughout, so that a key such as `__proto__` is just an unknown key.
  return { values: Object.fromEntries(values), written };
}

function asWritten(content: YamlValue, path: PropertyKey[], yaml: YamlText): YamlValue {
  if (Array.isArray(content)) return content.map((item, index) => asWritten(item, [...path, index], yaml));
  return typeof content === 'number' || typeof content === 'boolean' ? yaml.written(path) : content;
}

function explain(issue: z.core.$ZodIssue, written: Map<string, string>, yaml: YamlText): Diagnostic[] {
  const key = String(issue.path[0] ?? '');
  const path = key === '' ? [] : [written.get(key) ?? key, ...issue.path.slice(1)];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((name) =>
      SECRET.test(name)
        ? diagnose('course/credentials', yaml.keyPlace([...path, name]), { key: name })
        : diagnose('course/unknown-key', yaml.keyPlace([...path, name]), { key: name, near: nearest(name, BELOW[key] ?? allKeys) }),
    );
  }
  const example = Object.hasOwn(courseFileExamples, key) ? courseFileExamples[key as keyof typeof courseFileExamples] : '';
  if (issue.path.length === 1 && !written.has(key)) {
    return [diagnose('course/missing-key', startOf(yaml), { key, example })];
  }
  return [diagnose('course/value', yaml.valuePlace(path), { key, problem: problemOf(issue), example })];
}

function startOf(yaml: YamlText): Place {
  const whole = yaml.valuePlace([]);
  return { ...whole, end: whole.start };
}

/** What is wrong with a value, in an author's words. */
function problemOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom' || issue.code === 'invalid_format' || issue.code === 'too_small' || issue.code === 'too_big') return issue.message;
  if (issue.code === 'invalid_value') return `this must be one of ${issue.values.join(', ')}`;
  if (issue.code === 'invalid_type') return issue.expected === 'array' ? 'a list is expected here' : 'a line of text is expected here';
  if (issue.code === 'invalid_union') {
    const own = issue.errors.flat().find((inner) => inner.code === 'custom' || inner.code === 'invalid_value' || inner.code === 'unrecognized_keys');
    return own === undefined ? 'this is not one of the forms that are understood' : problemOf(own);
  }
  return 'this is not understood';
}

function listLessons(value: YamlValue | undefined, yaml: YamlText, diagnostics: Diagnostic[]): CourseFile['lessons'] {
  const first = new Map<string, Place>();
  const lessons: CourseFile['lessons'] = [];
  if (!Array.isArray(value)) return lessons;
  value.forEach((item, index) => {
    if (typeof item !== 'string') return;
    const path = item.trim().replace(/^(?:\.\/)+/, '');
    const place = yaml.valuePlace(['lessons', index]);
    const before = first.get(path);
    if (before !== undefined) diagnostics.push(diagnose('course/duplicate-lesson', place, { path, line: before.start.line }));
    else {
      first.set(path, place);
      lessons.push({ path, place });
    }
  });
  return lessons;
}
