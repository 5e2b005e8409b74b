/** Numbers that differ between the lesson's text, its script and its slide outline: “8 layers” here and “12 layers” there. */
import type { Text } from 'mdast';
import type { SectionRole } from '../../../course/course.ts';
import type { LessonDocument, SectionNode } from '../../2-parse/document.ts';
import type { Report } from '../report.ts';
import { rememberOffsets, walk } from '../tree.ts';

interface Amount {
  number: number;
  written: string;
  node: Text;
  /** In the text of the node. */
  index: number;
}

/** By the noun that is counted. */
type Amounts = Map<string, Amount[]>;

const numberWords: Readonly<Record<string, string>> = {
  en: 'two three four five six seven eight nine ten eleven twelve',
  de: 'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf',
  fr: 'deux trois quatre cinq six sept huit neuf dix onze douze',
  es: 'dos tres cuatro cinco seis siete ocho nueve diez once doce',
};

/** Counted everywhere, and of something else each time; or units, whose numbers belong to their sentence. */
const generic = new Set(
  (
    'points things ways parts reasons examples types kinds cases questions bullets items facts boxes lines slides words times sides options answers sentences seconds minutes hours days weeks months years percent dollars euros ' +
    'people users sections lessons modules chapters pages inches metres meters kilometres miles grams bytes bits words rows columns terms others ones implications consequences minuten sekunden stunden tage wochen monate jahre prozent punkte beispiele dinge teile fragen folien wörter zeilen ' +
    'minutes secondes heures jours semaines mois années exemples parties fois choses points minutos segundos horas días semanas meses años ejemplos partes veces cosas puntos'
  ).split(' '),
);

const spoken = new Map(Object.values(numberWords).flatMap((words) => words.split(' ').map((word, i): [string, number] => [word, i + 2])));
const amount = new RegExp(`(?<![\\p{L}\\p{N}.,/–—−$€£-])(\\p{Nd}{1,3}|${[...spoken.keys()].join('|')})[ \\u00a0]+(\\p{L}{4,24})(?![\\p{L}\\p{N}-])`, 'giu');

const textRoles = new Set<SectionRole>(['primer', 'content', 'example']);

/** Only where each side names one number throughout is there something to compare. `sections` are those that are not private. */
export function checkNumbers(sections: readonly SectionNode[], document: LessonDocument, report: Report): void {
  const language = document.language?.split('-')[0]?.toLowerCase() ?? 'en';
  if (!Object.hasOwn(numberWords, language) || !sections.some(({ role }) => role === 'script' || role === 'outline')) return;
  const text = amountsIn(sections.filter(({ role }) => textRoles.has(role)), language);
  const offsets = rememberOffsets(document.source);
  for (const where of ['script', 'outline'] as const) {
    for (const [noun, [first, ...more]] of amountsIn(sections.filter(({ role }) => role === where), language)) {
      const [other, ...others] = text.get(noun) ?? [];
      if (first === undefined || other === undefined || first.number === other.number) continue;
      if (more.some(({ number }) => number !== first.number) || others.some(({ number }) => number !== other.number)) continue;
      const at = offsets(first.node);
      const there = document.source.point(offsets(other.node)(other.index));
      report.add('slide/number-differs', document.source.place(at(first.index), at(first.index + first.written.length)), { here: first.written, there: other.written, line: there.line, where }, [
        { message: `“${other.written}” stands here`, file: document.source.file, ...there },
      ]);
    }
  }
}

function amountsIn(sections: readonly SectionNode[], language: string): Amounts {
  const found: Amounts = new Map();
  for (const { blocks } of sections) {
    walk(blocks, (node) => {
      if (node.type !== 'text') return;
      for (const match of node.value.matchAll(amount)) {
        const [written, digits = '', noun = ''] = match;
        const number = spoken.get(digits.toLowerCase()) ?? Number(digits.normalize('NFKC'));
        if (number < 2 || !isPlural(noun, language) || generic.has(noun.toLowerCase())) continue;
        const known = found.get(noun.toLowerCase()) ?? [];
        known.push({ number, written, node, index: match.index });
        found.set(noun.toLowerCase(), known);
      }
    });
  }
  return found;
}

/** Nouns of several things show by their ending, in German by their capital. */
function isPlural(noun: string, language: string): boolean {
  return language === 'de' ? /^\p{Lu}/u.test(noun) : /[^su]s$|x$/i.test(noun) && !/^\p{Lu}/u.test(noun);
}
