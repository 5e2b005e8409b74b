/**
 * Which part of a lesson teaches what a question asks: authors do not say, but they use the same words. Words that stand in
 * few parts weigh most; where no part clearly leads, there is no answer.
 */

export interface TeachingPart {
  id: string;
  title: string;
  text: string;
}

/** How far the best part must be ahead of the second. */
const LEAD = 1.2;
/** Fewer words in common prove nothing. */
const COMMON_WORDS = 2;
const TITLE_WEIGHT = 2;

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];

/** Prepared once for a lesson; linear in its text. */
export function teacherIn(parts: readonly TeachingPart[]): (question: string) => TeachingPart | null {
  const counts = parts.map(({ title, text }) => {
    const count = new Map<string, number>();
    for (const word of words(text)) count.set(word, (count.get(word) ?? 0) + 1);
    for (const word of words(title)) count.set(word, (count.get(word) ?? 0) + TITLE_WEIGHT);
    return count;
  });
  const spread = new Map<string, number>();
  for (const count of counts) for (const word of count.keys()) spread.set(word, (spread.get(word) ?? 0) + 1);
  return (question) => {
    // Words of every part tell nothing.
    const asked = [...new Set(words(question))].filter((word) => (spread.get(word) ?? parts.length) < parts.length);
    const ranked = counts
      .map((count, index) => {
        const shared = asked.filter((word) => count.has(word));
        const weight = (word: string): number => Math.log(parts.length / (spread.get(word) ?? 1)) * (1 + Math.log(count.get(word) ?? 1));
        return { index, shared: shared.length, score: shared.reduce((sum, word) => sum + weight(word), 0) };
      })
      .sort((a, b) => b.score - a.score);
    const [best, second] = ranked;
    const leads = best !== undefined && best.shared >= COMMON_WORDS && best.score >= LEAD * (second?.score ?? 0);
    return leads ? (parts[best.index] ?? null) : null;
  };
}
