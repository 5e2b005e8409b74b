/** Headings that are one slip of the finger away from a section the lesson does not have, or read like a private one. */
import type { SectionRole } from '../../course/course.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { typingDistance } from '../../diagnostics/nearest.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import { namesKey, readKey } from './answer-keys.ts';
import { findLabel } from './label-names.ts';
import { bareName, sectionNames } from './section-names.ts';
import { fold, type TableLanguage, tableLanguages } from './table-language.ts';

/** Content by another name is still content; a quiz by another name is lost. */
const roles: readonly SectionRole[] = ['objectives', 'terms', 'references', 'quiz', 'script', 'outline', 'notes'];

/** Comparing is slow; a lesson with more headings than this is looked at no further. */
const mostHeadings = 200;

interface Name {
  role: SectionRole;
  language: TableLanguage;
  name: string;
  folded: string;
}

const names: readonly Name[] = roles.flatMap((role) =>
  tableLanguages.flatMap((language) => sectionNames[role][language].map((name) => ({ role, language, name, folded: fold(name) }))).filter(({ folded }) => folded.length >= 5),
);

interface Candidate {
  words: string;
  place: Place;
  /** False for a line that only looks like a heading, as far as learners see. */
  heading: boolean;
  /** The beginning of what the author wrote below it. */
  below: string;
}

/** `headings` name no known section; `present` are the roles that the lesson has, `language` is its own. */
export function findNearSections(headings: readonly Candidate[], present: ReadonlySet<SectionRole>, language: string | null): Diagnostic[] {
  return headings.slice(0, mostHeadings).flatMap(({ words, place, heading, below }) => {
    const folded = fold(bareName(words));
    if (words.length <= longestHeading && readsPrivate(fold(words)) && !(namesKey(words) && readKey(below) !== null)) return [diagnose('lesson/maybe-private', place, { words: words.trim() })];
    if (heading && !present.has('quiz') && typingDistance(folded, shortName, 1) === 1 && asksQuestions(below)) return [diagnose('syntax/near-section', place, { words: words.trim(), name: 'Quiz' })];
    // “Question 1” is one question, and no slip of the finger for a section of them.
    if (folded.length < 5 || folded.length > 40 || /\p{Nd}$/u.test(folded)) return [];
    const most = folded.length < 8 || !heading ? 1 : 2;
    const near = names.find((name) => !present.has(name.role) && (heading || mayBeLine(folded, name, language)) && typingDistance(folded, name.folded, most) <= most);
    const name = near?.name ?? (heading && !present.has('quiz') && quizWord.test(folded) && asksQuestions(below) ? 'Quiz' : null);
    return name === null ? [] : [diagnose('syntax/near-section', place, { words: words.trim(), name })];
  });
}

/**
 * A line of its own may be any words: names of other languages, short ones and another number of the same word are chance.
 * “Thermos” is no Portuguese “Termos”, “Slices” are no “Slides”, and a “Definition” is one of those meant by “Definitions”.
 */
function mayBeLine(folded: string, name: Name, language: string | null): boolean {
  return (name.language === 'en' || name.language === language) && folded.length >= (/[a-z]/.test(folded) ? 7 : 5) && !name.folded.startsWith(folded) && !folded.startsWith(name.folded);
}

/** Too short to be told from other words by its letters alone (“Quit”): what stands below has to speak for it, too. */
const shortName = 'quiz';

/** “Quiz time!”, “Mini quiz”: no name of the tables, and yet there is no doubt. */
const quizWord = /(?:^|\s)quiz+(?:es)?(?:$|[\s!?:])/u;

/** A label before a colon, or the brackets of an option, at the start of a line. */
const questionStart = /^[ \t>*_+•\d.()-]{0,20}(?:(\p{L}[\p{L}\p{M} ]{0,24})[*_]{0,3}[ \t\u00a0]?\p{Nd}{0,4}[*_]{0,3}[:：]|[[(][ xX][\])] |[A-Ca-c][).] )/gmu;

function asksQuestions(text: string): boolean {
  for (const [, label] of text.matchAll(questionStart)) if (label === undefined || ['q', 'a'].includes(findLabel(label) ?? '')) return true;
  return false;
}

const longestHeading = 120;

/** Words for notes and answers; joined to others in German, Japanese and Arabic. Folded as headings are, for NFKD takes some letters apart. */
const noteWords = new RegExp(fold(String.raw`\b(?:notes?|notas?|comments?|comentarios?|commentaires?|remarques|guides?|guia|instructions|answers?|solutions?|soluciones|respuestas|respostas|solucoes|reponses|corriges?)\b|notizen|hinweise|anmerkungen|kommentare|leitfaden|losung|antworten|メモ|ノート|注意|コメント|ガイド|解答|答え|ملاحظ|تعليق|دليل|إجاب`), 'u');

/** Whom such notes are for. */
const privateWords = new RegExp(fold(String.raw`\b(?:production|producers?|trainers?|speakers?|presenters?|instructors?|teachers?|tutors?|facilitators?|reviewers?|editors?|internal|private|confidential|staff|formateurs?|formatrices?|instructeurs?|enseignants?|internes?|produccion|instructore?s?|formador(?:es)?|docentes?|profesor(?:es)?|intern[oa]s?|producao|instrutor(?:es)?|professor(?:es)?|intern|interne[nrs]?)\b|produktion|trainer|dozent|lehrende|lehrkraft|lehrkrafte|vertraulich|制作|講師|指導者|発表者|社内|内部|إنتاج|مدرب|معلم|داخلي`), 'u');

/** Words that say so by themselves. */
const unpublished = new RegExp(fold(String.raw`\b(?:do not publish|don't publish|not for (?:learners|students|publication)|(?:ne pas|no) publi(?:er|car)|nao publicar)\b|nicht veroffentlichen|非公開|公開しない|لا تنشر`), 'u');

/** True for a heading such as “Notes to pass on to our trainers”; `folded` by the tables' rules. */
/** Alone they may be the key to the quiz, or the very subject of the lesson: shown, but not without a word. */
const bareAnswers = new Set(['Answers', 'Solutions', 'Lösungen', 'Antworten', 'Réponses', 'Respuestas', 'Soluciones', 'Respostas', 'Soluções', '答え', '解答', 'الإجابات', 'الحلول', 'الأجوبة'].map(fold));

function readsPrivate(folded: string): boolean {
  return bareAnswers.has(folded) || unpublished.test(folded) || (noteWords.test(folded) && privateWords.test(folded));
}
