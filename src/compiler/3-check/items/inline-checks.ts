/** Questions in the middle of the reading text: a `Q:` with its answer is asked where it stands, for practice (authoring 1.6 (8)). */
import type { Paragraph, RootContent } from 'mdast';
import type { SectionRole } from '../../../course/course.ts';
import type { SectionNode } from '../../2-parse/document.ts';
import type { Label } from '../../2-parse/label-names.ts';
import { plainText, rememberOffsets } from '../tree.ts';
import { countWords } from '../words.ts';
import { buildItem, type BuiltItem } from './build-item.ts';
import type { ItemContext } from './lesson-context.ts';
import { isOptionList } from './options.ts';
import { listLabels } from './pieces.ts';
import { labelOf, type RawItem } from './raw-item.ts';
import { readItems } from './read-items.ts';
import { cutRuns, type Run, type RunOptions } from './runs.ts';
import { asksSomething } from '../outside-quiz.ts';

const readingRoles = new Set<SectionRole>(['primer', 'content', 'example']);

export interface InlineChecks {
  items: BuiltItem[];
  /** Every question found, built or not. */
  asked: RawItem[];
}

/** `sections` is changed in place: where a question stood, a node of its own names its item, counted from `first`. */
export function takeInlineChecks(sections: readonly SectionNode[], first: number, context: ItemContext): InlineChecks {
  const out: InlineChecks = { items: [], asked: [] };
  const options: RunOptions = { offsets: rememberOffsets(context.document.source), language: context.document.language, text: context.document.source.text };
  for (const section of sections) {
    if (!readingRoles.has(section.role) || !asksSomething(section, context.document)) continue;
    const before = out.asked.length;
    section.blocks = withoutQuestions(section, { options, first, out, context });
    const found = out.asked.slice(before);
    const [one] = found;
    if (one === undefined) continue;
    // A section of nothing but questions was most likely meant to be a quiz.
    const alone = section.blocks.every((block) => block.type === 'check' || block.type === 'heading');
    const place = context.place(one.promptAt);
    if (alone) context.report.add('quiz/outside-quiz', place, { label: 'Q: …', more: found.length - 1, asked: true });
    else context.report.add('quiz/inline-check', place, { question: plainText(one.prompt).slice(0, 60), more: found.length - 1 });
  }
  return out;
}

interface Taking {
  options: RunOptions;
  first: number;
  out: InlineChecks;
  context: ItemContext;
}

function withoutQuestions(section: SectionNode, { options, first, out, context }: Taking): RootContent[] {
  const blocks: RootContent[] = [];
  for (let at = 0; at < section.blocks.length; ) {
    const end = endOfQuestion(section.blocks, at, options);
    const block = section.blocks[at];
    if (end === at && block !== undefined) blocks.push(block);
    if (end > at) {
      const raw = readItems({ ...section, blocks: section.blocks.slice(at, end) }, context.document, context.report);
      for (const item of raw.items) {
        out.asked.push(item);
        const built = buildItem(item, context);
        if (built === null) continue;
        blocks.push({ type: 'check', item: first + out.items.length });
        out.items.push(forPractice(built));
      }
    }
    at = Math.max(end, at + 1);
  }
  return blocks;
}

/** Practice, unless the author says how many points it is worth. */
function forPractice(built: BuiltItem): BuiltItem {
  const { item, raw, meta } = built;
  if (labelOf(raw, 'points') !== undefined || !item.graded) return built;
  item.graded = false;
  item.points = 0;
  item.attempts = meta.attempts ?? 0;
  return built;
}

/** Index behind the last block of the question that begins at `at`; `at` itself when none does, or nothing answers it. */
function endOfQuestion(blocks: readonly RootContent[], at: number, options: RunOptions): number {
  const first = blocks[at];
  const opening = first === undefined ? [] : labelsOf(first, options);
  if (opening[0]?.label !== 'q' || opening[0].meant !== null) return at;
  let answered = opening.some(isAnswer) || hasGap(first);
  let shaped = endsInShape(opening);
  let end = at + 1;
  for (let next = end; next < blocks.length; next++) {
    const block = blocks[next];
    if (block === undefined || block.type === 'heading' || block.type === 'thematicBreak') break;
    const labels = labelsOf(block, options);
    // The next question is looked at by itself.
    if (labels[0]?.label === 'q') break;
    const options_ = isOptions(block, options);
    const belongs = labels.length > 0 || options_ || shaped;
    // Code, a picture or a list may stand between a question and its answer.
    if (!belongs && (answered || block.type === 'paragraph' || next > end)) break;
    if (!belongs) continue;
    answered ||= options_ || labels.some(isAnswer);
    shaped = endsInShape(labels);
    end = next + 1;
  }
  return answered && (isQuestion(opening[0]) || opening.length > 1 || end > at + 1) && asksEnough(opening[0], blocks.slice(at, end), options) ? end : at;
}

/** `Q: heat` and `A: area` in a formula's legend are letters. */
function asksEnough(question: Run, group: readonly RootContent[], options: RunOptions): boolean {
  return isQuestion(question) || group.some((block) => isOptions(block, options) || labelsOf(block, options).some(({ label }) => label !== null && listLabels.has(label)));
}

function isQuestion({ nodes }: Run): boolean {
  const words = plainText(nodes);
  return /[?？؟]|\[\[/u.test(words) || countWords(words) > 3;
}

const answers: ReadonlySet<Label> = new Set<Label>(['a', 'number', 'rate', 'discuss', 'match', 'order', 'sort', 'options', 'hotspot']);

function isAnswer({ label, meant }: Run): boolean {
  return meant === null && label !== null && answers.has(label);
}

function endsInShape(labels: readonly Run[]): boolean {
  const last = labels.at(-1);
  return last?.label != null && listLabels.has(last.label) && last.nodes.length === 0;
}

function hasGap(block: RootContent | undefined): boolean {
  return block !== undefined && plainText([block]).includes('[[');
}

/** Labels that begin the block: of a paragraph, or of the first paragraph of each entry of a list. */
function labelsOf(block: RootContent, options: RunOptions): Run[] {
  if (block.type === 'paragraph') return labelsIn(block, options);
  if (block.type !== 'list' || isOptionList(block)) return [];
  const [entry] = block.children;
  const lead = entry?.children[0];
  const first = lead?.type === 'paragraph' ? labelsIn(lead, options) : [];
  if (first[0]?.label === undefined || first.length === 0) return [];
  return block.children.flatMap((item) => item.children.flatMap((child) => (child.type === 'paragraph' ? labelsIn(child, options) : isOptions(child, options) ? [optionsRun] : [])));
}

/** Stands for the options of a question that is an entry of a list. */
const optionsRun: Run = { kind: 'label', at: { start: 0, end: 0 }, value: { start: 0, end: 0 }, nodes: [], label: 'a', written: '', number: null, meant: null, rivals: 0 };

function labelsIn(paragraph: Paragraph, options: RunOptions): Run[] {
  const runs = cutRuns(paragraph.children, options);
  return runs[0]?.kind === 'label' ? runs.filter(({ kind }) => kind === 'label') : [];
}

function isOptions(block: RootContent, options: RunOptions): boolean {
  if (block.type === 'list') return isOptionList(block);
  if (block.type !== 'paragraph') return false;
  const [first] = cutRuns(block.children, options);
  return first?.kind === 'mark' || first?.kind === 'letter';
}
