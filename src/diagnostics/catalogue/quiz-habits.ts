/** Messages about quizzes in the habits of other formats: answers below all questions, bold type for the right option, lines to write on. */
import { entry } from './entry.ts';

/** `1, 2 and 5`. */
function listed(numbers: readonly string[]): string {
  return numbers.length < 2 ? numbers.join('') : `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1) ?? ''}`;
}

export const quizHabits = {
  'quiz/answer-key': entry<{ numbers: readonly string[]; below: string | null }>({
    severity: 'info',
    message: ({ numbers, below }) => `The ${numbers.length === 1 ? 'answer to question' : 'answers to questions'} ${listed(numbers)} ${numbers.length === 1 ? 'is' : 'are'} taken from here. Learners do not see this list${below === null ? '' : `, nor what stands below it: “${below}”`}.`,
    help: ({ below }) => below !== null ? 'If learners are to see those words, move them above the answers, or give them a heading of their own.' : 'Nothing needs to be done. When questions are added or renumbered, renumber the answers too, or write each below its question: Answer: B',
    why: 'Answers far from their questions are easily left behind when a question is moved.',
    wrong: '## Quiz\n\n1. Which port is HTTPS?\na) 80\nb) 443\n\n## Answer key\n\n1. B',
    right: '## Quiz\n\n1. Which port is HTTPS?\na) 80\nb) 443\n\nAnswer: B',
  }),
  'quiz/key-number': entry<{ number: string; answer: string }>({
    severity: 'warning',
    message: ({ number, answer }) => `The answers have “${answer}” for question ${number}, but the quiz above has no question ${number}.`,
    help: () => 'Number the answers as the questions are numbered, or delete the line.',
    why: 'A question may have been lost while copying, or all answers after it belong to other questions.',
    wrong: '1. Which port is HTTPS?\na) 80\nb) 443\n\nAnswers: 1-B, 2-A',
    right: '1. Which port is HTTPS?\na) 80\nb) 443\n\nAnswer: B',
  }),
  'quiz/key-differs': entry<{ question: string; answer: string; option: string }>({
    severity: 'error',
    message: ({ question, answer, option }) => `The answers have “${answer}” for question ${question}, but the question itself marks “${option}” as right.`,
    help: () => 'Correct one of the two, or delete the line here.',
    why: 'With two answers nobody can say which one counts.',
    wrong: '1. Which port is HTTPS?\n- ( ) 80\n- (x) 443\n\nAnswers: 1-A, 2-B',
    right: '1. Which port is HTTPS?\n- ( ) 80\n- (x) 443',
  }),
  'quiz/number-as-text': entry<{ question: string; answer: string; rewritten: string }>({
    severity: 'info',
    message: ({ question, answer }) => `The answer to question ${question} is a number (“${answer}”), but learners write a text and mark it themselves.`,
    help: ({ rewritten }) => `Number: ${rewritten}`,
    why: 'A number behind Number: is marked automatically and counts for the score. To keep the written reply, add: Type: short answer',
    wrong: 'Q: How large is the loss?\nA: 0.69 +/- 0.01',
    right: 'Q: How large is the loss?\nNumber: 0.69 ± 0.01',
  }),
  'quiz/line-gap': entry<{ question: string; rewritten: string }>({
    severity: 'warning',
    message: ({ question }) => `Question ${question} has a line to write on, as on paper. Here learners write below the question and mark it themselves.`,
    help: ({ rewritten }) => `Q: ${rewritten}`,
    why: 'A gap in double brackets can be filled in where it stands, is marked automatically and counts for the score.',
    wrong: 'Q: HTTPS uses port ______.\nA: 443',
    right: 'Q: HTTPS uses port [[443]].',
  }),
  'quiz/bold-option': entry<{ question: string; option: string }>({
    severity: 'info',
    message: ({ question, option }) => `“${option}” is the only option of question ${question} in bold type, so it is read as the right one. Learners see it in plain type.`,
    help: () => 'To be sure, write below the options: Answer: B',
    why: 'Bold type is how many authors point out the right option, and would show it to learners.',
    wrong: 'Q: Which port is HTTPS?\na) 80\n**b) 443**',
    right: 'Q: Which port is HTTPS?\na) 80\nb) 443\n\nAnswer: B',
  }),
};
