/** The command line: what is understood, and how misspelt words are answered. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArguments } from './arguments.ts';

const wrong = (...argv: string[]) => {
  const request = parseArguments(argv);
  if (request.kind !== 'wrong') throw new Error(`understood as ${request.kind}`);
  return `${request.problem} ${request.suggestion}`;
};

describe('build', () => {
  it('has defaults', () => {
    expect(parseArguments(['build', 'one.md'])).toEqual({
      kind: 'build',
      path: 'one.md',
      targets: ['scorm2004'],
      out: 'packages',
      json: false,
      strict: false,
      frozen: false,
      draft: false,
      embed: false,
      lms: null,
    });
  });

  it('takes its options before and after the path', () => {
    const all = { targets: ['scorm2004'], out: 'x y', json: true, strict: true, frozen: true, draft: true, path: '-one.md' };
    expect(parseArguments(['build', '--out', 'x y', '--json', '--strict', '--frozen', '--draft', '--target=scorm2004', '--', '-one.md'])).toMatchObject(all);
  });

  it.each([
    [['build'], 'needs the path'],
    [['build', ''], 'needs the path'],
    [['build', 'my', 'lesson.md'], 'double quotes'],
    [['build', 'one.md', '--stirct'], 'There is no option “--stirct”. Did you mean --strict?'],
    [['build', 'one.md', '-x'], 'There is no option “-x”.'],
    [['build', 'one.md', '--output', 'x'], 'There is no option “--output”. Did you mean --out?'],
    [['build', 'one.md', '-j'], 'There is no option “-j”. Did you mean --json?'],
    [['build', 'one.md', '--pack'], 'There is no option “--pack”. Did you mean --package?'],
    [['build', 'one.md', '--json=1'], '“--json” takes no value.'],
    [['build', 'one.md', '--out'], '“--out” needs a value.'],
    [['build', 'one.md', '--out='], '“--out” needs a value.'],
    [['build', 'one.md', '--out', '--json'], '“--out” needs a value.'],
    [['build', 'one.md', '--target', 'scorm204'], 'Did you mean --target scorm2004?'],
    [['build', 'one.md', '--lms', 'moodel'], 'Did you mean --lms moodle?'],
    [['build', 'one.md', '--target', 'pdf'], 'There is no target “pdf”. Targets: scorm2004-4th, scorm2004-3rd, scorm12, cmi5, tincan, web, all.'],
    [['build', 'one.md', '--constructor'], 'There is no option “--constructor”.'],
  ])('%j is answered: %s', (argv, answer) => {
    expect(wrong(...argv)).toContain(answer);
  });
});

describe('other words', () => {
  it.each([
    [['--help'], { kind: 'help', topic: null }],
    [['-h'], { kind: 'help', topic: null }],
    [['help'], { kind: 'help', topic: null }],
    [['help', 'build'], { kind: 'help', topic: 'build' }],
    [['build', '--help'], { kind: 'help', topic: 'build' }],
    [['--version'], { kind: 'version' }],
  ])('%j is understood', (argv, request) => {
    expect(parseArguments(argv)).toEqual(request);
  });

  it.each([
    [[], 'There is no command. lectern build PATH'],
    [['biuld', 'one.md'], 'There is no command “biuld”. Did you mean “lectern build”?'],
    [['one.md'], 'Did you mean “lectern build one.md”?'],
    [['deploy'], 'There is no command “deploy”. null'],
    [['help', 'buld'], 'Did you mean “lectern build”?'],
  ])('%j is answered: %s', (argv, answer) => {
    expect(wrong(...argv)).toContain(answer);
  });

  it('never throws, whatever the words', () => {
    const word = fc.oneof(fc.string(), fc.constantFrom('build', '--out', '--json', '--', '-', '--target', '-h', '--no-json', '--__proto__'));
    fc.assert(fc.property(fc.array(word, { maxLength: 6 }), (argv) => void parseArguments(argv)));
  });
});

it('several targets, all of them, or the one that suits an LMS', () => {
  const targets = (...words: string[]): unknown => { const request = parseArguments(['build', 'one.md', ...words]); return request.kind === 'build' ? request.targets : request; };
  expect(targets('--target', 'cmi5,scorm12,cmi5')).toEqual(['cmi5', 'scorm12']);
  expect(targets('--target', 'scorm2004,scorm2004-4th')).toEqual(['scorm2004']);
  expect(targets('--target', 'all')).toEqual(['scorm2004-4th', 'scorm2004-3rd', 'scorm12', 'cmi5', 'tincan', 'web']);
  expect(targets('--lms', 'docebo')).toEqual(['scorm2004-3rd']);
  expect(targets('--lms', 'saba', '--target', 'scorm12')).toEqual(['scorm12']);
  expect(parseArguments(['build', 'one.md', '--lms', 'saba', '--target', 'scorm12'])).toMatchObject({ lms: 'saba' });
  expect(targets('--target', ',')).toMatchObject({ kind: 'wrong' });
});
