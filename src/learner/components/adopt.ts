/** Gives the document a component's styles once; items live in light DOM, where Lit's own `static styles` do not reach. */
import type { CSSResult } from 'lit';

export function adopt(styles: CSSResult): void {
  const sheet = styles.styleSheet;
  if (sheet !== undefined && !document.adoptedStyleSheets.includes(sheet)) {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
}
