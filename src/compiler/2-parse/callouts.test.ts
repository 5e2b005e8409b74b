/** Which quotations are callouts, and what their titles are. */
import { toString } from 'mdast-util-to-string';
import { expect, it } from 'vitest';
import { parseLesson } from './parse-lesson.ts';

function first(text: string): unknown {
  const { output, diagnostics } = parseLesson('l.md', `# L1 — One\n\n## Core content\n\n${text}`);
  const [node] = output.sections[0]?.blocks ?? [];
  if (node?.type !== 'callout') return [node?.type, ...diagnostics.map(({ code }) => code)];
  return [node.kind, node.title === null ? null : toString({ type: 'paragraph', children: node.title }), ...node.children.map((child) => toString(child)), ...diagnostics.map(({ code }) => code)];
}

it.each([
  ['> [!NOTE]\n> Words.', ['note', null, 'Words.']],
  ['> [!warning]\n>\n> Words.\n>\n> - a', ['warning', null, 'Words.', 'a']],
  ['> [!IMPORTANT]\n> **Security**\n> Words.', ['important', 'Security', 'Words.']],
  ['> [!IMPORTANT]\n> **Security**\n>\n> Words.', ['important', 'Security', 'Words.']],
  ['> [!TIP]\n> **Never** share it.', ['tip', null, 'Never share it.']],
  ['> [!TIP] Use *one*\n> Words.', ['tip', 'Use one', 'Words.', 'syntax/callout-title']],
  ['> [!CAUTION]', ['caution', null, 'syntax/broken-callout']],
  ['> \\[!NOTE]\n> Words.', ['blockquote']],
  ['> Words [!NOTE]', ['blockquote']],
  ['> [!INFO]\n> Words.', ['blockquote', 'syntax/unknown-callout']],
])('%j', (text, expected) => {
  expect(first(text)).toEqual(expected);
});
