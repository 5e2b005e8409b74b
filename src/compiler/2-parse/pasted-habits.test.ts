/** What pages, word processors and other keyboards leave in pasted text, and what becomes of it. */
import type { RootContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { toString } from 'mdast-util-to-string';
import { parseLesson } from './parse-lesson.ts';

const pasted = (content: string): string => `Locks\n\nLearning objectives\n\n1. Name a lock.\n\nCore content\n\n${content}\n\nKey terms\n\nBolt — a bar.\n`;
const marked = (content: string): string => `# Locks\n\n## Core content\n\n${content}\n`;

function read(text: string) {
  const { output, diagnostics } = parseLesson('l.txt', text);
  const blocks = output.sections.find(({ role }) => role === 'content')?.blocks ?? [];
  return { blocks: blocks.map(told), codes: diagnostics.map(({ code, line, column }) => `${line}:${column} ${code}`) };
}

function told(block: RootContent): string {
  if (block.type === 'table') return `table ${block.children.map((row) => row.children.map((cell) => toString(cell)).join(' | ')).join(' / ')}`;
  return `${block.type} ${toString(block).replaceAll('\n', ' / ')}`;
}

describe('cells between tabs are a table', () => {
  const rows = 'Access\tScrub\tDry\nHub\t15 s\t5 s\nPort\t15 s\t\n';
  const table = 'table Access | Scrub | Dry / Hub | 15 s | 5 s / Port | 15 s | ';
  it('in pasted text and in Markdown, with a note', () => {
    expect(read(pasted(rows))).toEqual({ blocks: [table], codes: ['9:1 table/tabs'] });
    expect(read(marked(rows))).toEqual({ blocks: [table], codes: ['5:1 table/tabs'] });
  });

  it('between paragraphs without empty lines', () => {
    expect(read(marked(`Times:\n${rows}That is all.`)).blocks).toEqual(['paragraph Times:', table, 'paragraph That is all.']);
  });

  it('but not bullets, code, single lines or rows of different lengths', () => {
    expect(read(marked('o\tone\no\ttwo')).codes).toEqual([]);
    expect(read(marked('```\na\tb\nc\td\n```')).codes).toEqual([]);
    expect(read(marked('one\ttwo')).codes).toEqual([]);
    expect(read(marked('a\tb\nc\td\te\tf')).codes).toEqual([]);
    expect(read(marked('1.\ta\n2.\tb')).codes).toEqual([]);
  });
});

it('bars of full width make a table like others', () => {
  expect(read(marked('｜名前｜役割｜\n｜---｜---｜\n｜Pod｜実行｜')).blocks).toEqual(['table 名前 | 役割 / Pod | 実行']);
  expect(read(marked('｜名前｜役割｜\n｜Pod｜実行｜')).codes).toEqual(['5:1 table/not-a-table']);
});

it('a wide space before a bullet sets it one level in', () => {
  const { output } = parseLesson('l.md', marked('・Pod\n・Deployment\n　・Replica\n・Service'));
  const list = output.sections.find(({ role }) => role === 'content')?.blocks[0];
  expect(list?.type === 'list' && list.children.map((entry) => entry.children.map(({ type }) => type))).toEqual([['paragraph'], ['paragraph', 'list'], ['paragraph']]);
});

describe('bold lines above text', () => {
  it('are sub-headings of pasted text', () => {
    expect(read(pasted('**Scrub the hub**\nScrub for 15 seconds.\n\n**Dry it**\n\nWait.')).blocks).toEqual(['heading Scrub the hub', 'paragraph Scrub for 15 seconds.', 'heading Dry it', 'paragraph Wait.']);
  });

  it('are told in Markdown, once a lesson', () => {
    expect(read(marked('**Scrub the hub**\n\nScrub for 15 seconds.\n\n**Dry it**\n\nWait.'))).toEqual({
      blocks: ['paragraph Scrub the hub', 'paragraph Scrub for 15 seconds.', 'paragraph Dry it', 'paragraph Wait.'],
      codes: ['5:1 syntax/bold-heading'],
    });
    expect(read(marked('**Never share a key.**\n\nNot even once.')).codes).toEqual([]);
  });
});
