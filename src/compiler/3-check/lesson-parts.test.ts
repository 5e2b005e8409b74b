/** What a lesson is made of besides its questions: objectives, reading parts, slides, terms, times, and what is unsafe. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lesson } from '../../course/course.ts';
import { parseLesson } from '../2-parse/parse-lesson.ts';
import { checkCourse } from './check-course.ts';
import { parseDuration } from './duration.ts';
import { htmlMarks } from './html-marks.ts';
import { courseSlug, itemIdShape, optionIds, lessonCourseSlug, slug, suggestedId, uniqueSlugs } from './ids.ts';
import { sentenceEnd } from './sentences.ts';
import { svgDanger } from './svg-danger.ts';
import { plainText } from './tree.ts';
import { usesOf } from './term-uses.ts';
import { countWords } from './words.ts';

interface Files {
  [path: string]: string;
}

/** One black pixel, a byte a character. */
const pixel = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a4944415478da6360000000020001e527defc0000000049454e44ae426082', 'hex').toString('latin1');

function check(text: string, files: Files = {}, file = 'lesson.md'): { lesson: Lesson | null; codes: string[]; at: string[]; messages: string[] } {
  const { output } = parseLesson(file, text);
  const sources = {
    look: (path: string) => (path in files ? ('file' as const) : path.startsWith('link/') ? ('outside' as const) : ('missing' as const)),
    list: (folder: string) => Object.keys(files).flatMap((path) => (path.startsWith(folder === '' ? '' : `${folder}/`) ? [path.slice(folder === '' ? 0 : folder.length + 1)] : [])),
    readBytes: (path: string) => new Uint8Array(Buffer.from(files[path] ?? '', 'latin1')),
  };
  const checked = checkCourse({ courseFile: null, documents: [output], lock: null, sources }, { draft: false });
  return {
    lesson: checked.output.course?.lessons[0] ?? null,
    codes: checked.diagnostics.map((d) => d.code),
    at: checked.diagnostics.map((d) => `${d.line}:${d.column}-${d.endColumn} ${d.code}`),
    messages: checked.diagnostics.map((d) => d.message),
  };
}

const lesson = (body: string) => `# L1.1 — Locks\n\n${body}\n`;
const content = '## Core content\n\nA lock keeps a door shut.\n\n';

describe('objectives', () => {
  it.each([
    ['a list that begins again at 1', '1. Describe it.\n2. Explain it.\n\n1. Scope\n\nThis covers laptops.\n\n2. Roles\n\nThese are the roles.', '8:1-9'],
    ['numbers after bullets', '- Describe it.\n- Explain it.\n1. Scope\nThis covers laptops.\n2. Roles\nThese are the roles.', '7:1-9'],
    ['words and a second list', '- Describe it.\n- Explain it.\n\nThe body begins.\n\n- one\n- two', '8:1-17'],
    ['numbered headings with words of their own', 'Describe it.\n\nExplain it.\n\n1. Scope\n\nThis covers laptops.\n\n2. Roles\n\nThese are the roles.', '9:1-9'],
    ['numbered headings with words on the next line', 'Describe it.\n\nExplain it.\n\n1. Scope\nThis covers laptops.\n2. Roles\nThese are the roles.', '9:1-9'],
  ])('end before %s', (_, text, place) => {
    const { lesson: read, at } = check(lesson(`## Learning objectives\n\n${text}\n\n${content}`));
    expect(read?.objectives.map((o) => o.text)).toEqual(['Describe it.', 'Explain it.']);
    expect(at.filter((a) => a.endsWith('objective/more-text'))).toEqual([`${place} objective/more-text`]);
    const words = plainText(read?.sections[0]?.parts.flatMap((part) => part.blocks) ?? []);
    expect(words).toBe(text.replace(/(?:^|\n)(?:-|\d\.) /g, ' ').replace(/\s+/g, ' ').trim());
  });

  it.each(['1. Describe it.\n\n1. Explain it.', '1. Describe it.\n\n2. Explain it.\n\nThe body begins.'])('are one list: %j', (text) => {
    const { lesson: read, codes } = check(lesson(`## Learning objectives\n\n${text}\n\n${content}`));
    expect(read?.objectives.map((o) => o.text)).toEqual(['Describe it.', 'Explain it.']);
    expect(codes).not.toContain('objective/more-text');
  });

  it.each([
    ['a list', '1. Pick a lock.\n2. Choose a key.'],
    ['bullets', '- Pick a lock.\n- Choose a key.'],
    ['a sentence', 'By the end you can: 1. Pick a lock. 2. Choose a key.'],
    ['a sentence with brackets', 'By the end you can (1) Pick a lock. (2) Choose a key.'],
    ['two paragraphs', 'You will be able to:\n\nPick a lock.\n\nChoose a key.'],
  ])('are found in %s', (_, text) => {
    expect(check(lesson(`## Learning objectives\n\n${text}\n\n${content}`)).lesson?.objectives.map((o) => [o.id, o.text])).toEqual([
      ['l1.1.o1', 'Pick a lock.'],
      ['l1.1.o2', 'Choose a key.'],
    ]);
  });

  it('are not found in numbers that do not count up from one', () => {
    const { lesson: read } = check(lesson(`## Learning objectives\n\nName the locks that matter in 2026. 7. Pick one of 12. 3. Stop.\n\n${content}`));
    expect(read?.objectives).toHaveLength(1);
  });

  it('lose the word that joins them', () => {
    const { lesson: read } = check(lesson(`## Lernziele\n\nSie können 1) Schlösser öffnen; 2) Schlüssel wählen; und 3) Türen schließen.\n\n${content}`));
    expect(read?.objectives.map((o) => o.text)).toEqual(['Schlösser öffnen', 'Schlüssel wählen', 'Türen schließen.']);
  });
});

describe('reading parts', () => {
  it('are the sub-headings, with the opening only where it says something', () => {
    const { lesson: read } = check(lesson('## Core content\n\n### Locks\n\nText.\n\n### Keys\n\nText.\n\n#### Old keys\n\nText.\n\n## Real-world example\n\nA door.\n\n### Locks\n\nMore.'));
    expect(read?.sections.map((s) => s.parts.map((p) => [p.id, p.level, p.key]))).toEqual([
      [['locks', 3, 1], ['keys', 3, 2]],
      [['real-world-example', 2, 3], ['locks-2', 3, 4]],
    ]);
    expect(read?.sections[0]?.parts[1]?.blocks.map((b) => b.type)).toEqual(['paragraph', 'heading', 'paragraph']);
  });

  it('set the first sentence of each entry in bold where all entries begin with a short one', () => {
    const strong = (list: string) => {
      const blocks = check(lesson(`## Core content\n\nThese open doors:\n\n${list}`)).lesson?.sections[0]?.parts[0]?.blocks ?? [];
      return JSON.stringify(blocks).match(/"strong","children":\[\{"type":"text","value":"[^"]*"/g)?.map((m) => m.split('"value":')[1]) ?? [];
    };
    expect(strong('- Bolt. It slides.\n- Chip (a.k.a. token, e.g. a card). It listens.\n- Done.')).toEqual(['"Bolt."', '"Chip (a.k.a. token, e.g. a card)."']);
    expect(strong('- Bolt. It slides.\n- A chip listens to radio waves and then decides whether or not it may open the door. It is fast.')).toEqual([]);
    expect(strong('- Bolt\n- Chip')).toEqual([]);
    expect(strong('- ボルト。滑ります。\n- チップ。聞きます。')).toEqual(['"ボルト。"', '"チップ。"']);
  });

  it('end a sentence where readers do', () => {
    expect(sentenceEnd('MLP (a.k.a. the net). It learns.')).toBe(21);
    expect(sentenceEnd('See z. B. Bolts. More.')).toBe(16);
    expect(sentenceEnd('Use .bin files (v2. 0). Then')).toBe(23);
    expect(sentenceEnd('He said “go.” Then he went.')).toBe(13);
    expect(sentenceEnd('no end')).toBe(0);
  });
});

describe('slides', () => {
  const outline = '## Slide outline\n\n1. Bolts — title card\n2. Keys — bullets: brass, steel\n';
  it.each([
    ['brackets', '[SLIDE 1 — Bolts]\n\nA bolt slides.\n\n[SLIDE 2 — Keys]\n\nA key turns.'],
    ['brackets and no empty lines', '[Slide 1: Bolts]\nA bolt slides.\n[slide 2 - Keys]\nA key turns.'],
    ['headings', '### Slide 1 — Bolts\n\nA bolt slides.\n\n### Slide 2: Keys\n\nA key turns.'],
    ['bold lines', '**[SLIDE 1 — Bolts]**\n\nA bolt slides.\n\n**[SLIDE 2 – Keys]**\n\nA key turns.'],
    ['numbers only', '[SLIDE 1]\n\nA bolt slides.\n\n[SLIDE 2]\n\nA key turns.'],
    ['a title over two lines', '[SLIDE 1 —\nBolts]\nA bolt slides.\n\n[SLIDE 2 — Keys]\n\nA key turns.'],
    ['narration right behind the bracket', '[SLIDE 1 — Bolts] A bolt slides.\n\n[SLIDE 2 — Keys] A key turns.'],
    ['wide brackets', '【スライド１：Bolts】\nA bolt slides.\n\n［スライド２：Keys］\nA key turns.'],
    ['a bracket that is lost', 'SLIDE 1 — Bolts]\n\nA bolt slides.\n\n[SLIDE 2 — Keys]\n\nA key turns.'],
    ['another order', '[SLIDE 2 — Keys]\n\nA key turns.\n\n[SLIDE 1 — Bolts]\n\nA bolt slides.'],
  ])('are read from %s', (_, script) => {
    const { lesson: read, codes } = check(lesson(`${content}## Video script\n\n${script}\n\n${outline}`));
    expect(read?.slides.map((s) => [s.number, s.title, s.brief, s.narration.length])).toEqual([[1, 'Bolts', 'title card', 1], [2, 'Keys', 'bullets: brass, steel', 1]]);
    expect(codes).toEqual([]);
  });

  it.each(['[SLIDE 2 — Keys', '[SLIDE 2 — Keys\nand more of it', '(Slide 2: Keys)', 'SLIDE 2 — Keys]\nand more of it', '[SLIDE — Keys]', '[SLIDE]', '[SLDIE 2 — Keys]', 'A key turns. [SLIDE 2 — Keys]'])('are not spoken by mistake: %j', (line) => {
    const { at } = check(lesson(`${content}## Video script\n\n[SLIDE 1 — Bolts]\n\nA bolt slides.\n\n${line}\n\nMore.`));
    expect(at.map((place) => place.replace(/-\d+/, ''))).toEqual([`13:${line.startsWith('A key') ? 14 : 1} slide/marker`]);
  });

  it.each(['Slide 2 has a key.', '(Slide two comes later.)', '[Slide shows a key.]', 'See [NASA] and [AI 2].', '[PAUSE 2s] Look. [PAUSE 1s]', '[Side note] Then.'])('are not seen in what is spoken: %j', (line) => {
    expect(check(lesson(`${content}## Video script\n\n[SLIDE 1 — Bolts]\n\nA bolt slides.\nIt does.\n${line}`)).codes).toEqual([]);
  });

  it('have cues, and a misspelt one is pointed at', () => {
    expect(check(lesson(`${content}## Video script\n\n[SLIDE 1 — Bolts]\n\nA bolt. [SHWO 1] It [PASUE 2s] slides.`)).at).toEqual(['11:9-17 slide/cue', '11:21-31 slide/cue']);
  });

  it('leave nothing of script and outline unsaid', () => {
    expect(check(lesson(`${content}## Video script\n\nWelcome, all of you.\n\nIt goes on.`)).at).toEqual(['9:1-21 slide/unused-text']);
    expect(check(lesson(`${content}## Slide outline\n\nKeep it plain.\n\n1. Bolts — card`)).at).toEqual(['9:1-15 slide/unused-text']);
  });

  it.each([
    ['lines', '1 - Bolts - a diagram\n2 - Keys - two bullets'],
    ['lines with the word', 'Slide 1: Bolts — a diagram\nSlide 2: Keys — two bullets'],
    ['bullets', '- 1 - Bolts - a diagram\n- 2 - Keys - two bullets'],
    ['paragraphs', '1 – Bolts\n\na diagram\n\n2 – Keys\n\ntwo\n3 bullets'],
  ])('have an outline in %s', (form, text) => {
    const last = form === 'paragraphs' ? 'two 3 bullets' : 'two bullets';
    expect(check(lesson(`${content}## Slide outline\n\n${text}`)).lesson?.slides.map((s) => [s.number, s.title, s.brief])).toEqual([[1, 'Bolts', 'a diagram'], [2, 'Keys', last]]);
  });

  it('may be an outline or a script alone', () => {
    expect(check(lesson(content + outline)).codes).toEqual([]);
    expect(check(lesson(`${content}## Video script\n\n[SLIDE 1 — Bolts]\n\nHello.`)).lesson?.slides).toMatchObject([{ number: 1, title: 'Bolts', brief: null }]);
  });

  it('have titles that differ only where the words do', () => {
    const script = (title: string) => check(lesson(`${content}## Video script\n\n[SLIDE 1 — ${title}]\n\nHello.\n\n## Slide outline\n\n1. Bolts, locks & keys — card`)).codes;
    expect(script('bolts – locks / keys!')).toEqual([]);
    expect(script('Bolts and keys')).toEqual(['slide/title-differs']);
  });
});

describe('terms', () => {
  it.each([
    ['a dash', '- Bolt / dead bolt — slides.\n- Key – turns.'],
    ['bold names', '- **Bolt / dead bolt** — slides.\n- **Key**: turns.'],
    ['paragraphs', '**Bolt / dead bolt** - slides.\n\n**Key** - turns.'],
    ['lines', 'Bolt / dead bolt — slides.\nKey — turns.'],
    ['headings', '### Bolt / dead bolt\n\nslides.\n\n### Key\n\nturns.'],
    ['a table', '| Term | Meaning |\n|---|---|\n| Bolt / dead bolt | slides. |\n| Key | turns. |'],
  ])('are read from %s', (_, text) => {
    const { lesson: read } = check(lesson(`${content}## Key terms\n\n${text}`));
    expect(read?.terms.map((t) => [t.names, t.text])).toEqual([[['Bolt', 'dead bolt'], 'slides.'], [['Key'], 'turns.']]);
  });

  it('count as used in the forms that words take', () => {
    const uses = usesOf('Keys turn. Pickle-based parameter-efficient tuning of Gradienten. Dead bolts slide, liabilities rise. 活性化関数を使う。', ['a term', 'another with latches']);
    const used = (name: string) => uses(name, 0);
    expect(['key', 'pickle', 'Gradient', 'dead bolt', 'Liability', '活性化', 'latch'].filter((name) => !used(name))).toEqual([]);
    expect(['parameters', 'bolt cutter', 'token', 'term'].map(used)).toEqual([false, false, false, false]);
  });
});

describe('times', () => {
  it.each([
    ['~30 min', 30, 30],
    ['30', 30, 30],
    ['28–32 min raw, 25 min final', 28, 32],
    ['1 h 30 min', 90, 90],
    ['1,5 Std.', 90, 90],
    ['PT1H5M', 65, 65],
    ['ca. 5 Minuten', 5, 5],
    ['environ 2 heures', 120, 120],
    ['約30分', 30, 30],
    ['10 to 15 minutes', 10, 15],
  ])('%s is understood', (text, low, high) => {
    expect(parseDuration(text)).toMatchObject({ low, high });
  });

  it.each(['a while', '', 'soon', 'min', '30 apples'])('%j is no time', (text) => {
    expect(parseDuration(text)).toBeNull();
  });

  it('are fair to scripts without spaces', () => {
    expect(countWords('one two  three')).toBe(3);
    expect(countWords('鍵は扉を開けます。')).toBe(4);
    expect(countWords('')).toBe(0);
  });

  it('may be off by a quarter', () => {
    const words = `${'word '.repeat(960)}`;
    const of = (duration: string) => check(`# L1 — Locks\n\nDuration: ${duration}\n\n## Core content\n\n${words}`).codes;
    expect(of('4 min')).toEqual([]);
    expect(of('7 min')).toEqual([]);
    expect(of('2 min')).toEqual(['time/far-off']);
    expect(of('8 min')).toEqual(['time/far-off']);
  });
});

describe('short scripts', () => {
  const recorded = (time: string, words: number) => check(lesson(`${content}## Video script\n\n[SLIDE 1 — Bolts]\n\n${'word '.repeat(words)}\n\n## Production notes\n\n- Recording: ${time}`)).messages.filter((message) => message.startsWith('The recording'));

  it('may be planned to the half minute', () => {
    expect(recorded('~30 sec', 26)).toEqual([]);
    expect(recorded('1 min', 100)).toEqual([]);
    expect(recorded('6 min', 750)).toEqual([]);
  });

  it('are told in seconds how long they take', () => {
    expect(recorded('2 min', 26)).toEqual(['The recording is planned for 2 min, but the script (26 words) takes about 10 seconds to speak.']);
    expect(recorded('20 min', 750)).toEqual(['The recording is planned for 20 min, but the script (750 words) takes about 5 minutes to speak.']);
  });

  it('make no lesson shorter than a minute', () => {
    expect(check(`# L1 — Locks\n\nDuration: 1 min\n\n${content}`).codes).toEqual([]);
  });
});

describe('references', () => {
  it.each([
    ['a list', '- One. Title.\n- Two. Title.'],
    ['numbers in brackets', '[1] One. Title.\n[2] Two. Title\ngoes on.'],
    ['paragraphs', '[Qi24] One. Title.\n\n[Li23] Two. Title.'],
  ])('are counted one by one in %s', (_, text) => {
    expect(check(lesson(`${content}## References\n\n${text}`)).lesson?.references).toHaveLength(2);
  });
});

describe('questions outside a quiz', () => {
  const at = (text: string) => check(lesson(`## Core content\n\n${text}`)).at;

  it('are named in a language that Lectern does not know', () => {
    expect(at('1. Pytanie: Ile sekund?\n   - ( ) 5\n   - (x) 30\n\n   Odpowiedź: 30').join()).toContain('quiz/outside-quiz');
  });

  it.each([
    'Q: Why do doors have locks?\nA: Thieves.',
    'Q1. Why?\n\nA: So.',
    '- Q: Why do doors have locks?\n- A: Thieves.',
    '**Q:** Why do doors have locks?',
    'Question: who decides?\nAnswer: the owner.',
    'Question: who decides?\n\n( ) the owner\n(x) the thief',
    '- ( ) the owner\n- (x) the thief',
    '- ( ) the owner\n- (x) the thief\n- ( ) nobody',
    '- (x) the owner\n- ( ) the thief',
  ])('are named: %j', (text) => {
    const others = ['quiz/no-why', 'quiz/tf-as-text'];
    expect(at(text).map((place) => place.replace(/:.* /, ' ')).filter((found) => !others.includes(found.slice(2)))).toEqual(['5 quiz/outside-quiz']);
  });

  it('are asked where they stand when something answers them, and the text goes on behind them', () => {
    const { lesson: made, at: places } = check(lesson('## Core content\n\nDoors have locks.\n\nQ: Why do doors have locks?\n- (x) Thieves\n- ( ) Wind\n\nWhy: They like open doors.\n\nNow the windows.'));
    expect(places).toEqual(['7:4-28 quiz/inline-check']);
    const [part] = made?.sections.flatMap(({ parts }) => parts) ?? [];
    expect(part?.blocks.map(({ type }) => type)).toEqual(['paragraph', 'check', 'paragraph']);
    expect(made?.items).toMatchObject([{ type: 'single', part: 'core-content', graded: false, points: 0 }]);
  });

  it('count when the author says how many points', () => {
    const { lesson: made } = check(lesson('## Core content\n\nDoors have locks.\n\nQ: True or false: doors have locks.\nA: True.\nWhy: Thieves.\nPoints: 2'));
    expect(made?.items).toMatchObject([{ graded: true, points: 2, part: 'core-content' }]);
  });

  it('are text again with a backslash before the colon', () => {
    expect(at('Doors.\n\nQ\\: Why do doors have locks?\nA\\: Thieves.')).toEqual([]);
  });

  it.each(['Why: this is prose.', 'Question: who decides? The owner does.', 'A: one way. B: another.', '- Q: heat\n- W: work', '- [x] buy a lock\n- [ ] mount it', '`Q: what is it?`', 'Hint: look below.'])('are not seen in prose: %j', (text) => {
    expect(at(text)).toEqual([]);
  });
});

describe('what is unsafe', () => {
  it('is found in HTML, and nothing else is', () => {
    const at = (text: string) => check(lesson(`## Core content\n\n${text}`)).at;
    expect(at('Press <kbd>Enter</kbd>, H<sub>2</sub>O<br>x <abbr title="y">z</abbr> <span lang="fr">oui</span>')).toEqual([]);
    expect(at('1 < 2, a <- b, `<script>`, 3 > 2, <https://example.com/>')).toEqual([]);
    expect(at('x <img src=x onerror=alert(1)> y')).toEqual(['5:3-31 html/not-allowed']);
    expect(at('<kbd style="x">a</kbd>')).toEqual(['5:6-11 html/attribute']);
    expect(at('<!--> <script>alert(1)</script> -->')).toContain('5:7-15 html/not-allowed');
    expect(at('<!-- <script> -->')).not.toContain('5:6-14 html/not-allowed');
    expect(at('a <SCRIPT\nsrc=x> b')).toEqual(['5:3-7 html/not-allowed']);
  });

  it('is found in addresses', () => {
    const codes = (text: string, files: Files = {}, file = 'lesson.md') => check(lesson(`## Core content\n\n${text}`), files, file).codes;
    expect(codes('[a](https://example.com) [b](mailto:a@example.com) [c](#core-content) [d](tel:+1)')).toEqual([]);
    for (const url of ['javascript:alert(1)', 'JaVaScRiPt:alert(1)', '&#106;avascript:x', 'java&#x0A;script:x', 'data:text/html,x', 'vbscript:x', 'file:///x', '//example.com']) {
      expect(codes(`[a](<${url}>)`), url).toEqual(['link/scheme']);
    }
    for (const url of ['../x.md', '/etc/passwd', 'a/../../x.md', '%2e%2e/x.md', 'C:/x.md', '..\\\\x.md', 'link/x.md']) expect(codes(`[a](<${url}>)`), url).toEqual(['path/outside']);
    expect(codes('[a](../one.pdf) [b](two%20three.pdf)', { 'one.pdf': '', 'l/two three.pdf': '' }, 'l/lesson.md')).toEqual([]);
    expect(codes('[a](../one.md) [b](../course.yaml) [c](lesson.md)', { 'one.md': '', 'course.yaml': '', 'l/lesson.md': '' }, 'l/lesson.md')).toEqual(['link/source-file', 'link/source-file']);
    expect(codes('![a][x]\n\n[x]: https://example.com/a.png')).toEqual(['media/remote']);
    expect(codes('![](a.png) ![decorative](a.png)', { 'a.png': pixel })).toEqual(['media/no-alt']);
  });

  it('points at the address and suggests the file that was meant', () => {
    const { at, messages } = check(lesson('## Core content\n\n![A [b] c](img/lok.png "title (x)")'), { 'img/lock.png': '' });
    expect(at).toEqual(['5:12-23 link/missing-file']);
    expect(messages[0]).toContain('Did you mean “img/lock.png”?');
  });

  it('is found in drawings', () => {
    expect(svgDanger('<svg><path d="M0 0"/><use href="#a"/><image href="data:image/png;base64,AA"/></svg>')).toBeNull();
    for (const inside of ['<script>x</script>', '<svg:script/>', '<path onload="x"/>', '<a href="javascript:x">y</a>', '<image xlink:href="https://example.com/x.png"/>', '<foreignObject/>', '<style>@import "x"</style>', '<style>a{fill:url(https://example.com)}</style>']) {
      expect(svgDanger(`<svg>${inside}</svg>`), inside).not.toBeNull();
    }
    expect(svgDanger('<!DOCTYPE svg [<!ENTITY a "b">]><svg/>')).not.toBeNull();
    expect(check(lesson('## Core content\n\n![A lock](lock.svg)'), { 'lock.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="x"/>' }).codes).toEqual(['svg/unsafe']);
  });

  it('leaves no mark of HTML unread', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('<', '>', '!', '--', '-', '/', 'a', ' ', '"', "'", '=', '?', 'script'), { maxLength: 30 }), (pieces) => {
        const html = pieces.join('');
        let from = 0;
        for (const mark of htmlMarks(html)) {
          expect(mark.start).toBeGreaterThanOrEqual(from);
          expect(mark.end).toBeGreaterThan(mark.start);
          expect(mark.end).toBeLessThanOrEqual(html.length);
          from = mark.end;
        }
      }),
    );
  });
});

describe('names made of words', () => {
  it('are fit for every platform', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        expect(slug(text, 'part')).toMatch(/^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/);
        expect(courseSlug(text)).toMatch(/^[a-z0-9][a-z0-9-]*$/);
        expect(suggestedId(text)).toMatch(itemIdShape);
        for (const id of optionIds([text, `${text}!`, `${text}?`])) expect(id).toMatch(/^[A-Za-z0-9_.]{1,250}$/);
      }),
    );
  });

  it('keep apart what is different', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 2, maxLength: 8 }), (texts) => {
        const made = uniqueSlugs();
        expect(new Set(texts.map((text) => made(text, 'part'))).size).toBe(texts.length);
        expect(new Set(optionIds(texts)).size).toBe(texts.length);
      }),
    );
  });

  it('are no names of devices, which Windows cannot store', () => {
    expect(['Con', 'NUL', 'aux.2', 'prn', 'COM1', 'lpt9.1'].map((name) => slug(name, 'lesson'))).toEqual(['lesson-con', 'lesson-nul', 'lesson-aux.2', 'lesson-prn', 'lesson-com1', 'lesson-lpt9.1']);
    expect(['Console', 'Con artists', 'l1.con', 'com10'].map((name) => slug(name, 'lesson'))).toEqual(['console', 'con-artists', 'l1-con', 'com10']);
  });

  it('can be read', () => {
    expect(slug('Größe & Maß: L1.2', 'part')).toBe('grosse-mass-l1.2');
    expect(lessonCourseSlug('L1.2', 'ネットワークの基礎')).toMatch(/^l1-2-[0-9a-f]{8}$/);
    expect(lessonCourseSlug('L1.2', 'Networks')).toBe('l1-2-networks');
    expect(lessonCourseSlug(null, 'ネットワーク')).toMatch(/^course-[0-9a-f]{8}$/);
    expect(slug('ネットワーク', 'part')).toMatch(/^part-[0-9a-f]{8}$/);
    expect(slug('Renting a server vs buying one vs borrowing from a colleague', 'part', 40)).toBe('renting-a-server-vs-buying-one-vs');
  });
});
