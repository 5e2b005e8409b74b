/** Messages about durations: what is declared against what the words add up to. */
import { entry } from './entry.ts';

/** “reading (1558 words), narration (788 words) and 4 questions”, without what is not there. */
function amounts(words: number, narration: number, items: number): string {
  const parts = [`reading (${words} words)`];
  if (narration > 0) parts.push(`narration (${narration} words)`);
  if (items > 0) parts.push(items === 1 ? 'one question' : `${items} questions`);
  return parts.length === 1 ? `its ${words} words` : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

export const time = {
  'time/far-off': entry<{ key: string; declared: string; low: number; high: number; words: number; narration: number; items: number }>({
    severity: 'warning',
    message: ({ declared, low, high, words, narration, items }) =>
      `The lesson says ${declared}, but ${amounts(words, narration, items)} add up to about ${low === high ? low : `${low}–${high}`} ${high === 1 ? 'minute' : 'minutes'}.`,
    help: ({ key, low, high }) => `Write for example: ${key}: ${Math.round((low + high) / 2)} min`,
    why: 'Learners plan by the declared time, and reports compare it with the time they took.',
    wrong: 'Duration: 3 hours, for 500 words',
    right: 'Duration: 5 min, for 500 words',
  }),
  'time/recording': entry<{ declared: string; words: number; minutes: string }>({
    severity: 'warning',
    message: ({ declared, words, minutes }) => `The recording is planned for ${declared}, but the script (${words} words) takes about ${minutes} to speak.`,
    help: () => 'Lengthen the script or correct the planned recording time.',
    why: 'Nothing is spoken that is not in the script, so one of the two is wrong.',
    wrong: 'Recording: 30 min, for a script of 700 words',
    right: 'Recording: 5 min, for a script of 700 words',
  }),
  'time/unreadable': entry<{ key: string; value: string }>({
    severity: 'warning',
    message: ({ value }) => `“${value}” is not understood as a duration.`,
    help: ({ key }) => `Write minutes or hours: ${key}: 30 min`,
    why: 'The duration is shown to learners and reported to the platform.',
    wrong: 'Duration: a while',
    right: 'Duration: 30 min',
  }),
  'time/limit-short': entry<{ limit: string; questions: number; minutes: number }>({
    severity: 'warning',
    message: ({ limit, questions, minutes }) => `“${limit}”, but even a quick reader needs ${minutes === 1 ? 'a minute' : `${minutes} minutes`} for ${questions === 1 ? 'the question' : `${questions} questions`}.`,
    help: ({ minutes }) => `Give more time, for example: Time limit: ${minutes * 2} min`,
    why: 'A limit below the time that reading takes measures reading speed, and shuts out people who read with a screen reader or in a foreign language.',
    wrong: 'Time limit: 1 min, with ten questions',
    right: 'Time limit: 15 min, with ten questions',
  }),
};
