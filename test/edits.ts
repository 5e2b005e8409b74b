/** Random changes of a lesson, of the kind that authors and programs make: for tests that hold for every text. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';

/** Lessons by many hands, as the test folders have them. */
export const fixtures: readonly { name: string; text: string }[] = [
  ...readdirSync('test/lessons').filter((name) => /\.(?:md|txt)$/.test(name)).map((name) => join('test/lessons', name)),
  'test/browser/courses/every-item/baking.md',
  'content/every-question/l1-bicycle-check.md',
].map((name) => ({ name, text: readFileSync(name, 'utf8') }));

/** What may be put anywhere: marks of Markdown and of lessons, whole or half. */
const SNIPPETS = [
  '\n', '\n\n', '  \n', '\r\n', '\t', '    ', '# ', '## ', '- ', '* ', '+ ', '1. ', '1) ', '> ', '> [!NOTE]\n', '```\n', '~~~', '---\n', '===\n', '***', '**', '__', '_', '`', '``', '$$', '[', ']', '[[', ']]', '( ) ', '(x) ', '[x] ', '[X] ', '- ( ) ', '- (x) ', '- [ ] ',
  '##Key terms\n', '1.One\n2.Two\n', '::reveal[', '> [NOTE]\n', '| a |\n| b |\n', '$x^2$', '\\(a_1\\)', '{~a =b}', '[(X)] a\n', '] (', ')[', '[*] ', 'Why It is. ', 'Pass 80%\n', 'Predict: x\n', '\nSLIDE 3 — Three\n', '<!-', 'Q: ', 'A: ', 'Why: ', '**Q:** ', 'Question: ', 'Hint: ', 'Points: 2 · ', 'Objective: 1', 'Id: x', 'Match:\n', 'Order:\n', ' → ', ' — ', '[SLIDE 2 — Two]', '[SHOW 1] ', '[^1]', '[^1]: note', '[a]: b\n', '![x](y.png)', '<b>', '<!--', '-->', '<details>', ':::', ':::reveal\n', ':::\n', '| a | b |\n| - | - |\n', '\\', '\\.', '&nbsp;', '\u00a0', '\u200b', '\ufeff', '\u202e', '•', '１．', 'é', '語', '\ud83d', '🙂', '{', '}', '/(a+)+/',
];

const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(200)), insert: fc.oneof(fc.constantFrom(...SNIPPETS), fc.constant('')) });

/** A fixture with some places changed. */
export const editedLesson: fc.Arbitrary<{ name: string; text: string }> = fc.record({ lesson: fc.constantFrom(...fixtures), edits: fc.array(edit, { minLength: 1, maxLength: 6 }) }).map(({ lesson, edits }) => ({
  name: lesson.name,
  text: edits.reduce((text, { at, cut, insert }) => {
    const from = Math.floor(at * text.length);
    return text.slice(0, from) + insert + text.slice(from + cut);
  }, lesson.text),
}));
