/** The run of a landscape as a table for other programs, and the way there: the clipboard. */
import type { LandscapeWords, Visit } from '../../../course/landscape.ts';

/** Numbers as programs read them, whatever the language: all digits, a point, a comma between cells. */
export function runTable(path: readonly Visit[], { step, weight1, weight2, loss }: Pick<LandscapeWords, 'step' | 'weight1' | 'weight2' | 'loss'>): string {
  const rows = [[step, weight1, weight2, loss].map(cell), ...path.map((at, i) => [i, at.x, at.y, at.loss])];
  return rows.map((row) => `${row.join(',')}\r\n`).join('');
}

/** A leading sign that would begin a formula is kept from doing so. */
function cell(words: string): string {
  return `"${words.replace(/^(?=[=+\-@\t])/, "'").replace(/"/g, '""')}"`;
}

/** Frames of an LMS often may not use the clipboard by itself; what is selected they may copy. */
export async function copyTable(text: string, beside: Element): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
    const focused = document.activeElement;
    const field = Object.assign(document.createElement('textarea'), { value: text, readOnly: true, className: 'sr-only' });
    beside.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
    return done;
  }
}
