/** Entries as boxes, as lines of a list, and in one sentence. */
import type { Element } from 'hast';
import type { Entry } from '../course/visual.ts';
import type { DrawOptions } from './drawing.ts';
import { h } from './element.ts';

/** A box of a run; the label stands out, the detail below is small. */
export function box(entry: Entry, step: { dataStep?: number }, options: DrawOptions, ...before: Element[]): Element {
  return h('span.box', step, before, words(entry, options));
}

/** Label, detail and references, one below the other. */
export function words(entry: Entry, { strings, link }: Pick<DrawOptions, 'strings' | 'link'>): Element[] {
  const { label, detail, references } = entry;
  return [
    h('b', {}, label),
    ...(detail === null ? [] : [h('small', {}, detail)]),
    ...(references.length === 0 ? [] : [h('small.references-of', {}, references.flatMap((code, i) => [i === 0 ? null : ', ', linked(strings.reference(code), link?.(code) ?? null)]))]),
  ];
}

/** Words that lead somewhere, where that is in the course. */
export function linked(text: string, href: string | null): Element | string {
  return href === null ? text : h('a', { href }, text);
}

/** `label: detail (Module 4)` */
export function line({ label, detail, references }: Entry, strings: DrawOptions['strings']): string {
  const more = references.length === 0 ? '' : ` (${references.map((code) => strings.reference(code)).join(', ')})`;
  return `${label}${detail === null ? '' : `: ${detail}`}${more}`;
}

export function listed(tag: 'ol' | 'ul', entries: readonly Entry[], strings: DrawOptions['strings']): Element {
  return h(tag, {}, entries.map((entry) => h('li', {}, line(entry, strings))));
}

export function labels(entries: readonly Entry[]): string {
  return entries.map(({ label }) => label).join(', ');
}
