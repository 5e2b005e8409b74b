/** What can be tried on a figure that stands on a slide; its controls come with the script of slides, and nothing is missing without them. */
import type { Element } from 'hast';
import type { Exploration } from '../course/explore.ts';
import type { CardVisual, Entry, FlowVisual, Visual } from '../course/visual.ts';
import { allEntries } from '../course/visual.ts';
import { stepNumber, type DrawOptions } from './drawing.ts';
import { h } from './element.ts';

/** An element without content; null in reading text, and where there is nothing to try. */
export function explorer(visual: Visual, options: DrawOptions): Element | null {
  if (options.firstStep === null) return null;
  const exploration = explorationOf(visual, options);
  return exploration === null ? null : h('lectern-explore', { dataTry: JSON.stringify(exploration) });
}

export function explorationOf(visual: Visual, options: DrawOptions): Exploration | null {
  switch (visual.kind) {
    case 'card':
      return picking(visual.cases, options, stepsBeforeCases(visual));
    case 'stages':
      return picking(visual.stages, options);
    case 'facts':
      return picking(visual.facts, options);
    case 'quadrant':
      return picking(visual.cells, options);
    case 'axis': {
      const ranges = visual.ranges.flatMap(({ label, low, high }) => (low === null || high === null || (visual.scale === 'log' && low <= 0) ? [] : [{ label, low, high }]));
      return visual.scale === 'order' || ranges.length < 2 ? null : { kind: 'compare', scale: visual.scale, unit: visual.unit, ranges };
    }
    case 'flow':
      return layersOf(visual);
    case 'filetree':
      return allEntries(visual.entries).some(({ status }) => status?.level === 'danger' || status?.level === 'warn') ? { kind: 'unsafe' } : null;
    // Their own motion is what can be tried.
    case 'loop':
    case 'landscape':
      return null;
  }
}

/** Where nothing but labels is shown there is nothing to look at twice. */
function picking(entries: readonly Entry[], options: DrawOptions, before = 0): Exploration | null {
  if (entries.length < 2 || entries.every(({ detail }) => detail === null)) return null;
  return { kind: 'pick', entries: entries.map(({ label, detail }, index) => ({ label, detail, step: stepNumber(options, before + index) ?? 0 })) };
}

const stepsBeforeCases = ({ subtitle }: CardVisual): number => (subtitle === null ? 1 : 2);

/** Frames that repeat are layers: there may be more of them. */
function layersOf({ nodes, groupLabel }: FlowVisual): Exploration | null {
  const groups = nodes.flatMap((node) => (node.type === 'group' ? [node.entries.map(({ label }) => label)] : []));
  const [first] = groups;
  if (groups.length < 2 || first === undefined || groups.some((group) => group.join('\n') !== first.join('\n'))) return null;
  const nonlinear = first.find((label) => NONLINEAR.test(label)) ?? null;
  const linear = first.some((label) => label !== nonlinear && LINEAR.test(label));
  return { kind: 'layers', name: groupLabel ?? first.join(' → '), nonlinear: linear ? nonlinear : null };
}

/** In the languages of the tables of names: what is between two linear steps keeps them from being one. */
const NONLINEAR = /non[- ]?lin[eé]a|nicht[- ]?linear|no linealidad|activation|aktivierung|activación|relu|sigmoid|非線形|活性化|لاخطي|تفعيل/i;
const LINEAR = /lin[eé]a|affin|線形|خطي/i;
