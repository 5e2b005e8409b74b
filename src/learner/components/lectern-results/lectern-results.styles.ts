/** The page of results. */
import { css } from 'lit';

export const resultsStyles = css`
  .results { margin-block-start: 1.25rem; }
  .cards ~ * .results { margin-block-start: 2rem; }
  .results h3 { margin-block-start: 2rem; }
  .headline { padding: 1.25rem 1.5rem 1.5rem; border: 1px solid var(--line); border-inline-start: 6px solid var(--accent); border-radius: 0.875rem; background: var(--surface); --reached: var(--accent); }
  .headline[data-success='passed'] { border-inline-start-color: var(--ok); --reached: var(--ok); }
  .headline[data-success='failed'] { border-inline-start-color: var(--danger); --reached: var(--danger); }
  .headline h2 { margin-block-start: 0.15rem; font-size: clamp(1.5rem, 1.3rem + 1.2vw, 2rem); letter-spacing: -0.02em; font-variant-numeric: tabular-nums; text-wrap: wrap; }
  .mark-of-pass { display: inline-block; font-weight: 400; color: var(--muted); }
  h2 > .mark-of-pass { font-size: 0.7em; letter-spacing: 0; }
  .headline > .actions { margin-block-start: 1.4rem; }
  .whole { margin-block-start: 0.75rem; padding-block: 1rem 1.1rem; background: none; }
  .whole p { margin: 0; }
  @container shell (max-width: 30rem) {
    .headline { padding: 1rem 1.1rem 1.1rem; }
    .headline .actions { gap: 0.5rem; }
    .headline .actions .button { flex: 1 1 100%; }
  }
  .whole p + p { margin-block-start: 0.25rem; }
  .whole a { font-weight: 600; }
  .score-bar { position: relative; margin-block: 1rem 0.9rem; }
  .score-bar progress { display: block; inline-size: 100%; block-size: 0.75rem; background: var(--bg); }
  .score-bar progress::-webkit-progress-bar { background: var(--bg); }
  .score-bar progress::-webkit-progress-value { background: var(--reached); }
  .score-bar progress::-moz-progress-bar { background: var(--reached); }
  .score-bar svg { position: absolute; inset-block: -0.3rem; inset-inline: 0; inline-size: 100%; block-size: calc(100% + 0.6rem); overflow: visible; }
  .score-bar path { stroke: var(--text); stroke-width: 3; vector-effect: non-scaling-stroke; }
  [dir='rtl'] .score-bar svg { scale: -1 1; }
  .outcome { display: flex; flex-wrap: wrap; align-items: center; gap: 0.35rem 0.9rem; }
  .outcome .facts { margin: 0; }
  .outcome .tag { padding-block: 0.15rem; font-size: 0.95rem; border-width: 2px; }
  @media (forced-colors: active) {
    .score-bar progress, .score-bar progress::-webkit-progress-bar { background: Canvas; }
    .score-bar progress::-webkit-progress-value { background: Highlight; }
    .score-bar path { stroke: CanvasText; }
  }
  .time-up, .calibration { margin-block-start: 0.6em; }
  .result-list { list-style: none; margin-block-start: 0.75rem; padding: 0 !important; border: 1px solid var(--line); border-radius: var(--round); }
  .result { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.2rem 1rem; padding: 0.7rem 1rem; margin: 0 !important; }
  .result + .result { border-block-start: 1px solid var(--line); }
  .result-text { flex: 1 1 16rem; min-inline-size: 0; }
  .result-word { font-weight: 650; font-size: 0.95rem; color: var(--muted); }
  .result-word::before { margin-inline-end: 0.35em; }
  .read-again { flex: 1 0 100%; font-size: 0.95rem; }
  .practice { margin-block-start: 1.25rem; padding: 1.25rem 1.5rem 1.5rem; border: 1px solid var(--line); border-radius: 0.875rem; }
  .practice > .facts { margin-block: 0.35rem 1rem; }
  .result[data-state='right'] .result-word { color: var(--ok); }
  .result[data-state='right'] .result-word::before { content: '✓'; content: '✓' / ''; }
  .result[data-state='wrong'] .result-word { color: var(--danger); }
  .result[data-state='wrong'] .result-word::before { content: '✗'; content: '✗' / ''; }
`;
