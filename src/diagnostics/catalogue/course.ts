/** Messages about course.yaml. */
import { entry } from './entry.ts';

export const course = {
  'course/yaml': entry<{ problem: string }>({
    severity: 'error',
    message: ({ problem }) => `The course file cannot be read: ${problem}.`,
    help: () => 'Write one “key: value” a line; put a value with a colon or a # in quotation marks.',
    why: 'The course file is YAML. If a part of it cannot be read, all of it is in doubt.',
    wrong: 'title: Ports: an overview',
    right: 'title: "Ports: an overview"',
  }),
  'course/value': entry<{ key: string; problem: string; example: string }>({
    severity: 'error',
    message: ({ key, problem }) => `${key}: ${problem}.`,
    help: ({ example }) => `For example: ${example}`,
    why: 'Ids, addresses and marks end up in the package and in reports, where only certain forms are allowed.',
    wrong: 'id: My Course!',
    right: 'id: my-course',
  }),
  'course/missing-key': entry<{ key: string; example: string }>({
    severity: 'error',
    message: ({ key }) => `The course file says nothing about “${key}”.`,
    help: ({ example }) => `Add a line such as: ${example}`,
    why: 'Without it the course cannot be named, ordered or told apart from others.',
    wrong: 'lessons:\n  - one.md',
    right: 'title: Passwords\nlessons:\n  - one.md',
  }),
  'course/unknown-key': entry<{ key: string; near: string | null }>({
    severity: 'error',
    message: ({ key, near }) => `The course file has no key “${key}”.${near === null ? '' : ` Did you mean “${near}”?`}`,
    help: ({ near }) => (near === null ? 'Delete the line.' : `Write ${near}:`),
    why: 'A misspelt key would silently do nothing: a pass mark that is not there, a lesson that is missing.',
    wrong: 'lesons:\n  - one.md',
    right: 'lessons:\n  - one.md',
  }),
  'course/credentials': entry<{ key: string }>({
    severity: 'error',
    message: ({ key }) => `“${key}” looks like a credential, and nothing secret may stand in a course.`,
    help: () => 'Delete the line. Name a broker instead, which gives each learner a pass of their own: xapi: { endpoint: https://lrs.example.org/xapi/, broker: https://training.example.org/pass }',
    why: 'A package is copied to every LMS and every learner can open it. A key of a record store in it could be used by anybody to read all results, or to make some up.',
    wrong: 'xapi:\n  endpoint: https://lrs.example.org/xapi/\n  key: 0a1b2c',
    right: 'xapi:\n  endpoint: https://lrs.example.org/xapi/\n  broker: https://training.example.org/pass',
  }),
  'course/order-of-one': entry<{ order: string }>({
    severity: 'warning',
    message: ({ order }) => `“lesson-order: ${order}” changes nothing, because the LMS opens the course as one.`,
    help: () => 'Delete the line, or add: packaging: sco-per-lesson',
    why: 'In which order lessons open is told to an LMS only where it opens each of them by itself. Inside one course learners may always read everything.',
    wrong: 'lesson-order: one-by-one',
    right: 'packaging: sco-per-lesson\nlesson-order: one-by-one',
  }),
  'course/certificate-without-pass': entry<{ example: string }>({
    severity: 'warning',
    message: () => 'Nobody will ever get the certificate: nothing can be passed here, because there is no pass mark.',
    help: ({ example }) => `Add a pass mark, such as: ${example}. Or delete this line.`,
    why: 'The certificate says that somebody has passed. It is offered at that moment and not before.',
    wrong: 'certificate: yes, without a pass mark',
    right: 'certificate: yes\npass-mark: 80%',
  }),
  'course/duplicate-lesson': entry<{ path: string; line: number }>({
    severity: 'error',
    message: ({ path, line }) => `“${path}” is already in the list, on line ${line}.`,
    help: () => 'Delete one of the two lines.',
    why: 'Each lesson has its own place, id and results; the same file twice would give two lessons with one id.',
    wrong: 'lessons:\n  - one.md\n  - one.md',
    right: 'lessons:\n  - one.md',
  }),
};
