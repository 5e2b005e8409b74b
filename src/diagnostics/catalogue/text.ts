/** Messages about the text itself: encoding, furniture of a copied page, invisible characters. */
import { entry } from './entry.ts';

export const text = {
  'text/page-furniture': entry<{ words: string }>({
    severity: 'info',
    message: ({ words }) => `“${words}” came along when the page was copied; it is left out.`,
    help: () => 'Delete the line to silence this note.',
    why: 'Text copied from a web page often begins with its skip links and menus. They are not part of the lesson and would be read to learners as its first words.',
    wrong: 'Skip to content\n\nL1.1 — Passwords',
    right: 'L1.1 — Passwords',
  }),
};
