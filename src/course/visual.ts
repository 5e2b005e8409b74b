/** The nine visuals as data, one member per kind: what an author's fence or the brief of a slide says, before anything is drawn. */

export const VISUAL_KINDS = ['card', 'flow', 'stages', 'loop', 'landscape', 'facts', 'quadrant', 'axis', 'filetree'] as const;
export type VisualKind = (typeof VISUAL_KINDS)[number];

export type Visual = CardVisual | FlowVisual | StagesVisual | LoopVisual | LandscapeVisual | FactsVisual | QuadrantVisual | AxisVisual | FiletreeVisual;

/** What any visual may say about itself; null where the author was silent. */
export interface VisualFrame {
  title: string | null;
  /** Shown below it. */
  caption: string | null;
  /** Takes the place of the generated one-sentence description. */
  description: string | null;
}

/** One entry: `label :: detail (M4, M5)`. */
export interface Entry {
  label: string;
  detail: string | null;
  /** `M4` is module 4, `L1.3` a lesson; as written. */
  references: string[];
}

export interface CardVisual extends VisualFrame {
  kind: 'card';
  variant: 'title' | 'paper' | 'next';
  /** Small, above the heading: a lesson's code, a paper's authors. */
  eyebrow: string | null;
  heading: string;
  subtitle: string | null;
  /** Short facts in a line below: a duration, a source. */
  facts: string[];
  /** Of a paper: what happened in which case. */
  cases: Entry[];
  /** On the slide that opens a lesson: what it is for, whole sentences; drawn short. */
  objectives: string[];
}

/** `more` is the ellipsis: what went before goes on. */
export type FlowNode = { type: 'box'; entry: Entry } | { type: 'group'; entries: Entry[] } | { type: 'more' };

export interface FlowVisual extends VisualFrame {
  kind: 'flow';
  nodes: FlowNode[];
  /** What a bracketed group is called: each gets a frame with this word. */
  groupLabel: string | null;
}

export interface StagesVisual extends VisualFrame {
  kind: 'stages';
  /** Where it climbs, if it climbs elsewhere too: `vision`. */
  name: string | null;
  stages: Entry[];
  /** The same way up in other fields: `language: syntax → semantics → task`. */
  others: StageRow[];
}

export interface StageRow {
  name: string;
  stages: Entry[];
}

export interface LoopVisual extends VisualFrame {
  kind: 'loop';
  steps: Entry[];
  /** The word on the arrow from the last step to the first; null for the usual one. */
  repeat: Entry | null;
}

export type Surface = 'bowl' | 'valley' | 'two-dips';

export interface LandscapeVisual extends VisualFrame {
  kind: 'landscape';
  surface: Surface;
  /** Where the ball begins: weight 1, weight 2. */
  start: [number, number];
  /** Step size (learning rate) at first. */
  step: number;
  /** Names of the two directions and of the height; null for the usual words. */
  labels: { x: string | null; y: string | null; height: string | null };
  /** What learners choose before the ball may run; null where nothing is asked. */
  prediction: Prediction | null;
}

/** A guess before the observation: never graded, one entry is what happens. */
export interface Prediction {
  question: string;
  answers: { text: string; right: boolean }[];
  why: string | null;
}

export interface FactsVisual extends VisualFrame {
  kind: 'facts';
  facts: Entry[];
}

export interface QuadrantVisual extends VisualFrame {
  kind: 'quadrant';
  cells: Entry[];
}

/** A stretch of an axis. `low` and `high` are null on an axis without numbers, where only the order counts. */
export interface AxisRange {
  label: string;
  detail: string | null;
  low: number | null;
  high: number | null;
  /** The numbers as written: `$0.01–$1`. */
  written: string | null;
}

export interface AxisVisual extends VisualFrame {
  kind: 'axis';
  /** `order`: no numbers, evenly spaced. */
  scale: 'log' | 'linear' | 'order';
  /** As written before or after numbers: `$`, `USD`, `ms`. */
  unit: string | null;
  /** Words at the two ends. */
  from: string | null;
  to: string | null;
  ranges: AxisRange[];
  /** Arrows with a text, by the index of the range that they point to. */
  tags: { text: string; at: number }[];
}

export type FileStatus = 'ok' | 'danger' | 'warn' | 'note';

export interface FileEntry {
  name: string;
  folder: boolean;
  /** Words always come along: no colour speaks alone. */
  status: { level: FileStatus; words: string } | null;
  optional: boolean;
  detail: string | null;
  /** Told when somebody asks: what it is. */
  about: string | null;
  /** What whoever means harm can do with it. */
  risk: string | null;
  entries: FileEntry[];
}

export interface FiletreeVisual extends VisualFrame {
  kind: 'filetree';
  entries: FileEntry[];
}

/** What can be revealed one after the other while a slide is narrated. */
export interface VisualStep {
  /** Named by `[SHOW label]`, and looked for in the narration. */
  label: string;
  /** Kind of the visual it belongs to: `[SHOW landscape]` shows all of its steps. */
  kind: VisualKind;
  /** Its detail may be what the narration says. */
  detail: string | null;
}

/**
 * The steps of a visual in drawing order; `draw` marks the same pieces with `data-step`, counted from 1. A bracketed
 * group that repeats the one before it is a single step, and so is an ellipsis with what it continues.
 */
export function stepsOf(visual: Visual): VisualStep[] {
  const { kind } = visual;
  const step = ({ label, detail }: { label: string; detail?: string | null }): VisualStep => ({ label, kind, detail: detail ?? null });
  switch (visual.kind) {
    case 'card':
      return [step({ label: visual.heading }), ...(visual.subtitle === null ? [] : [step({ label: visual.subtitle })]), ...visual.cases.map(step)];
    case 'flow':
      return flowSteps(visual).map(step);
    case 'stages':
      return [visual, ...visual.others].flatMap(({ stages }) => stages.map(step));
    case 'loop':
      return [...visual.steps, visual.repeat ?? { label: 'Repeat', detail: null }].map(step);
    case 'landscape':
      return [step({ label: 'landscape' })];
    case 'facts':
      return visual.facts.map(step);
    case 'quadrant':
      return visual.cells.map(step);
    case 'axis':
      return [...visual.ranges.map(step), ...visual.tags.map(({ text }) => step({ label: text }))];
    case 'filetree':
      return allEntries(visual.entries).map(({ name, detail }) => step({ label: name, detail }));
  }
}

/** Every file and folder, parents before what they hold. */
export function allEntries(entries: readonly FileEntry[]): FileEntry[] {
  return entries.flatMap((entry) => [entry, ...allEntries(entry.entries)]);
}

/** Whether a group shows the same words as an earlier one. */
export function repeats(visual: FlowVisual, index: number): boolean {
  const group = visual.nodes[index];
  if (group?.type !== 'group') return false;
  const words = (entries: readonly Entry[]): string => entries.map(({ label }) => label).join('\n');
  return visual.nodes.slice(0, index).some((node) => node.type === 'group' && words(node.entries) === words(group.entries));
}

function flowSteps(visual: FlowVisual): { label: string; detail: string | null }[] {
  return visual.nodes.flatMap((node, index): { label: string; detail: string | null }[] => {
    if (node.type === 'more') return index === 0 ? [{ label: '…', detail: null }] : [];
    if (node.type === 'box') return [node.entry];
    return repeats(visual, index) ? [{ label: visual.groupLabel ?? node.entries.map(({ label }) => label).join(' '), detail: null }] : node.entries;
  });
}
