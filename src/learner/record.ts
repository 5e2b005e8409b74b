/** The second script of a course: everything about the learner's record. The page stands and can be read before it comes. */
import type { RecordWords } from '../locales/strings.ts';
import { adopt } from './components/adopt.ts';
import { itemStyles } from './components/item.styles.ts';
import { dressRecord } from './components/record-frame.ts';
import { Keeper } from './keeper.ts';
import type { Player } from './player.ts';
import type { Driver } from './tracking/connect.ts';

/** Asks the LMS only now, when everything that closes its record again is here: who leaves earlier has opened nothing. */
export async function openRecord(player: Player, driver: Driver, words: RecordWords): Promise<void> {
  adopt(itemStyles);
  dressRecord();
  const tracker = driver(window, player.input.course);
  const opening = await tracker.open();
  await new Keeper({ player, strings: { ...player.input.strings, ...words }, tracker, opening }).begin();
}
