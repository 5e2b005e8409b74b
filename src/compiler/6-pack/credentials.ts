/** Looks through what is about to be packed for credentials: whoever has the package can read them. */
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic, Place } from '../../diagnostics/diagnostic.ts';

/** Files of text: pages, lessons, and what authors bring along. */
const TEXT = /\.(?:html|js|css|svg|vtt|srt|txt|json|csv|xml|md)$/;
/** Ours, and the same in every package. */
const OURS = /^(?:player\.js|record\.js|THIRD-PARTY\.md)$/;

/** What a credential of a kind looks like, and whether a match is one in use: lessons show headers of keys, and examples. */
const KINDS: readonly { form: RegExp; real(match: RegExpMatchArray): boolean }[] = [
  { form: /\bBasic\s+([A-Za-z0-9+/]{8,400}={0,2})/g, real: ([, encoded = '']) => isPair(encoded) },
  { form: /\bhttps?:\/\/[^\s/@:"'<>\\]{1,100}:[^\s/@"'<>\\]{1,100}@[^\s/"'<>\\]{1,200}/g, real: ([whole]) => !EXAMPLE.test(whole) },
  { form: /\beyJ[\w-]{8,2000}\.eyJ[\w-]{8,4000}\.[\w-]{16,1000}/g, real: () => true },
  { form: /-----BEGIN (?:[A-Z]{1,20} ){0,2}PRIVATE KEY-----(?:\s|\\n)+[A-Za-z0-9+/=\s\\]{120}/g, real: () => true },
  { form: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g, real: ([whole]) => !whole.endsWith('EXAMPLE') },
  { form: /\b(?:ghp|gho|ghs|github_pat|glpat|xox[bap])[_-][\w-]{20,200}/g, real: ([whole]) => !/x{6}/i.test(whole) },
];
/** Reserved for examples: nobody's. */
const EXAMPLE = /@(?:[\w-]+\.)*(?:example(?:\.(?:com|net|org))?|test|invalid|localhost)(?::\d+)?$/i;

/** A warning each, at most a few: a lesson about security may well show one on purpose. `place` is what the author should look at; `embedded` was asked for. */
export function credentialsFound(found: readonly string[], place: Place, embedded: string | null = null): Diagnostic[] {
  return [...new Set(found)]
    .filter((text) => embedded === null || !embedded.includes(text))
    .slice(0, 5)
    .map((text) => diagnose('package/credential', place, { shown: `${text.slice(0, 18)}…` }));
}

export function credentialsIn(path: string, bytes: Uint8Array): string[] {
  return TEXT.test(path) && !OURS.test(path) ? credentials(new TextDecoder().decode(bytes)) : [];
}

export function credentials(text: string): string[] {
  return KINDS.flatMap(({ form, real }) => [...text.matchAll(form)].filter(real).map(([whole]) => whole));
}

/** `name:password` in base64, and not just a word behind "Basic". */
function isPair(encoded: string): boolean {
  return encoded.length % 4 === 0 && /^[\x20-\x7e]+:[\x20-\x7e]+$/.test(Buffer.from(encoded, 'base64').toString('latin1'));
}
