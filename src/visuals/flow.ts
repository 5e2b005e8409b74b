/** Draws a flow: boxes and arrows in a row where there is room, else in a column; frames around bracketed groups. */
import type { Element } from 'hast';
import { repeats, type Entry, type FlowNode, type FlowVisual } from '../course/visual.ts';
import { stepAt, stepNumber, type DrawOptions, type Drawing } from './drawing.ts';
import { h } from './element.ts';
import { box, labels, line } from './entries.ts';
import { arrow } from './glyphs.ts';
import { boxWidth, runClass } from './room-needed.ts';

export function drawFlow(visual: FlowVisual, options: DrawOptions): Drawing {
  const { strings } = options;
  let next = 0;
  let group = 0;
  const pieces: Element[] = [];
  // In between, the boxes of a group stand one above the other, and the groups side by side.
  const inner = runClass(neededWidth(visual.nodes, 'side by side'));
  visual.nodes.forEach((node, index) => {
    const isRepeat = repeats(visual, index);
    const first = node.type === 'more' && index > 0 ? next - 1 : next;
    if (index > 0) pieces.push(arrow(stepNumber(options, first)));
    if (node.type === 'more') pieces.push(h('span.more', stepAt(options, first), '…'));
    else if (node.type === 'box') pieces.push(box(node.entry, stepAt(options, first), options));
    else pieces.push(framed(node.entries, { label: groupName(visual, ++group, strings), first, isRepeat, inner }, options));
    next += node.type === 'more' ? (index === 0 ? 1 : 0) : node.type === 'box' || isRepeat ? 1 : node.entries.length;
  });
  return {
    picture: h(`div.drawing.flow${group > 0 ? '.grouped' : ''}.${runClass(neededWidth(visual.nodes, 'stacked'))}`, {}, pieces),
    readable: false,
    description: `${strings.flow}: ${visual.nodes.map((node) => nodeWords(node)).join(' → ')}.`,
    text: [textList(visual, strings)],
  };
}

interface Frame {
  label: string | null;
  first: number;
  isRepeat: boolean;
  /** Class of the boxes inside. */
  inner: string;
}

function framed(entries: readonly Entry[], { label, first, isRepeat, inner }: Frame, options: DrawOptions): Element {
  const boxes = entries.flatMap((entry, i) => {
    const k = isRepeat ? first : first + i;
    return [...(i === 0 ? [] : [arrow(stepNumber(options, k))]), box(entry, stepAt(options, k), options)];
  });
  return h('span.group', stepAt(options, first), label === null ? null : h('span.group-label', {}, label), h(`span.group-boxes.${inner}`, {}, boxes));
}

/** `Layer 1`, `Layer 2`; a single group needs no number. */
function groupName({ nodes, groupLabel }: FlowVisual, number: number, strings: DrawOptions['strings']): string | null {
  if (groupLabel === null) return null;
  const name = groupLabel.charAt(0).toUpperCase() + groupLabel.slice(1);
  return nodes.filter(({ type }) => type === 'group').length > 1 ? strings.numbered(name, number) : name;
}

function nodeWords(node: FlowNode): string {
  if (node.type === 'more') return '…';
  return node.type === 'box' ? node.entry.label : `(${labels(node.entries)})`;
}

function neededWidth(nodes: readonly FlowNode[], groups: 'stacked' | 'side by side'): number {
  const [between, padding, frame] = [1.9, 1.5, 1.3];
  const widths = nodes.map((node) => {
    if (node.type === 'more') return 1.2;
    if (node.type === 'box') return boxWidth(node.entry.label) + padding;
    const inside = node.entries.map(({ label }) => boxWidth(label) + padding);
    return frame + (groups === 'stacked' ? Math.max(...inside) : inside.reduce((sum, width) => sum + width + between, -between));
  });
  return widths.reduce((sum, width) => sum + width + between, -between);
}

function textList(visual: FlowVisual, strings: DrawOptions['strings']): Element {
  let group = 0;
  const items = visual.nodes.map((node) => {
    if (node.type === 'more') return h('li', {}, strings.more);
    if (node.type === 'box') return h('li', {}, line(node.entry, strings));
    const label = groupName(visual, ++group, strings);
    return h('li', {}, label === null ? null : `${label}: `, node.entries.map((entry) => line(entry, strings)).join(strings.then));
  });
  return h('ol', {}, items);
}
