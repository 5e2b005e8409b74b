/** Missed questions once more, for practice: the same components with a record of their own that leads nowhere. */
import type { ItemPayload } from '../../../course/payload.ts';
import { grade } from '../../../grading/grade.ts';
import type { PlayerStrings } from '../../../locales/strings.ts';
import { ITEM_TAGS } from '../../../vocabulary/tags.ts';
import { freshRecord } from '../../session/item-record.ts';
import { listen } from '../events.ts';
import { ItemElement, type ItemSetting } from '../item.ts';

const FRESH = freshRecord({ attempts: 0 });

/** One question at a time; after the last one `leave`. Nothing that happens inside is heard outside. */
export function practice(missed: readonly ItemPayload[], setting: ItemSetting, { results }: PlayerStrings, leave: () => void): HTMLElement {
  const section = document.createElement('section');
  section.className = 'practice';
  const title = Object.assign(document.createElement('h2'), { tabIndex: -1, textContent: results.practise, lang: setting.strings.code });
  const note = Object.assign(document.createElement('p'), { className: 'facts', textContent: results.practiceNote, lang: setting.strings.code });
  const items = missed.flatMap((item, index) => {
    const element = document.createElement(ITEM_TAGS[item.type]);
    if (!(element instanceof ItemElement)) return [];
    element.item = { ...item, id: `${item.id}-practice`, graded: false, points: 0, attempts: 0 };
    element.setting = { ...setting, last: index === missed.length - 1, draft: '' };
    element.record = FRESH;
    element.hidden = index > 0;
    return [element];
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
