/**
 * Every example in the authors' guide is compiled: fences marked `markdown` are lessons or parts of one, those marked `yaml` with
 * lessons or a pass mark are course files. One that is wrong on purpose names the code it causes in a comment above the fence:
 * `<!-- causes quiz/two-correct -->`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHeaderLine } from '../src/compiler/2-parse/header-paragraph.ts';
import { parseCourseFile } from '../src/compiler/2-parse/parse-course-file.ts';
import { meaningOf } from '../src/format/meaning.ts';

interface Example {
  where: string;
  language: string;
  text: string;
  /** Code that it causes on purpose. */
  causes: string | null;
}

/** Generated, and full of mistakes on purpose. */
const GENERATED = ['diagnostics.md'];
const pages = ['README.md', ...readdirSync('docs').filter((name) => name.endsWith('.md') && !GENERATED.includes(name)).map((name) => join('docs', name))].filter((file) => existsSync(file));

function examplesOf(file: string): Example[] {
  const found: Example[] = [];
  const fences = /^(?:<!-- causes ([a-z/-]+) -->\n+)?([ ]*)(`{3,})(\w+)[^\n`]*\n([\s\S]*?)\n\2\3[ ]*$/gm;
  const page = readFileSync(file, 'utf8');
  for (const match of page.matchAll(fences)) {
    const [whole, causes, indent = '', , language = '', text = ''] = match;
    const line = page.slice(0, match.index + whole.length - whole.trimStart().length).split('\n').length;
    found.push({ where: `${file}:${line}`, language, text: text.split('\n').map((part) => (part.startsWith(indent) ? part.slice(indent.length) : part)).join('\n'), causes: causes ?? null });
  }
  return found;
}

const OBJECTIVES = `## Learning objectives\n\n${Array.from({ length: 9 }, (_, i) => `${i + 1}. Describe step ${i + 1}.`).join('\n')}\n`;
const CONTENT = '## Core content\n\nWords to read.\n';
const QUESTIONS = Array.from({ length: 6 }, (_, i) => `${i + 1}. Q: True or false: example ${i} holds.\n   A: True.\n   Why: So it is.\n   Objective: 1\n`).join('\n');

/** The example as a whole lesson. */
function asLesson(text: string): string {
  if (/^# /m.test(text.split(/^[`~]{3}/m)[0] ?? '')) return /^## /m.test(text) ? text : `${text}\n\n${CONTENT}`;
  if (text.startsWith('---\n')) return `${text}\n\n# L1 — An example\n\n${OBJECTIVES}\n${CONTENT}\n## Quiz\n\n${QUESTIONS}`;
  const asks = /^\s*(?:[-*]\s|\d+[.)]\s)?(?:\*\*)?(?:Q|Question|Draw)\d*(?:\*\*)?:/m.test(text) || /^\s*- \([ x]\) /m.test(text);
  const fields = asks ? [] : readHeaderLine(text.split('\n')[0] ?? '');
  if (fields.length > 0 && fields.every(({ key }) => key !== null)) return `# L1 — An example\n\n${text}\n\n${OBJECTIVES}\n${CONTENT}\n## Quiz\n\n${QUESTIONS}`;
  if (/^## /m.test(text)) return `# L1 — An example\n\n${/^## (?:learning )?objectives/im.test(text) ? '' : OBJECTIVES}\n${text}`;
  return `# L1 — An example\n\n${OBJECTIVES}\n${asks ? `${CONTENT}\n## Quiz\n\n${text}` : `## Core content\n\n${text}`}\n`;
}

/** What only the frame around an example causes. */
const OF_THE_FRAME = new Set(['objective/not-assessed', 'objective/none-linked', 'objective/item-unlinked', 'objective/suggested', 'time/far-off', 'term/never-used', 'quiz/only-self-marked', 'quiz/few-graded', 'quiz/no-graded', 'reference/unknown-lesson']);

const examples = pages.flatMap(examplesOf);

describe('examples in the guide', () => {
  it('are found', () => {
    expect(examples.filter(({ language }) => language === 'markdown').length).toBeGreaterThan(3);
  });

  it.each(examples.filter(({ language }) => language === 'markdown'))('$where', ({ where, text, causes }) => {
    const { codes } = meaningOf(where, asLesson(text));
    const own = [...codes.keys()].filter((code) => !OF_THE_FRAME.has(code) || code === causes);
    if (causes === null) expect(own).toEqual([]);
    else expect(own).toContain(causes);
  });

  it.each(examples.filter(({ language, text }) => language === 'yaml' && /^(?:lessons|pass-mark):/m.test(text)))('$where', ({ where, text }) => {
    const whole = `${/^title:/m.test(text) ? '' : 'title: An example\n'}${text}\n${/^lessons:/m.test(text) ? '' : 'lessons: [one.md]\n'}`;
    expect(parseCourseFile(where, whole).diagnostics).toEqual([]);
  });
});
