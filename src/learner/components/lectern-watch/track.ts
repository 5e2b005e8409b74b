/** Reads a slide's narration from the page: the compiler leaves it as JSON behind the slide's text. Total: anything else is a slide without words. */
import type { Line, LineCaption, LineCue } from './narrator.ts';

/** `[text, spoken or 0, …cues]`; a cue is `[share, "show" or "hide", …steps]`, `[share, "pause", seconds]`, `[share, "caption", text]` or `[0, "heard", from, to]`. */
export function readTrack(slide: ParentNode): Line[] {
  const json = slide.querySelector('script.track')?.textContent ?? '[]';
  const rows: unknown = JSON.parse(json);
  return Array.isArray(rows) ? rows.flatMap(readLine) : [];
}

function readLine(row: unknown): Line[] {
  if (!Array.isArray(row) || typeof row[0] !== 'string') return [];
  const [text, spoken, ...cues] = row as [string, unknown, ...unknown[]];
  const heard = cues.flatMap(readHeard)[0] ?? null;
  return [{ text, spoken: typeof spoken === 'string' ? spoken : text, cues: cues.flatMap(readCue), heard, captions: heard === null ? null : cues.flatMap(readCaption) }];
}

function readHeard(cue: unknown): [number, number][] {
  if (!Array.isArray(cue) || cue[1] !== 'heard') return [];
  const [, , from, to] = cue as unknown[];
  return typeof from === 'number' && typeof to === 'number' && from >= 0 && to >= from ? [[from, to]] : [];
}

function readCaption(cue: unknown): LineCaption[] {
  if (!Array.isArray(cue) || cue[1] !== 'caption') return [];
  const [after, , text] = cue as unknown[];
  return typeof after === 'number' && typeof text === 'string' ? [{ after, lines: text === '' ? [] : text.split('\n') }] : [];
}

function readCue(cue: unknown): LineCue[] {
  if (!Array.isArray(cue)) return [];
  const [after, does, ...numbers] = cue as unknown[];
  const steps = numbers.filter((number) => typeof number === 'number');
  if (typeof after !== 'number') return [];
  if (does === 'pause') return [{ do: 'pause', after, seconds: steps[0] ?? 0 }];
  return does === 'show' || does === 'hide' ? [{ do: does, after, steps }] : [];
}
