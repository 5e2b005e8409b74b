/** A field for a number and its unit. */
import { css } from 'lit';

export const numericStyles = css`
  .number { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem 0.75rem; margin-block-start: 0.35rem; }
  .number-field {
    flex: 0 1 12rem; inline-size: 12rem; min-inline-size: 5rem; min-block-size: 3.25rem; padding: 0.5rem 1rem; border: 1px solid var(--border); border-radius: var(--round);
    background: var(--bg); font: inherit; font-size: 1.15rem; font-variant-numeric: tabular-nums;
  }
  .number-field[aria-invalid] { border-color: var(--danger); box-shadow: inset 0 0 0 1px var(--danger); }
  .field:has(> .error) .number-field { border-color: var(--danger); }
  .unit { color: var(--muted); }
  .read-as { min-block-size: 1.6em; margin-block-start: 0.35rem; color: var(--muted); font-size: 0.95rem; }
`;
