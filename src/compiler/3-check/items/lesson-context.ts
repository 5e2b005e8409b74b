/** What the questions of a lesson are checked against. */
import type { MultipleItem } from '../../../course/item.ts';
import type { DecimalSign } from '../../../course/payload.ts';
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
  /** From the quiz's `Scoring:`; null where it is silent. */
  scoring: MultipleItem['scoring'] | null;
  /** From the quiz's `Confidence:`. */
  confidence: boolean;
  /** How the lesson writes numbers. */
  decimal(): DecimalSign;
  /** Pixels of a picture as the page shows it; null when the file does not say, or is not there. */
  pictureSize(path: string): { width: number; height: number } | null;
  place(at: Span): Place;
}
