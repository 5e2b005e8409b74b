/** Rules in place of style attributes, which the page's policy forbids. */
import { createHash } from 'node:crypto';

/** The class of a rule with these declarations: named by its content, so that the order of lessons does not matter. */
export function styleName(style: string): string {
  return `s${createHash('sha256').update(style).digest('hex').slice(0, 7)}`;
}

export function styleRules(styles: ReadonlySet<string>): string {
  return [...styles].sort().map((style) => `.${styleName(style)}{${style}}`).join('');
}
