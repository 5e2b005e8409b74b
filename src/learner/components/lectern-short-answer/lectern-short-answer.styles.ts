/** A short answer beside its model answer. */
import { css } from 'lit';

export const shortAnswerStyles = css`
  .own { margin-block-start: 1.1rem; padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: var(--round); }
  .own > p { margin: 0; }
  .own > .answer-label { font-size: 0.9rem; color: var(--muted); }
  .own-text { white-space: pre-wrap; }
  .ideas { margin-block-start: 1.25rem; }
  .ideas ul { list-style: none; margin-block-start: 0.25rem; padding: 0; }
  .ideas li { margin: 0; }
  .idea { display: flex; gap: 0.75rem; align-items: flex-start; min-block-size: 2.75rem; padding-block: 0.5rem; }
  .idea input { inline-size: 1.2rem; block-size: 1.2rem; margin: 0.22rem 0 0; flex: none; }
  .judge { margin-block-start: 1.25rem; }
  .judge .actions { gap: 0.5rem; margin-block-start: 0.6rem; }
  .judge .button { flex: 1 1 5rem; max-inline-size: 8rem; padding-inline: 0.5rem; }
  .judge .button[aria-pressed='true'] { border: 2px solid var(--accent); color: var(--accent); background: var(--tint); }
  .marked { margin-block-start: 0.6rem; color: var(--muted); }
  .marked:empty { margin: 0; }
`;
