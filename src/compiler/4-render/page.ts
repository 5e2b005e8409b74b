/** Writes index.html: the frame around the lesson, or the home of a course of several. */
import type { Course, Lesson, Part } from '../../course/course.ts';
import type { CoursePayload } from '../../course/payload.ts';
import { stringsFor } from '../../locales/choose.ts';
import type { Strings } from '../../locales/strings.ts';
import { LESSON_TAG, PIECES, type ToolName } from '../../vocabulary/tags.ts';
import { readTarget, TARGET_FACTS, targetTitle } from '../../vocabulary/targets.ts';
import { askedCount, minutes, partCount } from './lesson-body.ts';
import { escape, foreign } from './markup.ts';
import { slidesWord } from './slides-view.ts';

export interface PageInput {
  course: Course;
  payload: CoursePayload;
  /** The inside of `<lectern-lesson>` of a lone lesson; null for a course of several, which shows its home. */
  body: string | null;
  /** Critical styles; the policy in `csp` must allow them by their hash. */
  css: string;
  /** Path of the styles of figures on slides; null when there are none. */
  slideStyles: string | null;
  csp: string;
  /** The script that stands in the page itself; allowed by its hash as well. */
  early: string;
  /** Classic scripts, in order. */
  scripts: string[];
}

/** The whole document. No style attributes, no inline handlers, and one script in the page, so the policy needs no `unsafe-*`. */
export function renderPage(input: PageInput): string {
  const { course, payload } = input;
  const strings = stringsFor(course.language);
  const lone = input.body === null ? undefined : course.lessons[0];
  const direction = course.lessons[0]?.direction ?? 'ltr';
  // In the head, so that they are on their way while the text is still being laid out; they run after it.
  const scripts = input.scripts.map((source) => `<script defer src="${escape(source)}"></script>`).join('\n');
  return `<!doctype html>
<html lang="${escape(pageLanguage(course, lone))}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${escape(input.csp)}">
<title>${escape(documentTitle(course, lone))}</title>
<style>${input.css}</style>
<script>${input.early}</script>
${slideStyles(input.slideStyles)}${scripts}
</head>
<body>
<a class="skip" href="#${PIECES.title}"${foreign(strings.code, pageLanguage(course, lone))}>${escape(strings.page.skip)}</a>
<div class="shell">
${header(course, lone, strings)}
<div class="columns">
${outline(course, lone, strings)}
<main id="${PIECES.main}">
<noscript><p class="note">${escape(strings.page.noScript)}</p></noscript>
${lone === undefined ? home(course, strings) : `<${LESSON_TAG} data-lesson="${escape(lone.id)}">${input.body}</${LESSON_TAG}>`}
</main>
</div>
${footer(course, payload, lone, strings)}
</div>
<script type="application/json" id="${PIECES.payload}">${json(payload)}</script>
</body>
</html>
`;
}

/** What stands around the lesson in one language and in another, text by text; what is the same in both is left out. */
export function otherWords(course: Course, payload: CoursePayload, code: string): [own: string, other: string][] {
  const lone = course.lessons.length === 1 ? course.lessons[0] : undefined;
  const texts = (strings: Strings): string[] => {
    const frame = [`<a>${escape(strings.page.skip)}</a>`, header(course, lone, strings), outline(course, lone, strings), footer(course, payload, lone, strings)].join('');
    return [...frame.matchAll(/>([^<]+)<|aria-label="([^"]*)"/g)].map(([, text = '', label = '']) => plain(text + label).trim());
  };
  const [own, other] = [texts(stringsFor(course.language)), texts(stringsFor(code))];
  const pairs = own.flatMap((text, index): [string, string][] => (text === '' || text === other[index] ? [] : [[text, other[index] ?? text]]));
  return [...new Map([...pairs, ...course.lessons.flatMap((lesson) => lessonWords(lesson, stringsFor(code)))])];
}

/** Of the lesson itself: its views, and the numbers of its questions. */
function lessonWords({ language, items, slides }: Lesson, { frame: other }: Strings): [own: string, other: string][] {
  const { frame } = stringsFor(language);
  if (frame === other) return [];
  const views = (['read', slidesWord({ slides }), 'check', 'checkTitle'] as const).map((word): [string, string] => [frame[word], other[word]]);
  const total = items.filter(({ part }) => part === null).length;
  return [...views, ...Array.from({ length: total }, (_, index): [string, string] => [frame.question(index + 1, total), other.question(index + 1, total)])];
}

const plain = (html: string): string => html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '');

/** Fetched by the page when slides or paper ask for it: a link, whatever its media, would be a request at every launch. */
function slideStyles(path: string | null): string {
  if (path === null) return '';
  return `<meta name="lectern-slides" content="${escape(path)}" id="${PIECES.figures}">\n<noscript><link rel="stylesheet" href="${escape(path)}"></noscript>\n`;
}

/** `</script>` and `<!--` cannot end the block they stand in. */
function json(payload: CoursePayload): string {
  return JSON.stringify(payload).replace(/</g, '\\u003c');
}

/** Of the document; words in another language say so. A lone lesson may have a language that its course has not. */
function pageLanguage(course: Course, lone: Lesson | undefined): string {
  return lone?.language ?? course.language;
}

function documentTitle(course: Course, lone: Lesson | undefined): string {
  return lone === undefined ? course.title : name(lone);
}

/** `L1.2 – Neural networks` */
function name(lesson: Lesson): string {
  return lesson.code === null ? lesson.title : `${lesson.code} – ${lesson.title}`;
}

function header(course: Course, lone: Lesson | undefined, strings: Strings): string {
  const inAll = (count: (lesson: Lesson) => number): number => course.lessons.reduce((sum, lesson) => sum + count(lesson), 0);
  const [parts, items] = [inAll(partCount), inAll(askedCount)];
  const progress = [...(parts > 0 ? [strings.record.sections(0, parts)] : []), ...(items > 0 ? [strings.record.questions(0, items)] : [])];
  const words = foreign(strings.code, pageLanguage(course, lone));
  const heading = lone === undefined ? `<a href="#/">${escape(course.title)}</a>` : escape(name(lone));
  // A landmark of its own, outside the header that stays in sight.
  const draft = course.draft ? `<aside class="draft"${words}>${escape(strings.page.draft)}</aside>\n` : '';
  return `${draft}<header class="bar">
<button type="button" class="button quiet outline-button" id="${PIECES.outlineButton}" aria-expanded="false" aria-controls="${PIECES.outline}"${words}>${escape(strings.page.contents)}</button>
<p class="bar-title">${heading}</p>
<div class="bar-state"${words}>
<p class="progress"><span id="${PIECES.progressText}">${progress.map((words) => `<span>${escape(words)}</span>`).join(' ')}</span> <progress id="${PIECES.progressBar}" value="0" max="${Math.max(1, parts + items)}" aria-hidden="true"></progress></p>
<p class="save-state" id="${PIECES.saveState}" aria-live="polite" aria-atomic="true"></p>
</div>
<button type="button" class="button quiet" id="${PIECES.exit}"${words}>${escape(strings.page.saveAndExit)}</button>
</header>`;
}

function outline(course: Course, lone: Lesson | undefined, strings: Strings): string {
  const words = foreign(strings.code, pageLanguage(course, lone));
  const entries = lone === undefined ? [homeEntry(course), ...course.lessons.map((lesson) => lessonEntry(lesson))] : partEntries(lone);
  const title = lone === undefined ? strings.page.lessons : strings.page.contents;
  return `<nav class="outline" id="${PIECES.outline}" aria-labelledby="${PIECES.outline}-title">${tools(strings, words)}<p class="outline-title" id="${PIECES.outline}-title"${words}>${escape(title)}</p><ul>${entries.join('\n')}</ul></nav>`;
}

/** What they open stands right behind them. */
function tools({ tools: names }: Strings, words: string): string {
  const button = (name: ToolName, word: string, opens: boolean): string =>
    `<button type="button" class="button quiet" data-tool="${name}"${opens ? ` aria-expanded="false" aria-controls="${PIECES.tool}"` : ''}>${escape(word)}</button>`;
  return `<div class="tools" role="group" aria-label="${escape(names.tools)}"${words}>${button('search', names.search, true)}${button('display', names.display, true)}${button('print', names.print, false)}</div><div class="tool" id="${PIECES.tool}" hidden></div>`;
}

function partEntries(lesson: Lesson): string[] {
  const entry = (part: Part): string =>
    `<li data-level="${part.level}"><a href="#${escape(part.id)}" data-part="${part.key}">${escape(part.title)}<span class="sr-only seen"></span></a></li>`;
  return lesson.sections.flatMap((section) => [
    ...(section.parts[0]?.level === 3 ? [`<li class="outline-group">${escape(section.title)}</li>`] : []),
    ...section.parts.map(entry),
  ]);
}

/** Phones have no room for the title in the header. */
function homeEntry(course: Course): string {
  return `<li data-level="2"><a href="#/">${escape(course.title)}</a></li>`;
}

function lessonEntry(lesson: Lesson): string {
  return `<li data-level="2"><a href="#/${escape(lesson.id)}" data-lesson="${escape(lesson.id)}">${escape(name(lesson))}<span class="sr-only seen"></span></a></li>`;
}

function home(course: Course, strings: Strings): string {
  const words = foreign(strings.code, course.language);
  const lessons = course.lessons.map(
    (lesson) => `<li class="card"><a class="card-link" href="#/${escape(lesson.id)}" data-lesson="${escape(lesson.id)}">${lesson.code === null ? '' : `<span class="eyebrow">${escape(lesson.code)}</span> `}<span class="card-title">${escape(lesson.title)}</span></a><p class="facts"${words}><span>${escape(minutes(lesson.minutes, strings))}</span> <span data-state="${escape(lesson.id)}">${escape(strings.record.notStarted)}</span></p></li>`,
  );
  const total = course.lessons.reduce((sum, lesson) => ({ low: sum.low + (lesson.minutes.declared ?? lesson.minutes.low), high: sum.high + (lesson.minutes.declared ?? lesson.minutes.high) }), { low: 0, high: 0 });
  const [first] = course.lessons;
  const start = first === undefined ? '' : ` <a class="button primary" href="#/${escape(first.id)}"${words}>${escape(strings.page.start)}</a>`;
  return `<div id="${PIECES.home}"><header class="hero"><h1 id="${PIECES.title}" tabindex="-1">${escape(course.title)}</h1>
<div class="slot" id="${PIECES.slot}"><div class="start"><p class="facts"${words}><span>${escape(strings.page.lessonCount(course.lessons.length))}</span> <span>${escape(strings.page.minutes(total.low, total.high))}</span></p>${start}</div></div></header>
<ol class="cards">${lessons.join('\n')}</ol></div>`;
}

/** What the pager offers before anything was opened: the questions of a lone lesson, else the first lesson. */
function nextName(course: Course, lone: Lesson | undefined, strings: Strings): string | null {
  if (lone === undefined) return course.lessons[0] === undefined ? null : name(course.lessons[0]);
  return lone.items.length === 0 ? null : strings.frame.checkTitle;
}

function footer(course: Course, payload: CoursePayload, lone: Lesson | undefined, strings: Strings): string {
  const { page } = strings;
  const next = nextName(course, lone, strings);
  const button = (id: string, kind: string, word: string, target: string | null): string =>
    `<button type="button" class="page-button ${kind}" id="${id}"${target === null ? ' hidden' : ''}><span class="page-way">${escape(word)}</span> <span class="page-target">${escape(target ?? '')}</span></button>`;
  return `<footer class="foot"${foreign(strings.code, pageLanguage(course, lone))}>
<nav class="pager" aria-label="${escape(page.pager)}">${button(PIECES.previous, 'previous', page.previous, null)}${button(PIECES.next, 'next', page.next, next)}</nav>
${help(course, payload, strings)}
</footer>`;
}

/** What an LMS admin asks: the same facts as `lectern inspect` tells, but for sizes, which the page cannot know of itself. */
function help(course: Course, payload: CoursePayload, strings: Strings): string {
  const { help: words, frame } = strings;
  const languages = [...new Set([course.language, ...course.lessons.map((lesson) => lesson.language)])].join(', ');
  const rows: [string, string, string?][] = [
    [words.keyboard, words.keyboardText],
    [words.accessibility, words.accessibilityText],
    [words.limits, words.limitsText],
    [words.barrier, words.barrierText],
    [words.recorded, recordedWords(payload, words), PIECES.recorded],
    [strings.page.contents, amounts(course, strings)],
    [words.passMark, payload.passMark === null ? words.noPassMark : words.percent(payload.passMark)],
    [words.completion, words.completionRule(payload.completion.viewed, payload.completion.items)],
    [frame.version, payload.version],
    [frame.build, payload.build],
    [words.target, `${targetTitle(payload.target)} · ${languages} · Lectern ${payload.lectern}`],
  ];
  const entries = rows.map(([term, text, id]) => `<div><dt>${escape(term)}</dt><dd${id === undefined ? '' : ` id="${id}"`}>${escape(text)}</dd></div>`);
  return `<details class="help"><summary>${escape(words.title)}</summary><dl>${entries.join('')}</dl></details>`;
}

function recordedWords({ target, xapi }: CoursePayload, words: Strings['help']): string {
  const known = readTarget(target);
  if (known === 'web') return words.recordedInBrowser;
  if (xapi !== undefined) return words.recordedByBoth(new URL(xapi.endpoint).host);
  return known !== null && TARGET_FACTS[known].talksTo === 'record-store' ? words.recordedByStore : words.recordedByLms;
}

/** "3 lessons, 24 questions, 21 points"; points only where questions are graded. */
function amounts(course: Course, { page, item }: Strings): string {
  const items = course.lessons.flatMap((lesson) => lesson.items);
  const points = items.reduce((sum, { graded, points: each }) => sum + (graded ? each : 0), 0);
  return [page.lessonCount(course.lessons.length), page.questionCount(items.length), ...(points === 0 ? [] : [item.points(points)])].join(', ');
}
