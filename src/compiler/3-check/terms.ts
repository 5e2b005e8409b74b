/** Key terms: names, aliases and definitions (authoring R17), and whether the lesson uses them at all. */
import type { Heading, ListItem, PhrasingContent, RootContent } from 'mdast';
import type { Term } from '../../course/course.ts';
import type { Prose } from '../../course/prose.ts';
import type { LessonDocument, SectionNode } from '../2-parse/document.ts';
import type { Report } from './report.ts';
import { slug, uniqueSlugs } from './ids.ts';
import { splitAtDash } from './separator.ts';
import { linesOf, plainText, rememberOffsets, slice, span, unwrapped, walk, type Offsets, type Span } from './tree.ts';
import { usesOf } from './term-uses.ts';

export interface FoundTerm extends Omit<Term, 'id'> {
  /** Where each name stands, in the order of `names`. */
  places: Span[];
}

export function readTerms(sections: readonly SectionNode[], document: LessonDocument, report: Report): FoundTerm[] {
  const offsets = rememberOffsets(document.source);
  const terms: FoundTerm[] = [];
  for (const section of sections) {
    if (section.role !== 'terms') continue;
    const blocks = section.blocks;
    blocks.forEach((block, i) => {
      if (block.type === 'list') for (const entry of block.children) add(entryTerm(entry, offsets), entry);
      else if (block.type === 'heading') add(headingTerm(block, blocks.slice(i + 1), offsets), null);
      else if (block.type === 'table') for (const row of block.children.slice(1)) add(cellsTerm(row.children.map((cell) => cell.children), offsets), null);
      else if (block.type === 'paragraph' && blocks[i - 1]?.type !== 'heading') for (const term of paragraphTerms(block.children, offsets)) add(term, null);
    });
  }
  return terms;

  function add(term: FoundTerm | null, entry: ListItem | null): void {
    const joined = entry === null ? null : joinedLine(entry, offsets, document);
    if (joined !== null) report.add('term/joined', document.source.place(joined.at.start, joined.at.end), { words: joined.words });
    if (term !== null) terms.push(term);
    else if (entry !== null && plainText(entry.children) !== '') {
      const { start, end } = span(entry.children[0] ?? entry);
      report.add('term/no-definition', document.source.place(start, end), { words: plainText(entry.children).slice(0, 80) });
    }
  }
}

const mostWords = 5;

/** `Pepper — …` at the margin right below another entry: Markdown reads it as part of that one. */
function joinedLine(entry: ListItem, offsets: Offsets, { source }: LessonDocument): { words: string; at: Span } | null {
  const [first] = entry.children;
  if (first?.type !== 'paragraph') return null;
  const spots = linesOf(first.children);
  for (let i = 1; i + 1 < spots.length; i++) {
    const [from, to] = [spots[i], spots[i + 1]];
    const nodes = from === undefined || to === undefined ? [] : slice(first.children, from, to, offsets);
    const [lead, last] = [nodes[0], nodes.at(-1)];
    const split = nodes.length === 0 ? null : splitAtDash(nodes, offsets);
    if (lead === undefined || last === undefined || split === null) continue;
    const name = plainText(split.before);
    const atMargin = source.text[span(lead).start - 1] === '\n';
    if (atMargin && name.split(/\s+/).length <= mostWords && /^[\p{Lu}\p{Lo}]/u.test(name)) return { words: plainText(nodes).slice(0, 80), at: { start: span(lead).start, end: span(last).end } };
  }
  return null;
}

function entryTerm(entry: ListItem, offsets: Offsets): FoundTerm | null {
  const [first, ...rest] = entry.children;
  return first?.type === 'paragraph' ? wordsTerm(first.children, rest, offsets) : null;
}

/** One term a line where each line is one; else the paragraph is one term, or words about the terms. */
function paragraphTerms(words: readonly PhrasingContent[], offsets: Offsets): (FoundTerm | null)[] {
  const spots = linesOf(words);
  const lines = spots.slice(0, -1).map((from, i) => wordsTerm(slice(words, from, spots[i + 1] ?? from, offsets), [], offsets));
  return lines.every((line) => line !== null) ? lines : [wordsTerm(words, [], offsets)];
}

function wordsTerm(words: readonly PhrasingContent[], rest: readonly RootContent[], offsets: Offsets): FoundTerm | null {
  const split = splitAtDash(words, offsets);
  if (split === null) return rest.length === 0 ? null : termOf(words, rest, offsets);
  const definition: Prose = rest.length === 0 ? split.after : [{ type: 'paragraph', children: split.after }, ...rest];
  return termOf(split.before, definition, offsets);
}

/** `### Term` with its definition below, up to the next heading. */
function headingTerm(heading: Heading, following: readonly RootContent[], offsets: Offsets): FoundTerm | null {
  const next = following.findIndex((block) => block.type === 'heading');
  return termOf(heading.children, unwrapped(following.slice(0, next < 0 ? undefined : next)), offsets);
}

function cellsTerm(cells: readonly PhrasingContent[][], offsets: Offsets): FoundTerm | null {
  const [names, definition] = cells;
  return names === undefined || definition === undefined ? null : termOf(names, definition, offsets);
}

function termOf(names: readonly PhrasingContent[], definition: readonly RootContent[], offsets: Offsets): FoundTerm | null {
  const found = namesOf(names, offsets);
  const text = plainText(definition);
  if (found.length === 0 || text === '') return null;
  return { names: found.map((n) => n.name), places: found.map((n) => n.at), definition: [...definition], text };
}

/** Aliases are separated by slashes with spaces: `Weights / parameters`, but `TCP/IP` is one name. */
function namesOf(nodes: readonly PhrasingContent[], offsets: Offsets): { name: string; at: Span }[] {
  const out: { name: string; at: Span }[] = [];
  let open: { name: string; at: Span } | null = null;
  for (const node of nodes) {
    const inner = node.type === 'strong' || node.type === 'emphasis' ? node.children : [node];
    for (const leaf of inner) {
      if (leaf.type !== 'text') {
        open = extend(open, plainText([leaf]), span(leaf));
        continue;
      }
      const offset = offsets(leaf);
      let from = 0;
      for (const match of leaf.value.matchAll(/\s+[/／]\s+|$/g)) {
        const words = leaf.value.slice(from, match.index);
        const lead = words.length - words.trimStart().length;
        if (words.trim() !== '') open = extend(open, words.trim(), { start: offset(from + lead), end: offset(from + words.trimEnd().length) });
        from = match.index + match[0].length;
        if (match[0] !== '' && open !== null) {
          out.push(open);
          open = null;
        }
      }
    }
  }
  if (open !== null) out.push(open);
  return out.filter(({ name }) => name !== '');
}

function extend(open: { name: string; at: Span } | null, words: string, at: Span): { name: string; at: Span } {
  return open === null ? { name: words, at } : { name: `${open.name} ${words}`.trim(), at: { start: open.at.start, end: at.end } };
}

/** Each name that occurs nowhere but in its own entry. */
export function checkTermsUsed(terms: readonly FoundTerm[], sections: readonly SectionNode[], document: LessonDocument, report: Report): void {
  if (terms.length === 0) return;
  const lesson = sections.filter((s) => s.role !== 'terms' && s.role !== 'notes').map((s) => plainText(s.blocks));
  const linked = linkedNames(sections);
  const uses = usesOf(lesson.join('\n'), terms.map((term) => term.text));
  terms.forEach((term, i) => {
    term.names.forEach((name, n) => {
      const at = term.places[n];
      if (at === undefined || linked.has(slug(name, 'term')) || uses(name, i)) return;
      report.add('term/never-used', document.source.place(at.start, at.end), { name });
    });
  });
}

/** What `[words](#name-of-a-term)` names: such words use a term without its name. */
function linkedNames(sections: readonly SectionNode[]): Set<string> {
  const found = new Set<string>();
  for (const { role, blocks } of sections) {
    if (role === 'notes') continue;
    walk(blocks, (node) => {
      if ((node.type === 'link' || node.type === 'definition') && node.url.startsWith('#')) found.add(node.url.slice(1).toLowerCase());
    });
  }
  return found;
}

/** As the course has them, each with an id of its own. */
export function namedTerms(found: readonly FoundTerm[]): Term[] {
  const slugFor = uniqueSlugs();
  return found.map(({ names, definition, text }) => ({ id: slugFor(names[0] ?? '', 'term'), names, definition, text }));
}
