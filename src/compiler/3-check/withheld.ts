/** Keeps from learners what is not for them: comments, and definitions that only private notes use (authoring R19, 1.6 (3) and (24)). */
import type { Definition, FootnoteDefinition, Html, RootContent } from 'mdast';
import type { Prose } from '../../course/prose.ts';
import type { SectionNode } from '../2-parse/document.ts';
import { htmlMarks } from './html-marks.ts';
import { childrenOf, plainText, walk } from './tree.ts';
import { countWords } from './words.ts';

/** The blocks without HTML comments and without definitions, which the lesson keeps apart. */
export function withoutComments(blocks: readonly RootContent[]): Prose {
  let touched = false;
  walk(blocks, (node) => {
    if (node.type === 'html' || node.type === 'definition' || node.type === 'footnoteDefinition') touched = true;
  });
  return touched ? blocks.flatMap(cleaned) : [...blocks];
}

function cleaned(node: RootContent): RootContent[] {
  if (node.type === 'definition' || node.type === 'footnoteDefinition') return [];
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

/** A private section, by its title and size. */
export interface Withheld {
  title: string;
  words: number;
}

export function withheldOf(sections: readonly SectionNode[]): Withheld[] {
  return sections.filter(({ role }) => role === 'notes').map(({ title, blocks }) => ({ title: title ?? '', words: countWords(plainText(blocks)) }));
}
