/** The hashes against the values that GitHub's upload step gives for the same texts. */
import { expect, it } from 'vitest';
import { lineHashes } from './line-hashes.ts';

it.each([
  ['', ['c129715d7a2bc9a3:1']],
  [' a\nb\n  \t\tc\n d', ['271789c17abda88f:1', '54703d4cd895b18:1', '180aee12dab6264:1', 'a23a3dc5e078b07b:1']],
  [' hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n', ['e9496ae3ebfced30:1', 'fb7c023a8b9ccb3f:1', 'ce8ba1a563dcdaca:1', 'e20e36e16fcb0cc8:1', 'b3edc88f2938467e:1', 'c8e28b0b4002a3a0:1', 'c129715d7a2bc9a3:1']],
])('%j', (text, expected) => {
  expect(lineHashes(text)).toEqual(expected);
});

it('counts lines that look the same', () => {
  const hashes = lineHashes('Lorem ipsum dolor sit amet.\n'.repeat(10));
  expect(hashes.slice(0, 3)).toEqual(['a7f2ff13bc495cf2:1', 'a7f2ff13bc495cf2:2', 'a7f2ff13bc495cf2:3']);
  expect(hashes.at(-2)).toBe('cc97dc7b1d7d8f7b:1');
});
