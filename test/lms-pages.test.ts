/** docs/lms has a page for each LMS that --lms knows, made from the same table. UPDATE=1 rewrites them and fails. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LMS_NAMES, LMS_PROFILES, type Claim, type LmsProfile } from '../src/vocabulary/lms.ts';
import { TARGET_FACTS } from '../src/vocabulary/targets.ts';

const line = ({ text, kind, source }: Claim): string => `* ${text} *${kind[0]?.toUpperCase()}${kind.slice(1)}: ${source}.*`;

const GENERAL = [
  'Upload the zip as it is, as a SCORM activity; do not unpack it. Allow several attempts, or one that can be continued. Leave the pass mark to the',
  'course, unless yours is meant to overrule it.',
];

/** Where nobody has written the way down, we do not invent one. */
function howToImport(steps: readonly Claim[]): string[] {
  if (steps.length === 0) return [...GENERAL, 'We know no description of the way to these settings that could be quoted here; the help of your LMS has it.'];
  return [...steps.map((step, index) => `${index + 1}. ${line(step).slice(2)}`), '', ...GENERAL, 'The ways to these settings change with versions.'];
}

function page(name: string, { title, target, why, steps, claims, habits }: LmsProfile): string {
  const tried = [why, ...claims].some(({ kind }) => kind === 'measured');
  const caution = tried
    ? 'Packages of SCORM were run in it; what was seen there is marked “measured”. Versions change: try yours.'
    : 'Nobody of this project has run a package in it. Try one before you promise anything: it takes [ten minutes](../admins.md#test-in-ten-minutes).';
  return [
    `# ${title}`,
    '',
    '```sh',
    `lectern build my-course --lms ${name}`,
    '```',
    '',
    `makes \`<course>-${target}.zip\`, a package for ${TARGET_FACTS[target].title}.`,
    '',
    line(why),
    '',
    caution,
    '',
    '## Import',
    '',
    ...howToImport(steps),
    '',
    '## What is recorded',
    '',
    `\`lectern inspect\` says it for the very package. ${target === 'scorm12' ? 'One status, the score in percent, every try of every question by its id and the letters of its options, time and place.' : 'Completed and passed apart, the score, every try of every question with its text, each learning objective, time and place.'}`,
    '',
    ...(habits === undefined ? [] : ['## What the package does otherwise', '', `\`--lms ${name}\` makes packages for ${(habits.endsWhenDone ?? []).map((each) => TARGET_FACTS[each].title).join(', ')} that end the attempt when a course that is done is left; without it the attempt stays open.`, '']),
    '## What is known',
    '',
    ...(claims.length === 0 ? ['Nothing beyond the above.'] : claims.map(line)),
    '',
  ].join('\n');
}

test.each(LMS_NAMES)('docs/lms/%s.md says what the table says', (name) => {
  const path = `docs/lms/${name}.md`;
  const wanted = page(name, LMS_PROFILES[name]);
  const found = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (process.env['UPDATE'] === '1' && found !== wanted) {
    writeFileSync(path, wanted);
    expect.fail(`${path} was rewritten; look at it and run again without UPDATE`);
  }
  expect(found).toBe(wanted);
});

test('there is no page for an LMS that --lms does not know', () => {
  expect(readdirSync('docs/lms').toSorted()).toEqual(LMS_NAMES.map((name) => `${name}.md`).toSorted());
});

test('every claim says where it is from', () => {
  for (const profile of Object.values(LMS_PROFILES) as LmsProfile[]) {
    for (const claim of [profile.why, ...profile.steps, ...profile.claims]) expect(claim.source.length, claim.text).toBeGreaterThan(3);
  }
});
