/** Links to a heading, of this lesson or of another, by its id here or by the name that GitHub gives it. */
import type { Definition, Link, RootContent } from 'mdast';
import type { Term } from '../../course/course.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { SectionNode } from '../2-parse/document.ts';
import type { SourceText } from '../2-parse/source.ts';
import { panelId } from '../../vocabulary/tags.ts';
import { resolvePath } from './course-path.ts';
import { slug } from './ids.ts';
import type { UnnumberedSection } from './parts.ts';
import type { Report } from './report.ts';
import type { FoundTerm } from './terms.ts';
import { plainText, span, walk } from './tree.ts';

/** Which views a lesson has beside its text. */
export interface OtherViews {
  check: boolean;
  slides: boolean;
}

interface Anchors {
  /** Id of the part, by each name that a link may use. */
  parts: ReadonlyMap<string, string>;
  terms: ReadonlySet<string>;
}

/** Links are turned to the part that holds their heading; those that lead nowhere are reported. Trees are changed in place. */
export function settleAnchors(sections: readonly SectionNode[], reading: readonly UnnumberedSection[], { terms, views, source, report }: { terms: readonly FoundTerm[]; views: OtherViews; source: SourceText; report: Report }): void {
  if (!/\]\(\s*<?#|\]:\s*#/.test(source.text)) return;
  const anchors: Anchors = { parts: partsByName(reading, views), terms: new Set(['term', ...terms.flatMap(({ names }) => names.map((name) => slug(name, 'term')))]) };
  for (const { blocks } of sections) {
    walk(blocks, (node) => {
      if (node.type !== 'link' || !node.url.startsWith('#')) return;
      const name = decoded(node.url.slice(1)).toLowerCase();
      const part = anchors.parts.get(name);
      if (part !== undefined) node.url = `#${part}`;
      else if (!anchors.terms.has(name)) report.add('link/dead-anchor', urlPlace(node, source), { anchor: node.url, path: '', near: nearest(name, [...anchors.parts.keys(), ...anchors.terms]) });
    });
  }
}

/** A link to a part of another file; whether that is a lesson, and has the part, is known when all lessons have been read. */
export interface DistantLink {
  node: Pick<Link | Definition, 'url'>;
  /** Path of the file in the course's folder. */
  file: string;
  place: Place;
}

export function findDistantLinks(blocks: readonly RootContent[], source: SourceText): DistantLink[] {
  if (!/\.[a-z]{2,8}#/i.test(source.text)) return [];
  const found: DistantLink[] = [];
  walk(blocks, (node) => {
    if (node.type !== 'link' && node.type !== 'definition') return;
    const hash = node.url.indexOf('#');
    if (hash < 1 || hash === node.url.length - 1 || /^[a-z][a-z0-9+.-]*:/i.test(node.url)) return;
    const file = resolvePath(source.file, node.url.slice(0, hash));
    if (file !== null) found.push({ node, file, place: urlPlace(node, source) });
  });
  return found;
}

/** What links from other lessons may hold on to: id of the part, term or view, by each name. */
export function anchorsOf(sections: readonly UnnumberedSection[], terms: readonly Term[], views: OtherViews): ReadonlyMap<string, string> {
  const ids = partsByName(sections, views);
  for (const { id, names } of terms) for (const name of names) if (!ids.has(slug(name, 'term'))) ids.set(slug(name, 'term'), id);
  return ids;
}

/** The links' fragments become ids of parts or terms; those that name neither are reported. Nodes are changed in place. */
export function settleDistant(links: readonly DistantLink[], ids: ReadonlyMap<string, string>, report: Report): void {
  for (const { node, place } of links) {
    const [path, anchor] = [node.url.slice(0, node.url.indexOf('#')), node.url.slice(node.url.indexOf('#') + 1)];
    const name = decoded(anchor).toLowerCase();
    const id = ids.get(name);
    if (id === undefined) report.add('link/dead-anchor', place, { anchor: `#${anchor}`, path, near: nearest(name, [...ids.keys()]) });
    else node.url = `${path}#${id}`;
  }
}

function urlPlace(node: Link | Definition, source: SourceText): Place {
  const { start, end } = span(node);
  const at = Math.max(start, source.text.lastIndexOf(node.url, end));
  return source.place(at, at + node.url.length);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

function partsByName(reading: readonly UnnumberedSection[], views: OtherViews): Map<string, string> {
  const found = new Map<string, string>();
  const add = (name: string, id: string): void => {
    if (name !== '' && !found.has(name)) found.set(name, id);
  };
  const parts = reading.flatMap((section) => section.parts.map((part) => ({ section, part })));
  for (const { part } of parts) add(part.id, part.id);
  for (const { section, part } of parts) {
    add(githubName(part.title), part.id);
    // A section whose words all stand under sub-headings has no part of its own.
    add(githubName(section.title), part.id);
    for (const block of part.blocks as RootContent[]) if (block.type === 'heading') add(githubName(plainText(block.children)), part.id);
  }
  // Quiz and slides are views of their own, under the names of their headings and under the plain one.
  for (const { role, title } of reading) {
    const view = role === 'quiz' ? 'check' : role === 'script' || role === 'outline' ? 'slides' : null;
    if (view !== null && views[view]) for (const name of [githubName(title), slug(title, '')]) add(name, panelId(view));
  }
  if (views.check) add('quiz', panelId('check'));
  if (views.slides) add('slides', panelId('slides'));
  return found;
}

/** The anchor that GitHub makes of a heading. */
function githubName(title: string): string {
  return title.toLowerCase().replace(/[^\p{L}\p{M}\p{N}\p{Pc}\s-]/gu, '').trim().replace(/\s/g, '-');
}
