/** "Play from here" behind each paragraph of the transcript, where there are several. */
import type { Line } from './narrator.ts';

/** Index of the first sentence of each paragraph; null for one without any. A sentence is looked for from the paragraph of the one before it. */
export function firstSentences(paragraphs: readonly string[], lines: readonly Pick<Line, 'text'>[]): (number | null)[] {
  const firsts: (number | null)[] = paragraphs.map(() => null);
  let from = 0;
  lines.forEach(({ text }, sentence) => {
    const at = paragraphs.findIndex((paragraph, index) => index >= from && plain(paragraph).includes(plain(text)));
    if (at < 0) return;
    from = at;
    firsts[at] ??= sentence;
  });
  return firsts;
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

export interface FromHere {
  label: string;
  /** BCP 47 of the label where it is not the lesson's. */
  language: string | undefined;
  play(sentence: number): void;
}

export function addFromHere(slide: Element, lines: readonly Line[], { label, language, play }: FromHere): void {
  const paragraphs = [...slide.querySelectorAll<HTMLElement>(':scope > :is(p, ul, ol, blockquote):not(.eyebrow)')];
  const firsts = firstSentences(paragraphs.map(({ textContent }) => textContent), lines);
  if (firsts.filter((first) => first !== null).length < 2) return;
  paragraphs.forEach((paragraph, index) => {
    const first = firsts[index] ?? null;
    if (first === null) return;
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'from-here', textContent: label });
    if (language !== undefined) button.lang = language;
    button.addEventListener('click', () => play(first));
    paragraph.after(button);
  });
}
