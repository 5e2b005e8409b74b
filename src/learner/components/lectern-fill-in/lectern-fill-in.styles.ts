/** Blanks in a line of text. */
import { css } from 'lit';

export const fillInStyles = css`
  .cloze { margin-block-start: 0.9rem; font-size: 1.15rem; line-height: 2.9; }
  .cloze > p:first-child { margin-block-start: 0; }
  [data-blank] { display: inline-flex; flex-wrap: wrap; align-items: center; max-inline-size: 100%; line-height: 1.5; vertical-align: middle; }
  .blank {
    min-block-size: 2.75rem; max-inline-size: 100%; padding: 0.35rem 0.65rem; border: 1px solid var(--border); border-radius: 0.45rem; background: var(--bg);
    font: inherit; font-size: 1rem; line-height: 1.3; vertical-align: middle; text-overflow: ellipsis;
  }
  .blank[aria-invalid] { border-color: var(--danger); box-shadow: inset 0 0 0 1px var(--danger); }
  .blank-mark { margin-inline: 0.4rem 0.2rem; padding: 0.05rem 0.55rem; border: 1px solid currentColor; border-radius: 1rem; font-size: 0.85rem; font-weight: 650; color: var(--danger); }
  .blank-mark::before { content: '✗ '; content: '✗ ' / ''; }
  .blank-filled { padding: 0.2rem 0.6rem; border: 1px solid var(--border); border-radius: 0.45rem; font-weight: 600; white-space: normal; line-height: 1.5; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
  .blank-filled::after { margin-inline-start: 0.4em; }
  .blank-filled[data-kind='right'] { border-color: var(--ok); }
  .blank-filled[data-kind='right']::after { content: '✓'; content: '✓' / ''; color: var(--ok); }
  .blank-filled[data-kind='wrong'] { border-color: var(--danger); }
  .blank-filled[data-kind='wrong']::after { content: '✗'; content: '✗' / ''; color: var(--danger); }
  .field:has(> .error) .blank { border-color: var(--danger); }
`;
