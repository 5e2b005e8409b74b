/** The canonical form of a lesson: small changes of lines, kept only when the course stays the same. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { applied, halves, joined, type LineEdit, linesOf } from './line-edits.ts';
import { type Meaning, meaningOf, sameMeaning } from './meaning.ts';
import { blanks, emptyLines, headings, labels, listMarks, needlessEscapes, plainMarkdown, type Step } from './steps.ts';
import { type View, viewOf } from './view.ts';

export interface FormattedLesson {
  /** Null when the lesson has mistakes: what is not understood is not touched. */
  text: string | null;
  errors: Diagnostic[];
}

/** The steps for a lesson in Markdown. */
export const MARKDOWN: readonly Step[] = [plainMarkdown, needlessEscapes, headings, listMarks, labels, emptyLines, blanks];
/** In text without marks every line end may say something. */
const PASTED: readonly Step[] = [blanks];

/** Changes of one round may make room for others; more rounds than this would mean that they take turns. */
const MOST_ROUNDS = 5;

/** `file` is only quoted. Formatting what was formatted changes nothing. */
export function formatLesson(file: string, text: string): FormattedLesson {
  const before = meaningOf(file, text);
  if (before.errors.length > 0) return { text: null, errors: before.errors };
  const look = lookedAt(file);
  const steps = look(text).landmarks.mode === 'pasted' ? PASTED : MARKDOWN;
  return { text: settled(file, text, steps, before, look), errors: [] };
}

/** Rounds until nothing changes; a text that finds no rest stays as it was. */
export function settled(file: string, text: string, steps: readonly Step[], before: Meaning, look: Look = lookedAt(file)): string {
  let current = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = oneRound(file, current, steps, before, look);
    if (next === current) return current;
    current = next;
  }
  return text;
}

type Look = (text: string) => View;

/** Most steps have nothing to do, and the next one looks at the same text again. */
function lookedAt(file: string): Look {
  let last: { text: string; view: View } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, view: viewOf(file, text) };
    return last.view;
  };
}

/** All steps at once where that changes nothing but the form; else each step for itself. */
function oneRound(file: string, text: string, steps: readonly Step[], before: Meaning, look: Look): string {
  const same = (candidate: string): boolean => sameMeaning(before, meaningOf(file, candidate));
  const all = steps.reduce((current, step) => changed(current, step(look(current))), text);
  if (all === text || same(all)) return all;
  return steps.reduce((current, step) => safely(current, step(look(current)), same), text);
}

function changed(text: string, edits: readonly LineEdit[]): string {
  const { lines, end } = linesOf(text);
  return joined({ lines: applied(lines, edits), end });
}

/** As many of the edits as leave the meaning alone. */
function safely(text: string, edits: readonly LineEdit[], same: (candidate: string) => boolean): string {
  return edits.length === 0 ? text : changed(text, harmless(text, edits, [], same));
}

/** How often a step is tried with fewer changes before the rest of them is given up: hostile text could make each of them wrong. */
const MOST_TRIES = 200;

function harmless(text: string, edits: readonly LineEdit[], kept: readonly LineEdit[], same: (candidate: string) => boolean, tries = { left: MOST_TRIES }): LineEdit[] {
  if (edits.length === 0 || tries.left-- <= 0) return [...kept];
  if (same(changed(text, [...kept, ...edits]))) return [...kept, ...edits];
  const split = halves(edits);
  if (split === null) return [...kept];
  const [first, second] = split;
  return harmless(text, second, harmless(text, first, kept, same, tries), same, tries);
}
