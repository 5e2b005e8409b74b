/** Markdown to a tree: CommonMark with tables, task lists, footnotes and strikethrough, nothing that fires on ordinary prose (authoring 1.4). */
import type { List, Nodes, Root, RootContent } from 'mdast';
import { fromMarkdown, type Options } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { condense } from './condense.ts';
import { cutSegments, markOf, type Segment } from './segments.ts';

interface Parsed {
  segment: Segment;
  children: RootContent[];
  /** Labels defined in it, as written, by their normal form; footnotes with their `^`. */
  defined: Map<string, string>;
}

/**
 * Single tildes stay text (`~30 min … ~35`), single dollars and bare colons too; pasted text has neither code by
 * indentation nor headings by underlining. Positions carry offsets into `text` (lines and columns are not kept up).
 */
export function parseMarkdown(text: string, pasted: boolean, uncuttable: (lineStart: number) => boolean = () => false): Root {
  const options = { plain: optionsFor(pasted, false), tables: optionsFor(pasted, true) };
  const parsed = parseSegments(text, cutSegments(text, uncuttable), options);
  const labels = new Map<string, string>();
  for (const { defined } of parsed) for (const [name, label] of defined) if (!labels.has(name)) labels.set(name, label);
  const children: RootContent[] = [];
  for (const part of parsed) {
    const missing = labels.size === 0 ? '' : definitionsFor(text, part, labels);
    const own = missing === '' ? part.children : parseSegment(text, part.segment, missing, options).children;
    const [head, ...rest] = own;
    const joined = head !== undefined && joinLists(text, children, head);
    for (const child of joined ? rest : own) children.push(child);
  }
  return { type: 'root', children };
}

/**
 * Parses the segments and undoes the cuts that went through anything but an open list: each time as many segments are
 * added as were joined before, so that the time stays within a small multiple of parsing the joined text once.
 */
function parseSegments(text: string, segments: readonly Segment[], options: Dialects): Parsed[] {
  const parsed: Parsed[] = [];
  let joined = 1;
  for (let index = 0; index < segments.length; ) {
    const segment = segments[index] ?? { start: 0, end: 0, inList: false };
    const before = parsed.at(-1);
    if (!segment.inList || before === undefined || lastList(text, before.children, markOf(text.slice(segment.start, segment.start + 16))) !== null) {
      parsed.push(parseSegment(text, segment, '', options));
      joined = 1;
      index++;
      continue;
    }
    let next = index + 1;
    while (next < index + joined && segments[next]?.inList === true) next++;
    joined += next - index;
    parsed[parsed.length - 1] = parseSegment(text, { ...before.segment, end: segments[next - 1]?.end ?? segment.end }, '', options);
    index = next;
  }
  return parsed;
}

/** The list of the given mark that a text ends in: nothing but blank lines comes after it, so that it is open. */
function lastList(text: string, children: readonly RootContent[], mark: string | null): List | null {
  const last = children.at(-1);
  if (last?.type !== 'list') return null;
  const start = last.position?.start.offset ?? 0;
  return markOf(text.slice(start, start + 16)) === mark ? last : null;
}

/** Adds the items of a list to the one of the same mark that `before` ends in; false where these are not the same list. */
function joinLists(text: string, before: readonly RootContent[], second: RootContent): boolean {
  if (second.type !== 'list') return false;
  const start = second.position?.start.offset ?? 0;
  const first = lastList(text, before, markOf(text.slice(start, start + 16)));
  if (first === null) return false;
  const apart = /\n[ \t]*\n[ \t]*$/.test(text.slice(Math.max(0, start - 80), start));
  first.spread = first.spread === true || second.spread === true || apart;
  for (const item of second.children) first.children.push(item);
  if (first.position && second.position) first.position.end = second.position.end;
  return true;
}

/** The same but for tables: looking for them takes a fifth of the time of parsing, and few segments can have one. */
interface Dialects {
  plain: Options;
  tables: Options;
}

/** A table's second line, however deep in quotes and lists it stands. */
const delimiterRow = /^[ \t>|:]*-[ \t>|:-]*$/m;

function optionsFor(pasted: boolean, tables: boolean): Options {
  return {
    extensions: [
      ...(tables ? [gfmTable()] : []),
      gfmTaskListItem(),
      gfmFootnote(),
      gfmStrikethrough({ singleTilde: false }),
      ...(pasted ? [{ disable: { null: ['codeIndented', 'setextUnderline'] } }] : []),
    ],
    mdastExtensions: [...(tables ? [gfmTableFromMarkdown()] : []), gfmTaskListItemFromMarkdown(), gfmFootnoteFromMarkdown(), gfmStrikethroughFromMarkdown()],
  };
}

/** Parses one segment; `appended` are definitions from elsewhere, of which only the knowledge of their labels remains. */
function parseSegment(text: string, segment: Segment, appended: string, options: Dialects): Parsed {
  const own = text.slice(segment.start, segment.end);
  const { text: short, restore } = condense(own);
  const root = fromMarkdown(short + appended, delimiterRow.test(own) ? options.tables : options.plain);
  const children = root.children.filter((node) => (node.position?.start.offset ?? 0) < short.length);
  restore(children);
  const defined = new Map<string, string>();
  const stack: Nodes[] = [...children];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') {
      const label = /^\[((?:[^\\\]]|\\[^])+)\]/.exec(own.slice(node.position?.start.offset, (node.position?.start.offset ?? 0) + 1002))?.[1];
      if (label !== undefined) defined.set(normal(label), label);
    }
    if (node.position && segment.start > 0) {
      node.position.start.offset = (node.position.start.offset ?? 0) + segment.start;
      node.position.end.offset = (node.position.end.offset ?? 0) + segment.start;
    }
    if ('children' in node) stack.push(...node.children);
  }
  return { segment, children, defined };
}

function normal(label: string): string {
  return label.replace(/\s+/g, ' ').trim().toLowerCase().toUpperCase();
}

/** Definitions with empty targets for the labels that a segment uses and others define. */
function definitionsFor(text: string, { segment, defined }: Parsed, labels: ReadonlyMap<string, string>): string {
  const used = new Set<string>();
  const brackets = /\[((?:[^\\[\]]|\\[^]){1,999})\]/g;
  const own = text.slice(segment.start, segment.end);
  for (let match = brackets.exec(own); match !== null; match = brackets.exec(own)) {
    const name = normal(match[1] ?? '');
    if (labels.has(name) && !defined.has(name)) used.add(name);
  }
  return [...used].map((name) => `\n\n[${labels.get(name)}]: x`).join('');
}
