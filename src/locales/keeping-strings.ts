/** Words about the learner's work: what is confirmed, what is owed, where it is kept, and the receipt. */

export interface KeepingStrings {
  /** Heads the rest in the help. Times are short. */
  yourRecord: string;
  confirmedNever: string;
  confirmedAt(time: string): string;
  /** It was asked for what it confirmed, and gave it back. */
  confirmedBack(time: string): string;
  owedNothing: string;
  owedAnswers(count: number): string;
  owedRest: string;
  keptUntilThen: string;
  keptNowhere: string;
  /** The LMS has refused for a while. */
  troubled: string;
  receipt: string;
  receiptWhy: string;
}
