/** The text of a lone lesson for the search, read off the page that it stands in, so that no package carries its words twice. */
import type { SearchLesson, SearchSpot } from '../../course/payload.ts';

/** Questions, controls, and what says again in words what is drawn. */
const SILENT = 'script, button:not(.term-link), .tip, .gate, .eyebrow, .sr-only, .inline-check, .deck, .text-version, lectern-explore';
/** Elements that are one word with those beside them. */
const INLINE = 'a, abbr, b, bdi, button, code, del, dfn, em, i, kbd, lectern-term, mark, s, strong, sub, sup';

/** Parts, terms and slides, as the compiler lists those of lessons that stand in a script. */
export function lessonInPage(id: string): SearchLesson {
  const terms = all('.term').map((term): SearchSpot => ['read', term.id, [...term.querySelectorAll('dt')].map((name) => wordsOf(name).trim()).join(' / '), tidy([...term.querySelectorAll('dd')].map(wordsOf))]);
  const parts = all(terms.length > 0 ? '.section:not(.section-terms) > .part' : '.part').map((part) => headed('read', part));
  return { id, language: document.documentElement.lang, spots: [...parts, ...terms, ...all('.slide').map((slide) => headed('slides', slide))] };
}

const all = (selector: string): Element[] => [...document.querySelectorAll(selector)];
const tidy = (words: readonly string[]): string => words.join(' ').replace(/\s+/g, ' ').trim();

function headed(view: SearchSpot[0], place: Element): SearchSpot {
  const heading = place.querySelector('h2, h3');
  return [view, heading?.id ?? '', heading?.textContent ?? '', tidy([...place.childNodes].filter((node) => node !== heading).map(wordsOf))];
}

function wordsOf(node: Node): string {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element) || node.matches(SILENT)) return '';
  const inside = node instanceof HTMLImageElement ? node.alt : [...node.childNodes].map(wordsOf).join('');
  return node.matches(INLINE) ? inside : ` ${inside} `;
}
