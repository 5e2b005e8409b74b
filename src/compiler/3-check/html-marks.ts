/** Reads the marks in a piece of HTML the way a browser does: where tags, attributes and comments begin and end. */

export interface HtmlMark {
  kind: 'open' | 'close' | 'comment' | 'other';
  start: number;
  end: number;
  /** Lower case; '' for comments. */
  name: string;
  attributes: { name: string; start: number }[];
}

export function htmlMarks(html: string): HtmlMark[] {
  const marks: HtmlMark[] = [];
  for (let at = html.indexOf('<'); at >= 0; ) {
    const mark = markAt(html, at);
    if (mark !== null) marks.push(mark);
    at = html.indexOf('<', mark === null ? at + 1 : mark.end);
  }
  return marks;
}

function markAt(html: string, start: number): HtmlMark | null {
  const plain = { start, name: '', attributes: [] };
  if (html.startsWith('<!--', start)) return { ...plain, kind: 'comment', end: commentEnd(html, start) };
  const next = html[start + 1] ?? '';
  if (next === '!' || next === '?') {
    const close = html.indexOf('>', start);
    return { ...plain, kind: 'other', name: next, end: close < 0 ? html.length : close + 1 };
  }
  const closes = next === '/';
  const nameFrom = start + (closes ? 2 : 1);
  if (!/[A-Za-z]/.test(html[nameFrom] ?? '')) return null;
  let at = nameFrom;
  while (at < html.length && !/[\s/>]/.test(html[at] ?? '')) at++;
  const name = html.slice(nameFrom, at).toLowerCase();
  const { attributes, end } = readAttributes(html, at);
  return { kind: closes ? 'close' : 'open', start, end, name, attributes };
}

/** `<!-->` and `<!--->` are whole comments; `--!>` ends one too; an unclosed comment runs to the end. */
function commentEnd(html: string, start: number): number {
  if (html.startsWith('>', start + 4)) return start + 5;
  if (html.startsWith('->', start + 4)) return start + 6;
  const plain = html.indexOf('-->', start + 4);
  const odd = html.indexOf('--!>', start + 4);
  if (plain < 0 && odd < 0) return html.length;
  return odd >= 0 && (plain < 0 || odd < plain) ? odd + 4 : plain + 3;
}

function readAttributes(html: string, from: number): { attributes: HtmlMark['attributes']; end: number } {
  const attributes: HtmlMark['attributes'] = [];
  let at = from;
  while (at < html.length && html[at] !== '>') {
    if (/[\s/]/.test(html[at] ?? '')) {
      at++;
      continue;
    }
    const start = at;
    at++;
    while (at < html.length && !/[\s/>=]/.test(html[at] ?? '')) at++;
    attributes.push({ name: html.slice(start, at).toLowerCase(), start });
    at = afterValue(html, at);
  }
  return { attributes, end: Math.min(at + 1, html.length) };
}

function afterValue(html: string, from: number): number {
  let at = skipSpaces(html, from);
  if (html[at] !== '=') return from;
  at = skipSpaces(html, at + 1);
  const quote = html[at];
  if (quote === '"' || quote === "'") {
    const close = html.indexOf(quote, at + 1);
    return close < 0 ? html.length : close + 1;
  }
  while (at < html.length && !/[\s>]/.test(html[at] ?? '')) at++;
  return at;
}

function skipSpaces(html: string, from: number): number {
  let at = from;
  while (/\s/.test(html[at] ?? '')) at++;
  return at;
}
