/** What the questions of a lesson are checked against. */
import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { LessonDocument } from '../../2-parse/document.ts';
import type { Report } from '../report.ts';
import type { Span } from '../tree.ts';

export interface ItemContext {
  document: LessonDocument;
  report: Report;
  /** Number of learning objectives in the lesson. */
  objectives: number;
  /** From the quiz's `Shuffle:`. */
  shuffle: boolean;
  place(at: Span): Place;
}
