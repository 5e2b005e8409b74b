/** Draws files and folders as what they are, a list in a list; what is safe and what is not has a sign, a colour and words. */
import type { Element } from 'hast';
import { allEntries, type FileEntry, type FiletreeVisual } from '../course/visual.ts';
import { stepAt, type DrawOptions, type Drawing } from './drawing.ts';
import { h } from './element.ts';
import { isUnsafe } from './explore.ts';
import { icon, ICONS } from './glyphs.ts';

export function drawFiletree({ entries }: FiletreeVisual, options: DrawOptions): Drawing {
  const order = new Map(allEntries(entries).map((entry, i) => [entry, i]));
  const marked = allEntries(entries).filter(({ status }) => status !== null);
  const { strings } = options;
  return {
    picture: h('div.drawing.filetree', {}, branch(entries, (entry) => order.get(entry) ?? 0, options)),
    readable: true,
    description: `${strings.filetree}: ${entries.map(({ name }) => name).join(', ')}.${marked.map((entry) => ` ${entry.name}: ${statusWords(entry, strings)}.`).join('')}`,
    text: [textBranch(entries, strings)],
  };
}

function branch(entries: readonly FileEntry[], place: (entry: FileEntry) => number, options: DrawOptions): Element {
  const { strings } = options;
  const items = entries.map((entry) => {
    const { status } = entry;
    const row = h(`span.row${isUnsafe(entry) ? '.is-unsafe' : ''}`, stepAt(options, place(entry)), [
      icon(entry.folder ? ICONS.folder : ICONS.file),
      h('span.name', { dir: 'ltr' }, entry.name),
      status === null ? null : h(`span.status.is-${status.level}`, {}, icon(ICONS[status.level]), statusWords(entry, strings)),
      entry.optional ? h('span.status', {}, strings.optional) : null,
      entry.detail === null ? null : h('small', {}, entry.detail),
    ]);
    return h('li', {}, row, told(entry, options), entry.entries.length === 0 ? null : branch(entry.entries, place, options));
  });
  return h('ul', { role: 'list' }, items);
}

/** Opened by pressing the name, which the script of slides makes a button; it stands in the text version too. */
function told(entry: FileEntry, { strings, firstStep }: DrawOptions): Element | null {
  const words = aboutFile(entry, strings);
  return words === '' || firstStep === null ? null : h('p.about', { hidden: '' }, words);
}

function aboutFile({ about, risk }: FileEntry, strings: DrawOptions['strings']): string {
  const parts = [about, risk === null ? null : strings.risk(risk)].filter((part) => part !== null);
  return parts.map((part, i) => (i === parts.length - 1 || /[.!?…。]$/.test(part) ? part : `${part}.`)).join(' ');
}

function statusWords({ status }: FileEntry, strings: DrawOptions['strings']): string {
  return status === null ? '' : status.words === '' ? strings.status[status.level] : status.words;
}

function textBranch(entries: readonly FileEntry[], strings: DrawOptions['strings']): Element {
  return h('ul', {}, entries.map((entry) => {
    const said = [statusWords(entry, strings), entry.optional ? strings.optional : '', entry.detail ?? ''].filter((part) => part !== '');
    const more = aboutFile(entry, strings);
    return h('li', {}, `${entry.name}${said.length === 0 ? '' : ` – ${said.join(', ')}`}${more === '' ? '' : `${said.length === 0 ? ' – ' : '. '}${more}`}`, entry.entries.length === 0 ? null : textBranch(entry.entries, strings));
  }));
}
