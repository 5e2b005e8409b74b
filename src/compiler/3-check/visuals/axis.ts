/** `axis`: options as stretches of a scale, with numbers or in order alone, and arrows that say what lies where. */
import type { AxisRange, AxisVisual } from '../../../course/visual.ts';
import { nearest } from '../../../diagnostics/nearest.ts';
import { amountOf } from './amounts.ts';
import type { Fence, FenceLine } from './fence-lines.ts';
import { checkCount, checkLabel } from './limits.ts';
import type { Reading } from './read-visual.ts';
import type { Report } from '../report.ts';

export const AXIS_COUNT = { what: 'stretches', least: 2, most: 8 } as const;
const scales = ['log', 'linear', 'order'] as const;

export function readAxis({ fence, lines, settings, frame, report }: Reading): AxisVisual | null {
  const isTag = ({ text }: FenceLine): boolean => text.startsWith('!');
  const stretches = lines.filter((line) => !isTag(line));
  if (!checkCount(stretches, AXIS_COUNT, fence, report)) return null;
  const read = stretches.map((line) => readRange(line, fence, report));
  const ranges = read.flatMap((range) => range?.range ?? []);
  const unit = settings.get('unit')?.value ?? read.find((range) => range?.unit)?.unit ?? null;
  const set = settings.get('scale');
  const asked = scales.find((name) => name === set?.value.toLowerCase());
  if (set !== undefined && asked === undefined) report.add('visual/value', fence.place(set.at, set.at + set.value.length), { name: 'scale', value: set.value, choices: scales.join(', ') });
  const scale = asked ?? naturalScale(ranges);
  const complete = checkNumbers({ stretches, ranges, scale, fence, report });
  const tags = lines.filter(isTag).flatMap((line) => readTag(line, ranges, fence, report));
  if (ranges.length < stretches.length || !complete) return null;
  const words = (name: string): string | null => settings.get(name)?.value || null;
  return { kind: 'axis', ...frame, scale, unit, from: words('from'), to: words('to'), ranges, tags };
}

/** Logarithmic where the numbers span more than three powers of ten. */
export function naturalScale(ranges: readonly AxisRange[]): AxisVisual['scale'] {
  const numbers = ranges.flatMap(({ low, high }) => (low === null || high === null ? [] : [low, high]));
  if (numbers.length < ranges.length * 2) return 'order';
  const least = Math.min(...numbers);
  return least > 0 && Math.max(...numbers) / least > 1000 ? 'log' : 'linear';
}

function readRange({ text, start }: FenceLine, fence: Fence, report: Report): { range: AxisRange; unit: string | null } | null {
  const at = text.indexOf('::');
  const left = (at < 0 ? text : text.slice(0, at)).trim();
  const detail = at < 0 ? null : text.slice(at + 2).trim() || null;
  const colon = left.search(/[:：](?:\s|$)/);
  const label = (colon < 0 ? left : left.slice(0, colon)).trim();
  const written = colon < 0 ? null : left.slice(colon + 1).trim();
  if (label === '') {
    report.add('visual/line', fence.place(start, start + text.length), { kind: 'axis', words: text.slice(0, 60), expected: 'label: 10–20 :: detail' });
    return null;
  }
  checkLabel(label, start, fence, report);
  if (written === null || written === '') return { range: { label, detail, low: null, high: null, written: null }, unit: null };
  const amount = amountOf(written);
  if (amount === null || amount.low > amount.high) {
    const from = start + colon + 1 + (left.slice(colon + 1).length - left.slice(colon + 1).trimStart().length);
    report.add('visual/amount', fence.place(from, from + written.length), { written, problem: amount === null ? 'unread' : 'upside-down' });
    return null;
  }
  return { range: { label, detail, low: amount.low, high: amount.high, written }, unit: amount.unit };
}

interface Numbers {
  stretches: readonly FenceLine[];
  ranges: readonly AxisRange[];
  scale: AxisVisual['scale'];
  fence: Fence;
  report: Report;
}

/** A scale of numbers needs one on each line, and a logarithmic one none below zero. */
function checkNumbers({ stretches, ranges, scale, fence, report }: Numbers): boolean {
  if (scale === 'order' || ranges.length < stretches.length) return true;
  let complete = true;
  ranges.forEach(({ low, label, written }, i) => {
    const line = stretches[i];
    const problem = low === null ? 'missing' : scale === 'log' && low <= 0 ? 'not-positive' : null;
    if (problem === null || line === undefined) return;
    complete = false;
    report.add('visual/amount', fence.place(line.start, line.start + line.text.length), { written: written ?? label, problem });
  });
  return complete;
}

/** `! words @ label of a stretch` */
function readTag({ text, start }: FenceLine, ranges: readonly AxisRange[], fence: Fence, report: Report): { text: string; at: number }[] {
  const [words = '', target] = text.slice(1).split('@').map((part) => part.trim());
  const at = ranges.findIndex(({ label }) => label.toLowerCase() === target?.toLowerCase());
  if (words !== '' && at >= 0) return [{ text: words, at }];
  const labels = ranges.map(({ label }) => label);
  const from = target === undefined || target === '' ? start : start + text.lastIndexOf(target);
  if (target === undefined || words === '') report.add('visual/line', fence.place(start, start + text.length), { kind: 'axis', words: text.slice(0, 60), expected: `! words @ ${labels[0] ?? 'label'}` });
  else report.add('visual/value', fence.place(from, from + target.length), { name: '@', value: target, choices: nearest(target, labels) ?? labels.join(', ') });
  return [];
}
