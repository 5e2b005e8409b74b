/** Messages about a quiz as a whole: banks of questions, what is drawn from them, and what holds for all questions. */
import { entry } from './entry.ts';

export const quizBanks = {
  'quiz/bank-name': entry<{ line: string }>({
    severity: 'error',
    message: ({ line }) => `“${line}” opens a bank of questions without a name.`,
    help: () => 'Name it in braces, in plain letters: :::bank{#gradients}',
    why: 'A quiz draws questions from a bank by its name.',
    wrong: ':::bank\n1. Q: Which port is HTTPS?\n   A: 443\n:::',
    right: ':::bank{#ports}\n1. Q: Which port is HTTPS?\n   A: 443\n:::',
  }),
  'quiz/bank-twice': entry<{ bank: string; line: number }>({
    severity: 'error',
    message: ({ bank, line }) => `There is a bank “${bank}” on line ${line} already.`,
    help: () => 'Give one of the two another name, or put all questions into one bank.',
    why: 'A quiz draws questions from a bank by its name, so names must differ.',
    wrong: ':::bank{#ports} … ::: and once more :::bank{#ports} … :::',
    right: ':::bank{#ports} … ::: and :::bank{#protocols} … :::',
  }),
  'quiz/bank-unused': entry<{ bank: string }>({
    severity: 'warning',
    message: ({ bank }) => `Nothing is drawn from the bank “${bank}”, so no learner sees its questions.`,
    help: ({ bank }) => `Say in the quiz how many to draw: Draw: 3 from #${bank}`,
    why: 'The questions of a bank are asked only where a quiz draws them.',
    wrong: ':::bank{#ports} … :::, and no Draw: in any quiz',
    right: ':::bank{#ports} … :::, and in the quiz: Draw: 3 from #ports',
  }),
  'quiz/draw-shape': entry<{ value: string; bank: string }>({
    severity: 'error',
    message: ({ value }) => `“${value}” does not say how many questions are drawn, and from which bank.`,
    help: ({ bank }) => `Write, for example: Draw: 3 from #${bank}. For a bank in another file: Draw: 3 from ../bank.md#${bank}`,
    why: 'A bank is named after the sign #, with the file before it when it is not in the lesson itself.',
    wrong: 'Draw: some from gradients',
    right: 'Draw: 3 from #gradients',
  }),
  'quiz/draw-bank': entry<{ bank: string; file: string; near: string | null }>({
    severity: 'error',
    message: ({ bank, file, near }) => `There is no bank “${bank}” in ${file}.${near === null ? '' : ` Did you mean “${near}”?`}`,
    help: ({ bank, near }) => (near === null ? `Put its questions between :::bank{#${bank}} and :::` : `Write #${near}`),
    why: 'Questions can be drawn only from a bank that is there.',
    wrong: 'Draw: 3 from #gradient, where the bank is called gradients',
    right: 'Draw: 3 from #gradients',
  }),
  'quiz/draw-too-many': entry<{ value: string; bank: string; holds: number }>({
    severity: 'error',
    message: ({ value, bank, holds }) => `“${value}”, but the bank “${bank}” holds ${holds} ${holds === 1 ? 'question' : 'questions'}.`,
    help: ({ holds }) => `Draw ${holds} at most, or add questions to the bank.`,
    why: 'Some learners would be asked fewer questions than others.',
    wrong: 'Draw: 6 from #gradients, with 4 questions in the bank',
    right: 'Draw: 3 from #gradients',
  }),
  'quiz/draw-twice': entry<{ bank: string; line: number }>({
    severity: 'error',
    message: ({ bank, line }) => `Line ${line} draws from the bank “${bank}” already.`,
    help: () => 'Draw all of them in one place, or make two banks.',
    why: 'The same question could come twice.',
    wrong: 'Draw: 1 from #gradients … Draw: 2 from #gradients',
    right: 'Draw: 3 from #gradients',
  }),
  'quiz/draw-points': entry<{ bank: string; question: string; points: number; others: number }>({
    severity: 'error',
    message: ({ bank, question, points, others }) =>
      `Question ${question} of the bank “${bank}” is worth ${points === 0 ? 'nothing' : `${points} ${points === 1 ? 'point' : 'points'}`}, others ${others === 0 ? 'nothing' : `${others} ${others === 1 ? 'point' : 'points'}`}; what is drawn would decide how many points a learner can get.`,
    help: () => 'Give all questions of the bank the same points, or write behind the draw: · Scoring: scaled. Keep questions that are not marked automatically in a bank of their own.',
    why: 'Each learner gets other questions. The total must be the same for all of them; “scaled” lets each count as much as the bank’s average.',
    wrong: ':::bank{#ports} with one question of 1 point and one of 2 points',
    right: 'Draw: 1 from #ports · Scoring: scaled',
  }),
  'quiz/two-rules': entry<{ label: string; value: string; first: string; line: number }>({
    severity: 'warning',
    message: ({ label, value, first, line }) => `“${label} ${value}” here, but “${first}” on line ${line}. The first one holds for all questions of the lesson.`,
    help: () => 'Delete one of the two.',
    why: 'The questions of a lesson are one quiz, also where they stand below several headings.',
    wrong: 'attempts: 2 in the header, and Attempts: 3 in the quiz',
    right: 'Attempts: 3 in the quiz alone',
  }),
};
