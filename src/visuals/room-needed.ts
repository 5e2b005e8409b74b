/** How wide a row of boxes has to be: known before any browser lays it out, so that the row turns into a column in time. */

/** Estimated width in em: generous, because fonts differ. Linear. */
export function emWidth(text: string): number {
  let width = 0;
  for (const c of text) width += /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/u.test(c) ? 1.05 : /[\p{Lu}mwMW@%]/u.test(c) ? 0.72 : /[\s.,:;'’|!ilj()[\]-]/u.test(c) ? 0.34 : 0.6;
  return width;
}

/** Of a label that may break between its words: its longest word, or half of it in two lines. Writing without spaces breaks anywhere. */
export function boxWidth(label: string): number {
  const longest = Math.max(0, ...label.split(/[\s-]+/).map((word) => (/[\u2e80-\u9fff\uac00-\ud7a3]/.test(word) ? 3 : emWidth(word))));
  return Math.max(longest, Math.min(emWidth(label), emWidth(label) / 2 + 1.5));
}

const widths = [24, 28, 32, 36, 40, 44, 48, 56, 64, 72];

/** The class of a run of boxes that needs so many em side by side: `run-36` becomes a row from 36rem on, `run` alone never does. */
export function runClass(em: number): string {
  const width = widths.find((each) => each >= em);
  return width === undefined ? 'run' : `run.run-${width}`;
}
