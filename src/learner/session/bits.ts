/** Sets of small numbers as short text: six members to a base64url character, the lowest first. */

export const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Numbers below 0, above 65,535 or with a fraction are left out. */
export function packBits(members: Iterable<number>): string {
  const sextets: number[] = [];
  for (const n of members) {
    if (!Number.isInteger(n) || n < 0 || n > 0xffff) continue;
    const at = Math.floor(n / 6);
    while (sextets.length <= at) sextets.push(0);
    sextets[at] = (sextets[at] ?? 0) | (1 << n % 6);
  }
  return sextets.map((s) => BASE64URL[s]).join('');
}

/** null when `text` is not what `packBits` writes. */
export function unpackBits(text: string): number[] | null {
  const members: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const sextet = BASE64URL.indexOf(text.charAt(i));
    if (sextet < 0) return null;
    for (let bit = 0; bit < 6; bit++) if (sextet & (1 << bit)) members.push(i * 6 + bit);
  }
  return members;
}
