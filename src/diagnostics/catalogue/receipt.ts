/** Messages about a learner's receipt that is verified. */
import { entry } from './entry.ts';

export const receipt = {
  'receipt/unreadable': entry<{ name: string; reason: string }>({
    severity: 'error',
    message: ({ name, reason }) => `“${name}” cannot be verified: ${reason}.`,
    help: () => 'Ask the learner for the file again, as it was saved: opened in another program and stored anew, it may have changed.',
    why: 'A receipt is one file of JSON, named receipt-<course>.json when it is saved. Programs that open it may store it in another form, and a mail may cut it off.',
    wrong: 'lectern verify receipt.pdf',
    right: 'lectern verify receipt-my-course.json --package packages/my-course-scorm2004.zip',
  }),
};
