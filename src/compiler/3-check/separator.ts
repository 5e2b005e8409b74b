/** Splits “Title — the rest” at its first dash, whichever dash the author types (authoring R15, R17). */
import type { PhrasingContent } from 'mdast';
import { plainText, slice, type Offsets, type Spot } from './tree.ts';

export interface Split {
  before: PhrasingContent[];
  after: PhrasingContent[];
}

const dash = /\s[—–−-]{1,2}(?:\s|$)|\s?——?\s?/;
const colon = /\s?[:：](?:\s|$)|：/;
/** Before a colon stands a name, not half a sentence. */
const longestName = 80;

/** At the first dash with space around it; else at a colon after a few words; else null. */
export function splitAtDash(children: readonly PhrasingContent[], offsets: Offsets): Split | null {
  return splitAt(children, dash, offsets) ?? splitAtColon(children, offsets);
}

function splitAtColon(children: readonly PhrasingContent[], offsets: Offsets): Split | null {
  const split = splitAt(children, colon, offsets);
  return split !== null && plainText(split.before).length <= longestName ? split : null;
}

function splitAt(children: readonly PhrasingContent[], sign: RegExp, offsets: Offsets): Split | null {
  for (const [child, node] of children.entries()) {
    if (node.type !== 'text') continue;
    const match = sign.exec(node.value);
    if (match === null) continue;
    const from: Spot = { child, index: match.index };
    const to: Spot = { child, index: match.index + match[0].length };
    const before = slice(children, { child: 0, index: 0 }, from, offsets);
    if (before.length === 0) continue;
    return { before, after: slice(children, to, { child: children.length, index: 0 }, offsets) };
  }
  return null;
}
