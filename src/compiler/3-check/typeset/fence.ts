/** The words behind the opening marks of a code block: language, `{3-5}`, `title="…"`, `diff` (authoring 1.2.6). */
import type { Code } from 'mdast';
import type { SourceText } from '../../2-parse/source.ts';
import type { Report } from '../report.ts';
import { span } from '../tree.ts';

export interface Fence {
  /** In small letters. */
  language: string;
  title: string | null;
  /** Numbers of lines, from 1. */
  marked: ReadonlySet<number>;
  /** Lines that were added or taken away. */
  changed: ReadonlyMap<number, 'ins' | 'del'>;
  /** The code; of a change in another language without the signs before its lines. */
  value: string;
}

export function readFence(node: Code, source: SourceText, report: Report): Fence {
  // ```{python}, as notebooks write it.
  const lang = (node.lang ?? '').replace(/^\{([A-Za-z][\w-]*)\}$/, '$1');
  const whole = `${lang} ${node.meta ?? ''}`.trim();
  // ```python{3} without a space before the braces.
  const language = (/^[^\s{]*/.exec(lang)?.[0] ?? '').toLowerCase();
  const line = source.text.slice(span(node).start, span(node).end).split('\n', 1)[0] ?? '';
  const place = (written: string) => {
    const at = span(node).start + Math.max(0, line.lastIndexOf(written));
    return source.place(at, at + Math.max(1, written.length));
  };
  const count = node.value.split('\n').length;
  const marked = new Set<number>();
  const title = /(?:^|\s)title=(?:"([^"]*)"|'([^']*)'|(\S+))/.exec(whole);
  for (const [written, list = ''] of whole.matchAll(/\{([^}]*)\}/g)) {
    const numbers = linesIn(list);
    if (numbers === null || numbers.some((number) => number < 1 || number > count)) report.add('code/lines', place(written), { written, count });
    else for (const number of numbers) marked.add(number);
  }
  const rest = whole.slice(language.length).replace(/\{[^}]*\}/g, ' ').replace(title?.[0] ?? '', ' ').trim();
  const words = rest.split(/\s+/).filter((word) => word !== '');
  for (const word of words) if (word.toLowerCase() !== 'diff') report.add('code/word', place(word), { word });
  const change = words.some((word) => word.toLowerCase() === 'diff');
  const { changed, value } = change || language === 'diff' ? changes(node.value, change && language !== 'diff') : { changed: new Map<number, 'ins' | 'del'>(), value: node.value };
  return { language, title: title?.[1] ?? title?.[2] ?? title?.[3] ?? null, marked, changed, value };
}

/** More marks than any page shows; a range of a billion lines must not be counted out. */
const mostLines = 10_000;

/** `1,3-5`; null when it is something else. */
function linesIn(list: string): number[] | null {
  const numbers: number[] = [];
  for (const part of list.split(',')) {
    const match = /^\s*(\d{1,6})\s*(?:[-–]\s*(\d{1,6}))?\s*$/.exec(part);
    if (match === null) return null;
    const [from, to] = [Number(match[1]), Number(match[2] ?? match[1])];
    if (to < from || numbers.length + to - from > mostLines) return null;
    for (let number = from; number <= to; number++) numbers.push(number);
  }
  return numbers;
}

/** Lines that begin with `+` or `-`. `bare`: the sign is a column of its own and not part of the code. */
function changes(value: string, bare: boolean): Pick<Fence, 'changed' | 'value'> {
  const changed = new Map<number, 'ins' | 'del'>();
  const lines = value.split('\n').map((line, index) => {
    if (/^\+(?!\+\+ )/.test(line)) changed.set(index + 1, 'ins');
    else if (/^-(?!-- )/.test(line)) changed.set(index + 1, 'del');
    return bare && /^[+\- ]/.test(line) ? line.slice(1) : line;
  });
  return { changed, value: lines.join('\n') };
}
