/** Messages about HTML written into a lesson. */
import { entry } from './entry.ts';

/** What Markdown has for elements that are often written from habit. */
const inMarkdown: ReadonlyMap<string, string> = new Map([
  ...['b', 'strong'].map((tag): [string, string] => [tag, 'Write two stars around bold words: **bold**']),
  ...['i', 'em'].map((tag): [string, string] => [tag, 'Write a star on each side of slanted words: *slanted*']),
  ...['s', 'strike', 'del'].map((tag): [string, string] => [tag, 'Write two tildes around struck-out words: ~~gone~~']),
  ...['code', 'tt', 'pre'].map((tag): [string, string] => [tag, 'Write backticks around code: `code`']),
  ...['ul', 'ol', 'li'].map((tag): [string, string] => [tag, 'Begin each entry of a list with a dash or a number: - entry']),
  ...['h1', 'h2', 'h3', 'h4'].map((tag): [string, string] => [tag, `Write a heading with number signs: ${'#'.repeat(Number(tag.slice(1)))} Heading`]),
  ...['p', 'div'].map((tag): [string, string] => [tag, 'Leave it out: an empty line begins a new paragraph.']),
  ['a', 'Write a link: [words](https://example.com/)'],
  ['img', 'Write a picture: ![what it shows](picture.png)'],
  ['table', 'Write a table with bars: | Tool | For | and below it | --- | --- |'],
  ['blockquote', 'Begin each line of a quotation with >'],
  ['hr', 'Write a line of three dashes: ---'],
  ['video', 'Write it like a picture: ![Title](talk.mp4)'],
  ['audio', 'Write it like a picture: ![Title](talk.mp3)'],
]);

export const html = {
  'html/not-allowed': entry<{ tag: string; written: string }>({
    severity: 'error',
    message: ({ tag, written }) => `The HTML ${tag.startsWith('!') || tag.startsWith('?') ? `“${written}”` : `element “${written}”`} cannot be used in a lesson.`,
    help: ({ tag, written }) => inMarkdown.get(tag) ?? `If it is meant as text, write \`${written}\` or \\${written}. Allowed are kbd, sub, sup, br, details, summary, abbr and span.`,
    why: 'HTML can run programs in the learner\'s browser and breaks the page for screen readers. What is allowed is what Markdown lacks.',
    wrong: '<script>alert(1)</script>',
    right: '`<script>`',
  }),
  'html/attribute': entry<{ tag: string; attribute: string; allowed: string[] }>({
    severity: 'error',
    message: ({ tag, attribute }) => `<${tag}> cannot have “${attribute}” here.`,
    help: ({ tag, allowed }) => (allowed.length === 0 ? `Write it without: <${tag}>` : `Only ${allowed.join(' and ')} can be set: <${tag} ${allowed[0] ?? ''}="…">`),
    why: 'Attributes can carry programs and styles that work against the learner\'s settings.',
    wrong: '<kbd onclick="go()">Enter</kbd>',
    right: '<kbd>Enter</kbd>',
  }),
};
