/** Messages about learning objectives. */
import { entry } from './entry.ts';

const mostNumbers = 12;

/** “1, 4 and 6”; of many, the first dozen “and 8 more”. */
function numbered(numbers: readonly number[]): string {
  if (numbers.length > mostNumbers) return `${numbers.slice(0, mostNumbers).join(', ')} and ${numbers.length - mostNumbers} more`;
  return `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`;
}

export const objective = {
  'objective/unknown': entry<{ value: string; highest: number }>({
    severity: 'error',
    message: ({ value, highest }) =>
      highest === 0 ? `“Objective: ${value}”, but this lesson lists no objectives.` : `“Objective: ${value}”, but this lesson has ${highest === 1 ? 'a single objective, number 1' : `the objectives 1 to ${highest}`}.`,
    help: ({ highest }) => (highest === 0 ? 'Add a section “Learning objectives” with a numbered list.' : 'Write the number of an objective in the list: Objective: 1'),
    why: 'Results per objective are reported to the learning platform; this one would be lost.',
    wrong: 'Objective: 5',
    right: 'Objective: 2',
  }),
  'objective/not-assessed': entry<{ number: number; words: string }>({
    severity: 'warning',
    message: ({ number, words }) => `No question tests objective ${number} (“${words}”).`,
    help: ({ number }) => `Add this line to a question that tests it: Objective: ${number}`,
    why: 'The lesson promises something that nobody is asked about.',
    wrong: 'Three objectives, and questions for two of them',
    right: 'A question with Objective: 3',
  }),
  'objective/none-linked': entry<{ objectives: number; items: number; fits: readonly (readonly number[])[] | null }>({
    severity: 'warning',
    message: ({ objectives, items }) =>
      `${items === 1 ? 'The question does not say' : `None of the ${items} questions says`} which ${objectives === 1 ? 'objective' : `of the ${objectives} objectives`} it tests, so there is no result per objective.`,
    help: ({ fits }) => {
      const guesses = (fits ?? []).flatMap((questions, n) => (questions.length === 0 ? [] : [`${questions.length === 1 ? 'question' : 'questions'} ${questions.join(' and ')} could belong to objective ${n + 1}`]));
      return `Add a line with the number to each question: Objective: 1${guesses.length === 0 ? '' : ` (by their words, ${guesses.join(', ')})`}`;
    },
    why: 'Learning platforms show results per objective, but only where questions name one.',
    wrong: 'Q: Why does depth matter?\nA: Features compose.',
    right: 'Q: Why does depth matter?\nA: Features compose.\nObjective: 1',
  }),
  'objective/more-text': entry<{ words: string }>({
    severity: 'warning',
    message: ({ words }) => `The objectives end before “${words}”: only the first list of their section is read as objectives.`,
    help: () => 'Put what follows below a heading of its own (## Core content), or join the lists into one if all of them are objectives.',
    why: 'Without a heading, the body of the lesson would be taken for promises to the learner. It stays where it is and is shown as ordinary text.',
    wrong: 'Learning objectives\n1. Describe a laptop.\n2. Explain its risks.\n\n1. Scope\n\nThis covers laptops.',
    right: 'Learning objectives\n1. Describe a laptop.\n2. Explain its risks.\n\nCore content\n1. Scope\n\nThis covers laptops.',
  }),
  'objective/not-measurable': entry<{ verb: string; number: number }>({
    severity: 'info',
    message: ({ verb, number }) => `Objective ${number} begins with “${verb}”, which nobody can observe.`,
    help: () => 'Prefer what a learner can show: describe, explain, compare, choose, …',
    why: 'An objective that can be observed can also be tested.',
    wrong: '1. Understand neural networks.',
    right: '1. Explain what a layer does.',
  }),
  'objective/item-unlinked': entry<{ prompt: string; questions: readonly number[]; others: number }>({
    severity: 'info',
    message: ({ prompt, questions, others }) => {
      const linked = others === 1 ? 'another one does' : `${others} others do`;
      return questions.length === 1
        ? `The question “${prompt}” names no objective, although ${linked}.`
        : `${questions.length} questions, the first of them “${prompt}”, name no objective, although ${linked}: numbers ${numbered(questions)}.`;
    },
    help: ({ questions }) => `Add a line with the number of the objective that ${questions.length === 1 ? 'it' : 'each'} tests: Objective: 1`,
    why: 'Its points count for the score but for no objective, so the result of each objective tells less than it seems to.',
    wrong: 'Three questions with Objective: 1 and one without',
    right: 'Objective: 2, in the fourth question too',
  }),
};
