/** Slips in questions: read as they were meant where that is certain, told with the right spelling where it is not. */
import { describe, expect, it } from 'vitest';
import { parseLesson } from '../../2-parse/parse-lesson.ts';
import { checkCourse } from '../check-course.ts';

function check(quiz: string, language = 'en') {
  const { output } = parseLesson('l.md', `# L1 — One\n\nDuration: 1 min · Language: ${language}\n\n## Core content\n\nWords.\n\n## Quiz\n\n${quiz}\n`);
  const { output: checked, diagnostics } = checkCourse({ courseFile: null, sources: { look: () => 'file', list: () => [] }, documents: [output], lock: null }, { draft: true });
  return { items: checked.course?.lessons[0]?.items ?? [], diagnostics };
}

const helps = (quiz: string, code: string, language?: string) => check(quiz, language).diagnostics.flatMap((d) => (d.code === code ? [d.help] : []));

describe('read as meant', () => {
  it.each([
    ['no space behind the number', '1.Q: x or y?\n- (x) a\n- ( ) b\n\nWhy: z', ['x or y?']],
    ['a bracket without its space', '1. Q: Which?\n   - ()a\n   - (x)b\n\n   Why: z', ['Which?']],
    ['other bullets', '1. Q: Which?\n   – (X) a\n   — ( ) b\n\n   Why: z', ['Which?']],
    ['bold words as a heading', '### Question 1\n\nWhich?\n\n- ( ) a\n- (x) b\n\n**Explanation**\n\nz', ['Which?']],
  ])('%s', (_, quiz, prompts) => {
    const { items, diagnostics } = check(quiz);
    expect(items.map((item) => item.promptText)).toEqual(prompts);
    expect(items.map((item) => ('options' in item ? item.options.length : 0))).toEqual([2]);
    expect(diagnostics.map(({ code }) => code)).toEqual([]);
  });
});

describe('told with what to write', () => {
  it.each([
    ['quiz/no-answer', '1. Q: Which?\n   - a\n   - **b**', '- (x) b'],
    ['quiz/no-answer', '1. Q: Which?\n   - a *\n   - b', '- (x) a'],
    ['quiz/no-answer', '1. Q: Which?\n   - ( a\n   - (x b', '- (x) b'],
    ['quiz/no-answer', '1. Q: In which order?\n   1. a\n   2. b\n   3. c', 'Order:'],
    ['quiz/no-answer', '1. Q: In which order?\n   Order\n   1. a\n   2. b\n   3. c', 'Order:'],
    ['quiz/mixed-markers', '1. Q: Which?\n   - (o) a\n   - ( ) b', '(x) before the right one'],
    ['quiz/missing-colon', '1. Q: What?\n   A: One thing.\n   Why It is.', 'Why:'],
    ['quiz/missing-colon', '1. Q: What?\n   A: One thing.\n\n   Hint Look up.', 'Hint:'],
    ['quiz/missing-colon', '1. Q: What?\n   - (x) a\n   - ( ) b\n\n   Why: It is.\n   Points 2', 'Points:'],
    ['quiz/unknown-label', 'Pass 80%\n\n1. Q: What?\n   A: One.', 'Pass:'],
    ['quiz/unknown-label', 'Attemps: 3\n\n1. Q: What?\n   A: One.', 'Attempts:'],
    ['quiz/unknown-label', 'Q - What is it?\nA - One.', 'Q:'],
    ['quiz/match-shape', '1. Q: Match.\n   Match:\n   - a - b\n   - c → d', '- a → b'],
    ['quiz/too-few', '1. Q: Match.\n   Match: a → b; c → d', '- c → d'],
    ['quiz/too-few', '1. Q: I can.\n   Rate: 1-4', 'Rate: 1 | 2 | 3 | 4'],
    ['quiz/order-too-short', '1. Q: Order.\n   Order: wake, eat, work', 'Order: wake → eat → work'],
    ['quiz/numeric-syntax', '1. Q: How many?\n   Number: 3 to 5', 'Number: 3..5'],
    ['quiz/numeric-syntax', '1. Q: How many?\n   Number: 1/2', 'Number: 0.5'],
    ['quiz/numeric-syntax', '1. Q: How many?\n   Number: about 0.7', 'Number: 0.7'],
    ['quiz/truth-explained', '1. Q: True or false: x.\n   A: False, because y holds.', 'Why: Y holds.'],
  ])('%s in %j', (code, quiz, help) => {
    expect(helps(quiz, code)[0]).toContain(help);
  });

  it('in the language of the lesson', () => {
    expect(helps('1. F: Wie viele?\n   Zahl: 3 bis 5', 'quiz/numeric-syntax', 'de')[0]).toContain('3..5');
    expect(helps('1. F: Was?\n   A: Eines.\n   Warum Es ist so.', 'quiz/missing-colon', 'de')[0]).toBe('Warum:');
  });
});

describe('left alone', () => {
  it.each([
    '1. Q: What?\n   A: It depends on the reason\n   Why not ask?\n   Why: z',
    '1. Q: Name it.\n   Why Linux?\n   A: One.\n   Why: z',
    '1. Q: True or false: x (true/false)?\n   A: Yes\n   Why: z',
    '1. Q: A set {a, b} has how many members?\n   A: Two.\n   Why: z',
  ])('%j', (quiz) => {
    expect(check(quiz).diagnostics.map(({ code }) => code).filter((code) => code !== 'quiz/only-self-marked')).toEqual([]);
  });
});
