/** Messages about questions: their options, answers, labels and points. */
import { entry } from './entry.ts';

const lines = (n: readonly number[]): string =>
  n.length === 1 ? `line ${n[0]}` : `lines ${n.slice(0, -1).join(', ')} and ${n[n.length - 1]}`;

const notUsed = {
  written: 'has no effect on a question with a written answer',
  choice: 'has no effect on a question with options',
  truth: 'has no effect on a true/false question',
  gaps: 'has no effect on a question with gaps or a number',
  parts: 'has no effect on a question whose parts are joined, sorted or put in order',
  opinion: 'has no effect on a question about opinions, which is never right or wrong',
  quiz: 'does nothing above the questions',
  bank: 'has no effect inside a bank: the quiz that draws from it decides',
  inside: 'concerns the whole quiz, and has no effect inside a question',
};

/** How to say the answer that the question itself shows a place for. */
const answerFor: Readonly<Record<'line' | 'truth' | 'table', (words: string) => string>> = {
  line: (words) => `Write the answer in double brackets in place of the line: ${words}`,
  truth: (words) => `Add the answer on a line of its own: A: ${words}`,
  table: () => 'If both sides of the table are to be matched, write above it: Match:',
};

export const quiz = {
  'quiz/two-correct': entry<{ question: string; lines: number[] }>({
    severity: 'error',
    message: ({ question, lines: at }) => `Question ${question} allows one answer, but the options on ${lines(at)} are ${at.length === 2 ? 'both' : 'all'} marked (x).`,
    help: () => 'Keep one (x), or write [x] and [ ] on every option so that several answers are right.',
    why: 'Round brackets promise the learner exactly one right answer. With two, a learner who knows the matter is marked wrong half of the time.',
    wrong: '1. Q: Which is an activation function?\n   - (x) ReLU\n   - (x) GELU\n   - ( ) Bias',
    right: '1. Q: Which are activation functions?\n   - [x] ReLU\n   - [x] GELU\n   - [ ] Bias',
  }),
  'quiz/no-correct': entry<{ question: string; option: string; marker: string }>({
    severity: 'error',
    message: ({ question }) => `No option of question ${question} is marked as correct.`,
    help: ({ option, marker }) => `Mark the right one, for example: ${marker} ${option}`,
    why: 'A question that nobody can get right would fail every learner.',
    wrong: '1. Q: Which layer sees colours?\n   - ( ) The first\n   - ( ) The last',
    right: '1. Q: Which layer sees colours?\n   - (x) The first\n   - ( ) The last',
  }),
  'quiz/one-option': entry<{ question: string; option: string }>({
    severity: 'error',
    message: ({ question, option }) => `Question ${question} has a single option, “${option}”.`,
    help: ({ option }) => `Add wrong options, or replace the list by a written answer: A: ${option}`,
    why: 'With one option there is nothing to choose.',
    wrong: '1. Q: What is 2 + 2?\n   - (x) 4',
    right: '1. Q: What is 2 + 2?\n   - (x) 4\n   - ( ) 22',
  }),
  'quiz/empty': entry<{ title: string }>({
    severity: 'warning',
    message: ({ title }) => `“${title}” is a quiz, but there is no question in it.`,
    help: () => 'Begin each question with Q: on a line of its own, for example: 1. Q: Which port is HTTPS?',
    why: 'Nothing below such a heading is shown to learners unless it belongs to a question.',
    wrong: '## Quiz\n\nThink about what you have learned.',
    right: '## Quiz\n\n1. Q: What have you learned?\n   A: That layers build on each other.',
  }),
  'quiz/empty-option': entry<{ question: string }>({
    severity: 'error',
    message: ({ question }) => `An option of question ${question} has no text.`,
    help: () => 'Write the option after the brackets, or delete the line.',
    why: 'Learners, and screen readers above all, would meet a choice without a name.',
    wrong: '1. Q: Which port is HTTPS?\n   - (x) 443\n   - ( )\n   - ( ) 80',
    right: '1. Q: Which port is HTTPS?\n   - (x) 443\n   - ( ) 80',
  }),
  'quiz/all-correct': entry<{ question: string }>({
    severity: 'warning',
    message: ({ question }) => `Every option of question ${question} is correct, so ticking everything always wins.`,
    help: () => 'Add an option that is wrong: - [ ] …',
    why: 'A question without a distractor measures nothing.',
    wrong: '1. Q: Which are weight files?\n   - [x] safetensors\n   - [x] GGUF',
    right: '1. Q: Which are weight files?\n   - [x] safetensors\n   - [x] GGUF\n   - [ ] JSONL',
  }),
  'quiz/duplicate-option': entry<{ option: string; line: number }>({
    severity: 'error',
    message: ({ option, line }) => `The option “${option}” is already there on line ${line}; learners cannot tell the two apart.`,
    help: () => 'Change the wording of one of them, or delete it.',
    why: 'Capital letters and spaces are not counted as a difference, because learners do not see one.',
    wrong: '1. Q: Which one is an activation?\n   - (x) ReLU\n   - ( ) relu\n   - ( ) Bias',
    right: '1. Q: Which one is an activation?\n   - (x) ReLU\n   - ( ) Softplus\n   - ( ) Bias',
  }),
  'quiz/mixed-markers': entry<{ question: string; bare: boolean; above: boolean; sign: string | null }>({
    severity: 'error',
    message: ({ question, bare, sign }) => (sign !== null ? `“${sign}” is no pair of brackets for an option, so this one of question ${question} has none.` : bare ? `Some options of question ${question} have brackets, this one has none.` : `Question ${question} mixes ( ) and [ ].`),
    help: ({ above, sign }) =>
      sign !== null
        ? 'Write ( ) before a wrong option and (x) before the right one; with [ ] and [x] several may be right.'
        : above
        ? 'If the first lines are a list in the question, put a sentence between it and the options; otherwise give each of them brackets too.'
        : 'Use ( ) on every option where one answer is right, [ ] on every option where several may be.',
    why: 'The brackets decide whether learners may choose one option or several.',
    wrong: '1. Q: Which port is HTTPS?\n   - (x) 443\n   - [ ] 80',
    right: '1. Q: Which port is HTTPS?\n   - (x) 443\n   - ( ) 80',
  }),
  'quiz/no-answer': entry<{ question: string; prompt: string; listed: string | null; right: boolean; ordered: boolean; colonless: string | null; seen?: { kind: 'line' | 'truth' | 'table'; words: string } }>({
    severity: 'error',
    message: ({ question, prompt, listed }) => `Question ${question} (“${prompt}”) has neither an answer nor options.${listed === null ? '' : ' The entries listed in it have no brackets, so they are part of the question.'}`,
    help: ({ listed, right, ordered, colonless, seen }) =>
      seen !== undefined
        ? answerFor[seen.kind](seen.words)
        : colonless !== null
        ? `Put a colon behind the letter or word that begins each part, each on a line of its own: ${colonless}:`
        : listed === null
          ? 'Add a model answer on its own line (A: …), or options (- (x) … and - ( ) …).'
          : right
            ? `Put brackets before every entry, with an x in those of the right one: - (x) ${listed}`
            : `Put brackets before every entry, with an x in those of the right one: - ( ) ${listed}${ordered ? ' — or, if these are steps to be put in order, write above them: Order:' : ''}`,
    why: 'Without an answer the question can be neither marked nor compared with a model.',
    wrong: '1. Q: Why does depth matter?',
    right: '1. Q: Why does depth matter?\n   A: Because layers build on each other.',
  }),
  'quiz/no-question': entry<{ label: string }>({
    severity: 'error',
    message: ({ label }) => `“${label}” stands here without a question before it.`,
    help: () => 'Put the question above it: Q: …',
    why: 'What belongs to no question is shown to nobody.',
    wrong: '## Quiz\n\nA: Because layers build on each other.',
    right: '## Quiz\n\nQ: Why does depth matter?\nA: Because layers build on each other.',
  }),
  'quiz/empty-question': entry<{ question: string }>({
    severity: 'error',
    message: ({ question }) => `Question ${question} has no text.`,
    help: () => 'Write the question after the label: Q: …',
    why: 'Learners would see options or an answer box without knowing what is asked.',
    wrong: '1. Q:\n   A: Because layers build on each other.',
    right: '1. Q: Why does depth matter?\n   A: Because layers build on each other.',
  }),
  'quiz/no-why': entry<{ question: string }>({
    severity: 'warning',
    message: ({ question }) => `Question ${question} explains nothing after it is answered.`,
    help: () => 'Add one sentence: Why: …',
    why: 'Learners learn far more from an explained answer than from right or wrong alone.',
    wrong: '1. Q: True or false: HTTPS uses port 80.\n   A: False.',
    right: '1. Q: True or false: HTTPS uses port 80.\n   A: False.\n   Why: 80 is HTTP; HTTPS uses 443.',
  }),
  'quiz/tf-as-text': entry<{ question: string; answer: string }>({
    severity: 'info',
    message: ({ question, answer }) => `Question ${question} is read as true/false, because its answer is just “${answer}”.`,
    help: () => 'If you want a written reply, add: Type: short answer',
    why: 'A single true/false word as the answer is almost always meant as a choice, but not always.',
    wrong: '1. Q: Is HTTPS encrypted?\n   A: True.\n   Why: It runs over TLS.',
    right: '1. Q: True or false: HTTPS is encrypted.\n   A: True.\n   Why: It runs over TLS.',
  }),
  'quiz/only-self-marked': entry<{ selfMarked: number; all: number }>({
    severity: 'warning',
    message: ({ selfMarked, all }) =>
      selfMarked === all
        ? `${all === 1 ? 'The only question here is' : `All ${all} questions are`} marked by the learners themselves, so there is no score to report.`
        : `${selfMarked} of ${all} questions are marked by the learners themselves; the score rests on the other ${all - selfMarked === 1 ? 'one' : all - selfMarked}.`,
    help: () => 'Give more questions options (- (x) … and - ( ) …); a written answer is compared with the model by the learner and counts for completion only.',
    why: 'A score that rests on one question is right or wrong by luck.',
    wrong: '## Quiz\n\n1. Q: Why does depth matter? A: Layers build on each other. Why: Features compose.',
    right: '## Quiz\n\n1. Q: Why does depth matter?\n   - (x) Layers build on each other\n   - ( ) It saves memory\n\n   Why: Features compose.',
  }),
  'quiz/answer-in-prompt': entry<{ question: string; option: string }>({
    severity: 'warning',
    message: ({ question, option }) => `The correct option of question ${question}, “${option}”, already stands in the question.`,
    help: () => 'Ask without the word, or let a wrong option share it.',
    why: 'Learners who know nothing find the answer by reading the question.',
    wrong: '1. Q: What does a gradient check compare the gradient with?\n   - (x) gradient\n   - ( ) loss',
    right: '1. Q: What is compared in a gradient check?\n   - (x) Two slopes\n   - ( ) Two losses',
  }),
  'quiz/longest-is-right': entry<{ longest: number; all: number }>({
    severity: 'info',
    message: ({ longest, all }) => `In ${longest} of ${all} questions the correct option is the longest.`,
    help: () => 'Shorten some correct options or lengthen wrong ones.',
    why: 'Learners who are used to tests notice, and choose the longest without reading.',
    wrong: 'Four questions whose right option is always the long, careful one',
    right: 'Right options of all lengths',
  }),
  'quiz/all-of-the-above': entry<{ option: string }>({
    severity: 'info',
    message: ({ option }) => `Options are shuffled, so “${option}” is kept at the end.`,
    help: ({ option }) => `Write it yourself to silence this note: ${option} (last)`,
    why: '“Above” means nothing when the order changes from learner to learner.',
    wrong: '- ( ) All of the above',
    right: '- ( ) All of the above (last)',
  }),
  'quiz/points': entry<{ value: string }>({
    severity: 'error',
    message: ({ value }) => `“${value}” is not a number of points.`,
    help: () => 'Write a number of 0 or more: Points: 2',
    why: 'Points decide the score.',
    wrong: 'Points: two',
    right: 'Points: 2',
  }),
  'quiz/value': entry<{ label: string; value: string; choices: string }>({
    severity: 'error',
    message: ({ label, value }) => `“${value}” is no value for “${label}”.`,
    help: ({ label, choices }) => `Write ${label} ${choices}`,
    why: 'A value that is not understood would be ignored without anybody noticing.',
    wrong: 'Attempts: often',
    right: 'Attempts: 3',
  }),
  'quiz/select-differs': entry<{ question: string; value: string; correct: number; round: boolean }>({
    severity: 'error',
    message: ({ question, value, correct, round }) =>
      `Question ${question} says “Select: ${value}”, but ${round ? 'the round brackets of its options allow one answer' : `${correct} of its options ${correct === 1 ? 'is' : 'are'} marked as correct`}.`,
    help: ({ correct, round }) =>
      round ? 'Write [x] and [ ] on every option, or delete the line with Select:' : correct === 1 ? 'Write Select: one' : `Write Select: exactly ${correct}, or Select: all that apply`,
    why: 'Learners could never give the full answer.',
    wrong: '- [x] GGUF\n- [x] ONNX\n- [ ] JSONL\n\nSelect: exactly 3',
    right: '- [x] GGUF\n- [x] ONNX\n- [ ] JSONL\n\nSelect: exactly 2',
  }),
  'quiz/answer-letter': entry<{ question: string; value: string; letters: string }>({
    severity: 'error',
    message: ({ question, value, letters }) => `Question ${question} has the options ${letters}, but its answer is “${value}”.`,
    help: () => 'Name the letter of the right option: Answer: B',
    why: 'With lettered options the answer line says which one is right.',
    wrong: 'Q: Which port is HTTPS?\nA) 80\nB) 443\nAnswer: D',
    right: 'Q: Which port is HTTPS?\nA) 80\nB) 443\nAnswer: B',
  }),
  'quiz/marked-option': entry<{ question: string; option: string; sign: string }>({
    severity: 'warning',
    message: ({ question, option, sign }) => `Learners see “${option}” in question ${question}, and “${sign}” at its end looks like the mark of the right answer.`,
    help: ({ sign }) => `Delete “${sign}”: the brackets or the answer line say which option is right.`,
    why: 'Words and signs of an option are shown as they stand, so this one would give the answer away. They mark the right option only where nothing else does.',
    wrong: 'Q: Which port is HTTPS?\nA) 80\nB) 443 (correct)\nAnswer: B',
    right: 'Q: Which port is HTTPS?\nA) 80\nB) 443\nAnswer: B',
  }),
  'quiz/label-twice': entry<{ question: string; label: string; line: number }>({
    severity: 'error',
    message: ({ question, label, line }) => `Question ${question} has “${label}” twice; the first is on line ${line}.`,
    help: () => 'Join the two, or delete one.',
    why: 'Only one of them could be shown.',
    wrong: 'Q: Why does depth matter?\nA: Features compose.\nWhy: One.\nWhy: Two.',
    right: 'Q: Why does depth matter?\nA: Features compose.\nWhy: One. Two.',
  }),
  'quiz/unused-text': entry<{ words: string; more: number }>({
    severity: 'warning',
    message: ({ words, more }) => `“${words}” stands in the quiz but belongs to no question, so learners do not see it${more === 0 ? '' : `, nor the ${more === 1 ? 'paragraph' : `${more} paragraphs`} below it`}.`,
    help: () => 'Put it into a question, above the quiz heading, or after a label such as Why:',
    why: 'A quiz is shown question by question. Words before the first question, or after the options without a label, have no place there.',
    wrong: 'Q: Which port is HTTPS?\n\n- (x) 443\n- ( ) 80\n\n80 is HTTP.',
    right: 'Q: Which port is HTTPS?\n\n- (x) 443\n- ( ) 80\n\nWhy: 80 is HTTP.',
  }),
  'quiz/outside-quiz': entry<{ label: string; more: number; asked: boolean }>({
    severity: 'warning',
    message: ({ label, more, asked }) =>
      `“${label}” stands outside a quiz, ${asked ? 'so it is asked for practice and does not count' : 'so it is shown as ordinary text, its answer too'}.${more === 0 ? '' : ` ${more} more like it ${more === 1 ? 'follows' : 'follow'} in this section.`}`,
    help: () => 'Put the question below a heading of its own: ## Quiz',
    why: 'In a quiz section questions count for the score. In the reading text a question with its answer is asked for practice; in lists of objectives, terms and references nothing is asked at all.',
    wrong: '## Core content\n\nQ: Which port is HTTPS?\nA: 443',
    right: '## Quiz\n\nQ: Which port is HTTPS?\nA: 443\nWhy: 80 is HTTP.',
  }),
  'quiz/inline-check': entry<{ question: string; more: number }>({
    severity: 'info',
    message: ({ question, more }) => `“${question}” is asked here, in the middle of the text, for practice.${more === 0 ? '' : ` So ${more === 1 ? 'is one more question' : `are ${more} more questions`} of this section.`}`,
    help: () => 'To count for the score it needs a line with Points: 1. To show it as text, put a backslash before the colon: Q\\: …',
    why: 'A question with its answer is never shown as plain text, which would give the answer away.',
    wrong: '## Core content\n\nQ: Which port is HTTPS?\nA: 443',
    right: '## Core content\n\nQ\\: Which port is HTTPS?\nA\\: 443',
  }),
  'quiz/not-used': entry<{ label: string; value: string; where: keyof typeof notUsed }>({
    severity: 'warning',
    message: ({ label, value, where }) => `“${`${label} ${value}`.trim()}” ${notUsed[where]}.`,
    help: ({ where }) => (where === 'inside' ? 'Move the line above the first question, right below the quiz heading.' : 'Delete it.'),
    why: 'A setting that does nothing would be relied upon by its author.',
    wrong: 'Q: Why does depth matter?\nA: Layers build on each other.\nPoints: 2',
    right: 'Q: Why does depth matter?\nA: Layers build on each other.',
  }),
  'quiz/two-answers': entry<{ question: string; label: string; value: string; option: string }>({
    severity: 'error',
    message: ({ question, label, value, option }) => `Question ${question} marks “${option}” as correct, but says “${label} ${value}”.`,
    help: ({ label }) => `Delete the line with ${label}, or write Why: if it explains the answer.`,
    why: 'With brackets the mark decides. A second answer beside it is either a contradiction or an explanation under the wrong label.',
    wrong: 'Q: Which port is HTTPS?\n\n- (x) 443\n- ( ) 80\n\nA: 80',
    right: 'Q: Which port is HTTPS?\n\n- (x) 443\n- ( ) 80',
  }),
  'quiz/plain-options': entry<{ question: string; value: string }>({
    severity: 'warning',
    message: ({ question, value }) => `Question ${question} is read as one with a written answer, although “${value}” is one of the entries listed in it.`,
    help: ({ value }) => `If learners are to choose, put brackets before every entry: - (x) ${value}`,
    why: 'What kind of question it is depends on brackets or letters, never on a guess.',
    wrong: 'Q: Which port is HTTPS?\n\n- 443\n- 80\n\nA: 443',
    right: 'Q: Which port is HTTPS?\n\n- (x) 443\n- ( ) 80',
  }),
  'quiz/no-graded': entry<{ passMark: string }>({
    severity: 'error',
    message: ({ passMark }) => `Passing needs ${passMark}, but no question is marked automatically, so nobody could pass.`,
    help: () => 'Give at least one question options (- (x) … and - ( ) …), or delete the passing score.',
    why: 'Written answers are compared with the model by the learner and give no points.',
    wrong: 'Passing score: 80%, and only written answers in the quiz',
    right: 'Passing score: 80%, and a question with options',
  }),
  'quiz/few-graded': entry<{ passMark: string; graded: number; selfMarked: number; least: number; key: string }>({
    severity: 'error',
    message: ({ passMark, graded, selfMarked, least }) =>
      `${passMark === 'a passed quiz' ? 'A passed quiz' : `The pass mark of ${passMark}`} would rest on ${graded === 1 ? 'one graded question' : `${graded} graded questions`}${selfMarked === 0 ? '' : ` (${selfMarked} more ${selfMarked === 1 ? 'is' : 'are'} marked by the learners themselves)`}; at least ${least} are expected.`,
    help: ({ graded, key }) => `Add questions with options or another answer that can be graded, drop the pass mark, or accept it: ${key}: ${graded}`,
    why: 'With a single question a slip or a lucky guess decides who has passed, and the report will not say so. Two graded questions are asked for; the number can be raised or lowered where that is meant.',
    wrong: 'Pass: 80%, above one true/false question and four short answers',
    right: 'Pass: 80%, above four questions with options',
  }),
};
