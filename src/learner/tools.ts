/** The third script of a course: what a learner opens now and then. It comes when the first of its buttons is pressed. */
import type { ToolWords } from '../locales/tool-strings.ts';
import { adopt } from './components/adopt.ts';
import type { showCertificate } from './tools/certificate.ts';
import { displayPanel } from './tools/display-panel.ts';
import { panels } from './tools/panel.ts';
import { printLesson } from './tools/print.ts';
import type { offerReminders } from './tools/reminders.ts';
import { searchPanel } from './tools/search-panel.ts';
import type { ToolOpener, ToolSetting } from './tools/setting.ts';
import type { practiseTerms } from './tools/terms-practice.ts';
import { toolStyles } from './tools/tools.styles.ts';

/** Tools that only some courses have use for; the script of a course brings those along. */
export interface SomeTools {
  terms?: typeof practiseTerms;
  certificate?: typeof showCertificate;
  reminders?: typeof offerReminders;
}

export function openTools(setting: ToolSetting, own: ToolWords, some: SomeTools): ToolOpener {
  const words = setting.words ?? own;
  adopt(toolStyles);
  const panel = panels(setting.strings.code);
  return (name, button) => {
    if (name === 'search') panel(button, (host, close) => searchPanel(host, close, setting, words.search));
    else if (name === 'display') panel(button, (host) => displayPanel(host, words.display));
    else if (name === 'print') printLesson(setting, words.print);
    else if (name === 'terms') some.terms?.(button, setting.strings.code, words.practice);
    else if (name === 'reminders') some.reminders?.(button, setting, words.reminders);
    else some.certificate?.(button, setting, words.certificate);
  };
}
