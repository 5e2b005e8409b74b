/** What the frame shows only after the start: the resume card, notes, the last page, answered steps. */
import { css } from 'lit';

export const recordStyles = css`
  .resume, .slot-note { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.5rem 1rem; flex: 1; }
  .resume p, .slot-note p { flex: 1 1 14rem; }
  .resume-actions { display: flex; flex-wrap: wrap; gap: 0.5rem; }
  @container shell (max-width: 30rem) {
    .slot .resume { gap: 0.4rem; }
    .resume p { font-size: 0.9rem; line-height: 1.35; }
    .resume-actions .button { min-block-size: 2.6rem; padding-inline: 0.65rem; font-size: 0.95rem; }
  }
  .slot:has(.slot-note) { border-inline-start: 4px solid var(--warn); }
  .trouble-strip { display: none; position: fixed; inset: auto 0 0; z-index: 2; margin: 0; padding: 0.1rem 0.75rem; background: var(--bg); border-block-start: 2px solid var(--danger); color: var(--danger); font-size: 0.8rem; font-weight: 600; }
  @media (max-height: 23.99rem) {
    .trouble-strip { display: block; }
    html:has(> body > .trouble-strip) { scroll-padding-block-end: 2.25rem; }
  }
  @media print {
    .trouble-strip { display: none; }
  }
  @media not print {
    [data-gated] { display: none !important; }
  }
  .gate { max-inline-size: none !important; padding: 0.75rem 1rem; border: 1px dashed var(--border); border-radius: var(--round); text-align: center; color: var(--muted); }
  @media print {
    .gate { display: none; }
  }
  img[data-missing] { padding: 0.6rem 0.9rem; border: 1px dashed var(--border); background: var(--surface); color: var(--muted); font-size: 0.95rem; }
  .next-lesson { margin-block: 2rem; }
  .keeping p { margin-block: 0.2em; }
  .goodbye { display: grid; place-content: center; text-align: center; min-block-size: 60vh; padding: 2rem 1rem; }
  .goodbye h1 { justify-self: center; margin-block-end: 0.4rem; }
  .goodbye p { margin-block-start: 0.6em; }
  .card progress { position: absolute; inset-inline: 1.25rem; inset-block-end: 0.35rem; inline-size: auto; block-size: 0.25rem; border: 0; background: var(--line); }
  .card progress::-webkit-progress-bar { background: var(--line); }
  @media (forced-colors: active) {
    .card progress { block-size: 0.45rem; border: 1px solid CanvasText; background: Canvas; }
    .card progress::-webkit-progress-bar { background: Canvas; }
  }
  .is-done progress { display: none; }
  .is-done [data-state] { color: var(--ok); font-weight: 650; }
  .is-done [data-state]::after { content: ' ✓'; content: ' ✓' / ''; }
  .step[data-state]::after {
    position: absolute; inset-block-start: -0.4rem; inset-inline-end: -0.4rem; inline-size: 1.15rem; block-size: 1.15rem; display: grid; place-items: center;
    border-radius: 50%; border: 1px solid currentColor; background: var(--bg); font-size: 0.7rem; line-height: 1; content: '•'; content: '•' / ''; color: var(--muted);
  }
  .step[data-state='right']::after { color: var(--ok); content: '✓'; content: '✓' / ''; }
  .step[data-state='wrong']::after { color: var(--danger); content: '✗'; content: '✗' / ''; }
  /* Nothing is asked there any more. */
  .before[data-made] .actions { display: none; }
  @container shell (max-width: 30rem) {
    /* Of many numbers the first, the last and those around the current one: one row. */
    .steps ol:has(> :nth-child(8)):has([aria-current]) {
      & > li { display: none; }
      & > :is(:first-child, :last-child, :has([aria-current])), & > :has([aria-current]) + li, & > :has(+ li > [aria-current]) { display: flex; align-items: center; gap: 0.4rem; }
      & > :has([aria-current]) + li:not(:nth-last-child(-n + 2))::after, & > :has(+ li > [aria-current]):nth-child(n + 3)::before { content: '…'; content: '…' / ''; color: var(--muted); }
    }
  }
`;
