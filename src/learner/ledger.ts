/**
 * What this browser holds until the LMS has confirmed it: the learner's work and the answers that may not have arrived. Written before
 * the LMS is told, so that a page that dies half-way loses nothing; emptied when the LMS has it all (decisions, Shared computers).
 */
import { fnv } from '../grading/fnv.ts';
import type { Noted } from '../receipt/receipt.ts';
import type { Slot } from './slot.ts';
import type { Fact } from './tracking/tracker.ts';

/** An answer, or what followed from it for an objective, as it was told. */
export interface OwedFact {
  fact: Fact;
  /** Where an answer stands in the learner's progress: an LMS whose progress has as many tries of the item knows the answer. */
  mark: { lesson: number; item: number; round: number; tries: number } | null;
}

export interface Owed {
  build: string;
  /** As the progress names it. */
  attempt: string;
  /** The LMS held nothing of this attempt when this work began. */
  first: boolean;
  /** The number of the first answer that the LMS has not confirmed. */
  since: number;
  /** All of the learner's progress. */
  resume: string;
  facts: OwedFact[];
  /** What a receipt would tell of it. */
  noted: Noted[];
  /** Milliseconds since 1970. */
  at: number;
}

export interface Ledger {
  /** What an earlier visit left; null when it owed nothing. */
  readonly left: Owed | null;
  /** The newest of what was written is safe in this browser, even when the computer is switched off now. */
  readonly safe: boolean;
  write(owed: Owed): void;
  clear(): void;
}

/** More answers than this without a single confirmation are not told one by one; the progress has them all. */
export const FACTS_MAX = 500;
export const EVENTS_MAX = 2_000;

/** Nobody is known, or nothing may be kept. */
export const noLedger: Ledger = { left: null, safe: false, write: () => undefined, clear: () => undefined };

/** `changed`: whether the work is safe here may be another answer now. */
export async function openLedger(slot: Slot, changed: () => void): Promise<Ledger> {
  const left = readOwed((await slot.load()) ?? '');
  let safe = false;
  let wanted: string | null = null;
  let busy = false;
  /** One write at a time, and the newest wins. */
  const work = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    while (wanted !== null) {
      const text: string = wanted;
      wanted = null;
      const kept = (await slot.put(text === '' ? null : text)) && text !== '';
      if (wanted === null && safe !== kept) {
        safe = kept;
        changed();
      }
    }
    busy = false;
  };
  return {
    left,
    get safe() {
      return safe;
    },
    write(owed) {
      safe = false;
      wanted = sealed(JSON.stringify(owed));
      void work();
    },
    clear() {
      safe = false;
      wanted = '';
      void work();
    },
  };
}

/** Of each objective the newest standing alone: windows hand on what they were handed, and what counts is where it ended. */
export function newest<T>(facts: readonly T[], factOf: (each: T) => Fact): T[] {
  const last = new Map<string, T>();
  for (const each of facts) {
    const fact = factOf(each);
    if (fact.kind === 'objective') last.set(fact.standing.id, each);
  }
  return facts.filter((each) => {
    const fact = factOf(each);
    return fact.kind !== 'objective' || last.get(fact.standing.id) === each;
  });
}

const sealed = (text: string): string => `${fnv(text).toString(36)} ${text}`;

/** Total: the checksum tells whether the text is ours and whole, so that its shape need not be looked at in depth. */
export function readOwed(stored: string): Owed | null {
  const text = stored.slice(stored.indexOf(' ') + 1);
  if (text === '' || sealed(text) !== stored) return null;
  try {
    const owed = JSON.parse(text) as Partial<Owed> | null;
    return typeof owed?.resume === 'string' && typeof owed.build === 'string' && typeof owed.since === 'number' && Array.isArray(owed.facts) && Array.isArray(owed.noted) ? (owed as Owed) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
