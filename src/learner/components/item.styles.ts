/** A question's later states: error, verdict, feedback, review. */
import { css } from 'lit';

export const itemStyles = css`
  .error { margin-block-start: 0.9rem; padding-inline-start: 0.75rem; border-inline-start: 4px solid var(--danger); color: var(--danger); font-weight: 600; }
  .field:has(> .error) .option, .field:has(> .error) .answer { border-color: var(--danger); }
  .verdict-text { display: flex; align-items: center; gap: 0.6rem; margin-block-start: 1.25rem; font-weight: 650; }
  .verdict-text::before {
    flex: none; display: grid; place-items: center; inline-size: 1.75rem; block-size: 1.75rem; border-radius: 50%; border: 2px solid currentColor;
    font-size: 0.95rem; line-height: 1; content: '•'; content: '•' / '';
  }
  .verdict-text[data-kind='right'] { color: var(--ok); }
  .verdict-text[data-kind='right']::before { content: '✓'; content: '✓' / ''; }
  .verdict-text[data-kind='wrong'] { color: var(--danger); }
  .verdict-text[data-kind='wrong']::before { content: '✗'; content: '✗' / ''; }
  .feedback { margin-block-start: 0.9rem; padding: 0.9rem 1.1rem 1rem; border-inline-start: 4px solid var(--border); border-radius: 0.4rem; background: var(--surface); }
  .feedback[data-kind='right'] { border-color: var(--ok); }
  .feedback[data-kind='wrong'] { border-color: var(--danger); }
  .feedback > :first-child { margin-block-start: 0; }
  .feedback p { margin-block-start: 0.4em; }
  .feedback-title { font-size: 1rem; margin-block-start: 0.9rem; }
  .about { padding-inline-start: 0; list-style: none; margin: 0; }
  .about strong { font-weight: 650; }
  ul.options { list-style: none; padding: 0; }
  ul.options > .option { margin: 0; cursor: default; }
  ul.options > .option:hover { background: var(--bg); }
  .option-mark { flex: none; inline-size: 1.2rem; block-size: 1.2rem; margin-block-start: 0.25rem; border: 2px solid var(--border); border-radius: 50%; }
  .option-mark[data-square] { border-radius: 0.25rem; }
  .option-mark[data-on] { border-color: var(--text); background: radial-gradient(var(--text) 45%, transparent 50%); }
  .option-mark[data-square][data-on] { background: var(--text); box-shadow: inset 0 0 0 2px var(--bg); }
  .small-legend { margin: 0; padding: 0; font-weight: 650; }
  .tags { display: flex; flex-wrap: wrap; gap: 0.35rem; margin-block-start: 0.1rem; }
  .tag { padding: 0.05rem 0.6rem; border: 1px solid currentColor; border-radius: 1rem; font-size: 0.85rem; font-weight: 650; color: var(--muted); }
  .tag[data-kind='right'] { color: var(--ok); }
  .tag[data-kind='wrong'] { color: var(--danger); }
  .option.option[data-kind='right'] { border-color: var(--ok); box-shadow: inset 0 0 0 1px var(--ok); background: var(--bg); }
  .option.option[data-kind='wrong'] { border-color: var(--danger); box-shadow: inset 0 0 0 1px var(--danger); background: var(--bg); }
  .answer-rows { display: grid; gap: 0.4rem; margin-block-start: 1.1rem; padding: 0 !important; list-style: none; }
  .pair > .answer-rows { margin-block-start: 0; }
  .answer-row { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 0.75rem; margin: 0 !important; }
  .answer-lines { display: grid; gap: 0.25rem; min-inline-size: 0; }
  .answer-name { color: var(--muted); font-size: 0.95rem; }
  .answer-text { min-inline-size: 0; font-weight: 600; overflow-wrap: anywhere; }
  .tag[data-kind='right']::before { content: '✓ '; content: '✓ ' / ''; }
  .tag[data-kind='wrong']::before { content: '✗ '; content: '✗ ' / ''; }
  .sureness { margin-block-start: 1.25rem; }
  .sures { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-block-start: 0.4rem; }
  .sure { display: flex; align-items: center; gap: 0.5rem; min-block-size: 2.75rem; padding: 0.35rem 0.9rem; border: 1px solid var(--border); border-radius: 2rem; cursor: pointer; }
  .sure input { inline-size: 1.1rem; block-size: 1.1rem; margin: 0; }
  .sure:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); background: var(--tint); }
  .said-sure { color: var(--muted); font-size: 0.95rem; }
  .button[aria-disabled='true'], .button.primary[aria-disabled='true'] { background: var(--surface); border-color: var(--line); color: var(--muted); cursor: default; }
  @container shell (min-width: 40rem) {
    .options-scale { grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); }
    .options-scale > .option { flex-flow: column; align-items: center; text-align: center; padding-inline: 0.5rem; gap: 0.5rem; }
    .options-scale .option-text { flex: none; max-inline-size: 100%; font-size: 0.95rem; line-height: 1.35; }
  }
  @media (forced-colors: active) {
    .sure:has(:checked) { outline: 2px solid Highlight; outline-offset: -4px; }
    .option-mark[data-on] { background: CanvasText; forced-color-adjust: none; }
    .button[aria-disabled='true'], .button.primary[aria-disabled='true'] { color: GrayText; border-color: GrayText; }
  }
`;
