/** Messages about HTML written into a lesson. */
import { entry } from './entry.ts';

export const html = {
  'html/not-allowed': entry<{ tag: string; written: string }>({
    severity: 'error',
    message: ({ tag, written }) => `The HTML ${tag.startsWith('!') || tag.startsWith('?') ? `“${written}”` : `element “${written}”`} cannot be used in a lesson.`,
    help: ({ written }) => `If it is meant as text, write \`${written}\` or \\${written}. Allowed are kbd, sub, sup, br, details, summary, abbr and span.`,
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
