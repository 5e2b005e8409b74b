/** Messages about a lesson as a whole. */
import { entry } from './entry.ts';

export const lesson = {
  'lesson/no-title': entry<{ file: string }>({
    severity: 'error',
    message: ({ file }) => `The lesson in “${file}” has no title.`,
    help: () => 'Begin with code and title: # L1.1 — Passwords',
    why: 'The title is what learners choose the lesson by, and what the learning platform lists.',
    wrong: 'A text that begins with its first section',
    right: '# L1.1 — Passwords',
  }),
  'lesson/empty': entry<{ file: string }>({
    severity: 'error',
    message: ({ file }) => `The lesson in “${file}” has nothing to show to learners.`,
    help: () => 'Add a section with text below the title, for example: ## Core content',
    why: 'An empty lesson would count as completed by nobody, or by everybody.',
    wrong: 'A title and nothing else',
    right: 'A title and a section with text',
  }),
  'lesson/maybe-private': entry<{ words: string }>({
    severity: 'warning',
    message: ({ words }) => `“${words}” sounds private, but the section is shown to learners.`,
    help: () => 'Call it “Instructor notes” or “Production notes” to keep it out of the course, or give it another name.',
    why: 'Only sections with one of the known names stay private. Notes or answers under another name would be published.',
    wrong: '## Comments left by the production team',
    right: '## Production notes',
  }),
  'lesson/draft': entry<{ title: string }>({
    severity: 'error',
    message: ({ title }) => `“${title}” is a draft (Status: Draft).`,
    help: () => 'Build it with --draft to look at it, or change the status when it is ready.',
    why: 'Drafts must not reach learners by accident.',
    wrong: 'Status: Draft',
    right: 'Status: Mandatory',
  }),
  'lesson/course-decides': entry<{ field: string; value: string; course: string | null }>({
    severity: 'warning',
    message: ({ field, value, course }) => `The ${field} “${value}” of this lesson is not used: ${course === null ? `the course file sets none, and only the course has one` : `the course file says ${course}`}.`,
    help: ({ course }) => (course === null ? 'Write it in the course file, for the whole course, or delete it here.' : 'Make both the same, or delete it here.'),
    why: 'A course is passed and completed as a whole, so its own file decides.',
    wrong: 'Passing score: 70%, in a lesson of a course with pass-mark: 80%',
    right: 'pass-mark: 80%, in course.yaml alone',
  }),
  'lesson/two-pass-marks': entry<{ here: string; first: string; line: number }>({
    severity: 'warning',
    message: ({ here, first, line }) => `The pass mark “${here}” differs from “${first}” on line ${line}, which counts.`,
    help: () => 'Make both the same, or delete one.',
    why: 'Learners pass or fail by one mark; the other one would mislead whoever reads it.',
    wrong: 'Passing score: 80% in the header, Pass: 60% in the quiz',
    right: 'Passing score: 80% in the header alone',
  }),
  'lesson/not-used': entry<{ field: string; value: string; instead: string }>({
    severity: 'warning',
    message: ({ field, value }) => `“${field}: ${value}” is understood, but this version does not honour it yet.`,
    help: ({ instead }) => instead,
    why: 'A setting that does nothing would be relied upon by its author.',
    wrong: '---\nnarration: { voice: Lan, rate: 1.25 }\n---',
    right: '---\nnarration: { rate: 1.25 }\n---',
  }),
  'lesson/value': entry<{ field: string; value: string; choices: string }>({
    severity: 'error',
    message: ({ field, value }) => `“${value}” cannot be the ${field} of a lesson.`,
    help: ({ choices }) => `Use ${choices}.`,
    why: 'A value that is not understood would be ignored without anybody noticing.',
    wrong: 'Passing score: high',
    right: 'Passing score: 80%',
  }),
};
