/** Fetches the second script, which keeps the record, and fetches it again as long as it does not come. */
import { RECORD_FILE } from '../vocabulary/tags.ts';
import { putInSlot, showNote } from './components/frame.ts';
import type { Player } from './player.ts';

export type OpenRecord = (player: Player) => Promise<void>;

const FIRST_RETRY_SECONDS = 5;
const LAST_RETRY_SECONDS = 120;

/** Gives what the script calls when it has come. It is asked for once the first view is on show, so that it takes no room on the line from that. */
export function awaitRecord(player: Player): (open: OpenRecord) => void {
  const { strings } = player.input;
  let later: ReturnType<typeof setTimeout> | undefined;
  let come = false;
  let said = false;
  const fetch = (pause: number): void => {
    clearTimeout(later);
    const script = document.createElement('script');
    script.src = RECORD_FILE;
    script.onerror = () => {
      said = true;
      showNote(strings, strings.frame.noRecord, () => fetch(FIRST_RETRY_SECONDS));
      later = setTimeout(() => fetch(Math.min(2 * pause, LAST_RETRY_SECONDS)), pause * 1000);
    };
    document.head.append(script);
  };
  // The load event, for a page whose lesson does not come.
  const loaded = new Promise((resolve) => addEventListener('load', resolve, { once: true }));
  void Promise.race([player.ready, loaded]).then(() => fetch(FIRST_RETRY_SECONDS));
  return (open) => {
    // Two may have been on their way.
    if (come) return;
    come = true;
    clearTimeout(later);
    if (said) putInSlot(null);
    void open(player);
  };
}
