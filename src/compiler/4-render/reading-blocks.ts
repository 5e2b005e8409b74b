/** The blocks of a reading part, with each question of the text where its author put it. */
import type { Prose } from '../../course/prose.ts';
import type { LessonBodyOptions } from './lesson-body.ts';

export function readingBlocks(blocks: Prose, scope: string, { html, item }: Pick<LessonBodyOptions, 'html' | 'item'>): string {
  const out: string[] = [];
  let words: Prose = [];
  const write = (): void => {
    // Footnotes of the stretches between questions need ids that differ.
    if (words.length > 0) out.push(html(words, out.length === 0 ? scope : `${scope}-${out.length}`));
    words = [];
  };
  for (const block of blocks) {
    if (block.type !== 'check') {
      words.push(block);
      continue;
    }
    write();
    out.push(`<div class="inline-check">${item(block.item)}</div>`);
  }
  write();
  return out.join('\n');
}
