/** Marks of LaTeX, BibTeX and page generators, which would be shown as they are written; each is said in Markdown. */
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Line } from './lines.ts';

interface View {
  file: string;
  /** '' past either end and for code, comments and what is left out. */
  text(index: number): string;
}

interface Found {
  /** Columns from 0 on the first line, and on the last. */
  from: number;
  to: number;
  lines: number;
  written: string;
  right: string;
}

const longestLine = 5000;
const mostLines = 40;

/** Linear in the text. `isOut`: lines on which nothing is recognised. */
export function findForeignMarks(file: string, lines: readonly Line[], isOut: (line: number) => boolean): Diagnostic[] {
  const view: View = { file, text: (index) => (isOut(index) ? '' : (lines[index]?.text ?? '')) };
  const out: Diagnostic[] = [];
  for (let line = 0; line < lines.length; line++) {
    const text = view.text(line);
    if (text.length > longestLine) continue;
    if (text.includes('\\')) {
      const block = environmentAt(line, view);
      for (const found of block === null ? commandsOn(text) : [block]) out.push(latex(line, found, view));
      line += block === null ? 0 : block.lines - 1;
    } else if (text.startsWith('@')) {
      const entry = bibtexAt(line, view);
      if (entry !== null) out.push(latex(line, entry, view));
      line += entry === null ? 0 : entry.lines - 1;
    }
    if (text.includes('@')) for (const one of citationsOn(line, text, view)) out.push(one);
    if (/\{%|\{\{|%%|==|\?\[|@/.test(text)) for (const one of templatesOn(line, text, view)) out.push(one);
  }
  return out;
}

function latex(line: number, { from, to, lines, written, right }: Found, { file }: View): Diagnostic {
  const place = { file, start: { line: line + 1, column: from + 1 }, end: { line: line + lines, column: to + 1 } };
  return diagnose('syntax/latex', place, { written: written.length > 60 ? `${written.slice(0, 60).trimEnd()}…` : written, right });
}

const command = /(?<!\\)\\(section|subsection|subsubsection|chapter|textbf|textit|emph|texttt|underline|cite|citep|citet|parencite|textcite|autocite|url|href|footnote)\*?(?:\[[^\]\n]{0,80}\])?\{([^{}\n]{1,300})\}(?:\{([^{}\n]{1,300})\})?/g;
const codeOrFormula = /(`+)(?!`).*?(?<!`)\1(?!`)|\$\$.*?\$\$/g;

function commandsOn(text: string): Found[] {
  const hidden = [...text.matchAll(codeOrFormula)].map(({ index, 0: whole }) => [index, index + whole.length] as const);
  return [...text.matchAll(command)].flatMap((match) => {
    const [all, name = '', first = '', second] = match;
    // Only a link has two parts.
    const written = name === 'href' || second === undefined ? all : all.slice(0, all.length - second.length - 2);
    if (hidden.some(([from, to]) => from <= match.index && match.index < to)) return [];
    return [{ from: match.index, to: match.index + written.length, lines: 1, written, right: inMarkdown(name, first, second) }];
  });
}

function inMarkdown(name: string, words: string, second: string | undefined): string {
  if (name === 'chapter' || name === 'section') return `## ${words}`;
  if (name === 'subsection') return `### ${words}`;
  if (name === 'subsubsection') return `#### ${words}`;
  if (name === 'textbf') return `**${words}**`;
  if (name === 'texttt') return `\`${words}\``;
  if (name === 'url') return `<${words}>`;
  if (name === 'href') return `[${second ?? words}](${words})`;
  if (name === 'footnote') return `[^1], and on a line of its own: [^1]: ${words}`;
  if (/cite/.test(name)) return words.split(',').map((key) => `[${key.trim()}]`).join(' ');
  return `*${words}*`;
}

const begin = /^(\s*)\\begin\{(itemize|enumerate|quote|quotation|description)\}/;

/** `\begin{itemize}` … `\end{itemize}`. */
function environmentAt(line: number, view: View): Found | null {
  const [whole, indent = '', name = ''] = begin.exec(view.text(line)) ?? [];
  if (whole === undefined) return null;
  const inside: string[] = [];
  for (let last = line; last < line + mostLines; last++) {
    const text = view.text(last);
    if (last > line && !text.includes('\\end{')) inside.push(text.trim());
    if (!text.includes(`\\end{${name}}`)) continue;
    return { from: indent.length, to: text.trimEnd().length, lines: last - line + 1, written: whole.trim(), right: listOf(name, inside) };
  }
  return { from: indent.length, to: whole.length, lines: 1, written: whole.trim(), right: '- …' };
}

function listOf(name: string, lines: readonly string[]): string {
  if (name.startsWith('quot')) return lines.map((text) => `> ${text}`).join('\n');
  let count = 0;
  return lines.map((text) => text.replace(/^\\item(?:\[([^\]]*)\])?\s*/, (_, label?: string) => `${name === 'enumerate' ? `${++count}.` : '-'} ${label === undefined ? '' : `**${label}** `}`)).join('\n');
}

const bibtex = /^@(?:article|book|inproceedings|incollection|misc|techreport|phdthesis|mastersthesis|online|report|manual)\{\s*([^,\s{}]{1,60}),/i;
const field = /^\s*(author|title|year|date|journal|booktitle|publisher|doi|url)\s*=\s*[{"]\s*(.*?)\s*[}"]\s*,?\s*\}?\s*$/i;

function bibtexAt(line: number, view: View): Found | null {
  const [, key] = bibtex.exec(view.text(line)) ?? [];
  if (key === undefined) return null;
  const fields = new Map<string, string>();
  let last = line;
  for (let next = line + 1; next < line + mostLines; next++) {
    const text = view.text(next);
    if (text.trim() === '' || text.startsWith('@')) break;
    last = next;
    const [, name = '', value = ''] = field.exec(text.slice(0, 1000)) ?? [];
    if (name !== '') fields.set(name.toLowerCase(), value.replace(/[{}]/g, ''));
    if (/^\s*\}\s*$/.test(text)) break;
  }
  const said = (name: string): string | undefined => fields.get(name);
  const author = said('author')?.split(/\s+and\s+/).join(', ');
  const year = said('year') ?? said('date')?.slice(0, 4);
  const address = said('doi') === undefined ? said('url') : `https://doi.org/${said('doi') ?? ''}`;
  const parts = [`${author ?? ''}${year === undefined ? '' : ` (${year})`}`.trim(), said('title'), said('journal') ?? said('booktitle') ?? said('publisher')];
  const right = `- [${key}] ${parts.filter((part) => part !== undefined && part !== '').join('. ')}.${address === undefined ? '' : ` ${address}`}`;
  return { from: 0, to: view.text(last).trimEnd().length, lines: last - line + 1, written: `@…{${key}, …}`, right };
}

/** Plain `{{ name }}` may be what a lesson is about; these are orders to a program: of Hugo, Liquid, LiaScript, and Obsidian's comments and highlights. */
const template = /\{\{[<%][^\n]{0,200}?[%>]\}\}|\{%[^\n]{0,200}?%\}|(?<=^\s{0,12})--\{\{\d+[^{}\n]{0,60}\}\}--|(?<=^\s{0,12})\{\{\d+(?:-\d+)?\}\}(?=\s|$)|(?<![%\w])%%(?!%)[^%\n]{1,500}%%(?!%)|(?<![=\w])==(?=[^\s=])[^=\n]{0,200}[^\s=]==(?![=\w])|(?<=^|\s)(?:!\?|\?\??)\[[^[\]\n]{0,200}\]\([^()\n]{1,500}\)|(?<=^\s{0,12})@(?:eval|run|input|import|orphan|mindmap)(?:\([^)\n]{0,200}\))?(?=\s*$)/g;

function templatesOn(line: number, text: string, { file }: View): Diagnostic[] {
  const hidden = [...text.matchAll(codeOrFormula)].map(({ index, 0: whole }) => [index, index + whole.length] as const);
  return [...text.matchAll(template)].flatMap(({ index, 0: written }) => {
    if (hidden.some(([from, to]) => from <= index && index < to)) return [];
    return [diagnose('syntax/template', { file, start: { line: line + 1, column: index + 1 }, end: { line: line + 1, column: index + written.length + 1 } }, { written, right: rightFor(written) })];
  });
}

/** Null for what only its author can say. */
function rightFor(written: string): string | null {
  const [, kind, link, address = ''] = /^(!\?|\?\??)(\[.*\]\((.*)\))$/.exec(written) ?? [];
  // A film on another server is a link; one that lies beside the lesson is played, and so is sound.
  if (link !== undefined) return kind === '??' || /^(?:[a-z][a-z0-9+.-]+:|\/\/)/i.test(address) ? link : `!${link}`;
  if (written.startsWith('%%')) return `<!-- ${written.slice(2, -2).trim()} -->`;
  return written.startsWith('==') ? `**${written.slice(2, -2)}**` : null;
}

/** `[@doe99]`, `[-@doe99]`, `[see @doe99, pp. 3–5; also @smith04]`: of words before the key, only those that lead up to one with a year. */
const citation = /(?<![\]\\\w])\[(?:-?@(?=[\p{L}_])|[\p{L}][\p{L}. ,]{0,30} -?@(?=[\p{L}_][\w:.#$%&+?<>~/-]*\d))[^[\]\n]{1,200}\](?![([:])/gu;
const key = /(?<![\w.])@([\p{L}_][\p{L}\w:#$%&+?<>~/-]*(?:\.[\p{L}\w]+)*)/gu;

function citationsOn(line: number, text: string, { file }: View): Diagnostic[] {
  const hidden = [...text.matchAll(codeOrFormula)].map(({ index, 0: whole }) => [index, index + whole.length] as const);
  return [...text.matchAll(citation)].flatMap(({ index, 0: written }) => {
    if (hidden.some(([from, to]) => from <= index && index < to)) return [];
    const right = [...written.matchAll(key)].map(([, name = '']) => `[${name}]`).join(' ');
    return [diagnose('syntax/citation-key', { file, start: { line: line + 1, column: index + 1 }, end: { line: line + 1, column: index + written.length + 1 } }, { written, right })];
  });
}
