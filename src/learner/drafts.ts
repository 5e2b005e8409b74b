/**
 * Half-written answers, kept in this browser until the LMS has the answer. Their place is that of one learner and course, so that
 * the next learner at the same computer is shown nothing of them (decisions, Shared computers).
 */
import type { Slot } from './slot.ts';

export interface Drafts {
  /** '' when there is none. */
  read(item: string): string;
  write(item: string, text: string): void;
  /** The item was answered; its draft goes with the next save that the LMS confirms. */
  answered(item: string): void;
  confirmed(): void;
}

/** `slot` null: nobody is known, so nothing is kept. One that refuses is as good as none: the draft is an extra. */
export async function openDrafts(slot: Slot | null): Promise<Drafts> {
  const texts = slot === null ? new Map<string, string>() : readTexts(await slot.load());
  const done = new Set<string>();
  let changed = false;
  let busy = false;
  /** One write at a time, and the newest wins: letters come faster than a disk. */
  const keep = async (): Promise<void> => {
    changed = true;
    if (busy) return;
    busy = true;
    while (changed) {
      changed = false;
      await slot?.put(texts.size === 0 ? null : JSON.stringify([...texts]));
    }
    busy = false;
  };
  return {
    read: (item) => texts.get(item) ?? '',
    write(item, text) {
      if (slot === null) return;
      if (text === '') texts.delete(item);
      else texts.set(item, text);
      void keep();
    },
    answered: (item) => void done.add(item),
    confirmed() {
      const before = texts.size;
      for (const item of done) texts.delete(item);
      done.clear();
      if (texts.size < before) void keep();
    },
  };
}

/** Damaged text is nothing. */
function readTexts(stored: string | null): Map<string, string> {
  try {
    const read: unknown = JSON.parse(stored ?? '[]');
    const isText = (pair: unknown): pair is [string, string] => Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'string';
    return new Map(Array.isArray(read) ? read.filter(isText) : []);
  } catch (error) {
    if (error instanceof SyntaxError) return new Map();
    throw error;
  }
}
