/** Questions once more, for practice: the same components with a record of their own that leads nowhere. */
import type { ItemPayload } from '../../../course/payload.ts';
import { grade } from '../../../grading/grade.ts';
import type { PlayerStrings } from '../../../locales/strings.ts';
import { ITEM_TAGS } from '../../../vocabulary/tags.ts';
import { freshRecord } from '../../session/item-record.ts';
import { listen } from '../events.ts';
import { ItemElement, type ItemSetting } from '../item.ts';

/** A question to be practised. */
export interface Practised {
  item: ItemPayload;
  setting: ItemSetting;
  /** The lesson it is of, where that is not the one on show. */
  from?: { title: string; language: string; direction: 'ltr' | 'rtl' };
}

const FRESH = freshRecord({ attempts: 0 });

/** One question at a time; after the last one `leave`. Nothing that happens inside is heard outside. */
export function practice(name: string, questions: readonly Practised[], { results, code }: PlayerStrings, leave: () => void): HTMLElement {
  const section = document.createElement('section');
  section.className = 'practice';
  const title = Object.assign(document.createElement('h2'), { tabIndex: -1, textContent: name, lang: code });
  const note = Object.assign(document.createElement('p'), { className: 'facts', textContent: results.practiceNote, lang: code });
  const items = questions.flatMap(({ item, setting, from }, index) => {
    const element = document.createElement(ITEM_TAGS[item.type]);
    if (!(element instanceof ItemElement)) return [];
    element.item = { ...item, id: `${item.id}-practice`, graded: false, points: 0, attempts: 0 };
    element.setting = { ...setting, last: index === questions.length - 1, draft: '' };
    element.record = FRESH;
    const box = document.createElement('div');
    if (from !== undefined) {
      box.append(Object.assign(document.createElement('p'), { className: 'eyebrow', textContent: results.fromLesson(from.title), lang: code }));
      Object.assign(element, { lang: from.language, dir: from.direction });
    }
    box.append(element);
    box.hidden = index > 0;
    return [box];
  });
  section.append(title, note, ...items);
  listen(section, 'lectern-draft', (_, event) => event.stopPropagation());
  listen(section, 'lectern-answer', ({ sealed, response, sureness }, event) => {
    event.stopPropagation();
    if (!(event.target instanceof ItemElement)) return;
    const { result } = grade(sealed.key, response);
    event.target.record = { ...FRESH, tries: 1, last: response, result, sureness, done: result !== 'incorrect' };
  });
  listen(section, 'lectern-next', (_, event) => {
    event.stopPropagation();
    const at = items.findIndex((item) => !item.hidden);
    const next = items[at + 1];
    if (next === undefined) return leave();
    items.forEach((item) => (item.hidden = item !== next));
    title.focus();
  });
  return section;
}
