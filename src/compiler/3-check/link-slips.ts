/** Links and pictures whose brackets are apart, turned round, open or empty: they would be shown as they are written. */
import type { Image, Link, RootContent, Text } from 'mdast';
import type { LessonDocument, SectionNode } from '../2-parse/document.ts';
import type { Report } from './report.ts';
import { childrenOf, offsetsOf, plainText, span, walk } from './tree.ts';

export type LinkSlip = 'apart' | 'reversed' | 'open' | 'no-address' | 'no-words';

interface Found {
  problem: LinkSlip;
  /** As it should be written. */
  right: string;
  /** Offsets in the source. */
  start: number;
  end: number;
}

export function checkLinkSlips(sections: readonly SectionNode[], { source }: LessonDocument, report: Report): void {
  if (!/\]|\)\[/.test(source.text)) return;
  const add = ({ problem, right, start, end }: Found): void => {
    if (source.text[start - 1] === '\\') return;
    report.add('syntax/link-slip', source.place(start, end), { words: source.text.slice(start, end).replace(/\s+/g, ' ').slice(0, 80), right: right.slice(0, 120), problem });
  };
  for (const { blocks } of sections) {
    walk(blocks, (node) => {
      if (node.type === 'link' || node.type === 'image') addEmpty(node, add);
      if (node.type === 'text') for (const found of inWords(node, offsetsOf(node, source))) add(found);
      const children = childrenOf(node);
      children.forEach((child, i) => {
        const next = children[i + 1];
        if (child.type === 'text' && next?.type === 'link') besideAddress(child, next, children[i + 2], offsetsOf(child, source), add);
      });
    });
  }
}

function addEmpty(node: Link | Image, add: (found: Found) => void): void {
  const { start, end } = span(node);
  if (node.url === '') {
    const [mark, words] = node.type === 'image' ? ['!', node.alt ?? ''] : ['', plainText(node.children)];
    add({ problem: 'no-address', right: `${mark}[${words || (mark === '' ? 'words' : 'what it shows')}](${node.type === 'image' ? 'picture.png' : 'https://…'})`, start, end });
  } else if (node.type === 'link' && node.children.length === 0) add({ problem: 'no-words', right: `[words](${node.url})`, start, end });
}

/** Only what is plainly an address or a file; “[1] (see page 3)” is prose. */
const file = '[^()\\[\\]\\s]{1,300}\\.[A-Za-z0-9]{2,5}(?:#[^()\\[\\]\\s]*)?';
const apart = new RegExp(`(!?)\\[([^[\\]\\n]{1,200})\\][ \\t]+\\((${file})\\)`, 'g');
const reversed = new RegExp(`(!?)\\(([^()\\n]{1,200})\\)\\[(${file})\\]`, 'g');

function inWords({ value }: Text, offset: (index: number) => number): Found[] {
  return ([['apart', apart], ['reversed', reversed]] as const).flatMap(([problem, pattern]) =>
    [...value.matchAll(pattern)].map((match) => {
      const [whole, mark = '', words = '', address = ''] = match;
      return { problem, right: `${mark}[${words}](${address})`, start: offset(match.index), end: offset(match.index + whole.length) };
    }),
  );
}

const opening = /(!?)(?:\[([^[\]\n]{1,200})\]([ \t]*)\(|\(([^()\n]{1,200})\)\[)$/;

/** A web address became a link of its own, because the brackets around it make none. */
function besideAddress(before: Text, link: Link, after: RootContent | undefined, offset: (index: number) => number, add: (found: Found) => void): void {
  const match = opening.exec(before.value.slice(-250));
  const words = link.children[0];
  if (match === null || words?.type !== 'text' || words.value !== link.url) return;
  const [whole, mark = '', text, space = '', round] = match;
  const closed = after?.type === 'text' && after.value.startsWith(round === undefined ? ')' : ']');
  const problem = round !== undefined ? 'reversed' : closed && space !== '' ? 'apart' : 'open';
  const start = offset(before.value.length - whole.length);
  add({ problem, right: `${mark}[${text ?? round ?? ''}](${link.url})`, start, end: span(link).end + (closed ? 1 : 0) });
}
