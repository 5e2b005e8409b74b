/** Help speaks of labels as the author writes them. */
import { expect, it } from 'vitest';
import { parseLesson } from '../2-parse/parse-lesson.ts';
import { labelLanguages, ownLabels } from './own-labels.ts';

const told = (text: string, help: string) => ownLabels(labelLanguages(parseLesson('one.md', text).output))(help);
const lesson = (quiz: string, language = 'Sprache: Deutsch') => `# L1 — Eins\n\n${language}\n\n## Inhalt\n\nWorte.\n\n## Quiz\n\n${quiz}`;

it.each([
  [lesson('1. Frage: Wahr oder falsch: eins?\n   Antwort: Wahr.\n'), 'Add one sentence: Why: …', 'Add one sentence: Warum: …'],
  [lesson('1. Frage: Wahr oder falsch: eins?\n   Antwort: Wahr.\n'), 'Objective: 1 and Points: 2', 'Lernziel: 1 and Punkte: 2'],
  [lesson('1. Q: Wahr oder falsch: eins?\n   A: Wahr.\n   Why: So.\n'), 'Add one sentence: Why: …', 'Add one sentence: Why: …'],
  [lesson('1. Frage: Wahr oder falsch: eins?\n   Antwort: Wahr.\n'), 'Write below the options: Answer: B', 'Write below the options: Antwort: B'],
  [lesson('1. Frage: Wahr oder falsch: eins?\n   Antwort: Wahr.\n'), 'Write for example: Duration: 2 min', 'Write for example: Dauer: 2 min'],
  [lesson('', 'Type : Cours · Durée : 5 min · Langue : fr'), 'Write for example: Duration: 2 min', 'Write for example: Durée: 2 min'],
  [lesson('1. F: Wahr oder falsch: eins?\n   A: Wahr.\n', 'Duration: 5 min · Language: de'), 'Duration: 2 min, Answer: B', 'Duration: 2 min, Antwort: B'],
  [lesson('1. Q: True or false: one?\n   A: True.\n', 'Language: en'), 'Add one sentence: Why: …', 'Add one sentence: Why: …'],
])('%#', (text, help, expected) => {
  expect(told(text, help)).toBe(expected);
});
