/** What a quiz as a whole may set above its first question, and words there that were meant as such a setting. */
import { typingDistance } from '../../../diagnostics/nearest.ts';
import { findLabel, labelNames, type Label } from '../../2-parse/label-names.ts';
import { tableLanguages } from '../../2-parse/table-language.ts';

export const preambleLabels: ReadonlySet<Label> = new Set<Label>(['pass', 'attempts', 'time-limit', 'shuffle', 'feedback', 'scoring', 'confidence']);

const settingNames = [...preambleLabels].flatMap((label) => tableLanguages.flatMap((language) => labelNames[label][language]));

/** `Pass 80%`, `Attempts = 3`, `Passs: 80%` above the questions: a setting whose colon or spelling is missing. */
export function nearSetting(words: string, language: string | null): { written: string; meant: string } | null {
  const match = /^(\p{L}{4,15}(?: \p{Ll}{2,10})?)\s?(?:[:=]\s?|(?=\s?\p{Nd}))/u.exec(words);
  const name = match?.[1] ?? '';
  if (name === '') return null;
  const label = findLabel(name, language);
  if (label !== null) return preambleLabels.has(label) ? { written: (match?.[0] ?? '').trim(), meant: `${name}:` } : null;
  const near = settingNames.find((known) => typingDistance(name.toLowerCase(), known.toLowerCase(), 1) === 1);
  return near === undefined ? null : { written: (match?.[0] ?? '').trim(), meant: `${near}:` };
}
