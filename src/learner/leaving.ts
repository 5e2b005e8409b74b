/** The ways out of a course, and the page that is left behind when its record is closed (decisions, Leaving). */
import type { PlayerStrings } from '../locales/strings.ts';
import { PIECES } from '../vocabulary/tags.ts';
import { saveReceipt } from './components/keeping.ts';
import { showLastPage } from './components/record-frame.ts';
import type { Recorder } from './recorder.ts';
import { resultSentence } from './results-view.ts';
import type { SaveOutcome } from './tracking/tracker.ts';

/** Neither beforeunload nor unload: browsers drop them, and nobody is asked whether to leave. */
export function wireLeaving(recorder: Recorder, strings: PlayerStrings): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') recorder.save();
  });
  addEventListener('pagehide', () => void recorder.close(true));
  // A page out of the back-forward cache has closed its record already, and the LMS page that came with it would not open it again.
  addEventListener('pageshow', (event) => {
    if (event.persisted) topmostOwn().location.reload();
  });
  document.getElementById(PIECES.exit)?.addEventListener('click', () => {
    const result = resultTold(recorder, strings);
    recorder.onClosed = (outcome) => leave(outcome, result, recorder, strings);
    leave(recorder.close(), result, recorder, strings);
  });
}

/** Leaves for the lesson that the LMS launches next. */
export function goToNext(recorder: Recorder, strings: PlayerStrings): void {
  recorder.goOn();
  const outcome = recorder.close();
  const { record: words } = strings;
  showLastPage(strings, { title: words.nextComes, lines: [kept(outcome, strings), words.nextInMenu], action: null });
}

/** Before the record is closed: after that nobody can be asked. Nothing where no LMS holds it. */
function resultTold(recorder: Recorder, strings: PlayerStrings): string[] {
  return recorder.state === 'saved' ? [resultSentence(recorder.session, strings, recorder.resultHeld())] : [];
}

/** The way back, once it is known what became of the work. */
function leave(outcome: SaveOutcome, result: readonly string[], recorder: Recorder, strings: PlayerStrings): void {
  const { record: words } = strings;
  const waiting = outcome === 'pending';
  const unsaved = outcome === 'refused';
  const more = unsaved ? (recorder.keeping.here ? [words.keptUntilThen] : []) : result;
  showLastPage(strings, {
    title: words.goodbye,
    lines: [kept(outcome, strings), ...more, ...(waiting ? [] : [words.closeWindow])],
    action: unsaved ? { label: words.receipt, act: () => saveReceipt(recorder.receipt()) } : null,
  });
  const { returnUrl } = recorder;
  // Who may want the receipt is not sent away from it.
  if (waiting || unsaved) return;
  if (returnUrl !== null) location.assign(returnUrl);
  else if (window.opener !== null) window.close();
}

/** After another window took over. "Continue here instead" needs an LMS page that can be loaded anew. */
export function showPassive(outcome: SaveOutcome, strings: PlayerStrings): void {
  const { record: words } = strings;
  const lms = topmostOwn();
  showLastPage(strings, {
    title: words.elsewhere,
    lines: [`${kept(outcome, strings)} ${words.continueThere}`],
    action: lms === window ? null : { label: words.continueHere, act: () => lms.location.reload() },
  });
}

function kept(outcome: SaveOutcome, { record: words }: PlayerStrings): string {
  const said: Readonly<Record<SaveOutcome, string>> = {
    confirmed: words.goodbyeSaved,
    refused: words.goodbyeUnsaved,
    'not-recorded': words.goodbyeNotRecorded,
    kept: words.goodbyeKept,
    pending: words.goodbyePending,
  };
  return said[outcome];
}

/** The LMS page keeps the record, and its own is closed: only a new one can open the course again. */
function topmostOwn(): Window {
  let here: Window = window;
  try {
    while (here.parent !== here && here.parent.location.href !== '') here = here.parent;
  } catch {
    // A page of another origin: the one below it is the highest that may be touched.
    return here;
  }
  return here;
}
