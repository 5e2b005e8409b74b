/** What the tools may know of a running course: its places, what was passed, and answers that give nothing away any more. */
import type { PlayerStrings } from '../locales/strings.ts';
import type { ToolWords } from '../locales/tool-strings.ts';
import { listen } from './components/events.ts';
import * as frame from './components/frame.ts';
import type { Player } from './player.ts';
import { askedItems } from './session/asked.ts';
import type { Session } from './session/session.ts';
import { standing } from './session/standing.ts';
import { unsealed } from './session/unsealed.ts';
import type { Answer, Passed, ToolSetting } from './tools/setting.ts';
import type { Opening } from './tracking/tracker.ts';

export interface Kept {
  player: Player;
  strings: PlayerStrings;
  words: ToolWords | null;
  opening: Opening;
  session(): Session;
}

export function toolSetting({ player, strings, words, opening, session }: Kept): ToolSetting {
  const { course } = player.input;
  const { stage } = player;
  return {
    course,
    strings,
    words,
    goTo(place, shown) {
      frame.closeOutline();
      listen(document, 'lectern-moved', () => setTimeout(shown), { once: true });
      if (stage.home !== null) stage.goToLesson(place.lesson, place);
      else stage.open?.element.goTo(place.view, place.spot, true);
    },
    passed: () => passed(session(), opening),
    answers() {
      const { open } = stage;
      if (open === null || !mayShowAnswers(session())) return null;
      const hidden = open.payload.quiz?.feedback === 'never' || open.payload.quiz?.review === 'never';
      const items = askedItems(session(), open.outline, open.payload).filter(({ part }) => part !== null || !hidden);
      return items.map((item): Answer => ({ item, sealed: unsealed(item, course.id) }));
    },
  };
}

/** Once the course is passed; where nothing can be passed, once it is completed. */
export function mayShowAnswers(session: Session): boolean {
  const { success, passMark, of, completed } = standing(session);
  return success === 'passed' || ((passMark === null || of === 0) && completed);
}

/** What a certificate says; null where there is none to be had. */
export function passed(session: Session, { connected, keeper, learner }: Opening): Passed | null {
  const { success, scaled, passMark } = standing(session);
  if (session.course.certificate !== true || success !== 'passed' || scaled === null) return null;
  if (!connected || keeper === 'browser' || learner === null) return null;
  return { name: named(learner.name) || learner.id, learner: learner.id || learner.name, share: scaled, passMark };
}

/** LMSs name people as `Ngo, Lan`. */
function named(name: string): string {
  const [last = '', first = '', ...more] = name.split(',').map((part) => part.trim());
  return first === '' || more.length > 0 ? name.trim() : `${first} ${last}`;
}
