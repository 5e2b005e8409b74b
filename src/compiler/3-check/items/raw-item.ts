/** A question as it was read: labels and options with their places, before anything is decided about its type. */
import type { Prose } from '../../../course/prose.ts';
import type { Label } from '../../2-parse/label-names.ts';
import type { Span } from '../tree.ts';

export interface RawLabel {
  label: Label;
  /** `Why:` as written. */
  written: string;
  /** Of the label. */
  at: Span;
  value: Span;
  blocks: Prose;
  rivals: number;
  /** Only near a label, which has its own message. */
  misspelt?: true;
}

export interface RawOption {
  /** `round` ( ), `square` [ ], `letter` A), `bare` when brackets were forgotten. */
  marker: 'round' | 'square' | 'letter' | 'bare';
  letter: string | null;
  marked: boolean;
  /** From the opening bracket to the end of the words. */
  at: Span;
  blocks: Prose;
  feedback: Prose;
}

export interface RawItem {
  /** The author's number, else its place in the quiz. For messages only. */
  number: string;
  at: Span;
  prompt: Prose;
  promptAt: Span;
  /** Where the prompt comes from: a `Q:`, plain words of a numbered entry, or a heading. */
  from: 'label' | 'words' | 'heading';
  labels: RawLabel[];
  options: RawOption[];
}

export interface RawDraw {
  label: RawLabel;
  /** The `Scoring:` on its line. */
  scoring: RawLabel | null;
  /** How many questions stand before it. */
  after: number;
}

export interface RawQuiz {
  /** `Pass: 80% · Attempts: 3` before the first question. */
  preamble: RawLabel[];
  items: RawItem[];
  draws: RawDraw[];
  /** Questions in another program's format, each with its message. */
  foreign: number;
}

export function labelOf(item: RawItem, label: Label): RawLabel | undefined {
  return item.labels.find((l) => l.label === label);
}

export function labelsOf(item: RawItem, label: Label): RawLabel[] {
  return item.labels.filter((l) => l.label === label);
}
