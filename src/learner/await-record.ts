/** Waits for the second script, which keeps the record, and fetches it again as long as it does not come. */
import { RECORD_FILE } from '../vocabulary/tags.ts';
import { putInSlot, showNote } from './components/frame.ts';
import type { Player } from './player.ts';

export type OpenRecord = (player: Player) => Promise<void>;

const FIRST_RETRY_SECONDS = 5;
const LAST_RETRY_SECONDS = 120;

/** What the script calls when it has come; only its first call counts. */
export function awaitRecord(player: Player): (open: OpenRecord) => void {
  const { strings } = player.input;
  let come = false;
  let said = false;
  let later: ReturnType<typeof setTimeout> | undefined;
  const fetchAgain = (pause: number): void => {
    clearTimeout(later);
    const script = document.createElement('script');
    script.src = RECORD_FILE;
    script.onerror = () => missing(pause);
    document.head.append(script);
  };
  const missing = (pause: number): void => {
    said = true;
    showNote(strings, strings.frame.noRecord, () => fetchAgain(FIRST_RETRY_SECONDS));
    later = setTimeout(() => fetchAgain(Math.min(2 * pause, LAST_RETRY_SECONDS)), pause * 1000);
  };
  // By then the page's own script tag has brought it, or failed.
  document.addEventListener('DOMContentLoaded', () => {
    if (!come) missing(FIRST_RETRY_SECONDS);
  });
  return (open) => {
    if (come) return;
    come = true;
    clearTimeout(later);
    if (said) putInSlot(null);
    void open(player);
  };
}
