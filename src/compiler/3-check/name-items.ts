/** Gives each question its id and number: the author's, the lock file's, or new ones made of its words (decisions.md, lock file). */
import type { UnnamedItem } from './items/build-item.ts';
import type { Item } from '../../course/item.ts';
import { generatedItemId, shortHash, suggestedId } from './ids.ts';
import { nextKey, type LockedItem, type LockedLesson } from './lock-file.ts';
import type { Report } from './report.ts';
import { wordList } from './words.ts';

interface Naming {
  lessonId: string;
  locked: LockedLesson;
  report: Report;
}

/** Share of words two wordings must have in common to be the same question reworded. */
const alike = 0.5;

/** Sets `item.id` and `item.key`, and brings the lesson's lock up to date. */
export function nameItems(items: readonly UnnamedItem[], naming: Naming): void {
  const { locked } = naming;
  const ids = new Map<UnnamedItem, string>();
  const claimed = new Set<string>();
  const claim = (item: UnnamedItem, id: string): void => {
    ids.set(item, id);
    claimed.add(id);
  };
  for (const item of items) if (item.meta.id !== null) claim(item, ownId(item, item.meta.id, naming.lessonId));
  claimExact(items.filter((item) => !ids.has(item)), locked, claimed, claim);
  claimReworded(items.filter((item) => !ids.has(item)), locked, claimed, claim);
  const tried = new Map<string, number>();
  for (const item of items) if (!ids.has(item)) claim(item, newId(item, naming, { claimed, tried }));
  const known = new Map(locked.items);
  let next = nextKey([...known.values()].map((entry) => entry.key));
  for (const item of items) record(item, ids.get(item) ?? '', known.get(ids.get(item) ?? ''), { ...naming, newKey: () => next++ });
  for (const [id, entry] of locked.items) if (!claimed.has(id) && !entry.retired) locked.items.set(id, { ...entry, retired: true });
}

/** A question from another file's bank has an id of its own in each lesson that draws it. */
function ownId({ fromFile }: UnnamedItem, id: string, lessonId: string): string {
  return fromFile === undefined ? id : suggestedId(`${lessonId}.${id}`);
}

type Claim = (item: UnnamedItem, id: string) => void;

/** Recognises a question by its exact words and type. */
export function hashOf({ item }: UnnamedItem): string {
  return shortHash(`${item.type}\n${item.promptText}`, 16);
}

/** The same words and type: the same question, wherever it stands now. */
function claimExact(items: readonly UnnamedItem[], locked: LockedLesson, claimed: ReadonlySet<string>, claim: Claim): void {
  const byHash = new Map<string, string[]>();
  for (const [id, entry] of locked.items) {
    const list = byHash.get(entry.hash) ?? [];
    list.push(id);
    byHash.set(entry.hash, list);
  }
  for (const item of items) {
    const id = (byHash.get(hashOf(item)) ?? []).find((candidate) => !claimed.has(candidate));
    if (id !== undefined) claim(item, id);
  }
}

interface Pair {
  item: UnnamedItem;
  id: string;
  score: number;
  order: number;
}

/** A reworded question is looked for among this many of the entries most like it. */
const mostCandidates = 10;

function bestFirst(a: Pair, b: Pair): number {
  return b.score - a.score || a.order - b.order || (a.id < b.id ? -1 : 1);
}

/** The best match among what is left, best pairs first. */
function claimReworded(items: readonly UnnamedItem[], locked: LockedLesson, claimed: ReadonlySet<string>, claim: Claim): void {
  const left = [...locked.items].filter(([id, entry]) => !claimed.has(id) && !entry.retired);
  if (left.length === 0 || items.length === 0) return;
  const byWord = new Map<string, number[]>();
  const sizes = left.map(([, entry], i) => {
    const words = new Set(wordList(entry.prompt));
    for (const word of words) {
      const entries = byWord.get(word);
      if (entries === undefined) byWord.set(word, [i]);
      else entries.push(i);
    }
    return words.size;
  });
  const pairs: Pair[] = [];
  items.forEach((item, order) => {
    const words = new Set(wordList(item.item.promptText));
    const common = new Map<number, number>();
    for (const word of words) for (const i of byWord.get(word) ?? []) common.set(i, (common.get(i) ?? 0) + 1);
    const own: Pair[] = [];
    for (const [i, count] of common) {
      const [id, entry] = left[i] ?? [];
      const score = (2 * count) / (words.size + (sizes[i] ?? 0));
      if (id !== undefined && entry?.type === item.item.type && score >= alike) own.push({ item, id, score, order });
    }
    for (const one of own.sort(bestFirst).slice(0, mostCandidates)) pairs.push(one);
  });
  pairs.sort(bestFirst);
  const done = new Set<UnnamedItem>();
  for (const { item, id } of pairs) {
    if (done.has(item) || claimed.has(id)) continue;
    done.add(item);
    claim(item, id);
  }
}

/** What a question holds beside its prompt. */
function innerText(item: Item): string {
  if ('options' in item) return item.options.map(({ text }) => text).join('\n');
  if ('pairs' in item) return [...item.pairs, ...item.targets].map(({ text }) => text).join('\n');
  if ('steps' in item) return item.steps.map(({ text }) => text).join('\n');
  return 'blanks' in item ? JSON.stringify(item.blanks) : '';
}

/**
 * Two questions with the very same words are told apart by what else they hold. `tried` remembers how far the counting
 * went for each wording, so that a thousand copies of one question take no longer than a thousand questions.
 */
function newId(item: UnnamedItem, { lessonId, locked }: Naming, { claimed, tried }: { claimed: ReadonlySet<string>; tried: Map<string, number> }): string {
  const { type, promptText } = item.item;
  const free = (id: string): boolean => !claimed.has(id) && !locked.items.has(id);
  const inner = innerText(item.item);
  const wording = `${type}\n${promptText}\n${inner}`;
  const from = tried.get(wording) ?? 0;
  const base = from === 0 ? generatedItemId(lessonId, type, promptText) : null;
  if (base !== null && free(base)) return base;
  for (let n = from; ; n++) {
    tried.set(wording, n + 1);
    const id = generatedItemId(lessonId, type, `${promptText}\n${inner}${n === 0 ? '' : `\n${n}`}`);
    if (free(id)) return id;
  }
}

function record(unnamed: UnnamedItem, id: string, before: LockedItem | undefined, { locked, report, newKey }: Naming & { newKey: () => number }): void {
  const { item, meta } = unnamed;
  if (before !== undefined && before.type !== item.type) {
    report.add('id/type-changed', meta.idPlace, { id, was: before.type, now: item.type });
  }
  // Saved answers are stored under the number, and those of another type could not be read.
  const key = before?.type === item.type ? before.key : newKey();
  item.id = id;
  item.key = key;
  locked.items.set(id, { key, type: item.type, hash: hashOf(unnamed), prompt: item.promptText, retired: false });
}
