/** Markdown to a tree: CommonMark with tables, task lists, footnotes and strikethrough, nothing that fires on ordinary prose (authoring 1.4). */
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';

/** Single tildes stay text (`~30 min … ~35`), single dollars and bare colons too; pasted text has no code by indentation. */
export function parseMarkdown(text: string, pasted: boolean): Root {
  return fromMarkdown(text, {
    extensions: [
      gfmTable(),
      gfmTaskListItem(),
      gfmFootnote(),
      gfmStrikethrough({ singleTilde: false }),
      ...(pasted ? [{ disable: { null: ['codeIndented', 'setextUnderline'] } }] : []),
    ],
    mdastExtensions: [gfmTableFromMarkdown(), gfmTaskListItemFromMarkdown(), gfmFootnoteFromMarkdown(), gfmStrikethroughFromMarkdown()],
  });
}
