/** Did-you-mean: the candidate that differs from a word by the fewest typing mistakes. */

/** Number of letters changed, added, dropped or swapped with their neighbour; stops counting once it exceeds `limit`. */
export function typingDistance(a: string, b: string, limit: number): number {
  const far = limit + 1;
  if (Math.abs(a.length - b.length) > limit || lettersApart(a, b) > limit) return far;
  const width = b.length + 1;
  let beforeLast = new Array<number>(width).fill(far);
  let last = Array.from({ length: width }, (_, j) => j);
  let row = new Array<number>(width).fill(far);
  for (let i = 1; i <= a.length; i++) {
    // What is further from the diagonal than the limit is too far in any case.
    const from = Math.max(1, i - limit);
    const to = Math.min(b.length, i + limit);
    row[from - 1] = from === 1 ? i : far;
    let least = row[from - 1] ?? far;
    for (let j = from; j <= to; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min((last[j] ?? far) + 1, (row[j - 1] ?? far) + 1, (last[j - 1] ?? far) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)) cost = Math.min(cost, (beforeLast[j - 2] ?? far) + 1);
      row[j] = cost;
      least = Math.min(least, cost);
    }
    if (to < b.length) row[to + 1] = far;
    if (least > limit) return far;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return Math.min(last[b.length] ?? far, far);
}

/** Letters of `a` that `b` has nowhere, and the other way round: a mistake mends one of each at most. Tells most words apart at once. */
function lettersApart(a: string, b: string): number {
  const [mine, theirs] = [letterSet(a), letterSet(b)];
  return Math.max(bits(mine & ~theirs), bits(theirs & ~mine));
}

/** One of 32 bits for each letter; letters that share a bit only seem nearer than they are. */
function letterSet(word: string): number {
  let set = 0;
  for (let i = 0; i < word.length; i++) set |= 1 << (word.charCodeAt(i) & 31);
  return set;
}

function bits(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Words longer than this are never compared: nobody misspells a paragraph, and comparing costs length times length. */
const LONGEST = 100;

/** The nearest candidate within a third of the word's letters (at least one, at most three); case is ignored. Null when none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  if (word.length > LONGEST) return null;
  const limit = Math.min(3, Math.max(1, Math.floor(word.length / 3)));
  let best: string | null = null;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (candidate.length > LONGEST) continue;
    const distance = typingDistance(word.toLowerCase(), candidate.toLowerCase(), limit);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}
