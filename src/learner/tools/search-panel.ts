/** Search within the course: its text comes once, when the search is opened, or stands in the page already; what is found is listed as it is typed. */
import { html, nothing, render, type TemplateResult } from 'lit';
import type { SearchLesson } from '../../course/payload.ts';
import type { SearchStrings } from '../../locales/tool-strings.ts';
import { SEARCH_FILE } from '../../vocabulary/tags.ts';
import { lessonName } from '../place.ts';
import { extractOf, find, indexed, wordsOf, type Indexed } from './find.ts';
import { markFound } from './mark-found.ts';
import { lessonInPage } from './page-text.ts';
import type { ToolSetting } from './setting.ts';

/** Places listed at once. */
const LISTED = 20;

let index: Promise<Indexed[]> | null = null;

export function searchPanel(host: HTMLElement, close: () => void, setting: ToolSetting, words: SearchStrings): HTMLElement | null {
  const show = (spots: readonly Indexed[] | null, query: string, failed = false): void => void render(panel(spots, query, failed), host);
  const panel = (spots: readonly Indexed[] | null, query: string, failed: boolean): TemplateResult => {
    const found = spots === null ? [] : find(spots, query);
    const asked = wordsOf(query).length > 0 && spots !== null;
    const more = found.length - LISTED;
    const said = failed ? words.unavailable : !asked ? '' : found.length === 0 ? words.nothing(query.trim()) : words.found(found.length);
    return html`<form role="search" class="search" @submit=${first}><label for="lectern-search-words">${words.label}</label><div class="search-row"><input id="lectern-search-words" type="search" autocomplete="off" spellcheck="false" enterkeyhint="search" lang=${setting.course.language} @input=${(event: Event) => typed(event)}><button type="button" class="button quiet" aria-label=${words.close} @click=${close}><span aria-hidden="true">✕</span></button></div></form>
      <p class="search-said" aria-live="polite" aria-atomic="true">${said}</p>
      <ol class="found" ?hidden=${found.length === 0}>${found.slice(0, LISTED).map((spot) => entry(spot, query))}</ol>
      ${more > 0 ? html`<p class="search-more">${words.more(more)}</p>` : nothing}`;
  };
  const entry = (spot: Indexed, query: string): TemplateResult => {
    const lesson = setting.course.lessons.find(({ id }) => id === spot.lesson);
    const several = setting.course.lessons.length > 1 && lesson !== undefined;
    const where = [...(spot.view === 'slides' ? [words.slide] : []), ...(several ? [lessonName(lesson)] : [])];
    const extract = extractOf(spot.text, wordsOf(query)).map(({ text, hit }) => (hit ? html`<mark>${text}</mark>` : text));
    const go = (event: Event): void => {
      event.preventDefault();
      event.stopPropagation();
      setting.goTo({ lesson: spot.lesson, view: spot.view, spot: spot.id }, () => markFound(spot.id, wordsOf(query)));
    };
    return html`<li><a href=${several ? `#/${spot.lesson}` : `#${spot.id}`} @click=${go}><span class="found-title" lang=${spot.language}>${spot.title}</span>${where.length === 0 ? nothing : html`<span class="found-where">${where.join(' · ')}</span>`}<span class="found-text" lang=${spot.language}>${extract}</span></a></li>`;
  };
  let query = '';
  let ready: Indexed[] | null = null;
  const typed = ({ target }: Event): void => {
    query = target instanceof HTMLInputElement ? target.value : '';
    show(ready, query);
  };
  /** Enter leads to what was found. */
  const first = (event: Event): void => {
    event.preventDefault();
    host.querySelector<HTMLElement>('.found a')?.focus();
  };
  show(null, '');
  const [lone, ...others] = setting.course.lessons;
  index ??= lone !== undefined && others.length === 0 ? Promise.resolve(indexed([lessonInPage(lone.id)])) : fetchIndex();
  index.then(
    (spots) => show((ready = spots), query),
    () => {
      index = null;
      show(null, query, true);
    },
  );
  return host.querySelector('input');
}

/** A script, because files opened from a disk cannot be fetched in another way. */
function fetchIndex(): Promise<Indexed[]> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    if (window.lectern !== undefined) window.lectern.index = (lessons: SearchLesson[]) => resolve(indexed(lessons));
    script.onerror = () => {
      script.remove();
      reject(new Error(`${SEARCH_FILE} could not be loaded`));
    };
    script.src = SEARCH_FILE;
    document.head.append(script);
  });
}
