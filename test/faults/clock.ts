/** A clock that is turned by hand, in place of the real one: timers fire in their order when time is let pass, and never by themselves. */

interface Timer {
  at: number;
  act: () => void;
}

const real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout, now: Date.now, since: performance.now };

export class Clock {
  #now = Date.UTC(2026, 0, 2, 3, 4, 5);
  #next = 1;
  readonly #timers = new Map<number, Timer>();

  /** Takes the place of the real one until `remove`. */
  install(): void {
    const set = (act: () => void, delay = 0): number => {
      this.#timers.set(this.#next, { at: this.#now + delay, act });
      return this.#next++;
    };
    Object.assign(globalThis, { setTimeout: set, clearTimeout: (id: number | undefined) => void this.#timers.delete(id ?? 0) });
    Date.now = performance.now = () => this.#now;
  }

  remove(): void {
    Object.assign(globalThis, { setTimeout: real.setTimeout, clearTimeout: real.clearTimeout });
    Date.now = real.now;
    performance.now = real.since;
  }

  pass(seconds: number): void {
    const end = this.#now + seconds * 1000;
    for (let due = this.#due(end); due !== null; due = this.#due(end)) {
      this.#now = Math.max(this.#now, due.at);
      due.act();
    }
    this.#now = end;
  }

  /** The first one until then, taken out. */
  #due(end: number): Timer | null {
    let first: [number, Timer] | null = null;
    for (const entry of this.#timers) if (entry[1].at <= end && (first === null || entry[1].at < first[1].at)) first = entry;
    if (first !== null) this.#timers.delete(first[0]);
    return first?.[1] ?? null;
  }
}
