/** A lesson's lines with what is known of them: what every step of formatting looks at. */
import type { LessonDocument } from '../compiler/2-parse/document.ts';
import { findLandmarks, type Landmarks } from '../compiler/2-parse/landmarks.ts';
import { isBlank, type Line, splitLines } from '../compiler/2-parse/lines.ts';
import { findOpaqueLines } from '../compiler/2-parse/opaque-lines.ts';
import { parseLesson } from '../compiler/2-parse/parse-lesson.ts';

export interface View {
  lines: readonly Line[];
  /** Code, comments and YAML: left alone. */
  opaque: readonly boolean[];
  landmarks: Landmarks;
  document: LessonDocument;
  /** '' past either end. */
  text(line: number): string;
  /** True past either end. */
  blank(line: number): boolean;
}

export function viewOf(file: string, text: string): View {
  const document = parseLesson(file, text).output;
  const lines = splitLines(text);
  const { opaque } = findOpaqueLines(lines);
  const landmarks = findLandmarks(lines, opaque, document.fields.get('title')?.from === 'yaml');
  const textOf = (line: number): string => lines[line]?.text ?? '';
  return { lines, opaque, landmarks, document, text: textOf, blank: (line) => !opaque[line] && isBlank(textOf(line)) };
}

/** The lines of the quiz sections, headings excluded: there labels count (authoring 1.6, 8). */
export function quizLines({ document, lines }: View): number[] {
  const starts = document.sections.map(({ place }) => place.start.line - 1);
  return document.sections.flatMap(({ role }, i) => {
    if (role !== 'quiz') return [];
    const from = (starts[i] ?? 0) + 1;
    const to = starts.slice(i + 1).find((start) => start >= from) ?? lines.length;
    return Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n);
  });
}
