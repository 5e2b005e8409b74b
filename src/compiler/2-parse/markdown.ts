/** Markdown to a tree: CommonMark with tables, task lists, footnotes and strikethrough, nothing that fires on ordinary prose (authoring 1.4). */
import type { Root } from 'mdast';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import { blocks } from './block-nodes.ts';
import { blockGrammar, grammar } from './grammar.ts';
import type { Labels } from './inline-grammar.ts';

/**
 * Single tildes stay text (`~30 min … ~35`), single dollars and bare colons too; pasted text has neither code by
 * indentation nor headings by underlining. Positions carry offsets into `text` (lines and columns are not kept up).
 */
export function parseMarkdown(text: string, pasted: boolean): Root {
  const tree = grammar(pasted, definedIn(text, pasted)).parse(text);
  return { type: 'root', children: blocks(tree.cursor(), text, []) };
}

/** The labels that are defined anywhere in a text: what brackets mean depends on them, wherever they stand. */
function definedIn(text: string, pasted: boolean): Labels {
  const labels = { links: new Set<string>(), notes: new Set<string>() };
  if (!text.includes(']:')) return labels;
  const tree = blockGrammar(pasted).parse(text);
  tree.iterate({
    enter({ name, from, to, node }) {
      if (name === 'FootnoteLabel') labels.notes.add(normalizeIdentifier(text.slice(from, to)));
      else if (name === 'LinkLabel') labels.links.add(normalizeIdentifier(text.slice(from + 1, to - 1).replace(/\n[ \t>]*/g, ' ')));
      else if (name === 'Paragraph' && node.firstChild === null) return false;
      return undefined;
    },
  });
  return labels;
}
