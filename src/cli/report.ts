/** The object that --json prints: what was built, what the course is, and every diagnostic. */
import type { Compiled } from '../compiler/compile.ts';
import type { Course, Lesson } from '../course/course.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type DiagnosticJson, diagnosticJson } from '../diagnostics/json.ts';
import { inOrder } from '../diagnostics/print.ts';

export interface PackageJson {
  target: string;
  /** As the author would write it: below --out, relative to where the command was called. */
  file: string;
  /** Size. */
  bytes: number;
  /** 64 hex digits. */
  sha256: string;
  /** How much a learner's progress can take of what the LMS keeps, as proved for this course; null where no LMS keeps any. */
  progress: Compiled['packages'][number]['progress'];
}

export interface Report {
  packages: PackageJson[];
  /** Null when mistakes left no course. */
  course: CourseJson | null;
  /** What the lessons hold and the packages do not: private sections and blocks, comments. */
  withheld: WithheldJson[];
  diagnostics: DiagnosticJson[];
}

export interface WithheldJson {
  kind: 'section' | 'block' | 'comment';
  /** Else how it begins. */
  title: string;
  /** How many it has. */
  words: number;
  file: string;
  line: number;
}

export interface CourseJson {
  id: string;
  title: string;
  language: string;
  lessons: LessonJson[];
}

export interface LessonJson {
  code: string | null;
  title: string;
  language: string;
  sections: { title: string; role: string }[];
  objectives: string[];
  slides: { number: number; title: string }[];
  /** `objectives` are numbers of the lesson's objectives. */
  items: { id: string; type: string; graded: boolean; points: number; objectives: number[] }[];
  terms: string[];
  references: string[];
}

export function report(packages: PackageJson[], { course, overview }: { course: Course | null; overview: readonly { withheld: WithheldJson[] }[] }, diagnostics: Diagnostic[]): Report {
  return { packages, course: course === null ? null : courseJson(course), withheld: overview.flatMap(({ withheld }) => withheld), diagnostics: inOrder(diagnostics).map(diagnosticJson) };
}

function courseJson({ id, title, language, lessons }: Course): CourseJson {
  return { id, title, language, lessons: lessons.map(lessonJson) };
}

function lessonJson(lesson: Lesson): LessonJson {
  return {
    code: lesson.code,
    title: lesson.title,
    language: lesson.language,
    sections: lesson.sections.map(({ title, role }) => ({ title, role })),
    objectives: lesson.objectives.map(({ text }) => text),
    slides: lesson.slides.map(({ number, title }) => ({ number, title })),
    items: lesson.items.map(({ id, type, graded, points, objectives }) => ({ id, type, graded, points, objectives })),
    terms: lesson.terms.map(({ names }) => names.join(' / ')),
    references: lesson.references.map(({ text }) => text),
  };
}
