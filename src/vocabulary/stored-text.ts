/** What LMSs do to stored text on its way, and the ways back: progress has a checksum, so a way back is known when it is the right one. */

const MARKUP: Readonly<Record<string, string>> = { quot: '"', '#34': '"', apos: "'", '#39': "'", '#039': "'", gt: '>', '#62': '>', lt: '<', amp: '&' };

/** Progress holds no white space and no `&`, so each of these has one inverse: white space that was added, marks that were escaped as for a page, plus signs read as in a form. */
export function waysBack(text: string): string[] {
  const bare = text.replace(/[\r\n\t\ufeff]+/g, '').trim();
  const unescaped = bare.replace(/&(#?\w+);/g, (whole, name: string) => MARKUP[name] ?? whole);
  return [bare, unescaped, unescaped.replace(/ /g, '+')];
}
