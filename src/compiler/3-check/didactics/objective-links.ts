/** Questions that name no objective, and which one each seems to fit by its words (authoring 1.6, 21). */
import type { Item } from '../../../course/item.ts';
import type { FoundObjective } from '../objectives.ts';
import type { Report } from '../report.ts';
import { plainText } from '../tree.ts';
import { wordList } from '../words.ts';

/** Of questions among which some name an objective, those that do not. */
export function checkObjectiveLinks(objectives: readonly FoundObjective[], items: readonly Item[], report: Report): void {
  const asking = asked(items);
  const silent = asking.filter((item) => item.objectives.length === 0);
  if (objectives.length === 0 || silent.length === asking.length) return;
  for (const item of silent) report.add('objective/item-unlinked', item.place, { prompt: item.promptText.slice(0, 60), others: asking.length - silent.length });
}

/** A guess, to begin with: numbers of the questions whose words fit each objective; null where too few fit any. */
export function suggestedLinks(objectives: readonly FoundObjective[], items: readonly Item[]): number[][] | null {
  const asking = asked(items);
  if (objectives.length < 2 || asking.length === 0) return null;
  const stems = objectives.map(({ text }) => stemsOf(text));
  const fits = objectives.map((_, n) => asking.flatMap((item, i) => (bestOf(stems, stemsOf(wordsOf(item))) === n ? [i + 1] : [])));
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
function bestOf(objectives: readonly ReadonlySet<string>[], question: ReadonlySet<string>): number | null {
  const scores = objectives.map((stems) => {
    let score = 0;
    for (const stem of stems) if (question.has(stem)) score += 1 / objectives.filter((other) => other.has(stem)).length;
    return score;
  });
  const most = Math.max(...scores);
  const best = scores.indexOf(most);
  return most >= 1 && scores.filter((score) => score === most).length === 1 ? best : null;
}
