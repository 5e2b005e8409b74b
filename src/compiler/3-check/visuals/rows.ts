/** Visuals of one entry a line: stages, loop, facts and quadrant. */
import type { FactsVisual, LoopVisual, QuadrantVisual, StagesVisual } from '../../../course/visual.ts';
import { entryOf } from './fence-lines.ts';
import { readEntries } from './limits.ts';
import type { Reading } from './read-visual.ts';

export const COUNTS = {
  stages: { what: 'stages', least: 2, most: 7 },
  loop: { what: 'steps', least: 2, most: 8 },
  facts: { what: 'facts', least: 1, most: 8 },
  quadrant: { what: 'cells', least: 2, most: 6 },
} as const;

export function readStages({ fence, lines, frame, report }: Reading): StagesVisual | null {
  // `edges → textures → parts` on one line is read too.
  const pieces = lines.flatMap((line) => (/→|->/.test(line.text) && !line.text.includes('::') ? line.text.split(/→|->/).map((text) => ({ ...line, text: text.trim() })) : [line]));
  const stages = readEntries(pieces.filter(({ text }) => text !== ''), COUNTS.stages, { fence, report });
  return stages === null ? null : { kind: 'stages', ...frame, stages };
}

const returning = /^(?:[↺⟲↻🔁]|repeat\b|again\b)/iu;

/** `↺ Repeat` on the last line names the arrow that leads back. */
export function readLoop({ fence, lines, frame, report }: Reading): LoopVisual | null {
  const last = lines.at(-1);
  const isReturn = last !== undefined && returning.test(last.text);
  const steps = readEntries(isReturn ? lines.slice(0, -1) : lines, COUNTS.loop, { fence, report });
  const back = isReturn ? entryOf(last.text.replace(/^[↺⟲↻🔁]\s*/u, '')) : null;
  return steps === null ? null : { kind: 'loop', ...frame, steps, repeat: back === null || back.label === '' ? null : back };
}

export function readFacts({ fence, lines, frame, report }: Reading): FactsVisual | null {
  const facts = readEntries(lines, COUNTS.facts, { fence, report });
  return facts === null ? null : { kind: 'facts', ...frame, facts };
}

export function readQuadrant({ fence, lines, frame, report }: Reading): QuadrantVisual | null {
  const cells = readEntries(lines, COUNTS.quadrant, { fence, report });
  return cells === null ? null : { kind: 'quadrant', ...frame, cells };
}
