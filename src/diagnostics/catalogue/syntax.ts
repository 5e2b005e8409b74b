/** Messages about the form of a lesson: headings, lists, blocks that do not close or nest too deeply. */
import { entry } from './entry.ts';

const quoted = (words: string) => `“${words}”`;

/** What other tools write as blocks of colons, and Lectern as GitHub's callouts. */
const calloutFor: ReadonlyMap<string, string> = new Map([
  ['note', 'NOTE'], ['info', 'NOTE'], ['tip', 'TIP'], ['hint', 'TIP'], ['success', 'TIP'], ['important', 'IMPORTANT'],
  ['warning', 'WARNING'], ['attention', 'WARNING'], ['caution', 'CAUTION'], ['danger', 'CAUTION'], ['error', 'CAUTION'],
]);

export const syntax = {
  'syntax/heading-jump': entry<{ from: number; to: number }>({
    severity: 'info',
    message: ({ from, to }) => `The heading level jumps from ${from} to ${to}.`,
    help: ({ from }) => `Begin the heading with ${'#'.repeat(from + 1)} instead.`,
    why: 'Screen-reader users move by heading levels; a missing level sounds like a missing part. The lesson is built all the same, with the levels closed up.',
    wrong: '## Core content\n\n#### Hashing',
    right: '## Core content\n\n### Hashing',
  }),
  'syntax/numbering-jump': entry<{ before: number; here: number }>({
    severity: 'info',
    message: ({ before, here }) => `The list goes from ${before} to ${here}.`,
    help: ({ before }) => `Write ${before + 1}. here if nothing is missing. The numbers are shown as you wrote them.`,
    why: 'A gap in a numbered list usually means that an item was lost while copying.',
    wrong: '1. Collect\n2. Filter\n4. Report',
    right: '1. Collect\n2. Filter\n3. Report',
  }),
  'syntax/near-section': entry<{ words: string; name: string }>({
    severity: 'warning',
    message: ({ words, name }) => `${quoted(words)} is no known section. Did you mean ${quoted(name)}?`,
    help: ({ name }) => `Write ${quoted(name)}; as it stands, everything below is read as ordinary text.`,
    why: 'Sections are recognised by their names. A misspelt one is not an error, because other headings are allowed, but its questions or terms would be shown as prose.',
    wrong: 'Quizz itmes',
    right: 'Quiz items',
  }),
  'syntax/unknown-block': entry<{ name: string; near: string | null; fence?: true; section?: string }>({
    severity: 'error',
    message: ({ name, near, fence }) =>
      name === ''
        ? 'A line of colons opens a block without a name.'
        : `There is no ${fence ? 'visual or block' : 'block'} called ${quoted(name)}.${near === null ? '' : ` Did you mean ${quoted(near)}?`}`,
    help: ({ name, near, fence, section }) => {
      if (section !== undefined) return `A section is a heading, and needs no line of colons at its end: ## ${section}`;
      if (fence) return `Write \`\`\`${near ?? 'text'} to draw it, or \`\`\`text to show the lines as code.`;
      const callout = calloutFor.get(name);
      if (callout !== undefined) return `Write a callout: > [!${callout}] on a line of its own, and the text below it, each line after a >.`;
      return near === null ? 'Put a backslash before the colons to show them as text, or delete the line.' : `Write :::${near}`;
    },
    why: 'Three or more colons open a block. One that is not understood would be shown to learners as it stands, private parts included.',
    wrong: ':::revael\nThe solution\n:::',
    right: ':::reveal\nThe solution\n:::',
  }),
  'syntax/block-line': entry<{ name: string; surplus: string }>({
    severity: 'error',
    message: ({ name, surplus }) => `${quoted(surplus)} cannot stand behind ${quoted(`:::${name}`)}.`,
    help: ({ name, surplus }) => `If it is the title, write :::${name}[${surplus.replace(/^\{\s*(?:[\w-]+=)?"?|"?\s*\}$|[[\]]/g, '')}], else put it on the next line.`,
    why: 'A line of colons holds the name of the block and its title in square brackets. Anything else on the line would be lost.',
    wrong: ':::reveal The solution\nAdd the two.\n:::',
    right: ':::reveal[The solution]\nAdd the two.\n:::',
  }),
  'syntax/misplaced-block': entry<{ name: string }>({
    severity: 'error',
    message: ({ name }) => (name === '' ? 'This line of colons closes a block that began in another list or quotation.' : `The block ${quoted(`:::${name}`)} does not end where it began: one of its two lines stands inside a list or quotation.`),
    help: () => 'Indent both lines of colons the same, at the margin or both inside the same list entry.',
    why: 'What belongs to the block cannot be told, and a private block could be shown in part.',
    wrong: '- First\n  :::reveal\n  The solution\n\n:::',
    right: '- First\n  :::reveal\n  The solution\n  :::',
  }),
  'syntax/unknown-callout': entry<{ written: string; near: string | null }>({
    severity: 'error',
    message: ({ written, near }) => `There is no callout ${quoted(written)}.${near === null ? '' : ` Did you mean ${quoted(`[!${near}]`)}?`}`,
    help: ({ near }) => (near === null ? 'Callouts are [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] and [!CAUTION].' : `[!${near}]`),
    why: 'A quotation that begins like a callout and is none would show its mark to learners.',
    wrong: '> [!INFO]\n> Passwords are never sent by mail.',
    right: '> [!NOTE]\n> Passwords are never sent by mail.',
  }),
  'syntax/callout-title': entry<{ kind: string }>({
    severity: 'info',
    message: ({ kind }) => `These words are read as the title of the callout; GitHub and other viewers do not show a callout with words behind “[!${kind}]”.`,
    help: () => 'Write the title in bold on the next line: > **The title**',
    why: 'A lesson should look the same wherever its text is read.',
    wrong: '> [!TIP] Use a manager\n> It remembers for you.',
    right: '> [!TIP]\n> **Use a manager**\n> It remembers for you.',
  }),
  'syntax/undefined-footnote': entry<{ words: string }>({
    severity: 'warning',
    message: ({ words }) => `There is no footnote ${quoted(words)}, so the mark is shown as it is.`,
    help: ({ words }) => `Write the footnote on a line of its own: [^${words}]: its text — or put a backslash before the bracket.`,
    why: 'A mark without a footnote is a riddle for learners.',
    wrong: 'Hashes cannot be undone.[^proof]',
    right: 'Hashes cannot be undone.[^proof]\n\n[^proof]: Unless the input is guessed.',
  }),
  'syntax/unused-footnote': entry<{ label: string }>({
    severity: 'warning',
    message: ({ label }) => `Nothing points to the footnote ${quoted(label)}, so learners do not get it.`,
    help: ({ label }) => `Put [^${label}] where it belongs, or delete it.`,
    why: 'Footnotes are shown where the text points to them.',
    wrong: 'Hashes cannot be undone.\n\n[^proof]: Unless the input is guessed.',
    right: 'Hashes cannot be undone.[^proof]\n\n[^proof]: Unless the input is guessed.',
  }),
  'syntax/undefined-link': entry<{ words: string }>({
    severity: 'warning',
    message: ({ words }) => `No address is given for ${quoted(`[${words}]`)}, so the brackets are shown as they are.`,
    help: ({ words }) => `Write it on a line of its own: [${words}]: https://… — or put a backslash before the bracket.`,
    why: 'A link by name needs a line that says where the name leads.',
    wrong: 'See the [guide][nist].',
    right: 'See the [guide][nist].\n\n[nist]: https://pages.nist.gov/800-63-4/',
  }),
  'syntax/broken-link': entry<{ words: string }>({
    severity: 'warning',
    message: ({ words }) => `${quoted(words)} is no link as it stands.`,
    help: ({ words }) => `Put the address between angle brackets: ${words.replace(/\]\((.*)\)$/, '](<$1>)')}`,
    why: 'Spaces end an address. Learners would see brackets instead of a link.',
    wrong: 'See [the list](word list.pdf).',
    right: 'See [the list](<word list.pdf>).',
  }),
  'syntax/loose-emphasis': entry<{ words: string }>({
    severity: 'info',
    message: ({ words }) => `${quoted(words)} opens or closes no bold words here, so it is shown as it is.`,
    help: () => 'Put it right beside the words, **bold words**, without spaces inside, or put a backslash before each mark.',
    why: 'Two stars with a space on the wrong side, or without a partner, make nothing bold.',
    wrong: 'Never ** share ** it.',
    right: 'Never **share** it.',
  }),
  'syntax/empty-section': entry<{ title: string }>({
    severity: 'warning',
    message: ({ title }) => `Nothing stands under the heading ${quoted(title)}.`,
    help: () => 'Write something under it, or delete it.',
    why: 'Learners go to a heading for what is under it, and it counts as a section to be read.',
    wrong: '### Salt\n\n### Pepper\n\nPepper is kept apart.',
    right: '### Salt\n\nSalt is stored beside the hash.\n\n### Pepper\n\nPepper is kept apart.',
  }),
  'syntax/unclosed-block': entry<{ name: string; last: number }>({
    severity: 'error',
    message: ({ name, last }) => `${quoted(`:::${name}`)} is never closed; everything to line ${last} would be inside it.`,
    help: () => 'Add ::: on a line of its own where the block ends.',
    why: 'A block without an end swallows the rest of the lesson, its questions too.',
    wrong: ':::reveal\nThe solution\n\nQuiz',
    right: ':::reveal\nThe solution\n:::\n\nQuiz',
  }),
  'syntax/unopened-block': entry<Record<never, never>>({
    severity: 'error',
    message: () => 'This line of colons closes a block, but none is open.',
    help: () => 'Delete the line, or name the block where it begins.',
    why: 'A stray end usually means that the line which opened the block was lost or misspelt.',
    wrong: 'The solution\n:::',
    right: 'The solution',
  }),
  'syntax/unclosed-fence': entry<{ fence: string; last: number }>({
    severity: 'error',
    message: ({ fence, last }) => `This ${fence} is never closed; everything to line ${last} would be shown as code.`,
    help: ({ fence }) => `Add ${fence} on a line of its own where the code ends.`,
    why: 'Nothing inside code is read as headings or questions. Code without an end hides the rest of the lesson.',
    wrong: '```\nls -l\n\nQuiz',
    right: '```\nls -l\n```\n\nQuiz',
  }),
  'syntax/too-deep': entry<{ limit: number }>({
    severity: 'error',
    message: ({ limit }) => `Lists or quotations are nested here more than ${limit} levels deep. The line is left out.`,
    help: () => 'Write it flatter; three levels are the most that readers can follow.',
    why: 'Such nesting comes from damaged or generated text. It cannot be shown on a page.',
    wrong: '>'.repeat(12) + ' … and so on for hundreds of marks',
    right: '> quoted',
  }),
  'syntax/too-tangled': entry<{ mark: string; count: number; limit: number }>({
    severity: 'error',
    message: ({ mark, count, limit }) => `This paragraph has ${count} times ${mark}; more than ${limit} are not read. It is left out.`,
    help: () => 'Split the paragraph, or put it between ``` lines if it is code or data.',
    why: 'Each of these marks could open something that a later one closes; thousands in one paragraph are data rather than text.',
    wrong: '[[[[[[[[ … thousands of brackets',
    right: '```\n[[[[[[[[ … thousands of brackets\n```',
  }),
};
