/** Comments that are never closed, or that only look like comments: what was to stay private would be read, or what follows lost. */
import type { Html, Text } from 'mdast';
import type { LessonDocument } from '../2-parse/document.ts';
import { htmlMarks } from './html-marks.ts';
import type { Report } from './report.ts';
import { offsetsOf, walk } from './tree.ts';

export function checkComments({ sections, source }: LessonDocument, report: Report): void {
  if (!source.text.includes('<!-')) return;
  const last = source.point(source.text.length).line;
  const add = (node: Html | Text, start: number, length: number, problem: 'open' | 'mark' | 'nested'): void => {
    const offset = offsetsOf(node, source);
    report.add('syntax/open-comment', source.place(offset(start), offset(Math.min(start + length, node.value.length))), { problem, last });
  };
  for (const { role, blocks } of sections) {
    walk(blocks, (node) => {
      if (node.type === 'html') for (const { start, problem } of slipsIn(node.value)) add(node, start, 4, problem);
      else if (node.type === 'text' && role !== 'notes') {
        for (const { index, 0: mark } of node.value.matchAll(/<!--?(?=[\s\p{L}])/gu)) {
          if (source.text[offsetsOf(node, source)(index) - 1] !== '\\') add(node, index, mark.length, mark === '<!--' ? 'open' : 'mark');
        }
      }
    });
  }
}

interface Slip {
  start: number;
  problem: 'open' | 'nested';
}

function slipsIn(html: string): Slip[] {
  return htmlMarks(html).flatMap(({ kind, start, end }): Slip[] => {
    if (kind !== 'comment') return [];
    const words = html.slice(start, end);
    if (!words.endsWith('>') || words.length < 5) return [{ start, problem: 'open' }];
    const inner = words.indexOf('<!--', 4);
    return inner < 0 ? [] : [{ start: start + inner, problem: 'nested' }];
  });
}
