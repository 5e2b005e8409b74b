/** What can be tried on a figure that stands on a slide; its controls come with the script of slides, and nothing is missing without them. */
import type { Element } from 'hast';
import type { Exploration } from '../course/explore.ts';
import type { CardVisual, Entry, FileEntry, FiletreeVisual, FlowVisual, StagesVisual, Visual } from '../course/visual.ts';
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
      return climbing(visual, options);
    case 'facts':
      return picking(visual.facts, options);
    case 'quadrant':
      return picking(visual.cells, options);
    case 'axis': {
      const ranges = visual.ranges.flatMap(({ label, low, high }) => (low === null || high === null || (visual.scale === 'log' && low <= 0) ? [] : [{ label, low, high }]));
      // Bars that all begin at nought stand for their ends.
      const bars = ranges.every(({ low }) => low === 0) ? ranges.map((range) => ({ ...range, low: range.high })) : ranges;
      return visual.scale === 'order' || ranges.length < 2 ? null : { kind: 'compare', scale: visual.scale, unit: visual.unit, ranges: bars };
    }
    case 'flow':
      return layersOf(visual);
    case 'filetree':
      return filesOf(visual);
    // Their own motion is what can be tried.
    case 'loop':
    case 'landscape':
      return null;
  }
}

/** Where nothing but labels is shown there is nothing to look at twice. */
function picking(entries: readonly Entry[], options: DrawOptions, before = 0): Exploration | null {
  if (entries.length < 2 || entries.every(({ detail }) => detail === null)) return null;
  return { kind: 'pick', entries: entries.map(({ label, detail }, index) => ({ label, detail, steps: [stepNumber(options, before + index) ?? 0] })) };
}

/** Levels that several stages share, in one row or in several, are looked at together: early, middle, late. */
function climbing({ name, stages, others }: StagesVisual, options: DrawOptions): Exploration | null {
  const rows = [{ name, stages }, ...others];
  const all = rows.flatMap(({ stages: each }, row) => each.map((stage, index) => ({ ...stage, row, index }))).map((stage, place) => ({ ...stage, step: stepNumber(options, place) ?? 0 }));
  const levels = [...new Set(stages.map(({ detail }) => detail ?? ''))];
  const shared = levels.length > 1 && !levels.includes('') && (levels.length < stages.length || all.some(({ row, detail }) => row > 0 && detail === levels[0]));
  const even = others.length > 0 && others.every((row) => row.stages.length === stages.length);
  if (!shared && !even) return picking(stages, options);
  const groups = shared ? levels.map((level) => ({ label: level, members: all.filter(({ detail }) => detail === level) })) : stages.map(({ label }, k) => ({ label, members: all.filter(({ index }) => index === k) }));
  const words = (members: typeof all): string =>
    rows.flatMap((row, k) => {
      const here = members.filter((member) => member.row === k).map(({ label, detail }) => (shared || detail === null ? label : `${label} – ${detail}`));
      return here.length === 0 ? [] : [`${row.name === null ? '' : `${row.name}: `}${here.join(', ')}`];
    }).join('; ');
  return { kind: 'pick', entries: groups.map(({ label, members }) => ({ label, detail: words(members), steps: members.map(({ step }) => step) })) };
}

function filesOf({ entries }: FiletreeVisual): Exploration | null {
  const files = allEntries(entries);
  const unsafe = files.some(isUnsafe);
  const asked = files.some(({ about, risk }) => about !== null || risk !== null);
  return unsafe || asked ? { kind: 'files', unsafe } : null;
}

export function isUnsafe({ status, risk }: FileEntry): boolean {
  return status?.level === 'danger' || status?.level === 'warn' || risk !== null;
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
