/** How the questions of a lesson are taken together: what the preamble of its quiz says. */
export interface QuizRules {
  /** Tries of the whole quiz; 0 = unlimited. */
  attempts: number;
  /** When the learner hears what was right: at once, after the last question, or not here. */
  feedback: 'immediate' | 'end' | 'never';
  /** When somebody who is through with a question and had it wrong may see the right answer and the explanation. */
  review: 'always' | 'after-pass' | 'never';
  /** `strict`: nobody may choose more time (an exception that an author has to justify). */
  timeLimit: { seconds: number; strict: boolean } | null;
  /** The questions come in another order for each learner. */
  shuffle: boolean;
}

/** Of a quiz without a preamble. */
export const PLAIN_QUIZ: QuizRules = { attempts: 0, feedback: 'immediate', review: 'always', timeLimit: null, shuffle: false };

/** Nothing is said of the questions together. */
export function isPlain({ attempts, feedback, review, timeLimit, shuffle }: QuizRules): boolean {
  return attempts === PLAIN_QUIZ.attempts && feedback === PLAIN_QUIZ.feedback && review === PLAIN_QUIZ.review && timeLimit === PLAIN_QUIZ.timeLimit && shuffle === PLAIN_QUIZ.shuffle;
}

/** It is begun, or handed in, as a whole; any other quiz is a row of questions. */
export function isWhole({ attempts, feedback, timeLimit }: QuizRules): boolean {
  return attempts > 0 || feedback !== 'immediate' || timeLimit !== null;
}
