/** The lines of a visual's fence with their places: comments and blank lines dropped, `label :: detail (M4)` taken apart. */
import type { Code } from 'mdast';
import type { Entry } from '../../../course/visual.ts';
import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { SourceText } from '../../2-parse/source.ts';
import { span } from '../tree.ts';

export interface FenceLine {
  /** Without indentation, comment and space at the end; never empty. */
  text: string;
  /** Columns of white space before it; a tab counts as four. */
  indent: number;
  /** Offset of `text` in the source. */
  start: number;
}

export interface Fence {
  /** The name as written. */
  name: string;
  nameAt: number;
  /** What follows the name on its line, and where. */
  rest: string;
  restAt: number;
  lines: FenceLine[];
  place(start: number, end: number): Place;
}

/** `#` begins a comment at the start of a line or after a space, and only before a space: `C#` and `#3` stay. */
const comment = /(?:^|\s)#(?:\s.*)?$/;

/** Linear in the block. The n-th line of `node.value` is the end of the n-th source line below the opening one. */
export function readFenceLines(node: Code, source: SourceText): Fence {
  const { start, end } = span(node);
  const sourceLines = source.text.slice(start, end).split('\n');
  const opening = sourceLines[0] ?? '';
  const name = node.lang ?? '';
  const nameAt = Math.max(0, opening.indexOf(name, opening.search(/[`~]/)));
  const lines: FenceLine[] = [];
  let offset = start + opening.length + 1;
  node.value.split('\n').forEach((value, index) => {
    const written = sourceLines[index + 1] ?? '';
    const bare = value.replace(comment, '').trimEnd();
    const text = bare.trimStart();
    const lead = bare.slice(0, bare.length - text.length);
    const from = offset + Math.max(0, written.length - value.length) + lead.length;
    if (text !== '') lines.push({ text, indent: lead.replaceAll('\t', '    ').length, start: from });
    offset += written.length + 1;
  });
  const after = opening.slice(nameAt + name.length);
  const rest = after.trim();
  return {
    name,
    nameAt: start + nameAt,
    rest,
    restAt: start + nameAt + name.length + (after.length - after.trimStart().length),
    lines,
    place: (from, to) => source.place(from, Math.max(to, from + 1)),
  };
}

/** `(M4, M5)` at the end: codes of modules and lessons, nothing else. */
const references = /\s*[(（]((?:[A-Z]{1,4}\d+(?:\.\d+)*)(?:\s*[,;،、]\s*[A-Z]{1,4}\d+(?:\.\d+)*)*)[)）]$/;

/** `label :: detail (M4, M5)`; the references may stand behind either. */
export function entryOf(text: string): Entry {
  const at = text.indexOf('::');
  const [left, right] = at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 2)];
  const label = withReferences(left);
  const detail = withReferences(right);
  return { label: label.words, detail: detail.words === '' ? null : detail.words, references: [...label.references, ...detail.references] };
}

export function withReferences(text: string): { words: string; references: string[] } {
  const words = text.trim();
  // The pattern looks for the end of the words, and would try from every space of a long line.
  const tail = words.slice(-120);
  const match = references.exec(tail);
  if (match === null) return { words, references: [] };
  return { words: words.slice(0, words.length - match[0].length).trim(), references: (match[1] ?? '').split(/\s*[,;،、]\s*/) };
}
