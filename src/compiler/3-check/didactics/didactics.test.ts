/** What a reviewer of the teaching would say, and where a careful one keeps quiet. */
import { describe, expect, it } from 'vitest';
import { parseLesson } from '../../2-parse/parse-lesson.ts';
import { checkCourse } from '../check-course.ts';

const sources = { look: () => 'file' as const, list: () => [] };

function said(text: string): string[] {
  const { output, diagnostics } = parseLesson('one.md', text);
  const checked = checkCourse({ courseFile: null, sources, documents: [output], lock: null }, { draft: true });
  return [...diagnostics, ...checked.diagnostics].map(({ code, message }) => `${code} ${message}`);
}

const of = (code: string, text: string): string[] => said(text).filter((line) => line.startsWith(`${code} `));
const items = (count: number, extra = '') => Array.from({ length: count }, (_, i) => `${i + 1}. Q: True or false: statement ${i} holds.\n   A: True.\n   Why: So it is.\n${extra}`).join('\n');
const lesson = (quiz: string, header = 'Version: 1') => `# L1 — One\n\n${header}\n\n## Content\n\nWords to read.\n\n## Quiz\n\n${quiz}`;

describe('a pass mark', () => {
  it('needs two graded questions', () => {
    expect(of('quiz/few-graded', lesson(items(1), 'Passing score: 80%'))).toEqual([expect.stringContaining('The pass mark of 80% would rest on one graded question; at least 2 are expected.')]);
    expect(of('quiz/few-graded', lesson(items(2), 'Passing score: 80%'))).toEqual([]);
    expect(of('quiz/few-graded', lesson(items(1)))).toEqual([]);
  });

  it('needs as many as its author says', () => {
    expect(of('quiz/few-graded', lesson(items(1), 'Passing score: 80% · Minimum graded: 1'))).toEqual([]);
    expect(of('quiz/few-graded', lesson(items(3), 'Passing score: 80% · Minimum graded: 5'))).toHaveLength(1);
    expect(of('quiz/few-graded', `---\npassing-score: 80%\nminimum-graded: 5\n---\n\n${lesson(items(3))}`)).toHaveLength(1);
    expect(of('lesson/value', lesson(items(3), 'Passing score: 80% · Minimum graded: many'))).toHaveLength(1);
  });

  it('or a quiz to be passed counts in the same way, and none at all has a message of its own', () => {
    expect(of('quiz/few-graded', lesson(items(1), 'Completion: quiz passed'))).toEqual([expect.stringContaining('A passed quiz would rest on one graded question')]);
    expect(said(lesson('1. Q: Why?\n   A: Because.\n   Why: So.\n', 'Completion: quiz passed')).filter((line) => /graded/.test(line))).toEqual([expect.stringContaining('quiz/no-graded')]);
  });
});

describe('numbers', () => {
  const both = (text: string, script: string, header = '') => of('slide/number-differs', `# L1 — One\n\n${header}## Content\n\n${text}\n\n## Script\n\n[SLIDE 1 — One]\n\n${script}\n`);
  it.each([
    ['The plan has 12 layers.', 'Look at eight layers.', 1],
    ['The plan has 12 layers.', 'Look at 12 layers.', 0],
    ['The plan has eight layers.', 'Look at 8 layers.', 0],
    ['One has 12 layers, one has 10 layers.', 'Look at 8 layers.', 0],
    ['Wait 12 minutes.', 'Wait 8 minutes.', 0],
    ['In 2024 researchers found it.', 'In 2023 researchers found more.', 0],
    ['It costs $12 layers.', 'It costs 8 layers.', 0],
    ['Use 3–12 layers.', 'Use 8 layers.', 0],
    ['The 12 largest firms.', 'The 8 largest boss.', 0],
  ])('“%s” and “%s”', (text, script, count) => {
    expect(both(text, script)).toHaveLength(count);
  });

  it('are compared in other languages too', () => {
    expect(both('Das Netz hat 12 Schichten.', 'Es hat acht Schichten.', 'Sprache: Deutsch\n\n')).toHaveLength(1);
    expect(both('Das Netz hat 12 große Teile.', 'Es hat acht große Teile.', 'Sprache: Deutsch\n\n')).toHaveLength(0);
  });
});

describe('plain speech', () => {
  const prose = (code: string, text: string) => of(code, `# L1 — One\n\n## Content\n\n${text}\n`);
  it.each([
    ['link/vague', '[Here](https://example.com/a).', '[Here is the guide](https://example.com/a).'],
    ['link/vague', '[Hier klicken!](https://example.com/a)', '[Hiergeist](https://example.com/a)'],
    ['text/unfinished', 'TODO write this.', 'Make a `TODO` list, todo el día, and TODOS.'],
    ['text/unfinished', 'Lorem ipsum dolor.', 'Ipsum.'],
    ['text/colour-only', 'Press the green one.', 'Press the green button.'],
    ['table/no-header', '| | |\n| - | - |\n| a | b |', '| a | |\n| - | - |\n| a | b |'],
  ])('%s: “%s”, not “%s”', (code, wrong, right) => {
    expect(prose(code, wrong)).toHaveLength(1);
    expect(prose(code, right)).toEqual([]);
  });

  it('counts nothing that is private', () => {
    expect(said('# L1 — One\n\n## Content\n\nWords.\n\n## Production notes\n\nTODO [here](https://example.com/) TBD.\n')).toEqual([]);
  });
});

describe('a lab', () => {
  const declared = (type: string) => of('time/far-off', `# L1 — One\n\nType: ${type} · Duration: 60 min\n\n## Content\n\n${'word '.repeat(500)}\n`);
  it('may take longer than its words', () => {
    expect(declared('Lab')).toEqual([]);
    expect(declared('Theory')).toHaveLength(1);
  });
});

describe('questions without an objective', () => {
  const taught = (unlinked: number) => lesson(`${items(unlinked)}\n${unlinked + 1}. Q: True or false: the last holds.\n   A: True.\n   Why: So it is.\n   Objective: 1\n`).replace('## Content', '## Objectives\n\n1. Name what holds.\n\n## Content');

  it.each([
    [1, 'The question “Statement 0 holds.” names no objective, although another one does.'],
    [3, '3 questions, the first of them “Statement 0 holds.”, name no objective, although another one does: numbers 1, 2 and 3.'],
    [14, '14 questions, the first of them “Statement 0 holds.”, name no objective, although another one does: numbers 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 2 more.'],
  ])('are named once, however many there are: %i', (count, message) => {
    expect(of('objective/item-unlinked', taught(count))).toEqual([`objective/item-unlinked ${message}`]);
  });

  it('are no matter where no question names one', () => {
    expect(of('objective/item-unlinked', taught(3).replace('   Objective: 1\n', ''))).toEqual([]);
  });
});
