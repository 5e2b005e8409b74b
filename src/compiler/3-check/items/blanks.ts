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
  if (/^\s*=/.test(words)) return readNumberBlank(id, words, at, context);
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
  return readWords(pieces, at, options, context);
}

interface Piece {
  /** Without outer spaces and backslashes before signs. */
  words: string;
  /** `/source/flags`; null for plain words. */
  pattern: { source: string; flags: string } | null;
  /** Index in the words of the gap. */
  from: number;
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
    out.push({ words: raw.replace(/\\([!-/:-@[-`{-~])/g, '$1'), pattern, from: from + lead });
    from = to + 1;
  }
  return out;
}

/** Of a piece of the gap. Gaps are hardly ever changed by the parser, so counting from the bracket is right. */
function placeOf(piece: Piece, at: Span): Span {
  const start = at.start + 2 + piece.from;
  return { start, end: Math.min(at.end, start + Math.max(1, piece.words.length)) };
}

function readNumberBlank(id: string, words: string, at: Span, context: ItemContext): Blank | null {
  const lead = words.indexOf('=') + 1 + (/^\s*/.exec(words.slice(words.indexOf('=') + 1))?.[0].length ?? 0);
  const target = readNumberTarget(words.slice(lead).trim(), { start: at.start + 2 + lead, end: at.end - 2 }, { unit: false, sign: '= ', labelled: false }, context);
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

function readWords(pieces: readonly Piece[], at: Span, { id, exactCase, question }: BlankOptions, context: ItemContext): Blank | null {
  const accept: string[] = [];
  const patterns: { source: string; flags: string }[] = [];
  const seen = new Map<string, string>();
  let sound = true;
  for (const piece of pieces) {
    if (piece.pattern !== null) {
      if (checkPattern(piece.pattern, placeOf(piece, at), context)) patterns.push(piece.pattern);
      else sound = false;
      continue;
    }
    const form = answerForm(piece.words, exactCase);
    const first = seen.get(form);
    if (first !== undefined) {
      context.report.add('quiz/alternative-shadowed', context.place(placeOf(piece, at)), { question, first, second: piece.words });
      continue;
    }
    seen.set(form, piece.words);
    accept.push(piece.words);
  }
  return sound ? { id, kind: 'text', accept, patterns } : null;
}
