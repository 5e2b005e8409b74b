/** Lessons whose id changed with their title: their questions would get new ids, and old results would belong to nobody. */
import type { Lock } from './lock-file.ts';

export interface Renamed {
  /** Id in earlier builds. */
  before: string;
  /** How many of the questions were in it, word for word. */
  questions: number;
}

/** Finds, for a lesson that the lock file does not know, a lesson that is gone and had at least half of its questions. */
export type FindRenamed = (lessonId: string, hashes: readonly string[]) => Renamed | null;

/** `present` are the ids of the lessons in this build. Call it before the build brings the lock up to date. */
export function renamedLessons(lock: Lock | null, present: ReadonlySet<string>): FindRenamed {
  const known = new Set(lock?.lessons.keys());
  const owners = new Map<string, string>();
  for (const [id, { items }] of lock?.lessons ?? []) {
    if (!present.has(id)) for (const { hash } of items.values()) owners.set(hash, id);
  }
  return (lessonId, hashes) => {
    if (known.has(lessonId) || owners.size === 0) return null;
    const counts = new Map<string, number>();
    for (const hash of hashes) {
      const owner = owners.get(hash);
      if (owner !== undefined) counts.set(owner, (counts.get(owner) ?? 0) + 1);
    }
    let best: Renamed | null = null;
    for (const [before, questions] of counts) if (questions > (best?.questions ?? 0)) best = { before, questions };
    return best !== null && best.questions * 2 >= hashes.length ? best : null;
  };
}
