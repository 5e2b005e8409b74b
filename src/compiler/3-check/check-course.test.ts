/** The course as a whole: ids and the lock file, several lessons, pass marks, drafts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultCompletion } from '../../course/completion.ts';
import type { CourseFile } from '../../course/course-file.ts';
import { wholeFile } from '../../diagnostics/diagnostic.ts';
import { parseLesson } from '../2-parse/parse-lesson.ts';
import { checkCourse } from './check-course.ts';
import { emptyLock, readLock, writeLock } from './lock-file.ts';

const nothing = { look: () => 'missing' as const, list: (): string[] => [] };

function lone(text: string, lock: string | null = null, draft = false) {
  const { output } = parseLesson('lesson.md', text);
  return checkCourse({ courseFile: null, documents: [output], lock: lock === null ? null : { file: 'lectern.lock.json', text: lock }, sources: nothing }, { draft });
}

function courseOf(lessons: Record<string, string>, file: Partial<CourseFile> = {}) {
  const courseFile: CourseFile = {
    file: 'course.yaml',
    id: null,
    iri: null,
    title: 'Locks & keys',
    language: null,
    version: '1.0',
    lessons: Object.keys(lessons).map((path) => ({ path, place: wholeFile('course.yaml') })),
    passMark: null,
    minimumGraded: null,
    certificate: false,
    completion: defaultCompletion,
    status: 'published',
    packaging: 'one-sco',
    lessonOrder: null,
    xapi: null,
    places: new Map(),
    ...file,
  };
  const documents = Object.entries(lessons).map(([path, text]) => parseLesson(path, text).output);
  return checkCourse({ courseFile, documents, lock: null, sources: nothing }, { draft: false });
}

const question = (prompt: string, more = '') => `Q: True or false: ${prompt}\nA: True\nWhy: So it is.\n${more}`;
const lesson = (questions: string[], title = 'L1.1 — Locks', fields = '') =>
  `# ${title}\n\n${fields === '' ? '' : `Type: Theory · ${fields}\n\n`}## Core content\n\nA lock keeps a door shut.\n\n## Quiz\n\n${questions.join('\n')}\n`;

const idsOf = (result: ReturnType<typeof lone>) => Object.fromEntries((result.output.course?.lessons ?? []).flatMap((l) => l.items.map((i) => [i.promptText, [i.id, i.key]])));
const codesOf = (result: ReturnType<typeof lone>) => result.diagnostics.map((d) => d.code);

describe('ids', () => {
  const three = ['locks rust in rain.', 'keys can be copied.', 'doors burn for ten minutes.'];

  it('are the same with the lock file as without it', () => {
    const first = lone(lesson(three.map((p) => question(p))));
    const second = lone(lesson(three.map((p) => question(p))), first.output.lock);
    expect(second.output).toEqual(first.output);
  });

  it('stay with their questions when these change places, get company or lose it', () => {
    const first = lone(lesson(three.map((p) => question(p))));
    const moved = lone(lesson([question('alarms wake the dog.'), ...[...three].reverse().map((p) => question(p))]), first.output.lock);
    expect(idsOf(moved)).toMatchObject(idsOf(first));
    const fewer = lone(lesson([question(three[2] ?? '')]), moved.output.lock);
    expect(Object.values(idsOf(fewer))).toEqual([idsOf(first)['Doors burn for ten minutes.']]);
  });

  it('stay when a question is reworded, and are not taken by another one', () => {
    const first = lone(lesson(three.map((p) => question(p))));
    const reworded = lone(lesson([question('locks rust quickly in rain.'), question('fences need paint every summer.'), question(three[1] ?? '')]), first.output.lock);
    expect(idsOf(reworded)['Locks rust quickly in rain.']).toEqual(idsOf(first)['Locks rust in rain.']);
    expect(Object.values(idsOf(first))).not.toContainEqual(idsOf(reworded)['Fences need paint every summer.']);
  });

  it('come back to a question that was taken out and put in again, and its number went to nobody else', () => {
    const first = lone(lesson(three.map((p) => question(p))));
    const without = lone(lesson([question(three[0] ?? ''), question('windows break.')]), first.output.lock);
    const back = lone(lesson([question(three[0] ?? ''), question('windows break.'), question(three[1] ?? '')]), without.output.lock);
    expect(idsOf(back)['Keys can be copied.']).toEqual(idsOf(first)['Keys can be copied.']);
    const keys = Object.values(idsOf(back)).map(([, key]) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('are the author’s where there is one', () => {
    const result = lone(lesson([question(three[0] ?? '', 'Id: Rust.in-rain_2')]));
    expect(idsOf(result)['Locks rust in rain.']).toEqual(['Rust.in-rain_2', 1]);
  });

  it('are made anew, with a warning, when the type changes under them', () => {
    const first = lone(lesson([question(three[0] ?? '', 'Id: rust')]));
    const second = lone(lesson(['Q: Do locks rust in rain?\nA: They do, slowly.\nWhy: x\nId: rust']), first.output.lock);
    expect(codesOf(second)).toContain('id/type-changed');
    expect(idsOf(second)).toEqual({ 'Do locks rust in rain?': ['rust', 2] });
    expect(codesOf(lone(lesson(['Q: Do locks rust in rain?\nA: They do, slowly.\nWhy: x\nId: rust']), second.output.lock))).not.toContain('id/type-changed');
  });

  it('follow the lesson’s code or title, not its file; a lesson that only looks new is reported', () => {
    const first = lone(lesson(three.map((p) => question(p)), 'Locks'));
    const retitled = lone(lesson(three.map((p) => question(p)), 'Locks and keys'), first.output.lock);
    expect(retitled.diagnostics).toMatchObject([{ code: 'id/lesson-renamed', severity: 'warning', line: 1, help: expect.stringContaining('code: locks') }]);
    const kept = lone(`---\ncode: locks\n---\n\n${lesson(three.map((p) => question(p)), 'Locks and keys')}`, first.output.lock);
    expect(kept.diagnostics).toEqual([]);
    expect(idsOf(kept)).toEqual(idsOf(first));
    expect(codesOf(lone(lesson([question('windows break.')], 'Windows'), first.output.lock))).toEqual([]);
    const moved = courseOf({ 'a.md': lesson([question('x.')]), 'b.md': lesson([question('y.')], 'L1.2 — Keys') });
    const renamed = courseOf({ 'b/c.md': lesson([question('y.')], 'L1.2 — Other keys'), 'z.md': lesson([question('x.')]) });
    expect(idsOf(renamed)).toEqual(idsOf(moved));
  });

  it('are different for a thousand questions with the same words, and soon found', () => {
    const { course } = lone(lesson(Array.from({ length: 1000 }, () => question('it rusts.')))).output;
    expect(new Set(course?.lessons[0]?.items.map((item) => item.id)).size).toBe(1000);
  });

  it('are different for two questions with the same words', () => {
    const result = lone(lesson([question('it rusts.'), question('it rusts.')]));
    const items = result.output.course?.lessons[0]?.items ?? [];
    expect(new Set(items.map((i) => i.id)).size).toBe(2);
    expect(lone(lesson([question('it rusts.'), question('it rusts.')]), result.output.lock).output).toEqual(result.output);
  });

  it('may not differ by capital letters only, in the whole course', () => {
    const result = courseOf({ 'a.md': lesson([question('x rusts.', 'Id: rust')]), 'b.md': lesson([question('y rusts.', 'Id: Rust')], 'L1.2 — Keys') });
    expect(result.output.course).toBeNull();
    expect(result.diagnostics).toMatchObject([{ code: 'id/duplicate', file: 'b.md', related: [{ file: 'a.md' }] }]);
  });

  it('belong to one lesson each', () => {
    expect(codesOf(courseOf({ 'a.md': lesson([question('x.')]), 'b.md': lesson([question('y.')]) }))).toContain('id/duplicate');
  });

  it('stay with any mixture of old and new questions', () => {
    const words = ['brass', 'steel', 'copper', 'iron', 'zinc', 'tin', 'lead', 'gold'];
    fc.assert(
      fc.property(fc.shuffledSubarray(words, { minLength: 1 }), fc.shuffledSubarray(words, { minLength: 1 }), (before, after) => {
        const write = (metals: string[]) => lesson(metals.map((m) => question(`${m} is what ${m}smiths melt, pour and polish into ${m} locks.`)));
        const first = lone(write(before));
        const second = lone(write(after), first.output.lock);
        const [old, now] = [idsOf(first), idsOf(second)];
        for (const prompt of Object.keys(now)) if (prompt in old) expect(now[prompt]).toEqual(old[prompt]);
        const keys = Object.values(now).map(([, key]) => key);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 40 },
    );
  });
});

describe('two lone lessons of one folder', () => {
  const text = lesson([question('x rusts.'), question('y rots.')], 'Locks');
  /** One build of the lesson in `file`; `there` are the files that the folder has. */
  const build = (file: string, words: string, lock: string | null, there: string[]) =>
    checkCourse({ courseFile: null, documents: [parseLesson(file, words).output], lock: lock === null ? null : { file: 'lectern.lock.json', text: lock }, sources: { ...nothing, look: (name) => (there.includes(name) ? 'file' : 'missing') } }, { draft: false });
  const first = build('monday.md', text, null, ['monday.md']).output.lock;

  it('are told apart by their files where the titles are the same, until one has a code of its own', () => {
    const both = ['monday.md', 'tuesday.md'];
    const second = build('tuesday.md', text, first, both);
    expect(second.diagnostics).toMatchObject([{ code: 'id/lesson-taken', file: 'tuesday.md', line: 1, help: expect.stringContaining('code: locks-2') }]);
    expect(codesOf(build('tuesday.md', text, second.output.lock, both))).toEqual(['id/lesson-taken']);
    expect(codesOf(build('monday.md', text, second.output.lock, both))).toEqual([]);
    expect(codesOf(build('tuesday.md', `---\ncode: locks-2\n---\n\n${text}`, first, both))).toEqual([]);
  });

  it('are one when the file has another name now, or was made of the other', () => {
    const moved = build('tuesday.md', text, first, ['tuesday.md']);
    expect(codesOf(moved)).toEqual([]);
    expect(codesOf(build('tuesday.md', text, moved.output.lock, ['monday.md', 'tuesday.md']))).toEqual([]);
    expect(build('monday.docx', text, first, ['monday.md', 'monday.docx'])).toMatchObject({ diagnostics: [], output: { lock: first } });
  });
});

describe('the lock file', () => {
  it('is written alike whatever it was read from', () => {
    const { lock } = lone(lesson([question('x rusts.')])).output;
    const read = readLock(lock);
    expect('lock' in read ? writeLock(read.lock) : read).toBe(lock);
    expect(lock.endsWith('}\n')).toBe(true);
    expect(writeLock(emptyLock())).toBe('{\n  "lectern": 1,\n  "lessons": {}\n}\n');
  });

  it.each(['', '{', '[]', 'null', '{"lectern":2,"lessons":{}}', '{"lectern":1}', '{"lectern":1,"lessons":{"a":{"key":0,"parts":{},"items":{}}}}', '{"lectern":1,"lessons":{"a":{"key":1,"parts":{"x":1,"y":1},"items":{}}}}'])(
    'is refused and left alone when it is %j',
    (text) => {
      const result = lone(lesson([question('x rusts.')]), text);
      expect(result.diagnostics).toMatchObject([{ code: 'lock/unreadable', file: 'lectern.lock.json' }]);
      expect(result.output).toMatchObject({ course: null, lock: text });
    },
  );

  const lesson1 = '{"key":1,"parts":{},"items":{}}';
  const item = (more: string) => `{"lectern":1,"lessons":{"a":{"key":1,"parts":{},"items":{"x":{"key":1,"type":"single","hash":"00","prompt":"p"${more}}}}}}`;
  it.each([
    `{"lectern":1,"lessons":{"__proto__":${lesson1}}}`,
    `{"lectern":1,"lessons":{"a":{"key":1,"parts":{"__proto__":1},"items":{}}}}`,
    `{"lectern":1,"lessons":{"a":{"key":1,"parts":{},"items":{"__proto__":{"key":1,"type":"single","hash":"00","prompt":"p"}}}}}`,
    `{"lectern":1,"lessons":{"../a":${lesson1}}}`,
    '{"lectern":1,"lessons":{"a":{"key":9007199254740991,"parts":{},"items":{}}}}',
    '{"lectern":1,"lessons":{"a":{"key":1,"parts":{"x":1e300},"items":{}}}}',
    '{"lectern":1,"lessons":{"a":{"key":1.5,"parts":{},"items":{}}}}',
    '{"lectern":1,"lessons":[]}',
    item(',"retired":"yes"'),
    item(',"type":"<b>"'),
    item(',"hash":["00"]'),
    item('').replace('"x":', '"x y":'),
    '['.repeat(100_000),
  ])('is refused when somebody has tampered with it: %#', (text) => {
    expect(codesOf(lone(lesson([question('x rusts.')]), text))).toEqual(['lock/unreadable']);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('is never a reason to fail in another way', () => {
    fc.assert(fc.property(fc.json(), (text) => { expect(['reason', 'lock']).toContain(Object.keys(readLock(text))[0]); }));
  });
});

describe('a course', () => {
  it('of one lesson is named by code and title', () => {
    const { course } = lone(lesson([question('x rusts.')], 'SEC2.10 — R&D <"5\'>')).output;
    expect(course).toMatchObject({ id: 'sec2-10-r-d-5', iri: 'https://lectern.example/sec2-10-r-d-5', title: 'R&D <"5\'>', version: '1', passMark: null, completion: { viewed: 0.9, items: 'attempted' } });
  });

  it('takes version, pass mark and completion from the header', () => {
    const { course } = lone(lesson([question('x rusts.'), question('y rusts.')], 'L1 — Locks', 'Passing score: 75% · Version: 2.1 · Completion: viewed 50% + quiz passed')).output;
    expect(course).toMatchObject({ version: '2.1', passMark: 0.75, completion: { viewed: 0.5, items: 'passed' } });
  });

  it('takes the pass mark from the quiz where the header is silent', () => {
    expect(lone(lesson([`Pass: 60% · Attempts: 3\n\n${question('x rusts.')}`, question('y rusts.')])).output.course?.passMark).toBe(0.6);
  });

  it('has one pass mark: the header’s, else the first quiz’s; others are reported', () => {
    const both = lone(lesson([`Pass: 60%\n\n${question('x rusts.')}`, question('y rusts.')], 'L1 — Locks', 'Passing score: 75%'));
    expect(both.output.course?.passMark).toBe(0.75);
    expect(both.diagnostics).toMatchObject([{ code: 'lesson/two-pass-marks', line: 11, column: 7 }]);
    expect(codesOf(lone(lesson([`Pass: 75%\n\n${question('x rusts.')}`, question('y rusts.')], 'L1 — Locks', 'Passing score: 75%')))).toEqual([]);
  });

  it('decides alone in a course file; what a lesson says otherwise is reported', () => {
    const a = lesson([question('x rusts.')], 'L1.1 — Locks', 'Passing score: 70%');
    const b = lesson([`Pass: 80%\n\n${question('y rusts.')}`], 'L1.2 — Keys', 'Completion: all');
    const marked = courseOf({ 'a.md': a, 'b.md': b }, { passMark: 0.8 });
    expect(marked.output.course?.passMark).toBe(0.8);
    expect(marked.diagnostics.map((d) => `${d.file}:${d.line} ${d.code}`)).toEqual(['a.md:3 lesson/course-decides', 'b.md:3 lesson/course-decides']);
    const silent = courseOf({ 'a.md': a });
    expect(silent.diagnostics).toMatchObject([{ code: 'lesson/course-decides', message: expect.stringContaining('the course file sets none') }]);
  });

  it('keeps options in order where the header says so', () => {
    const text = '---\nshuffle: none\n---\n\n' + lesson(['Q: Which?\n\n- ( ) One\n- (x) Two\n\nWhy: x']);
    expect(lone(text).output.course?.lessons[0]?.items[0]?.shuffle).toBe(false);
    expect(codesOf(lone(text.replace('none', 'perhaps')))).toEqual(['lesson/value']);
  });

  it('cannot be passed without a question that gives points', () => {
    const text = lesson(['Q: Why lock?\nA: Thieves.\nWhy: x'], 'L1 — Locks', 'Passing score: 75%');
    expect(lone(text).diagnostics).toContainEqual(expect.objectContaining({ code: 'quiz/no-graded', line: 3 }));
    expect(codesOf(lone(text.replace('A: Thieves.', '- (x) Thieves\n- ( ) Rain\n')))).not.toContain('quiz/no-graded');
  });

  it('that is a draft is built only when asked for', () => {
    const text = lesson([question('x rusts.')], 'L1 — Locks', 'Status: Draft');
    expect(codesOf(lone(text))).toContain('lesson/draft');
    expect(lone(text, null, true).output.course).toMatchObject({ draft: true, lessons: [{ details: { status: 'draft' } }] });
  });

  it('knows its own lessons and modules when they are mentioned', () => {
    const a = '# L1.1 — Locks\n\nModule: Module 1\n\n## Core content\n\nSee L1.2, L1.9, Module 1 and Modules 2–4.\n';
    const b = '# L1.2 — Keys\n\nModule: Module 2\n\n## Core content\n\nSee L1.1 and L1.9, or TLS1.3.\n';
    const { diagnostics } = courseOf({ 'a.md': a, 'b.md': b });
    expect(diagnostics.filter((d) => d.code === 'reference/unknown-lesson').map((d) => `${d.file} ${d.message.split(' is ')[0]}`)).toEqual(['a.md L1.9', 'a.md Module 3', 'a.md Module 4', 'b.md L1.9']);
  });

  it('keeps private notes and comments out of everything learners get', () => {
    const text = '# L1 — Locks\n\n## Core content\n\nShown <!-- SECRET one --> text[^1] and [link][a].\n\n<!-- SECRET two -->\n\n[^1]: Note. <!--> shown\n\n[a]: https://example.com/a\n\n## Production notes\n\nSECRET three[^2] and [b].\n\n[^2]: SECRET four\n\n[b]: https://example.com/SECRET\n';
    const { course } = lone(text).output;
    expect(JSON.stringify(course)).not.toContain('SECRET');
    expect(course?.lessons[0]?.definitions).toHaveLength(2);
    expect(course?.lessons[0]?.sections.map((s) => [s.role, s.shown, s.parts.length])).toEqual([['content', true, 1], ['notes', false, 0]]);
  });
});
