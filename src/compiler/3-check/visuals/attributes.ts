/** What stands behind a fence's name: `caption="…" scale=log`, and the same settings as lines of their own. */
import { nearest } from '../../../diagnostics/nearest.ts';
import type { VisualKind } from '../../../course/visual.ts';
import type { Report } from '../report.ts';
import type { Fence } from './fence-lines.ts';

export interface Setting {
  value: string;
  /** Offset of the value. */
  at: number;
}

const everywhere = ['title', 'caption', 'description'];

/** Settings of one kind, beside those that every visual has. */
export const SETTINGS: Record<VisualKind, readonly string[]> = {
  card: ['variant'],
  flow: ['groups'],
  stages: [],
  loop: [],
  landscape: ['surface', 'start', 'step', 'labels', 'predict', 'why'],
  facts: [],
  quadrant: [],
  axis: ['scale', 'unit', 'from', 'to'],
  filetree: [],
};

export function settingsOf(kind: VisualKind): string[] {
  return [...everywhere, ...SETTINGS[kind]];
}

const attribute = /([\p{L}-]+)\s*=\s*(?:"([^"]*)"|“([^”]*)”|'([^']*)'|([^\s"'“]+))/uy;

/** `name="value"` pairs; whatever else stands there is reported at its place. */
export function readAttributes(fence: Fence, kind: VisualKind, report: Report): Map<string, Setting> {
  const found = new Map<string, Setting>();
  const { rest, restAt } = fence;
  attribute.lastIndex = 0;
  for (let at = 0; at < rest.length; ) {
    if (/\s/.test(rest[at] ?? '')) {
      at++;
      continue;
    }
    attribute.lastIndex = at;
    const match = attribute.exec(rest);
    if (match === null) {
      reportName(rest.slice(at), restAt + at, { fence, kind, report });
      break;
    }
    const [whole, name = '', ...values] = match;
    const value = values.find((each) => each !== undefined) ?? '';
    const key = name.toLowerCase();
    if (settingsOf(kind).includes(key)) found.set(key, { value: value.trim(), at: restAt + at + whole.lastIndexOf(value) });
    else reportName(name, restAt + at, { fence, kind, report });
    at += whole.length;
  }
  return found;
}

function reportName(words: string, at: number, { fence, kind, report }: { fence: Fence; kind: VisualKind; report: Report }): void {
  const name = /^[\p{L}-]+/u.exec(words)?.[0] ?? words;
  report.add('visual/setting', fence.place(at, at + words.length), { kind, words: words.slice(0, 60), near: nearest(name, settingsOf(kind)), known: settingsOf(kind) });
}

/** Lines such as `surface: bowl` and `Description: …` become settings; the others stay lines. */
export function takeSettingLines(fence: Fence, kind: VisualKind, settings: Map<string, Setting>): Fence['lines'] {
  // A file or a fact may well begin with a word and a colon: only names that this kind knows count, and captions everywhere.
  return fence.lines.filter((line) => {
    const match = /^([A-Za-z]+)\s*[:：]\s*(\S.*)?$/.exec(line.text);
    const key = (match?.[1] ?? '').toLowerCase();
    if (match === null || !settingsOf(kind).includes(key) || settings.has(key)) return true;
    // On an axis `from:` may be the name of a stretch; its settings stand behind the name of the fence.
    if (kind === 'axis' && SETTINGS.axis.includes(key)) return true;
    const value = (match[2] ?? '').trim();
    settings.set(key, { value, at: line.start + line.text.length - value.length });
    return false;
  });
}
