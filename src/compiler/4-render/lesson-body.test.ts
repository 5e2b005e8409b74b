/** The inside of a lesson: views and tabs by what the lesson has, headings in order, lists written once. */
import { describe, expect, it } from 'vitest';
import type { Lesson, Part, Section, SectionRole } from '../../course/course.ts';
import type { Item } from '../../course/item.ts';
import type { Prose } from '../../course/prose.ts';
import { stringsFor } from '../../locales/choose.ts';
import { lessonBody } from './lesson-body.ts';
import { PLAIN_QUIZ } from '../../course/quiz.ts';

const place = { file: 'l.md', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
const paragraph = (value: string): Prose => [{ type: 'paragraph', children: [{ type: 'text', value }] }];
const part = (key: number, level: 2 | 3, title: string, blocks: Prose = paragraph(`words of ${title}`)): Part => ({ id: `p${key}`, key, title, level, blocks });
const section = (role: SectionRole, title: string, parts: Part[]): Section => ({ role, title, place, shown: true, parts });

const item: Item = {
  id: 'q', key: 1, type: 'true-false', answer: true, prompt: paragraph('?'), promptText: '?', why: null, hints: [], feedbackRight: null, feedbackWrong: null,
  graded: true, points: 1, objectives: [], tags: [], attempts: 2, shuffle: false, confidence: false, bank: null, part: null, place,
};

function lesson(changes: Partial<Lesson>): Lesson {
  return {
    id: 'l', key: 1, code: 'L1', title: 'A & B', language: 'en', direction: 'ltr', file: 'l.md',
    details: { type: null, status: null, module: null, frameworks: [], duration: null },
    objectives: [], sections: [section('content', 'Core', [part(1, 2, 'Core')])], slides: [], items: [], draws: [], quiz: PLAIN_QUIZ, terms: [], references: [], definitions: [],
    minutes: { declared: null, low: 3, high: 5 }, ...changes,
  };
}

/** Prose as bare text, which is all these tests look at. */
const html = (prose: Prose): string => prose.map((node) => ('children' in node ? html(node.children as Prose) : 'value' in node ? node.value : '')).join('');
const write = (changes: Partial<Lesson> = {}, language = 'en'): string => lessonBody(lesson(changes), { html, item: (index) => `[item ${index}]`, figures: () => '', file: (written) => `media/${written}`, strings: stringsFor(language) });
const slide = { number: 1, title: 'First', narration: paragraph('spoken'), sentences: [], brief: 'a secret brief', visuals: [] };

describe('views', () => {
  it('a lesson with slides and items has three tabs, Read open and the others hidden', () => {
    const body = write({ slides: [slide], items: [item] });
    expect(body.match(/role="tab"[^>]*>([^<]+)</g)?.map((tab) => tab.replace(/.*>([^<]+)<$/, '$1'))).toEqual(['Read', 'Slides', 'Check']);
    expect(body.match(/role="tabpanel"[^>]*>/g)?.map((panel) => panel.includes(' hidden'))).toEqual([false, true, true]);
  });

  it.each([
    ['en', 'Watch', 'Slides'],
    ['de', 'Ansehen', 'Folien'],
  ])('slides are called by what they are (%s): %s where one was recorded, else %s', (language, watch, slides) => {
    const called = (voice: object): (string | undefined)[] => {
      const body = write({ slides: [slide, { ...slide, number: 2, ...voice }] }, language);
      return [/id="lectern-tab-slides"[^>]*>([^<]+)</.exec(body)?.[1], /lectern-watch[^]*?<h2[^>]*>([^<]+)</.exec(body)?.[1]];
    };
    expect([called({ voice: 'slide-02.mp3' }), called({})]).toEqual([[watch, watch], [slides, slides]]);
  });

  it('a lesson to read only has no tabs', () => {
    expect(write()).not.toMatch(/role="tab/);
  });

  it('a lesson without text begins with its slides, or with its questions, and says nothing of sections', () => {
    const shown = (changes: Partial<Lesson>): string[] => [...write({ sections: [], ...changes }).matchAll(/class="view view-(\w+)"[^>]*>/g)].map(([panel, view]) => `${String(view)}${panel.includes(' hidden') ? ' hidden' : ''}`);
    expect([shown({ slides: [slide], items: [item] }), shown({ items: [item] })]).toEqual([['slides', 'check hidden'], ['check']]);
    expect(write({ sections: [], items: [item] })).not.toMatch(/role="tab|section</);
  });

  it('items stand in order, each in its own question, the first one shown', () => {
    const body = write({ items: [item, { ...item, id: 'r', key: 2 }] });
    expect(body).toMatch(/id="lectern-question-1"><h3 .*Question 1 of 2.*\n\[item 0\].*\n.*id="lectern-question-2"[^>]* hidden>.*Question 2 of 2.*\n\[item 1\]/);
  });

  it('slides show their narration and never the brief', () => {
    const body = write({ slides: [slide] });
    expect(body).toMatch(/Slide 1 of 1.*First.*\nspoken/);
    expect(body).not.toContain('secret');
  });

  it('a recorded slide has its recording first, which nothing loads before it is wanted', () => {
    expect(write({ slides: [{ ...slide, voice: 'slide-01.mp3' }] })).toMatch(/First<\/h3>\n<audio class="voice" controls preload="none" src="media\/slide-01.mp3" aria-labelledby="lectern-slide-1"><\/audio>spoken/);
    expect(write({ slides: [slide] })).not.toContain('<audio');
  });
});

describe('pictures', () => {
  const picture = '<img alt="a" loading="lazy" decoding="async">';
  const withPictures = (before: string): string => lessonBody(lesson({ sections: [section('content', 'Core', [part(1, 2, 'Core', paragraph(before))])] }), { html: (prose) => `${html(prose)}${picture}${picture}`, item: () => '', figures: () => '', file: (written) => `media/${written}`, strings: stringsFor('en') });

  it('the first one is fetched at once where it stands in the first screen, all others when they come near', () => {
    expect(withPictures('Few words. &lt;img loading="lazy"&gt; ')).toContain(`&lt;img loading="lazy"&gt; <img alt="a" decoding="async">${picture}`);
    expect(withPictures('words '.repeat(400))).toContain(`${picture}${picture}`);
  });
});

describe('reading', () => {
  it('every part carries its key, its anchor and its heading', () => {
    const body = write({ sections: [section('content', 'Core', [part(1, 2, 'Core'), part(7, 3, 'Deeper')])] });
    expect(body).toContain('<section class="part" data-part="1"><h2 id="p1" tabindex="-1">Core</h2>');
    expect(body).toContain('<section class="part" data-part="7"><h3 id="p7" tabindex="-1">Deeper</h3>');
  });

  it('a section that begins with a sub-heading still has its own heading', () => {
    const body = write({ sections: [section('content', 'Core', [part(1, 3, 'Deeper')])] });
    expect(body).toMatch(/<h2>Core<\/h2>\n.*<h3 id="p1"/);
  });

  it('private sections are left out', () => {
    expect(write({ sections: [{ ...section('notes', 'Notes', []), shown: false }] })).not.toContain('Notes');
  });

  it('objectives stand once, whether the section holds them as a list or in a sentence', () => {
    const objectives = [{ id: 'l.o1', number: 1, prose: paragraph('Name it.'), text: 'Name it.' }];
    const blocks: Prose = [...paragraph('You can:'), { type: 'list', children: [{ type: 'listItem', children: [{ type: 'paragraph', children: [{ type: 'text', value: 'Name it.' }] }] }] }];
    for (const given of [blocks, paragraph('You can: 1. Name it.')]) {
      const body = write({ objectives, sections: [section('objectives', 'Goals', [part(1, 2, 'Goals', given)])] });
      expect(body.match(/Name it\./g)).toHaveLength(1);
      expect(body).toContain('<ol class="objectives"><li>Name it.</li></ol>');
    }
  });

  it('what the author wrote around the objectives stays in order', () => {
    const objectives = [{ id: 'l.o1', number: 1, prose: paragraph('Name it.'), text: 'Name it.' }];
    const words = (value: string): Prose => [{ type: 'paragraph', children: [{ type: 'text', value }] }];
    const list = (value: string): Prose => [{ type: 'list', children: [{ type: 'listItem', children: [{ type: 'paragraph', children: [{ type: 'text', value }] }] }] }];
    const around: Prose = [...words('After.'), ...list('Scope'), ...words('End.')];
    for (const own of [list('Name it.'), words('Name it.')]) {
      const body = write({ objectives, sections: [section('objectives', 'Goals', [part(1, 2, 'Goals', [...words('Before:'), ...own, ...around])])] });
      const found = ['Before:', '<ol class="objectives"><li>Name it.</li></ol>', 'After.', 'Scope', 'End.'].map((text) => body.indexOf(text));
      expect(found).toEqual([...found].filter((at) => at > 0).sort((a, b) => a - b));
      expect(body.match(/Name it\./g)).toHaveLength(1);
    }
  });

  it('terms without a section of their own get one', () => {
    const body = write({ terms: [{ id: 'weights', names: ['Weights', 'Parameters'], definition: paragraph('numbers'), text: 'Weights' }] });
    expect(body).toMatch(/<h2>Key terms<\/h2><dl class="terms" data-all="All terms"><div class="term" id="lectern-term-weights"><dt>Weights<\/dt><dt>Parameters<\/dt><dd>numbers<\/dd>/);
  });
});

it('escapes titles', () => {
  expect(write()).toContain('>A &amp; B</h1>');
});

it('marks our own words where the lesson is in a language we do not have', () => {
  expect(write({ language: 'ar', direction: 'rtl', slides: [slide] })).toMatch(/role="tablist"[^>]* lang="en"/);
  expect(write({ slides: [slide] })).not.toContain('lang="en"');
});

describe('terms written as paragraphs', () => {
  it('stand once, whatever their number, and other words beside them stay', () => {
    const term = (id: string, text: string) => ({ id, names: [id], definition: paragraph(text), text });
    const blocks = [...paragraph('Read these first.'), ...paragraph('salt — random bytes.'), ...paragraph('hash — a fingerprint.'), ...paragraph('key — a secret number.')];
    const body = write({ sections: [section('terms', 'Key terms', [part(1, 2, 'Key terms', blocks)])], terms: [term('salt', 'random bytes.'), term('hash', 'a fingerprint.'), term('key', 'a secret number.')] });
    for (const text of ['random bytes.', 'a fingerprint.', 'a secret number.', 'Read these first.']) expect(body.split(text).length - 1).toBe(1);
    expect(body).toContain('data-tool="terms"');
  });
});
