/** Puts the pieces of a quiz together into questions (authoring R12, 1.2.3, 1.6 (8) and (15)). */
import type { RootContent } from 'mdast';
import type { Label } from '../../2-parse/label-names.ts';
import type { LessonDocument, SectionNode } from '../../2-parse/document.ts';
import type { Report } from '../report.ts';
import { paragraphOf, plainText, rememberOffsets, type Offsets, type Span } from '../tree.ts';
import { buriedLabels } from './labels.ts';
import { asciiDigits } from '../../../course/digits.ts';
import { nearSetting, preambleLabels } from './near-setting.ts';
import { fromOtherProgram } from './other-programs.ts';
import { fromOpenEdx } from './open-edx.ts';
import { piecesOf, type Piece } from './pieces.ts';
import { letteredAnswers } from './named-options.ts';
import { labelOf, type RawItem, type RawLabel, type RawQuiz } from './raw-item.ts';
import type { Run } from './runs.ts';

interface State {
  quiz: RawQuiz;
  current: RawItem | null;
  /** Where words without a label go: the last label's value, else the prompt. */
  slot: RootContent[] | null;
  /** A heading that becomes a prompt when an answer follows. */
  heading: Extract<Piece, { kind: 'heading' }> | null;
  /** What stands below that heading, or what no question claims; of the latter each row is one report. */
  loose: { node: RootContent; at: Span }[];
  document: LessonDocument;
  report: Report;
  offsets: Offsets;
  /** Questions by number, the first of each; filled when a numbered answer asks for one. */
  numbered: { counted: number; items: Map<string, RawItem> };
  /** Below a question of another program: its options and answers have been told with it. */
  foreign: boolean;
}

/** Their value ends with the line; what follows as a paragraph of its own is no part of it. */
const oneLine = new Set<Label>([
  'id', 'points', 'objective', 'tags', 'difficulty', 'select', 'case', 'scoring', 'shuffle', 'attempts', 'time-limit', 'confidence', 'unit', 'reuse', 'type', 'pass', 'draw',
]);

/** May stand more than once in a question. */
const repeatable = new Set<Label>(['hint', 'tags', 'objective', 'check']);

/** The questions of one quiz section. What belongs to none of them is reported. */
export function readItems(section: SectionNode, document: LessonDocument, report: Report): RawQuiz {
  const offsets = rememberOffsets(document.source);
  const pieces = piecesOf(section.blocks, { offsets, language: document.language, text: document.source.text });
  const state: State = { quiz: { preamble: [], items: [], draws: [], foreign: 0 }, current: null, slot: null, heading: null, loose: [], document, report, offsets, numbered: { counted: 0, items: new Map() }, foreign: false };
  pieces.forEach((piece, i) => read(piece, pieces[i + 1], state));
  closeHeading(state, 0);
  return state.quiz;
}

function read(piece: Piece, next: Piece | undefined, state: State): void {
  if (piece.kind === 'block' && reportOpenEdx(piece.at, state)) return;
  state.foreign &&= piece.kind === 'words' || piece.kind === 'block' || piece.kind === 'option';
  if (state.foreign) return;
  if (piece.kind !== 'words' && piece.kind !== 'block' && state.heading === null) closeLoose(state);
  if (piece.kind === 'start') begin(state, piece.at, piece.number, 'words');
  else if (piece.kind === 'heading') readHeading(piece, state);
  else if (piece.kind === 'label') readLabel(piece, state);
  else if (piece.kind === 'option') readOption(piece, state);
  else if (piece.kind === 'words') readWords(piece, next, state);
  else if (piece.kind === 'divider') state.slot = null;
  else readBlock(piece.node, piece.at, state);
  if (state.current !== null) state.current.at.end = Math.max(state.current.at.end, piece.at.end);
}

function begin(state: State, at: Span, number: string | null, from: RawItem['from']): RawItem {
  const item: RawItem = {
    number: number ?? nextNumber(state.quiz.items),
    at: { ...at },
    prompt: [],
    promptAt: { ...at },
    from,
    labels: [],
    options: [],
  };
  state.quiz.items.push(item);
  state.current = item;
  state.slot = item.prompt;
  // Above a heading's questions they introduce a group.
  closeLoose(state);
  state.heading = null;
  return item;
}

/** A question without a number counts on from the one before it. */
function nextNumber(items: readonly RawItem[]): string {
  const last = Number(asciiDigits(items.at(-1)?.number ?? '0'));
  return String((Number.isNaN(last) ? items.length : last) + 1);
}

function isFresh(item: RawItem | null): item is RawItem {
  return item !== null && item.labels.length === 0 && item.options.length === 0 && (item.prompt.length === 0 || item.from === 'heading');
}

function readHeading(piece: Extract<Piece, { kind: 'heading' }>, state: State): void {
  const { current } = state;
  if (isFresh(current) && current.prompt.length === 0 && current.at.start === piece.at.start) {
    current.from = 'heading';
    setPrompt(current, piece.nodes, piece.at);
    return;
  }
  closeHeading(state, piece.depth);
  state.heading = piece;
  state.current = null;
  state.slot = null;
}

/** A heading with no question below it, nor a deeper heading, asked something that cannot be answered. */
function closeHeading(state: State, depth: number): void {
  const { heading } = state;
  if (heading === null) return closeLoose(state);
  if (depth <= heading.depth || state.loose.length > 0) reportLoose(heading.nodes, heading.at, state.loose.length, state);
  state.heading = null;
  state.loose = [];
}

/** Words in a row that nothing claimed. */
function closeLoose(state: State): void {
  const [first, ...others] = state.loose;
  if (first !== undefined) reportLoose([first.node], first.at, others.length, state);
  state.loose = [];
}

function reportLoose(nodes: readonly RootContent[], at: Span, more: number, { document, report, quiz }: State): void {
  const words = plainText(nodes);
  // HTML and pictures without a description have messages of their own.
  if (words === '') return;
  const setting = quiz.items.length === 0 ? nearSetting(words, document.language) : null;
  if (setting !== null) return report.add('quiz/unknown-label', document.source.place(at.start, at.start + setting.written.length), { label: setting.written, suggestion: setting.meant });
  const short = words.length > 60 ? `${words.slice(0, 60).trimEnd()}…` : words;
  report.add('quiz/unused-text', document.source.place(at.start, at.end), { words: short, more });
}

/** A question in the format of another program, said in our own. */
function reportForeign(at: Span, { document, report, quiz }: State): boolean {
  const words = document.source.text.slice(at.start, at.end);
  const found = fromOtherProgram(words);
  if (found === null) return false;
  quiz.foreign++;
  const line = words.replace(/\s+/gu, ' ');
  report.add('quiz/other-program', document.source.place(at.start, at.end), { words: line.length > 60 ? `${line.slice(0, 60).trimEnd()}…` : line, ...found });
  return true;
}

/** `>>Which?<<` looks like a quotation to Markdown. */
function reportOpenEdx(at: Span, state: State): boolean {
  const { document, report, quiz } = state;
  const words = document.source.text.slice(at.start, at.start + 3000);
  const rewritten = words.startsWith('>>') ? fromOpenEdx(words) : null;
  if (rewritten === null) return false;
  quiz.foreign++;
  Object.assign(state, { foreign: true, current: null, slot: null });
  report.add('quiz/other-program', document.source.place(at.start, at.end), { program: 'Open edX', words: words.split('\n', 1)[0]?.slice(0, 60) ?? '', rewritten });
  return true;
}

/** Words that no label, option or question claims. */
function addLoose(node: RootContent, at: Span, state: State): void {
  state.loose.push({ node, at });
}

function setPrompt(item: RawItem, nodes: Extract<Piece, { kind: 'words' }>['nodes'], at: Span): void {
  const words = paragraphOf(nodes);
  item.prompt.length = 0;
  if (words !== null) item.prompt.push(words);
  item.promptAt = { ...at };
}

/** A heading with options or an answer below it was a question all along. */
function adoptHeading(state: State): RawItem | null {
  const { heading } = state;
  if (heading === null || state.current !== null) return state.current;
  const { loose } = state;
  state.loose = [];
  const item = begin(state, heading.at, null, 'heading');
  setPrompt(item, heading.nodes, heading.at);
  for (const one of loose.map(({ node }) => node)) item.prompt.push(one);
  return item;
}

function readLabel(piece: Extract<Piece, { kind: 'label' }>, state: State): void {
  const { run, label } = piece;
  const { document, report } = state;
  if (run.meant !== null) report.add('quiz/unknown-label', document.source.place(run.at.start, run.at.end), { label: run.written, suggestion: run.meant });
  if (label === 'q') return readQuestion(piece, state);
  const raw = rawLabel(piece);
  if (readDraw(raw, state)) {
    state.slot = null;
    return;
  }
  if (state.current === null && state.heading === null && state.quiz.items.length === 0 && preambleLabels.has(label)) {
    state.quiz.preamble.push(raw);
    state.slot = null;
    return;
  }
  const item = run.number === null ? adoptHeading(state) : numberedItem(run.number, state);
  if (item === null) {
    report.add('quiz/no-question', document.source.place(run.at.start, run.at.end), { label: run.written });
    state.slot = raw.blocks;
    return;
  }
  warnAboutRivals(raw, state);
  if (label === 'a') warnAboutBuried(run, state);
  warnAboutPlace(piece, item, state);
  item.labels.push(raw);
  state.slot = oneLine.has(label) ? null : raw.blocks;
}

/** A draw stands between questions and belongs to none; so does the scoring behind it on its line. */
function readDraw(raw: RawLabel, { quiz, document }: State): boolean {
  const last = quiz.draws.at(-1);
  const sameLine = last !== undefined && !document.source.text.slice(last.label.at.start, raw.at.start).includes('\n');
  if (raw.label === 'scoring' && last !== undefined && sameLine) last.scoring = raw;
  else if (raw.label === 'draw') quiz.draws.push({ label: raw, scoring: null, after: quiz.items.length });
  else return false;
  return true;
}

/** `A3:` answers question 3, wherever it stands: some authors write all answers below all questions. */
function numberedItem(number: string, state: State): RawItem | null {
  const { current, numbered, quiz } = state;
  const digits = asciiDigits(number);
  if (current !== null && asciiDigits(current.number) === digits) return current;
  for (const item of quiz.items.slice(numbered.counted)) if (!numbered.items.has(asciiDigits(item.number))) numbered.items.set(asciiDigits(item.number), item);
  numbered.counted = quiz.items.length;
  const found = numbered.items.get(digits) ?? null;
  if (found !== null) state.current = found;
  return found;
}

function rawLabel({ run, label }: Extract<Piece, { kind: 'label' }>): RawLabel {
  const words = paragraphOf(run.nodes);
  return { label, written: run.written, at: run.at, value: run.value, blocks: words === null ? [] : [words], rivals: run.rivals, ...(run.meant === null ? {} : { misspelt: true }) };
}

function readQuestion(piece: Extract<Piece, { kind: 'label' }>, state: State): void {
  const { run } = piece;
  const fresh = isFresh(state.current) ? state.current : begin(state, run.at, run.number, 'label');
  if (run.number !== null) fresh.number = run.number;
  fresh.from = 'label';
  setPrompt(fresh, run.nodes, run.nodes.length === 0 ? run.at : run.value);
  warnAboutBuried(run, state);
  state.slot = fresh.prompt;
  state.heading = null;
}

function warnAboutRivals(raw: RawLabel, { document, report }: State): void {
  if (raw.rivals === 0) return;
  const place = document.source.place(raw.at.start, raw.at.end);
  report.add('quiz/ambiguous-label', place, { label: raw.written, column: place.start.column });
}

function warnAboutBuried({ nodes }: Run, { document, report, offsets }: State): void {
  for (const node of nodes) {
    if (node.type !== 'text') continue;
    const offset = offsets(node);
    for (const { written, at } of buriedLabels(node.value)) report.add('quiz/buried-label', document.source.place(offset(at), offset(at + written.length)), { label: written });
  }
}

function warnAboutPlace({ run, swallowed }: Extract<Piece, { kind: 'label' }>, item: RawItem, { document, report }: State): void {
  const place = document.source.place(run.at.start, run.at.end);
  if (swallowed && !item.labels.some((l) => l.at.start >= (item.options.at(-1)?.at.start ?? 0))) {
    report.add('quiz/swallowed-label', place, { label: run.written });
  }
  if (run.meant !== null) return;
  const first = item.labels.find((l) => l.label === run.label);
  if (first === undefined || run.label === null || repeatable.has(run.label)) return;
  report.add('quiz/label-twice', place, { question: item.number, label: run.written, line: document.source.point(first.at.start).line });
}

function readOption(piece: Extract<Piece, { kind: 'option' }>, state: State): void {
  const item = adoptHeading(state);
  if (item === null) {
    // One message for the list, not one for each of its options.
    if (state.slot === null || state.slot.length === 0) {
      state.report.add('quiz/no-question', state.document.source.place(piece.at.start, piece.at.end), { label: plainText(piece.option.blocks) });
    }
    state.slot = [...piece.option.blocks];
    return;
  }
  item.options.push(piece.option);
  // Words after the options are no longer part of the prompt; the item keeps them with the last option only if indented there.
  state.slot = null;
}

function isAnswered(item: RawItem): boolean {
  return item.options.length > 0 || item.labels.some((l) => l.label === 'a');
}

function readWords(piece: Extract<Piece, { kind: 'words' }>, next: Piece | undefined, state: State): void {
  const { current } = state;
  if (reportForeign(piece.at, state)) return;
  const gapped = current === null && state.heading === null && /\[\[[^\]\n]+\]\]/.test(plainText(piece.nodes));
  const leads = gapped || next?.kind === 'option' || (next?.kind === 'label' && next.label === 'a');
  if (leads && (current === null || isAnswered(current)) && state.heading === null) {
    setPrompt(begin(state, piece.at, null, 'words'), piece.nodes, piece.at);
    return;
  }
  const item = leads ? adoptHeading(state) : current;
  const words = paragraphOf(piece.nodes);
  if (words === null) return;
  if (item !== null && item.prompt.length === 0 && state.slot === item.prompt) item.promptAt = { ...piece.at };
  if (state.slot === null || isLetterAnswer(state)) addLoose(words, piece.at, state);
  else state.slot.push(words);
}

/** After `Answer: B` the next paragraph is something else. */
function isLetterAnswer({ current, slot }: State): boolean {
  return current !== null && slot === labelOf(current, 'a')?.blocks && slot.length > 0 && current.options.some((o) => o.letter !== null) && letteredAnswers(current).length > 0;
}

function readBlock(node: RootContent, at: Span, state: State): void {
  const item = state.current;
  if (item !== null && item.prompt.length === 0 && state.slot === item.prompt) item.promptAt = { ...at };
  if (state.slot === null) addLoose(node, at, state);
  else state.slot.push(node);
}
