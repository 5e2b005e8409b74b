/** Numbers of questions that Markdown does not see, because bold marks or brackets stand before them: `**1. Q: …**`, `**1.** …`, `(1) Q: …`. */
import type { PhrasingContent, Text } from 'mdast';
import { plainText, sliceText, type Offsets } from '../tree.ts';
import { findLabel } from '../../2-parse/label-names.ts';
import { labelAtStart } from './labels.ts';

export interface NumberedWords {
  number: string;
  /** The words after the number. */
  rest: PhrasingContent[];
}

/** `1.`, `1)`, `(1)`, `1:`, and nothing else in bold. */
const bare = /^\(?(\p{Nd}{1,4})[.):]{1,2}\s*$/u;
const leading = /^\(?(\p{Nd}{1,4})[.)]\s+(?=\S)/u;
/** `1.Q: …`, without the space. */
const tight = /^\(?(\p{Nd}{1,4})[.)]\s*(?=\S)/u;

/** Null when the paragraph begins with no such number. In plain words a number counts only before a `Q:`. */
export function numberedWords(children: readonly PhrasingContent[], language: string | null, offsets: Offsets): NumberedWords | null {
  const [first, ...after] = children;
  if (first?.type === 'text') {
    const match = tight.exec(first.value.slice(0, 40));
    const hit = match === null ? null : labelAtStart(first.value.slice(0, 200), match[0].length, language);
    return match === null || hit?.label !== 'q' ? null : { number: match[1] ?? '', rest: withoutStart(first, match[0].length, after, offsets) };
  }
  if (first?.type !== 'strong') return null;
  const colon = after[0]?.type === 'text' && /^\s*[:：]/.test(after[0].value);
  const alone = bare.exec(plainText([first]))?.[1] ?? (colon ? null : namedNumber(plainText([first]), language));
  if (alone !== null) return { number: alone, rest: trimmedStart(after, offsets) };
  const [lead, ...others] = first.children;
  const match = lead?.type === 'text' ? leading.exec(lead.value.slice(0, 40)) : null;
  if (lead?.type !== 'text' || match === null) return null;
  const inner = withoutStart(lead, match[0].length, others, offsets);
  // Bold all through is the author's way to set off the question, not an emphasis within it.
  const next = after[0];
  const wholeLine = next === undefined || next.type === 'break' || (next.type === 'text' && next.value.startsWith('\n'));
  return { number: match[1] ?? '', rest: [...(wholeLine ? inner : [{ ...first, children: inner }]), ...after] };
}

/** `**Question 1** Which …`, without a colon. */
function namedNumber(words: string, language: string | null): string | null {
  const match = /^(\p{L}{1,12})[ \u00a0]?(\p{Nd}{1,4})$/u.exec(words);
  return match !== null && findLabel(match[1] ?? '', language) === 'q' ? (match[2] ?? null) : null;
}

function withoutStart(lead: Text, length: number, others: readonly PhrasingContent[], offsets: Offsets): PhrasingContent[] {
  const rest = sliceText(lead, length, lead.value.length, offsets);
  return rest === null ? [...others] : [rest, ...others];
}

function trimmedStart(nodes: readonly PhrasingContent[], offsets: Offsets): PhrasingContent[] {
  const [first, ...others] = nodes;
  return first?.type === 'text' ? withoutStart(first, first.value.length - first.value.trimStart().length, others, offsets) : [...nodes];
}
