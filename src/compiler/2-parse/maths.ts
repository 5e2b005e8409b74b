/** TeX between double dollars, and between a dollar and a backtick as on GitHub; single dollars are money (authoring 1.2.6). */
import type { Parents, Root, RootContent } from 'mdast';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Line } from './lines.ts';
import type { Edit } from './source.ts';

export interface Maths {
  /** By index of the line: formulas made fences and code spans, whose insides no other rule touches. */
  edits: Map<number, Edit[]>;
  diagnostics: Diagnostic[];
}

const FENCE = '```math';
const inside = /^(\s*(?:(?:>|[-*+•]|\d{1,9}[.)])\s+)*?)\$\$(?!\$)/;

/** Lines of formulas become opaque. Linear. */
export function findMaths(file: string, lines: readonly Line[], opaque: boolean[]): Maths {
  const maths: Maths = { edits: new Map(), diagnostics: [] };
  let closed = true;
  for (let index = 0; index < lines.length; index++) {
    const text = lines[index]?.text ?? '';
    if (opaque[index] || !text.includes('$$')) continue;
    const before = inside.exec(text)?.[1];
    const rest = before === undefined ? null : text.slice(before.length + 2);
    if (before === undefined || rest === null || (rest.includes('$$') && !/^[^$]*\$\$\s*$/.test(rest))) {
      maths.edits.set(index, spans(text));
      continue;
    }
    const last = rest.includes('$$') ? index : closed ? closing(lines, opaque, index + 1) : null;
    if (last === null) {
      closed = false;
      const place = { file, start: { line: index + 1, column: before.length + 1 }, end: { line: index + 1, column: before.length + 3 } };
      maths.diagnostics.push(diagnose('math/unclosed', place, {}));
      continue;
    }
    makeFence(lines, { index, last, before }, maths);
    // A formula behind a list mark leaves the mark to be read.
    opaque.fill(true, before.trim() === '' ? index : index + 1, last + 1);
    index = last;
  }
  return maths;
}

/** The line that ends in `$$`; a formula has no blank lines. */
function closing(lines: readonly Line[], opaque: readonly boolean[], from: number): number | null {
  for (let index = from; index < lines.length; index++) {
    const text = lines[index]?.text ?? '';
    if (opaque[index]) return null;
    if (/\$\$\s*$/.test(text)) return index;
  }
  return null;
}

function makeFence(lines: readonly Line[], { index, last, before }: { index: number; last: number; before: string }, { edits }: Maths): void {
  const indent = before.replace(/[^\s>]/g, ' ');
  const first = lines[index]?.text ?? '';
  const open = before.length;
  const empty = first.slice(open + 2).trim() === '';
  const opening: Edit = { from: open, to: open + 2, insert: empty ? FENCE : `${FENCE}\n${indent}` };
  const end = lines[last]?.text.lastIndexOf('$$') ?? 0;
  const alone = last !== index && /^[\s>]*$/.test(lines[last]?.text.slice(0, end) ?? '');
  const close: Edit = { from: end, to: lines[last]?.text.length ?? end, insert: alone ? '```' : `\n${indent}\`\`\`` };
  edits.set(index, last === index ? [opening, close] : [opening]);
  if (last !== index) edits.set(last, [close]);
}

/** `$$x$$` among words as `` $`x`$ ``: the same length, so that every column stays. */
function spans(text: string): Edit[] {
  const edits: Edit[] = [];
  const mark = /`+|\\.|\$\$(?![\s$])((?:[^$`\\]|\\.)*?[^\s$\\`]|(?:[^$`\\]|\\.)*?\\.)\$\$(?!\$)|\$+/g;
  for (let match = mark.exec(text); match !== null; match = mark.exec(text)) {
    const [whole, formula] = match;
    if (whole.startsWith('`')) {
      // Nothing in a code span is a formula.
      const end = new RegExp(`(?<!\`)${whole}(?!\`)`, 'g');
      end.lastIndex = mark.lastIndex;
      if (end.exec(text) !== null) mark.lastIndex = end.lastIndex;
    } else if (formula !== undefined) {
      const close = match.index + whole.length - 2;
      edits.push({ from: match.index, to: match.index + 2, insert: '$`' }, { from: close, to: close + 2, insert: '`$' });
    }
  }
  return edits;
}

/** Both lists in the order of the line; where two edits overlap, the line's own goes first and the formula stays as it was written. */
export function withMaths(own: readonly Edit[], maths: readonly Edit[]): Edit[] {
  const last = own.at(-1)?.to ?? 0;
  return [...own, ...maths.filter(({ from }) => from >= last)];
}

/** Code spans between single dollars become formulas. The tree is changed in place. */
export function joinMaths(tree: Root, text: string): void {
  if (!text.includes('$`')) return;
  const visit = (node: Parents): void => {
    const { children } = node;
    children.forEach((child: RootContent, i: number) => {
      if ('children' in child) return visit(child);
      const [before, after] = [children[i - 1], children[i + 1]];
      if (child.type !== 'inlineCode' || before?.type !== 'text' || after?.type !== 'text') return;
      if (!/(?:^|[^\\$])\$$/.test(before.value) || !/^\$(?!\$)/.test(after.value)) return;
      before.value = before.value.slice(0, -1);
      after.value = after.value.slice(1);
      if (before.position?.end.offset !== undefined) before.position.end.offset--;
      if (after.position?.start.offset !== undefined) after.position.start.offset++;
      (children as RootContent[])[i] = { type: 'inlineMath', value: child.value, ...(child.position ? { position: child.position } : {}) };
    });
    if (children.some((child: RootContent) => child.type === 'inlineMath')) {
      (node as { children: RootContent[] }).children = (children as RootContent[]).filter((child) => child.type !== 'text' || child.value !== '');
    }
  };
  visit(tree);
}
