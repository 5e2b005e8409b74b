/** Draws: `Draw: 3 from #gradients` asks each learner three questions of a bank, also of one in another file (authoring 1.2.3, 1.6 (14)). */
import type { Draw } from '../../../course/course.ts';
import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { LessonDocument } from '../../2-parse/document.ts';
import { resolvePath } from '../course-path.ts';
import { plainText } from '../tree.ts';
import { findBank, type Bank } from './banks.ts';
import { buildItem, type BuiltItem } from './build-item.ts';
import type { ItemContext } from './lesson-context.ts';
import { asciiDigits } from '../../../course/digits.ts';
import { nonEmpty } from './refuse.ts';
import type { RawDraw, RawItem, RawLabel } from './raw-item.ts';
import { readItems } from './read-items.ts';
import { scoringOf } from './scoring.ts';
import { checkUnusedOfBank } from './unused-labels.ts';

export interface DrawingOptions {
  /** Of the lesson itself. */
  banks: readonly Bank[];
  /** The banks of another file; null when it cannot be read, which is then reported. */
  banksOf(path: string, written: Place): readonly Bank[] | null;
}

/** A bank whose questions are drawn, with its questions. */
export interface Drawn {
  draw: Draw;
  /** Every question written in it. */
  asked: RawItem[];
  items: BuiltItem[];
}

export interface Drawing {
  read(raw: RawDraw, scaled: boolean, context: ItemContext): Drawn[];
  /** All that was drawn so far, with the line of each. */
  drawn: ReadonlyMap<string, number>;
}

/** One for each lesson: no bank is drawn from twice in it. */
export function beginDrawing(options: DrawingOptions): Drawing {
  const drawn = new Map<string, number>();
  return {
    drawn,
    read: ({ label, scoring }, scaled, context) => {
      const found = drawsIn(label, options, context);
      if (found.length === 0) refuseShape(label, options, context);
      return found.flatMap(({ count, bank, file }) => {
        const place = context.place(label.value);
        const first = drawn.get(keyOf(bank, file, context.document));
        if (first !== undefined) {
          context.report.add('quiz/draw-twice', place, { bank, line: first });
          return [];
        }
        drawn.set(keyOf(bank, file, context.document), place.start.line);
        const found = openBank({ bank, file }, place, options, context);
        return found === null ? [] : drawnFrom(found, { count, label, scaled: scaled || isScaled(scoring, context) }, context);
      });
    },
  };
}

function keyOf(bank: string, file: string | null, { source }: LessonDocument): string {
  return `${file === null ? source.file : (resolvePath(source.file, file) ?? file)}#${bank}`;
}

interface Wanted {
  count: number;
  bank: string;
  /** As written; null = the lesson itself. */
  file: string | null;
}

const wanted = /(\p{Nd}{1,4})[^\p{Nd}#]{0,60}?(?:([^\s()[\]<>#,;]+)?#)([\p{L}\p{N}][\p{L}\p{N}_.-]{0,63})/gu;

/** `3 from #a, 2 from ../bank.md#b`. A number alone means the only bank there is. */
function drawsIn(label: RawLabel, { banks }: DrawingOptions, { document }: ItemContext): Wanted[] {
  const { start, end } = label.value;
  const text = document.source.text.slice(start, Math.min(end, start + 400));
  const found = [...text.matchAll(wanted)].map(([, count, file, bank = '']): Wanted => ({ count: Number(asciiDigits(count ?? '0')), bank: bank.replace(/\.$/, ''), file: file ?? null }));
  const [only, ...others] = banks;
  const alone = /^\p{Nd}{1,4}$/u.exec(text.trim())?.[0];
  if (found.length === 0 && alone !== undefined && only !== undefined && others.length === 0) return [{ count: Number(asciiDigits(alone)), bank: only.name, file: null }];
  return found.filter(({ count }) => count > 0);
}

function refuseShape(label: RawLabel, { banks }: DrawingOptions, context: ItemContext): void {
  context.report.add('quiz/draw-shape', context.place(nonEmpty(label)), { value: plainText(label.blocks), bank: banks[0]?.name ?? 'gradients' });
}

function openBank({ bank: name, file }: Pick<Wanted, 'bank' | 'file'>, place: Place, options: DrawingOptions, context: ItemContext): Bank | null {
  const { report, document } = context;
  const path = file === null ? document.source.file : resolvePath(document.source.file, file);
  if (path === null) {
    report.add('path/outside', place, { path: file ?? '' });
    return null;
  }
  const banks = path === document.source.file ? options.banks : options.banksOf(path, place);
  if (banks === null) return null;
  const { bank, near } = findBank(name, banks);
  if (bank === null) report.add('quiz/draw-bank', place, { bank: name, file: file ?? 'this lesson', near });
  return bank;
}

function isScaled(scoring: RawLabel | null, context: ItemContext): boolean {
  if (scoring === null) return false;
  const found = scoringOf(scoring);
  if (found !== 'scaled') context.report.add('quiz/value', context.place(nonEmpty(scoring)), { label: scoring.written, value: plainText(scoring.blocks), choices: 'scaled' });
  return found === 'scaled';
}

function drawnFrom(bank: Bank, { count, label, scaled }: { count: number; label: RawLabel; scaled: boolean }, context: ItemContext): Drawn[] {
  const { source } = bank.document;
  const own: ItemContext = { ...context, document: bank.document, place: (at) => source.place(at.start, Math.max(at.end, at.start + 1)) };
  const raw = readItems({ role: 'quiz', known: true, title: bank.name, place: bank.place, blocks: bank.blocks }, bank.document, context.report);
  checkUnusedOfBank(raw, own);
  const items = raw.items.map((item) => buildItem(item, own)).filter((item) => item !== null);
  if (raw.items.length === 0) context.report.add('quiz/empty', bank.place, { title: bank.name });
  else if (count > raw.items.length) context.report.add('quiz/draw-too-many', context.place(label.value), { value: `${label.written} ${plainText(label.blocks)}`, bank: bank.name, holds: raw.items.length });
  evenPoints(bank, items, scaled, own);
  const key = `${source.file}#${bank.name}`;
  for (const built of items) {
    built.item.bank = key;
    // Two lessons may draw from one file, and results are stored under the id.
    if (bank.document !== context.document) built.fromFile = source.file;
  }
  return [{ draw: { bank: key, count }, asked: raw.items, items }];
}

/** What is drawn must not decide how many points there are. */
function evenPoints(bank: Bank, items: readonly BuiltItem[], scaled: boolean, context: ItemContext): void {
  const graded = items.filter(({ item }) => item.graded);
  const [first] = items;
  const points = (one: BuiltItem): number => (one.item.graded ? one.item.points : 0);
  if (scaled && graded.length === items.length) {
    const mean = graded.reduce((sum, { item }) => sum + item.points, 0) / Math.max(1, graded.length);
    for (const { item } of graded) item.points = Math.round(mean * 1e4) / 1e4;
    return;
  }
  const odd = items.find((one) => first !== undefined && points(one) !== points(first));
  if (odd === undefined || first === undefined) return;
  context.report.add('quiz/draw-points', odd.item.place, { bank: bank.name, question: odd.raw.number, points: points(odd), others: points(first) });
}
