/** Headings with nothing under them, and links to pages that are not encrypted. */
import type { Heading, Link, RootContent } from 'mdast';
import type { LessonDocument, SectionNode } from '../2-parse/document.ts';
import type { SourceText } from '../2-parse/source.ts';
import type { Report } from './report.ts';
import { plainText, span, walk } from './tree.ts';

export function checkWriting(sections: readonly SectionNode[], document: LessonDocument, report: Report): void {
  // Their lines are left out of the text that is parsed.
  const containers = document.source.original.includes(':::');
  const unencrypted = /http:\/\//i.test(document.source.text);
  for (const section of sections) {
    checkEmpty(section, document, report);
    if (containers) checkBlocks(section, document, report);
    if (unencrypted) {
      walk(section.blocks, (node) => {
        if (node.type === 'link') checkLink(node, document.source, report);
      });
    }
  }
}

function checkLink(link: Link, source: SourceText, report: Report): void {
  if (!/^http:\/\//i.test(link.url) || /^http:\/\/(?:localhost|127\.|\[::1\]|[^/:]*\.(?:test|local|example)(?:[/:]|$))/i.test(link.url)) return;
  const { start, end } = span(link);
  const at = Math.max(start, source.text.indexOf(link.url.slice(0, 12), start));
  report.add('link/http', source.place(at, Math.min(end, at + link.url.length)), { url: link.url.slice(0, 100) });
}

/** A heading with nothing under it, down to the next one that is not below it. */
function checkEmpty({ title, role, blocks, place }: SectionNode, { definitions, source }: LessonDocument, report: Report): void {
  const shown = blocks.filter((block) => block.type !== 'html' || block.value.trim() !== '');
  if (shown.length === 0) {
    const listed = role === 'references' && definitions.some((definition) => source.point(span(definition).start).line > place.start.line);
    if (title !== null && role !== 'quiz' && !listed) report.add('syntax/empty-section', place, { title });
    return;
  }
  shown.forEach((block, index) => {
    const next: RootContent | undefined = shown[index + 1];
    if (block.type !== 'heading' || (next !== undefined && !(next.type === 'heading' && next.depth <= (block as Heading).depth))) return;
    report.add('syntax/empty-section', source.place(span(block).start, span(block).end), { title: plainText(block.children) });
  });
}

/** `:::reveal` with nothing to open, `:::example` without the numbered steps that it opens one by one. */
function checkBlocks({ blocks }: SectionNode, { source }: LessonDocument, report: Report): void {
  walk(blocks, (node) => {
    if (node.type !== 'container' || (node.name !== 'reveal' && node.name !== 'example')) return;
    const { start } = span(node);
    const empty = node.children.every((child) => child.type === 'html' || (plainText([child]) === '' && !hasMore(child)));
    const steps = node.children.some((child) => child.type === 'list' && child.ordered === true);
    if (empty || (node.name === 'example' && !steps)) report.add('syntax/block-content', source.place(start, start + 7), { name: node.name, empty });
  });
}

/** Code, pictures and figures have no words, or words of their own. */
function hasMore(node: RootContent): boolean {
  let found = false;
  walk([node], ({ type }) => {
    found ||= type === 'code' || type === 'image' || type === 'inlineMath' || type === 'visual';
  });
  return found;
}
