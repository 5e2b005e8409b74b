/** Shortens a title to what every LMS keeps. */

/**
 * At most `limit` UTF-16 units, `…` included, cut after a whole word; inside a word only when its start alone is more
 * than half of the room (a script without spaces). White space is collapsed: a title is one line.
 */
export function shorten(text: string, limit: number): { text: string; cut: boolean } {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= limit) return { text: line, cut: false };
  const room = limit - 1;
  const space = line.lastIndexOf(' ', room);
  let end = space > room / 2 ? space : room;
  // A cut must not part a letter from its accents, nor a pair of surrogates.
  while (end > 0 && /^(?:\p{M}|\u200D|[\uDC00-\uDFFF])/u.test(line.slice(end, end + 2))) end--;
  return { text: `${line.slice(0, end).replace(/[\s,;:–—-]+$/u, '')}…`, cut: true };
}
