/** The page of results. */
import { css } from 'lit';

export const resultsStyles = css`
  .results { margin-block-start: 1.25rem; }
  .cards ~ * .results { margin-block-start: 2rem; }
  .results h3 { margin-block-start: 2rem; }
  .headline { padding: 1.25rem 1.5rem 1.4rem; border: 1px solid var(--line); border-inline-start: 6px solid var(--accent); border-radius: 0.875rem; background: var(--surface); }
  .headline[data-success='passed'] { border-inline-start-color: var(--ok); }
  .headline[data-success='failed'] { border-inline-start-color: var(--danger); }
  .headline h2 { margin-block-start: 0.15rem; }
  .score-bar { display: block; inline-size: 100%; block-size: 0.75rem; margin-block: 0.9rem 0.6rem; background: var(--bg); }
  .score-bar::-webkit-progress-bar { background: var(--bg); }
  @media (forced-colors: active) { .score-bar, .score-bar::-webkit-progress-bar { background: Canvas; } }
  .calibration { margin-block-start: 0.6em; }
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
