/** Looks through what is about to be packed for credentials: whoever has the package can read them. */
import type { PackageFile } from '../5-bundle/files.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic, Place } from '../../diagnostics/diagnostic.ts';

/** Pages and lessons; the player is ours, and the same in every package. */
const WRITTEN = /^(?:index\.html|lessons\/.*\.js)$/;
const BASIC = /\bBasic\s+([A-Za-z0-9+/]{8,400}={0,2})/g;
const IN_ADDRESS = /\bhttps?:\/\/[^\s/@:"'<>\\]{1,100}:[^\s/@"'<>\\]{1,100}@[^\s/"'<>\\]{1,200}/g;
/** Reserved for examples: nobody's. */
const EXAMPLE = /@(?:[\w-]+\.)*(?:example(?:\.(?:com|net|org))?|test|invalid|localhost)(?::\d+)?$/i;

/** A warning each, at most a few: a lesson about security may well show one on purpose. `place` is what the author should look at. */
export function credentialsIn(files: readonly PackageFile[], place: Place): Diagnostic[] {
  const found = files.filter(({ path }) => WRITTEN.test(path)).flatMap(({ bytes }) => credentials(new TextDecoder().decode(bytes)));
  return [...new Set(found)].slice(0, 5).map((text) => diagnose('package/credential', place, { shown: `${text.slice(0, 18)}…` }));
}

export function credentials(text: string): string[] {
  const headers = [...text.matchAll(BASIC)].filter(([, encoded = '']) => isPair(encoded)).map(([whole]) => whole);
  const addresses = [...text.matchAll(IN_ADDRESS)].map(([whole]) => whole).filter((whole) => !EXAMPLE.test(whole));
  return [...headers, ...addresses];
}

/** `name:password` in base64, and not just a word behind "Basic". */
function isPair(encoded: string): boolean {
  return encoded.length % 4 === 0 && /^[\x20-\x7e]+:[\x20-\x7e]+$/.test(Buffer.from(encoded, 'base64').toString('latin1'));
}
