/** GitHub's alerts: a quotation that begins with `[!NOTE]` is a callout; a first line in bold is its title (authoring 1.2). */
import type { Blockquote, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { calloutKinds, type Callout, type CalloutKind } from '../../course/prose-nodes.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { SourceText } from './source.ts';

/** What other tools call them. */
const otherNames: ReadonlyMap<string, CalloutKind> = new Map([
  ['info', 'note'], ['abstract', 'note'], ['summary', 'note'], ['example', 'note'], ['quote', 'note'], ['question', 'note'], ['hint', 'tip'], ['success', 'tip'],
  ['attention', 'warning'], ['danger', 'caution'], ['error', 'caution'], ['bug', 'caution'], ['failure', 'caution'],
]);

/** Quotations that are callouts become `callout` nodes. The tree is changed in place. */
export function findCallouts(tree: Root, source: SourceText): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  if (!source.text.includes('[!')) return diagnostics;
  const visit = (nodes: RootContent[]): RootContent[] =>
    nodes.map((node) => {
      if (!('children' in node) || node.type === 'paragraph' || node.type === 'heading') return node;
      (node as { children: RootContent[] }).children = visit(node.children as RootContent[]);
      return node.type === 'blockquote' ? (calloutOf(node, source, diagnostics) ?? node) : node;
    });
  tree.children = visit(tree.children);
  return diagnostics;
}

const mark = /^\[!([A-Za-z]+)\]([+-]?)[ \t]*/;

function calloutOf(quote: Blockquote, source: SourceText, diagnostics: Diagnostic[]): Callout | null {
  const [first, ...rest] = quote.children;
  const opening = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (first?.type !== 'paragraph' || opening?.type !== 'text') return null;
  const match = mark.exec(opening.value);
  const start = opening.position?.start.offset ?? 0;
  if (match === null || source.text[start] !== '[') return null;
  const [whole, name = ''] = match;
  const kind = calloutKinds.find((each) => each === name.toLowerCase());
  if (kind === undefined) {
    const near = otherNames.get(name.toLowerCase()) ?? nearest(name.toLowerCase(), calloutKinds);
    diagnostics.push(diagnose('syntax/unknown-callout', source.place(start, start + name.length + 3), { written: `[!${name}]`, near: near?.toUpperCase() ?? null }));
    return null;
  }
  const words = withoutStart(first, opening.value.slice(whole.length), start + whole.length);
  const { title, body, beside } = split(words);
  if (beside) diagnostics.push(diagnose('syntax/callout-title', source.place(start + whole.length, start + whole.length + (/^.*/.exec(opening.value.slice(whole.length))?.[0].length ?? 1)), { kind: name }));
  if (title === null && body.length === 0 && rest.length === 0) diagnostics.push(diagnose('syntax/broken-callout', source.place(start, start + name.length + 3), { written: `[!${name}]`, kind: name.toUpperCase(), problem: 'empty' }));
  const paragraph: RootContent[] = body.length === 0 ? [] : [{ ...first, children: body }];
  return { type: 'callout', kind, title, children: [...paragraph, ...rest], ...(quote.position ? { position: quote.position } : {}) };
}

/** The paragraph's words behind the mark. */
function withoutStart({ children: [opening, ...rest] }: Paragraph, value: string, offset: number): PhrasingContent[] {
  if (value === '' || opening?.position === undefined) return rest;
  return [{ type: 'text', value, position: { start: { ...opening.position.start, offset }, end: opening.position.end } }, ...rest];
}

/** The title is what stands behind the mark on its line, else a first line wholly in bold. */
function split(words: PhrasingContent[]): { title: PhrasingContent[] | null; body: PhrasingContent[]; beside: boolean } {
  const [first] = words;
  if (first?.type === 'text' && first.value.startsWith('\n')) return bold([{ ...first, value: first.value.slice(1) }, ...words.slice(1)].filter((node) => node.type !== 'text' || node.value !== ''));
  if (first === undefined) return { title: null, body: [], beside: false };
  const end = words.findIndex((node) => node.type === 'break' || (node.type === 'text' && node.value.includes('\n')));
  const last = words[end];
  if (last === undefined) return { title: words, body: [], beside: true };
  if (last.type !== 'text') return { title: words.slice(0, end), body: words.slice(end + 1), beside: true };
  const cut = last.value.indexOf('\n');
  const before: PhrasingContent[] = cut === 0 ? [] : [{ ...last, value: last.value.slice(0, cut) }];
  return { title: [...words.slice(0, end), ...before], body: [{ ...last, value: last.value.slice(cut + 1) }, ...words.slice(end + 1)], beside: true };
}

function bold(words: PhrasingContent[]): { title: PhrasingContent[] | null; body: PhrasingContent[]; beside: boolean } {
  const [first, second] = words;
  if (first?.type !== 'strong') return { title: null, body: words, beside: false };
  if (second === undefined) return { title: first.children, body: [], beside: false };
  if (second.type === 'break') return { title: first.children, body: words.slice(2), beside: false };
  if (second.type !== 'text' || !second.value.startsWith('\n')) return { title: null, body: words, beside: false };
  return { title: first.children, body: [{ ...second, value: second.value.slice(1) }, ...words.slice(2)], beside: false };
}
