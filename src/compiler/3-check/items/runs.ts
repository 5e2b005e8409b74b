/** Cuts a paragraph of a quiz into runs: the words after each label, option mark or option letter (authoring R12, 1.2.3). */
import type { PhrasingContent, Text } from 'mdast';
import { blankEnd } from '../../2-parse/blank-end.ts';
import type { Label } from '../../2-parse/label-names.ts';
import { childrenOf, type Offsets, plainText, slice, span, type Span, type Spot } from '../tree.ts';
import { labelAtStart, labelsInside, rankOf, type LabelHit } from './labels.ts';
import { firstLetters, lettersAfter, optionLetter, optionSignAt, signsAfter, type OptionSign } from './option-letters.ts';
import { hasOptionMark, inlineMarks, lineMark, longestLine } from './option-marks.ts';

export interface Run {
  kind: 'words' | 'label' | 'letter' | 'mark';
  /** Of the label, letter or mark; of the first word for plain words. */
  at: Span;
  /** Where the value begins and ends. */
  value: Span;
  nodes: PhrasingContent[];
  label: Label | null;
  /** `Why:`, `B`, `(x)` as written. */
  written: string;
  number: string | null;
  /** The spelling that was probably meant by a word that is not a label. */
  meant: string | null;
  /** `*B.`: a star before the letter says that the option is right. */
  starred?: boolean;
  /** The same label could begin here too (offsets): the first is the one taken. */
  rivals: number;
}

export interface RunOptions {
  offsets: Offsets;
  language: string | null;
  /** The letters that the next lettered option may have; those that begin when none came before. */
  letters?: readonly string[];
  /** How the next paragraph begins. */
  next?: string;
  /** The lesson's source: a colon behind a backslash in it makes no label. */
  text?: string;
}

/** `labels`: brackets and letters at the start of a line are words like others. */
export type Cut = 'all' | 'labels';

type Start = Pick<Run, 'starred' | 'kind' | 'label' | 'written' | 'number' | 'meant' | 'rivals'> & {
  /** Where the words before it end. */
  spot: Spot;
  /** Where it stands itself, when a bullet comes between. */
  sign?: Spot;
  value: Spot;
};

/** How far below `A.` its `B.` is looked for. */
const reach = 2000;

/** Words in the order they stand. The first run is plain words unless the paragraph begins with a label. */
export function cutRuns(children: readonly PhrasingContent[], options: RunOptions, cut: Cut = 'all'): Run[] {
  const flat = openLabels(children);
  const begun = lineStarts(flat, options);
  const starts = withInside(flat, cut === 'all' ? begun : begun.filter((start) => start.kind === 'label'), options.language);
  return finish(flat, starts, options.offsets);
}

/** Bold and slanted labels are read like plain ones: `**Q:** …`, `**Q**: …`, `**Q: …**` and `… · **Id:** x` (authoring 1.6, 1). */
function openLabels(children: readonly PhrasingContent[]): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  let lineStart = true;
  children.map(asBreak).forEach((node, i) => {
    const bold = node.type === 'strong' || node.type === 'emphasis';
    if (bold && (lineStart ? looksLikeLabel(node, children[i + 1]) : isLabel(node, children[i + 1]))) for (const one of openLabels(childrenOf(node) as PhrasingContent[])) out.push(one);
    else out.push(node);
    lineStart = node.type === 'break' || (node.type === 'text' && /\n\s*$/.test(node.value));
  });
  return joinTexts(out);
}

/** `<br>` ends a line like any other line end. */
function asBreak(node: PhrasingContent): PhrasingContent {
  if (node.type !== 'html' || !/^<br\s*\/?>$/i.test(node.value)) return node;
  return node.position === undefined ? { type: 'break' } : { type: 'break', position: node.position };
}

function looksLikeLabel(node: PhrasingContent, next: PhrasingContent | undefined): boolean {
  const words = plainText([node]);
  const colonAfter = next?.type === 'text' && /^\s*[:：]/.test(next.value) ? ':' : '';
  if (/^[A-Za-z][.)]$/.test(words) || (/^[A-Za-z][.)] /.test(words) && endsLine(next)) || (words.length < 6 && hasOptionMark(words))) return true;
  return labelAtStart(words.slice(0, 80) + colonAfter, 0, null) !== null || /^\p{L}{1,10} ?\d{1,4}[.:)]?$/u.test(words);
}

/** A whole option in bold, not `**A. Smith** wrote …`. */
function endsLine(next: PhrasingContent | undefined): boolean {
  return next === undefined || next.type === 'break' || (next.type === 'text' && /^[ \t]*(?:\n|$)/.test(next.value));
}

/** In the middle of a line only a label and nothing else: bold words with a colon in them are just bold. */
function isLabel(node: PhrasingContent, next: PhrasingContent | undefined): boolean {
  const words = plainText([node]);
  return /[:：]$/.test(words) ? looksLikeLabel(node, undefined) && !/[:：]./u.test(words) : next?.type === 'text' && /^\s?[:：]/.test(next.value) && looksLikeLabel(node, next);
}

function joinTexts(nodes: PhrasingContent[]): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (node.type === 'text' && last?.type === 'text') out[out.length - 1] = joined(last, node);
    else out.push(node);
  }
  return out;
}

function joined(a: Text, b: Text): Text {
  const value = a.value + b.value;
  return a.position && b.position ? { type: 'text', value, position: { start: a.position.start, end: b.position.end } } : { type: 'text', value };
}

function lineStarts(children: readonly PhrasingContent[], options: RunOptions): Start[] {
  const { language, letters = firstLetters, next = '' } = options;
  const starts: Start[] = [];
  let expected = letters;
  let fresh = true;
  children.forEach((node, child) => {
    if (node.type === 'text') {
      for (let at = fresh ? 0 : afterBreak(node.value, 0); at >= 0 && at < node.value.length; at = afterBreak(node.value, at)) {
        const index = skipSpaces(node.value, at);
        const start = startAt(children, { child, index }, { expected, next, language });
        if (start?.kind === 'label' && isEscaped(node, start, options)) continue;
        if (start !== null) starts.push(start);
        for (const one of marksOnLine(node.value, index, child).slice(start?.kind === 'mark' ? 1 : 0)) starts.push(one);
        if (start === null) continue;
        if (start.kind === 'letter') expected = lettersAfter(optionLetter(start.written));
        if (start.label === 'q') expected = firstLetters;
      }
    }
    fresh = node.type === 'break' || (node.type === 'text' && node.value.endsWith('\n'));
  });
  return starts;
}

/** `Q\\: heat`: the author wants the words as they are. */
function isEscaped(node: Text, { spot, value }: Start, { offsets, text }: RunOptions): boolean {
  const { start, end } = span(node);
  if (text === undefined || end - start === node.value.length) return false;
  const colon = Math.max(node.value.lastIndexOf(':', value.index - 1), node.value.lastIndexOf('：', value.index - 1));
  return colon > spot.index && text[offsets(node)(colon) - 1] === '\\';
}

/** Options that share a line: `( ) bolt (x) chip`. */
function marksOnLine(text: string, from: number, child: number): Start[] {
  const end = text.indexOf('\n', from);
  return inlineMarks(withoutGaps(text.slice(from, end < 0 ? undefined : end))).map(({ written, at, to }) => ({
    kind: 'mark', label: null, number: null, meant: null, rivals: 0, written, spot: { child, index: from + at }, value: { child, index: from + to },
  }));
}

/** Brackets in a gap are entries of its list: `[[( ) fixed | (x) learned]]`. */
function withoutGaps(line: string): string {
  if (line.length > longestLine) return line;
  let out = line;
  for (let open = line.indexOf('[['); open >= 0; open = line.indexOf('[[', open)) {
    const end = blankEnd(line, open + 2);
    if (end >= 0) out = out.slice(0, open) + '-'.repeat(end + 2 - open) + out.slice(end + 2);
    open = end < 0 ? open + 2 : end + 2;
  }
  return out;
}

function afterBreak(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? -1 : at + 1;
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t' || text[at] === '\u00a0' || text[at] === '\u3000') at++;
  return at;
}

function startAt(children: readonly PhrasingContent[], spot: Spot, { expected, next, language }: { expected: readonly string[]; next: string; language: string | null }): Start | null {
  const { child, index } = spot;
  const text = textOf(children[child]);
  const base = { label: null, number: null, meant: null, rivals: 0, spot };
  const hit = numberedQuestion(text, index, language) ?? labelAtStart(text, index, language);
  if (hit !== null) return fromHit(hit, child);
  const marked = markAt(text, index);
  if (marked !== null) return { ...base, kind: 'mark', written: marked.written, sign: { child, index: marked.from }, value: { child, index: marked.to } };
  const lettered = optionSignAt(text, index);
  if (lettered === null || !expected.includes(optionLetter(lettered.written))) return null;
  // The sign may be all of its text: code, bold words or a link then follow as a node of their own.
  if (lettered.to === text.length && !goesOn(children[child + 1])) return null;
  if (!plausible(lettered, children, spot, next)) return null;
  const { written, starred, from, to } = lettered;
  return { ...base, kind: 'letter', written: written.normalize('NFKC'), starred, sign: { child, index: from }, value: { child, index: to } };
}

const leadNumber = /[(（]?(\p{Nd}{1,4})[.)．）][ \t\u00a0]{0,4}/uy;

/** `2. Q: …` right below the line before: no list begins there for Markdown, but the question does. */
function numberedQuestion(text: string, index: number, language: string | null): LabelHit | null {
  leadNumber.lastIndex = index;
  const match = leadNumber.exec(text);
  const hit = match === null ? null : labelAtStart(text, leadNumber.lastIndex, language);
  return match === null || hit === null || hit.label !== 'q' || hit.meant !== null ? null : { ...hit, from: index, number: (match[1] ?? '').normalize('NFKC') };
}

/** Where the brackets stand, a bullet right before them left out. */
function markAt(text: string, index: number): { written: string; from: number; to: number } | null {
  lineMark.lastIndex = index;
  const match = lineMark.exec(text);
  if (match === null) return null;
  const written = match[1] ?? '';
  return { written, from: index + match[0].indexOf(written), to: lineMark.lastIndex };
}

function textOf(node: PhrasingContent | undefined): string {
  return node?.type === 'text' ? node.value : '';
}

/** True when there is something on the same line. */
function goesOn(node: PhrasingContent | undefined): boolean {
  return node !== undefined && node.type !== 'break';
}

/** `A. Smith wrote …` begins a sentence, not an option: a first sign that may mean something else needs the next one, `B.`, on a later line. */
function plausible(option: OptionSign, children: readonly PhrasingContent[], spot: Spot, following: string): boolean {
  if (!firstLetters.includes(optionLetter(option.written)) || certain.test(option.sign)) return true;
  const below = linesBelow(children, spot);
  return signsAfter(option).some((next) => [next, `*${next}`, `* ${next}`].some((start) => following.startsWith(start) || below.includes(`\n${start}`)));
}

/** `A)` and its like, but no roman number. */
const certain = /^[^(（Ii①][)．）]$/u;

/** The words after a spot, as far as `reach`; code and bold words, which cannot hold the start of a line, left out. */
function linesBelow(children: readonly PhrasingContent[], { child, index }: Spot): string {
  let text = textOf(children[child]).slice(index, index + reach);
  for (let i = child + 1; i < children.length && i < child + reach && text.length < reach; i++) {
    const node = children[i];
    text += node?.type === 'break' ? '\n' : textOf(node).slice(0, reach);
  }
  return text;
}

function fromHit(hit: LabelHit, child: number): Start {
  const { label, written, number, meant } = hit;
  return { kind: 'label', label, written, number, meant, rivals: 0, spot: { child, index: hit.from }, value: { child, index: hit.to } };
}

/** Adds the labels that share a line with the one before them: `Q: … A: … Why: …` and `Points: 2 · Id: x`. */
function withInside(children: readonly PhrasingContent[], starts: readonly Start[], language: string | null): Start[] {
  const out: Start[] = [];
  const end: Spot = { child: children.length, index: 0 };
  starts.forEach((start, i) => {
    out.push(start);
    if (start.kind !== 'label' || start.label === null) return;
    for (const one of insideOne(children, start, starts[i + 1]?.spot ?? end, language)) out.push(one);
  });
  return out;
}

function insideOne(children: readonly PhrasingContent[], start: Start, end: Spot, language: string | null): Start[] {
  const found: Start[] = [];
  for (let child = start.value.child; child <= Math.min(end.child, children.length - 1); child++) {
    const node = children[child];
    if (node?.type !== 'text') continue;
    const from = child === start.value.child ? start.value.index : 0;
    const to = child === end.child ? end.index : node.value.length;
    for (const hit of labelsInside(node.value.slice(from, to), language)) {
      found.push(fromHit({ ...hit, from: hit.from + from, to: hit.to + from }, child));
    }
  }
  return choose(found, rankOf(start.label ?? 'q'));
}

/** Of several `A:` on a line the first one counts, `Why:` only after it; the others are rivals to warn about. */
function choose(found: readonly Start[], rank: number): Start[] {
  const out: Start[] = [];
  const hasAnswer = rank === 0 && found.some((s) => s.label === 'a');
  let reached = rank;
  let answer: Start | null = null;
  for (const start of found) {
    const own = rankOf(start.label ?? 'q');
    if (start.label === 'a' && answer !== null) answer.rivals++;
    if (own <= reached && !(own === reached && own >= 3)) {
      const same = out.find((s) => s.label === start.label && s.label !== 'a');
      if (same !== undefined) same.rivals++;
      continue;
    }
    // A hint may come before the answer, an explanation may not: “Why:” is then part of the question.
    const early = hasAnswer && answer === null && start.label !== 'a';
    if (early && own < 3) continue;
    if (start.label === 'a') answer = start;
    if (own < 4 && !early) reached = own;
    out.push(start);
  }
  return out;
}

function finish(children: readonly PhrasingContent[], starts: readonly Start[], offsets: Offsets): Run[] {
  const end: Spot = { child: children.length, index: 0 };
  const offset = offsetFinder(children, offsets);
  const runs: Run[] = [];
  const lead = slice(children, { child: 0, index: 0 }, starts[0]?.spot ?? end, offsets);
  const first = lead[0];
  const last = lead.at(-1);
  if (first !== undefined && last !== undefined) {
    const value = { start: span(first).start, end: span(last).end };
    runs.push({ kind: 'words', at: value, value, nodes: lead, label: null, written: '', number: null, meant: null, rivals: 0 });
  }
  starts.forEach((start, i) => {
    const nodes = withoutSeparator(slice(children, start.value, starts[i + 1]?.spot ?? end, offsets), offsets);
    const at = offset(start.sign ?? start.spot);
    const from = nodes[0] === undefined ? offset(start.value) : span(nodes[0]).start;
    const lastNode = nodes.at(-1);
    const { kind, label, written, number, meant, rivals, starred = false } = start;
    const value = { start: from, end: lastNode === undefined ? from : span(lastNode).end };
    runs.push({ kind, label, written, number, meant, rivals, starred, at: { start: at, end: at + written.length }, value, nodes });
  });
  return runs;
}

/** `Points: 2 · Id: x`: the separator belongs to neither value. */
function withoutSeparator(nodes: PhrasingContent[], offsets: Offsets): PhrasingContent[] {
  const last = nodes.at(-1);
  if (last?.type !== 'text') return nodes;
  const kept = last.value.replace(/(?:\s[·•|]|\s?・)\s*$/, '').length;
  return kept === last.value.length ? nodes : slice(nodes, { child: 0, index: 0 }, { child: nodes.length - 1, index: kept }, offsets);
}

function offsetFinder(children: readonly PhrasingContent[], offsets: Offsets): (spot: Spot) => number {
  return ({ child, index }) => {
    const node = children[child];
    if (node === undefined) return 0;
    return node.type === 'text' ? offsets(node)(index) : span(node).start;
  };
}
