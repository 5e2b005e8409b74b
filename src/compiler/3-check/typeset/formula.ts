/** TeX to MathML, which browsers draw and screen readers read (authoring 1.2.6). */
import type { Element, ElementContent } from 'hast';
import type { Code } from 'mdast';
import temml from 'temml';
import type { InlineMath } from '../../../course/prose-nodes.ts';
import { nearest } from '../../../diagnostics/nearest.ts';
import type { SourceText } from '../../2-parse/source.ts';
import type { Report } from '../report.ts';
import { span } from '../tree.ts';
import { codeLines } from './code-places.ts';

/** Nobody reads more in one formula. */
const longestFormula = 5000;

/** A node of the library's tree: an element, a fragment or a text. */
interface MathNode {
  type?: string;
  text?: string;
  attributes?: Record<string, unknown>;
  classes?: string[];
  style?: Record<string, unknown>;
  children?: MathNode[];
}

export function drawFormula(node: Code | InlineMath, source: SourceText, report: Report): void {
  const display = node.type === 'code';
  const at = placesIn(node, source);
  if (node.value.trim() === '' || node.value.length > longestFormula) {
    report.add('math/cannot-read', source.place(at(0), at(node.value.length)), { problem: node.value.trim() === '' ? 'it is empty' : `it has more than ${longestFormula} characters`, near: null });
    return;
  }
  try {
    const tree = temml.__renderToMathMLTree(node.value, { displayMode: display, throwOnError: true, strict: false, maxExpand: 500, maxSize: [20, 20] }) as MathNode;
    node.data = { ...node.data, drawn: { kind: 'math', content: elements(tree), title: null, description: null } };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const { problem, word } = explained(error.message);
    const from = Math.min('position' in error && typeof error.position === 'number' ? error.position : 0, Math.max(0, node.value.length - 1));
    report.add('math/cannot-read', source.place(at(from), at(from) + Math.max(1, word.length)), { problem, near: word === '' ? null : nearest(word, commands) });
  }
}

/** From an index in the TeX to its offset in the lesson. */
function placesIn(node: Code | InlineMath, source: SourceText): (index: number) => number {
  if (node.type === 'inlineMath') {
    const { start } = span(node);
    const first = start + Math.max(1, source.text.slice(start, start + 10).search(/[^`]/));
    return (index) => first + (source.text[first] === ' ' && !node.value.startsWith(' ') ? 1 : 0) + index;
  }
  const starts = codeLines(node, source);
  return (index) => {
    const lines = node.value.slice(0, index).split('\n');
    return (starts[lines.length - 1] ?? span(node).start) + (lines.at(-1)?.length ?? 0);
  };
}

/** What the library complains about, in an author's words. */
function explained(message: string): { problem: string; word: string } {
  const command = /(?:Unsupported function name:|Undefined control sequence:?|Function) "?(\\[A-Za-z]+|\\.)/.exec(message)?.[1];
  if (command !== undefined) return { problem: `“${command}” is no command that is known`, word: command };
  const environment = /No such environment: (\w+\*?)/.exec(message)?.[1];
  if (environment !== undefined) return { problem: `there is no environment “${environment}”`, word: '' };
  if (/end of input/i.test(message)) return { problem: 'a bracket or an environment is never closed', word: '' };
  if (/got '\}'|Expected 'EOF'/.test(message)) return { problem: 'something is closed here that was not opened', word: '' };
  if (/Double (super|sub)script/i.test(message)) return { problem: 'two exponents or two indices stand side by side', word: '' };
  if (/display mode/.test(message)) return { problem: 'this can only stand in a formula on lines of its own', word: '' };
  return { problem: 'it is not understood from here on', word: '' };
}

/** What authors mean most often, for suggestions. */
const commands = (
  'frac sqrt sum prod int lim log ln exp sin cos tan max min argmax argmin alpha beta gamma delta epsilon varepsilon zeta eta theta lambda mu nu xi pi rho sigma tau phi varphi chi psi omega ' +
  'Gamma Delta Theta Lambda Pi Sigma Phi Psi Omega partial nabla infty cdot times div pm leq geq neq approx equiv propto sim in notin subset subseteq cup cap forall exists to rightarrow leftarrow Rightarrow Leftrightarrow ' +
  'mathbb mathbf mathcal mathrm mathit text operatorname left right begin end hat bar vec tilde dot overline underline underbrace overbrace binom quad qquad ldots cdots vdots ddots mid land lor lnot top bot circ star otimes oplus'
).split(' ').map((name) => `\\${name}`);

function elements(node: MathNode): ElementContent[] {
  if (typeof node.text === 'string') return [{ type: 'text', value: node.text }];
  const children = (node.children ?? []).flatMap(elements);
  if (typeof node.type !== 'string' || !/^(?:m[a-z]+|semantics|none)$/.test(node.type)) return children;
  const properties: Element['properties'] = {};
  for (const [name, value] of Object.entries(node.attributes ?? {})) if (/^[a-z][a-z-]*$/.test(name) && !/^(?:on|href|src|style)/.test(name)) properties[name] = String(value);
  const classes = (node.classes ?? []).filter((name) => /^[\w-]+$/.test(name));
  if (classes.length > 0) properties['className'] = classes;
  const style = styleText(node.style ?? {});
  if (style !== '') properties['style'] = style;
  return [{ type: 'element', tagName: node.type, properties, children }];
}

/** Lengths, colours and keywords only. */
function styleText(style: Record<string, unknown>): string {
  return Object.entries(style)
    .map(([name, value]) => [name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), String(value)] as const)
    .filter(([name, value]) => /^[a-z-]+$/.test(name) && /^[\w\s.%#-]+$/.test(value) && value !== '')
    .map(([name, value]) => `${name}:${value}`)
    .join(';');
}
