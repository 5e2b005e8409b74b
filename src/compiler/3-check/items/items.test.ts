/** Questions in all the ways in which they are written, and what comes out of them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../course/item.ts';
import { parseLesson } from '../../2-parse/parse-lesson.ts';
import { checkCourse } from '../check-course.ts';
import { plainText } from '../tree.ts';

const nothing = { look: () => 'missing' as const, list: (): string[] => [] };

/** A lesson with the given quiz, in Markdown unless the name says otherwise. */
function quiz(text: string, language = 'en'): { items: Item[]; codes: string[]; places: string[] } {
  const lesson = `---\nlanguage: ${language}\n---\n\n# L1.1 — Habits\n\n## Core content\n\nText.\n\n## Quiz\n\n${text}\n`;
  const parsed = parseLesson('lesson.md', lesson);
  const checked = checkCourse({ courseFile: null, documents: [parsed.output], lock: null, sources: nothing }, { draft: false });
  const all = [...parsed.diagnostics, ...checked.diagnostics];
  return {
    items: checked.output.course?.lessons[0]?.items ?? [],
    codes: all.map((d) => d.code),
    places: all.map((d) => `${d.line - 12}:${d.column} ${d.code}`),
  };
}

function brief(item: Item | undefined): Record<string, unknown> {
  if (item === undefined) return {};
  const base = { type: item.type, prompt: item.promptText, why: item.why === null ? null : plainText(item.why) };
  if (item.type === 'true-false') return { ...base, answer: item.answer };
  if (item.type === 'short-answer') return { ...base, answer: item.modelText };
  if (!('options' in item)) return base;
  return { ...base, right: item.options.filter((o) => o.correct).map((o) => o.text), options: item.options.map((o) => o.text) };
}

describe('the same question in different hands', () => {
  const choice = { type: 'single', prompt: 'Which lock is safest?', why: 'It cannot be copied.', right: ['The chip'], options: ['The bolt', 'The chip', 'The latch'] };
  it.each([
    ['numbered with brackets', '1. Q: Which lock is safest?\n   - ( ) The bolt\n   - (x) The chip\n   - ( ) The latch\n\n   Why: It cannot be copied.'],
    ['numbered with 1) and stars', '1) Q: Which lock is safest?\n   * ( ) The bolt\n   * (X) The chip\n   * ( ) The latch\n\n   Why: It cannot be copied.'],
    ['a task list', 'Q: Which lock is safest?\n\n- [ ] The bolt\n- [x] The chip\n- [ ] The latch\n\nWhy: It cannot be copied.'],
    ['lettered with A)', 'Which lock is safest?\nA) The bolt\nB) The chip\nC) The latch\nAnswer: B\nWhy: It cannot be copied.'],
    ['lettered with A.', '1. Q: Which lock is safest?\n   A. The bolt\n   B. The chip\n   C. The latch\n   ANSWER: B.\n   Explanation: It cannot be copied.'],
    ['lettered bullets', 'Q1: Which lock is safest?\n\n- A) The bolt\n- B) The chip\n- C) The latch\n\nCorrect answer: (B)\n\nRationale: It cannot be copied.'],
    ['bold labels', '**Q:** Which lock is safest?\n\n- ( ) The bolt\n- (x) The chip\n- ( ) The latch\n\n**Why:** It cannot be copied.'],
    ['bold words with a plain colon', '**Q1**: Which lock is safest?\n\n- ( ) The bolt\n- (x) The chip\n- ( ) The latch\n\n**Why**: It cannot be copied.'],
    ['a heading with a number', '### Q1 Which lock is safest?\n\n- ( ) The bolt\n- (x) The chip\n- ( ) The latch\n\nWhy: It cannot be copied.'],
    ['a heading and a label', '### Question 1\n\nQ: Which lock is safest?\n\n- ( ) The bolt\n- (x) The chip\n- ( ) The latch\n\nWhy: It cannot be copied.'],
    ['a heading without a number', '### Which lock is safest?\n\n- ( ) The bolt\n- (x) The chip\n- ( ) The latch\n\nWhy: It cannot be copied.'],
    ['lines without bullets', 'Q: Which lock is safest?\n( ) The bolt\n(x) The chip\n( ) The latch\nWhy: It cannot be copied.'],
    ['a plain numbered entry', '1. Which lock is safest?\n   - ( ) The bolt\n   - (x) The chip\n   - ( ) The latch\n\n   Because: It cannot be copied.'],
    ['an explanation drawn into the last option', 'Q: Which lock is safest?\n\n- ( ) The bolt\n- (x) The chip\n- ( ) The latch\nWhy: It cannot be copied.'],
    ['a bold line with a number', '**1. Q: Which lock is safest?**\n\n- ( ) The bolt\n- (x) The chip\n- ( ) The latch\n\nWhy: It cannot be copied.'],
    ['a bold number', '**3.** Which lock is safest?\n\n- ( ) The bolt\n- (x) The chip\n- ( ) The latch\n\nWhy: It cannot be copied.'],
    ['a bold line with a number and no label', '**4. Which lock is safest?**\nA) The bolt\nB) The chip\nC) The latch\n\nAnswer: B\n\nWhy: It cannot be copied.'],
    ['a bold heading', '### **2. Which lock is safest?**\n\n- ( ) The bolt\n- (x) The chip\n- ( ) The latch\n\nWhy: It cannot be copied.'],
    ['a number in brackets', '(1) Q: Which lock is safest?\n\n- ( ) The bolt\n- (x) The chip\n- ( ) The latch\n\nWhy: It cannot be copied.'],
    ['an explanation in a box', 'Q: Which lock is safest?\n\n- ( ) The bolt\n- (x) The chip\n- ( ) The latch\n\n> **Why:** It cannot be copied.'],
    ['an explanation drawn into the last feedback', 'Q: Which lock is safest?\n\n- ( ) The bolt\n- (x) The chip\n- ( ) The latch\n  > Too thin.\nWhy: It cannot be copied.'],
    ['brackets without their spaces', 'Q: Which lock is safest?\n-( )The bolt\n-(x) The chip\n- ( )The latch\n\nWhy: It cannot be copied.'],
    ['full-width brackets', 'Ｑ：Which lock is safest?\n（　）The bolt\n（ｘ）The chip\n（　）The latch\n\nWhy：It cannot be copied.'],
    ['numbered answers', 'Q3: Which lock is safest?\nA) The bolt\nB) The chip\nC) The latch\nA3: B\nWhy 3: It cannot be copied.'],
    ['a letter with its words as the answer', '1. Which lock is safest?\n   a) The bolt\n   b) The chip\n   c) The latch\n\n   Correct: b) The chip\n\n   Why: It cannot be copied.'],
    ['unmarked options and their letter', 'Q: Which lock is safest?\n- ( ) The bolt\n- ( ) The chip\n- ( ) The latch\n\nCorrect answer: B\nWhy: It cannot be copied.'],
    ['options under their label', 'Q: Which lock is safest?\nOptions:\n- The bolt\n- The chip\n- The latch\n\nAnswer: The chip.\nWhy: It cannot be copied.'],
    ['bold words without colons', '**Question 1** Which lock is safest?\n\n**A.** The bolt\n\n**B.** The chip\n\n**C.** The latch\n\n**Answer:** **B**\n\n***Why:*** It cannot be copied.'],
    ['bold letters in bullets', 'Q: Which lock is safest?\n- **A)** The bolt\n- **B)** The chip\n- **C)** The latch\n\nAnswer: B\n\nWhy: It cannot be copied.'],
    ['letters in paragraphs', 'Q: Which lock is safest?\n\nA. The bolt\n\nB. The chip\n\nC. The latch\n\nAnswer: B\n\nWhy: It cannot be copied.'],
    ['all on one line', '1. Q: Which lock is safest? ( ) The bolt (x) The chip ( ) The latch\n   Why: It cannot be copied.'],
    ['options on one line', 'Q: Which lock is safest?\n( ) The bolt (x) The chip ( ) The latch\nWhy: It cannot be copied.'],
    ['options in one bullet', 'Q: Which lock is safest?\n- ( ) The bolt (x) The chip ( ) The latch\n\nWhy: It cannot be copied.'],
    ['boxes of a word processor', 'Q: Which lock is safest?\n\n☐ The bolt\n☒ The chip\n☐ The latch\n\nWhy: It cannot be copied.'],
    ['a heading for each part', '### Question 1\n\nWhich lock is safest?\n\n- ( ) The bolt\n- (x) The chip\n- ( ) The latch\n\n#### Explanation\n\nIt cannot be copied.'],
    ['line breaks of a web page', 'Q: Which lock is safest?<br>A) The bolt<br>B) The chip<br>C) The latch<br>Answer: B<br>Why: It cannot be copied.'],
    ['full-width letters', '問１：Which lock is safest?\nＡ）The bolt\nＢ）The chip\nＣ．The latch\n答え：Ｂ\n理由：It cannot be copied.'],
    ['Arabic letters in the old order', 'Q: Which lock is safest?\nأ) The bolt\nب) The chip\nج) The latch\nالإجابة: ب\nWhy: It cannot be copied.'],
    ['Arabic letters in the order of the dictionary', 'س: Which lock is safest?\n\n- ا) The bolt\n- ب) The chip\n- ت) The latch\n\nالإجابة: (ب)\n\nلماذا: It cannot be copied.'],
    ['Japanese letters', '問１：Which lock is safest?\nア）The bolt\nイ）The chip\nウ．The latch\n答え：イ\n理由：It cannot be copied.'],
    ['Cyrillic letters', 'Q: Which lock is safest?\nа. The bolt\nб. The chip\nв. The latch\nAnswer: б\nWhy: It cannot be copied.'],
    ['small letters and a blank line before the answer', 'Q: Which lock is safest?\na) The bolt\nb) The chip\nc) The latch\n\nAnswer: b\n\nWhy: It cannot be copied.'],
    ['letters and one option in bold', '1. Q: Which lock is safest?\n\n   A. The bolt\n\n   B. **The chip**\n\n   C. The latch\n\n   Answer: B\n\n   Why: It cannot be copied.'],
    ['letters and options in code', '1. Q: Which lock is safest?\n   a) `The bolt`\n   b) `The chip`\n   c) `The latch`\n\n   Answer: b\n\n   Why: It cannot be copied.'],
    ['letters with a dot and options in code', 'Q: Which lock is safest?\nA. `The bolt`\nB. _The chip_\nC. [The latch](https://example.org)\n\nAnswer: B\n\nWhy: It cannot be copied.'],
    ['letters and code in paragraphs', 'Q: Which lock is safest?\n\na) `The bolt`\n\nb) **The chip**\n\nc) The latch\n\nAnswer: b\n\nWhy: It cannot be copied.'],
    ['letters and code in bullets', 'Q: Which lock is safest?\n\n- a) `The bolt`\n- b) `The chip`\n- c) The latch\n\nAnswer: b\n\nWhy: It cannot be copied.'],
    ['a star before the letter', '1. Q: Which lock is safest?\n   A. The bolt\n   *B. The chip\n   C. The latch\n\n   Why: It cannot be copied.'],
    ['a star before the letter and the answer', 'Q: Which lock is safest?\nA. The bolt\n*B. The chip\nC. The latch\n\nAnswer: B\n\nWhy: It cannot be copied.'],
    ['a star after the option', 'Q: Which lock is safest?\nA. The bolt\nB. The chip *\nC. The latch\n\nWhy: It cannot be copied.'],
    ['a remark after the option', 'Q: Which lock is safest?\na) The bolt\nb) The chip (correct)\nc) The latch\n\nWhy: It cannot be copied.'],
    ['a tick after the option', 'Q: Which lock is safest?\n\n- ( ) The bolt\n- ( ) The chip ✓\n- ( ) The latch\n\nWhy: It cannot be copied.'],
    ['a bold remark after the option', 'Q: Which lock is safest?\na) The bolt\nb) The chip **(correct)**\nc) The latch\n\nWhy: It cannot be copied.'],
    ['a star before a letter in bullets', 'Q: Which lock is safest?\n\n- A. The bolt\n- *B. The chip\n- C. The latch\n\nWhy: It cannot be copied.'],
    ['a whole option in bold', 'Q: Which lock is safest?\nA. The bolt\n**B. The chip**\nC. The latch\n\nAnswer: B\n\nWhy: It cannot be copied.'],
    ['labels in bullets', '- Q: Which lock is safest?\n  - ( ) The bolt\n  - (x) The chip\n  - ( ) The latch\n- Why: It cannot be copied.'],
  ])('%s', (_, text) => {
    expect(quiz(text).items.map(brief)).toEqual([choice]);
  });

  const written = { type: 'short-answer', prompt: 'Why lock?', why: 'Thieves are quick.', answer: 'So that nobody enters.' };
  it.each([
    ['on one line', '1. Q: Why lock? A: So that nobody enters. Why: Thieves are quick.'],
    ['on three lines', 'Q: Why lock?\nA: So that nobody enters.\nWhy: Thieves are quick.'],
    ['in three paragraphs', 'Q: Why lock?\n\nA: So that nobody enters.\n\nWhy: Thieves are quick.'],
    ['half and half', '1. Q: Why lock? A: So that nobody enters.\n   Why: Thieves are quick.'],
    ['with a model answer', '2. Question: Why lock?\n   Model answer: So that nobody enters.\n   Reason: Thieves are quick.'],
    ['below a list number', '1. Q: Why lock?\n\nA: So that nobody enters.\n\nWhy: Thieves are quick.'],
  ])('a written answer %s', (_, text) => {
    expect(quiz(text).items.map(brief)).toEqual([written]);
  });
});

describe('an answer', () => {
  it('is true or false in the words of the lesson’s language, and the announcement is not shown', () => {
    expect(quiz('F: Wahr oder falsch: ein Schloss genügt.\nA: Falsch.\nWarum: Zwei sind besser.', 'de').items.map(brief)).toEqual([
      { type: 'true-false', prompt: 'Ein Schloss genügt.', why: 'Zwei sind besser.', answer: false },
    ]);
    expect(quiz('Q : Vrai ou faux : pH se lit « pé hache ».\nR : Vrai\nPourquoi : Ainsi.', 'fr').items.map(brief)).toEqual([
      { type: 'true-false', prompt: 'pH se lit « pé hache ».', why: 'Ainsi.', answer: true },
    ]);
  });

  it('may stand in one line with the question where no spaces are written', () => {
    expect(quiz('問２：正しいか誤りか：鍵は錆びる。答え：正しい。理由：水。', 'ja').items.map(brief)).toEqual([{ type: 'true-false', prompt: '鍵は錆びる。', why: '水。', answer: true }]);
  });

  it('is written text where the author says so', () => {
    const { items, codes } = quiz('Q: Is it safe?\nA: No\nType: short answer\nWhy: x');
    expect(items.map((item) => [item.type, item.graded, item.points, item.attempts])).toEqual([['short-answer', false, 0, 0]]);
    expect(codes).not.toContain('quiz/tf-as-text');
  });

  it('does not begin at a letter and a colon inside the question', () => {
    expect(quiz('1. Q: What is vitamin A: a fat or an acid? A: An alcohol. Why: It has an OH group.').items.map(brief)).toEqual([
      { type: 'short-answer', prompt: 'What is vitamin A: a fat or an acid?', why: 'It has an OH group.', answer: 'An alcohol.' },
    ]);
  });

  it('may follow a hint on the same line', () => {
    const [item] = quiz('Q: Why lock? Hint: Think of the night. A: Thieves come. Why: They are quick. Points: 2').items;
    expect(item).toMatchObject({ promptText: 'Why lock?', modelText: 'Thieves come.' });
    expect(item?.hints.map((hint) => plainText(hint))).toEqual(['Think of the night.']);
  });

  it('may hold code and links, whose text is not searched for labels', () => {
    const [item] = quiz('Q: What does `Why: no` print? A: The words `A: yes`. Why: See [A: docs](https://example.com/).').items;
    expect(brief(item)).toMatchObject({ prompt: 'What does Why: no print?', answer: 'The words A: yes.', why: 'See A: docs.' });
  });
});

describe('options', () => {
  it('carry feedback from a quotation or a label below them, and may stay last', () => {
    const [item] = quiz('Q: Which?\n\n- ( ) One\n  > Too few.\n- (x) Two\n  Feedback: Right so.\n- ( ) None of these (last)\n\nWhy: x').items;
    if (item?.type !== 'single') throw new Error('not a single choice');
    expect(item.options.map((o) => [o.text, o.last, o.feedback === null ? null : plainText(o.feedback)])).toEqual([
      ['One', false, 'Too few.'],
      ['Two', false, 'Right so.'],
      ['None of these', true, null],
    ]);
  });

  it('make a multiple choice when several are ticked or all may be', () => {
    const type = (text: string) => quiz(`Q: Which?\n\n${text}\n\nWhy: x`).items.map((item) => (item.type === 'multiple' ? [item.type, item.select, item.scoring] : [item.type]));
    expect(type('- [x] a1\n- [x] b1\n- [ ] c1')).toEqual([['multiple', null, 'all-or-nothing']]);
    expect(type('- [x] a1\n- [ ] b1\n\nSelect: all that apply · Scoring: partial')).toEqual([['multiple', null, 'partial']]);
    expect(type('- [x] a1\n- [x] b1\n- [ ] c1\n\nSelect: exactly 2')).toEqual([['multiple', 2, 'all-or-nothing']]);
    expect(type('- [x] a1\n- [ ] b1')).toEqual([['single']]);
  });

  it('that only signs tell apart have ids of their own, whatever their order', () => {
    const ids = (options: string[]) => {
      const [item] = quiz(`Q: Which?\n\n${options.map((o, i) => `- (${i === 0 ? 'x' : ' '}) ${o}`).join('\n')}\n\nWhy: x`).items;
      return item?.type === 'single' ? Object.fromEntries(item.options.map((o) => [o.text, o.id])) : {};
    };
    const forward = ids(['C', 'C++', 'C#', '正解', 'Ada Lovelace']);
    expect(ids(['正解', 'C#', 'Ada Lovelace', 'C++', 'C'])).toEqual(forward);
    expect(new Set(Object.values(forward)).size).toBe(5);
    for (const id of Object.values(forward)) expect(id).toMatch(/^[A-Za-z0-9_.]{1,250}$/);
    expect(forward['Ada Lovelace']).toBe('ada_lovelace');
  });
});

describe('labels that count', () => {
  it('may share a line, in bold or plain', () => {
    const [read] = quiz('Q: True or false: keys rust.\nA: True\nWhy: Water.\n**Points:** 2 · **Tags:** metal, water · **Id:** rust · Attempts: 0').items;
    expect(read).toMatchObject({ id: 'rust', points: 2, tags: ['metal', 'water'], attempts: 0 });
  });

  it('collect hints in order', () => {
    const [item] = quiz('Q: Why lock?\nA: Thieves.\nHint: Think of the night.\nHint: Think of the window.\nWhy: x').items;
    expect(item?.hints.map((hint) => plainText(hint))).toEqual(['Think of the night.', 'Think of the window.']);
  });

  it('give ideas to tick off under Check', () => {
    const [item] = quiz('Q: Why lock?\nA: Thieves.\nWhy: x\nCheck:\n- names thieves\n- names weather').items;
    expect(item?.type === 'short-answer' ? item.check.map((idea) => plainText(idea)) : []).toEqual(['names thieves', 'names weather']);
  });
});

describe('a list of ideas, and whatever else Markdown draws lines into', () => {
  const lock = { type: 'short-answer', prompt: 'Why lock?', why: 'Night.', answer: 'Thieves.' };
  it.each([
    ['Check', 'Q: Why lock?\nA: Thieves.\nCheck:\n- names thieves\n- names weather\nWhy: Night.\nId: lock'],
    ['an indented Check', '1. Q: Why lock?\n   A: Thieves.\n   Check:\n   - names thieves\n   - names weather\n   **Why:** Night.\n   Id: lock · Tags: x'],
    ['a Check below the explanation', 'Q: Why lock?\nA: Thieves.\nWhy: Night.\nCheck:\n1. names thieves\n2. names weather\nId: lock\nHint: Think.'],
  ])('%s gives up the labels below it', (_, text) => {
    const [item] = quiz(text).items;
    expect(brief(item)).toEqual(lock);
    expect(item?.id).toBe('lock');
    expect(item?.type === 'short-answer' ? item.check.map((idea) => plainText(idea)) : []).toEqual(['names thieves', 'names weather']);
  });

  it('a list, a quotation and a table in the question give them up too', () => {
    expect(quiz('Q: Why lock?\n- one\n  - two\nA: Thieves.\nWhy: Night.').items.map(brief)).toEqual([{ ...lock, prompt: 'Why lock? one two' }]);
    expect(quiz('Q: Why lock?\n\n> Lock it.\nA: Thieves.\nWhy: Night.').items.map(brief)).toEqual([{ ...lock, prompt: 'Why lock? Lock it.' }]);
    expect(quiz('Q: Why lock?\n\n| a | b |\n|---|---|\n| 1 | 2 |\nA: Thieves.\nWhy: Night.').items.map(brief)).toEqual([{ ...lock, prompt: 'Why lock? a b 1 2' }]);
  });

  it('what the author quotes below an option stays its feedback', () => {
    const [item] = quiz('Q: Which?\n\n- ( ) One\n  > Why: too few.\n- (x) Two\n  > Right so.\nWhy: Night.').items;
    expect(item?.type === 'single' ? item.options.map((o) => plainText(o.feedback ?? [])) : []).toEqual(['Why: too few.', 'Right so.']);
    expect(plainText(item?.why ?? [])).toBe('Night.');
  });

  it('answers collected below all questions find theirs by number', () => {
    const { items, codes } = quiz('Q1: Why lock?\n\nQ2: Why two?\n\nA2: Thieves come in pairs.\nWhy: x\nA1: Thieves.\nWhy: y');
    expect(items.map(brief)).toEqual([
      { type: 'short-answer', prompt: 'Why lock?', why: 'y', answer: 'Thieves.' },
      { type: 'short-answer', prompt: 'Why two?', why: 'x', answer: 'Thieves come in pairs.' },
    ]);
    expect(codes).toEqual(['quiz/only-self-marked']);
    expect(quiz('Q1: Why lock?\nA: Thieves.\nWhy: x\nA2: Nobody.').places).toContain('4:1 quiz/no-question');
  });
});

describe('what is not understood', () => {
  it.each([
    ['Draw: 3 from #bank\n\nQ: True or false: x.\nA: True', '1:7 quiz/draw-bank'],
    ['Q: Why?\nAnwser: So.', '2:1 quiz/unknown-label'],
    ['- ( ) one\n- (x) two', '1:3 quiz/no-question'],
    ['Q: Which?\n\n- ( ) one\n- two', '4:3 quiz/mixed-markers'],
    ['Q: Which?\n\n- apples\n- pears\n\n- (x) both\n- ( ) neither', '3:3 quiz/mixed-markers'],
    ['Q; Why?\nA: So.\nWhy: x', '1:1 quiz/unknown-label'],
    ['Q: Why?\nA: So.\nWhy: x\n\nQuestion – Why not?\nAnswer – So.', '5:1 quiz/unknown-label'],
    ['Q: Why?\nA: So it is Why: x', '2:13 quiz/buried-label'],
    ['Q: Why?\nA: So.\nWhy: x\n\n---\n\nThe end.', '7:1 quiz/unused-text'],
    ['Think.', '-1:1 quiz/empty'],
    ['Which?\nA) one\nB) two\nAnswer: B\n\nMind the gap.', '6:1 quiz/unused-text'],
    ['Read on.\n\nQ: True or false: x.\nA: True', '1:1 quiz/unused-text'],
    ['Q: Which?\n\n- ( ) one\n- (x) two\n\nMind the gap.', '6:1 quiz/unused-text'],
    ['Q: Which?\n\n- ( ) one\n- (x) two\n\n> Mind the gap.', '6:1 quiz/unused-text'],
    ['### What is it?\n\nIt is that.\n\nQ: True or false: x.\nA: True', '3:1 quiz/unused-text'],
    ['Q: True or false: x.\nA: True\nPoints: 2\n\nMind the gap.', '5:1 quiz/unused-text'],
    ['Q: Which?\n\n- ( ) one\n- (x) two\n\nA: one', '6:1 quiz/two-answers'],
    ['Q: Which?\n\n- ( ) one\n- ( ) two\n\nA: A, B', '3:3 quiz/no-correct'],
    ['Q: Which?\n\n- ( ) one\n- (x) two\n\nSelect: all that apply', '6:9 quiz/select-differs'],
    ['Q: Which?\n\n- one\n- two\n\nA: two', '6:1 quiz/plain-options'],
    ['Q: True or false: x.\nA: True\nTime limit: 3 min', '3:1 quiz/not-used'],
    ['Q: Why?\nA: So.\nPoints: 2', '3:1 quiz/not-used'],
    ['Q: Which?\n\n- ( ) one\n- (x) two\n\nCheck:\n- an idea', '6:1 quiz/not-used'],
  ])('is an error at its place: %j', (text, expected) => {
    expect(quiz(text).places).toContain(expected);
  });
});

describe('any arrangement of questions', () => {
  const word = fc.constantFrom('locks', 'keys', 'doors', 'chips', 'bolts', 'alarms', 'guards', 'fences');
  const sentence = fc.array(word, { minLength: 3, maxLength: 6 }).map((words) => words.join(' '));
  const question = fc.record({ prompt: sentence, answer: sentence, why: sentence, layout: fc.constantFrom('line', 'lines', 'list', 'bold') });

  function write({ prompt, answer, why, layout }: { prompt: string; answer: string; why: string; layout: string }, i: number): string {
    if (layout === 'line') return `Q${i + 1}: ${prompt}? A: ${answer}. Why: ${why}.`;
    if (layout === 'lines') return `Q: ${prompt}?\nA: ${answer}.\nWhy: ${why}.`;
    if (layout === 'bold') return `**Q:** ${prompt}?\n\n**A:** ${answer}.\n\n**Why:** ${why}.`;
    return `${i + 1}. Q: ${prompt}?\n   A: ${answer}.\n   Why: ${why}.`;
  }

  it('is read question by question', () => {
    fc.assert(
      fc.property(fc.array(question, { minLength: 1, maxLength: 6 }), (questions) => {
        const { items } = quiz(questions.map(write).join('\n\n'));
        expect(items.map(brief)).toEqual(questions.map(({ prompt, answer, why }) => ({ type: 'short-answer', prompt: `${prompt}?`, why: `${why}.`, answer: `${answer}.` })));
        expect(new Set(items.map((item) => item.id)).size).toBe(items.length);
      }),
      { numRuns: 60 },
    );
  });

  it('never ends the program, whatever the signs', () => {
    const piece = fc.constantFrom('Q:', 'A:', 'Why:', '- ( )', '- [x]', '(x)', 'A)', 'B.', '1.', '###', '>', '**', '\n', '\n\n', '   ', ' · ', 'Points:', '[[', ']]', 'word', '<!--', '`', '|', ':', '\nMatch:\n', '\nSort:\n', '- a →', 'Number:', '= 3', '/a', 'Hotspot:', '8% 9% 1% 2%', '\nDraw: 1 from #a\n', '\n:::bank{#a}\n', '\n:::\n');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        for (const place of quiz(pieces.join(' ')).places) expect(place).toMatch(/^-?\d+:[1-9]\d* [a-z]+\/[a-z0-9-]+$/);
      }),
      { numRuns: 100 },
    );
  });
});
