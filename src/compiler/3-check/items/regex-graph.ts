/**
 * A regular expression as a graph of states, for counting the ways a backtracking engine can go. Only what matters for time
 * is kept: which signs lead on, and which loops there are. Input must be an expression that `RegExp` accepts.
 */

export interface RegexGraph {
  /** For each state: a test of one character, or null for a step without one, and the states it leads to. */
  states: { takes: ((sign: string) => boolean) | null; to: number[] }[];
  start: number;
  /** States from which a loop is gone round again. */
  loops: number[];
  /** One character of each kind that the expression tells apart. */
  alphabet: string[];
}

/** More states than this are no answer to a question. */
const mostStates = 3000;

/** Null when the expression is too large, or refers back to what it matched, which no graph can show. */
export function regexGraph(source: string, flags: string): RegexGraph | null {
  const building = newBuilding(source, flags);
  const whole = alternatives(building);
  if (whole === null || building.tooMuch) return null;
  const end = add(building, null, []);
  link(building, whole, end);
  return { states: building.states, start: whole.start, loops: building.loops, alphabet: [...building.alphabet] };
}

interface Building {
  source: string;
  flags: string;
  at: number;
  states: RegexGraph['states'];
  loops: number[];
  alphabet: Set<string>;
  tooMuch: boolean;
}

/** A stretch of the graph: where it begins, and the states that lead out of it. */
interface Piece {
  start: number;
  ends: number[];
}

function newBuilding(source: string, flags: string): Building {
  const kept = flags.replace(/[^ius]/g, '');
  return { source, flags: kept, at: 0, states: [], loops: [], alphabet: new Set(['a', 'Z', '0', ' ', '-', '_', '\u00e9', '!']), tooMuch: false };
}

function add(building: Building, takes: RegexGraph['states'][number]['takes'], to: number[]): number {
  if (building.states.length >= mostStates) building.tooMuch = true;
  else building.states.push({ takes, to });
  return building.states.length - 1;
}

function link({ states }: Building, { ends }: Piece, to: number): void {
  for (const end of ends) states[end]?.to.push(to);
}

function empty(building: Building): Piece {
  const start = add(building, null, []);
  return { start, ends: [start] };
}

function alternatives(building: Building): Piece | null {
  const pieces: Piece[] = [];
  do {
    const piece = sequence(building);
    if (piece === null) return null;
    pieces.push(piece);
  } while (take(building, '|'));
  const [only, ...others] = pieces;
  if (only !== undefined && others.length === 0) return only;
  return { start: add(building, null, pieces.map(({ start }) => start)), ends: pieces.flatMap(({ ends }) => ends) };
}

function take(building: Building, sign: string): boolean {
  if (building.source[building.at] !== sign) return false;
  building.at++;
  return true;
}

function sequence(building: Building): Piece | null {
  let whole: Piece = empty(building);
  while (building.at < building.source.length && !/[|)]/.test(building.source[building.at] ?? '')) {
    const from = building.at;
    const piece = atom(building);
    if (piece === null || building.tooMuch) return null;
    const repeated = quantified(building, piece, from, building.at);
    if (repeated === null) return null;
    link(building, whole, repeated.start);
    whole = { start: whole.start, ends: repeated.ends };
  }
  return whole;
}

function atom(building: Building): Piece | null {
  const { source, at } = building;
  const sign = source[at] ?? '';
  if (sign === '(') return group(building);
  if (sign === '^' || sign === '$') return skip(building, 1);
  if (sign === '\\' && /[bB]/.test(source[at + 1] ?? '')) return skip(building, 2);
  // A back reference.
  if (sign === '\\' && /[1-9k]/.test(source[at + 1] ?? '')) return null;
  building.at = sign === '[' ? classEnd(source, at) : sign === '\\' ? escapeEnd(source, at) : at + (building.flags.includes('u') && (source.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  const written = source.slice(at, building.at);
  const test = new RegExp(`^(?:${written})$`, building.flags);
  for (const member of membersOf(written)) building.alphabet.add(member);
  const state = add(building, (one) => test.test(one), []);
  return { start: state, ends: [state] };
}

function skip(building: Building, length: number): Piece {
  building.at += length;
  return empty(building);
}

/** What looks ahead or behind is looked at as if it stood alone: a way through it that explodes is one too many. */
function group(building: Building): Piece | null {
  building.at++;
  const kind = /^\?(?:[:=!]|<[=!]|<[^>]*>)/.exec(building.source.slice(building.at))?.[0] ?? '';
  building.at += kind.length;
  const inside = alternatives(building);
  building.at++;
  if (inside === null || !/^\?<?[=!]$/.test(kind)) return inside;
  const after = empty(building);
  return { start: add(building, null, [inside.start, after.start]), ends: after.ends };
}

function classEnd(source: string, from: number): number {
  let at = from + 1;
  while (at < source.length && source[at] !== ']') at += source[at] === '\\' ? 2 : 1;
  return at + 1;
}

function escapeEnd(source: string, at: number): number {
  const long = /^\\(?:u\{[0-9a-f]+\}|u[0-9a-f]{4}|x[0-9a-f]{2}|c[a-z]|[pP]\{[^}]*\})/i.exec(source.slice(at, at + 60))?.[0];
  return at + (long?.length ?? 2);
}

/** Characters on both sides of what the atom tells apart. */
function membersOf(written: string): string[] {
  return [...written].filter((sign) => !/[[\]\\^]/.test(sign)).slice(0, 40);
}

const quantifier = /^(?:[*+?]|\{(\d+)(,(\d*))?\})\??/;

function quantified(building: Building, piece: Piece, from: number, to: number): Piece | null {
  const match = quantifier.exec(building.source.slice(building.at, building.at + 30));
  if (match === null) return piece;
  const [written, least = '0', comma, most] = match;
  building.at += written.length;
  const sign = written.charAt(0);
  if (sign === '?') return optional(building, piece);
  if (sign === '*') return loop(building, piece, true);
  if (sign === '+') return loop(building, piece, false);
  const after = building.at;
  const low = Number(least);
  const high = comma === undefined ? low : most === '' || most === undefined ? Infinity : Number(most);
  const copies = repeat(building, { from, to, low, high });
  building.at = after;
  return copies;
}

function optional(building: Building, piece: Piece): Piece {
  const around = add(building, null, []);
  return { start: add(building, null, [piece.start, around]), ends: [...piece.ends, around] };
}

/** Going round again is another way than coming in anew: `(a*)*` has both at each letter. */
function loop(building: Building, piece: Piece, optionally: boolean): Piece {
  const again = add(building, null, [piece.start]);
  building.loops.push(again);
  link(building, piece, again);
  if (!optionally) return { start: piece.start, ends: [again] };
  const entry = add(building, null, [piece.start]);
  return { start: entry, ends: [entry, again] };
}

/** `a{2,4}` as aa(a(a)?)?: each time from the source, since states cannot be copied. */
function repeat(building: Building, { from, to, low, high }: { from: number; to: number; low: number; high: number }): Piece | null {
  let whole = empty(building);
  const count = Math.max(low, high === Infinity ? low + 1 : high);
  for (let i = 0; i < count; i++) {
    if (building.tooMuch) return null;
    const piece = reread(building, from, to);
    if (piece === null) return null;
    const next = i < low ? piece : high === Infinity ? loop(building, piece, true) : optional(building, piece);
    link(building, whole, next.start);
    whole = { start: whole.start, ends: next.ends };
  }
  return whole;
}

function reread(building: Building, from: number, to: number): Piece | null {
  building.at = from;
  const piece = atom(building);
  building.at = to;
  return piece;
}
