/** The texts of a lesson or of a course's lessons, as Markdown where they are Word documents: what is formatted instead of built. */
import { type Diagnostic, wholeFile } from '../diagnostics/diagnostic.ts';
import { openSources } from './1-read/open-sources.ts';
import type { Sources } from './1-read/sources.ts';
import { wordParts } from './1-read/word-parts.ts';
import { readWordText } from './2-parse/word/parse-word.ts';

export interface LessonText {
  /** Relative to the root. */
  file: string;
  text: string;
  /** Of a Word document, by their names in it: `picture-1.png`. */
  pictures: Map<string, Uint8Array>;
}

export interface LessonTexts {
  /** Null where nothing could be opened. */
  root: string | null;
  lessons: LessonText[];
  diagnostics: Diagnostic[];
}

/** Writes nothing. What cannot be read is left out and named. */
export async function lessonTexts(path: string): Promise<LessonTexts> {
  const opened = openSources(path);
  const { output: sources, diagnostics } = opened;
  if (sources === null) return { root: null, lessons: [], diagnostics };
  const files = await filesOf(sources, diagnostics);
  const lessons: LessonText[] = [];
  for (const file of files) {
    const lesson = /\.docx$/i.test(file) ? await wordText(file, sources, diagnostics) : plainText(file, sources, diagnostics);
    if (lesson !== null) lessons.push(lesson);
  }
  return { root: sources.root, lessons, diagnostics };
}

async function filesOf(sources: Sources, diagnostics: Diagnostic[]): Promise<string[]> {
  if (sources.kind === 'lesson') return [sources.entry];
  const read = sources.readText(sources.entry);
  for (const one of read.diagnostics) diagnostics.push(one);
  if (read.text === null) return [];
  const { parseCourseFile } = await import('./2-parse/parse-course-file.ts');
  const parsed = parseCourseFile(sources.entry, read.text);
  for (const one of parsed.diagnostics) diagnostics.push(one);
  return parsed.output?.lessons.map((lesson) => lesson.path) ?? [];
}

function plainText(file: string, sources: Sources, diagnostics: Diagnostic[]): LessonText | null {
  const read = sources.readText(file);
  for (const one of read.diagnostics) diagnostics.push(one);
  return read.text === null ? null : { file, text: read.text, pictures: new Map() };
}

async function wordText(file: string, sources: Sources, diagnostics: Diagnostic[]): Promise<LessonText | null> {
  const bytes = sources.readBytes(file);
  if (bytes === null) {
    for (const one of sources.readText(file, wholeFile(file)).diagnostics) diagnostics.push(one);
    return null;
  }
  const opened = await wordParts(file, bytes);
  for (const one of opened.diagnostics) diagnostics.push(one);
  if (opened.parts === null) return null;
  const written = await readWordText(file, opened.parts);
  for (const one of written.diagnostics) diagnostics.push(one);
  if (written.text === null) return null;
  return { file, text: written.text, pictures: written.pictures };
}
