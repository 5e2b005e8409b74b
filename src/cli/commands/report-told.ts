/** What the deeds of `lectern report` hand back, and how they refuse words. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';

/** What a deed gives back: text for people, an object for programs, and what was wrong. */
export interface Told {
  text: string;
  json: object;
  /** The text is data for another program, so that no character may be made visible. */
  data?: true;
  diagnostics: Diagnostic[];
  /** Set where the words were wrong: what could not be done, and how it could. */
  usage?: true;
}

/** Words that cannot be followed: exit code 2. */
export class WrongWords extends Error {
  readonly suggestion: string;
  constructor(problem: string, suggestion: string) {
    super(problem);
    this.suggestion = suggestion;
  }
}

/** Lectern itself, handed in: a part that is loaded late may not ask the entry for it. */
export interface Lectern {
  version: string;
  /** Folder of the built player and the built page of reports. */
  dist: string;
}
