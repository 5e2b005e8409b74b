/** Code to coloured spans, with marked lines, additions and removals (authoring 1.2.6). */
import type { Element, ElementContent, RootContent, Text } from 'hast';
import { common, createLowlight } from 'lowlight';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import elixir from 'highlight.js/lib/languages/elixir';
import haskell from 'highlight.js/lib/languages/haskell';
import http from 'highlight.js/lib/languages/http';
import julia from 'highlight.js/lib/languages/julia';
import latex from 'highlight.js/lib/languages/latex';
import matlab from 'highlight.js/lib/languages/matlab';
import nginx from 'highlight.js/lib/languages/nginx';
import powershell from 'highlight.js/lib/languages/powershell';
import properties from 'highlight.js/lib/languages/properties';
import protobuf from 'highlight.js/lib/languages/protobuf';
import scala from 'highlight.js/lib/languages/scala';
import x86asm from 'highlight.js/lib/languages/x86asm';
import type { Code } from 'mdast';
import { nearest } from '../../../diagnostics/nearest.ts';
import type { SourceText } from '../../2-parse/source.ts';
import type { Report } from '../report.ts';
import { span } from '../tree.ts';
import { codeLines } from './code-places.ts';
import { readFence, type Fence } from './fence.ts';

const grammars = { ...common, dockerfile, elixir, haskell, http, julia, latex, matlab, nginx, powershell, properties, protobuf, scala, x86asm };
const lowlight = createLowlight(grammars);
const others = ['text', 'txt', 'plain', 'plaintext', 'console', 'output', 'none', 'hcl', 'terraform', 'vim', 'csv', 'log'];

/** Wider code has to be scrolled, on a phone even much earlier. */
const widest = 100;
/** Colours help nobody in a listing of this size, and take their time. */
const longestColoured = 100_000;

export function drawCode(node: Code, source: SourceText, report: Report): void {
  const fence = readFence(node, source, report);
  const known = lowlight.registered(fence.language);
  const near = known || others.includes(fence.language) ? null : nearest(fence.language, [...lowlight.listLanguages(), ...others]);
  if (near !== null) {
    const { start } = span(node);
    const at = start + source.text.slice(start).indexOf(node.lang ?? '');
    report.add('code/unknown-language', source.place(at, at + (node.lang?.length ?? 1)), { language: node.lang ?? '', near });
  }
  checkWidth(node, source, report);
  const coloured = known && node.value.length <= longestColoured ? grouped(lowlight.highlight(fence.language, fence.value).children) : [text(fence.value)];
  const content = fence.marked.size + fence.changed.size === 0 ? coloured : byLine(coloured, fence);
  node.data = { ...node.data, drawn: { kind: 'code', content, title: fence.title, description: null } };
}

function checkWidth(node: Code, source: SourceText, report: Report): void {
  const lines = node.value.split('\n');
  const index = lines.findIndex((line) => line.length > widest);
  if (index < 0) return;
  const at = (codeLines(node, source)[index] ?? span(node).start) + widest;
  report.add('code/long-line', source.place(at, at + (lines[index]?.length ?? 0) - widest), { length: lines[index]?.length ?? 0, limit: widest });
}

/** The few kinds that get a colour; the others look like plain code, and need no element. */
const kinds: Readonly<Record<string, string>> = {
  keyword: 'k', 'selector-tag': 'k', literal: 'n', number: 'n', symbol: 'n', string: 's', regexp: 's', 'meta-string': 's', comment: 'c', quote: 'c', title: 'f', section: 'f', name: 'f',
  type: 't', built_in: 't', class: 't', attr: 'v', attribute: 'v', variable: 'v', 'template-variable': 'v', property: 'v', meta: 'm', addition: 'ins', deletion: 'del',
};

function grouped(nodes: readonly RootContent[]): ElementContent[] {
  const out: ElementContent[] = [];
  for (const node of nodes) {
    if (node.type === 'text') push(out, node);
    if (node.type !== 'element') continue;
    const name = Array.isArray(node.properties['className']) ? String(node.properties['className'][0] ?? '') : '';
    const kind = kinds[name.replace(/^hljs-/, '')];
    const children = grouped(node.children);
    if (kind === undefined) for (const child of children) push(out, child);
    else out.push({ type: 'element', tagName: 'span', properties: { className: [`hl-${kind}`] }, children });
  }
  return out;
}

/** Texts side by side become one. */
function push(out: ElementContent[], node: ElementContent): void {
  const last = out.at(-1);
  if (node.type === 'text' && last?.type === 'text') last.value += node.value;
  else out.push(node.type === 'text' ? text(node.value) : node);
}

function text(value: string): Text {
  return { type: 'text', value };
}

/** Each line an element, so that a whole one can be marked. Marks are elements with a meaning, not colours alone. */
function byLine(content: readonly ElementContent[], { marked, changed }: Fence): ElementContent[] {
  const lines: ElementContent[][] = [[]];
  const add = (node: ElementContent, into: (inner: ElementContent) => ElementContent): void => {
    if (node.type === 'text') {
      node.value.split('\n').forEach((part, i) => {
        if (i > 0) lines.push([]);
        if (part !== '') lines.at(-1)?.push(into(text(part)));
      });
    } else if (node.type === 'element') for (const child of node.children) add(child, (inner) => into({ ...node, children: [inner] }));
  };
  for (const node of content) add(node, (inner) => inner);
  return lines.flatMap((children, index): ElementContent[] => {
    const change = changed.get(index + 1);
    const tagName = change ?? (marked.has(index + 1) ? 'mark' : null);
    const line: ElementContent[] = tagName === null ? children : [element(tagName, ['line'], children)];
    return index === lines.length - 1 ? line : [...line, text('\n')];
  });
}

function element(tagName: string, className: string[], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: { className }, children };
}
