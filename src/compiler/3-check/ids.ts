/** Ids and slugs: what results, anchors and files are named by, stable from build to build and never a bare position. */
import { createHash } from 'node:crypto';

/** Hex digits of SHA-256, as many as asked for. */
export function shortHash(text: string, digits: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, digits);
}

/** Latin letters that do not fall apart into a letter and a mark. */
const letters: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ð: 'd', þ: 'th', ł: 'l', đ: 'd', ı: 'i' };

function latin(text: string): string {
  return text
    .toLowerCase()
    .replace(/[ßæœøðþłđı]/g, (c) => letters[c] ?? c)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
}

/** True when plain letters carry the meaning; false for Japanese, Arabic, “≤”, which a slug would lose. */
function readsAsLatin(text: string): boolean {
  const all = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const kept = text.match(/[a-z0-9]/g)?.length ?? 0;
  return kept > 0 && kept * 2 > all;
}

/**
 * `[a-z0-9][a-z0-9.-]*`, at most `limit` long: `L1.2 — Neural networks` → `l1.2-neural-networks`. Text that Latin
 * letters cannot carry becomes `prefix-` and a hash of it; a device name of Windows gets the prefix too.
 */
export function slug(text: string, prefix: string, limit = 60): string {
  const plain = latin(text);
  const made = plain
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/\.(?![0-9])|(?<![a-z0-9])\./g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^[-.]+/, '')
    .slice(0, limit + 1);
  const cut = atWordEnd(made, limit).replace(/[-.]+$/, '');
  if (device.test(cut)) return `${prefix}-${cut}`;
  return readsAsLatin(plain) && cut !== '' ? cut : `${prefix}-${shortHash(text, 8)}`;
}

/** Names that Windows gives to devices: no file can be called so, whatever follows the first dot. */
const device = /^(?:con|nul|aux|prn|com[0-9]|lpt[0-9])(?:\.|$)/;

/** Cut between two words where that keeps at least half. */
function atWordEnd(made: string, limit: number): string {
  if (made.length <= limit) return made;
  const gap = made.lastIndexOf('-');
  return made.slice(0, gap * 2 >= limit ? gap : limit);
}

/** Course ids know no dots: `[a-z0-9][a-z0-9-]*`. */
export function courseSlug(text: string): string {
  return slug(text, 'course').replaceAll('.', '-');
}

/** Of a lone lesson: its code stays readable where its title cannot be written in Latin letters. */
export function lessonCourseSlug(code: string | null, title: string): string {
  const text = [code ?? '', title].join(' ').trim();
  return code === null || readsAsLatin(latin(title)) || !readsAsLatin(latin(code)) ? courseSlug(text) : `${courseSlug(code)}-${shortHash(text, 8)}`;
}

/** Gives each text a slug of its own within one list: the second “Summary” becomes `summary-2`. */
export function uniqueSlugs(): (text: string, prefix: string) => string {
  const taken = new Map<string, number>();
  return (text, prefix) => {
    const base = slug(text, prefix);
    let count = (taken.get(base) ?? 0) + 1;
    while (count > 1 && taken.has(`${base}-${count}`)) count++;
    taken.set(base, count);
    const made = count === 1 ? base : `${base}-${count}`;
    if (made !== base) taken.set(made, 1);
    return made;
  };
}

/**
 * Ids of an item's options: `[A-Za-z0-9_.]{1,250}`, made of their own text alone, so that shuffling, inserting and
 * removing others changes nothing. Options that only signs tell apart (“C”, “C++”) all get a hash.
 */
export function optionIds(texts: readonly string[]): string[] {
  const bases = texts.map((text) => slug(text, 'o', 40).replaceAll('-', '_'));
  const count = new Map<string, number>();
  for (const base of bases) count.set(base, (count.get(base) ?? 0) + 1);
  return bases.map((base, i) => ((count.get(base) ?? 0) > 1 ? `${base}_${shortHash(texts[i] ?? '', 6)}` : base));
}

export const itemIdShape = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** What an author could write instead of an id that is not allowed. */
export function suggestedId(written: string): string {
  const made = latin(written)
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+|-+$/g, '')
    .slice(0, 40);
  return made === '' ? `q-${shortHash(written, 6)}` : made;
}

/** For an item without `Id:` that the lock file does not know: the lesson, some words of the prompt, and a hash of prompt and type. */
export function generatedItemId(lessonId: string, type: string, prompt: string): string {
  const lesson = lessonId.slice(0, 24).replace(/[.-]+$/, '');
  const words = slug(prompt, 'q', 24);
  return `${lesson}.${words}-${shortHash(`${type}\n${prompt}`, 6)}`;
}
