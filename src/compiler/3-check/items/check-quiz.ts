/** The questions of a lesson together: what a score would rest on, and what test-wise learners would notice. */
import type { Draw } from '../../../course/course.ts';
import type { QuizRules } from '../../../course/quiz.ts';
import type { Field, SectionNode } from '../../2-parse/document.ts';
import { readShare } from '../../../course/completion.ts';
import { plainText } from '../tree.ts';
import { applyKey, keysBelow, takeKey } from './answer-key.ts';
import { buildItem, type BuiltItem, type UnnamedItem } from './build-item.ts';
import { beginDrawing, type Drawn, type DrawingOptions } from './draws.ts';
import type { ItemContext } from './lesson-context.ts';
import { numbersIn } from './meta.ts';
import { refuse } from './refuse.ts';
import { rulesReader, type RulesReader } from './quiz-rules.ts';
import { labelOf, labelsOf, type RawItem, type RawQuiz } from './raw-item.ts';
import { readItems } from './read-items.ts';

export interface CheckedQuiz {
  items: UnnamedItem[];
  draws: Draw[];
  rules: QuizRules;
  /** Every question written, built or not: the objectives it names, null when it has no `Objective:` at all. */
  asked: (number[] | null)[];
  /** How many questions one learner is asked. */
  count: number;
  /** `Pass: 80%` of each preamble that has it. */
  pass: PassMark[];
  /** Banks that something was drawn from, as `file#name`. */
  drawnBanks: string[];
}

export interface PassMark {
  /** 0..1 */
  share: number;
  at: Field;
}

/** All quiz sections of a lesson. `asked` counts questions whether or not they could be built. */
export function checkQuizzes(sections: readonly SectionNode[], options: DrawingOptions, context: ItemContext): CheckedQuiz {
  const rules = rulesReader(context);
  const drawing = beginDrawing(options);
  const out: CheckedQuiz = { items: [], draws: [], rules: rules.rules(), asked: [], count: 0, pass: [], drawnBanks: [] };
  for (const section of sections) {
    const { section: asked, key } = takeKey(section, context);
    const raw = readItems(asked, context.document, context.report);
    for (const each of [...(key === null ? [] : [key]), ...keysBelow(section, context)]) applyKey(each, raw, context);
    if (raw.items.length === 0 && raw.draws.length === 0 && raw.foreign === 0) context.report.add('quiz/empty', section.place, { title: section.title ?? '' });
    for (const one of readPass(raw, context)) out.pass.push(one);
    const { items, draws } = inOrder(raw, { rules, drawing }, context);
    const written = raw.items.length + draws.reduce((sum, { asked }) => sum + asked.length, 0);
    // A question that could not be built would make the counts wrong, and has its own message.
    if (items.length === written) checkBalance(items, section, context);
    for (const one of items) out.items.push(one);
    for (const one of draws.map(({ draw }) => draw)) out.draws.push(one);
    for (const one of [...raw.items, ...draws.flatMap(({ asked }) => asked)].map((item) => objectivesNamed(item))) out.asked.push(one);
    out.count += raw.items.length + draws.reduce((sum, { draw }) => sum + draw.count, 0);
  }
  rules.checkTime(out.count);
  return { ...out, rules: rules.rules(), drawnBanks: [...drawing.drawn.keys()] };
}

/** What is drawn stands where the draw stands. */
function inOrder(raw: RawQuiz, { rules, drawing }: { rules: RulesReader; drawing: ReturnType<typeof beginDrawing> }, context: ItemContext): { items: BuiltItem[]; draws: Drawn[] } {
  const { scaled, ...defaults } = rules.take(raw.preamble);
  const own: ItemContext = { ...context, ...defaults };
  const items: BuiltItem[] = [];
  const draws: Drawn[] = [];
  for (let index = 0; index <= raw.items.length; index++) {
    for (const draw of raw.draws) {
      if (draw.after !== index) continue;
      const drawn = drawing.read(draw, scaled, own);
      for (const one of drawn) draws.push(one);
      for (const one of drawn.flatMap((one) => one.items)) items.push(one);
    }
    const item = raw.items[index];
    const built = item === undefined ? null : buildItem(item, own);
    if (built !== null) items.push(built);
  }
  return { items, draws };
}

export function objectivesNamed(item: RawItem): number[] | null {
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

function checkBalance(items: readonly BuiltItem[], section: SectionNode, context: ItemContext): void {
  const selfMarked = items.filter(({ item }) => !item.graded).length;
  const graded = items.length - selfMarked;
  if (selfMarked > graded && (graded <= 1 || selfMarked >= items.length * 0.75)) {
    context.report.add('quiz/only-self-marked', section.place, { selfMarked, all: items.length });
  }
  checkLengths(items, section, context);
  checkSquareBrackets(items, context);
}

/** Where some questions take several answers, square brackets with one tick tell that one is right. */
function checkSquareBrackets(items: readonly BuiltItem[], context: ItemContext): void {
  if (!items.some(({ item }) => item.type === 'multiple')) return;
  for (const { item, raw } of items) {
    const open = item.type === 'single' && raw.options[0]?.marker === 'square' && labelOf(raw, 'select') === undefined && labelOf(raw, 'type') === undefined;
    if (open && raw.options.some((option) => option.marked)) context.report.add('quiz/one-checked', item.place, { question: raw.number });
  }
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
