/** What authors read: order, excerpt, repetition, colour, and nothing that could hurt a terminal. */
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from './diagnostic.ts';
import { diagnosticJson, jsonText } from './json.ts';
import { print, summary } from './print.ts';

const diagnostic = (over: Partial<Diagnostic> = {}): Diagnostic => ({
  code: 'quiz/two-correct',
  severity: 'error',
  message: 'Two options are marked.',
  file: 'one.md',
  line: 2,
  column: 4,
  endLine: 2,
  endColumn: 5,
  help: 'Keep one (x).',
  ...over,
});
const texts: Record<string, string> = { 'one.md': '- (x) ReLU\n- (x) GELU\n', 'two.md': 'Two\n' };
const printed = (list: Diagnostic[], colour = false) => print(list, { colour, sourceText: (file) => texts[file] ?? null });

describe('print', () => {
  it('shows place, severity, code, message, excerpt and help', () => {
    expect(printed([diagnostic()])).toBe(
      [
        'one.md:2:4  error  quiz/two-correct',
        '  Two options are marked.',
        ' 2 | - (x) GELU',
        '   |    ^',
        '  Keep one (x).',
        '',
        '1 error',
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['password: hunter2', 'course/credentials', 'password: ***'],
    ['xapi: { endpoint: https://a.example/x, authorization: Basic aHVudGVyMg== }', 'course/value', 'xapi: { endpoint: https://a.example/x, authorization: ***'],
    ['  endpoint: https://user:hunter2@lrs.example.org/xapi', 'course/value', '  endpoint: https://************@lrs.example.org/xapi'],
    ['author: Jane', 'course/unknown-key', 'author: Jane'],
    ['password: hunter2', 'quiz/two-correct', 'password: hunter2'],
  ])('of “%s” in %s repeats no secret', (text, code, shown) => {
    const out = print([diagnostic({ code, line: 1, column: 1 })], { colour: false, sourceText: () => text });
    expect(out).toContain(`\n 1 | ${shown}\n`);
  });

  it('names the paragraph of a Word document, and none in one that is not there', () => {
    const first = (code: string): string | undefined => print([diagnostic({ file: 'one.docx', code })], { colour: false, sourceText: () => null }).split('\n')[0];
    expect([first('quiz/no-answer'), first('file/missing')]).toEqual(['one.docx, paragraph 2  error  quiz/no-answer', 'one.docx  error  file/missing']);
  });

  it('shows what the message refers to, with its place', () => {
    const out = printed([diagnostic({ related: [{ message: 'the first one', file: 'two.md', line: 1, column: 1 }] })]);
    expect(out).toContain('\n  two.md:1:1  the first one\n');
  });

  it('keeps files in their first order and sorts inside a file', () => {
    const out = printed([diagnostic({ file: 'two.md', line: 1 }), diagnostic(), diagnostic({ line: 1, code: 'a/b' }), diagnostic({ line: 1, code: 'a/a' })]);
    expect(out.match(/^\S+:\d+:\d+ +\w+ +\S+/gm)).toEqual([
      'two.md:1:4  error  quiz/two-correct',
      'one.md:1:4  error  a/a',
      'one.md:1:4  error  a/b',
      'one.md:2:4  error  quiz/two-correct',
    ]);
  });

  it('shows five of a code and counts the rest', () => {
    const out = printed([...Array.from({ length: 17 }, () => diagnostic()), diagnostic({ code: 'a/a', severity: 'warning' })]);
    expect(out.match(/quiz\/two-correct$/gm)).toHaveLength(6);
    expect(out).toContain('and 12 more quiz/two-correct\n\n17 errors, 1 warning\n');
    expect(out).toContain('warning  a/a');
  });

  it('says nothing about nothing', () => {
    expect(printed([])).toBe('');
  });

  it('uses colour only when told to', () => {
    expect(printed([diagnostic()])).not.toContain('\x1b');
    expect(printed([diagnostic()], true)).toContain('\x1b[1;31merror\x1b[0m');
  });

  it('lets no control character of the author through', () => {
    const evil = '\x1b]0;owned\x07\x9b2J\u202e';
    const out = printed([diagnostic({ message: evil, help: `a\n${evil}`, file: `${evil}\n.md`, related: [{ message: evil, file: evil, line: 1, column: 1 }] })]);
    expect(out).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
    expect(out).toContain('\n  a\n  ␛]0;owned');
  });

  it('calls files as the reader would', () => {
    const out = print([diagnostic()], { colour: false, sourceText: () => null, display: (file) => `lessons/${file}` });
    expect(out).toMatch(/^lessons\/one\.md:2:4 /);
  });
});

describe('summary', () => {
  it('counts each severity in words', () => {
    expect(summary([diagnostic(), diagnostic({ severity: 'info' }), diagnostic({ severity: 'info' })])).toBe('1 error, 2 notes');
    expect(summary([])).toBe('no remarks');
  });
});

describe('JSON', () => {
  it('has the promised fields and no other', () => {
    expect(Object.keys(diagnosticJson(diagnostic({ related: [] })))).toEqual(
      ['code', 'severity', 'message', 'file', 'line', 'column', 'endLine', 'endColumn', 'help'],
    );
  });

  it('escapes what a terminal would obey and keeps the value', () => {
    const value = { title: 'R&D <"5\'>\x1b[2J\x9b\u202e\u2028\ud800' };
    expect(jsonText(value)).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e]/);
    expect(JSON.parse(jsonText(value))).toEqual(value);
  });
});
