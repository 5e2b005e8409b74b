/** Diagnostics for people: place, severity, code, message, excerpt, help; the worst repetition cut, and a summary. */
import { byPlace, type Diagnostic, type Severity } from './diagnostic.ts';
import { frame, type FrameLine, type Lines, linesOf } from './frame.ts';
import { visible, visibleLine } from './visible.ts';

export interface PrintOptions {
  /** The author's text of a file; null when there is none to quote. */
  sourceText(file: string): string | null;
  /** How a file is called in the place, such as relative to where the author stands; the file itself when absent. */
  display?(file: string): string;
  colour: boolean;
}

/** Shown of each code; the rest is counted. */
const SHOWN = 5;

/** Text that ends in a line feed; '' when there is nothing to say. Files keep the order in which they first appear. */
export function print(diagnostics: Diagnostic[], options: PrintOptions): string {
  if (diagnostics.length === 0) return '';
  const texts = cached((file) => {
    const text = options.sourceText(file);
    return text === null ? null : linesOf(text);
  });
  const met = new Map<string, number>();
  const blocks: string[] = [];
  for (const diagnostic of inOrder(diagnostics)) {
    const count = (met.get(diagnostic.code) ?? 0) + 1;
    met.set(diagnostic.code, count);
    if (count <= SHOWN) blocks.push(block(diagnostic, texts(diagnostic.file), options));
  }
  const paint = painter(options.colour);
  const cut = [...met].filter(([, count]) => count > SHOWN).map(([code, count]) => `${paint.dim(`and ${count - SHOWN} more`)} ${code}\n`);
  return `${blocks.join('\n')}\n${cut.length === 0 ? '' : `${cut.join('')}\n`}${summary(diagnostics)}\n`;
}

/** `2 errors, 1 warning, 4 notes`. */
export function summary(diagnostics: Diagnostic[]): string {
  const count = (severity: Severity) => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const words: [number, string][] = [
    [count('error'), 'error'],
    [count('warning'), 'warning'],
    [count('info'), 'note'],
  ];
  const said = words.filter(([number]) => number > 0).map(([number, word]) => `${number} ${word}${number === 1 ? '' : 's'}`);
  return said.length === 0 ? 'no remarks' : said.join(', ');
}

/** By file as first met, then by place. */
export function inOrder(diagnostics: Diagnostic[]): Diagnostic[] {
  const files = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const list = files.get(diagnostic.file);
    if (list === undefined) files.set(diagnostic.file, [diagnostic]);
    else list.push(diagnostic);
  }
  return [...files.values()].flatMap((list) => list.sort(byPlace));
}

function block(diagnostic: Diagnostic, lines: Lines | null, options: PrintOptions): string {
  const paint = painter(options.colour);
  const name = (file: string) => visibleLine(options.display?.(file) ?? file);
  const out = [
    `${paint.bold(placeOf(name(diagnostic.file), diagnostic))}  ${paint[diagnostic.severity](diagnostic.severity)}  ${diagnostic.code}`,
    ...indent(diagnostic.message, '  '),
    ...(lines === null ? [] : frame(lines, diagnostic).map((line) => frameLine(withoutSecrets(line, diagnostic), paint, diagnostic.severity))),
    ...(diagnostic.help === null ? [] : indent(diagnostic.help, '  ').map(paint.help)),
    ...(diagnostic.related ?? []).map((other) => `  ${paint.dim(placeOf(name(other.file), other))}  ${visibleLine(other.message)}`),
  ];
  return `${out.join('\n')}\n`;
}

/** Word counts no lines, so its authors get the number of the paragraph; the excerpt shows its words. A file that is not there, or not what it seems, has none. */
function placeOf(name: string, { line, column, code }: { line: number; column: number; code?: string }): string {
  if (/\.docx$/i.test(name) && code?.startsWith('file/') === true) return name;
  return /\.docx$/i.test(name) ? `${name}, paragraph ${line}` : `${name}:${line}:${column}`;
}

function indent(text: string, by: string): string[] {
  return visible(text)
    .split('\n')
    .map((line) => by + line);
}

const namedSecret = /((?:[\w-]*(?:secret|passw|token|credential|auth(?!ors?\b)|api.?key)[\w-]*|\b(?:key|user(?:name)?|login|basic|bearer))["']?\s*:\s*)\S.*$/i;

/** Messages end up in the logs of build machines: a secret in a course file is pointed at, and not repeated. */
function withoutSecrets(line: FrameLine, { code }: Diagnostic): FrameLine {
  if (line.kind !== 'source' || !code.startsWith('course/')) return line;
  const text = line.text.replace(/(?<=\/\/)[^\s/@]+(?=@)/g, (words) => '*'.repeat(words.length)).replace(namedSecret, '$1***');
  return { ...line, text };
}

function frameLine(line: FrameLine, paint: Paint, severity: Severity): string {
  const text = line.kind === 'caret' ? paint[severity](line.text) : line.text;
  return `${paint.dim(`${line.gutter} |`)} ${text}`.trimEnd();
}

type Paint = Record<'bold' | 'dim' | 'help' | Severity, (text: string) => string>;

function painter(colour: boolean): Paint {
  const code = (number: string) => (text: string) => (colour ? `\x1b[${number}m${text}\x1b[0m` : text);
  return { bold: code('1'), dim: code('2'), help: code('36'), error: code('1;31'), warning: code('1;33'), info: code('1;34') };
}

function cached<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, { value: T }>();
  return (key) => {
    const known = made.get(key) ?? { value: make(key) };
    made.set(key, known);
    return known.value;
  };
}
