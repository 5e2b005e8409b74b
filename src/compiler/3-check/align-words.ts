/** Which word of one text is which of another: what a script says, and what the captions of its recording say. Pure, nearly linear. */

/** Pairs of positions, both rising. Words that stand in one text only belong to none. */
export type Pair = readonly [left: number, right: number];

/** So many words in a row are a place that can be known again, when they stand in both texts once. */
const RUN = 3;

export function alignWords(left: readonly string[], right: readonly string[]): Pair[] {
  const anchors = [...rising(sharedRuns(left, right)), [left.length, right.length] as const];
  const pairs: Pair[] = [];
  let before: Pair = [0, 0];
  for (const [toLeft, toRight] of anchors) {
    // From the pair before forwards, then from this one backwards: what is left between them differs.
    let [l, r] = before;
    while (l < toLeft && r < toRight && left[l] === right[r]) pairs.push([l++, r++]);
    const back: Pair[] = [];
    let [m, n] = [toLeft, toRight];
    while (m > l && n > r && left[m - 1] === right[n - 1]) back.push([--m, --n]);
    for (const pair of back.reverse()) pairs.push(pair);
    before = [toLeft, toRight];
  }
  return pairs;
}

/** Beginnings of runs that stand once in each text, by their place in the left. */
function sharedRuns(left: readonly string[], right: readonly string[]): Pair[] {
  const there = onceIn(right);
  return [...onceIn(left)].flatMap(([run, at]): Pair[] => {
    const other = there.get(run) ?? null;
    return at === null || other === null ? [] : [[at, other]];
  });
}

/** null for a run that comes again. */
function onceIn(words: readonly string[]): Map<string, number | null> {
  const found = new Map<string, number | null>();
  for (let at = 0; at + RUN <= words.length; at++) {
    const run = words.slice(at, at + RUN).join(' ');
    found.set(run, found.has(run) ? null : at);
  }
  return found;
}

/** The longest choice of pairs that rises on the right as well (patience). */
function rising(pairs: readonly Pair[]): Pair[] {
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  pairs.forEach(([, right], index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < right) low = middle + 1;
      else high = middle;
    }
    before[index] = ends[low - 1];
    ends[low] = index;
  });
  const chosen: Pair[] = [];
  for (let at = ends.at(-1); at !== undefined; at = before[at]) chosen.push(pairs[at] as Pair);
  return chosen.reverse();
}
