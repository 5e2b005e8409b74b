/** FNV-1a, 32 bits, over UTF-16 units: a short fingerprint of a text. Not a secret and not collision-proof. */

export function fnv(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}
