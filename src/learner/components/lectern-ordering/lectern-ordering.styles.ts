/** Steps in a row that can be moved. */
import { css } from 'lit';

export const orderingStyles = css`
  .order { display: grid; gap: 0.5rem; margin-block-start: 1.1rem; padding: 0 !important; list-style: none; counter-reset: step; }
  .order-title.small-legend { margin-block-start: 1.25rem; }
  .order-title + .order { margin-block-start: 0.5rem; }
  .order-step {
    counter-increment: step; display: flex; flex-wrap: wrap; align-items: center; gap: 0.35rem 0.5rem; min-block-size: 3.5rem; margin: 0 !important; padding: 0.35rem 0.5rem 0.35rem 0.9rem;
    padding-inline: 0.9rem 0.5rem; border: 1px solid var(--border); border-radius: var(--round); background: var(--bg);
  }
  .order-step::before {
    content: counter(step); flex: none; display: grid; place-items: center; inline-size: 1.9rem; block-size: 1.9rem; border-radius: 50%; background: var(--tint); color: var(--accent);
    font-size: 0.9rem; font-weight: 700; font-variant-numeric: tabular-nums;
  }
  .order-text { flex: 1 1 6rem; min-inline-size: 0; }
  .order-moves { display: flex; gap: 0.35rem; margin-inline-start: auto; }
  .move { inline-size: 2.75rem; padding: 0; font-size: 1.15rem; line-height: 1; }
  .order-place { min-block-size: 2.75rem; padding: 0.25rem 0.4rem; border: 1px solid var(--border); border-radius: 0.45rem; background: var(--bg); font: inherit; color: inherit; }
  .order-step > .grip { order: -1; margin-inline: -0.4rem -0.35rem; }
  .order-step[data-drag] { border-color: var(--accent); box-shadow: 0 2px 10px #0003; }
  .order-right { gap: 0; }
  .order-right > .order-step { min-block-size: 2.4rem; padding-block: 0.15rem; border-color: transparent; background: none; }
  .step-mark { font-size: 0.85rem; font-weight: 650; color: var(--danger); }
  .step-mark::before { content: '✗ '; content: '✗ ' / ''; }
  .order-step[data-kind='right'] { border-color: var(--ok); }
  .order-step[data-kind='wrong'] { border-color: var(--danger); }
`;
