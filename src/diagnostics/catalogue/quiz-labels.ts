/** Messages about the labels of questions: misspelt, without their colon, or where they are not seen. */
import { entry } from './entry.ts';

export const quizLabels = {
  'quiz/missing-colon': entry<{ label: string }>({
    severity: 'warning',
    message: ({ label }) => `“${label}” begins this line without a colon, so the line is read as part of the words above it.`,
    help: ({ label }) => `${label}:`,
    fix: ({ label }) => `${label}:`,
    why: 'Only the colon makes a word a label. Without it learners read the explanation together with the answer, and a number of points is lost.',
    wrong: 'Q: Which port is HTTPS?\nA: It is 443.\nWhy It is the registered one.',
    right: 'Q: Which port is HTTPS?\nA: It is 443.\nWhy: It is the registered one.',
  }),
  'quiz/other-program': entry<{ program: string; words: string; rewritten: string }>({
    severity: 'error',
    message: ({ words, program }) => `“${words}” is written for ${program}, so it is no question here.`,
    help: ({ rewritten }) => rewritten,
    fix: ({ rewritten }) => rewritten,
    why: 'The marks of another program mean nothing here, and learners would see the answers. The same question in labels reads well everywhere.',
    wrong: 'Which port is HTTPS? {~80 =443}',
    right: 'Q: Which port is HTTPS?\n- ( ) 80\n- (x) 443\n\nWhy: 80 is HTTP.',
  }),
  'quiz/truth-explained': entry<{ question: string; answer: string; truth: string; rest: string }>({
    severity: 'warning',
    message: ({ question, answer }) => `Question ${question} asks “true or false”, but its answer “${answer}” is a sentence, so learners have to mark it themselves.`,
    help: ({ truth, rest }) => `A: ${truth}\nWhy: ${rest}`,
    why: 'A question is true/false when its answer is that word and nothing else. The reason belongs behind Why:',
    wrong: '1. Q: True or false: HTTPS uses port 80.\n   A: False, it uses 443.',
    right: '1. Q: True or false: HTTPS uses port 80.\n   A: False.\n   Why: It uses 443.',
  }),
  'quiz/unknown-label': entry<{ label: string; suggestion: string }>({
    severity: 'error',
    message: ({ label, suggestion }) => `“${label}” is not a label this quiz knows. Did you mean “${suggestion}”?`,
    help: ({ suggestion }) => suggestion,
    fix: ({ suggestion }) => suggestion,
    why: 'A mistyped label would be shown to learners as part of the question, often together with the answer.',
    wrong: 'Q: Why does depth matter?\nA: Features compose.\nWhay: Layers build on each other.',
    right: 'Q: Why does depth matter?\nA: Features compose.\nWhy: Layers build on each other.',
  }),
  'quiz/buried-label': entry<{ label: string }>({
    severity: 'warning',
    message: ({ label }) => `“${label}” stands in the middle of a sentence, so it is read as part of it.`,
    help: ({ label }) => `Put ${label} on a line of its own, or end the sentence before it with a full stop.`,
    why: 'On one line a label counts only after the end of a sentence. Elsewhere it may well be one of the words, and would be shown to learners.',
    wrong: '1. Q: Which port is HTTPS? A: It is 443 Why: 80 is HTTP.',
    right: '1. Q: Which port is HTTPS? A: It is 443. Why: 80 is HTTP.',
  }),
  'quiz/swallowed-label': entry<{ label: string }>({
    severity: 'info',
    message: ({ label }) => `${label} follows the options without an empty line. It is read as meant here, but other Markdown viewers show it inside the last option.`,
    help: ({ label }) => `Put an empty line before ${label}`,
    why: 'In Markdown a line right below a list item continues that item.',
    wrong: '1. Q: Which port is HTTPS?\n   - (x) 443\n   - ( ) 80\n   Why: 80 is HTTP.',
    right: '1. Q: Which port is HTTPS?\n   - (x) 443\n   - ( ) 80\n\n   Why: 80 is HTTP.',
  }),
  'quiz/ambiguous-label': entry<{ label: string; column: number }>({
    severity: 'warning',
    message: ({ label, column }) => `“${label}” could begin at more than one place on this line; it was taken to begin at column ${column}.`,
    help: ({ label }) => `Put ${label} on a line of its own to be sure.`,
    why: 'Where question and answer share a line, a second “A:” inside the text looks just like the real one.',
    wrong: '1. Q: Who gets plan A? A: Everybody. A: was the old name.',
    right: '1. Q: Who gets plan A?\n   A: Everybody. A: was the old name.',
  }),
};
