/** Reads option lists: `- (x) …`, task lists, lettered options, and the feedback under an option (authoring 1.2.3). */
import type { List, ListItem, Paragraph, RootContent } from 'mdast';
import type { Prose } from '../../../course/prose.ts';
import { paragraphOf, plainText, span, type Span } from '../tree.ts';
import { liftLabels, type Lifted } from './lifted-labels.ts';
import { areInOrder, optionLetter, optionSignAt } from './option-letters.ts';
import { hasOptionMark, markOf } from './option-marks.ts';
import type { RawOption } from './raw-item.ts';
import { cutRuns, type Run, type RunOptions } from './runs.ts';

/** An option list, with the labels that Markdown's lazy continuation drew into its entries. */
export interface ReadOptions {
  options: RawOption[];
  lifted: Lifted[];
}

/** True when an entry of the list carries brackets, or when all carry letters in order, as A, B, C. */
export function isOptionList(list: List): boolean {
  return list.children.some((entry) => typeof entry.checked === 'boolean' || hasMark(entry)) || isLettered(list);
}

function firstWords(entry: ListItem): string {
  const first = entry.children[0];
  const lead = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (first?.type === 'paragraph' && (lead?.type === 'strong' || lead?.type === 'emphasis')) return plainText(first.children.slice(0, 2)).slice(0, 40);
  return lead?.type === 'text' ? lead.value.slice(0, 40).trimStart() : '';
}

function hasMark(entry: ListItem): boolean {
  return hasOptionMark(firstWords(entry));
}

function isLettered(list: List): boolean {
  if (list.children.length < 2) return false;
  return areInOrder(list.children.map((entry) => optionLetter(optionSignAt(firstWords(entry), 0)?.written ?? '')));
}

export function readOptions(list: List, options: RunOptions, text: string): ReadOptions {
  const out: ReadOptions = { options: [], lifted: [] };
  const lettered = isLettered(list);
  for (const entry of list.children) {
    const option = startOption(entry, text);
    out.options.push(option);
    entry.children.forEach((block, i) => readBlock(block, i, { lettered, option, out, options, text }));
    // `blocks` is complete only now: the words of a paragraph may be followed by more.
    option.blocks = option.blocks.filter((block) => block.type !== 'paragraph' || block.children.length > 0);
    const last = option.blocks.at(-1);
    if (last !== undefined) option.at.end = span(last).end;
  }
  return out;
}

function startOption(entry: ListItem, text: string): RawOption {
  const { start, end } = span(entry);
  const base = { letter: null, blocks: [], feedback: [] };
  if (typeof entry.checked === 'boolean') {
    const bracket = text.indexOf('[', start);
    const at = bracket < 0 || bracket >= end ? start : bracket;
    return { ...base, marker: 'square', marked: entry.checked, at: { start: at, end: at + 3 } };
  }
  const first = entry.children[0];
  const at = first === undefined ? { start, end } : { ...span(first) };
  return { ...base, marker: 'bare', marked: false, at };
}

interface Target {
  /** The entries of the list are lettered throughout. */
  lettered: boolean;
  option: RawOption;
  out: ReadOptions;
  options: RunOptions;
  text: string;
}

function readBlock(block: RootContent, index: number, target: Target): void {
  const { option, out } = target;
  if (block.type === 'paragraph') {
    readParagraph(block, index === 0, target);
    return;
  }
  const { node, lifted } = liftLabels(block, target.options, target.text);
  for (const one of lifted) out.lifted.push(one);
  if (node?.type === 'blockquote') for (const one of node.children) option.feedback.push(one);
  else if (node !== null) option.blocks.push(node);
}

function readParagraph(paragraph: Paragraph, first: boolean, { lettered, option, out, options }: Target): void {
  for (const run of cutRuns(paragraph.children, options)) {
    const words = paragraphOf(run.nodes);
    if (run.kind === 'label' && out.lifted.length === 0 && run.label === 'feedback') {
      if (words !== null) option.feedback.push(words);
    } else if (run.kind === 'label') out.lifted.push({ run, swallowed: first });
    else if (run.kind === 'mark' && (option.marker !== 'bare' || !first)) out.options.push(optionOfRun(run));
    else {
      if (first) applyMark(option, run, lettered);
      if (words !== null) option.blocks.push(words);
    }
  }
}

function applyMark(option: RawOption, run: Run, lettered: boolean): void {
  if (run.kind === 'mark' && option.marker === 'bare') Object.assign(option, markOf(run.written), { at: { ...run.at, end: run.value.end } });
  else if (run.kind === 'letter' && option.marker === 'bare') Object.assign(option, { marker: 'letter', letter: optionLetter(run.written), marked: run.starred === true });
  else if (run.kind === 'words' && option.marker === 'bare') applyLetter(option, run, lettered);
}

/** `- B) text`: only the first letter of a paragraph of its own is seen as one, so the others are read here. */
function applyLetter(option: RawOption, run: Run, lettered: boolean): void {
  const first = run.nodes[0];
  const sign = first?.type === 'text' ? optionSignAt(first.value, 0) : null;
  // `(o)` beside `( )` is a slip of the brackets.
  if (first?.type !== 'text' || sign === null || (!lettered && sign.sign.startsWith('('))) return;
  option.marker = 'letter';
  option.letter = optionLetter(sign.written);
  option.marked = sign.starred;
  run.nodes[0] = { ...first, value: first.value.slice(sign.to) };
}

/** An option written as a line of its own, without a bullet. */
export function optionOfRun(run: Run): RawOption {
  const at: Span = { start: run.at.start, end: run.value.end };
  const words = paragraphOf(run.nodes);
  const blocks: Prose = words === null ? [] : [words];
  if (run.kind === 'letter') return { marker: 'letter', letter: optionLetter(run.written), marked: run.starred === true, at, blocks, feedback: [] };
  return { ...markOf(run.written), letter: null, at, blocks, feedback: [] };
}
