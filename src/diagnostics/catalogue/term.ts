/** Messages about key terms. */
import { entry } from './entry.ts';

export const term = {
  'term/unknown': entry<{ words: string; near: string | null }>({
    severity: 'error',
    message: ({ words, near }) => `“${words}” is none of the key terms.${near === null ? '' : ` Did you mean “${near}”?`}`,
    help: ({ words, near }) => (near === null ? `Add it to the key terms: - ${words} — what it means` : `[${near}](#term)`),
    why: 'A link to (#term) opens the explanation of the word it stands on; without one it would lead nowhere.',
    wrong: '[activaton](#term)',
    right: '[activation](#term)',
  }),
  'term/never-used': entry<{ name: string }>({
    severity: 'info',
    message: ({ name }) => `The key term “${name}” is not used anywhere else in the lesson.`,
    help: () => 'Use the word where it belongs, or take it out of the key terms.',
    why: 'Terms are explained where they first occur; this one never does.',
    wrong: '- Epoch — one pass over the data. (and “epoch” nowhere else)',
    right: '- Epoch — one pass over the data. (and “… after three epochs …” in the text)',
  }),
  'term/joined': entry<{ words: string }>({
    severity: 'warning',
    message: ({ words }) => `“${words}” is read as part of the term above it.`,
    help: ({ words }) => `- ${words}`,
    why: 'A line right below an entry of a list continues that entry. A term without a dash before it is explained nowhere.',
    wrong: '- Salt — random bytes.\nPepper — a secret kept elsewhere.',
    right: '- Salt — random bytes.\n- Pepper — a secret kept elsewhere.',
  }),
  'term/no-definition': entry<{ words: string }>({
    severity: 'warning',
    message: ({ words }) => `“${words}” stands among the key terms without a definition.`,
    help: () => 'Write the term, a dash and what it means: Term — what it means',
    why: 'A term without a definition cannot be explained to the learner.',
    wrong: '- Epoch',
    right: '- Epoch — one pass over the data.',
  }),
};
