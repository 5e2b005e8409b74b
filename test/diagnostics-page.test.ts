/** Keeps docs/diagnostics.md the same as the book of messages. UPDATE=1 rewrites the page, and fails so that the change is looked at. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { catalogue } from '../src/diagnostics/catalogue.ts';

const PAGE = 'docs/diagnostics.md';
const SEVERITIES = {
  error: 'Error: nothing is built until it is mended.',
  warning: 'Warning: the course is built, unless `--strict` is given.',
  info: 'Note: the course is built.',
};

function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

function page(): string {
  const codes = Object.entries(catalogue).sort(([a], [b]) => (a < b ? -1 : 1));
  const namespaces = [...new Set(codes.map(([code]) => code.split('/')[0] ?? ''))];
  const link = (code: string) => `[\`${code}\`](#${code.replace(/[^a-z0-9-]/g, '')})`;
  const contents = namespaces.map((namespace) => `* ${codes.filter(([code]) => code.startsWith(`${namespace}/`)).map(([code]) => link(code)).join(' ')}`);
  const sections = codes.map(([code, { severity, why, wrong, right }]) =>
    [`## ${code}`, SEVERITIES[severity], why, ...(wrong === '' ? [] : ['Causes it:', fenced(wrong)]), ...(right === '' ? [] : ['Mended:', fenced(right)])].join('\n\n'),
  );
  return [
    '# Messages',
    'Everything Lectern can say about a lesson, by the code that stands behind the place. This page is generated from `src/diagnostics/catalogue/`; `UPDATE=1 npx vitest run --project unit test/diagnostics-page.test.ts` rewrites it.',
    contents.join('\n'),
    ...sections,
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

function written(): string {
  try {
    return readFileSync(PAGE, 'utf8');
  } catch {
    return '';
  }
}

it('docs/diagnostics.md says what the catalogue says', () => {
  const before = written();
  const now = page();
  if (process.env['UPDATE'] === '1' && before !== now) writeFileSync(PAGE, now);
  expect(now).toBe(before);
});

it('every code has a reason, an example and a name of the form namespace/words', () => {
  for (const [code, entry] of Object.entries(catalogue)) {
    expect(code).toMatch(/^[a-z0-9]+\/[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(entry.why.length, `${code} explains nothing`).toBeGreaterThan(20);
    expect(entry.wrong, `${code} mends nothing`).not.toBe(entry.right);
  }
});
