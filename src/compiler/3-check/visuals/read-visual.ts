/** From a named fence to a visual, or to messages at the exact places (authoring 1.2, visuals 3.2). */
import type { Code } from 'mdast';
import { VISUAL_KINDS, type Visual, type VisualFrame, type VisualKind } from '../../../course/visual.ts';
import { typingDistance } from '../../../diagnostics/nearest.ts';
import type { SourceText } from '../../2-parse/source.ts';
import type { Report } from '../report.ts';
import { readAttributes, takeSettingLines, type Setting } from './attributes.ts';
import { readAxis } from './axis.ts';
import { readCard } from './card.ts';
import { readFenceLines, type Fence, type FenceLine } from './fence-lines.ts';
import { readFiletree } from './filetree.ts';
import { readFlow } from './flow.ts';
import { readLandscape } from './landscape.ts';
import { readFacts, readLoop, readQuadrant, readStages } from './rows.ts';

/** What a kind's reader is given. */
export interface Reading {
  fence: Fence;
  lines: FenceLine[];
  settings: Map<string, Setting>;
  frame: VisualFrame;
  report: Report;
}

/** null: reported, nothing to draw. */
type Reader = (reading: Reading) => Visual | null;

const readers: Record<VisualKind, Reader> = {
  card: readCard,
  flow: readFlow,
  stages: readStages,
  loop: readLoop,
  landscape: readLandscape,
  facts: readFacts,
  quadrant: readQuadrant,
  axis: readAxis,
  filetree: readFiletree,
};

/** The kind that a fence names; null for code. */
export function kindOf(node: Code): VisualKind | null {
  const name = (node.lang ?? '').toLowerCase();
  return VISUAL_KINDS.find((kind) => kind === name) ?? null;
}

/** Languages and kinds of files whose names are within two typing mistakes of a visual. */
const languages = new Set('lisp dart logo flux lox log as ads ats xs caml cmd rd oop css'.split(' '));
const closeEnough = 2;

/** The visual that a fence nearly names: it would otherwise be shown as code (authoring 1.6, 11). */
export function nearKind(node: Code): VisualKind | null {
  // ```{loop}, as other tools name a block.
  const name = (node.lang ?? '').toLowerCase().replace(/^\{|\}$/g, '');
  if (name.length < 3 || languages.has(name) || kindOf(node) !== null) return null;
  const near = VISUAL_KINDS.map((kind) => ({ kind, distance: typingDistance(name, kind, closeEnough) })).filter(({ distance }) => distance <= closeEnough);
  // In short names two mistakes make another word of it.
  return near.filter(({ kind, distance }) => distance < kind.length - 2).sort((a, b) => a.distance - b.distance)[0]?.kind ?? null;
}

/** null for a fence that is code, and for one that was reported. */
export function readVisual(node: Code, source: SourceText, report: Report): Visual | null {
  const kind = kindOf(node);
  const fence = readFenceLines(node, source);
  if (kind === null) {
    const near = nearKind(node);
    if (near !== null) report.add('syntax/unknown-block', fence.place(fence.nameAt, fence.nameAt + fence.name.length), { name: fence.name, near, fence: true });
    return null;
  }
  const settings = readAttributes(fence, kind, report);
  const lines = takeSettingLines(fence, kind, settings);
  const words = (name: string): string | null => settings.get(name)?.value || null;
  const frame: VisualFrame = { title: words('title'), caption: words('caption'), description: words('description') };
  if (lines.length === 0 && kind !== 'landscape') {
    report.add('visual/empty', fence.place(fence.nameAt, fence.nameAt + fence.name.length), { kind });
    return null;
  }
  return readers[kind]({ fence, lines, settings, frame, report });
}
