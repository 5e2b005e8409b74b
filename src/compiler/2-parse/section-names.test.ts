/** The tables of names hold what recognition relies on. */
import { describe, expect, it } from 'vitest';
import { headerNames, truthWords } from './header-names.ts';
import { labelNames } from './label-names.ts';
import { parseLesson } from './parse-lesson.ts';
import { findHeadingSection, findSection, sectionNames } from './section-names.ts';
import { fold, tableLanguages } from './table-language.ts';

it('no name of a section stands for two roles', () => {
  const roles = new Map<string, string>();
  for (const [role, words] of Object.entries(sectionNames)) {
    for (const name of tableLanguages.flatMap((language) => words[language])) {
      expect([roles.get(fold(name)) ?? role, name]).toEqual([role, name]);
      roles.set(fold(name), role);
    }
  }
});

it('no header key in prose stands for two fields', () => {
  const keys = new Map<string, string>();
  for (const [key, words] of Object.entries(headerNames)) {
    for (const name of tableLanguages.flatMap((language) => words[language])) {
      expect([keys.get(fold(name)) ?? key, name]).toEqual([key, name]);
      keys.set(fold(name), key);
    }
  }
});

it('within one language no label stands for two things, and true and false share no word', () => {
  for (const language of tableLanguages) {
    const labels = new Map<string, string>();
    for (const [label, words] of Object.entries(labelNames)) {
      for (const name of words[language]) {
        expect([labels.get(fold(name)) ?? label, language, name]).toEqual([label, language, name]);
        labels.set(fold(name), label);
      }
    }
    const truths = truthWords.true[language].map(fold);
    expect(truthWords.false[language].map(fold).filter((word) => truths.includes(word))).toEqual([]);
  }
});

it('every role has a name in every language, the private one too', () => {
  for (const words of Object.values(sectionNames)) for (const language of tableLanguages) expect(words[language].length).toBeGreaterThan(0);
});

it.each([
  ['Key terms', 'terms'],
  ['KEY  TERMS:', 'terms'],
  ['3. Key terms', 'terms'],
  ['2) Quiz', 'quiz'],
  ['1.4 References', 'references'],
  ['IV. Quiz items', 'quiz'],
  ['Section 4: Quiz', 'quiz'],
  ['📝 Quiz', 'quiz'],
  ['Quiz (5 questions)', 'quiz'],
  ['**Quiz**', 'quiz'],
  ['Références', 'references'],
  ['REFERENCES', 'references'],
  ['Objectifs d’apprentissage', 'objectives'],
  ['Schlüsselbegriffe', 'terms'],
  ['Guion del vídeo', 'script'],
  ['用語集', 'terms'],
  ['確認問題：', 'quiz'],
  ['３．クイズ', 'quiz'],
  ['أهداف التعلّم', 'objectives'],
  ['ملاحظات الإنتاج', 'notes'],
  ['Notas de producción', 'notes'],
  ['Hinweise für Lehrende', 'notes'],
  ['Notes for production', 'notes'],
  ['Production note', 'notes'],
  ['Producer notes', 'notes'],
  ['Instructor guide', 'notes'],
  ['Instructor’s notes', 'notes'],
  ['Speaker notes', 'notes'],
  ['Notes for trainers', 'notes'],
  ['Reviewer comments', 'notes'],
  ['Answer key', 'notes'],
  ['Production note', 'notes'],
  ['Speaker notes (internal)', 'notes'],
  ['Notes (do not publish)', 'notes'],
  ['9. Notes (do not publish):', 'notes'],
  ['Hinweise für die Produktion', 'notes'],
  ['Lösungsschlüssel', 'notes'],
  ['Corrigé', 'notes'],
  ['Solucionario', 'notes'],
  ['メモ（非公開）', 'notes'],
  ['مفتاح الإجابات', 'notes'],
])('“%s” names the section %s', (words, role) => {
  expect(findSection(words)?.role).toBe(role);
});

it.each(['Key ideas about terms', 'A quiz', 'Notes', 'What is an example', 'constructor', '3.', ''])('“%s” names no section', (words) => {
  expect(findSection(words)).toBeNull();
});

it.each([
  'Comments left by the production team',
  'Trainer: notes on timing',
  'Guide for our instructors',
  'Anything goes here, do not publish',
  'Interne Anmerkungen zum Kurs',
  'Remarques pour le formateur',
  'Comentarios para los docentes',
  '講師へのコメントとメモ',
  'ملاحظات خاصة بفريق الإنتاج',
])('“%s” is shown, and reported', (heading) => {
  const text = `# Bread\n\n## Core content\n\nText.\n\n## ${heading}\n\nText.\n\n### ${heading}\n\nText.\n`;
  expect(parseLesson('bread.md', text).diagnostics.map(({ code, line }) => [code, line])).toEqual([['lesson/maybe-private', 7], ['lesson/maybe-private', 11]]);
});

it.each(['Notes on dough', 'The production line', 'Internal memory', 'Trainer notes: week 1', 'A solution of salt'])('“%s” is not taken for a private section by another name', (heading) => {
  expect(parseLesson('bread.md', `# Bread\n\n## Core content\n\nText.\n\n## ${heading}\n\nText.\n`).diagnostics).toEqual([]);
});

it.each(['**Notes for our production team**', 'Notes for our production team'])('%s may also be a line of its own', (line) => {
  expect(parseLesson('bread.md', `# Bread\n\n## Core content\n\nText.\n\n${line}\n\nText.\n`).diagnostics.map(({ code }) => code)).toEqual(['lesson/maybe-private']);
});

it.each(['Solutions', 'Answers', 'Lösungen', 'Soluciones'])('“%s” alone may be what a lesson is about: it is no private section', (words) => {
  expect(findSection(words)).toBeNull();
});

describe('a heading with a number behind its name', () => {
  it.each([
    ['Quiz 2', 'quiz'],
    ['Quiz – part two', 'quiz'],
    ['Quiz II', 'quiz'],
    ['Production notes 2', 'notes'],
    ['Fragen 3', 'quiz'],
    ['クイズ2', 'quiz'],
  ])('is that section: %s', (words, role) => {
    expect(findHeadingSection(words)?.role).toBe(role);
  });

  it.each(['Question 1', '問題 1', 'Frage 2', 'Example 2', 'Quizzical', 'Plan B', 'Part 2'])('is none of its own: %s', (words) => {
    expect(findHeadingSection(words)).toBeNull();
  });
});
