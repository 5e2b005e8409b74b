/** A header whose colons were forgotten: `Duration 10 min · Status Mandatory` under the title. */
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { findHeaderKey } from './header-names.ts';
import { isBlank, type Line } from './lines.ts';

const longest = 300;

/** `title` is the line of the lesson's title; only a single line right below it can be meant. */
export function findColonlessHeader(file: string, lines: readonly Line[], title: number | null): Diagnostic | null {
  if (title === null) return null;
  let index = title + 1;
  while (index < lines.length && index < title + 4 && isBlank(lines[index]?.text ?? '')) index++;
  const text = lines[index]?.text ?? '';
  if (text.length > longest || text.includes(':') || !isBlank(lines[index + 1]?.text ?? '')) return null;
  const parts = text.trim().split(/\s*[·•・|]\s*/u).map(withColon);
  const first = parts[0];
  if (first == null || parts.some((part) => part === null) || (parts.length === 1 && !/\d\s?(?:min|h|m\b|minut|stund|heure|hora)/iu.test(first))) return null;
  const from = text.length - text.trimStart().length;
  const place = { file, start: { line: index + 1, column: from + 1 }, end: { line: index + 1, column: text.trimEnd().length + 1 } };
  return diagnose('header/missing-colon', place, { words: text.trim().slice(0, 80), suggestion: parts.join(' · ') });
}

/** The part with a colon behind its key; null when it begins with no key. */
function withColon(part: string): string | null {
  const words = part.split(/\s+/);
  for (const count of [3, 2, 1]) {
    const name = words.slice(0, count).join(' ').replace(/[=]$/, '');
    if (words.length > count && findHeaderKey(name) !== null) return `${name}: ${words.slice(count).join(' ').replace(/^=\s*/, '')}`;
  }
  return null;
}
