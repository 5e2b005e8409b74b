/** Writes docs/accessibility-report.md: the claims in the layout of an Accessibility Conformance Report (VPAT 2.5 INT). */
import { CLAIMS, LEVELS, type Claim } from './claims.ts';
import { EN_301_549, SECTION_508, type Chapter } from './chapters.ts';
import { CRITERIA, type Criterion } from './criteria.ts';
import { PROCEDURES, TESTS } from './evidence.ts';

const HEAD = '| Criteria | Conformance Level | Remarks and Explanations |\n| --- | --- | --- |';

export function conformanceReport(): string {
  const all = Object.keys(CRITERIA) as Criterion[];
  const table = (level: 'A' | 'AA'): string => {
    const rows = all.filter((number) => CRITERIA[number][1] === level).map((number) => row(`${number} ${CRITERIA[number][0]} (${level}, WCAG ${CRITERIA[number][2]})`, CLAIMS[number]));
    return [HEAD, ...rows].join('\n');
  };
  return `# Lectern Accessibility Conformance Report

International edition, laid out after VPAT® version 2.5. This page is generated from \`test/conformance\`, and a test holds every row against
the tests that it names; \`UPDATE=1 npx vitest run --project unit test/conformance.test.ts\` rewrites it.

| | |
| --- | --- |
| Product | Courses built by Lectern: the page that a learner reads, watches and is tested in |
| Description | A web page inside a package for an LMS, or on a web server; the same for every target |
| Evaluated | Every kind of section, slide, figure and question, in the course \`content/every-question\` and others made for the tests |
| Methods | Automated tests in a real browser with each change, axe-core among them; the compiler's own checks of each lesson; procedures by hand in [accessibility.md](accessibility.md) |
| Browser | Chromium with each change. Firefox ESR 153 and WebKitGTK 2.50 were walked through by script on 2026-11-28 ([accessibility.md](accessibility.md)); **Safari on a Mac or phone was not tried**. |
| Assistive technology | One screen reader, **Orca 43 in Chromium** on Debian 12, driven by keys, its words read in writing: a person did not listen. **NVDA, JAWS, VoiceOver, TalkBack, magnifiers and speech input were not run**; what they are told was read from the accessibility tree of Chromium. |
| Procedures by hand | Written, and **not yet carried out**, unless [accessibility.md](accessibility.md) gives a date |
| The lesson itself | A course can only be as good as its text, pictures and films; what the compiler reports to its author is named in the rows |

## Applicable standards

| Standard | Included |
| --- | --- |
| Web Content Accessibility Guidelines 2.0, 2.1 and 2.2 | Levels A and AA |
| Revised Section 508 (WCAG 2.0 A and AA, and chapters 3 to 6) | Yes |
| EN 301 549 V3.2.1 (WCAG 2.1 A and AA, and clauses 4 to 13) | Yes |

## Terms

* **Supports**: at least one way meets the criterion without known defects.
* **Partially Supports**: some of it does not meet the criterion.
* **Does Not Support**: most of it does not meet the criterion.
* **Not Applicable**: the criterion has nothing to be held against.

Counts: ${counts(all.map((number) => CLAIMS[number]))}.

## WCAG 2.x report

4.1.1 Parsing is obsolete in WCAG 2.2 and always met in 2.0 and 2.1.

### Table 1: success criteria, level A

${table('A')}

### Table 2: success criteria, level AA

${table('AA')}

## Revised Section 508 report

${SECTION_508.map(chapter).join('\n\n')}

## EN 301 549 report

${EN_301_549.map(chapter).join('\n\n')}
`;
}

function chapter({ title, note, rows }: Chapter): string {
  const table = rows.length === 0 ? [] : [[HEAD, ...rows.map(([number, name, claim]) => row(`${number} ${name}`, claim))].join('\n')];
  return [`### ${title}`, ...(note === '' ? [] : [note]), ...table].join('\n\n');
}

function row(name: string, claim: Claim): string {
  return `| ${name} | ${LEVELS[claim.level]} | ${[claim.remark, ...evidence(claim)].join('<br>')} |`;
}

function evidence({ tests = [], procedures = [], messages = [] }: Claim): string[] {
  const named = (file: string): string => file.replace(/^.*\//, '').replace(/\.test\.ts$/, '');
  return [
    ...(tests.length === 0 ? [] : [`Tests: ${tests.map((name) => `${named(TESTS[name][0])} › “${TESTS[name][1]}”`).join('; ')}.`]),
    ...(procedures.length === 0 ? [] : [`By hand: ${procedures.map((name) => `[${PROCEDURES[name]}](accessibility.md#${anchor(PROCEDURES[name])})`).join(', ')}.`]),
    ...(messages.length === 0 ? [] : [`While building: ${messages.map((code) => `[\`${code}\`](diagnostics.md#${code.replace('/', '')})`).join(', ')}.`]),
  ];
}

/** As GitHub makes anchors of headings. */
export function anchor(heading: string): string {
  return heading.toLowerCase().replace(/[^\p{L}\p{N} -]/gu, '').replaceAll(' ', '-');
}

function counts(claims: readonly Claim[]): string {
  return Object.entries(LEVELS).map(([level, word]) => `${claims.filter((claim) => claim.level === level).length} × ${word}`).join(', ');
}
