/** Messages about code blocks: language, marked lines, width. */
import { entry } from './entry.ts';

export const code = {
  'code/unknown-language': entry<{ language: string; near: string }>({
    severity: 'info',
    message: ({ language, near }) => `There are no colours for the language “${language}”. Did you mean “${near}”?`,
    help: ({ near }) => `Write \`\`\`${near}, or \`\`\`text to leave the code without colours.`,
    why: 'Code is coloured by its language while the course is built. A misspelt name leaves it grey.',
    wrong: '```pyhton\nprint("hello")\n```',
    right: '```python\nprint("hello")\n```',
  }),
  'code/lines': entry<{ written: string; count: number }>({
    severity: 'warning',
    message: ({ written, count }) => `“${written}” does not name lines of this code, which has ${count}.`,
    help: () => 'Count from 1: {2} marks a line, {2,4-6} several.',
    why: 'Nothing is marked where the numbers point to no lines, and learners would look for it in vain.',
    wrong: '```python {4}\na = 1\nb = 2\n```',
    right: '```python {2}\na = 1\nb = 2\n```',
  }),
  'code/word': entry<{ word: string }>({
    severity: 'warning',
    message: ({ word }) => `“${word}” means nothing behind the language of a code block.`,
    help: () => 'Possible are lines to mark, {2,4-6}, a title, title="train.py", and diff.',
    why: 'The words there direct how the code is shown; one that is not understood would do nothing.',
    wrong: '```python showLineNumbers\na = 1\n```',
    right: '```python {1}\na = 1\n```',
  }),
  'code/long-line': entry<{ length: number; limit: number }>({
    severity: 'warning',
    message: ({ length, limit }) => `A line of this code has ${length} characters; beyond ${limit} it has to be scrolled sideways.`,
    help: () => 'Break the line.',
    why: 'A page shows about 75 characters of code beside each other, a phone 40. What is further right is easily overlooked.',
    wrong: '```\none line that goes on and on …\n```',
    right: '```\none line \\\n  that goes on\n```',
  }),
};
