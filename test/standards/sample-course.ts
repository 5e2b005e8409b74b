/** A course as the checker hands it on, with the files that the bundler would make of it: input of the package tests. */
import type { Course, Lesson, Part, Section } from '../../src/course/course.ts';
import type { SingleItem, TrueFalseItem } from '../../src/course/item.ts';
import type { Prose } from '../../src/course/prose.ts';
import type { PackageFile } from '../../src/compiler/5-bundle/files.ts';
import { PLAIN_QUIZ } from '../../src/course/quiz.ts';

const FILE = 'lessons/phishing.md';
const place = { file: FILE, start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };

function prose(text: string): Prose {
  return [{ type: 'paragraph', children: [{ type: 'text', value: text }] }];
}

function part(key: number, title: string): Part {
  const id = title.toLowerCase().replace(/[^a-z]+/g, '-');
  return { id, key, title, level: 2, blocks: prose(`${title} begins with the sender’s address.`) };
}

function section(title: string, key: number): Section {
  return { role: 'content', title, place, shown: true, parts: [part(key, title)] };
}

const graded = { why: null, hints: [], feedbackRight: null, feedbackWrong: null, graded: true, points: 1, objectives: [1], tags: [], attempts: 0, shuffle: false, confidence: false, bank: null, part: null, place };

const trueFalse: TrueFalseItem = {
  ...graded,
  type: 'true-false',
  id: 'padlock-9f31c2',
  key: 0,
  prompt: prose('A padlock in the address bar means that the site is honest.'),
  promptText: 'A padlock in the address bar means that the site is honest.',
  answer: false,
};

const single: SingleItem = {
  ...graded,
  type: 'single',
  id: 'first-step-04ab77',
  key: 1,
  prompt: prose('What do you do first with a message that asks for your password?'),
  promptText: 'What do you do first with a message that asks for your password?',
  options: [
    { id: 'report_it', prose: prose('Report it'), text: 'Report it', correct: true, feedback: null, last: false },
    { id: 'answer_it', prose: prose('Answer it'), text: 'Answer it', correct: false, feedback: null, last: false },
  ],
};

function lesson(number: number, language: string): Lesson {
  return {
    id: `l1.${number}`,
    key: number,
    code: `L1.${number}`,
    title: `Phishing, part ${number}`,
    language,
    direction: 'ltr',
    file: FILE,
    details: { type: null, status: null, module: null, frameworks: [], duration: null },
    objectives: [{ id: `l1.${number}.o1`, number: 1, prose: prose('Tell a forged sender.'), text: 'Tell a forged sender.' }],
    sections: [section('Who wrote this', 0), section('Where the link leads', 1)],
    slides: [],
    items: [trueFalse, single],
    draws: [],
    quiz: PLAIN_QUIZ,
    terms: [],
    references: [],
    definitions: [],
    minutes: { declared: null, low: 4, high: 6 },
  };
}

export function sampleCourse(changes: Partial<Course> = {}): Course {
  const language = changes.language ?? 'en';
  return {
    id: 'phishing-basics',
    iri: 'https://example.org/courses/phishing-basics',
    title: 'Phishing basics',
    language,
    version: '1.2.0',
    passMark: 0.8,
    completion: { viewed: 0.9, items: 'attempted' },
    draft: false,
    lessons: [lesson(1, language), lesson(2, language)],
    ...changes,
  };
}

/** `size` bytes of text that compresses about as well as a minified player. */
function filler(size: number): Uint8Array {
  const words = ['customElements', 'define', '=>', 'render', '({', '})', 'this.', 'html`', 'const ', 'answer'];
  let seed = 7;
  let text = '';
  while (text.length < size) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    text += `${words[seed % words.length]}${seed % 97}`;
  }
  return new TextEncoder().encode(text.slice(0, size));
}

export function sampleFiles(): PackageFile[] {
  const text = (path: string, content: string): PackageFile => ({ path, content: new TextEncoder().encode(content) });
  return [
    text('index.html', '<!doctype html><title>Phishing basics</title><script src="lectern.js" defer></script>'),
    { path: 'lectern.js', content: filler(90_000) },
    { path: 'lectern.css', content: filler(12_000) },
    text('lessons/l1.1.js', 'lectern.lesson({id:"l1.1"});'),
    text('lessons/l1.2.js', 'lectern.lesson({id:"l1.2"});'),
    { path: 'media/inbox.3fa9c2.png', content: filler(3_000), source: 'img/Inbox.png' },
    text('THIRD-PARTY.md', '# Third-party notices\n'),
  ];
}
