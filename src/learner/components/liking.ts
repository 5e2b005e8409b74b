/** How the learner likes slides to be played, as this browser keeps it. */

const SPEEDS = [0.75, 1, 1.25, 1.5, 2];

/** What can be chosen, with the speed that a lesson asks for. */
export function speedsWith(rate: number): number[] {
  return [...new Set([...SPEEDS, rate])].sort((a, b) => a - b);
}

/** Where this browser keeps it. */
const KEPT = 'lectern-watch';

export interface Liking {
  /** null: as the lesson says. */
  rate: number | null;
  /** null: as the kind of voice suggests. */
  captions: boolean | null;
  goesOn: boolean;
  voice: string | null;
  keys: boolean;
  /** null: as the LMS says, else on. Not kept: every visit begins as the LMS says. */
  sound: boolean | null;
}

const USUAL: Liking = { rate: null, captions: null, goesOn: false, voice: null, keys: true, sound: null };

/** Storage may be denied: then the liking lasts as long as the page. */
export function keepLiking(liking: Liking): void {
  try {
    localStorage.setItem(KEPT, JSON.stringify({ ...liking, sound: null }));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

/** Total: what is not understood is as usual. */
export function keptLiking(): Liking {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '{}');
    if (typeof found !== 'object' || found === null) return USUAL;
    const read = (name: string): unknown => Reflect.get(found, name);
    const [rate, captions, voice] = [read('rate'), read('captions'), read('voice')];
    return {
      rate: typeof rate === 'number' && rate >= 0.5 && rate <= 2 ? rate : USUAL.rate,
      captions: typeof captions === 'boolean' ? captions : null,
      goesOn: read('goesOn') === true,
      voice: typeof voice === 'string' ? voice : null,
      keys: read('keys') !== false,
      sound: USUAL.sound,
    };
  } catch (error) {
    if (!(error instanceof DOMException || error instanceof SyntaxError)) throw error;
    return USUAL;
  }
}
