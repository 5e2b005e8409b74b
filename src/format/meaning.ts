/** What a lesson's text means: all that a course gets from it, without where it stands in the file. */
import { parseLesson } from '../compiler/2-parse/parse-lesson.ts';
import { type CheckedLesson, checkLesson } from '../compiler/3-check/check-lesson.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

export interface Meaning {
  /** Equal for texts that give the same course. */
  key: string;
  /** Mistakes that leave it open what is meant. */
  errors: Diagnostic[];
  /** How often each code is reported. */
  codes: ReadonlyMap<string, number>;
}

/** Formatting moves no file, so it does not matter here whether the files that a lesson names are there. */
const files = { look: () => 'file' as const, list: () => [] };

/** Linear in the text; reads nothing from the disk. */
export function meaningOf(file: string, text: string): Meaning {
  const { output, diagnostics } = parseLesson(file, text);
  const checked = checkLesson(output, { files, lessons: new Set([file]), draft: true, language: null });
  const all = [...diagnostics, ...checked.report.all()];
  const codes = new Map<string, number>();
  for (const { code } of all) codes.set(code, (codes.get(code) ?? 0) + 1);
  return { key: keyOf(checked), errors: all.filter(({ severity }) => severity === 'error'), codes };
}

/** Where things stand, how many words were counted, and the name of the file, which is another one after an upgrade. */
const NO_MEANING = new Set(['amounts', 'withheld', 'position', 'place', 'idPlace', 'at', 'raw', 'file', 'document', 'report', 'mentions', 'labels']);

function keyOf(checked: CheckedLesson): string {
  const fields = [...checked.document.fields].map(([key, { value }]) => [key, value]).sort();
  const mentions = checked.mentions.length;
  return JSON.stringify([checked, fields, mentions], (name, value: unknown) => (NO_MEANING.has(name) || value === null ? undefined : inOrder(value)));
}

/** Keys in one order: a node that a check has made may have them in another one than the parser's. */
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The same course, and no mistake that was not there before. */
export function sameMeaning(before: Meaning, after: Meaning): boolean {
  return before.key === after.key && [...after.codes].every(([code, count]) => count <= (before.codes.get(code) ?? 0));
}
