/** Messages about lessons written in Word. */
import { entry } from './entry.ts';

export const word = {
  'word/not-carried': entry<{ what: string }>({
    severity: 'warning',
    message: ({ what }) => `Here stands ${/^[aeiou]/.test(what) ? 'an' : 'a'} ${what}, which is not carried over: learners would not see it.`,
    help: ({ what }) => `In Word: make a picture of the ${what} (cut it, then Paste Special, PNG), and describe it in its alt text.`,
    why: 'Equations, charts, diagrams and embedded documents are drawn by Word itself. The course has no Word, so it can show only what is text, a table or a picture.',
    wrong: 'a chart made with Insert, Chart',
    right: 'the same chart, pasted as a picture, with an alt text',
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
