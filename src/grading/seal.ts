/**
 * Seals what would give an answer away, so that it cannot simply be read in the package's files. A hurdle, not secrecy:
 * whoever runs the page holds the key. Letters are exchanged, not scrambled by position, because sealed text must still
 * compress as well as prose does (docs/decisions/0003). Pure, without WebCrypto: many LMSs are served over plain http.
 */
import { fnv } from './fnv.ts';

const FIRST = 0x20;
const PRINTABLE = 95;

interface Alphabet {
  /** For each printable ASCII character, the one that stands for it. */
  forward: number[];
  backward: number[];
  /** Flips the low six bits of everything beyond ASCII: scripts stay in their blocks, surrogate pairs stay pairs. */
  mask: number;
}

/** Fisher–Yates with mulberry32; the same key gives the same alphabet everywhere. */
function alphabet(key: string): Alphabet {
  let state = fnv(key);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
  const forward = Array.from({ length: PRINTABLE }, (_, i) => i);
  for (let i = PRINTABLE - 1; i > 0; i--) {
    const j = next() % (i + 1);
    const swapped = forward[i] ?? 0;
    forward[i] = forward[j] ?? 0;
    forward[j] = swapped;
  }
  const backward = [...forward];
  forward.forEach((to, from) => (backward[to] = from));
  return { forward, backward, mask: 1 + (next() % 63) };
}

function exchange(text: string, table: number[], mask: number): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const to = table[unit - FIRST];
    out += String.fromCharCode(to === undefined ? (unit < 0x80 ? unit : unit ^ mask) : FIRST + to);
  }
  return out;
}

/** Same length as `text`; well-formed when `text` is. */
export function seal(text: string, key: string): string {
  const { forward, mask } = alphabet(key);
  return exchange(text, forward, mask);
}

/** Opens what `seal` made with the same key. */
export function unseal(sealed: string, key: string): string {
  const { backward, mask } = alphabet(key);
  return exchange(sealed, backward, mask);
}

/** The key both sides derive: it depends on the course alone, not on chance or on a build. */
export function sealKey(courseId: string): string {
  return `lectern\n${courseId}`;
}
