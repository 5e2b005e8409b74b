/** The shape of one page in the book of messages. */
import type { Severity } from '../diagnostic.ts';

export interface Entry<P> {
  severity: Severity;
  /** What is wrong here, quoting the author's own words. No parser vocabulary, no blame. */
  message: (p: P) => string;
  /** One line on how to mend it; null where the message already says it all. */
  help: (p: P) => string | null;
  /** What mends it when it takes the place of the words that are pointed at; only where nothing else can be meant. */
  fix?: (p: P) => string | null;
  /** Why it matters, for the documentation page. */
  why: string;
  /** A short input that causes it, and the same mended. */
  wrong: string;
  right: string;
}

/** Identity with type inference: `entry<{ name: string }>({ … })`. */
export function entry<P>(e: Entry<P>): Entry<P> {
  return e;
}
