/** Writes text into markup, escaped; the one place where the page's own markup meets words. */

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** For text between tags and for values in double quotes. */
export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** ` lang="en"` where words stand in another language than the page around them, else nothing. */
export function foreign(words: string, page: string): string {
  const primary = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';
  return primary(words) === primary(page) ? '' : ` lang="${escape(words)}"`;
}
