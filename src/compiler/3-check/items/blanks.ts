/** What may stand in a gap: words, patterns, a number, or a choice (authoring 1.2.4, 1.6 (10)). */
import type { Blank, Option } from '../../../course/item.ts';
import { answerForm } from '../../../grading/text.ts';
import { patternEnd } from '../../2-parse/blank-end.ts';
import { optionIds } from '../ids.ts';
import type { Span } from '../tree.ts';
import { sameForm } from '../words.ts';
import type { RawBlank } from './find-blanks.ts';
import type { ItemContext } from './lesson-context.ts';
import { readNumberTarget } from './number-target.ts';
import { checkPattern } from './pattern.ts';

export interface BlankOptions {
  id: string;
  /** Of the question, for messages. */
  question: string;
  exactCase: boolean;
}

/** Null when a diagnostic says why the gap cannot be filled. */
export function readBlank({ words, at }: RawBlank, options: BlankOptions, context: ItemContext): Blank | null {
  const { id, question } = options;
  if (words.trim() === '') {
    context.report.add('quiz/blank-empty', context.place(at), { question, words: `[[${words}]]` });
    return null;
  }
  if (/^\s*=/.test(words)) return readNumberBlank(id, { words, at }, context);
  const pieces = piecesOf(words);
  const empty = pieces.find((piece) => piece.words === '');
  if (empty !== undefined) {
    context.report.add('quiz/blank-empty', context.place(at), { question, words: `[[${words}]]` });
    return null;
  }
  const marked = pieces.filter((piece) => mark.test(piece.words));
  if (marked.length > 0 && marked.length === pieces.length) return readChoice(pieces, at, options, context);
  if (marked.length > 0 || pieces.some((piece) => /^=\s*[-+\d]/.test(piece.words))) {
    context.report.add('quiz/blank-mixed', context.place(at), { question, words: `[[${words}]]` });
    return null;
  }
  return readWords(pieces, { words, at }, options, context);
}

interface Piece {
  /** Without outer spaces and backslashes before signs. */
  words: string;
  /** `/source/flags`; null for plain words. */
  pattern: { source: string; flags: string } | null;
  /** Indices in the words of the gap. */
  from: number;
  to: number;
}

/** Cut at each `|` that is neither escaped nor inside a pattern. */
function piecesOf(words: string): Piece[] {
  const out: Piece[] = [];
  let from = 0;
  while (from <= words.length) {
    const lead = /^\s*/.exec(words.slice(from))?.[0].length ?? 0;
    const slash = words[from + lead] === '/' ? patternEnd(words, from + lead + 1) : -1;
    let to = slash >= 0 ? slash + 1 : from;
    while (to < words.length && words[to] !== '|') to += words[to] === '\\' ? 2 : 1;
    const raw = words.slice(from, to).trim();
    const flags = slash < 0 ? '' : words.slice(slash + 1, to).trim();
    const pattern = slash < 0 ? null : { source: words.slice(from + lead + 1, slash), flags };
    out.push({ words: raw.replace(/\\([!-/:-@[-`{-~])/g, '$1'), pattern, from: from + lead, to: Math.max(from + lead + 1, from + words.slice(from, to).trimEnd().length) });
    from = to + 1;
  }
  return out;
}

const escaped = /[\\*_<&~|]/;

/** Offset in the source of a place in the words of a gap: there a backslash stands before each sign that Markdown would read. */
function offsetIn(words: string, index: number, { at, text }: { at: Span; text: string }): number {
  let offset = at.start + 2;
  for (let i = 0; i <= index && offset < at.end; i++) {
    const unit = words[i];
    if (text[offset] === '\\' && text[offset + 1] === unit && escaped.test(unit ?? '')) offset++;
    while (unit !== undefined && text[offset] !== unit && offset < at.end) offset++;
    if (i < index) offset++;
  }
  return Math.min(offset, at.end);
}

function placeOf({ from, to }: Pick<Piece, 'from' | 'to'>, { words, at }: RawBlank, context: ItemContext): Span {
  const { text } = context.document.source;
  const start = offsetIn(words, from, { at, text });
  return { start, end: Math.max(start + 1, offsetIn(words, to - 1, { at, text }) + 1) };
}

function readNumberBlank(id: string, { words, at }: RawBlank, context: ItemContext): Blank | null {
  const lead = words.indexOf('=') + 1 + (/^\s*/.exec(words.slice(words.indexOf('=') + 1))?.[0].length ?? 0);
  const target = readNumberTarget(words.slice(lead).trim(), placeOf({ from: lead, to: Math.max(lead + 1, words.trimEnd().length) }, { words, at }, context), { unit: false, sign: '= ', labelled: false }, context);
  return target === null ? null : { id, kind: 'number', target };
}

const mark = /^\(\s?[xX✓]?\s?\)\s*/;

function readChoice(pieces: readonly Piece[], at: Span, { id, question }: BlankOptions, context: ItemContext): Blank | null {
  const texts = pieces.map((piece) => piece.words.replace(mark, '').trim());
  const right = pieces.filter((piece) => /^\(\s?[xX✓]/.test(piece.words));
  const distinct = new Set(texts.map(sameForm)).size === texts.length;
  const sound = texts.length > 1 && distinct && right.length === 1 && texts.every((text) => text !== '');
  if (!sound) {
    context.report.add('quiz/blank-choice', context.place(at), { question, options: texts.length, right: right.length, distinct });
    return null;
  }
  const ids = optionIds(texts);
  const options = texts.map((text, i): Option => ({ id: ids[i] ?? '', prose: [{ type: 'text', value: text }], text, correct: pieces[i] === right[0], feedback: null, last: false }));
  return { id, kind: 'choice', options };
}

function readWords(pieces: readonly Piece[], gap: RawBlank, { id, exactCase, question }: BlankOptions, context: ItemContext): Blank | null {
  const accept: string[] = [];
  const patterns: { source: string; flags: string }[] = [];
  const seen = new Map<string, string>();
  let sound = true;
  for (const piece of pieces) {
    if (piece.pattern !== null) {
      if (checkPattern(piece.pattern, placeOf(piece, gap, context), context)) patterns.push(piece.pattern);
      else sound = false;
      continue;
    }
    const form = answerForm(piece.words, exactCase);
    const first = seen.get(form);
    if (first !== undefined) {
      context.report.add('quiz/alternative-shadowed', context.place(placeOf(piece, gap, context)), { question, first, second: piece.words });
      continue;
    }
    seen.set(form, piece.words);
    accept.push(piece.words);
  }
  return sound ? { id, kind: 'text', accept, patterns } : null;
}
