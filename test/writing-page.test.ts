/** Keeps the tables of names in docs/writing.md the same as what the parser knows, and its examples free of mistakes. UPDATE=1 rewrites and fails. */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { headerNames } from '../src/compiler/2-parse/header-names.ts';
import { labelNames } from '../src/compiler/2-parse/label-names.ts';
import { parseCourseFile } from '../src/compiler/2-parse/parse-course-file.ts';
import { parseLesson } from '../src/compiler/2-parse/parse-lesson.ts';
import { sectionNames } from '../src/compiler/2-parse/section-names.ts';
import { tableLanguages, type Words } from '../src/compiler/2-parse/table-language.ts';
import { checkCourse } from '../src/compiler/3-check/check-course.ts';

const PAGE = 'docs/writing.md';
const MARK = '<!-- names -->\n';

function table(what: string, rows: Readonly<Partial<Record<string, Words>>>): string {
  const lines = Object.entries(rows).map(([key, words]) => `| \`${key}\` | ${tableLanguages.map((language) => (words?.[language] ?? []).join(', ')).join(' | ')} |`);
  return [`### ${what}`, '', `| | ${tableLanguages.join(' | ')} |`, `| ${['', ...tableLanguages].map(() => '---').join(' | ')} |`, ...lines, ''].join('\n');
}

const page = readFileSync(PAGE, 'utf8').replaceAll('\r\n', '\n');
const examples = [...page.matchAll(/```(\w+)\n([\s\S]*?)```/g)].map(([, language = '', text = '']) => ({ language, text }));

it('lists every name that is recognised', () => {
  const [written = ''] = page.split(MARK);
  const wanted = `${written}${MARK}\n${[table('Sections', sectionNames), table('Header', headerNames), table('Labels of questions', labelNames)].join('\n')}`;
  if (process.env['UPDATE'] === '1') writeFileSync(PAGE, wanted);
  expect(page).toBe(wanted);
});

describe('the examples', () => {
  it('of questions are four items, without a mistake', () => {
    const questions = examples.find(({ text }) => text.startsWith('1. Q:'))?.text ?? '';
    const lesson = parseLesson('l.md', `# P1 — Phishing\n\n## Learning objectives\n\n1. Choose what to report.\n\n## Quiz\n\n${questions}`);
    const checked = checkCourse({ courseFile: null, documents: [lesson.output], lock: null, sources: { look: () => 'missing', list: () => [] } }, { draft: false });
    expect(checked.output.course?.lessons[0]?.items.map(({ type, graded, points }) => [type, graded, points])).toEqual([
      ['single', true, 2], ['multiple', true, 1], ['true-false', true, 1], ['short-answer', false, 0],
    ]);
    expect([...lesson.diagnostics, ...checked.diagnostics].filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('of a course file says what it means', () => {
    const yaml = examples.find(({ language }) => language === 'yaml')?.text ?? '';
    const { output, diagnostics } = parseCourseFile('course.yaml', yaml);
    expect(diagnostics).toEqual([]);
    expect(output?.lessons.map(({ path }) => path)).toEqual(['l1-passwords.md', 'l2-phishing.md']);
  });
});
