/** How the page looks to this learner: kept in this browser, put on before the page is painted, changed by the tool of that name. */

export interface Display {
  theme: 'auto' | 'light' | 'dark';
  /** Index into `SIZES`. */
  size: number;
  wide: boolean;
  /** Less motion than the device asks for. */
  still: boolean;
}

export const SIZES = [1, 1.15, 1.3, 1.5] as const;
export const USUAL: Display = { theme: 'auto', size: 0, wide: false, still: false };
const KEPT = 'lectern-display';

/** Total: anything but a display as text is the usual one. */
export function readDisplay(text: string | null): Display {
  const [, theme = '', size = '', wide, still] = /^([ald])([0-3])([nw])([ms])$/.exec(text ?? '') ?? [];
  return { theme: theme === 'l' ? 'light' : theme === 'd' ? 'dark' : 'auto', size: Number(size), wide: wide === 'w', still: still === 's' };
}

/** Four characters: theme, size, spacing, motion. */
export function writeDisplay({ theme, size, wide, still }: Display): string {
  return `${theme.charAt(0)}${size}${wide ? 'w' : 'n'}${still ? 's' : 'm'}`;
}

/** Null where nothing was chosen here, or storage is denied. */
export function keptDisplay(): Display | null {
  try {
    const text = localStorage.getItem(KEPT);
    return text === null ? null : readDisplay(text);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** Storage may be denied: then it lasts as long as the page. */
export function keepDisplay(display: Display): void {
  try {
    localStorage.setItem(KEPT, writeDisplay(display));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

/**
 * The page's one sheet asks the device for its theme; where the learner has chosen, its questions are answered here instead, so that
 * no colour has to be written twice. Paper stays white.
 */
export function applyDisplay({ theme, size, wide, still }: Display): void {
  const root = document.documentElement;
  const factor = SIZES[size] ?? 1;
  root.style.fontSize = factor === 1 ? '' : `${1.125 * factor}rem`;
  root.style.lineHeight = wide ? '2' : '';
  root.style.colorScheme = theme === 'auto' ? '' : theme;
  root.toggleAttribute('data-still', still);
  for (const rule of document.querySelector('style')?.sheet?.cssRules ?? []) {
    if (rule instanceof CSSMediaRule && Object.values(DARK_WHEN).includes(rule.conditionText.trim())) rule.media.mediaText = DARK_WHEN[theme];
  }
}

/** When dark colours hold. No other rule of the sheet asks any of this, so that one is known by its question whatever was chosen before. */
const DARK_WHEN = { auto: '(prefers-color-scheme: dark)', dark: 'screen', light: 'not all' };

/** No motion is wanted: by the device, or by the learner's choice here. */
export function motionless(): boolean {
  return document.documentElement.hasAttribute('data-still') || matchMedia('(prefers-reduced-motion: reduce)').matches;
}
