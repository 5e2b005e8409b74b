/** Notices which reading parts were read to their end, and where the reader is. */
import { emit } from '../events.ts';

const TICK_SECONDS = 0.5;
/** How long a part's end must stay on screen. */
const END_SECONDS = 1;
/** Nobody is asked to stay longer than this, however long the part. */
const LONGEST_DWELL_SECONDS = 8;
/** 200 words a minute. */
const SECONDS_PER_WORD = 0.3;

interface Watched {
  key: number;
  id: string;
  needs: number;
  visible: boolean;
  endVisible: boolean;
  seconds: number;
  endSeconds: number;
  seen: boolean;
}

/** A quarter of the reading time, 8 seconds at most (player.md 2.2). */
export function dwellSeconds(text: string): number {
  return Math.min(0.25 * (text.match(/\S+/g)?.length ?? 0) * SECONDS_PER_WORD, LONGEST_DWELL_SECONDS);
}

/** Emits `lectern-part-seen` and `lectern-moved` from the lesson; returns how to stop. */
export function watchParts(lesson: HTMLElement): () => void {
  const watched = new Map<Element, Watched>();
  const ends = new Map<Element, Watched>();
  for (const part of lesson.querySelectorAll<HTMLElement>('.part')) {
    const heading = part.querySelector('[id]');
    const entry: Watched = { key: Number(part.dataset['part']), id: heading?.id ?? '', needs: dwellSeconds(part.textContent), visible: false, endVisible: false, seconds: 0, endSeconds: 0, seen: false };
    watched.set(part, entry);
    // An element of its own, because the last paragraph may be taller than the window.
    const end = part.querySelector('.part-end');
    if (end !== null) ends.set(end, entry);
  }
  let current = '';
  const onScreen = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const part = watched.get(target);
      if (part !== undefined) part.visible = isIntersecting;
    }
    const first = [...watched.values()].find((part) => part.visible)?.id ?? '';
    if (first === current) return;
    current = first;
    if (current !== '') emit(lesson, 'lectern-moved', { view: 'read', spot: current });
  }, { rootMargin: '-20% 0px -30% 0px' });
  const endOnScreen = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const part = ends.get(target);
      if (part !== undefined) part.endVisible = isIntersecting;
    }
  });
  for (const part of watched.keys()) onScreen.observe(part);
  for (const end of ends.keys()) endOnScreen.observe(end);
  const timer = setInterval(() => tick(lesson, watched.values()), TICK_SECONDS * 1000);
  return () => {
    clearInterval(timer);
    onScreen.disconnect();
    endOnScreen.disconnect();
  };
}

function tick(lesson: HTMLElement, parts: Iterable<Watched>): void {
  if (document.visibilityState === 'hidden') return;
  for (const part of parts) {
    if (part.seen) continue;
    if (part.visible || part.endVisible) part.seconds += TICK_SECONDS;
    part.endSeconds = part.endVisible ? part.endSeconds + TICK_SECONDS : 0;
    if (part.endSeconds < END_SECONDS || part.seconds < part.needs) continue;
    part.seen = true;
    emit(lesson, 'lectern-part-seen', { key: part.key });
  }
}
