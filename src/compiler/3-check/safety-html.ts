/** HTML in a lesson: a short list of elements that Markdown lacks, everything else is refused (authoring 1.2). */
import type { Html, RootContent } from 'mdast';
import type { SourceText } from '../2-parse/source.ts';
import { htmlMarks, type HtmlMark } from './html-marks.ts';
import type { Report } from './report.ts';
import { offsetsOf, walk } from './tree.ts';

/** Elements with the attributes each may have. */
const allowed: ReadonlyMap<string, readonly string[]> = new Map([
  ['kbd', []],
  ['sub', []],
  ['sup', []],
  ['br', []],
  ['details', ['open']],
  ['summary', []],
  ['abbr', ['title']],
  ['span', ['lang']],
]);

export function checkHtml(blocks: readonly RootContent[], source: SourceText, report: Report): void {
  walk(blocks, (node) => {
    if (node.type === 'html') checkNode(node, source, report);
  });
}

function checkNode(node: Html, source: SourceText, report: Report): void {
  const marks = htmlMarks(node.value).filter((mark) => mark.kind !== 'comment');
  if (marks.length === 0) return;
  const offset = offsetsOf(node, source);
  const opened = new Set(marks.filter((mark) => mark.kind === 'open').map((mark) => mark.name));
  for (const mark of marks) {
    const names = allowed.get(mark.name);
    if (names === undefined) {
      // The closing half of what was just refused needs no message of its own; nor does one that stands alone in a line of prose.
      if (mark.kind === 'close' && (opened.has(mark.name) || marks.length === 1)) continue;
      report.add('html/not-allowed', source.place(offset(mark.start), offset(mark.end)), { tag: mark.name, written: written(node.value, mark) });
    } else checkAttributes(mark, names, { source, report, offset });
  }
}

/** `<script>` without its attributes, which may be long. */
function written(html: string, mark: HtmlMark): string {
  if (mark.kind === 'other') return html.slice(mark.start, Math.min(mark.end, mark.start + 30));
  const opening = mark.kind === 'close' ? 2 : 1;
  return `${html.slice(mark.start, mark.start + opening + mark.name.length)}>`;
}

function checkAttributes(mark: HtmlMark, names: readonly string[], { source, report, offset }: { source: SourceText; report: Report; offset: (index: number) => number }): void {
  for (const { name, start } of mark.attributes) {
    if (names.includes(name)) continue;
    report.add('html/attribute', source.place(offset(start), offset(start + name.length)), { tag: mark.name, attribute: name, allowed: [...names] });
  }
}
