/** Messages about visuals: fences such as ```flow that are drawn as figures. */
import { entry } from './entry.ts';

const quoted = (words: string): string => `“${words}”`;
const fenced = (kind: string, ...lines: string[]): string => ['```' + kind, ...lines, '```'].join('\n');

const brackets = {
  unclosed: 'This square bracket is never closed.',
  unopened: 'This square bracket closes a group that was never opened.',
  nested: 'A group cannot stand inside another one.',
  empty: 'There is nothing between these square brackets.',
};

const amounts = {
  unread: (written: string) => `${quoted(written)} is no number or stretch of numbers.`,
  'upside-down': (written: string) => `${quoted(written)} ends before it begins.`,
  missing: (written: string) => `${quoted(written)} has no number, but the other lines of this axis have one.`,
  'not-positive': (written: string) => `${quoted(written)} cannot stand on a logarithmic scale, which has no zero.`,
};

export const visual = {
  'visual/empty': entry<{ kind: string }>({
    severity: 'error',
    message: ({ kind }) => `There is nothing in this ${quoted(kind)} to draw.`,
    help: () => 'Write one entry per line between the two lines of backticks, or delete both.',
    why: 'A visual shows the lines between its fences; without any there would be an empty frame.',
    wrong: fenced('facts'),
    right: fenced('facts', 'Backups fail quietly', 'Restoring is the test'),
  }),
  'visual/setting': entry<{ kind: string; words: string; near: string | null; known: string[] }>({
    severity: 'error',
    message: ({ kind, words, near }) => `${quoted(words)} is no setting of ${quoted(kind)}.${near === null ? '' : ` Did you mean ${near}="…"?`}`,
    help: ({ known }) => `Settings stand behind the name, in quotes: ${known.map((name) => `${name}="…"`).join(' ')}`,
    why: 'A setting that is not understood would be left out without a word.',
    wrong: fenced('stages captoin="From simple to whole"', 'edges', 'objects'),
    right: fenced('stages caption="From simple to whole"', 'edges', 'objects'),
  }),
  'visual/value': entry<{ name: string; value: string; choices: string }>({
    severity: 'error',
    message: ({ name, value }) => (name === '@' ? `No line of this axis is called ${quoted(value)}.` : `${quoted(value)} is no value for ${quoted(name)}.`),
    help: ({ name, choices }) => `${name === '@' ? 'Write behind @' : 'Possible'}: ${choices}`,
    why: 'The figure cannot be drawn without knowing what was meant.',
    wrong: fenced('landscape', 'surface: bowll'),
    right: fenced('landscape', 'surface: bowl'),
  }),
  'visual/line': entry<{ kind: string; words: string; expected: string }>({
    severity: 'error',
    message: ({ kind, words }) => `${quoted(words)} is not understood in ${quoted(kind)}.`,
    help: ({ expected }) => `Lines look like this: ${expected}`,
    why: 'Each line becomes a piece of the figure, so that one that is not understood cannot be left out.',
    wrong: fenced('facts', ':: nobody reads the logs'),
    right: fenced('facts', 'Logs :: nobody reads them'),
  }),
  'visual/count': entry<{ kind: string; what: string; count: number; least: number; most: number }>({
    severity: 'error',
    message: ({ kind, what, count, least, most }) => `${quoted(kind)} shows ${least} to ${most} ${what}; here ${count === 1 ? 'is one' : `are ${count}`}.`,
    help: ({ count, most }) => (count > most ? 'Split it into two figures, or put some of it into the text.' : 'Add what is missing, or say it in a sentence instead.'),
    why: 'With more than that a figure cannot be read at a glance, and with less there is nothing to see.',
    wrong: fenced('loop', 'Plan'),
    right: fenced('loop', 'Plan', 'Do', 'Check', 'Act'),
  }),
  'visual/long-label': entry<{ words: string; length: number; most: number }>({
    severity: 'warning',
    message: ({ words, length, most }) => `The label ${quoted(words)} has ${length} characters; up to ${most} are read at a glance.`,
    help: () => 'Write a short label, two colons and the rest: label :: detail',
    why: 'Labels are set large and in small boxes. A sentence belongs into the detail.',
    wrong: fenced('facts', 'When nobody has tried to restore a backup for more than a year it must be treated as if there were none'),
    right: fenced('facts', 'Untried backups :: treat them as if there were none'),
  }),
  'visual/bracket': entry<{ problem: keyof typeof brackets }>({
    severity: 'error',
    message: ({ problem }) => brackets[problem],
    help: () => 'A group looks like this: input → [linear → nonlinearity] → output',
    why: 'Square brackets draw a frame around the boxes between them.',
    wrong: fenced('flow', 'input → [linear → nonlinearity → output'),
    right: fenced('flow', 'input → [linear → nonlinearity] → output'),
  }),
  'visual/amount': entry<{ written: string; problem: keyof typeof amounts }>({
    severity: 'error',
    message: ({ written, problem }) => amounts[problem](written),
    help: ({ problem }) => (problem === 'not-positive' ? 'Add scale=linear behind “axis”, or begin above zero.' : 'Write a number, or two with a dash between them: 100–5K'),
    why: 'The length and place of a bar are its numbers.',
    wrong: fenced('axis', 'Fine-tune: a few hundred', 'Train: 10M–500M'),
    right: fenced('axis', 'Fine-tune: 100–5K', 'Train: 10M–500M'),
  }),
  'visual/status': entry<{ words: string; near: string | null }>({
    severity: 'error',
    message: ({ words, near }) => `${quoted(words)} in square brackets is no status of a file.${near === null ? '' : ` Did you mean ${quoted(near)}?`}`,
    help: () => 'Possible: [ok: words] [danger: words] [warn: words] [note: words] [optional]',
    why: 'The status chooses sign and colour; the words behind it are for everyone who sees neither.',
    wrong: fenced('filetree', 'model.bin [dangerous]'),
    right: fenced('filetree', 'model.bin [danger: can run code]'),
  }),
  'visual/prediction': entry<{ question: string; found: number; right: number }>({
    severity: 'error',
    message: ({ question, found, right }) =>
      `${question === '' ? '“Predict:”' : `The prediction ${quoted(question)}`} ${found < 2 ? `has ${found === 0 ? 'no answers' : 'one answer'} to choose from; it needs two or more` : right === 0 ? 'has no answer marked as what happens' : right > 1 ? `has ${right} answers marked as what happens; it needs exactly one` : 'has no words'}.`,
    help: () => 'Predict: What does the ball do?\n(x) It leaves the map\n( ) It settles',
    why: 'Learners choose what they expect before the ball runs, and read afterwards whether it came true.',
    wrong: fenced('landscape', 'step: 0.4\nPredict: What does the ball do?'),
    right: fenced('landscape', 'step: 0.4\nPredict: What does the ball do?\n(x) It leaves the map\n( ) It settles at the bottom\nWhy: Each step overshoots.'),
  }),
  'visual/in-question': entry<{ kind: string }>({
    severity: 'warning',
    message: ({ kind }) => `A question cannot hold a ${quoted(kind)} figure; its lines would be shown as code.`,
    help: () => 'Put the figure into the text, and let the question speak of it.',
    why: 'Questions consist of text and pictures only, so that every LMS can report them.',
    wrong: '1. Q: Which step is missing?\n\n   ' + '```flow' + '\n   plan → act\n   ' + '```',
    right: '1. Q: Which step is missing between planning and acting?',
  }),
};
