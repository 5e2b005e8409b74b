/** Lines that begin with a label whose colon was forgotten: they would be read as part of the words above them (authoring 1.6 (8)). */
import type { RootContent } from 'mdast';
import { findLabel, type Label } from '../../2-parse/label-names.ts';
import { rememberOffsets } from '../tree.ts';
import type { ItemContext } from './lesson-context.ts';
import type { RawItem } from './raw-item.ts';

interface Slip {
  label: Label;
  written: string;
  /** Offset in the source. */
  start: number;
}

/** A sentence follows them, so that the line above has to have ended one. */
const spoken = new Set<Label>(['a', 'why', 'hint', 'feedback']);
/** A number follows them. */
const counted = new Set<Label>(['points', 'attempts', 'objective', 'difficulty', 'number']);
/** They stand alone above a list. */
const listed = new Set<Label>(['order', 'match', 'sort', 'options', 'check', 'rate', 'why', 'a', 'hint']);

export function checkColons(item: RawItem, context: ItemContext): void {
  for (const { written, start } of colonSlips(item, context)) {
    context.report.add('quiz/missing-colon', context.place({ start, end: start + written.length }), { label: written });
  }
}

/** In the question and in everything that is said behind its labels. */
export function colonSlips(item: RawItem, context: ItemContext): Slip[] {
  const parts = [{ blocks: item.prompt, isPrompt: true }, ...item.labels.map(({ blocks }) => ({ blocks, isPrompt: false }))];
  return parts.flatMap(({ blocks, isPrompt }) => blocks.flatMap((block, i) => slipsIn(block, { isPrompt, first: i === 0, context })));
}

function slipsIn(block: RootContent, { isPrompt, first, context }: { isPrompt: boolean; first: boolean; context: ItemContext }): Slip[] {
  if (block.type !== 'paragraph') return [];
  const offsets = rememberOffsets(context.document.source);
  return block.children.flatMap((node, child) => {
    if (node.type !== 'text') return [];
    const starts = [...(child === 0 && !first ? [0] : []), ...lineStarts(node.value)];
    return starts.flatMap((index): Slip[] => {
      const found = slipAt(node.value, index, context.document.language);
      // “Why It Works?” may be the question itself.
      const asks = isPrompt && found?.label === 'why';
      return found === null || asks ? [] : [{ ...found, start: offsets(node)(index) }];
    });
  });
}

function lineStarts(text: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) found.push(at + 1);
  return found;
}

const beginning = /(\p{Lu}[\p{L}\p{M}]{1,15}(?: \p{Ll}{2,10})?)(?=[ \u00a0]|\n|$)/uy;

function slipAt(text: string, index: number, language: string | null): Pick<Slip, 'label' | 'written'> | null {
  beginning.lastIndex = index;
  const words = beginning.exec(text)?.[1];
  if (words === undefined) return null;
  for (const written of new Set([words, words.split(' ')[0] ?? ''])) {
    const label = findLabel(written, language);
    if (label !== null && isSlip(label, { text, start: index, end: index + written.length, language })) return { label, written };
  }
  return null;
}

function isSlip(label: Label, { text, start, end, language }: { text: string; start: number; end: number; language: string | null }): boolean {
  const line = text.slice(end, end + 200).split('\n', 1)[0] ?? '';
  if (line.trim() === '') return listed.has(label);
  if (counted.has(label)) return /^\s*=?\s*\p{Nd}[\p{Nd}.,%]*\s*(?:·.*)?$/u.test(line);
  if (!spoken.has(label)) return false;
  const above = text.slice(0, start).trimEnd();
  // German nouns are capital too: “… sagt das Volk, Grund Nummer eins …”.
  const begins = above === '' || /[.?!…。！？؟:)”"»]$/u.test(above) || language?.toLowerCase().startsWith('de') !== true;
  return begins && /^\s+["“«„]?\p{Lu}/u.test(line) && !/[?？؟]\s*$/u.test(line);
}
