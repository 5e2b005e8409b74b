/** What the search knows of a lesson: every part, term and slide with its words; questions and what is private are left out. */
import type { Lesson, Part } from '../../course/course.ts';
import type { SearchLesson, SearchSpot } from '../../course/payload.ts';
import { stepsOf, type Visual } from '../../course/visual.ts';
import { termId } from '../../vocabulary/tags.ts';

export function searchText(lesson: Lesson): SearchLesson {
  const { id, language, sections, terms, slides } = lesson;
  const parts = sections.flatMap(({ role, parts: all }) => (role === 'terms' && terms.length > 0 ? [] : all)).map(partSpot);
  const explained = terms.map((term): SearchSpot => ['read', termId(term.id), term.names.join(' / '), words(term.definition)]);
  const shown = slides.map(({ number, title, narration, visuals }): SearchSpot => ['slides', `lectern-slide-${number}`, title, tidy(`${visuals.map(visualWords).join(' ')} ${words(narration)}`)]);
  return { id, language, spots: [...parts, ...explained, ...shown] };
}

function partSpot({ id, title, blocks }: Part): SearchSpot {
  return ['read', id, title, words(blocks)];
}

/** Nodes that are one word with those beside them. */
const INLINE = new Set(['text', 'inlineCode', 'emphasis', 'strong', 'delete', 'link', 'linkReference', 'wordLink', 'inlineMath', 'footnoteReference']);
/** Their text is for other eyes. */
const SILENT = new Set(['html', 'definition', 'check', 'yaml']);

/** Every word that a reader sees, with a space where a block, a cell or a line ends. */
function words(nodes: readonly unknown[]): string {
  const out: string[] = [];
  for (const node of nodes) collect(node, out);
  return tidy(out.join(''));
}

function collect(node: unknown, out: string[]): void {
  if (typeof node !== 'object' || node === null || !('type' in node) || typeof node.type !== 'string' || SILENT.has(node.type)) return;
  if ('visual' in node) out.push(visualWords(node.visual as Visual));
  if ('value' in node && typeof node.value === 'string') out.push(node.value);
  if ('alt' in node && typeof node.alt === 'string') out.push(node.alt);
  for (const list of ['title', 'children'] as const) {
    const below: unknown = Reflect.get(node, list);
    if (Array.isArray(below)) for (const child of below) collect(child, out);
  }
  if (!INLINE.has(node.type)) out.push(' ');
}

function visualWords(visual: Visual): string {
  const steps = stepsOf(visual).flatMap(({ label, detail }) => (detail === null ? [label] : [label, detail]));
  return [visual.title, ...steps, visual.caption].filter((text) => text !== null).join(' ');
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();
