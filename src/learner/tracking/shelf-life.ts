/**
 * How long this browser keeps what nobody comes for: its learner has another computer, or left. Plain storage knows no times, so a visit that
 * finds what is not its own notes when. An own visit comes before the end, however late it is: what it finds it can still deliver.
 */

/** Milliseconds. */
export const KEPT_FOR = 180 * 24 * 3_600_000;

/** As much of the browser's storage as is used; every access may throw. */
type Shelf = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

/** `name` begins the keys of one kind of things; `own` is told the rest of a key, and says whether this visit comes for it. */
export function forgetUnvisited(name: string, own: (rest: string) => boolean, shelf: () => Shelf): void {
  try {
    const kept = shelf();
    const now = Date.now();
    const noted = `${name}: seen`;
    const seen = readSeen(kept.getItem(noted));
    const keys = Array.from({ length: kept.length }, (_, index) => kept.key(index) ?? '').filter((key) => key.startsWith(`${name} `));
    const left = new Map<string, number>();
    for (const key of keys) {
      const rest = key.slice(name.length + 1);
      if (own(rest)) continue;
      // A clock that was ahead does not make anything live longer.
      const since = Math.min(now, seen.get(rest) ?? now);
      if (now - since > KEPT_FOR) kept.removeItem(key);
      else left.set(rest, since);
    }
    if (left.size > 0) kept.setItem(noted, JSON.stringify([...left]));
    else if (seen.size > 0) kept.removeItem(noted);
  } catch {
    // Forbidden or full: nothing is kept here, or it stays a little longer.
  }
}

/** Damaged text is nothing. */
function readSeen(text: string | null): Map<string, number> {
  try {
    const read: unknown = JSON.parse(text ?? '[]');
    return new Map(Array.isArray(read) ? read.filter((each): each is [string, number] => Array.isArray(each) && typeof each[0] === 'string' && typeof each[1] === 'number') : []);
  } catch (error) {
    if (error instanceof SyntaxError) return new Map();
    throw error;
  }
}
