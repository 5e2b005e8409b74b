/** A number for each line that stays the same while other lines come and go: how GitHub recognises an old alert in a changed file. */

/** Characters that count: so many from the start of the line on, white space inside the lines left out. */
const WINDOW = 100;
const BASE = 37n;
/** Stands for the end of the file. */
const END = 65_535;

/**
 * `<hash>:<occurrence>` for each line, line 1 first: the value that GitHub's own upload step computes for
 * `primaryLocationLineHash`, so that the two never disagree. Linear.
 */
export function lineHashes(text: string): string[] {
  const { codes, starts } = countedCharacters(text);
  const met = new Map<string, number>();
  return starts.map((start) => {
    let hash = 0n;
    for (let i = start; i < start + WINDOW; i++) hash = BigInt.asUintN(64, hash * BASE + BigInt(codes[i] ?? 0));
    const hex = hash.toString(16);
    const count = (met.get(hex) ?? 0) + 1;
    met.set(hex, count);
    return `${hex}:${count}`;
  });
}

/** Without spaces and tabs, every line end one line feed; and where in that each line begins. */
function countedCharacters(text: string): { codes: number[]; starts: number[] } {
  const codes: number[] = [];
  const starts: number[] = [];
  let lineStart = true;
  let afterReturn = false;
  const add = (code: number): void => {
    if (lineStart) starts.push(codes.length);
    lineStart = code === 10;
    codes.push(code);
  };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const skipped: boolean = code === 32 || code === 9 || (afterReturn && code === 10);
    afterReturn = !skipped && code === 13;
    if (!skipped) add(afterReturn ? 10 : code);
  }
  add(END);
  return { codes, starts };
}
