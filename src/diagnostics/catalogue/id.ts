/** Messages about ids: what results are stored under. */
import { entry } from './entry.ts';

const kinds: Readonly<Record<string, string>> = {
  single: 'a question with one right option',
  multiple: 'a question with several right options',
  'true-false': 'a true/false question',
  'fill-in': 'a question with gaps',
  numeric: 'a question for a number',
  matching: 'a matching question',
  ordering: 'an ordering question',
  categorise: 'a sorting question',
  likert: 'a rating',
  'short-answer': 'a question with a written answer',
  hotspot: 'a question about places in a picture',
};

export const id = {
  'id/duplicate': entry<{ id: string; first: string; what: string }>({
    severity: 'error',
    message: ({ id: name, first, what }) => `The ${what} id “${name}” is already in use at ${first}.`,
    help: () => 'Give one of the two another id; capital letters alone do not make a difference.',
    why: 'Results are stored under the id. Two questions with one id would overwrite each other in every report.',
    wrong: 'Id: relu … Id: ReLU',
    right: 'Id: relu … Id: relu-range',
  }),
  'id/type-changed': entry<{ id: string; was: string; now: string }>({
    severity: 'warning',
    message: ({ id: name, was, now }) => `“${name}” was ${kinds[was] ?? was} in the last build and is ${kinds[now] ?? now} now. Old results no longer fit it.`,
    help: ({ id: name }) => `Give it a new id, for example: Id: ${name}-2`,
    why: 'Reports would add up answers that cannot be compared.',
    wrong: 'Id: relu, first as single choice and later as a written answer',
    right: 'Id: relu, and Id: relu-text for the written one',
  }),
  'id/lesson-renamed': entry<{ id: string; before: string; questions: number }>({
    severity: 'warning',
    message: ({ id: now, before, questions }) =>
      `${questions === 1 ? 'A question' : `${questions} questions`} of this lesson used to be in the lesson “${before}”, which this build does not have. “${now}” is a new lesson, and results of the old one do not count for it.`,
    help: ({ before }) => `If only the title has changed, keep the old id with a line between --- at the very top: code: ${before}`,
    why: 'A lesson is known by its code, or by its title where it has none. Learners who have finished it would have to begin again.',
    wrong: '# Locks and keys, called “# Locks” in the last build',
    right: '---\ncode: locks\n---\n\n# Locks and keys',
  }),
  'id/lesson-taken': entry<{ id: string; file: string }>({
    severity: 'warning',
    message: ({ id: name, file }) => `The id of this lesson, “${name}”, belongs to “${file}” in the same folder. Results of the two lessons would be taken for each other's.`,
    help: ({ id: name, file }) => `Give this one a code of its own, with a line between --- at the very top: code: ${name}-2. If “${file}” is an older copy of it, move that one to another folder.`,
    why: 'A lesson is known by its code, or by its title where it has none, and lectern.lock.json keeps its questions under that name. Two lessons with one name share their package, too: the second build replaces the first.',
    wrong: '# Introduction, in two files of one folder',
    right: '---\ncode: introduction-2\n---\n\n# Introduction',
  }),
  'id/shape': entry<{ id: string; suggestion: string }>({
    severity: 'error',
    message: ({ id: name }) => `“${name}” cannot be an id.`,
    fix: ({ suggestion }) => suggestion,
    help: ({ suggestion }) => `Use up to 64 letters a–z, digits, dots, dashes and underscores, starting with a letter or digit: Id: ${suggestion}`,
    why: 'The id travels through learning platforms that accept plain letters, digits and few signs only.',
    wrong: 'Id: relu range!',
    right: 'Id: relu-range',
  }),
};
