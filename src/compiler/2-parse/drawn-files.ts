/** Which other files a lesson draws questions from, as far as its lines tell: they have to be there before the lesson is checked. */
import type { LessonDocument } from './document.ts';
import { labelNames } from './label-names.ts';
import { tableLanguages } from './table-language.ts';

const names = tableLanguages.flatMap((language) => labelNames.draw[language]).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
const drawLine = new RegExp(`(?:${names.join('|')})[*_ \\t]{0,4}[:：]([^\\n]{1,400})`, 'giu');

const anyDraw = new RegExp(`(?:${names.join('|')})[*_ \\t\\\\]{0,6}(?:[:：]|&)`, 'iu');

/** Whether a text that has not been parsed may draw questions from another file: true in doubt. */
export function mayDraw(text: string): boolean {
  return anyDraw.test(text);
}

/** As written, relative to the lesson's own folder. What is no draw after all does no harm. */
export function drawnFiles({ source }: Pick<LessonDocument, 'source'>): string[] {
  const found = [...source.text.matchAll(drawLine)].flatMap(([, rest = '']) => [...rest.matchAll(/([^\s()[\]<>#,;]+)#/g)].map((match) => match[1] ?? ''));
  return [...new Set(found)];
}
