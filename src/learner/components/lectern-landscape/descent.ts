/** What a learner does with a landscape, as pure steps: choose a size and a corner, take a step, run, begin again. */
import { descend, isOff, isThere, RUN, visit, type Outcome, type Point, type Visit } from '../../../course/landscape.ts';
import type { Surface } from '../../../course/visual.ts';

export interface Descent {
  surface: Surface;
  size: number;
  /** The start first. */
  path: Visit[];
  running: boolean;
}

export function beginAt(surface: Surface, start: Point, size: number): Descent {
  return { surface, size, path: [visit(surface, start)], running: false };
}

export function here({ path }: Descent): Visit {
  return path[path.length - 1] as Visit;
}

/** null while the ball can still go on; a single step is always allowed beyond a run's length. */
export function outcomeOf(descent: Descent): Outcome | null {
  const at = here(descent);
  if (isThere(descent.surface, at)) return 'there';
  if (isOff(at)) return 'off';
  return descent.running && descent.path.length > RUN ? 'given-up' : null;
}

/** At the end of a way there is nothing left to do. */
export function takeStep(descent: Descent): Descent {
  const done = outcomeOf({ ...descent, running: false });
  if (done !== null) return { ...descent, running: false };
  const path = [...descent.path, descend(descent.surface, here(descent), descent.size)];
  const next = { ...descent, path };
  return { ...next, running: descent.running && outcomeOf(next) === null };
}

/** A run that was over begins at the start again. */
export function startRun(descent: Descent): Descent {
  const begun = outcomeOf({ ...descent, running: true }) === null ? descent : fromStart(descent);
  return { ...begun, running: true };
}

export function fromStart({ surface, size, path }: Descent): Descent {
  return beginAt(surface, path[0] as Visit, size);
}

/** Another size is tried from the start. */
export function resized(descent: Descent, size: number): Descent {
  return { ...fromStart(descent), size };
}
