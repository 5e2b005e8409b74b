/** Search, display, practice of terms and the certificate, on screen and on paper. */
import { css } from 'lit';

export const toolStyles = css`
  .search { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.35rem; }
  .search label { font-size: 0.95rem; font-weight: 600; }
  .search-row { display: flex; gap: 0.4rem; }
  .search-row input { flex: 1 1 6rem; min-inline-size: 0; min-block-size: 2.75rem; padding: 0.35rem 0.75rem; border: 1px solid var(--border); border-radius: var(--round); background: var(--bg); }
  .search-row input::-webkit-search-cancel-button { display: none; }
  .search-row .button { flex: none; min-inline-size: 2.75rem; padding-inline: 0.5rem; }
  .search-said:not(:empty), .search-more { margin: 0.6rem 0 0; font-size: 0.9rem; color: var(--muted); overflow-wrap: anywhere; }
  .outline .found { list-style: none; margin: 0.5rem 0 0; padding: 0; display: grid; gap: 0.15rem; }
  .outline .found a { display: block; padding: 0.5rem 0.6rem; }
  .found-title, .found-where, .found-text { display: block; overflow-wrap: anywhere; }
  .found-title { font-weight: 600; }
  .found-where { font-size: 0.85rem; color: var(--muted); }
  .found-text { margin-block-start: 0.15rem; font-size: 0.85rem; line-height: 1.45; color: var(--muted); }
  .found mark { background: none; color: var(--text); font-weight: 700; text-decoration: underline 2px var(--accent); text-underline-offset: 0.15em; }
  ::highlight(lectern-found) { background-color: color-mix(in srgb, var(--warn) 28%, transparent); }
  .display { display: grid; gap: 0.9rem; justify-items: start; font-size: 0.95rem; }
  .display-choice { display: flex; align-items: center; gap: 0.6rem; min-block-size: 2.25rem; cursor: pointer; }
  .display-choice input { flex: none; inline-size: 1.15rem; block-size: 1.15rem; margin: 0; }
  .cards-practice { margin-block-start: 1rem; padding: 1.25rem 1.5rem 1.5rem; border: 1px solid var(--line); border-radius: 0.875rem; }
  .cards-practice h3 { margin: 0; }
  .cards-practice .facts { margin-block-start: 0.35rem; }
  .card-ways { margin-block-start: 1rem; display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
  .card-ways legend { float: left; float: inline-start; inline-size: 100%; }
  .flash { margin-block-start: 1rem; padding: 1.25rem 1.25rem 1.4rem; border: 1px solid var(--border); border-radius: 0.875rem; background: var(--surface); min-block-size: 12rem; }
  .flash > .actions { margin-block-start: 1.25rem; }
  .card-term { margin-block-start: 0.5rem; font-size: 1.35rem; line-height: 1.35; font-weight: 650; overflow-wrap: anywhere; }
  .card-back { margin-block-start: 1rem; padding-block-start: 1rem; border-block-start: 1px dashed var(--border); }
  .card-back > :first-child, .card-meaning > :first-child { margin-block-start: 0; }
  .card-meaning { margin-block-start: 0.5rem; }
  .card-choices { display: grid; gap: 0.5rem; margin-block-start: 0.5rem; }
  .flash .small-legend { margin-block-start: 1.1rem; }
  .card-choices .button { text-align: start; font-weight: 500; }
  .card-choices .button[data-state='right'] { border-color: var(--ok); box-shadow: inset 0 0 0 1px var(--ok); color: var(--text); }
  .card-choices .button[data-state='wrong'] { border-color: var(--danger); box-shadow: inset 0 0 0 1px var(--danger); color: var(--text); }
  .card-choices .button[data-state='right']::after { content: ' ✓'; content: ' ✓' / ''; color: var(--ok); font-weight: 700; }
  .card-choices .button[data-state='wrong']::after { content: ' ✗'; content: ' ✗' / ''; color: var(--danger); font-weight: 700; }
  .card-said:not(:empty) { margin-block-start: 0.9rem; font-weight: 650; }
  .card-said:empty { margin: 0; }
  .certificate-view { margin-block-start: 2rem; }
  .certificate { padding: 2.5rem 1.5rem; border: 1px solid var(--border); outline: 1px solid var(--border); outline-offset: -0.5rem; border-radius: 0.25rem; text-align: center; text-wrap: balance; background: var(--bg); }
  .certificate p { margin-block-start: 0.9rem; }
  .certificate h2 { font-size: 2rem; }
  .certificate-name { font-size: 1.6rem; font-weight: 650; overflow-wrap: anywhere; }
  .certificate-course { font-size: 1.3rem; font-weight: 650; overflow-wrap: anywhere; }
  .certificate .facts { justify-content: center; }
  .certificate-small { max-inline-size: 60ch; margin-inline: auto; font-size: 0.85rem; color: var(--muted); }
  .certificate-small code { font-size: 1em; }
  .certificate-sheet, .paper-only { display: none; }
  @media print {
    .certificate-view { display: none; }
    .paper-only { display: block; }
    .printed-answers > li { break-inside: avoid; margin-block-start: 1em; }
    .printed-question { font-weight: 650; }
    .printed-title { margin-block-start: 0.6em; font-weight: 650; font-size: 0.95rem; }
    [data-printing] body > * { display: none !important; }
    [data-printing] body > .certificate-sheet { display: grid !important; place-content: center; min-block-size: 90vh; max-inline-size: none; page: certificate; }
    .certificate-sheet .certificate { padding: 3rem; }
  }
  @page certificate { size: landscape; margin: 12mm; }
`;
