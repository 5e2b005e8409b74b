/** Questions that name no objective, and which one each seems to fit by its words (authoring 1.6, 21). */
import type { Item } from '../../../course/item.ts';
import type { FoundObjective } from '../objectives.ts';
import type { Report } from '../report.ts';
import { plainText } from '../tree.ts';
import { wordList } from '../words.ts';

/** Of questions among which some name an objective, those that do not: one message, at the first of them. */
export function checkObjectiveLinks(objectives: readonly FoundObjective[], items: readonly Item[], report: Report): void {
  const asking = asked(items);
  const silent = asking.filter((item) => item.objectives.length === 0);
  if (objectives.length === 0 || silent.length === asking.length) return;
  const [first] = silent;
  if (first === undefined) return;
  const without = new Set(silent);
  const questions = items.flatMap((item, i) => (without.has(item) ? [i + 1] : []));
  report.add('objective/item-unlinked', first.place, { prompt: shortened(first.promptText), questions, others: asking.length - silent.length });
}

function shortened(words: string): string {
  return words.length > 60 ? `${words.slice(0, 60).trimEnd()}…` : words;
}

/** Nobody reads a longer list of guesses. */
const mostObjectives = 20;
const mostItems = 60;

/** A guess, to begin with: numbers of the questions whose words fit each objective; null where too few fit any. */
export function suggestedLinks(objectives: readonly FoundObjective[], items: readonly Item[]): number[][] | null {
  const asking = asked(items);
  if (objectives.length < 2 || objectives.length > mostObjectives || asking.length === 0 || asking.length > mostItems) return null;
  const users = new Map<string, number[]>();
  objectives.forEach(({ text }, n) => {
    for (const stem of stemsOf(text)) users.set(stem, [...(users.get(stem) ?? []), n]);
  });
  const fits = objectives.map((): number[] => []);
  asking.forEach((item, i) => {
    const best = bestOf(users, stemsOf(wordsOf(item)));
    if (best !== null) fits[best]?.push(i + 1);
  });
  const placed = fits.reduce((sum, questions) => sum + questions.length, 0);
  // Where most questions fit nowhere, the few that do say little.
  return placed * 2 < asking.length ? null : fits;
}

/** An opinion tests nothing. */
function asked(items: readonly Item[]): Item[] {
  return items.filter((item) => item.type !== 'likert');
}

function wordsOf(item: Item): string {
  return [item.promptText, item.why === null ? '' : plainText(item.why), item.type === 'short-answer' ? item.modelText : ''].join(' ');
}

/** Long enough to carry meaning, cut where endings begin. */
const shortest = 4;
const stemLength = 6;
/** Words of objectives themselves, and those that every text has. */
const empty = new Set('describe explain define name list compare choose identify distinguish difference between with that what when which from into each they them their there this these those will have does used using learner lesson about why how nennen beschreiben erklären unterscheiden zwischen eine einen einer welche diese dieser werden können'.split(' ').map((word) => word.slice(0, stemLength)));

function stemsOf(text: string): Set<string> {
  return new Set(wordList(text).filter((word) => word.length >= shortest).map((word) => word.slice(0, stemLength)).filter((stem) => !empty.has(stem)));
}

/** The objective that shares most words with a question, words of several objectives counting less; null when none stands out. */
function bestOf(users: ReadonlyMap<string, readonly number[]>, question: ReadonlySet<string>): number | null {
  const scores = new Map<number, number>();
  for (const stem of question) {
    const sharing = users.get(stem) ?? [];
    for (const n of sharing) scores.set(n, (scores.get(n) ?? 0) + 1 / sharing.length);
  }
  const most = Math.max(0, ...scores.values());
  const best = [...scores].filter(([, score]) => score === most).map(([n]) => n);
  return most >= 1 && best.length === 1 ? (best[0] ?? null) : null;
}
