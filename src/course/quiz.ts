/** How the questions of a lesson are taken together: what the preamble of its quiz says. */
export interface QuizRules {
  /** Tries of the whole quiz; 0 = unlimited. */
  attempts: number;
  /** When the learner hears what was right: at once, after the last question, or not here. */
  feedback: 'immediate' | 'end' | 'never';
  /** `strict`: nobody may choose more time (an exception that an author has to justify). */
  timeLimit: { seconds: number; strict: boolean } | null;
  /** The questions come in another order for each learner. */
  shuffle: boolean;
}

/** Of a quiz without a preamble. */
export const PLAIN_QUIZ: QuizRules = { attempts: 0, feedback: 'immediate', timeLimit: null, shuffle: false };
