/** Marks the sentence that is being said in the transcript, without touching the text: browsers that cannot do so show no mark. */
import type { Line } from './narrator.ts';

const NAME = 'lectern-sentence';

export interface SentenceMark {
  /** `slide` undefined: no mark. */
  show(slide: Element | undefined, lines: readonly Line[], sentence: number): void;
}

export function sentenceMark(): SentenceMark {
  if (typeof Highlight === 'undefined' || !('highlights' in CSS)) return { show: () => undefined };
  let shown: string | null = null;
  return {
    show(slide, lines, sentence) {
      const line = slide === undefined ? undefined : lines[sentence];
      const key = line === undefined ? null : `${sentence} ${line.text}`;
      if (key === shown) return;
      shown = key;
      CSS.highlights.delete(NAME);
      const range = slide === undefined || line === undefined ? null : rangeOf(slide, lines, sentence);
      if (range !== null) CSS.highlights.set(NAME, new Highlight(range));
    },
  };
}

/** Where the sentence stands: sentences are looked for one after the other, so that one said twice is found twice. */
function rangeOf(slide: Element, lines: readonly Line[], sentence: number): Range | null {
  const texts = narrationTexts(slide);
  const all = texts.map(({ data }) => data.replace(/\s/g, ' ')).join('');
  let from = 0;
  for (const { text } of lines.slice(0, sentence)) from = Math.max(from, all.indexOf(text, from) + (all.includes(text) ? text.length : 0));
  const wanted = lines[sentence]?.text ?? '';
  const at = all.indexOf(wanted, from);
  if (at < 0) return null;
  const range = document.createRange();
  const start = spotIn(texts, at, true);
  const end = spotIn(texts, at + wanted.length, false);
  if (start === null || end === null) return null;
  range.setStart(...start);
  range.setEnd(...end);
  return range;
}

/** Text of the slide's own paragraphs: neither of its figure nor of the player. */
function narrationTexts(slide: Element): Text[] {
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT, (node) => (node.parentElement?.closest('.deck, .deck-settings, .from-here, .slide-figures, figure, script, h3, .eyebrow') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) if (node instanceof Text) texts.push(node);
  return texts;
}

/** Between two texts a beginning belongs to the second: the end of the first may lie before the figure. */
function spotIn(texts: readonly Text[], offset: number, begins: boolean): [node: Text, offset: number] | null {
  let before = 0;
  for (const text of texts) {
    if (offset < before + text.length || (!begins && offset === before + text.length)) return [text, offset - before];
    before += text.length;
  }
  return null;
}
