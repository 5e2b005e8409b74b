/**
 * Ids of statements from what makes them one: an answer, or a verdict, that is told twice by two windows or two visits is the same
 * statement, and a store keeps it once.
 */

/** As UUIDs made from names look (version 5): stores check the form. */
export function nameId(words: readonly (string | number | null)[]): string {
  const text = JSON.stringify(words);
  const hex = [1, 2, 3, 4].map((salt) => hash(`${salt}${text}`).toString(16).padStart(8, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** FNV-1a with a final mix, since texts that differ in their first letter alone must end far apart. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
