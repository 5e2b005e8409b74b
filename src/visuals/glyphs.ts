/** Small drawings of our own: arrows, signs, and pictures for a few words that lessons about machine learning use. */
import type { Element } from 'hast';
import { h } from './element.ts';

/** Strokes on a square of 24 units, in the colour of the text around them. */
export function icon(paths: readonly string[], className = 'icon'): Element {
  return h(`svg.${className}`, { viewBox: '0 0 24 24', ariaHidden: 'true', focusable: 'false' }, paths.map((d) => h('path', { d })));
}

export const ICONS = {
  ok: ['M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6z', 'M8.5 12l2.5 2.5L15.5 10'],
  danger: ['M12 4l9 16H3z', 'M12 10v4.5', 'M12 17.4v.1'],
  warn: ['M12 3a9 9 0 100 18 9 9 0 000-18z', 'M12 8v5', 'M12 16.4v.1'],
  note: ['M12 3a9 9 0 100 18 9 9 0 000-18z', 'M12 11v5', 'M12 7.6v.1'],
  folder: ['M3 6.5h6l2 2.5h10v10H3z'],
  file: ['M6 3h8l4 4v14H6z', 'M14 3v4h4'],
  repeat: ['M5 13a7 7 0 107-7H7', 'M10 3L7 6l3 3'],
} as const;

/** Points to the right; the styles turn it. */
export function arrow(step: number | null): Element {
  return h('span.arrow', step === null ? {} : { dataStep: step }, h('svg', { viewBox: '0 0 28 16', ariaHidden: 'true', focusable: 'false' }, h('path', { d: 'M2 8h22M17 2l7 6-7 6' })));
}

interface Picture {
  words: RegExp;
  draw: readonly string[];
}

/** Drawn on a square of 48 units. */
const pictures: readonly Picture[] = [
  { words: /^(?:edges?|strokes?|lines?|kanten?|linien?|bords?|contours?|bordes?)\b/iu, draw: ['M8 40L22 8', 'M20 40L40 18', 'M8 20h14'] },
  { words: /^(?:textures?|patterns?|texturen?|muster|motifs?|texturas?|patrones)\b/iu, draw: ['M6 18L18 6', 'M6 30L30 6', 'M6 42L42 6', 'M18 42L42 18', 'M30 42L42 30', 'M6 6l36 36'] },
  { words: /^(?:object parts?|parts?|objektteile?|teile?|parties|partes)\b/iu, draw: ['M6 20L12 6l9 9z', 'M26 16c4-6 12-6 16 0-4 6-12 6-16 0z', 'M34 14v4', 'M14 32l5 4 5-4M19 36v4c0 3-6 3-7 1M19 40c0 3 6 3 7 1'] },
  { words: /^["“„«]?(?:cats?|katzen?|chats?|gatos?)["”“»]?$/iu, draw: ['M9 6l8 7h14l8-7v20c0 10-7 16-15 16S9 36 9 26z', 'M17 23v3M31 23v3', 'M22 31l2 2 2-2M24 33v2', 'M4 28l9 2M4 35l9-2M44 28l-9 2M44 35l-9-2'] },
  { words: /^(?:mlp|multi-?layer perceptron|perceptron)\b/iu, draw: ['M10 10L38 10M10 10L38 24M10 10L38 38M10 24L38 10M10 24L38 24M10 24L38 38M10 38L38 10M10 38L38 24M10 38L38 38', ...dots([[10, 10], [10, 24], [10, 38], [38, 10], [38, 24], [38, 38]])] },
  { words: /^(?:cnn|convolutional)\b/iu, draw: ['M6 6h36v36H6zM18 6v36M30 6v36M6 18h36M6 30h36', 'M8 8h20v20H8z', 'M32 32l7 7M39 34v5h-5'] },
  { words: /^(?:rnn|lstm|gru|recurrent)\b/iu, draw: ['M10 28h28', 'M10 24c-5-16 9-16 4-3M24 24c-5-16 9-16 4-3M38 24c-5-16 9-16 4-3', ...dots([[10, 28], [24, 28], [38, 28]])] },
  { words: /^(?:transformers?|self-?attention)\b/iu, draw: ['M8 34C14 14 20 14 20 34M8 34C16 4 32 4 32 34M8 34C16-4 40-4 42 34M20 34C24 18 32 18 32 34M20 34C26 10 40 10 42 34M32 34C34 22 42 22 42 34', ...dots([[8, 34], [20, 34], [32, 34], [42, 34]])] },
];

function dots(places: readonly (readonly [number, number])[]): string[] {
  return places.map(([x, y]) => `M${x - 2.5} ${y}a2.5 2.5 0 105 0 2.5 2.5 0 10-5 0z`);
}

/** A picture for a label that says what it is; null for all others. */
export function pictureOf(label: string): Element | null {
  const found = pictures.find(({ words }) => words.test(label.trim()));
  return found === undefined ? null : picture(found.draw);
}

/** For the k-th of several levels: more and more pieces that belong together. */
export function levelPicture(level: number): Element {
  const count = Math.min(level, 5);
  const gap = 3;
  const size = (40 - gap * (count - 1)) / count;
  const squares = Array.from({ length: count * count }, (_, i) => {
    const [x, y] = [4 + (i % count) * (size + gap), 4 + Math.floor(i / count) * (size + gap)];
    return `M${round(x)} ${round(y)}h${round(size)}v${round(size)}h-${round(size)}z`;
  });
  return picture([squares.join('')]);
}

function picture(draw: readonly string[]): Element {
  return h('svg.picture', { viewBox: '0 0 48 48', ariaHidden: 'true', focusable: 'false' }, draw.map((d) => h('path', { d })));
}

/** Two decimals are finer than any screen. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
