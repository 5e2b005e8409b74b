/** Lines of three and more colons: blocks that are not supported yet, and never silently prose (authoring 1.4, 1.6 (8)). */
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic, Place } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { Line } from './lines.ts';

/** The blocks that the lesson language reserves. */
const blockNames = ['bank', 'reveal', 'example', 'instructor'];

const opening = /^(\s*):{3,}[\s{]*([\p{L}][\p{L}\p{N}_-]*)?/u;

interface OpenBlock {
  name: string;
  place: Place;
}

/** One diagnostic for each line that opens a block, and for each that closes none. Linear. */
export function findContainers(file: string, lines: readonly Line[], opaque: readonly boolean[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const open: OpenBlock[] = [];
  lines.forEach(({ text }, index) => {
    if (opaque[index] || !text.includes(':::')) return;
    const match = opening.exec(text);
    if (match === null) return;
    const [whole, indent = '', name = ''] = match;
    const line = index + 1;
    const place = { file, start: { line, column: indent.length + 1 }, end: { line, column: whole.trimEnd().length + 1 } };
    if (text.slice(whole.trimEnd().length).trim() === '' && name === '') close(open, place, diagnostics);
    else open.push({ name, place });
  });
  for (const { name, place } of open) diagnostics.push(isReserved(name) ? diagnose('syntax/unclosed-block', place, { name, last: lines.length }) : unknown(name, place));
  return diagnostics;
}

function close(open: OpenBlock[], place: Place, diagnostics: Diagnostic[]): void {
  const block = open.pop();
  if (block === undefined) diagnostics.push(diagnose('syntax/unopened-block', place, {}));
  else diagnostics.push(isReserved(block.name) ? diagnose('syntax/unsupported-block', block.place, { name: block.name }) : unknown(block.name, block.place));
}

function isReserved(name: string): boolean {
  return blockNames.includes(name);
}

function unknown(name: string, place: Place): Diagnostic {
  return diagnose('syntax/unknown-block', place, { name, near: nearest(name, blockNames) });
}
