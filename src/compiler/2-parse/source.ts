/** A lesson's text with the way back to the author's file: what every later phase quotes and points into. */
import type { Place, Point } from '../../diagnostics/diagnostic.ts';

/**
 * `text` is what is parsed: line ends are `\n`, no BOM, exotic bullets and escaped marks replaced. Lines stay the
 * author's lines. Offsets everywhere are offsets into `text`; only `place` turns them into the author's lines and columns.
 */
export interface SourceText {
  file: string;
  original: string;
  text: string;
  point(offset: number): Point;
  /** `end` exclusive; defaults to `start + 1`. */
  place(start: number, end?: number): Place;
}
