/** Web addresses in prose. */
import fc from 'fast-check';
import type { Link } from 'mdast';
import { expect, it } from 'vitest';
import { findAddresses, linkAddresses } from './autolink.ts';
import { parseMarkdown } from './markdown.ts';
import { makeSource } from './source.ts';

const addresses = (text: string): string[] => findAddresses(text).map(({ start, end }) => text.slice(start, end));

it.each([
  ['See https://example.org/a.', ['https://example.org/a']],
  ['(https://example.org/a)', ['https://example.org/a']],
  ['https://example.org/wiki/Salt_(cryptography), and', ['https://example.org/wiki/Salt_(cryptography)']],
  ['“https://example.org/?q=1&r=2”!', ['https://example.org/?q=1&r=2']],
  ['HTTP://EXAMPLE.ORG and https://example.com/x…', ['HTTP://EXAMPLE.ORG', 'https://example.com/x']],
  ['詳しくはhttps://example.org/b。次に', ['https://example.org/b']],
  ['xhttps://example.org', []],
  ['https://', []],
  ['ftp://example.org arXiv:2401.05566 9:30 model_card.md', []],
  ['https://example.org/a[1]]', ['https://example.org/a[1]']],
])('%s', (text, expected) => {
  expect(addresses(text)).toEqual(expected);
});

function links(text: string): { url: string; written: string }[] {
  const source = makeSource('a.md', text);
  const tree = parseMarkdown(source.text, false);
  linkAddresses(tree, source);
  const found: { url: string; written: string }[] = [];
  const stack = [...tree.children] as { type: string; children?: unknown[] }[];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const { position, url } = node as Link;
    if (node.type === 'link') found.push({ url, written: source.text.slice(position?.start.offset, position?.end.offset) });
    stack.push(...((node.children ?? []) as typeof stack));
  }
  return found.reverse();
}

it('a link stands where its address stands, escapes and continued lines included', () => {
  expect(links('> see *the* &amp; page\n> at https://example.org/a\\_b&amp;c=1, or')).toEqual([{ url: 'https://example.org/a_b&c=1', written: 'https://example.org/a\\_b&amp;c=1' }]);
});

it('addresses inside links and code are left alone', () => {
  expect(links('[https://example.org](https://example.com) `https://example.net`')).toEqual([{ url: 'https://example.com', written: '[https://example.org](https://example.com)' }]);
});

it('an address never ends in sentence punctuation, and closes no bracket that it did not open', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9/().,;:!?_-]{0,30}$/), (tail) => {
      const [address = ''] = addresses(`(https://example.org/${tail}) end`);
      expect(address).not.toMatch(/[.,;:!?_]$/);
      const balance = [...address].reduce((sum, c) => sum + (c === '(' ? 1 : c === ')' ? -1 : 0), 0);
      expect(address.endsWith(')') && balance < 0).toBe(false);
      expect(`(https://example.org/${tail})`).toContain(address);
    }),
  );
});
