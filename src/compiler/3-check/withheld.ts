/** Keeps from learners what is not for them: comments, private blocks, and definitions that only private notes use (authoring R19, 1.6 (3) and (24)). */
import type { Definition, FootnoteDefinition, Html, RootContent } from 'mdast';
import type { Prose } from '../../course/prose.ts';
import type { LessonDocument, SectionNode } from '../2-parse/document.ts';
import type { SourceText } from '../2-parse/source.ts';
import { htmlMarks } from './html-marks.ts';
import { childrenOf, offsetsOf, plainText, span, walk } from './tree.ts';
import { countWords } from './words.ts';

/** Something of a lesson that is not in the package, as authors are told of it. */
export interface Withheld {
  kind: 'section' | 'block' | 'comment';
  /** Else how it begins. */
  title: string;
  /** How many it has. */
  words: number;
  file: string;
  /** From 1. */
  line: number;
}

/** A block that is for whoever teaches. */
function isPrivate(node: RootContent): boolean {
  return node.type === 'container' && node.name === 'instructor';
}

/** In the order of the text. What stands inside a private section or block is not listed by itself. */
export function listWithheld({ sections, source }: Pick<LessonDocument, 'sections' | 'source'>): Withheld[] {
  const found: Withheld[] = [];
  const add: Add = (kind, text, line, title = shortened(text)) => void found.push({ kind, title, words: countWords(text), file: source.file, line });
  const marked = source.text.includes('<!--');
  for (const section of sections) {
    if (section.role === 'notes') add('section', plainText(section.blocks), section.place.start.line, section.title ?? '');
    else if (marked) listPrivate(section, source, add);
  }
  return found;
}

type Add = (kind: Withheld['kind'], text: string, line: number, title?: string) => void;

function listPrivate({ blocks }: SectionNode, source: SourceText, add: Add): void {
  walk(blocks, (node) => {
    if (node.type === 'container' && isPrivate(node)) {
      add('block', plainText(node.children), source.point(span(node).start).line, node.label ?? undefined);
      return 'skip';
    }
    if (node.type !== 'html' || !node.value.includes('<!--')) return;
    const offset = offsetsOf(node, source);
    for (const mark of htmlMarks(node.value)) {
      if (mark.kind === 'comment') add('comment', node.value.slice(mark.start, mark.end).replace(/^<!-*|-*>$/g, ''), source.point(offset(mark.start)).line);
    }
  });
}

const longestTitle = 60;

function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= longestTitle ? line : `${line.slice(0, longestTitle - 1).trimEnd()}…`;
}

/** The blocks without HTML comments, without private blocks, and without definitions, which the lesson keeps apart. */
export function withoutComments(blocks: readonly RootContent[]): Prose {
  let touched = false;
  walk(blocks, (node) => {
    if (node.type === 'html' || node.type === 'definition' || node.type === 'footnoteDefinition' || isPrivate(node)) touched = true;
  });
  return touched ? blocks.flatMap(cleaned) : [...blocks];
}

function cleaned(node: RootContent): RootContent[] {
  if (node.type === 'definition' || node.type === 'footnoteDefinition' || isPrivate(node)) return [];
  if (node.type === 'html') return cleanedHtml(node);
  const children = childrenOf(node);
  if (children.length === 0) return [node];
  const kept = children.flatMap(cleaned);
  // A paragraph that was nothing but a comment leaves no empty paragraph behind.
  if (kept.length === 0 && node.type === 'paragraph') return [];
  return [{ ...node, children: kept } as RootContent];
}

function cleanedHtml(node: Html): Html[] {
  const comments = htmlMarks(node.value).filter((mark) => mark.kind === 'comment');
  if (comments.length === 0) return [node];
  let value = '';
  let from = 0;
  for (const { start, end } of comments) {
    value += node.value.slice(from, start);
    from = end;
  }
  value += node.value.slice(from);
  return value.trim() === '' ? [] : [{ ...node, value }];
}

/** The definitions that the prose uses, directly or through a footnote that it uses. */
export function usedDefinitions(all: readonly (Definition | FootnoteDefinition)[], prose: readonly RootContent[]): Prose {
  const byKey = new Map<string, Definition | FootnoteDefinition>();
  for (const definition of all) {
    const key = keyOf(definition.type === 'definition' ? 'link' : 'footnote', definition.identifier);
    // The first of several with one name counts, as in Markdown.
    if (!byKey.has(key)) byKey.set(key, definition);
  }
  const used = new Set<Definition | FootnoteDefinition>();
  const queue: (readonly RootContent[])[] = [prose];
  for (let blocks = queue.pop(); blocks !== undefined; blocks = queue.pop()) {
    walk(blocks, (node) => {
      const definition = byKey.get(referenceKey(node) ?? '');
      if (definition === undefined || used.has(definition)) return;
      used.add(definition);
      if (definition.type === 'footnoteDefinition') queue.push(definition.children);
    });
  }
  return all.filter((definition) => used.has(definition)).map(withoutOwnComments);
}

function withoutOwnComments(definition: Definition | FootnoteDefinition): RootContent {
  if (definition.type === 'definition') return definition;
  return { ...definition, children: withoutComments(definition.children) as FootnoteDefinition['children'] };
}

function keyOf(kind: 'link' | 'footnote', identifier: string): string {
  return `${kind} ${identifier.toLowerCase()}`;
}

function referenceKey(node: RootContent): string | null {
  if (node.type === 'linkReference' || node.type === 'imageReference') return keyOf('link', node.identifier);
  return node.type === 'footnoteReference' ? keyOf('footnote', node.identifier) : null;
}
