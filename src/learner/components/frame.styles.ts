/** What the frame shows only after the start: the resume card, notes, the last page, answered steps. */
import { css } from 'lit';

export const frameStyles = css`
  .resume { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.5rem 1rem; flex: 1; }
  .resume p { flex: 1 1 14rem; }
  .resume-actions { display: flex; flex-wrap: wrap; gap: 0.5rem; }
  .slot:has(.slot-note) { border-inline-start: 4px solid var(--warn); }
  .goodbye { display: grid; place-content: center; text-align: center; min-block-size: 60vh; padding: 2rem 1rem; }
  .step[data-state]::after {
    position: absolute; inset-block-start: -0.4rem; inset-inline-end: -0.4rem; inline-size: 1.15rem; block-size: 1.15rem; display: grid; place-items: center;
    border-radius: 50%; border: 1px solid currentColor; background: var(--bg); font-size: 0.7rem; line-height: 1; content: '•'; content: '•' / ''; color: var(--muted);
  }
  .step[data-state='right']::after { color: var(--ok); content: '✓'; content: '✓' / ''; }
  .step[data-state='wrong']::after { color: var(--danger); content: '✗'; content: '✗' / ''; }
`;
