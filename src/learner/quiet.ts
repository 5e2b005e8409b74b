/** Begins without sound where the learner's LMS says so (cmi5 11.2); whoever wants to hear something switches it on. */
import { AUDIO_ATTRIBUTE } from '../vocabulary/tags.ts';

export function beginQuiet(page: Document): void {
  page.documentElement.setAttribute(AUDIO_ATTRIBUTE, 'off');
  const muted = new WeakSet<HTMLMediaElement>();
  page.addEventListener(
    'play',
    ({ target }) => {
      if (!(target instanceof HTMLMediaElement) || muted.has(target)) return;
      // Once: after that the element's own button decides.
      muted.add(target);
      target.muted = true;
    },
    { capture: true },
  );
}
