/** What the tools know of the page that they are opened in, and how the second script opens them. */
import type { CoursePayload, ItemPayload, SealedItem } from '../../course/payload.ts';
import type { PlayerStrings } from '../../locales/strings.ts';
import type { ToolWords } from '../../locales/tool-strings.ts';
import type { ToolName } from '../../vocabulary/tags.ts';
import type { Place } from '../place.ts';

export interface ToolSetting {
  course: CoursePayload;
  strings: PlayerStrings;
  /** In place of the words that come with the tools; null: those. */
  words: ToolWords | null;
  /** Shows a place of the course, with the focus on it; `shown` is called once it is. */
  goTo(place: Place, shown: () => void): void;
  /** What may be certified; null as long as nothing is passed, and where no LMS holds a record. */
  passed(): Passed | null;
  /** Questions of the open lesson with what is right, once nothing can be given away by it; null before. */
  answers(): Answer[] | null;
}

export interface Passed {
  /** As the LMS names the learner. */
  name: string;
  /** As the LMS knows the learner. */
  learner: string;
  /** 0..1 */
  share: number;
  passMark: number | null;
}

export interface Answer {
  item: ItemPayload;
  sealed: SealedItem;
}

export type ToolOpener = (name: ToolName, button: HTMLElement) => void;
/** What the third script hands over: called once, it gives what opens a tool by its name. */
export type OpenTools = (setting: ToolSetting) => ToolOpener;
