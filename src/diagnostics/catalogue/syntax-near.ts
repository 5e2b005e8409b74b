/** Messages about lines that lack one sign to be the Markdown they were meant as. */
import { entry } from './entry.ts';

const quoted = (words: string) => `“${words}”`;
const linkOrPicture = (words: string): string => (words.startsWith('!') ? 'picture' : 'link');
const others = (count: number, what: string): string => (count === 0 ? '' : ` So ${count === 1 ? `does one more ${what}` : `do ${count} more ${what}s`} here.`);

export const syntaxNear = {
  'syntax/heading-space': entry<{ marks: string; words: string }>({
    severity: 'error',
    message: ({ marks, words }) => `${quoted(marks + words)} is no heading: a space is missing behind the ${marks.startsWith('＃') ? 'marks, or they are full-width ones' : marks.length === 1 ? 'number sign' : 'number signs'}.`,
    help: ({ marks, words }) => `${'#'.repeat(marks.length)} ${words}`,
    fix: ({ marks }) => `${'#'.repeat(marks.length)} `,
    why: 'Without the space Markdown shows the signs as text, and everything below belongs to the section before: a quiz would be printed with its answers.',
    wrong: '##Quiz\n\n1. Q: Which port is HTTPS?',
    right: '## Quiz\n\n1. Q: Which port is HTTPS?',
  }),
  'syntax/bold-heading': entry<{ words: string; more: number }>({
    severity: 'info',
    message: ({ words, more }) => `${quoted(words)} is a line in bold type, and looks like a heading.${others(more, 'line')}`,
    help: ({ words }) => `### ${words}`,
    fix: ({ words }) => `### ${words}`,
    why: 'Screen-reader users move from heading to heading, and learners find their way by the list of parts. Bold type is in neither.',
    wrong: '**Scrub the hub**\n\nScrub for 15 seconds.',
    right: '### Scrub the hub\n\nScrub for 15 seconds.',
  }),
  'syntax/list-space': entry<{ mark: string; written: string; words: string; more: number }>({
    severity: 'warning',
    message: ({ mark, written, words, more }) => (mark === written ? `${quoted(mark + words)} looks like an entry of a list, but the space behind ${quoted(mark)} is missing.${others(more, 'line')}` : `${quoted(`${written} ${words}`)} looks like an entry of the list, but the sign behind the number is missing, so it is read as part of the entry above.`),
    help: ({ mark, words }) => `${mark} ${words}`,
    fix: ({ mark, written }) => (mark === written ? `${mark} ` : mark),
    why: 'Markdown needs a space behind the dash or the number. Without it the lines run together into one paragraph.',
    wrong: '1.Collect\n2.Filter\n3.Report',
    right: '1. Collect\n2. Filter\n3. Report',
  }),
  'syntax/block-colons': entry<{ name: string; colons: string }>({
    severity: 'error',
    message: ({ name, colons }) => `${quoted(colons + name)} has ${colons.length === 1 ? 'one colon' : 'two colons'}; a block begins with three.`,
    help: ({ name }) => `:::${name}`,
    fix: ({ name }) => `:::${name}`,
    why: 'Fewer than three colons are ordinary text, so that what belongs to the block, private parts included, would be shown as it stands.',
    wrong: '::reveal[The solution]\nFour.\n:::',
    right: ':::reveal[The solution]\nFour.\n:::',
  }),
  'syntax/block-content': entry<{ name: string; empty: boolean }>({
    severity: 'warning',
    message: ({ name, empty }) => (empty ? `Nothing stands between ${quoted(`:::${name}`)} and its end.` : `${quoted(`:::${name}`)} has no numbered steps, so there is nothing to open one by one.`),
    help: ({ empty }) => (empty ? 'Write something between the two lines of colons, or delete both.' : 'Number the steps (1. …, 2. …), or write :::reveal for what is opened all at once.'),
    why: 'A block opens its contents when the learner asks for them: an example step by step, in the order of its numbers.',
    wrong: ':::example[Counting]\nFour words of 2,048 make 44 bits.\n:::',
    right: ':::example[Counting]\nFour words of 2,048.\n\n1. Each word is 11 bits.\n2. Four make 44.\n:::',
  }),
  'syntax/broken-callout': entry<{ written: string; kind: string; problem: 'mark' | 'outside' | 'empty' }>({
    severity: 'error',
    message: ({ written, problem }) =>
      problem === 'empty' ? `Nothing stands in the callout ${quoted(written)}.` : problem === 'outside' ? `${quoted(written)} is a callout only inside a quotation.` : `${quoted(written)} looks like a callout, but its mark is written in another way.`,
    help: ({ kind, problem }) => (problem === 'empty' ? 'Begin each line that belongs to it with > , the first one right below the mark.' : `> [!${kind}] on a line of its own, and each line of the text behind a > too`),
    fix: ({ kind, problem }) => (problem === 'mark' ? `[!${kind}]` : null),
    why: 'A callout that is not recognised shows its mark to learners, and is no callout.',
    wrong: '> [WARNING]\n> Never send a password by mail.',
    right: '> [!WARNING]\n> Never send a password by mail.',
  }),
  'syntax/open-comment': entry<{ problem: 'open' | 'mark' | 'nested'; last: number }>({
    severity: 'error',
    message: ({ problem, last }) =>
      problem === 'open' ? `This comment is never closed; everything to line ${last} could be lost, or shown to learners.` : problem === 'mark' ? 'This is no comment: it begins with <! and two dashes, and ends with two dashes and >. Learners would read it.' : 'A comment begins inside this one. It ends with the first -->, and learners would read the rest.',
    help: ({ problem }) => (problem === 'nested' ? 'Delete the inner <!-- and its -->.' : '<!-- words for yourself -->'),
    why: 'Comments are private. One without an end hides the rest of the lesson, and one with a slip is printed.',
    wrong: 'Passwords are hashed. <!-- check the number again\n\nMore text.',
    right: 'Passwords are hashed. <!-- check the number again -->\n\nMore text.',
  }),
  'syntax/link-slip': entry<{ words: string; right: string; problem: 'apart' | 'reversed' | 'open' | 'no-address' | 'no-words' }>({
    severity: 'warning',
    message: ({ words, problem }) =>
      `${quoted(words)} ${{ apart: `is no ${linkOrPicture(words)}: the brackets must touch`, reversed: `is no ${linkOrPicture(words)}: the square brackets come first`, open: `is no ${linkOrPicture(words)}: its round bracket is never closed`, 'no-address': 'leads nowhere: no address stands in its brackets', 'no-words': 'has no words that learners could see' }[problem]}.`,
    help: ({ right }) => right,
    fix: ({ right, problem }) => (problem === 'no-address' || problem === 'no-words' ? null : right),
    why: 'Words in square brackets and the address in round ones right behind them make a link. Otherwise learners see the brackets.',
    wrong: 'See the [guide] (https://pages.nist.gov/800-63-4/).',
    right: 'See the [guide](https://pages.nist.gov/800-63-4/).',
  }),
  'table/not-a-table': entry<{ cells: number; found: number }>({
    severity: 'warning',
    message: ({ cells, found }) => (found === 0 ? 'These lines are no table: the line of dashes below the first one is missing.' : `These lines are no table: the first has ${cells} cells, the line of dashes below it ${found}.`),
    help: ({ cells }) => `Put below the first line: |${' --- |'.repeat(cells)}`,
    why: 'Markdown makes a table only of a first line and a line of dashes with as many cells. Otherwise learners see bars between words.',
    wrong: '| Tool | For |\n| Hammer | Nails |',
    right: '| Tool | For |\n| --- | --- |\n| Hammer | Nails |',
  }),
  'math/other-marks': entry<{ written: string; inner: string }>({
    severity: 'warning',
    message: ({ written }) => `${quoted(written)} looks like a formula, but is shown as it is written.`,
    help: ({ inner }) => `$$${inner}$$`,
    fix: ({ inner }) => `$$${inner}$$`,
    why: 'A single dollar is money here, and a bracket behind a backslash is just a bracket. Formulas stand between double dollars.',
    wrong: 'A square has the area $a^2$.',
    right: 'A square has the area $$a^2$$.',
  }),
};
