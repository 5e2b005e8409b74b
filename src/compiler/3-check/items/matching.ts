/** Each thing on the left has its partner on the right: lines with arrows, or a table of two columns. */
import type { PhrasingContent, Table } from 'mdast';
import type { MatchingItem, Placed, Target } from '../../../course/item.ts';
import type { Prose } from '../../../course/prose.ts';
import { optionIds } from '../ids.ts';
import { plainText, rememberOffsets, slice, span, type Offsets, type Span } from '../tree.ts';
import { sameForm } from '../words.ts';
import type { ItemBase } from './build-item.ts';
import { entriesOf, feedbackOf } from './entries.ts';
import type { ItemContext } from './lesson-context.ts';
import { fewParts, manyParts, repeated } from './part-checks.ts';
import { labelOf, type RawItem } from './raw-item.ts';
import { readPartScoring } from './scoring.ts';
import { readYesNo } from './value-words.ts';

interface Pair {
  at: Span;
  /** Empty: the right side is a distractor. */
  left: Prose;
  right: Prose;
  feedback: Prose | null;
}

export function matching(raw: RawItem, base: ItemBase, context: ItemContext): MatchingItem | null {
  const label = labelOf(raw, 'match');
  if (label === undefined) return null;
  const offsets = rememberOffsets(context.document.source);
  const tables = label.blocks.filter((block) => block.type === 'table');
  const read = [...tables.flatMap((table) => rowsOf(table, raw, context)), ...entriesOf(label, offsets).map((entry) => splitEntry(entry.words, { at: entry.at, feedback: feedbackOf(entry) }, { raw, context, offsets }))];
  const pairs = read.filter((pair) => pair !== null);
  const lefts = pairs.filter(({ left }) => left.length > 0);
  const enough = pairs.length < read.length || fewParts(raw, label, { found: lefts.length, least: 2, what: 'pairs' }, context);
  const distinct = repeated(lefts.map(({ left, at }) => ({ text: plainText(left), at })), context);
  const reuse = readYesNo(labelOf(raw, 'reuse'), context);
  const scoring = readPartScoring(raw, context);
  manyParts(raw, label, lefts.length, context);
  if (pairs.length < read.length || !enough || !distinct) return null;
  return { ...base, type: 'matching', ...sidesOf(pairs, lefts), reuse: checkReuse(pairs, reuse, context), scoring };
}

function sidesOf(pairs: readonly Pair[], lefts: readonly Pair[]): { pairs: Placed[]; targets: Target[] } {
  const rights = new Map<string, Prose>();
  for (const { right } of pairs) if (!rights.has(sameForm(plainText(right)))) rights.set(sameForm(plainText(right)), right);
  const texts = [...rights.values()].map((right) => plainText(right));
  const ids = optionIds(texts);
  const idOf = new Map([...rights.keys()].map((form, i) => [form, ids[i] ?? '']));
  const targets = [...rights.values()].map((prose, i): Target => ({ id: ids[i] ?? '', prose, text: texts[i] ?? '' }));
  const leftIds = optionIds(lefts.map(({ left }) => plainText(left)));
  const placed = lefts.map(({ left, right, feedback }, i): Placed => ({ id: leftIds[i] ?? '', prose: left, text: plainText(left), target: idOf.get(sameForm(plainText(right))) ?? '', feedback }));
  return { pairs: placed, targets };
}

/** Two things with one partner can be solved only when a partner may be chosen again. */
function checkReuse(pairs: readonly Pair[], reuse: boolean | null, context: ItemContext): boolean {
  const seen = new Set<string>();
  const second = pairs.find(({ left, right }) => {
    const form = sameForm(plainText(right));
    const again = left.length > 0 && seen.has(form);
    seen.add(form);
    return again;
  });
  if (second !== undefined && reuse !== true) context.report.add('quiz/match-duplicate-right', context.place(second.at), { right: plainText(second.right) });
  return reuse === true || second !== undefined;
}

const arrow = /(?:→|⟶|➔|➜|➝|⇒|⟹|[-=–—]{1,2}>)\s*/u;
/** In scripts that run from right to left an arrow to what comes next points left. */
const arrowBack = /(?:←|⟵|⇐|<[-=–—]{1,2})\s*/u;

function splitEntry(words: readonly PhrasingContent[], { at, feedback }: Pick<Pair, 'at' | 'feedback'>, { raw, context, offsets }: { raw: RawItem; context: ItemContext; offsets: Offsets }): Pair | null {
  for (const shape of [arrow, arrowBack]) {
    for (const [child, node] of words.entries()) {
      const match = node.type === 'text' ? shape.exec(node.value) : null;
      if (match === null) continue;
      const left = slice(words, { child: 0, index: 0 }, { child, index: match.index }, offsets);
      const right = slice(words, { child, index: match.index + match[0].length }, { child: words.length, index: 0 }, offsets);
      if (plainText(right) === '') break;
      return { at, left, right: withoutRemark(right, left, offsets), feedback };
    }
  }
  context.report.add('quiz/match-shape', context.place(at), { question: raw.number, line: plainText(words).slice(0, 60), suggestion: withArrow(plainText(words)) });
  return null;
}

const otherSign = /^(.{1,80}?)(?:\s+(?:[-–—>=:]|-{2,}|<-)\s+|\s?[:：]\s+|\t+)(.{1,80})$/u;

/** The line with an arrow where another sign stands; null when none does. */
function withArrow(line: string): string | null {
  const match = otherSign.exec(line);
  return match === null ? null : `- ${(match[1] ?? '').trim()} → ${(match[2] ?? '').trim()}`;
}

const longestRemark = 80;
const remarkAtEnd = /\s*\((?:extra|distractor|zusätzlich|ablenker|leurre|ダミー|إضافي)[^()]*\)\s*$/iu;

/** `→ graphs (extra)`: a remark for readers of the source. */
function withoutRemark(right: PhrasingContent[], left: readonly PhrasingContent[], offsets: Offsets): PhrasingContent[] {
  const last = right.at(-1);
  const remark = left.length === 0 && last?.type === 'text' ? remarkAtEnd.exec(last.value.slice(-longestRemark)) : null;
  return last?.type === 'text' && remark !== null ? slice(right, { child: 0, index: 0 }, { child: right.length - 1, index: last.value.length - remark[0].length }, offsets) : right;
}

/** The first row names the columns. */
function rowsOf(table: Table, raw: RawItem, context: ItemContext): (Pair | null)[] {
  return table.children.slice(1).map((row) => {
    const [left, right, ...more] = row.children.map((cell) => cell.children);
    if (left === undefined || right === undefined || plainText(right) === '' || more.some((cell) => plainText(cell) !== '')) {
      context.report.add('quiz/match-shape', context.place(span(row)), { question: raw.number, line: plainText([row]).slice(0, 60), suggestion: null });
      return null;
    }
    return { at: span(row), left, right, feedback: null };
  });
}
