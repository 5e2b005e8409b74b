/** The Markdown that lessons are written in, as a configuration of Lezer's parser: what it leaves open, and what it does not know, is said here. */
import { parser, Table, type BlockContext, type BlockParser, type LeafBlock, type Line, type MarkdownConfig, type MarkdownParser } from '@lezer/markdown';
import { htmlBlockNames, htmlRawNames } from 'micromark-util-html-tag-name';
import { footnoteAt, inlineParsers, type Labels } from './inline-grammar.ts';

const nothing: Labels = { links: new Set(), notes: new Set() };

/** A note goes on with blank lines, and with lines that are indented by four. */
const footnotes: MarkdownConfig = {
  defineNodes: [
    {
      name: 'FootnoteDefinition',
      block: true,
      composite(_, line) {
        if (line.pos === line.text.length) return true;
        if (line.indent < line.baseIndent + 4) return false;
        line.moveBaseColumn(line.baseIndent + 4);
        return true;
      },
    },
    'FootnoteLabel',
    'Footnote',
  ],
  parseBlock: [
    {
      name: 'FootnoteDefinition',
      before: 'Blockquote',
      parse(cx, line) {
        const end = noteEnd(line);
        if (end === null) return false;
        cx.startComposite('FootnoteDefinition', line.pos);
        cx.addElement(cx.elt('FootnoteLabel', cx.lineStart + line.pos + 2, cx.lineStart + end - 2));
        line.moveBase(line.skipSpace(end));
        return null;
      },
      endLeaf: (_, line) => noteEnd(line) !== null,
    },
  ],
};

/** Behind the colon of a note's label. */
function noteEnd(line: Line): number | null {
  if (line.next !== 91) return null;
  const label = footnoteAt(line.text, line.pos);
  return label !== null && line.text.charAt(label.end) === ':' ? label.end + 1 : null;
}

const tasks: MarkdownConfig = {
  defineNodes: [{ name: 'Task', block: true }, 'TaskMarker'],
  parseBlock: [
    {
      name: 'Task',
      before: 'SetextHeading',
      leaf(cx, first) {
        if (!/^\[[ \txX]\](?:[ \t]|$)/.test(first.content) || cx.parentType().name !== 'ListItem') return null;
        return {
          nextLine: () => false,
          finish(context, leaf) {
            const words = leaf.content.slice(3);
            if (!/\S/.test(words)) return false;
            const marker = context.elt('TaskMarker', leaf.start, leaf.start + 3);
            context.addLeafElement(leaf, context.elt('Task', leaf.start, leaf.start + leaf.content.length, [marker, ...context.parser.parseInline(words, leaf.start + 3)]));
            return true;
          },
        };
      },
    },
  ],
};

/**
 * Where a table begins and ends. Lezer looks for the row of dashes with a pattern that takes the square of a line's blanks, finds no table
 * below a paragraph that has a bar, and takes into a table what stands outside of its list item, or a divider right below it.
 */
const tables: MarkdownConfig = {
  ...Table,
  parseBlock: (Table.parseBlock ?? []).map(
    (spec): BlockParser => ({
      ...spec,
      endLeaf(cx, line, leaf) {
        const rows = rowsOf(leaf);
        const words = line.text.slice(line.pos);
        if (Array.isArray(rows)) return isOutside(cx, line) || /^(?:-+|=+)[ \t]*$/.test(words);
        if (!mayBeDashes(cx.peekLine()) || (rows === null && mayBeDashes(words))) return false;
        return spec.endLeaf?.(cx, line, { ...leaf, parsers: [] }) === true;
      },
    }),
  ),
};

/** Those of a table that a paragraph has turned out to be; null while only its first line is known. */
function rowsOf(leaf: LeafBlock): unknown {
  const table = leaf.parsers.find((part) => 'rows' in part);
  return table === undefined ? undefined : Reflect.get(table, 'rows');
}

function mayBeDashes(line: string): boolean {
  return line.length < 10_000 && line.includes('-') && !/[^\s>|:-]/.test(line) && !/\s{100}/.test(line);
}

/** An item whose text begins in the line below its mark: for Lezer it ends with the next blank line, as if it had no text at all. */
const lateItems: MarkdownConfig = {
  parseBlock: [
    {
      name: 'LateItem',
      before: 'LinkReference',
      parse(cx, line) {
        const block: unknown = Reflect.get(cx, 'block');
        if (line.pos < line.text.length && typeof block === 'object' && block !== null && Reflect.get(block, 'blankFirstLine') === true) Reflect.set(block, 'blankFirstLine', false);
        return false;
      },
    },
  ],
};

/** Longer than any definition of a link; Lezer reads it again from its beginning with each of its lines. */
const longestReference = 20_000;

const shortReferences: MarkdownConfig = {
  parseBlock: [
    {
      name: 'ShortReference',
      before: 'LinkReference',
      leaf(_, first) {
        if (!first.content.startsWith('[')) return null;
        return {
          finish: () => false,
          nextLine(__, ___, leaf) {
            if (leaf.content.length > longestReference) leaf.parsers = leaf.parsers.filter((part) => !('stage' in part));
            return false;
          },
        };
      },
    },
  ],
};

/** HTML in a quotation ends with a line of nothing but the quotation's mark; Lezer takes only a line without anything for blank. */
const quotedHtml: MarkdownConfig = {
  parseBlock: [
    {
      name: 'QuotedHTML',
      before: 'HTMLBlock',
      parse(cx, line) {
        if (line.next !== 60 || !isQuoted(cx) || !endsAtBlank(line.text.slice(line.pos))) return false;
        const from = cx.lineStart + line.pos;
        while (cx.nextLine() && !isOutside(cx, line) && line.pos < line.text.length);
        cx.addElement(cx.elt('HTMLBlock', from, cx.prevLineEnd()));
        return true;
      },
    },
  ],
};

function isQuoted(cx: BlockContext): boolean {
  for (let depth = cx.depth - 1; depth > 0; depth--) if (cx.parentType(depth).name === 'Blockquote') return true;
  return false;
}

/** A block's tag, or any other alone in its line; what browsers read up to its end (`<pre>`) goes on over blank lines. */
function endsAtBlank(words: string): boolean {
  const name = /^<\/?([a-z][a-z0-9-]*)(?=[\s/>]|$)/i.exec(words)?.[1]?.toLowerCase();
  if (name === undefined || (htmlRawNames.includes(name) && words[1] !== '/')) return false;
  return htmlBlockNames.includes(name) || /^<[^<>]*>\s*$/.test(words);
}

/** Whether a line is none of the paragraph's own, because a list or quotation that holds the paragraph does not go on in it. */
function isOutside(cx: BlockContext, line: Line): boolean {
  const depth: unknown = Reflect.get(line, 'depth');
  return typeof depth === 'number' && depth < cx.depth;
}

/**
 * Which list items end a paragraph. For Lezer any number does inside a numbered list (`… built in\n1984. It …`), and only a `1.` does
 * below a bulleted one, where CommonMark begins the next question. Rules for ending can be added but not replaced from outside.
 */
function endsParagraph(cx: BlockContext, line: Line, leaf: LeafBlock): boolean {
  const item = /^(?:[-*+]|(\d{1,9})[.)])(?:[ \t]+(\S)?|$)/.exec(line.text.slice(line.pos, line.pos + 1000));
  if (item === null) return false;
  const inTable = Array.isArray(rowsOf(leaf));
  return isOutside(cx, line) || inTable || (item[2] !== undefined && (item[1] === undefined || item[1] === '1'));
}

/** Where indentation means nothing, a fence may stand further in than Markdown allows, and closes there as well. */
const insetFences: MarkdownConfig = {
  parseBlock: [
    {
      name: 'InsetFence',
      before: 'FencedCode',
      parse(cx, line) {
        const opening = line.indent < line.baseIndent + 4 ? null : /^(`{3,}(?!.*`)|~{3,})\s*(.*)$/.exec(line.text.slice(line.pos).trimEnd());
        if (opening === null) return false;
        const [whole, fence = '', info = ''] = opening;
        const from = cx.lineStart + line.pos;
        const parts = [cx.elt('CodeMark', from, from + fence.length)];
        if (info !== '') parts.push(cx.elt('CodeInfo', from + whole.length - info.length, from + whole.length));
        while (cx.nextLine() && !isOutside(cx, line)) {
          const close = line.text.slice(line.pos).trimEnd();
          if (!close.startsWith(fence) || close !== fence.charAt(0).repeat(close.length)) continue;
          parts.push(cx.elt('CodeMark', cx.lineStart + line.pos, cx.lineStart + line.pos + close.length));
          cx.nextLine();
          break;
        }
        cx.addElement(cx.elt('FencedCode', from, cx.prevLineEnd(), parts));
        return true;
      },
    },
  ],
};

/** Pasted text has neither code by indentation nor headings by underlining. */
function dialect(pasted: boolean, labels: Labels): MarkdownParser {
  const remove = pasted ? ['IndentedCode', 'SetextHeading'] : [];
  const made = parser.configure([lateItems, shortReferences, tables, tasks, footnotes, quotedHtml, inlineParsers(labels), ...(pasted ? [insetFences] : []), { remove }]);
  const rules: unknown = Reflect.get(made, 'endLeafBlock');
  if (Array.isArray(rules)) rules.splice(listRules, 2, endsParagraph);
  return made;
}

/** Where Lezer's own rules for lists stand among those that end a paragraph, the bulleted and the numbered. */
const listRules = 3;

const plain = { pasted: dialect(true, nothing), markdown: dialect(false, nothing) };

/** Finds blocks only, among them the definitions. */
const remove = ['Escape', 'Entity', 'InlineCode', 'HTMLTag', 'Emphasis', 'HardBreak', 'Link', 'Image', 'LinkEnd', 'Strikethrough'];
const blocksOnly = { pasted: plain.pasted.configure({ remove }), markdown: plain.markdown.configure({ remove }) };

export function blockGrammar(pasted: boolean): MarkdownParser {
  return pasted ? blocksOnly.pasted : blocksOnly.markdown;
}

export function grammar(pasted: boolean, labels: Labels): MarkdownParser {
  if (labels.links.size + labels.notes.size > 0) return dialect(pasted, labels);
  return pasted ? plain.pasted : plain.markdown;
}
