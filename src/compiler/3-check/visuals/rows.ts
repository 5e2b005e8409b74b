/** Visuals of one entry a line: stages, loop, facts and quadrant. */
import type { FactsVisual, LoopVisual, QuadrantVisual, StagesVisual } from '../../../course/visual.ts';
import { entryOf, type FenceLine } from './fence-lines.ts';
import { checkCount, readEntries } from './limits.ts';
import type { Reading } from './read-visual.ts';

export const COUNTS = {
  stages: { what: 'stages', least: 2, most: 7 },
  loop: { what: 'steps', least: 2, most: 8 },
  facts: { what: 'facts', least: 1, most: 8 },
  quadrant: { what: 'cells', least: 2, most: 6 },
} as const;

/** `edges → textures → parts` on one line is read too; with a name before a colon it is a row of its own. */
export function readStages({ fence, lines, frame, report }: Reading): StagesVisual | null {
  const rows: { name: string | null; lines: FenceLine[] }[] = [];
  for (const line of lines) {
    const isChain = /→|->/.test(line.text) && !line.text.includes('::');
    const named = isChain ? rowName.exec(line.text) : null;
    const words = named === null ? line.text : line.text.slice(named[0].length);
    const pieces = (isChain ? words.split(/→|->/) : [words]).map((text) => ({ ...line, text: text.trim() })).filter(({ text }) => text !== '');
    const last = rows.at(-1);
    if (named !== null || last === undefined) rows.push({ name: named?.[1]?.trim() ?? null, lines: pieces });
    else last.lines.push(...pieces);
  }
  if (!checkCount(rows.map((row) => row.lines[0] ?? lines[0] ?? { start: fence.nameAt, text: fence.name }), ROWS, fence, report)) return null;
  const read = rows.map((row) => ({ name: row.name, stages: readEntries(row.lines, COUNTS.stages, { fence, report }) }));
  const [first, ...others] = read.flatMap(({ name, stages }) => (stages === null ? [] : [{ name: name ?? '', stages }]));
  if (first === undefined || others.length + 1 < read.length) return null;
  return { kind: 'stages', ...frame, name: first.name || null, stages: first.stages, others };
}

const ROWS = { what: 'rows', least: 1, most: 3 } as const;
const rowName = /^([^:：→"“„«]{1,40})[:：]\s*(?=\S)/;

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
