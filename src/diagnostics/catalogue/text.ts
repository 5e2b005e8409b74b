/** Messages about the text itself: furniture of a copied page, invisible characters, lines without end. */
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
  'text/control': entry<{ code: string; more: number }>({
    severity: 'error',
    message: ({ code, more }) =>
      `Here stands the control character ${code}, which has no place in text.${more === 0 ? '' : ` The line has ${more} more.`}`,
    help: () => 'Delete it. If the file is full of them, it is not plain text: save it again as UTF-8 text.',
    why: 'Control characters are invisible, are forbidden in the package’s XML, and usually mean that a file was damaged or is no text at all.',
    wrong: 'A firewall\u0007 filters traffic.',
    right: 'A firewall filters traffic.',
  }),
  'text/bidi': entry<{ code: string; name: string; more: number }>({
    severity: 'warning',
    message: ({ code, name, more }) =>
      `Here stands an invisible character that turns the writing direction (${code}, ${name}).${more === 0 ? '' : ` The line has ${more} more.`}`,
    help: () => 'Delete it: right-to-left text is ordered correctly without it.',
    why: 'Direction controls can make text look different from what it says, and one that is not closed turns everything after it. Browsers order Arabic and Hebrew by themselves.',
    wrong: 'access = \u202Etrue',
    right: 'access = true',
  }),
  'text/line-too-long': entry<{ length: number; limit: number }>({
    severity: 'error',
    message: ({ length, limit }) => `This line has ${length} characters; more than ${limit} are not read. It is left out.`,
    help: () => 'Break it into lines. If it is data, such as a picture written as text, put it into a file of its own.',
    why: 'No author writes such a line; it is data that slipped into the text, and would make every page slow.',
    wrong: '![chart](data:image/png;base64,… a million characters …)',
    right: '![chart](chart.png)',
  }),
  'text/too-long': entry<{ length: number; limit: number }>({
    severity: 'error',
    message: ({ length, limit }) => `The text has ${length} characters; more than ${limit} are not read.`,
    help: () => 'Divide it into several lessons, and name them in a course.yaml.',
    why: 'A lesson is what a learner takes in at one sitting. A file of this size is several books, or no text at all.',
    wrong: 'a lesson.md of 20 MB',
    right: 'forty lessons of a few pages each',
  }),
  'text/unfinished': entry<{ words: string }>({
    severity: 'warning',
    message: ({ words }) => `“${words}” stands where learners read it.`,
    help: () => 'Finish the sentence, or move the note to a section “Production notes”, which stays private.',
    why: 'Reminders to oneself and filler text are left behind in nearly every course, and learners find them.',
    wrong: 'The deadline is TBD.',
    right: 'The deadline is the last Friday of the month.',
  }),
  'text/colour-only': entry<{ words: string }>({
    severity: 'info',
    message: ({ words }) => `“${words}” asks learners to tell things apart by colour.`,
    help: () => 'Say it in a second way too: “the red one, at the top”, “marked in red and with a cross”.',
    why: 'One man in twelve cannot tell red from green, and nobody can on a grey print (WCAG 2.2, 1.4.1).',
    wrong: 'Never open the files marked in red.',
    right: 'Never open the files marked in red and with a skull.',
  }),
};
