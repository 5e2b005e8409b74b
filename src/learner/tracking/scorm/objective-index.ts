/**
 * Which index an objective has in the LMS. Entries may be there before us (from the manifest, from an earlier visit) and
 * their ids cannot be changed, so they are searched by id: once, and the outcome is kept as notes in suspend_data, so that
 * a later visit needs one look instead of a hundred.
 */
import type { Line } from './call.ts';
import { print } from './format.ts';

/** Stands between the session's text and the notes; the session's text never contains it. */
const MARK = '~';
/** The notes' share of the budget; entries past it are searched again at each visit. */
const NOTED_MAX = 100;
const WIDTH = 4;

const note = (id: string): string => print(id).slice(-WIDTH);

/** Suspend data in its two parts. */
export function splitNotes(stored: string): { resume: string; notes: string } {
  const at = stored.lastIndexOf(MARK);
  return at < 0 ? { resume: stored, notes: '' } : { resume: stored.slice(0, at), notes: stored.slice(at + 1) };
}

export class ObjectiveIndex {
  readonly #line: Line;
  readonly #known = new Map<string, number>();
  #notes: string[];
  #count: number;

  constructor(line: Line, notes: string, count: number) {
    this.#line = line;
    this.#count = count;
    this.#notes = (notes.match(/.{4}/g) ?? []).slice(0, count);
  }

  /** Calls that `indexOf` will make, as far as it can be told beforehand. */
  cost(id: string): number {
    if (this.#known.has(id)) return 0;
    const looks = this.#notes.filter((noted) => noted === note(id)).length;
    return looks || this.#count - this.#notes.length + 1;
  }

  /** The entry's index, found or newly made; null when the LMS refuses it. */
  indexOf(id: string): number | null {
    const known = this.#known.get(id);
    if (known !== undefined) return known < 0 ? null : known;
    const found = this.#noted(id) ?? this.#search(id) ?? this.#create(id) ?? this.#searchAll(id);
    this.#known.set(id, found ?? -1);
    return found;
  }

  /** The LMS takes nothing for now: what it refused may be taken later. */
  forgetRefused(): void {
    for (const [id, index] of this.#known) if (index < 0) this.#known.delete(id);
  }

  /** To append to the session's text; '' while there is nothing to note. */
  get notes(): string {
    return this.#notes.length ? MARK + this.#notes.slice(0, NOTED_MAX).join('') : '';
  }

  #noted(id: string): number | null {
    const wanted = note(id);
    for (let i = 0; i < this.#notes.length; i++) {
      if (this.#notes[i] === wanted && this.#line.get(`cmi.objectives.${i}.id`) === id) return i;
    }
    return null;
  }

  /** Reads the entries that are not noted yet. */
  #search(id: string): number | null {
    for (let i = this.#notes.length; i < this.#count; i++) {
      const there = this.#line.get(`cmi.objectives.${i}.id`);
      this.#notes.push(note(there));
      if (there !== '') this.#known.set(there, i);
    }
    return this.#known.get(id) ?? null;
  }

  #create(id: string): number | null {
    const index = this.#count;
    if (!this.#line.set(`cmi.objectives.${index}.id`, id)) return null;
    this.#count++;
    this.#notes.push(note(id));
    return index;
  }

  /** The LMS refused a new entry: most likely it has this one already and the notes are not about these entries. */
  #searchAll(id: string): number | null {
    this.#notes = [];
    return this.#search(id);
  }
}
