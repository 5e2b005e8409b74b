/** Writes the inside of `<lectern-lesson>`: title, tabs and the views Read, Slides (or Watch) and Check, as plain markup. */
import { toString } from 'mdast-util-to-string';
import { preQuestions } from '../../course/before.ts';
import type { Lesson, Minutes, Part, Section } from '../../course/course.ts';
import type { Prose } from '../../course/prose.ts';
import { isWhole } from '../../course/quiz.ts';
import type { Visual } from '../../course/visual.ts';
import type { Strings } from '../../locales/strings.ts';
import { PIECES, QUIZ_TAG, RESULTS_TAG, panelId, questionId, referenceId, tabId, termId, type View } from '../../vocabulary/tags.ts';
import { escape, foreign } from './markup.ts';
import { readingBlocks } from './reading-blocks.ts';
import { slidesView, slidesWord } from './slides-view.ts';

export interface LessonBodyOptions {
  /** Sanitised HTML of prose; `scope` keeps footnote ids apart. */
  html: (prose: Prose, scope?: string) => string;
  /** Markup of the item at this index. */
  item: (index: number) => string;
  /** Markup of what is drawn on a slide. */
  figures: (visuals: readonly Visual[]) => string;
  /** Path in the package of a file as seen from the lesson. */
  file: (written: string) => string;
  strings: Strings;
}

/** The same text serves as static HTML and as the text of a Lit template (decisions, First view). */
export function lessonBody(lesson: Lesson, options: LessonBodyOptions): string {
  const text = readView(lesson, options);
  const views = viewsOf(lesson, text !== '');
  const panels = views.map((view) => panel(view, views, view === 'read' ? text : view === 'slides' ? slidesView(lesson, options) : checkView(lesson, options)));
  return [title(lesson, options), tabs(lesson, views, options.strings), ...panels].join('\n');
}

/** A view without content is not offered. */
function viewsOf(lesson: Lesson, hasText: boolean): View[] {
  return [...(hasText ? ['read' as const] : []), ...(lesson.slides.length > 0 ? ['slides' as const] : []), ...(questionsOf(lesson).length > 0 ? ['check' as const] : [])];
}

/** Places in the lesson's items of those that stand in the Check view; the others stand in the text. */
function questionsOf({ items }: Lesson): number[] {
  return items.flatMap(({ part }, index) => (part === null ? [index] : []));
}

/** What a learner is asked: of a bank only what is drawn. */
export function askedCount({ items, draws }: Lesson): number {
  return items.filter(({ bank }) => bank === null).length + draws.reduce((sum, { count }) => sum + count, 0);
}

export function partCount({ sections }: Lesson): number {
  return sections.reduce((sum, { parts }) => sum + parts.length, 0);
}

function title(lesson: Lesson, { strings, html }: LessonBodyOptions): string {
  const above = [lesson.code, lesson.details.module].filter((text) => text !== null);
  const eyebrow = above.length === 0 ? '' : `<p class="eyebrow">${above.map((text) => `<span>${escape(text)}</span>`).join(' ')}</p>`;
  const facts = [
    minutes(lesson.minutes, strings),
    ...(partCount(lesson) > 0 ? [strings.page.sectionCount(partCount(lesson))] : []),
    ...(lesson.items.length > 0 ? [strings.page.questionCount(askedCount(lesson))] : []),
  ];
  const language = foreign(strings.code, lesson.language);
  const { prerequisites: before } = lesson.details;
  const prerequisites = before === undefined ? '' : `<p><span${language}>${escape(strings.lesson.prerequisites)}</span> ${html(before)}</p>`;
  return [
    `<header class="hero">${eyebrow}<h1 id="${PIECES.title}" tabindex="-1">${escape(lesson.title)}</h1>`,
    `<div class="slot" id="${PIECES.slot}"><p class="facts"${language}>${facts.map((fact) => `<span>${escape(fact)}</span>`).join(' ')}</p></div>${prerequisites}</header>`,
  ].join('\n');
}

/** The author's own figure where there is one. */
export function minutes(given: Minutes, strings: Strings): string {
  return given.declared === null ? strings.page.minutes(given.low, given.high) : strings.page.minutes(given.declared, given.declared);
}

function tabs(lesson: Lesson, views: View[], strings: Strings): string {
  if (views.length === 1) return '';
  const buttons = views.map((view, index) => {
    const selected = index === 0;
    return `<button type="button" role="tab" class="tab" id="${tabId(view)}" aria-controls="${panelId(view)}" aria-selected="${selected}"${selected ? '' : ' tabindex="-1"'}>${escape(strings.frame[view === 'slides' ? slidesWord(lesson) : view])}</button>`;
  });
  return `<div class="tabs" role="tablist" aria-label="${escape(strings.lesson.views)}"${foreign(strings.code, lesson.language)}>${buttons.join('')}</div>`;
}

function panel(view: View, views: View[], content: string): string {
  const role = views.length === 1 ? '' : ` role="tabpanel" aria-labelledby="${tabId(view)}"`;
  return `<div class="view view-${view}" id="${panelId(view)}"${role}${view === views[0] ? '' : ' hidden'}>\n${content}\n</div>`;
}

function readView(lesson: Lesson, options: LessonBodyOptions): string {
  const shown = lesson.sections.filter((section) => section.shown && section.parts.length > 0);
  const missing = (role: Section['role'], count: number): boolean => count > 0 && !shown.some((section) => section.role === role);
  const { strings } = options;
  const added = (role: 'objectives' | 'terms' | 'references', heading: string, count: number): string[] =>
    missing(role, count) ? [`<section class="section section-${role}"><h2>${escape(heading)}</h2>${listOf(role, lesson, options)}</section>`] : [];
  const sections = [
    ...added('objectives', strings.lesson.objectives, lesson.objectives.length),
    ...shown.map((section) => sectionMarkup(section, lesson, options)),
    ...added('terms', strings.lesson.keyTerms, lesson.terms.length),
    ...added('references', strings.lesson.references, lesson.references.length),
  ];
  return firstPictureAtOnce([...preQuestionMarkup(lesson, options), ...sections].join('\n'));
}

/** Above the text, so that nothing moves when they come alive; who would rather read goes on by a link. */
function preQuestionMarkup(lesson: Lesson, { item, strings }: LessonBodyOptions): string[] {
  const count = lesson.before === undefined ? 0 : preQuestions(lesson.items, lesson.before).length;
  if (count === 0) return [];
  const { before } = strings.lesson;
  const first = lesson.sections.filter(({ shown }) => shown).flatMap(({ parts }) => parts)[0];
  const skip = first === undefined ? '' : `<p class="before-skip"${foreign(strings.code, lesson.language)}><a href="#${escape(first.id)}">${escape(before.skip)}</a></p>`;
  const questions = Array.from({ length: count }, (_, index) => `<div class="inline-check">${item(lesson.items.length + index)}</div>`);
  const words = `<div${foreign(strings.code, lesson.language)}><h2 id="${PIECES.before}">${escape(before.title)}</h2><p>${escape(before.text(count, lesson.before?.told === true))}</p></div>`;
  return [`<section class="before" aria-labelledby="${PIECES.before}">${words}${skip}${questions.join('')}</section>`];
}

/** About as many characters as the first screen shows. */
const SCREENFUL = 1500;

/** Pictures are fetched when they come near; one that stands in the first screen is near from the start. */
function firstPictureAtOnce(markup: string): string {
  const [found] = /<img\b[^>]* loading="lazy"/.exec(markup) ?? [];
  if (found === undefined) return markup;
  const at = markup.indexOf(found);
  if (markup.slice(0, at).replace(/<[^>]*>/g, '').length > SCREENFUL) return markup;
  return markup.slice(0, at) + found.replace(/ loading="lazy"$/, '') + markup.slice(at + found.length);
}

function sectionMarkup(section: Section, lesson: Lesson, options: LessonBodyOptions): string {
  const parts = section.parts.map((part, index) => {
    const content = index === 0 ? openingPart(section, part, lesson, options) : readingBlocks(part.blocks, part.id, options);
    return `<section class="part" data-part="${part.key}"><h${part.level} id="${escape(part.id)}" tabindex="-1">${escape(part.title)}</h${part.level}>\n${content}<div class="part-end"></div></section>`;
  });
  // Without words of its own before the first sub-heading a section has no part for its heading.
  const heading = section.parts[0]?.level === 3 ? `<h2>${escape(section.title)}</h2>\n` : '';
  return `<section class="section section-${section.role}">\n${heading}${parts.join('\n')}\n</section>`;
}

/** Where the compiler knows the entries of a list, it writes the list itself and keeps the author's other words. */
function openingPart(section: Section, part: Part, lesson: Lesson, options: LessonBodyOptions): string {
  const { role } = section;
  if (role !== 'objectives' && role !== 'terms' && role !== 'references') return readingBlocks(part.blocks, part.id, options);
  const list = listOf(role, lesson, options);
  if (list === '') return options.html(part.blocks, part.id);
  if (role === 'objectives') return objectivesInPlace(part, lesson, list, options);
  const entries = entriesOf(role, lesson).filter((entry) => entry !== '');
  const own = part.blocks.filter((block) => block.type !== 'list' && !holdsAny(block, entries));
  return `${own.length === 0 ? '' : options.html(own, part.id)}${list}`;
}

/** Entries may be paragraphs too, one below the other: the list says them already. */
function holdsAny(block: Prose[number], entries: readonly string[]): boolean {
  const text = toString(block);
  return entries.some((entry) => text.includes(entry));
}

/** The list stands where the author wrote it, and everything around it stays in order. */
function objectivesInPlace({ blocks, id }: Part, lesson: Lesson, list: string, { html }: LessonBodyOptions): string {
  const bare = (text: string): string => text.replace(/\s+/g, '');
  const texts = new Set(lesson.objectives.map(({ text }) => bare(text)));
  const written = blocks.filter((block) => block.type === 'paragraph' && texts.has(bare(toString(block))));
  const opening = bare(lesson.objectives[0]?.text ?? '');
  const first = written[0] ?? blocks.find((block) => block.type === 'list') ?? blocks.find((block) => bare(toString(block)).includes(opening));
  const at = first === undefined ? -1 : blocks.indexOf(first);
  if (at < 0) return html(blocks, id);
  const before = blocks.slice(0, at);
  const after = blocks.slice(at + 1).filter((block) => !written.includes(block));
  // Footnotes of the two stretches need ids that differ.
  return `${before.length === 0 ? '' : html(before, id)}${list}${after.length === 0 ? '' : html(after, `${id}-more`)}`;
}

function entriesOf(role: 'objectives' | 'terms' | 'references', lesson: Lesson): string[] {
  if (role === 'objectives') return lesson.objectives.map((objective) => objective.text);
  return role === 'terms' ? lesson.terms.map((term) => term.text) : lesson.references.map((reference) => reference.text);
}

function listOf(role: 'objectives' | 'terms' | 'references', lesson: Lesson, { html, strings }: LessonBodyOptions): string {
  if (role === 'terms') {
    const groups = lesson.terms.map((term) => {
      const names = term.names.map((name) => `<dt>${escape(name)}</dt>`).join('');
      return `<div class="term" id="${escape(termId(term.id))}">${names}<dd>${html(term.definition)}</dd></div>`;
    });
    return groups.length === 0 ? '' : `<dl class="terms" data-all="${escape(strings.lesson.allTerms)}">${groups.join('\n')}</dl>${groups.length < CARDS_LEAST ? '' : practise(lesson, strings)}`;
  }
  if (role === 'references') return references(lesson, html);
  const entries = lesson.objectives.map((entry) => `<li>${html(entry.prose)}</li>`);
  return entries.length === 0 ? '' : `<ol class="objectives">${entries.join('\n')}</ol>`;
}

/** Fewer terms are no pile of cards. */
const CARDS_LEAST = 3;

function practise({ language }: Lesson, { tools, code }: Strings): string {
  return `<p class="actions"${foreign(code, language)}><button type="button" class="button" data-tool="terms">${escape(tools.practise)}</button></p>`;
}

/** Numbered by the page, unless the author did so. */
function references({ references: all }: Lesson, html: LessonBodyOptions['html']): string {
  if (all.length === 0) return '';
  const entries = all.map(({ prose }, index) => `<li id="${referenceId(index + 1)}">${html(prose)}</li>`);
  return all.some(({ label }) => label !== null) ? `<ul class="references labelled">${entries.join('\n')}</ul>` : `<ol class="references">${entries.join('\n')}</ol>`;
}

function checkView(lesson: Lesson, { item, strings }: LessonBodyOptions): string {
  const asked = questionsOf(lesson);
  const total = asked.length;
  const language = foreign(strings.code, lesson.language);
  const steps = asked.map((_, index) => {
    const current = index === 0 ? ' aria-current="step"' : '';
    return `<li><a class="step" href="#${questionId(index + 1)}"${current}><span class="sr-only">${escape(strings.frame.question(index + 1, total))}</span><span aria-hidden="true">${index + 1}</span><span class="sr-only step-state"></span></a></li>`;
  });
  const questions = asked.map((at, index) => {
    const id = questionId(index + 1);
    return `<section class="question" id="${id}"${index === 0 ? '' : ' hidden'}><h3 id="${id}-title" tabindex="-1"${language}>${escape(strings.frame.question(index + 1, total))}</h3>\n${item(at)}</section>`;
  });
  return [
    `<h2 tabindex="-1"${language}>${escape(strings.frame.checkTitle)}</h2>`,
    ...(isWhole(lesson.quiz) ? [`<${QUIZ_TAG}></${QUIZ_TAG}>`] : []),
    `<nav class="steps" aria-label="${escape(strings.lesson.questions)}"${language}><ol>${steps.join('')}</ol></nav>`,
    ...questions,
    `<${RESULTS_TAG} hidden></${RESULTS_TAG}>`,
  ].join('\n');
}
