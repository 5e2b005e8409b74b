/** Quotation marks of the script that never close. */
import type { Slide } from '../../course/course.ts';
import type { LessonDocument } from '../2-parse/document.ts';
import type { Report } from './report.ts';
import { span } from './tree.ts';

export function checkQuotes(slides: readonly Slide[], { source }: LessonDocument, report: Report): void {
  for (const { narration } of slides) {
    for (const paragraph of narration) {
      const { start, end } = span(paragraph);
      checkParagraph(source.text.slice(start, end), start, { source, report });
    }
  }
}

interface Where {
  source: LessonDocument['source'];
  report: Report;
}

const pairs: readonly (readonly [string, string])[] = [['“', '”'], ['«', '»'], ['「', '」']];

function checkParagraph(written: string, start: number, { source, report }: Where): void {
  for (const [open, close] of pairs) {
    const opened = written.split(open).length;
    // German closes with the mark that English opens with, and » may open.
    if (written.includes('„') || opened === written.split(close).length || written.split(close).length > opened) continue;
    const at = start + written.lastIndexOf(open);
    report.add('slide/unclosed-quote', source.place(at, at + 1), { mark: open, close });
  }
  const straight = [...written.matchAll(/(?<!\d)"/g)];
  const last = straight.at(-1);
  if (straight.length % 2 === 1 && last !== undefined) report.add('slide/unclosed-quote', source.place(start + last.index, start + last.index + 1), { mark: '"', close: '"' });
}
