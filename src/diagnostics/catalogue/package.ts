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
  'package/progress-too-large': entry<{ characters: number; limit: number; items: number }>({
    severity: 'error',
    message: ({ characters, limit, items }) =>
      `Progress through ${items} questions can take ${characters} characters; the LMS keeps ${limit}. Learners could lose theirs.`,
    help: () => 'Divide the course into several smaller ones; for SCORM 2004 “packaging: sco-per-lesson” does it, each lesson with room of its own.',
    why: 'An LMS stores what a learner has done as one short text. When it gets too long, many LMSs drop all of it without a word, so the build refuses a course whose longest possible text does not fit.',
    wrong: 'A course of 5,000 questions',
    right: 'Five courses of 1,000 questions',
  }),
  'package/answers-not-kept': entry<{ characters: number; limit: number }>({
    severity: 'info',
    message: ({ characters, limit }) =>
      `A learner who answers everything at length could fill ${characters} of the ${limit} characters an LMS keeps. The answers given longest ago are then not shown again after a return; scores and tries always stay.`,
    help: () => 'Divide the course if every old answer must stay readable to the learner.',
    why: 'The full answers were sent to the LMS when they were given and stay in its reports. Only what the page shows again after a return is affected.',
    wrong: 'A course of 1,500 questions',
    right: 'Two courses of 750 questions',
  }),
  'package/many-objectives': entry<{ count: number; limit: number }>({
    severity: 'warning',
    message: ({ count, limit }) => `The course has ${count} learning objectives with questions; LMSs promise to keep ${limit}.`,
    help: () => 'Divide the course into several smaller ones, or link fewer objectives; for SCORM 2004 “packaging: sco-per-lesson” gives each lesson room of its own.',
    why: 'SCORM 2004 guarantees room for 100 objectives. Results of the ones beyond that may be refused by the LMS; the score of the course is not affected.',
    wrong: 'A course of 40 lessons with 4 objectives each',
    right: 'Two courses of 20 lessons',
  }),
  'package/many-interactions': entry<{ count: number; limit: number }>({
    severity: 'warning',
    message: ({ count, limit }) => `The course has ${count} questions; LMSs promise to keep ${limit} answers of a learner.`,
    help: () => 'Divide the course into several smaller ones; for SCORM 2004 “packaging: sco-per-lesson” gives each lesson room of its own.',
    why: 'SCORM 2004 guarantees room for 250 answers, and every try is one. Later answers may be missing in the LMS’s question report; score and completion are not affected.',
    wrong: 'A course of 70 lessons with 4 questions each',
    right: 'Three courses of at most 25 lessons',
  }),
  'package/one-unit': entry<Record<never, never>>({
    severity: 'info',
    message: () => '“packaging: sco-per-lesson” is for SCORM 2004; packages for other standards hold the course as one.',
    help: () => 'Nothing has to be done. Build for scorm2004-4th or scorm2004-3rd where the LMS shall open each lesson by itself.',
    why: 'Only SCORM 2004 has rules by which an LMS opens one lesson after the other and adds up their results. Elsewhere the course does that itself.',
    wrong: 'lectern build my-course --target scorm12',
    right: 'lectern build my-course --target scorm2004-4th',
  }),
  'package/no-broker': entry<{ endpoint: string }>({
    severity: 'error',
    message: ({ endpoint }) => `Results are to go to ${endpoint}, and the course names no broker that lets learners write there.`,
    help: () => 'Add the address of one: xapi: { endpoint: …, broker: https://training.example.org/pass }. docs/xapi.md shows a broker of a hundred lines.',
    why: 'A record store takes statements only from those it knows. Beside SCORM nobody vouches for a learner but a broker of your own; without one every statement would be refused.',
    wrong: 'xapi:\n  endpoint: https://lrs.example.org/xapi/',
    right: 'xapi:\n  endpoint: https://lrs.example.org/xapi/\n  broker: https://training.example.org/pass',
  }),
  'package/embedded-credential': entry<{ host: string }>({
    severity: 'warning',
    message: ({ host }) => `The package carries a credential for ${host}. Everybody who gets it can read that, and use it.`,
    help: () => 'Name a broker instead, and leave out --unsafe-embed-credential. If it must be, use a credential that may only write, for this course alone, and withdraw it when the course ends.',
    why: 'A package is copied to LMSs, to colleagues and to every learner’s browser. With its credential anybody can state anything about anybody, and often read what others did.',
    wrong: 'lectern build my-course --unsafe-embed-credential',
    right: 'lectern build my-course',
  }),
  'package/credential': entry<{ shown: string }>({
    severity: 'warning',
    message: ({ shown }) => `The course contains “${shown}”, which looks like a credential in use.`,
    help: () => 'If it is real, take it out of the lesson, and withdraw it where it was issued. An example is best written with example.org.',
    why: 'Whoever has the package can read everything in it, and a package goes to every LMS and every learner.',
    wrong: 'curl https://lan:S3cret@lrs.acme.io/xapi',
    right: 'curl https://lan:password@lrs.example.org/xapi',
  }),
};
