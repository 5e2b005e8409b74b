/** A parsed lesson as plain data, so that one thread can hand it to another. */
import type { PhaseResult } from '../../diagnostics/diagnostic.ts';
import type { LessonDocument } from './document.ts';
import { sourceFrom, type StoredSource } from './source.ts';

export type CarriedLesson = PhaseResult<Omit<LessonDocument, 'source'> & { source: StoredSource }>;

export function carry({ output, diagnostics }: PhaseResult<LessonDocument>): CarriedLesson {
  const { file, original, text, runs } = output.source;
  return { output: { ...output, source: { file, original, text, runs } }, diagnostics };
}

export function unpack({ output, diagnostics }: CarriedLesson): PhaseResult<LessonDocument> {
  return { output: { ...output, source: sourceFrom(output.source) }, diagnostics };
}
