/** The interface in the language that the learner set in the LMS (cmi5 11.1), where the package brings it along; the lessons stay in theirs. */
import type { PageWords, RecordWords } from '../locales/strings.ts';
import type { ToolWords } from '../locales/tool-strings.ts';
import { PIECES, wordsFile } from '../vocabulary/tags.ts';

export interface OtherWords {
  strings: PageWords & RecordWords;
  tools: ToolWords;
  /** Texts that stand in the page around the lesson, and what they are called in this language. */
  page: readonly (readonly [own: string, other: string])[];
}

/** A slow line keeps nobody from working: then the words stay as they are. */
const WAIT_MS = 3_000;

const primary = (language: string): string => language.toLowerCase().split('-')[0] ?? '';

/** `preferred` in order; null where the page's own language comes first, or none of them is there. */
export async function preferredWords(preferred: readonly string[], own: string, others: readonly string[]): Promise<OtherWords | null> {
  const known = preferred.map(primary).find((code) => code === primary(own) || others.includes(code));
  if (known === undefined || known === primary(own)) return null;
  const coming = new Promise<OtherWords | null>((resolve) => {
    const script = document.createElement('script');
    if (window.lectern !== undefined) window.lectern.words = resolve;
    script.onerror = () => resolve(null);
    script.src = wordsFile(known);
    document.head.append(script);
    setTimeout(() => resolve(null), WAIT_MS);
  });
  return coming;
}

/** Header, outline, pager and help; what the author wrote there stays. */
export function relabel({ page, strings: { code } }: OtherWords): void {
  const words = new Map(page);
  for (const place of document.querySelectorAll(`.skip, .bar, #${PIECES.outline}, .foot`)) {
    const walk = document.createTreeWalker(place, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node: Node | null = walk.currentNode; node !== null; node = walk.nextNode()) {
      if (node instanceof Element) renameLabel(node, words, code);
      else if (node.parentElement !== null) renameText(node, node.parentElement, words, code);
    }
  }
}

/** Its views and the numbers of its questions; nothing else in it is ours. */
export function relabelLesson({ page, strings: { code } }: OtherWords, lesson: Element): void {
  const words = new Map(page);
  for (const place of lesson.querySelectorAll('[role="tab"], .view-check > h2, .view-slides > h2, .question > h3, .step > .sr-only')) {
    const other = words.get(place.textContent?.trim() ?? '');
    if (other === undefined) continue;
    place.textContent = other;
    place.setAttribute('lang', code);
  }
}

function renameText(text: Node, parent: Element, words: ReadonlyMap<string, string>, code: string): void {
  const other = words.get(text.textContent?.trim() ?? '');
  if (other === undefined || parent.closest('.bar-title, .outline ul') !== null) return;
  text.textContent = other;
  parent.setAttribute('lang', code);
}

function renameLabel(element: Element, words: ReadonlyMap<string, string>, code: string): void {
  const other = words.get(element.getAttribute('aria-label') ?? '');
  if (other === undefined) return;
  element.setAttribute('aria-label', other);
  element.setAttribute('lang', code);
}
