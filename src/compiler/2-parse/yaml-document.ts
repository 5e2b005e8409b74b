/** YAML with places: plain values, and where each key and value stands in the author's file. */
import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument, type Document, type Node, type Pair } from 'yaml';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { SourceText } from './source.ts';

export type YamlValue = string | number | boolean | null | YamlValue[] | { [key: string]: YamlValue };

export interface YamlProblem {
  words: string;
  place: Place;
}

export interface YamlText {
  /** Null when it could not be read. */
  value: YamlValue;
  problems: YamlProblem[];
  /** The value at a path of keys and indexes, or the nearest one above it that exists. */
  valuePlace(path: readonly PropertyKey[]): Place;
  keyPlace(path: readonly PropertyKey[]): Place;
  /** Text of a value as the author wrote it. */
  written(path: readonly PropertyKey[]): string;
}

/** More than this is no header and no list of lessons. The parser compares each key with all before it. */
const LONGEST = 1_000_000;
const MOST_COLONS = 20_000;

/** Nesting beyond this is no header and no course file; it is refused before the parser recurses into it. */
const DEEPEST = 50;

const words: Readonly<Record<string, string>> = {
  ALIAS_PROPS: 'an alias (*) cannot have a tag or an anchor',
  BAD_ALIAS: 'an alias (*) is misspelt; put values that begin with * or & in quotation marks',
  BAD_DIRECTIVE: 'a line beginning with % means something else here; put it in quotation marks',
  BAD_DQ_ESCAPE: 'a backslash in double quotation marks must be doubled, or use single quotation marks',
  BAD_INDENT: 'the indentation does not fit the lines around it',
  BAD_SCALAR_START: 'a value cannot begin with this character; put it in quotation marks',
  BLOCK_AS_IMPLICIT_KEY: 'a second colon stands in the value; put the value in quotation marks',
  BLOCK_IN_FLOW: 'a list or block stands inside brackets where it cannot',
  DUPLICATE_KEY: 'this key is there twice',
  MISSING_CHAR: 'something is missing: a closing quotation mark, bracket, comma or colon',
  MULTILINE_IMPLICIT_KEY: 'a colon is missing, or a value runs over several lines without being indented',
  MULTIPLE_DOCS: 'a line --- begins a second part, and only one is read',
  TAB_AS_INDENT: 'a tab is used for indentation; use spaces',
  UNEXPECTED_TOKEN: 'this was not expected here; put the value in quotation marks',
};

/** Reads `source.text` from `from` to `to` as one YAML document. Errors: `problems`, in the order of the text. */
export function readYaml(source: SourceText, from = 0, to = source.text.length): YamlText {
  const text = source.text.slice(from, to);
  const place = (start: number, end: number): Place => source.place(from + start, from + Math.max(start, end));
  const deep = tooDeep(text);
  if (deep !== null) return unreadable({ words: `lists are nested more than ${DEEPEST} levels deep`, place: place(deep, deep + 1) });
  if (text.length > LONGEST || (text.match(/:/g)?.length ?? 0) > MOST_COLONS) return unreadable({ words: 'it is far too long', place: place(0, 1) });

  const document = parseDocument(text, { prettyErrors: false, version: '1.2', schema: 'core', logLevel: 'silent' });
  const problems = [...document.errors, ...document.warnings].map((error) => ({
    words: words[error.code] ?? 'this is not understood',
    place: place(error.pos[0], error.pos[1]),
  }));
  const value = document.errors.length > 0 ? null : plain(document.contents, (node) => {
    problems.push({ words: 'aliases (*) are not read here; write the value out', place: rangeOf(node, place) ?? place(0, 0) });
  });
  const pairs = new Map<Node, Map<string, Pair>>();
  const step = (path: readonly PropertyKey[]): Found | null => follow(document, path, pairs);
  return {
    value,
    problems,
    valuePlace: (path) => nearest(step, path, (found) => rangeOf(found.value, place)) ?? place(0, 0),
    keyPlace: (path) => nearest(step, path, (found) => rangeOf(found.pair?.key ?? found.value, place)) ?? place(0, 0),
    written: (path) => {
      const node = step(path)?.value;
      return node?.range ? text.slice(node.range[0], node.range[1]).trim() : '';
    },
  };
}

function unreadable(problem: YamlProblem): YamlText {
  return { value: null, problems: [problem], valuePlace: () => problem.place, keyPlace: () => problem.place, written: () => '' };
}

/** Offset of the bracket or dash that nests too deeply. Counts marks in quoted text too: a header has no use for fifty of either. */
function tooDeep(text: string): number | null {
  let open = 0;
  let dashes = 0;
  let lineStart = true;
  let indent = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '\n') [lineStart, indent, dashes] = [true, 0, 0];
    else if (c === '[' || c === '{') open++;
    else if (c === ']' || c === '}') open = Math.max(0, open - 1);
    else if (lineStart && c === ' ') indent++;
    else if (lineStart && (c === '-' || c === '?') && text[i + 1] === ' ') dashes++;
    else lineStart = false;
    if (open > DEEPEST || dashes > DEEPEST || indent > 4 * DEEPEST) return i;
  }
  return null;
}

function plain(node: unknown, onAlias: (node: Node) => void): YamlValue {
  if (isScalar(node)) {
    const { value } = node;
    if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
    return typeof value === 'number' && Number.isFinite(value) ? value : String(node.source ?? value);
  }
  if (isSeq(node)) return node.items.map((item) => plain(item, onAlias));
  if (isMap(node)) {
    const entries = node.items.map((pair): [string, YamlValue] => [keyOf(pair), plain(pair.value, onAlias)]);
    return Object.fromEntries(entries);
  }
  if (isAlias(node)) onAlias(node);
  return null;
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.source ?? pair.key.value) : String(pair.key);
}

interface Found {
  pair: Pair<unknown, unknown> | null;
  value: Node | null;
}

/** `pairs` remembers the keys of the maps that were looked at. */
function follow(document: Document, path: readonly PropertyKey[], pairs: Map<Node, Map<string, Pair>>): Found | null {
  let found: Found = { pair: null, value: document.contents as Node | null };
  for (const name of path) {
    const at: Node | null = found.value;
    if (isMap(at)) {
      const keys = pairs.get(at) ?? new Map(at.items.map((item) => [keyOf(item), item]));
      pairs.set(at, keys);
      const pair = keys.get(String(name));
      if (pair === undefined) return null;
      found = { pair, value: (pair.value ?? null) as Node | null };
    } else if (isSeq(at)) {
      const item = at.items[Number(name)];
      if (item === undefined) return null;
      found = { pair: isPair(item) ? item : null, value: item as Node };
    } else return null;
  }
  return found;
}

function nearest(step: (path: readonly PropertyKey[]) => Found | null, path: readonly PropertyKey[], locate: (found: Found) => Place | null): Place | null {
  for (let length = path.length; length >= 0; length--) {
    const found = step(path.slice(0, length));
    const place = found === null ? null : locate(found);
    if (place !== null) return place;
  }
  return null;
}

function rangeOf(node: unknown, place: (start: number, end: number) => Place): Place | null {
  const range = (node as Node | null)?.range;
  return range ? place(range[0], range[1]) : null;
}
