/** Blocks between lines of three and more colons: read from the raw lines, so that no misspelt one is silently prose (authoring 1.4, 1.6 (8)). */
import type { Html, Root, RootContent } from 'mdast';
import type { Container } from '../../course/prose-nodes.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic, Place } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { Line } from './lines.ts';
import { findHeadingSection } from './section-names.ts';
import type { Edit, SourceText } from './source.ts';

/** The blocks that the lesson language knows. */
export const blockNames = ['reveal', 'example', 'instructor', 'bank'];

type Opening = Pick<Container, 'name' | 'label' | 'attributes'>;

/** A line of colons that opens a block, or closes one. */
interface Mark {
  place: Place;
  opens: Opening | null;
}

export interface Containers {
  /** By index of the line; only of blocks that are read and closed. */
  marks: ReadonlyMap<number, Mark>;
  diagnostics: Diagnostic[];
}

const opening = /^(\s*):{3,}[\s{]*([\p{L}][\p{L}\p{N}_-]*)?/u;

interface OpenBlock extends Mark {
  line: number;
  name: string;
}

/** Linear. */
export function findContainers(file: string, lines: readonly Line[], opaque: readonly boolean[]): Containers {
  const diagnostics: Diagnostic[] = [];
  const marks = new Map<number, Mark>();
  const open: OpenBlock[] = [];
  lines.forEach(({ text }, line) => {
    if (opaque[line] || !text.includes(':::')) return;
    const match = opening.exec(text);
    if (match === null) return;
    const [whole, indent = '', written = ''] = match;
    const name = written.toLowerCase();
    const end = whole.trimEnd().length;
    const place = placeIn(file, line, indent.length, end);
    if (name === '' && text.slice(end).trim() === '') {
      const block = open.pop();
      if (block === undefined) diagnostics.push(diagnose('syntax/unopened-block', place, {}));
      else if (!blockNames.includes(block.name)) diagnostics.push(unknown(block));
      else marks.set(block.line, block).set(line, { place, opens: null });
      return;
    }
    const rest = readRest(text.slice(whole.length));
    // A bank without braces around its name has a message of its own.
    if (rest.surplus !== '' && blockNames.includes(name) && !(name === 'bank' && /^#?[\w-]+$/.test(rest.surplus))) {
      const from = text.indexOf(rest.surplus, whole.length);
      diagnostics.push(diagnose('syntax/block-line', placeIn(file, line, from, from + rest.surplus.length), { name, surplus: rest.surplus }));
    }
    open.push({ line, name, place, opens: { name, label: rest.label, attributes: rest.attributes } });
  });
  for (const block of open) diagnostics.push(blockNames.includes(block.name) ? diagnose('syntax/unclosed-block', block.place, { name: block.name, last: lines.length }) : unknown(block));
  return { marks, diagnostics };
}

function placeIn(file: string, line: number, from: number, to: number): Place {
  return { file, start: { line: line + 1, column: from + 1 }, end: { line: line + 1, column: to + 1 } };
}

function unknown({ name, place }: OpenBlock): Diagnostic {
  const section = findHeadingSection(name) === null ? {} : { section: name.charAt(0).toUpperCase() + name.slice(1) };
  return diagnose('syntax/unknown-block', place, { name, near: nearest(name, blockNames), ...section });
}

/** `[label]{#id key=value}`, each of which may be missing, and what stands after them. */
function readRest(rest: string): { label: string | null; attributes: Record<string, string>; surplus: string } {
  const [whole, label, braces] = /^(?:\[((?:[^\]\\]|\\.)*)\])?[ \t]*(?:\{([^}]*)\})?/.exec(rest) ?? ['', undefined, undefined];
  const attributes: Record<string, string> = {};
  for (const [, id, key = '', quoted, bare] of (braces ?? '').matchAll(/#([^\s#}]+)|([\w-]+)(?:=(?:"([^"]*)"|(\S+)))?/g)) {
    if (id !== undefined) attributes['id'] = id;
    else attributes[key] = quoted ?? bare ?? '';
  }
  const plain = label?.replace(/\\(.)/g, '$1').trim() ?? '';
  const unknownOnes = Object.keys(attributes).some((key) => key !== 'id');
  return { label: plain === '' ? null : plain, attributes, surplus: rest.slice(whole.length).trim() || (unknownOnes ? `{${braces ?? ''}}` : '') };
}

/** What a line of colons is for the Markdown parser: it ends whatever stands above it, and stays in the tree where it stood. */
const STAND_IN = '<!---->';

export function standIns({ marks }: Containers, lines: readonly Line[]): Map<number, Edit[]> {
  return new Map([...marks.keys()].map((line) => {
    const { text } = lines[line] ?? { text: '' };
    return [line, [{ from: text.length - text.trimStart().length, to: text.length, insert: STAND_IN }]];
  }));
}

/** Puts what stands between two marks into a container. A mark whose other half stands elsewhere is reported. The tree is changed in place. */
export function wrapContainers(tree: Root, source: SourceText, { marks }: Containers): Diagnostic[] {
  if (marks.size === 0) return [];
  const diagnostics: Diagnostic[] = [];
  const left = new Map(marks);
  const markOf = (node: RootContent): Mark | null => {
    if (node.type !== 'html' || !node.value.startsWith(STAND_IN)) return null;
    const line = source.point(node.position?.start.offset ?? 0).line - 1;
    const mark = marks.get(line) ?? null;
    left.delete(line);
    return mark;
  };
  const misplaced = ({ place, opens }: Mark): void => void diagnostics.push(diagnose('syntax/misplaced-block', place, { name: opens?.name ?? '' }));
  const wrap = (children: readonly RootContent[]): RootContent[] => {
    const open: { mark: Mark; node: Html; children: RootContent[] }[] = [];
    const out: RootContent[] = [];
    for (const child of children) {
      const mark = markOf(child);
      const target = open.at(-1)?.children ?? out;
      if (mark === null) {
        if ('children' in child && child.type !== 'paragraph' && child.type !== 'heading') (child as { children: RootContent[] }).children = wrap(child.children);
        target.push(child);
      } else if (mark.opens !== null) open.push({ mark, node: child as Html, children: [] });
      else closeInto(open.pop(), mark, child, open.at(-1)?.children ?? out);
    }
    for (const { mark, children: inside } of open) {
      misplaced(mark);
      for (const one of inside) out.push(one);
    }
    return out;
  };
  const closeInto = (block: { mark: Mark; node: Html; children: RootContent[] } | undefined, mark: Mark, end: RootContent, target: RootContent[]): void => {
    if (block?.mark.opens == null) return misplaced(mark);
    const position = block.node.position && end.position ? { position: { start: block.node.position.start, end: end.position.end } } : {};
    target.push({ type: 'container', ...block.mark.opens, children: block.children, ...position });
  };
  tree.children = wrap(tree.children);
  for (const mark of left.values()) misplaced(mark);
  return diagnostics;
}
