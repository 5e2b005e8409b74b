/** Marks the words that were looked for in the place that was found, without touching its text; browsers that cannot do so show no mark. */
import { hits } from './find.ts';

const NAME = 'lectern-found';

/** The mark stays until the next search leads elsewhere. */
export function markFound(id: string, words: readonly string[]): void {
  if (typeof Highlight === 'undefined' || !('highlights' in CSS)) return;
  const place = document.getElementById(id)?.closest('.part, .slide, .term, .section');
  if (!place) return;
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT, (node) => (node.parentElement?.closest('script, .sr-only, .deck, .deck-settings') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
  const ranges: Range[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    for (const [from, to] of hits(node.textContent ?? '', words)) {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      ranges.push(range);
    }
  }
  CSS.highlights.set(NAME, new Highlight(...ranges));
}
