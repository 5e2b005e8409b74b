/** The questions of a lesson together: what a score would rest on, and what test-wise learners would notice. */
import type { Field, SectionNode } from '../../2-parse/document.ts';
import { readShare } from '../../../course/completion.ts';
import { plainText } from '../tree.ts';
import { buildItem, type BuiltItem, type UnnamedItem } from './build-item.ts';
import type { ItemContext } from './lesson-context.ts';
import { numbersIn, readShuffle, refuse } from './meta.ts';
import { labelsOf, type RawItem, type RawQuiz } from './raw-item.ts';
import { readItems } from './read-items.ts';
import { checkUnusedOfQuiz } from './unused-labels.ts';

export interface CheckedQuiz {
  items: UnnamedItem[];
  /** Every question written, built or not: the objectives it names, null when it has no `Objective:` at all. */
  asked: (number[] | null)[];
  /** `Pass: 80%` of each preamble that has it. */
  pass: PassMark[];
}

export interface PassMark {
  /** 0..1 */
  share: number;
  at: Field;
}

/** All quiz sections of a lesson. `asked` counts questions whether or not they could be built. */
export function checkQuizzes(sections: readonly SectionNode[], context: ItemContext): CheckedQuiz {
  const out: CheckedQuiz = { items: [], asked: [], pass: [] };
  for (const section of sections) {
    const raw = readItems(section, context.document, context.report);
    const own = { ...context, shuffle: readShuffle(raw.preamble.find((l) => l.label === 'shuffle'), context) ?? context.shuffle };
    if (raw.items.length === 0) context.report.add('quiz/empty', section.place, { title: section.title ?? '' });
    out.pass.push(...readPass(raw, context));
    refuseDraw(raw, context);
    checkUnusedOfQuiz(raw, context);
    const items = raw.items.map((item) => buildItem(item, own)).filter((item) => item !== null);
    // A question that could not be built would make the counts wrong, and has its own message.
    if (items.length === raw.items.length) checkBalance(items, section, context);
    out.items.push(...items.map(({ item, meta }) => ({ item, meta })));
    out.asked.push(...raw.items.map((item) => objectivesNamed(item)));
  }
  return out;
}

function objectivesNamed(item: RawItem): number[] | null {
  const labels = labelsOf(item, 'objective');
  return labels.length === 0 ? null : labels.flatMap((label) => numbersIn(plainText(label.blocks)));
}

function readPass(raw: RawQuiz, context: ItemContext): PassMark[] {
  const label = raw.preamble.find((l) => l.label === 'pass');
  if (label === undefined) return [];
  const value = plainText(label.blocks);
  const share = readShare(value.replace(/[.。]$/, '')) ?? refuse(label, '80%', context);
  return share === null ? [] : [{ share, at: { value, place: context.place(label.value), from: 'prose' } }];
}

function refuseDraw(raw: RawQuiz, context: ItemContext): void {
  const drawn = [...raw.preamble, ...raw.items.flatMap((item) => item.labels)].filter((l) => l.label === 'draw');
  for (const label of drawn) {
    context.report.add('quiz/not-yet', context.place(label.at), { subject: `“${label.written} ${plainText(label.blocks)}” draws questions from a bank` });
  }
}

function checkBalance(items: readonly BuiltItem[], section: SectionNode, context: ItemContext): void {
  const selfMarked = items.filter(({ item }) => !item.graded).length;
  const graded = items.length - selfMarked;
  if (selfMarked > graded && (graded <= 1 || selfMarked >= items.length * 0.75)) {
    context.report.add('quiz/only-self-marked', section.place, { selfMarked, all: items.length });
  }
  checkLengths(items, section, context);
}

function checkLengths(items: readonly BuiltItem[], section: SectionNode, context: ItemContext): void {
  let all = 0;
  let longest = 0;
  for (const { item } of items) {
    if (item.type !== 'single' || item.options.length < 3) continue;
    all++;
    const right = item.options.find((o) => o.correct)?.text.length ?? 0;
    if (item.options.every((o) => o.correct || o.text.length < right)) longest++;
  }
  if (all >= 4 && longest >= all * 0.75) context.report.add('quiz/longest-is-right', section.place, { longest, all });
}
