/** What makes a lesson hard to follow for some of its learners: links that say nothing, colour as the only hint, breathless narration, unfinished words. */
import type { RootContent, Text } from 'mdast';
import type { Slide } from '../../../course/course.ts';
import type { LessonDocument, SectionNode } from '../../2-parse/document.ts';
import type { Report } from '../report.ts';
import { type Offsets, plainText, rememberOffsets, span, walk } from '../tree.ts';
import { countWords, sameForm } from '../words.ts';

/** `sections` are those that learners see or hear. */
export function checkSpeech(sections: readonly SectionNode[], slides: readonly Slide[], document: LessonDocument, report: Report): void {
  const offsets = rememberOffsets(document.source);
  for (const { role, blocks } of sections) {
    // The outline is a note to whoever draws the slides.
    if (role === 'outline') continue;
    walk(blocks, (node) => checkNode(node, { document, offsets, report }));
  }
  checkNarration(slides, document, report);
}

interface Checks {
  document: LessonDocument;
  offsets: Offsets;
  report: Report;
}

const vague = new Set('click here|here|this link|this page|link|read more|more|learn more|see here|hier|hier klicken|klicken sie hier|klick hier|mehr|mehr erfahren|weiterlesen|link|cliquez ici|ici|en savoir plus|lire la suite|plus|haga clic aquí|haz clic aquí|clic aquí|aquí|más|leer más|más información|こちら|ここ|ここをクリック|詳しくはこちら|هنا|اضغط هنا|انقر هنا|المزيد'.split('|').map(sameForm));

/** Every text is looked at: `rough` finds all that `exact` does and more, many times as quickly. */
interface Hint {
  rough: RegExp;
  exact: RegExp;
}

/** Capital letters only: “todo” is Spanish for everything. */
const unfinished: Hint = {
  rough: /T(?:ODO|BD|BC)|FIX(?:ME)|XXX|orem ipsum/,
  exact: /(?<![\p{L}\p{N}_-])(?:T(?:ODO|BD|BC)|FIX(?:ME)|XXX|[Ll]orem ipsum)(?![\p{L}\p{N}_-])/u,
};

const colours = 'red|green|blue|yellow|orange|purple|grey|gray|rot(?:e[nrs]?)?|grün(?:e[nrs]?)?|blau(?:e[nrs]?)?|gelb(?:e[nrs]?)?';
const colourOnly: Hint = {
  rough: new RegExp(` (?:${colours})`, 'iu'),
  exact: new RegExp(`(?<!\\p{L})(?:(?:the|those|ones) (?:${colours}) ones?|(?:marked|shown|highlighted|printed|written) in (?:${colours})|in (?:${colours}) (?:markiert|gezeigt|hervorgehoben))(?!\\p{L})`, 'iu'),
};

function checkNode(node: RootContent, { document, offsets, report }: Checks): void {
  const { source } = document;
  if (node.type === 'link') {
    const words = plainText(node.children);
    const { start, end } = span(node);
    if (vague.has(sameForm(words).replace(/[\s.:…!→»]+$/u, ''))) report.add('link/vague', source.place(start, end), { words });
  } else if (node.type === 'table') {
    const [header, ...rows] = node.children;
    const { start, end } = span(header ?? node);
    if (rows.length > 0 && header?.children.every((cell) => plainText([cell]) === '') === true) report.add('table/no-header', source.place(start, end), { columns: header.children.length });
  } else if (node.type === 'text') {
    mention(node, unfinished, (words, place) => report.add('text/unfinished', place, { words }), { document, offsets });
    mention(node, colourOnly, (words, place) => report.add('text/colour-only', place, { words }), { document, offsets });
  }
}

function mention(node: Text, { rough, exact }: Hint, add: (words: string, place: ReturnType<LessonDocument['source']['place']>) => void, { document, offsets }: Pick<Checks, 'document' | 'offsets'>): void {
  const match = rough.test(node.value) ? exact.exec(node.value) : null;
  if (match === null) return;
  const at = offsets(node);
  add(match[0], document.source.place(at(match.index), at(match.index + match[0].length)));
}

/** Words that a speaker says in a minute and a half, at 150 a minute; more is no longer one slide. */
const longestNarration = 225;
/** Listeners cannot look back. */
const longestSentence = 35;

function checkNarration(slides: readonly Slide[], document: LessonDocument, report: Report): void {
  for (const { number, narration } of slides) {
    const [first] = narration;
    if (first === undefined) continue;
    const { start, end } = span(first);
    const place = document.source.place(start, Math.min(end, start + 40));
    const text = plainText(narration);
    const words = countWords(text);
    if (words > longestNarration) report.add('slide/long', place, { number, words, seconds: Math.round((words / 150) * 60) });
    const sentence = text.split(/(?<=[.!?。！？؟])\s*/u).find((part) => countWords(part) > longestSentence);
    if (sentence !== undefined) report.add('slide/long-sentence', place, { number, words: countWords(sentence), sentence: `${sentence.slice(0, 60).trimEnd()}…` });
  }
}
