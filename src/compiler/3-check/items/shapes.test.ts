/** Questions with a shape of their own, in different hands and languages, and the quiz around them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Course } from '../../../course/course.ts';
import type { Item } from '../../../course/item.ts';
import { parseLesson } from '../../2-parse/parse-lesson.ts';
import type { LessonDocument } from '../../2-parse/document.ts';
import { checkCourse } from '../check-course.ts';

const head = '# L1.1 — Locks\n\nLanguage: en\n\n## Core content\n\nLocks keep doors shut.\n\n## Quiz\n\n';

function check(text: string, others: Record<string, string> = {}) {
  const parsed = parseLesson('lesson.md', text);
  const open = (path: string): LessonDocument | null => (others[path] === undefined ? null : parseLesson(path, others[path] ?? '').output);
  const checked = checkCourse({ courseFile: null, documents: [parsed.output], lock: null, sources: { look: () => 'file', list: () => [] }, open }, { draft: false });
  const all = [...parsed.diagnostics, ...checked.diagnostics];
  return { course: checked.output.course, lesson: checked.output.course?.lessons[0], codes: all.map(({ code }) => code), lock: checked.output.lock };
}

function quiz(questions: string, language = 'en') {
  const { lesson, codes } = check(`${head.replace('Language: en', `Language: ${language}`)}${questions}`);
  return { items: lesson?.items ?? [], codes: codes.filter((code) => !['quiz/no-why', 'quiz/only-self-marked', 'lesson/interface-language'].includes(code)), lesson };
}

const one = (questions: string, language?: string): Item | undefined => quiz(questions, language).items[0];

function pairsOf(item: Item | undefined): string[] {
  if (item?.type !== 'matching' && item?.type !== 'categorise') return [];
  const target = new Map(item.targets.map(({ id, text }) => [id, text]));
  return item.pairs.map((pair) => `${pair.text}=${target.get(pair.target) ?? '?'}`);
}

describe('pairs', () => {
  it.each([
    ['arrows', 'Q: Match.\nMatch:\n- bolt → wood\n- chip → plastic'],
    ['arrows of two signs', 'Q: Match.\nMatch:\n- bolt -> wood\n- chip => plastic'],
    ['lines without bullets', 'Q: Match.\nMatch:\nbolt → wood\nchip -> plastic'],
    ['a table', 'Q: Match.\n\nMatch:\n\n| lock | of |\n| --- | --- |\n| bolt | wood |\n| chip | plastic |'],
    ['bold labels', '**Q:** Match.\n\n**Match:**\n\n* bolt → wood\n* chip → plastic'],
    ['a numbered entry', '1. Q: Match.\n   Match:\n   - bolt → wood\n   - chip → plastic\n\n   Points: 2'],
  ])('are read from %s', (_, text) => {
    const { items, codes } = quiz(text);
    expect(codes).toEqual([]);
    expect(pairsOf(items[0])).toEqual(['bolt=wood', 'chip=plastic']);
  });

  it('may have partners for nobody, with a remark that learners do not see', () => {
    const item = one('Q: Match.\nMatch:\n- bolt → wood\n- chip → plastic\n- → glass (extra, nobody has it)');
    expect(item?.type === 'matching' && item.targets.map(({ text }) => text)).toEqual(['wood', 'plastic', 'glass']);
  });

  it('keep code, bold words and what is said about each', () => {
    const item = one('Q: Match.\nMatch:\n- `bolt` → **wood**\n  > It is old.\n- chip → plastic');
    expect(item?.type === 'matching' && item.pairs[0]).toMatchObject({ text: 'bolt', prose: [{ type: 'inlineCode' }], feedback: [{ type: 'text', value: 'It is old.' }] });
  });

  it('are solvable where two share a partner', () => {
    const { items, codes } = quiz('Q: Match.\nMatch:\n- bolt → wood\n- latch → Wood\n- chip → plastic');
    expect(codes).toEqual(['quiz/match-duplicate-right']);
    expect(items[0]).toMatchObject({ reuse: true, targets: [{ text: 'wood' }, { text: 'plastic' }] });
  });

  it.each([
    ['de', 'F: Was gehört zusammen?\nZuordnen:\n- Riegel → Holz\n- Chip → Plastik\n\nWiederverwenden: ja'],
    ['fr', 'Q: Qui va avec qui ?\nAssocier:\n- verrou → bois\n- puce → plastique\n\nRéutiliser: oui'],
    ['es', 'P: ¿Qué va con qué?\nRelacionar:\n- cerrojo → madera\n- chip → plástico\n\nReutilizar: sí'],
    ['ja', '問：組み合わせは？\n組み合わせ：\n- ボルト → 木\n- チップ → プラスチック\n\n再利用：はい'],
    ['ar', 'س: ما الذي يناسب؟\nطابق:\n- المزلاج ← خشب\n- الرقاقة ← بلاستيك\n\nإعادة الاستخدام: نعم'],
  ])('are read in %s', (language, text) => {
    const { items, codes } = quiz(text, language);
    expect(codes).toEqual([]);
    expect(items[0]).toMatchObject({ type: 'matching', reuse: true });
    expect(pairsOf(items[0])).toHaveLength(2);
  });
});

describe('order, groups and scales', () => {
  it('are read from pasted text in one list with the questions', () => {
    const { items, codes } = quiz('1. Q: Order.\nOrder:\n1. one\n2. two\n3. three\nWhy: So.\n2. Q: Sort.\nSort:\n- A\n  - x\n- B\n  - y\n3. Q: Rate it.\nRate:\n- low\n- high');
    expect(codes.filter((code) => code !== 'syntax/numbering-jump')).toEqual([]);
    expect(items.map(({ type }) => type)).toEqual(['ordering', 'categorise', 'likert']);
    expect(pairsOf(items[1])).toEqual(['x=A', 'y=B']);
    expect(items[2]).toMatchObject({ graded: false, points: 0, steps: [{ text: 'low' }, { text: 'high' }] });
  });

  it('short steps may stand on one line', () => {
    expect(one('Q: Order.\nOrder: wake up → get up -> eat')).toMatchObject({ type: 'ordering', steps: [{ text: 'wake up' }, { text: 'get up' }, { text: 'eat' }] });
  });

  it('a group may stay empty, as a distractor', () => {
    const item = one('Q: Sort.\nSort:\n- A\n  - x\n  - y\n- B');
    expect(item?.type === 'categorise' && item.targets.map(({ text }) => text)).toEqual(['A', 'B']);
  });

  it('ideas to tick off may be a check list', () => {
    expect(one('Q: Why?\nA: So it is.\nCheck:\n- [ ] one\n- [ ] two')).toMatchObject({ type: 'short-answer', check: [[{ value: 'one' }], [{ value: 'two' }]] });
  });
});

describe('gaps', () => {
  it('leave signs of Markdown in their answers alone', () => {
    const item = one('Q: It is [[/a.*b_c*/ | \\*star\\* | a\\|b | <tag> | `.pt`]].');
    expect(item?.type === 'fill-in' && item.blanks).toEqual([{ id: 'b1', kind: 'text', accept: ['*star*', 'a|b', '<tag>', '.pt'], patterns: [{ source: 'a.*b_c*', flags: '' }] }]);
  });

  it('stand in lists, tables and bold words, in reading order, and not in code or formulas', () => {
    const item = one('Q: Fill in:\n\n- first [[a]]\n- second **[[b]]**\n\n| x | y |\n| --- | --- |\n| [[c \\| d]] | `[[e]]` |\n\nA: and [[f]], not $$[[1,2],[3,4]]$$.');
    expect(item?.type === 'fill-in' && item.blanks.map((blank) => (blank.kind === 'text' ? blank.accept.join('/') : ''))).toEqual(['a', 'b', 'c/d', 'f']);
  });

  it('of the prompt show as a line in what the platform is told', () => {
    expect(one('Q: The [[first]] and the [[second]].')?.promptText).toBe('The ___ and the ___.');
  });

  it('keep a link in double brackets a link', () => {
    expect(one('Q: See [[1]](https://example.org) and tell.\nA: It is so.')).toMatchObject({ type: 'short-answer' });
  });

  it('are found again at their place', () => {
    const { codes } = quiz('Q: One [[]].');
    expect(codes).toEqual(['quiz/blank-empty']);
  });

  const word = fc.stringMatching(/^[a-z*_~<&]{1,6}$/).filter((text) => !/^[-(=/]/.test(text));
  it('give back any words that were put into them', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 4 }), (words) => {
        const item = one(`Q: It is [[${words.join(' | ')}]] here.`);
        expect(item?.type === 'fill-in' && item.blanks[0]).toMatchObject({ accept: words });
      }),
      { numRuns: 40 },
    );
  });
});

describe('numbers', () => {
  it.each([
    ['en', '0.693 ± 0.005', { value: 0.693, min: 0.688, max: 0.698 }],
    ['de', '0,693 ± 0,005', { value: 0.693, min: 0.688, max: 0.698 }],
    ['en', '0.693 +/- 0.005', { value: 0.693, min: 0.688, max: 0.698 }],
    ['en', '200 ± 5%', { value: 200, min: 190, max: 210 }],
    ['en', '-3 +- 1', { value: -3, min: -4, max: -2 }],
    ['en', '1..5', { value: null, min: 1, max: 5 }],
    ['en', '-1.5...2.5', { value: null, min: -1.5, max: 2.5 }],
    ['en', '1,024', { value: 1024, min: 1024, max: 1024 }],
    ['en', '1.5e9 ± 10%', { value: 1.5e9, min: 1.35e9, max: 1.65e9 }],
  ])('in %s: %s', (language, words, target) => {
    const { items, codes } = quiz(`Q: How many?\nNumber: ${words}`, language);
    expect(codes).toEqual([]);
    expect(items[0]).toMatchObject({ type: 'numeric', target });
  });

  it.each([['en', '0,45'], ['de', '0.45'], ['en', '5..1'], ['en', '3 ± -1'], ['en', '3 cm'], ['en', 'three']])('in %s %s is none', (language, words) => {
    expect(quiz(`Q: How many?\nNumber: ${words}`, language).codes).toEqual(['quiz/numeric-syntax']);
  });
});

describe('the whole quiz', () => {
  const question = 'Q: True or false: doors have locks.\nA: True.\nWhy: Thieves.';
  it('has rules from its preamble', () => {
    expect(quiz(`Attempts: 2 · Time limit: 90 s (strict) · Feedback: never · Shuffle: both\n\n${question}`).lesson?.quiz).toEqual({ attempts: 2, timeLimit: { seconds: 90, strict: true }, feedback: 'never', review: 'always', shuffle: true });
  });

  it('has them from the header too', () => {
    const { lesson } = check(`---\nattempts: 2\nfeedback: end\nreview: after-pass\ntime-limit: 5 min\nshuffle: questions\n---\n\n${head}${question}`);
    expect(lesson?.quiz).toEqual({ attempts: 2, timeLimit: { seconds: 300, strict: false }, feedback: 'end', review: 'after-pass', shuffle: true });
  });

  it('hands scoring and confidence on to its questions', () => {
    const { items } = quiz('Scoring: all or nothing · Confidence: ask\n\nQ: Match.\nMatch:\n- a → b\n- c → d\n\nQ: Order.\nOrder:\n1. a\n2. b\n3. c\n\nScoring: partial\nConfidence: no');
    expect(items).toMatchObject([{ scoring: 'all-or-nothing', confidence: true }, { scoring: 'partial', confidence: false }]);
  });
});

describe('banks', () => {
  const bank = ':::bank{#locks}\n1. Q: True or false: doors have locks.\n   A: True.\n   Why: Thieves.\n   Id: doors\n\n2. Q: True or false: windows have locks.\n   A: False.\n   Why: Few do.\n:::\n';
  it('are asked where the draw stands, between what is written', () => {
    const { items, lesson, codes } = quiz(`Q: First [[one]].\nWhy: x\n\nDraw: 1 from #locks\n\nQ: Last [[one]].\nWhy: x\n\n${bank}`);
    expect(codes).toEqual([]);
    expect(items.map(({ promptText, bank: from }) => [promptText, from === null])).toEqual([['First ___.', true], ['Doors have locks.', false], ['Windows have locks.', false], ['Last ___.', true]]);
    expect(lesson?.draws).toEqual([{ bank: 'lesson.md#locks', count: 1 }]);
  });

  it('may stand in the reading text, and leave no trace there', () => {
    const { lesson } = check(`${head.replace('shut.', `shut.\n\n${bank}`)}Draw: 2 from #locks`);
    expect(lesson?.items).toHaveLength(2);
    expect(JSON.stringify(lesson?.sections)).not.toContain('windows');
  });

  it('of another file have ids of their own in each lesson', () => {
    const { lesson, codes } = check(`${head}Draw: 1 from ../bank.md#locks`.replaceAll('../', ''), { 'bank.md': `# Bank\n\n${bank}` });
    expect(codes).toEqual([]);
    expect(lesson?.items.map(({ id, place }) => [id.startsWith('l1.1.'), place.file])).toEqual([[true, 'bank.md'], [true, 'bank.md']]);
    expect(lesson?.items[0]?.id).toBe('l1.1.doors');
  });

  it('bring pictures and links along from where they are', () => {
    const { lesson } = check(`${head}Draw: 1 from banks/b.md#locks`, { 'banks/b.md': ':::bank{#locks}\nQ: Is ![a lock](img/lock.png) a [lock][l]?\n\n- (x) Yes\n- ( ) No\n\nWhy: x\n:::\n\n[l]: ../locks.pdf' });
    expect(JSON.stringify(lesson?.items[0]?.prompt)).toContain('"banks/img/lock.png"');
    expect(JSON.stringify(lesson?.items[0]?.prompt)).toContain('"locks.pdf"');
  });

  it('that are scaled count the same whatever is drawn', () => {
    const { items, codes } = quiz(`Draw: 1 from #locks · Scoring: scaled\n\n${bank.replace('Id: doors', 'Points: 2')}`);
    expect(codes).toEqual([]);
    expect(items.map(({ points }) => points)).toEqual([1.5, 1.5]);
  });

  it('are asked for with a colon, and without one nothing is lost in silence', () => {
    expect(quiz(`Q: First [[one]].\nWhy: x\n\nDraw 1 from #locks\n\n${bank}`).codes).toEqual(['quiz/unknown-label']);
  });

  it('are drawn from in other languages', () => {
    expect(quiz(`Ziehen: 1 aus #locks\n\n${bank}`, 'de').lesson?.draws).toEqual([{ bank: 'lesson.md#locks', count: 1 }]);
  });
});

it('a question keeps its id and number when its answers change, it is reworded or moved', () => {
  const first = check(`${head}1. Q: Match each lock to what it is made of.\n   Match:\n   - bolt → wood\n   - chip → plastic\n\n2. Q: The oldest lock is the [[bolt]].`);
  const again = parseLesson('lesson.md', `${head}1. Q: The very oldest lock is the [[bolt | latch]].\n\n2. Q: Match each lock to what it is made of.\n   Match:\n   - bolt → oak\n   - chip → plastic\n   - key → iron`);
  const checked = checkCourse({ courseFile: null, documents: [again.output], lock: { file: 'lectern.lock.json', text: first.lock }, sources: { look: () => 'file', list: () => [] } }, { draft: false });
  const names = (course: Course | null | undefined): string[] => (course?.lessons[0]?.items ?? []).map(({ type, id, key }) => `${type} ${id} ${key}`).sort();
  expect(names(checked.output.course)).toEqual(names(first.course));
});
