/** Messages about slides: the script and the outline that belong together. */
import { entry } from './entry.ts';

export const slide = {
  'slide/no-outline': entry<{ number: number; title: string }>({
    severity: 'warning',
    message: ({ number, title }) => `Slide ${number} (“${title}”) is narrated, but the slide outline has no number ${number}; only its title will be shown.`,
    help: ({ number, title }) => `Add to the slide outline: ${number}. ${title} — what is to be seen`,
    why: 'The outline says what stands on the slide while the script is spoken.',
    wrong: '[SLIDE 8 — Results], and an outline that ends with 7',
    right: '8. Results — two bullets: faster, cheaper',
  }),
  'slide/no-script': entry<{ number: number; title: string }>({
    severity: 'warning',
    message: ({ number, title }) => `Slide ${number} of the outline (“${title}”) has nothing in the script, so it would be silent.`,
    help: ({ number, title }) => `Add to the script: [SLIDE ${number} — ${title}]`,
    why: 'A silent slide looks broken in a narrated lesson.',
    wrong: '10. Summary — three bullets, without [SLIDE 10 …]',
    right: '[SLIDE 10 — Summary]',
  }),
  'slide/title-differs': entry<{ number: number; script: string; outline: string; line: number }>({
    severity: 'info',
    message: ({ number, script, outline, line }) => `Slide ${number} is “${script}” in the script and “${outline}” in the outline (line ${line}). The outline's title is shown.`,
    help: ({ number, outline }) => `To make them agree: [SLIDE ${number} — ${outline}]`,
    why: 'Often one of the two was changed and the other forgotten.',
    wrong: '[SLIDE 2 — Two operations, stacked] and 2. Two operations — …',
    right: '[SLIDE 2 — Two operations] and 2. Two operations — …',
  }),
  'slide/number': entry<{ number: number; line: number | null; missing: number | null; before: number | null }>({
    severity: 'error',
    message: ({ number, line, missing, before }) =>
      missing === null ? `Slide ${number} is there twice; the first is on line ${line ?? '?'}.` : `Slide ${number} follows slide ${before ?? missing - 1}; slide ${missing} is missing.`,
    help: ({ missing }) => (missing === null ? 'Give the second one its own number.' : `Number the slides without gaps, or add [SLIDE ${missing} — …].`),
    why: 'Script and outline are joined by the number.',
    wrong: '[SLIDE 5 — Facts] … [SLIDE 5 — Families]',
    right: '[SLIDE 5 — Facts] … [SLIDE 6 — Families]',
  }),
};
