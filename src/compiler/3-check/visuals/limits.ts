/** How many pieces a visual can show, and how long their words may be. */
import type { Report } from '../report.ts';
import type { Fence, FenceLine } from './fence-lines.ts';
import { entryOf } from './fence-lines.ts';
import type { Entry } from '../../../course/visual.ts';

export interface Count {
  /** What is counted, in the plural. */
  what: string;
  least: number;
  most: number;
}

/** Counted at the name of the fence where something is missing, at the first one too many otherwise. */
export function checkCount(starts: readonly { start: number; text: string }[], count: Count, fence: Fence, report: Report): boolean {
  const { least, most } = count;
  if (starts.length >= least && starts.length <= most) return true;
  const extra = starts[most];
  const place = extra === undefined ? fence.place(fence.nameAt, fence.nameAt + fence.name.length) : fence.place(extra.start, extra.start + extra.text.length);
  report.add('visual/count', place, { kind: fence.name.toLowerCase(), count: starts.length, ...count });
  return false;
}

/** A label is read at a glance; more belongs behind `::`. */
const longestLabel = 80;

/** Entries of one line each; null when there are too many or too few. A line without a label is reported and left out. */
export function readEntries(lines: readonly FenceLine[], count: Count, { fence, report }: { fence: Fence; report: Report }): Entry[] | null {
  const entries = lines.flatMap((line) => {
    const entry = entryOf(line.text.replace(/^(?:[-*•]|\d{1,2}[.)])\s+/, ''));
    if (entry.label === '') {
      report.add('visual/line', fence.place(line.start, line.start + line.text.length), { kind: fence.name.toLowerCase(), words: line.text.slice(0, 60), expected: 'label :: detail' });
      return [];
    }
    checkLabel(entry.label, line.start + line.text.indexOf(entry.label), fence, report);
    return [entry];
  });
  const complete = entries.length === lines.length;
  return checkCount(lines, count, fence, report) && complete ? entries : null;
}

export function checkLabel(label: string, at: number, fence: Fence, report: Report): void {
  if (label.length > longestLabel) report.add('visual/long-label', fence.place(at, at + label.length), { words: `${label.slice(0, 40).trimEnd()}…`, length: label.length, most: longestLabel });
}
