/** Questions of earlier lessons, for practice after a lesson's own: fetched and handed to its results when the learner asks. */
import { showBusy, showNote } from './components/frame.ts';
import type { ItemSetting, Judge } from './components/item.ts';
import type { Practised } from './components/lectern-results/practice.ts';
import type { PlayerStrings } from '../locales/strings.ts';
import { lessonName } from './place.ts';
import type { Player } from './player.ts';
import { earlierQuestions } from './session/earlier.ts';
import type { Session } from './session/session.ts';
import { foreignTo } from './stage.ts';

export async function practiseEarlier(player: Player, session: () => Session, strings: PlayerStrings, judge: Judge): Promise<void> {
  const { stage } = player;
  const { open, turn } = stage;
  if (open === null) return;
  showBusy(true);
  const questions = await fetchEarlier(player, earlierQuestions(session(), open.outline), { ...open.setting, judge }).catch(() => null);
  // Who went elsewhere meanwhile is left there.
  if (turn !== stage.turn) return;
  showBusy(false);
  if (questions === null) showNote(strings, strings.record.unavailable, () => void practiseEarlier(player, session, strings, judge));
  else open.element.results?.practise(strings.results.practiseEarlier, questions);
}

/** Rejects where a lesson's file does not come. */
async function fetchEarlier({ input }: Player, chosen: ReturnType<typeof earlierQuestions>, setting: ItemSetting): Promise<Practised[]> {
  const found = await Promise.all(
    chosen.map(async ({ lesson, key }) => {
      const { items, language, direction } = await input.fetchLesson(lesson.id);
      const item = items.find((each) => each.key === key);
      const own: ItemSetting = { ...setting, language, foreign: foreignTo(language, setting.strings), inline: false, whole: false };
      return item === undefined ? [] : [{ item, setting: own, from: { title: lessonName(lesson), language, direction } }];
    }),
  );
  return found.flat();
}
