/** The second script of a course: everything about the learner's record. The page stands and can be read before it comes. */
import type { CoursePayload } from '../course/payload.ts';
import type { RecordWords } from '../locales/strings.ts';
import { adopt } from './components/adopt.ts';
import { applyDisplay, keptDisplay } from './components/display.ts';
import { itemStyles } from './components/item.styles.ts';
import { dressRecord } from './components/record-frame.ts';
import { openDrafts } from './drafts.ts';
import { carryOut } from './held.ts';
import { Keeper } from './keeper.ts';
import { noLedger, openLedger } from './ledger.ts';
import { watchPictures } from './missing-pictures.ts';
import type { Player } from './player.ts';
import { preferredWords, relabel, type OtherWords } from './preferred-words.ts';
import { openSlot } from './slot.ts';
import type { Driver } from './tracking/connect.ts';
import type { Opening } from './tracking/tracker.ts';

/** Asks the LMS only now, when everything that closes its record again is here: who leaves earlier has opened nothing. */
export async function openRecord(player: Player, driver: Driver, words: RecordWords): Promise<void> {
  adopt(itemStyles);
  dressRecord();
  watchPictures();
  // A site may forbid the script in the page that did this already.
  const display = keptDisplay();
  if (display !== null) applyDisplay(display);
  const tracker = driver(window, player.input.course);
  const opening = await tracker.open();
  const name = nameOf(player.input.course, opening);
  /** Who may keep what is done here; null where nothing is recorded or nobody is known. */
  const owner = opening.mode === 'normal' ? name : null;
  let changed = (): void => undefined;
  // A course that is kept in this browser alone has a place of its own for it.
  const recorded = owner === null || opening.keeper === 'browser' ? noLedger : openSlot(owner, window).then((slot) => openLedger(slot, () => changed()));
  const written = owner === null ? Promise.resolve(null) : openSlot(`drafts\n${owner}`, window, 'relaxed');
  const [ledger, drafts] = await Promise.all([recorded, written.then(openDrafts)]);
  const other = await otherWords(player, opening);
  const keeper = new Keeper({ player, strings: other?.strings ?? { ...player.input.strings, ...words }, other, tracker, opening, name, ledger, drafts });
  changed = () => keeper.showKeeping();
  const begins = keeper.begin();
  carryOut([...player.held.values()]);
  await begins;
}

/** From here on in the language that the learner set in the LMS; null: in the page's own. */
async function otherWords(player: Player, { preferences }: Opening): Promise<OtherWords | null> {
  const { course, strings } = player.input;
  const other = await preferredWords(preferences?.languages ?? [], strings.code, course.interfaces ?? []);
  if (other === null) return null;
  player.speak(other.strings);
  relabel(other);
  return other;
}

/** Course and learner; null where no LMS is found or nobody is known. */
function nameOf({ id, unit, lessons }: CoursePayload, { connected, learner }: Opening): string | null {
  // Lessons that the LMS launches one by one have a record each.
  const what = unit === undefined ? id : `${id}/${lessons[0]?.id ?? ''}`;
  return connected && learner !== null ? `${what} ${learner.id || learner.name}` : null;
}
