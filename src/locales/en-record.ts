/** The words of results and of the learner's record in English: they come with the second script. */
import type { RecordWords } from './strings.ts';

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
/** Shares of a point come from partly right answers. */
const number = (value: number): string => new Intl.NumberFormat('en', { maximumFractionDigits: 2 }).format(value);
const percent = (share: number): string => `${Math.round(share * 100)}%`;
const statusWords = { passed: 'passed', failed: 'not passed', completed: 'completed', incomplete: 'not finished yet' } as const;

function duration(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = Math.round(seconds % 60);
  const words = [...(minutes > 0 ? [counted(minutes, 'minute', 'minutes')] : []), ...(rest > 0 || minutes === 0 ? [counted(rest, 'second', 'seconds')] : [])];
  return words.join(' ');
}

export const recordWords: RecordWords = {
  quiz: {
    attempt: (number, of) => `Attempt ${number} of ${of}`,
    checkedAtEnd: 'Answers are checked at the end',
    notShown: 'Right answers are not shown',
    shownOncePassed: 'The right answer is shown once you have passed',
    before: 'Before you start',
    duration,
    intro: (time) => `You have ${time} for these questions. When the time is over, your answers are handed in as they are.`,
    strict: 'The time cannot be extended.',
    howLong: 'How much time do you want?',
    standard: 'Standard',
    times: (factor) => `${factor} ×`,
    noLimit: 'No limit',
    start: 'Start',
    timeLeft: 'Time left',
    left: (time) => `${time} left`,
    hideClock: 'Hide clock',
    showClock: 'Show clock',
    moreTime: 'More time',
    added: (time) => `${time} added`,
    review: 'Review your answers',
    stillOpen: (count) => (count === 0 ? 'Every question is answered. You can still change any answer.' : `${counted(count, 'question has', 'questions have')} no answer yet. You can still change any answer.`),
    handIn: 'Hand in answers',
    timeUp: 'The time is over. Your answers were handed in.',
    again: (left) => (left === null ? 'Try again' : `Try again (${counted(left, 'attempt', 'attempts')} left)`),
  },
  results: {
    score: (share, mark, soFar) => `You scored ${percent(share)}${soFar ? ' so far' : ''}${mark === null ? '' : ` — pass mark ${percent(mark)}`}`,
    points: (points, of) => `${number(points)} of ${counted(of, 'point', 'points')}`,
    unscored: 'You have reached the end of the questions',
    passed: 'Passed',
    failed: 'Not passed',
    remaining: (count) => `${counted(count, 'question', 'questions')} still to answer`,
    objectives: 'Score per objective',
    objective: (points, of) => `${number(points)} of ${of}`,
    questions: 'Your answers',
    right: 'Correct',
    wrong: 'Not correct',
    reported: 'What was reported',
    recorded: (facts) =>
      `Reported to your LMS: ${statusWords[facts.status]}${facts.percent === null ? '' : `, ${percent(facts.percent)}`}.`,
    confirmed: (facts) => `Confirmed by your LMS: ${statusWords[facts.status]}${facts.percent === null ? '' : `, ${percent(facts.percent)}`}.`,
    lmsSays: (facts) => `Your LMS itself shows: ${statusWords[facts.status]}${facts.percent === null ? '' : `, ${percent(facts.percent)}`}.`,
    notRecorded: 'Nothing was reported: this page is not connected to an LMS.',
    backToReading: 'Back to reading',
    course: 'The whole course',
    readAgain: (title) => `Read again: ${title}`,
    practise: 'Practise missed questions',
    practiceNote: 'For practice only: nothing here is recorded or changes your score.',
    calibration: (sure, right) => `Of ${counted(sure, 'answer', 'answers')} you were sure of, ${right} ${right === 1 ? 'was' : 'were'} right.`,
    wrongButSure: 'Not correct, though you were sure',
    certificate: 'Certificate',
  },
  record: {
    saved: 'Saved',
    notSaved: 'Not saved – we will keep trying',
    noLms: 'Not recorded',
    kept: 'Kept in this browser',
    keptHere: 'Nothing is recorded: your place and answers are kept in this browser only.',
    preview: 'Preview: nothing is recorded, because no LMS was found.',
    refused: 'Your LMS did not open this course, so nothing is recorded.',
    review: 'You are looking at this course again. Nothing you do here changes your record.',
    closed: 'Your work is saved, but this course is closed now. Reopen it from your LMS to go on.',
    lost: 'Your earlier place and answers here could not be read, so this visit begins at the start. What your LMS already shows as passed or completed stays.',
    elsewhere: 'This course was opened in another window.',
    continueThere: 'Continue there.',
    continueHere: 'Continue here instead',
    stoppedAt: (title, number, of) => `You stopped at “${title}” (section ${number} of ${of}).`,
    stoppedAtQuestion: (number, of) => `You stopped at question ${number} of ${of}.`,
    stoppedIn: (view) => `You stopped at “${view}”.`,
    resume: 'Continue',
    startAgain: 'Start again',
    nextLesson: (title) => `Next lesson: ${title}`,
    nextComes: 'On to the next lesson',
    nextInMenu: 'If it does not open by itself, choose it in your LMS’s list of lessons.',
    unavailable: 'A part of this page could not be loaded. Check your connection and try again.',
    goodbye: 'Goodbye for now',
    closeWindow: 'You can close this window.',
    goodbyeSaved: 'Your work is saved.',
    goodbyeUnsaved: 'Your LMS did not confirm the last save.',
    goodbyeNotRecorded: 'Nothing was recorded, because no LMS was found.',
    goodbyeKept: 'Your place and answers are kept in this browser. Nothing was recorded.',
    goodbyePending: 'Your work is being saved …',
    yourRecord: 'Your record',
    confirmedNever: 'Your LMS has confirmed nothing new in this visit.',
    confirmedAt: (time) => `Your LMS confirmed at ${time} that it has saved your work.`,
    confirmedBack: (time) => `Your LMS confirmed at ${time} that it has saved your work, and gave it back when asked.`,
    owedNothing: 'Nothing is waiting to be saved.',
    owedAnswers: (count) => `${counted(count, 'answer is', 'answers are')} not confirmed by your LMS yet.`,
    owedRest: 'What you have read is not confirmed by your LMS yet.',
    keptUntilThen: 'It is kept in this browser and sent when you open the course here again.',
    keptNowhere: 'This browser may not keep it: leave the page open, or save a receipt.',
    troubled: 'Your LMS does not confirm that it saves your work. We keep trying.',
    receipt: 'Save a receipt',
    receiptWhy: 'A receipt is a file for those who keep your training record. It says what you did here and when, and not how you answered.',
  },
};
