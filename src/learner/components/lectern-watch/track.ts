/** Reads a slide's narration from the page: the compiler leaves it as JSON behind the slide's text. Total: anything else is a slide without words. */
import type { Line, LineCue } from './narrator.ts';

/** `[text, spoken or 0, …cues]`; a cue is `[share, "show" or "hide", …steps]` or `[share, "pause", seconds]`. */
export function readTrack(slide: ParentNode): Line[] {
  const json = slide.querySelector('script.track')?.textContent ?? '[]';
  const rows: unknown = JSON.parse(json);
  return Array.isArray(rows) ? rows.flatMap(readLine) : [];
}

function readLine(row: unknown): Line[] {
  if (!Array.isArray(row) || typeof row[0] !== 'string') return [];
  const [text, spoken, ...cues] = row as [string, unknown, ...unknown[]];
  return [{ text, spoken: typeof spoken === 'string' ? spoken : text, cues: cues.flatMap(readCue) }];
}

function readCue(cue: unknown): LineCue[] {
  if (!Array.isArray(cue)) return [];
  const [after, does, ...numbers] = cue as unknown[];
  const steps = numbers.filter((number) => typeof number === 'number');
  if (typeof after !== 'number') return [];
  if (does === 'pause') return [{ do: 'pause', after, seconds: steps[0] ?? 0 }];
  return does === 'show' || does === 'hide' ? [{ do: does, after, steps }] : [];
}
