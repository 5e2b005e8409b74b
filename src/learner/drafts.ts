/**
 * Half-written answers, kept in this browser until the LMS has the answer. Keyed by the LMS's learner, course and item, so
 * that the next learner at the same computer is shown nothing of them (decisions, Shared computers).
 */

export interface Drafts {
  /** '' when there is none. */
  read(item: string): string;
  write(item: string, text: string): void;
  /** The item was answered; its draft goes with the next save that the LMS confirms. */
  answered(item: string): void;
  confirmed(): void;
}

/** `owner` null: nobody is known, so nothing is kept. A store that refuses is as good as none. */
export function keepDrafts(owner: string | null, store: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): Drafts {
  const done = new Set<string>();
  const attempt = (deed: (kept: ReturnType<typeof store>, key: (item: string) => string) => string | null | undefined | void): string => {
    if (owner === null) return '';
    try {
      return deed(store(), (item) => `lectern ${owner} ${item}`) ?? '';
    } catch {
      // Storage is blocked in many frames; the draft is an extra.
      return '';
    }
  };
  return {
    read: (item) => attempt((kept, key) => kept.getItem(key(item))),
    write: (item, text) => void attempt((kept, key) => (text === '' ? kept.removeItem(key(item)) : kept.setItem(key(item), text))),
    answered: (item) => void done.add(item),
    confirmed: () => {
      for (const item of done) attempt((kept, key) => kept.removeItem(key(item)));
      done.clear();
    },
  };
}
