/** Puts links under words: the first use of a term in each part, mentions of other lessons, sources and `[1]` (authoring 1.2.6). */
import type { Link, PhrasingContent, RootContent, Text } from 'mdast';
import type { Reference, Term } from '../../course/course.ts';
import type { WordLink } from '../../course/prose-nodes.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { SourceText } from '../2-parse/source.ts';
import { findCitations, sourceLabel, type Citations } from './citations.ts';
import { mentionsIn } from './cross-references.ts';
import { slug } from './ids.ts';
import type { UnnumberedSection } from './parts.ts';
import type { Report } from './report.ts';
import { termFinder, type FindTerms } from './term-finder.ts';
import { plainText, span } from './tree.ts';
import { sameForm } from './words.ts';

export interface Linkable {
  terms: readonly Term[];
  references: readonly Reference[];
  language: string;
  source: SourceText;
  report: Report;
}

interface Links extends Linkable {
  find: FindTerms;
  /** Index of a term by a name in comparable form, and by the slug of a name. */
  byForm: ReadonlyMap<string, number>;
  bySlug: ReadonlyMap<string, number>;
  citations: Citations;
  /** Terms that the part at hand has linked already. */
  seen: Set<number>;
  cited: Set<number>;
}

const roles = new Set(['primer', 'content', 'example']);

/** The parts' blocks are replaced. Returns the references that are cited somewhere. */
export function linkWords(sections: readonly UnnumberedSection[], linkable: Linkable): ReadonlySet<number> {
  const { terms } = linkable;
  const named = (key: (name: string) => string): Map<string, number> => new Map(terms.flatMap(({ names }, index) => names.map((name): [string, number] => [key(name), index])).reverse());
  const links: Links = { ...linkable, byForm: named(sameForm), bySlug: named((name) => slug(name, 'term')), find: termFinder(linkable.terms, linkable.language), citations: findCitations(linkable.references), seen: new Set(), cited: new Set() };
  for (const section of sections) {
    if (!roles.has(section.role)) continue;
    for (const part of section.parts) {
      links.seen = new Set();
      part.blocks = part.blocks.map((block) => linked(block, links));
    }
  }
  return links.cited;
}

/** Headings and code stay as they are, and so does what is a link already. */
const closed = new Set(['heading', 'link', 'linkReference', 'code', 'footnoteReference']);

function linked(node: RootContent, links: Links): RootContent {
  if (node.type === 'link') {
    if (node.url.startsWith('#')) return explicit(node, links);
    for (const index of links.references.length === 0 ? [] : links.citations.cited(node.url)) links.cited.add(index);
  }
  if (closed.has(node.type) || !('children' in node)) return node;
  const children = node.type === 'table' ? node.children.map((row, i) => (i === 0 ? row : linked(row, links))) : node.children.flatMap((child) => (child.type === 'text' ? linkedText(child, links) : [linked(child, links)]));
  const cites = node.type === 'paragraph' ? citationsOf(node.children, links) : [];
  return { ...node, children: [...children, ...cites] } as RootContent;
}

/** `[activation](#term)`, or `(#activation)` with the name of a term. */
function explicit(link: Link, links: Links): RootContent {
  const words = plainText(link.children);
  const byWords = link.url.toLowerCase() === '#term';
  const used = byWords ? (links.byForm.get(sameForm(words)) ?? links.find(words)[0]?.term) : links.bySlug.get(link.url.slice(1).toLowerCase());
  if (used === undefined) {
    if (byWords) links.report.add('term/unknown', links.source.place(span(link).start, span(link).end), { words, near: nearest(words, links.terms.flatMap(({ names }) => names)) });
    return link;
  }
  links.seen.add(used);
  return { type: 'wordLink', to: { kind: 'term', index: used }, children: link.children };
}

/** A text of the header, in which lessons and modules are mentioned. */
export function withMentions(value: string): PhrasingContent[] {
  return cut({ type: 'text', value }, mentionLinks(value));
}

function mentionLinks(text: string): Found[] {
  return mentionsIn(text).map(({ kind, target, start, end }) => ({ start, end, to: { kind: kind === 'code' ? 'lesson' : 'module', target } }));
}

interface Found {
  start: number;
  end: number;
  to: WordLink['to'];
}

const authorLabel = /\[(?:\p{Nd}{1,4}|\p{L}{1,12}[+-]?\p{Nd}{2,4}[a-z]?)\]/gu;

function linkedText(node: Text, links: Links): PhrasingContent[] {
  const { value } = node;
  const found = mentionLinks(value);
  if (value.includes('[')) {
    for (const match of value.matchAll(authorLabel)) {
      const index = links.citations.labelled(match[0]);
      if (index === null) continue;
      links.cited.add(index);
      found.push({ start: match.index, end: match.index + match[0].length, to: { kind: 'reference', index } });
    }
  }
  if (links.seen.size < links.terms.length) {
    for (const { start, end, term } of links.find(value)) {
      if (links.seen.has(term)) continue;
      links.seen.add(term);
      found.push({ start, end, to: { kind: 'term', index: term } });
    }
  }
  return found.length === 0 ? [node] : cut(node, found);
}

function cut({ value }: Text, found: readonly Found[]): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  let at = 0;
  for (const { start, end, to } of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at) continue;
    if (start > at) out.push({ type: 'text', value: value.slice(at, start) });
    out.push({ type: 'wordLink', to, children: [{ type: 'text', value: value.slice(start, end) }] });
    at = end;
  }
  if (at < value.length) out.push({ type: 'text', value: value.slice(at) });
  return out;
}

/** What the words behind `Source:` mean, as links behind them. */
function citationsOf(words: readonly PhrasingContent[], { citations, cited, references, report, source }: Links): PhrasingContent[] {
  if (references.length === 0 || !words.some((node) => node.type === 'text' && /[:：]/.test(node.value))) return [];
  const text = plainText(words);
  const match = sourceLabel.exec(text);
  if (match === null) return [];
  const meant = citations.cited([text.slice(match.index + match[0].length), ...words.flatMap((node) => (node.type === 'link' ? [node.url] : []))].join(' '));
  if (meant.length === 0) {
    const first = words[0];
    const whole = first === undefined ? { start: 0, end: 0 } : span(first);
    const at = Math.max(whole.start, source.text.indexOf(match[0].trim(), whole.start));
    // The pattern begins with the end of the sentence before.
    const lead = /^[^\p{L}]*/u.exec(match[0].trim())?.[0].length ?? 0;
    report.add('reference/unmatched', source.place(at + lead, at + match[0].trim().length), { words: text.slice(match.index + match[0].length).slice(0, 80) });
  }
  return meant.flatMap((index): PhrasingContent[] => {
    cited.add(index);
    return [{ type: 'text', value: ' ' }, { type: 'wordLink', to: { kind: 'reference', index }, children: [] }];
  });
}
