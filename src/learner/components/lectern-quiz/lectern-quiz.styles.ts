/** Time and handing in of a quiz. */
import { css } from 'lit';

export const quizStyles = css`
  .quiz-facts:not(:empty) { margin-block: 0.35rem 1rem; }
  .quiz-card { margin-block: 1.25rem; padding: 1.25rem 1.5rem 1.5rem; border: 1px solid var(--line); border-radius: 0.875rem; }
  .quiz-card h2, .quiz-card h3 { margin: 0; font-size: 1.25rem; }
  .quiz-card > p { margin-block-start: 0.6em; }
  .paces { margin-block-start: 1.1rem; }
  .paces .option { align-items: center; }
  .paces .option input { margin: 0; }
  .pace-time { color: var(--muted); margin-inline-start: auto; }
  .clock { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem 0.75rem; margin-block: 0.75rem 1rem; padding: 0.5rem 0.75rem 0.5rem 1rem; padding-inline: 1rem 0.75rem; border: 1px solid var(--line); border-radius: var(--round); background: var(--surface); }
  .clock p { margin: 0; }
  .clock-left { flex: 1 1 7rem; }
  .clock-time { font-weight: 700; font-variant-numeric: tabular-nums; }
  @container shell (max-width: 30rem) {
    .clock { gap: 0.25rem 0.5rem; }
    .clock-left { flex-basis: 100%; }
    .clock .button { flex: 1 1 6rem; padding-inline: 0.5rem; }
  }
  .clock-said { margin: 0 0 0.5rem; font-weight: 600; }
  .clock-said:empty { display: none; }
  .is-waiting > :is(.steps, .question, lectern-results) { display: none; }
`;
