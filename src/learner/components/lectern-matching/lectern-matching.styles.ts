/** Rows of things and what they belong to. */
import { css } from 'lit';

export const matchingStyles = css`
  .pairs { display: grid; gap: 0.5rem; margin-block-start: 1.1rem; padding: 0 !important; list-style: none; }
  .pair { position: relative; display: grid; gap: 0.35rem 1rem; align-items: center; min-inline-size: 0; margin: 0 !important; padding: 0.65rem 0.9rem; border: 1px solid var(--line); border-radius: var(--round); }
  .pair > .grip { position: absolute; inset-block-start: 0.65rem; inset-inline-start: 0.2rem; }
  .pair[data-drag] { z-index: 2; border-color: var(--accent); background: var(--bg); box-shadow: 0 2px 10px #0003; opacity: 0.85; pointer-events: none; }
  .pair[data-drag] > :not(.grip, .pair-text) { visibility: hidden; }
  .question:has([data-drag]) { overflow-x: clip; }
  .drops { position: sticky; inset-block-end: 0.5rem; z-index: 1; display: flex; flex-wrap: wrap; gap: 0.5rem; margin-block-start: 0.75rem; padding: 0.75rem; border: 1px solid var(--border); border-radius: var(--round); background: var(--bg); box-shadow: 0 2px 10px #0003; }
  .drop { display: grid; place-items: center; flex: 1 1 8rem; min-block-size: 3.25rem; padding: 0.35rem 0.8rem; border: 2px dashed var(--border); border-radius: 0.45rem; text-align: center; }
  .drop[data-over] { border-style: solid; border-color: var(--accent); background: var(--tint); }
  .pair-text { min-inline-size: 0; padding: 0; font-weight: 600; }
  .pair-choice {
    inline-size: 100%; min-inline-size: 0; min-block-size: 2.75rem; padding: 0.35rem 0.65rem; border: 1px solid var(--border); border-radius: 0.45rem; background: var(--bg);
    font: inherit; color: inherit; text-overflow: ellipsis;
  }
  .pair-choice[aria-invalid] { border-color: var(--danger); box-shadow: inset 0 0 0 1px var(--danger); }
  .pair:has(.pair-mark) { border-color: var(--danger); }
  .pair[data-kind='wrong'] { border-color: var(--danger); }
  .pair[data-kind='right'] { border-color: var(--ok); }
  .pair-mark { font-size: 0.85rem; font-weight: 650; color: var(--danger); }
  .pair-mark::before { content: '✗ '; content: '✗ ' / ''; }
  .sorts { display: flex; flex-wrap: wrap; gap: 0.5rem; }
  .sort { display: flex; align-items: center; gap: 0.5rem; flex: 1 1 9rem; min-block-size: 2.75rem; padding: 0.35rem 0.8rem; border: 1px solid var(--border); border-radius: 0.45rem; cursor: pointer; }
  .sort:hover { background: var(--surface); }
  .sort:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); background: var(--tint); }
  .sort input { inline-size: 1.1rem; block-size: 1.1rem; margin: 0; flex: none; }
  .sorting legend { float: left; float: inline-start; inline-size: 100%; margin-block-end: 0.35rem; }
  .sorting legend + * { clear: both; }
  .counted { min-block-size: 1.6em; margin-block-start: 0.5rem; color: var(--muted); font-size: 0.95rem; }
  @container shell (min-width: 40rem) {
    .pairs:not(.sorting) .pair { grid-template-columns: minmax(0, 1fr) minmax(0, 1.15fr); }
    .pairs:not(.sorting) .pair > :only-child { grid-column: 1 / -1; }
    .pairs:not(.sorting) .pair-mark { grid-column: 2; }
    div.pairs:not(.sorting) .pair-text { display: flex; align-items: center; gap: 0.75rem; }
    div.pairs:not(.sorting) .pair-text::after { content: ''; flex: 1; min-inline-size: 0.75rem; border-block-start: 1px dotted var(--border); }
  }
  @media (pointer: fine) {
    .pair:has(> .grip) { padding-inline-start: 1.9rem; }
  }
  @media (forced-colors: active) {
    .drop[data-over] { outline: 2px solid Highlight; }
    .sort:has(:checked) { outline: 2px solid Highlight; outline-offset: -4px; }
  }
`;
