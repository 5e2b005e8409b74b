/** Rules in place of style attributes, which the page's policy forbids. */
import { createHash } from 'node:crypto';

export interface StyleRules {
  /** The class of a rule with these declarations. */
  styled: (style: string) => string;
  css: () => string;
}

/** Classes are named by their content, so that the order of lessons does not matter. */
export function styleRules(): StyleRules {
  const rules = new Set<string>();
  const nameOf = (style: string): string => `s${createHash('sha256').update(style).digest('hex').slice(0, 7)}`;
  return {
    styled(style) {
      rules.add(style);
      return nameOf(style);
    },
    css: () => [...rules].sort().map((style) => `.${nameOf(style)}{${style}}`).join(''),
  };
}
