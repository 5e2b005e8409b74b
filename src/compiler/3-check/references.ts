/** The sources a lesson names: one per list entry, per line that begins with a number in brackets, or per paragraph. */
import type { Paragraph, RootContent } from 'mdast';
import type { Reference } from '../../course/course.ts';
import type { Prose } from '../../course/prose.ts';
import type { LessonDocument, SectionNode } from '../2-parse/document.ts';
import { linesOf, paragraphOf, plainText, rememberOffsets, slice, span, unwrapped, type Offsets, type Span } from './tree.ts';

export interface FoundReference extends Reference {
  at: Span;
  /** The label of a definition, `[1]: https://…`, that stands in its place: links use it by this name. */
  identifier: string | null;
}

export function readReferences(sections: readonly SectionNode[], document: LessonDocument): FoundReference[] {
  const offsets = rememberOffsets(document.source);
  const own = sections.filter((s) => s.role === 'references');
  const blocks = own.flatMap((s) => splitReferences(s.blocks, offsets));
  const listed = blocks.some((block) => block.type === 'list');
  const entries = blocks.flatMap((block): RootContent[][] => {
    if (block.type === 'list') return block.children.map((entry) => entry.children);
    return block.type === 'paragraph' && (!listed || isNumbered(block)) ? [[block]] : [];
  });
  const found = entries.flatMap((entry): FoundReference[] => {
    const text = plainText(entry);
    const [first, last] = [entry[0], entry.at(-1)];
    if (text === '' || first === undefined || last === undefined) return [];
    return [{ prose: unwrapped(entry), text, label: label.exec(text)?.[0].trim() ?? null, at: { start: span(first).start, end: span(last).end }, identifier: null }];
  });
  return own.length === 0 ? found : [...found, ...definedReferences(own, document)];
}

/** `[1]: https://… "Title"` below the heading of the references: a list of sources, which Markdown itself would not show. */
function definedReferences(own: readonly SectionNode[], { sections, definitions, source }: LessonDocument): FoundReference[] {
  const starts = sections.map(({ place }) => place.start.line).sort((a, b) => a - b);
  const stretches = own.map(({ place }) => ({ from: place.start.line, to: starts.find((line) => line > place.start.line) ?? Infinity }));
  return definitions.flatMap((definition): FoundReference[] => {
    const at = span(definition);
    const { line } = source.point(at.start);
    if (definition.type !== 'definition' || !stretches.some(({ from, to }) => line > from && line < to)) return [];
    const title = definition.title ?? '';
    const link: RootContent = { type: 'link', url: definition.url, title: null, children: [{ type: 'text', value: title === '' ? definition.url : title }] };
    const written = `[${definition.label ?? definition.identifier}]`;
    const numbered = label.test(`${written} `);
    const prose: Prose = numbered ? [{ type: 'text', value: `${written} ` }, link] : [link];
    return [{ prose, text: [...(numbered ? [written] : []), ...(title === '' ? [] : [title]), definition.url].join(' '), label: numbered ? written : null, at, identifier: definition.identifier }];
  });
}

/** `[1] …` and `[2] …` on lines right below each other as paragraphs of their own; everything else as it is. */
export function splitReferences(blocks: Prose, offsets: Offsets): Prose {
  return blocks.flatMap((block): Prose => (block.type === 'paragraph' ? splitParagraph(block, offsets) : [block]));
}

/** `[1]`, `[12]`, `[Qi24]`. */
const label = /^\s*\[(?:\p{Nd}{1,4}|\p{L}{1,12}[+-]?\p{Nd}{2,4}[a-z]?)\]\s/u;

function isNumbered({ children }: Paragraph): boolean {
  const first = children[0];
  return first?.type === 'text' && label.test(first.value.slice(0, 40));
}

function splitParagraph(paragraph: Paragraph, offsets: Offsets): Paragraph[] {
  if (!isNumbered(paragraph)) return [paragraph];
  const { children } = paragraph;
  const lines = linesOf(children);
  const end = { child: children.length, index: 0 };
  const starts = lines.filter(({ child, index }, i) => {
    const node = children[child];
    return i === 0 || (node?.type === 'text' && label.test(node.value.slice(index, index + 40)));
  });
  return starts.flatMap((from, i) => paragraphOf(slice(children, from, starts[i + 1] ?? end, offsets)) ?? []);
}
