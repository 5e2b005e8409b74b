/** Days on which a learner wants to look at the course again, as a file for their own calendar. */
import { USUAL_DAYS } from '../../course/later.ts';
import { saveFile } from '../components/save-file.ts';
import type { ReminderStrings } from '../../locales/tool-strings.ts';
import { calendar } from './calendar.ts';
import type { ToolSetting } from './setting.ts';

/** Says below the button what was saved. */
export function offerReminders(button: HTMLElement, { course, strings }: ToolSetting, words: ReminderStrings): void {
  const now = new Date();
  const days = (course.reminders ?? USUAL_DAYS).map((after) => ({ after, date: new Date(now.getFullYear(), now.getMonth(), now.getDate() + after) }));
  const title = course.unit === undefined ? course.title : `${course.unit.course.title} – ${course.title}`;
  // The same day saved twice is one entry in the calendar; another day is another.
  const uid = (date: Date): string => `${course.iri}/review/${course.id}/${date.toDateString().replace(/ /g, '-')}`;
  const text = calendar(days.map(({ date }) => ({ uid: uid(date), date, title: words.entry(title), text: words.text(title) })), now);
  saveFile(`${words.file}-${course.id}.ics`, 'text/calendar;charset=utf-8', text);
  const format = new Intl.DateTimeFormat(strings.code, { dateStyle: 'medium' });
  const list = new Intl.ListFormat(strings.code).format(days.map(({ date }) => format.format(date)));
  const row = button.closest('.actions') ?? button;
  const line = row.nextElementSibling?.matches('.reminders-said') === true ? row.nextElementSibling : document.createElement('p');
  Object.assign(line, { className: 'reminders-said', role: 'status', lang: strings.code });
  if (!line.isConnected) row.after(line);
  // What comes into the page together with its place is not read out.
  setTimeout(() => (line.textContent = words.saved(list)));
}
