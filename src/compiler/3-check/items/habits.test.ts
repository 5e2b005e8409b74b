/** Quizzes in the habits that authors bring along: other signs before options, marks of the right one, answer keys at the end. */
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../course/item.ts';
import { parseLesson } from '../../2-parse/parse-lesson.ts';
import { checkCourse } from '../check-course.ts';

function check(quiz: string, language = 'en') {
  const { output, diagnostics: parsed } = parseLesson('l.md', `# L1 — One\n\nDuration: 1 min · Language: ${language}\n\n## Core content\n\nWords.\n\n## Quiz\n\n${quiz}\n`);
  const { output: checked, diagnostics } = checkCourse({ courseFile: null, sources: { look: () => 'file', list: () => [] }, documents: [output], lock: null }, { draft: true });
  const quiet = ['quiz/no-why', 'quiz/only-self-marked', 'quiz/one-checked', 'lesson/interface-language'];
  return { items: checked.course?.lessons[0]?.items ?? [], diagnostics: [...parsed, ...diagnostics].filter(({ code }) => !quiet.includes(code)) };
}

/** Each question with its options, the right ones behind an equals sign, or with its answer. */
function told(item: Item): string {
  if (item.type === 'single' || item.type === 'multiple') return `${item.promptText} ${item.options.map(({ text, correct }) => (correct ? `=${text}` : text)).join(' ')}`;
  if (item.type === 'true-false') return `${item.promptText} ${item.answer ? 'true' : 'false'}`;
  return `${item.promptText} ${item.type}${item.type === 'short-answer' ? `: ${item.modelText}` : ''}`;
}

const read = (quiz: string, language?: string) => check(quiz, language).items.map(told);
const codes = (quiz: string, language?: string) => check(quiz, language).diagnostics.map(({ code }) => code);

describe('options are known by other signs', () => {
  it.each([
    ['letters in two brackets', '1. Q: Which?\n\n(a) one\n(b) two\n(c) three\n\nCorrect: (b)', 'en', 'Which? one =two three'],
    ['letters in two brackets, paragraph by paragraph', 'Q: Which?\n\n(A) one\n\n(B) two\n\nAnswer: A', 'en', 'Which? =one two'],
    ['small roman numbers', 'Q: Which?\ni) one\nii) two\niii) three\niv) four\n\nAnswer: iv', 'en', 'Which? one two three =four'],
    ['roman numbers in brackets, with a star', 'Q: Which?\n\n(i) one\n*(ii) two\n(iii) three', 'en', 'Which? one =two three'],
    ['numbers in circles', '問：どれですか。\n①　一\n②　二\n③　三\n\n正解：①、③', 'ja', 'どれですか。 =一 二 =三'],
    ['numbers in circles without a space', '問：どれですか。\n①一\n②二\n\n正解：②', 'ja', 'どれですか。 一 =二'],
    ['letters in a list', '1. Q: Which?\n   - (a) one\n   - (b) two\n\n   Answer: b', 'en', 'Which? one =two'],
    ['letters with nothing but a wide space', '問：どれですか。\nア　一\nイ　二\n\n正解：イ', 'ja', 'どれですか。 一 =二'],
    ['letters with a wide bracket', '問：どれですか。\n（ア）一\n（イ）二\n\n正解：イ', 'ja', 'どれですか。 一 =二'],
  ])('%s', (_, quiz, language, expected) => {
    expect(read(quiz, language)).toEqual([expected]);
    expect(codes(quiz, language)).toEqual([]);
  });

  it.each([
    ['a remark in brackets', 'Q: Which law\n(a) of the code applies?\nA: The first.', 'Which law (a) of the code applies? short-answer: The first.'],
    ['a single roman number', 'Q: What did\nI) say?\nA: Nothing.', 'What did I) say? short-answer: Nothing.'],
  ])('but not %s', (_, quiz, expected) => {
    expect(read(quiz)).toEqual([expected]);
  });
});

describe('the right option is marked by other means', () => {
  it.each([
    ['a star before its number', '1. Which?\n   1) one\n   *2) two\n   3) three', 'Which? one =two three'],
    ['a star before its number, in the first column', 'Q: Which?\n1. one\n*2. two\n3. three', 'Which? one =two three'],
    ['stars before several numbers', 'Q: Which?\n*1) one\n2) two\n*3) three', 'Which? =one two =three'],
    ['a word behind it', '1. Which?\n   - one\n   - two (richtig)\n   - three', 'Which? one =two three'],
    ['a tick behind it', '1. Which?\n   - one\n   - two ✓\n', 'Which? one =two'],
  ])('%s', (_, quiz, expected) => {
    expect(read(quiz)).toEqual([expected]);
    expect(codes(quiz)).toEqual([]);
  });

  it.each([
    ['the whole line is bold', 'Q: Which?\n\na) one\n**b) two**\nc) three'],
    ['its words are bold', 'Q: Which?\n\na) one\nb) **two**\nc) three'],
  ])('bold type, with a note: %s', (_, quiz) => {
    expect(read(quiz)).toEqual(['Which? one =two three']);
    expect(codes(quiz)).toEqual(['quiz/bold-option']);
  });

  it('but bold type says nothing beside an answer, or on several options', () => {
    expect(read('Q: Which?\n\na) **one**\nb) two\n\nAnswer: B')).toEqual(['Which? one =two']);
    expect(codes('Q: Which?\n\na) **one**\nb) **two**\nc) three')).toEqual(['quiz/no-correct']);
  });
});

describe('questions begin with other signs', () => {
  it.each([
    ['問1　どれですか。\nア．一\nイ．二\n\n正解：イ\n\n問2　何ですか。\n答え：二', 'ja', ['どれですか。 一 =二', '何ですか。 short-answer: 二']],
    ['【問1】どれですか。\nア．一\nイ．二\n\n正解：イ\n\n【問2】何ですか。\n答え：二', 'ja', ['どれですか。 一 =二', '何ですか。 short-answer: 二']],
    ['問1　［［Deployment］］は数を保つ。', 'ja', ['___は数を保つ。 fill-in']],
    ['問：地球は平ら。（○か×か）\n答え：×', 'ja', ['地球は平ら。（○か×か） false']],
  ])('%j', (quiz, language, expected) => {
    expect(read(quiz, language)).toEqual(expected);
    expect(codes(quiz, language)).toEqual([]);
  });
});

describe('answer keys stand below all questions', () => {
  const asked = '1. Which?\na) one\nb) two\nc) three\n\n2. Locks are old. True or False?\n\n3. Which apply?\n- [ ] one\n- [ ] two\n- [ ] three\n\n4. Name it.\n';
  const answered = ['Which? one two =three', 'Locks are old. True or False? true', 'Which apply? =one two =three', 'Name it. short-answer: a lock'];
  it.each([
    ['as a section of its own', '## Answer key\n\n1. C\n2. True\n3. A, C\n4. a lock'],
    ['below a smaller heading', '### Answer Key:\n\n1) c\n2) True\n3) A and C\n4) a lock'],
    ['below “Answers”', '## Answers\n\n1. C\n2. True\n3. A, C\n4. a lock'],
    ['below a bold line', '**Answers**\n\n1. C\n2. True\n3. A, C\n4. a lock'],
    ['behind a label', 'Answers:\n1. C\n2. True\n3. A, C\n4. a lock'],
    ['as a table', '## Answer key\n\n| Question | Answer |\n| --- | --- |\n| 1 | C |\n| 2 | True |\n| 3 | A, C |\n| 4 | a lock |'],
  ])('%s', (_, key) => {
    const { items, diagnostics } = check(`${asked}\n${key}`);
    expect(items.map(told)).toEqual(answered);
    expect(diagnostics.map(({ code }) => code)).toEqual(['quiz/answer-key']);
  });

  it.each([
    'Answers: 1-C, 2-True',
    '## Answer key\n\n1C 2T',
    '## Answer key\n\n1: C; 2: True',
  ])('on one line: %j', (key) => {
    expect(read(`${asked.split('\n3.')[0] ?? ''}\n\n${key}`)).toEqual(answered.slice(0, 2));
  });

  it('with the reasons', () => {
    const { items } = check(`${asked.split('\n3.')[0] ?? ''}\n\n## Answer key\n\n1. C – because it holds.\n2. True. It always was.`);
    expect(items.map(told)).toEqual(answered.slice(0, 2));
    expect(items.map(({ why }) => why)).toMatchObject([[{ value: 'It holds.' }], [{ value: 'It always was.' }]]);
  });

  it('is told where it answers what is not asked', () => {
    expect(codes('1. Which?\na) one\nb) two\n\n2. Why?\nA: So.\n\n## Answer key\n\n1. B\n7. C')).toEqual(['quiz/answer-key', 'quiz/key-number']);
  });

  it('does not overrule what a question says itself', () => {
    expect(read('1. Which?\n- (x) one\n- ( ) two\n\n2. Why?\n\n## Answer key\n\n1. A\n2. So.')).toEqual(['Which? =one two', 'Why? short-answer: So.']);
    expect(codes('1. Which?\n- (x) one\n- ( ) two\n\n2. Why?\n\n## Answer key\n\n1. B\n2. So.')).toEqual(['quiz/answer-key', 'quiz/key-differs']);
  });
});

it('a key ends where something else begins', () => {
  const text = '1. Which?\na) one\nb) two\n\n2. Why?\n\n## Answer key\n\n1. B\n2. So it is\n   and was.\n\nSource: CDC, 2011.';
  expect(read(text)).toEqual(['Which? one =two', 'Why? short-answer: So it is and was.']);
  expect(check(text).diagnostics.map(({ message }) => message)).toEqual([expect.stringContaining('nor what stands below it: “Source: CDC, 2011.”')]);
});

describe('questions without an answer are told what would be one', () => {
  const help = (quiz: string, language?: string): string | undefined => check(quiz, language).diagnostics.find(({ code }) => code === 'quiz/no-answer')?.help ?? undefined;
  it.each([
    ['1. The antiseptic is ____________ .', 'Write the answer in double brackets in place of the line: The antiseptic is [[answer]] .'],
    ['1. Locks are old. True or false?', 'Add the answer on a line of its own: A: True'],
    ['1. Match them.\n\n   | Lock | Of |\n   | --- | --- |\n   | bolt | wood |\n   | chip | plastic |', 'If both sides of the table are to be matched, write above it: Match:'],
  ])('%j', (quiz, expected) => {
    expect(help(quiz)).toContain(expected);
  });
});

describe('answers that could be marked automatically', () => {
  it.each([
    ['Q: How large?\nA: 0.18 +/- 0.01', 'Number: 0.18 ± 0.01'],
    ['Q: How large?\nA: 0.18 ± 0.01', 'Number: 0.18 ± 0.01'],
    ['Q: How many?\nA: 16', 'Number: 16'],
    ['Q: How long?\nA: 15 s', 'Number: 15 · Unit: s'],
  ])('numbers: %j', (quiz, expected) => {
    const { diagnostics } = check(quiz);
    expect(diagnostics.map(({ code, help }) => `${code} ${help ?? ''}`)).toEqual([`quiz/number-as-text ${expected}`]);
  });

  it.each(['Q: When?\nA: 1998', 'Q: What?\nA: 3 of them.', 'Q: How many?\nA: 16\nType: short answer', 'Q: How many?\nA: 16\nCheck:\n- counts biases'])('but not years, sentences and what the author settled: %j', (quiz) => {
    expect(codes(quiz)).toEqual([]);
  });

  it('lines to write on', () => {
    const { diagnostics } = check('Q: The antiseptic is ________ .\nA: chlorhexidine');
    expect(diagnostics.map(({ code, help }) => `${code} ${help ?? ''}`)).toEqual(['quiz/line-gap Q: The antiseptic is [[chlorhexidine]] .']);
  });
});

describe('questions of Open edX', () => {
  it.each([
    ['>>Which port is HTTPS?<<\n\n( ) 80\n(x) 443', 'Q: Which port is HTTPS?'],
    ['>>Which port is HTTPS?||Not 80.<<\n\n= 443', 'Q: Which port is HTTPS?'],
  ])('%j', (quiz, expected) => {
    const { diagnostics } = check(quiz);
    expect(diagnostics.map(({ code, help }) => `${code} ${help ?? ''}`)[0]).toContain(`quiz/other-program ${expected}`);
    expect(diagnostics).toHaveLength(1);
  });
});
