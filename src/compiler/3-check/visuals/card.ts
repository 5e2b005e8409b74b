/** `card`: a title in large letters, for the first slide, for a paper, for what comes next. */
import type { CardVisual, Entry } from '../../../course/visual.ts';
import { entryOf } from './fence-lines.ts';
import { checkCount, checkLabel } from './limits.ts';
import type { Reading } from './read-visual.ts';

const variants = ['title', 'paper', 'next'] as const;

/** First line heading, second subtitle, the others short facts, or what a paper found in which case; `L1.3 — Heading` brings the code along. */
export function readCard({ fence, lines, settings, frame, report }: Reading): CardVisual | null {
  if (!checkCount(lines, { what: 'lines', least: 1, most: 8 }, fence, report)) return null;
  const [first, second, ...others] = lines.map(({ text }) => entryOf(text));
  const set = settings.get('variant');
  const variant = variants.find((name) => name === (set?.value.toLowerCase() ?? 'title'));
  if (set !== undefined && variant === undefined) report.add('visual/value', fence.place(set.at, set.at + set.value.length), { name: 'variant', value: set.value, choices: variants.join(', ') });
  const isCase = ({ detail }: Entry): boolean => variant === 'paper' && detail !== null;
  const { code, words } = codeAndWords(first?.label ?? '');
  checkLabel(words, lines[0]?.start ?? 0, fence, report);
  return {
    kind: 'card',
    ...frame,
    variant: variant ?? 'title',
    eyebrow: code,
    heading: words,
    subtitle: second === undefined ? (first?.detail ?? null) : joined(second),
    facts: others.filter((entry) => !isCase(entry)).map(joined),
    cases: others.filter(isCase),
    objectives: [],
  };
}

function joined({ label, detail }: { label: string; detail: string | null }): string {
  return detail === null ? label : `${label} – ${detail}`;
}

/** `L1.3 — LLMs explained` */
export function codeAndWords(text: string): { code: string | null; words: string } {
  const match = /^([A-Z]{1,4}\d+(?:\.\d+)*)\s*[—–:−-]\s+(\S.*)$/.exec(text);
  return { code: match?.[1] ?? null, words: match?.[2] ?? text };
}
