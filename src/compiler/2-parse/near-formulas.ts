/** Formulas between the marks of other tools: `$x$`, `\(…\)`, `\[…\]`, `\begin{align}`. */
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { placeOn, type View } from './line-view.ts';
import { isBlank } from './lines.ts';

const dollars = /(?<![\\$\w])\$(?![\s$`])([^$\n`]{1,200}?)(?<![\s\\])\$(?![\d$`\w])/g;
const roundBrackets = /(?<!\\)\\\(([^\n`]{1,200}?)\\\)/g;
const squareBrackets = /(?<!\\)\\\[([^\n`]{1,200}?)\\\]/g;
const texSigns = /\\[A-Za-z]{2,}|\^|(?<!\\)_[A-Za-z0-9{]|\\[{}]/;

/** Formulas between the marks of other tools, where what stands between them is plainly TeX. */
export function formulasOn(line: number, view: View): Diagnostic[] {
  const text = view.text(line);
  if (text.length > 5000) return [];
  return [dollars, roundBrackets, squareBrackets].flatMap((marks) =>
    [...text.matchAll(marks)].flatMap((match) => {
      const inner = (match[1] ?? '').trim();
      if (!(texSigns.test(inner) || (marks === dollars && isPlainFormula(inner))) || inner.includes('](') || inCode(text, match.index)) return [];
      return [diagnose('math/other-marks', placeOn(view, line, match.index, match.index + match[0].length), { written: match[0], inner })];
    }),
  );
}

/** `$P(A)$`, `$x$`, `$P(B|A) = 0.9$`: a letter, or signs of a formula and no word. */
function isPlainFormula(inner: string): boolean {
  if (/^\p{L}$/u.test(inner)) return true;
  return inner.length <= 80 && /[=<>≤≥|()+]/u.test(inner) && /\p{L}/u.test(inner) && !/\p{L}{4}/u.test(inner) && !/^[\d.,]+\s/u.test(inner);
}

const displayed = /^(\s*)\\\[/;

/** `\\[` and `\\]` on lines of their own. */
export function displayAt(line: number, view: View): Diagnostic | null {
  const [, indent] = displayed.exec(view.text(line).slice(0, 400)) ?? [];
  if (indent === undefined || view.text(line).includes('\\]')) return null;
  const lines: string[] = [];
  for (let last = line; last < line + longestEnvironment && !isBlank(view.text(last)); last++) {
    const text = view.text(last).trim();
    lines.push(text);
    if (!/\\\][.,;]?$/.test(text)) continue;
    const inner = lines.join('\n').replace(/^\\\[\s*|\s*\\\][.,;]?$/g, '');
    if (!texSigns.test(inner) && !/[=<>]/.test(inner)) return null;
    const place = placeOn(view, line, indent.length, indent.length);
    return diagnose('math/other-marks', { ...place, end: { line: last + 1, column: view.text(last).trimEnd().length + 1 } }, { written: '\\[', inner: `\n${inner}\n` });
  }
  return null;
}

const environment = /^(\s*)\\begin\{((?:align|equation|gather|multline|eqnarray|displaymath)\*?)\}/;
const longestEnvironment = 40;

/** `\begin{align}` … `\end{align}` as LaTeX has it, without dollars around. */
export function environmentAt(line: number, view: View): Diagnostic | null {
  const [, indent = '', name] = environment.exec(view.text(line).slice(0, 400)) ?? [];
  if (name === undefined || view.text(line - 1).trimEnd().endsWith('$$')) return null;
  const lines: string[] = [];
  for (let last = line; last < line + longestEnvironment && !isBlank(view.text(last)); last++) {
    const text = view.text(last).trim();
    lines.push(text);
    if (!text.endsWith(`\\end{${name}}`)) continue;
    const place = placeOn(view, line, indent.length, indent.length);
    const end = { line: last + 1, column: view.text(last).trimEnd().length + 1 };
    return diagnose('math/other-marks', { ...place, end }, { written: `\\begin{${name}}`, inner: `\n${lines.join('\n')}\n` });
  }
  return null;
}

/** An odd number of backticks before it: inside a code span, as far as one line can tell. */
function inCode(text: string, at: number): boolean {
  let ticks = 0;
  for (let i = text.indexOf('`'); i >= 0 && i < at; i = text.indexOf('`', i + 1)) ticks++;
  return ticks % 2 === 1;
}
