/** Messages about what a course package can carry: names, sizes and titles that LMSs accept. */
import { entry } from './entry.ts';

export const packaging = {
  'package/file-type': entry<{ file: string; extension: string }>({
    severity: 'error',
    message: ({ file, extension }) =>
      `“${file}” cannot go into the course: LMSs refuse packages that hold a “.${extension}” file, because a server could run it.`,
    help: () => 'Show the code in the lesson as a code block, or save the file as “.txt” or “.pdf” and use that.',
    why: 'An LMS unpacks a course onto its own web server. Files that a server or a computer runs are a way to attack it, so many LMSs reject the whole package when they meet one.',
    wrong: '![The sign-in page](sign-in.php)',
    right: '![The sign-in page](sign-in.png)',
  }),
  'package/title-long': entry<{ length: number; limit: number; shown: string }>({
    severity: 'warning',
    message: ({ length, limit, shown }) =>
      `The title has ${length} characters; an LMS keeps ${limit}. In the LMS the course will be called “${shown}”.`,
    help: ({ limit }) => `Shorten the title to ${limit} characters or fewer.`,
    why: 'Longer titles have made the import of a whole package fail. Learners still see the full title inside the course.',
    wrong: `title: ${'How to recognise, report and recover from a phishing attack, '.repeat(4).trim()}`,
    right: 'title: Phishing: recognise, report, recover',
  }),
  'package/version-long': entry<{ version: string; limit: number; shown: string }>({
    severity: 'warning',
    message: ({ version, limit, shown }) =>
      `The version “${version}” is longer than the ${limit} characters an LMS keeps. The LMS will be told “${shown}”.`,
    help: ({ limit }) => `Write a version of ${limit} characters or fewer, such as “1.4.0”.`,
    why: 'The standard gives the version of a package twenty characters. Two long versions that begin alike would look the same in the LMS.',
    wrong: 'version: 2026-02-03 second review by legal',
    right: 'version: 2.3.0',
  }),
};
