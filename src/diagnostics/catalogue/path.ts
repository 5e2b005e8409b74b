/** Messages about paths that leave the course. */
import { entry } from './entry.ts';

export const path = {
  'path/outside': entry<{ path: string }>({
    severity: 'error',
    message: ({ path: written }) => `“${written}” leads out of the course folder.`,
    help: () => 'Copy the file into the course folder and use its path from the lesson.',
    why: 'A package may contain only what belongs to the course; anything else on the computer stays private.',
    wrong: '![Notes](../../private/notes.png)',
    right: '![Notes](notes.png)',
  }),
};
