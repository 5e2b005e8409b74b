/** The colours of the learner's page, in both themes, against what WCAG asks: 4.5 for text, 3 for what is drawn. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const css = readFileSync(join(import.meta.dirname, 'critical.css'), 'utf8');
const TEXT = ['text', 'muted', 'accent', 'danger', 'ok', 'warn'];
const GROUNDS = ['bg', 'surface', 'tint'];

/** Custom properties with a colour, of the first `:root` block (light) or of the one for dark. */
function tokens(theme: 'light' | 'dark'): Map<string, string> {
  const at = theme === 'light' ? 0 : css.indexOf('prefers-color-scheme: dark');
  const block = css.slice(css.indexOf(':root {', at), css.indexOf('}', css.indexOf(':root {', at)));
  return new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]));
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe.for(['light', 'dark'] as const)('in %s colours', (theme) => {
  const colours = tokens(theme);
  const of = (name: string): string => {
    const value = colours.get(name);
    if (value === undefined) throw new Error(`no colour --${name} in ${theme}`);
    return value;
  };

  test('text can be read on every ground', () => {
    const weak = TEXT.flatMap((text) => GROUNDS.flatMap((ground) => (contrast(of(text), of(ground)) < 4.5 ? [`${text} on ${ground}: ${contrast(of(text), of(ground)).toFixed(2)}`] : [])));
    expect([...weak, ...(contrast(of('on-accent'), of('accent')) < 4.5 ? ['on-accent on accent'] : [])]).toEqual([]);
  });

  test('borders of controls, the focus ring and signs stand out from every ground', () => {
    const drawn = ['border', 'accent', 'danger', 'ok', 'warn'];
    const weak = drawn.flatMap((line) => GROUNDS.flatMap((ground) => (contrast(of(line), of(ground)) < 3 ? [`${line} on ${ground}: ${contrast(of(line), of(ground)).toFixed(2)}`] : [])));
    expect(weak).toEqual([]);
  });
});
