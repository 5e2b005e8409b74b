/** Messages about lessons written in Word. */
import { entry } from './entry.ts';

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;

export const word = {
  'word/not-carried': entry<{ what: string }>({
    severity: 'warning',
    message: ({ what }) => `Here stands ${/^[aeiou]/.test(what) ? 'an' : 'a'} ${what}, which is not carried over: learners would not see it.`,
    help: ({ what }) => `In Word: make a picture of the ${what} (cut it, then Paste Special, PNG), and describe it in its alt text.`,
    why: 'Equations, charts, diagrams and embedded documents are drawn by Word itself. The course has no Word, so it can show only what is text, a table or a picture.',
    wrong: 'a chart made with Insert, Chart',
    right: 'the same chart, pasted as a picture, with an alt text',
  }),
  'word/tracked-changes': entry<{ insertions: number; deletions: number }>({
    severity: 'warning',
    message: ({ insertions, deletions }) => `This document holds changes that nobody has accepted or rejected: ${[...(insertions === 0 ? [] : [`${count(insertions, 'insertion')} ${insertions === 1 ? 'is' : 'are'} in the course`]), ...(deletions === 0 ? [] : [`${count(deletions, 'deletion')} ${deletions === 1 ? 'is' : 'are'} left out`])].join(', ')}. The first is here.`,
    help: () => 'In Word: Review, then Accept All Changes, or go through them one by one.',
    why: 'The course is built as if all changes had been accepted. That may be what you want, but nobody has decided it yet.',
    wrong: 'a document sent back with Track Changes on',
    right: 'the same document, its changes accepted or rejected',
  }),
  'word/comments': entry<{ comments: number }>({
    severity: 'info',
    message: ({ comments }) => `${comments === 1 ? 'A comment stays' : `${comments} comments stay`} in Word; learners do not see ${comments === 1 ? 'it' : 'them'}. ${comments === 1 ? 'It' : 'The first'} is here.`,
    help: () => 'If nothing in them is left to do, nothing needs to be done.',
    why: 'Comments are talk between those who write. An open one may mean that the text beside it is not final.',
    wrong: 'a comment “Check this number!” in a lesson that is built',
    right: 'the number checked, the comment resolved and deleted',
  }),
  'word/machine-alt': entry<{ alt: string }>({
    severity: 'warning',
    message: ({ alt }) => `The description of this picture, “${alt}”, was made by Word and not by you.`,
    help: () => 'In Word: right-click the picture, choose “View Alt Text”, say what the picture is there to show, and delete the sentence about its making.',
    why: 'A program sees a screenshot of a computer; the lesson means the button in it. Nobody but the author knows what a picture is there for.',
    wrong: 'A screenshot of a computer. Description automatically generated',
    right: 'The sign-in page, with the address bar marked',
  }),
};
