/** Finds labels (`Q:`, `Why:`, `Points:`) in words: at the start of a line, or after the end of a sentence (authoring R12). */
import { nearest } from '../../../diagnostics/nearest.ts';
import { findLabel, labelNames, type Label } from '../../2-parse/label-names.ts';
import { fold, type TableLanguage, tableLanguages } from '../../2-parse/table-language.ts';

export interface LabelHit {
  label: Label;
  /** As written, with its colon: `Why:`. */
  written: string;
  /** Where the label begins and where its value begins, as indices of the text that was searched. */
  from: number;
  to: number;
  /** `Q3:` and `A3:` carry the number of the question. */
  number: string | null;
  /** Set when the word is only near a label: the label's usual spelling. */
  meant: string | null;
}

/** Bounded everywhere: a line of 50 MB is looked at once. */
const numbered = /(\p{L}[\p{L}\p{M}]{0,15})[ \u00a0]?(\p{Nd}{1,4})[ \u00a0]{0,2}(?:([.)])(?=\s|$|\p{Lu}\p{Ll})|:(?=\s|$)|：)\s*/uy;
const named = /(\p{L}[\p{L}\p{M}'’./ \u00a0-]{0,39})[:：]\s*/uy;

/** `【問4】`, and `問4　…` without a sign behind it, as Japanese and Chinese authors count their questions. */
const counted = /[【［[〔]?([\p{Script=Han}]{1,4})[ \u00a0]?(\p{Nd}{1,3})(?:[】］\]〕][ \u00a0\u3000]*|[ \u00a0\u3000]+(?=\S))/uy;

function countedQuestion(text: string, index: number, language: string | null): LabelHit | null {
  counted.lastIndex = index;
  const match = counted.exec(text);
  if (match === null || findLabel(match[1] ?? '', language) !== 'q') return null;
  return { label: 'q', written: match[0].trim(), from: index, to: counted.lastIndex, number: (match[2] ?? '').normalize('NFKC'), meant: null };
}

export function labelAtStart(text: string, index: number, language: string | null): LabelHit | null {
  const asked = countedQuestion(text, index, language);
  if (asked !== null) return asked;
  numbered.lastIndex = index;
  const withNumber = numbered.exec(text);
  const counted = withNumber === null ? null : numberedLabel(withNumber[1] ?? '', language);
  if (withNumber !== null && counted !== null && (counted === 'q' || withNumber[3] === undefined)) {
    // “Hint 2:” counts the hints, not the questions.
    const number = counted === 'hint' ? null : (withNumber[2] ?? '').normalize('NFKC');
    return { label: counted, written: withNumber[0].trim(), from: index, to: numbered.lastIndex, number, meant: null };
  }
  named.lastIndex = index;
  const match = named.exec(text);
  if (match === null) return wrongSign(text, index, language) ?? drawWithoutColon(text, index, language);
  const words = (match[1] ?? '').trim();
  const hit = { written: match[0].trim(), from: index, to: named.lastIndex, number: null };
  const label = findLabel(words, language);
  if (label !== null) return { ...hit, label, meant: null };
  if (wrongWords.test(words)) return { ...hit, label: 'options', meant: '( )' };
  const near = nearLabel(words, language);
  return near === null ? null : { ...hit, ...near };
}

const drawn = /(\p{L}[\p{L}\p{M}]{0,15})[ \u00a0](?=\p{Nd}{1,4}[ \u00a0][^\n]{0,60}#[\p{L}\p{N}])/uy;

/** `Draw 3 from #gradients`, without its colon, would be a sentence of the explanation above it. */
function drawWithoutColon(text: string, index: number, language: string | null): LabelHit | null {
  drawn.lastIndex = index;
  const word = drawn.exec(text)?.[1] ?? '';
  if (word === '' || findLabel(word, language) !== 'draw') return null;
  return { label: 'draw', written: word, from: index, to: drawn.lastIndex, number: null, meant: `${word}:` };
}

const signed = /(\p{L}[\p{L}\p{M}]{0,15})[ \u00a0]?(?:\p{Nd}{1,4})?(?:[ \u00a0]?;|[ \u00a0]{1,2}[—–-]|(?<=\b(?:ans|ques|answer|question))\.)(?=[ \u00a0])\s*/iuy;

/** `Q; Which?`, `Answer - B`: a question or an answer with another sign for the colon. */
function wrongSign(text: string, index: number, language: string | null): LabelHit | null {
  signed.lastIndex = index;
  const match = signed.exec(text);
  const word = match?.[1] ?? '';
  const label = match === null ? null : findLabel(word, language);
  if (match === null || (label !== 'q' && label !== 'a')) return null;
  // “A – B” is a pair of things; a whole word or a semicolon is meant.
  if (word.length < 3 && !match[0].includes(';') && !asksBehind(label, text, index, signed.lastIndex)) return null;
  return { label, written: match[0].trim(), from: index, to: signed.lastIndex, number: null, meant: `${word}:` };
}

/** `Q - Which port is HTTPS?`, and the `A - 443` below it. */
function asksBehind(label: Label, text: string, start: number, end: number): boolean {
  if (label === 'q') return /^[^\n]{3,400}[?？؟][ \t]*(?:\n|$)/u.test(text.slice(end, end + 402));
  return /(?:^|\n)[ \t]*(?:\p{Nd}{1,4}[.)][ \t]*)?Q[ \u00a0]{1,2}[—–-][^\n]*\n[ \t]*$/u.test(text.slice(Math.max(0, start - 400), start));
}

/** `Wrong: 80` below `Correct: 443`: options whose brackets were put in words. */
const wrongWords = /^(?:wrong|incorrect|distractors?|wrong (?:answer|option)s?|incorrect (?:answer|option)s?|falsche antwort|ablenker|mauvaise réponse|respuesta incorrecta)(?: ?\p{Nd})?$/iu;

function numberedLabel(word: string, language: string | null): Label | null {
  const label = findLabel(word, language);
  return label === 'q' || label === 'a' || label === 'why' || label === 'hint' ? label : null;
}

/** Labels that are worth a did-you-mean: the ones authors write most. */
const usual: readonly Label[] = ['q', 'a', 'why', 'hint', 'feedback', 'options', 'points', 'objective', 'tags', 'select', 'scoring', 'shuffle', 'attempts', 'check', 'match', 'hotspot', 'number', 'discuss', 'difficulty', 'confidence', 'time-limit'];

interface Spelling {
  language: TableLanguage;
  folded: string;
  label: Label;
  meant: string;
}

/** Label by label, in each label language by language. */
const usualSpellings: readonly Spelling[] = usual.flatMap((label) =>
  tableLanguages.flatMap((language) => labelNames[label][language].flatMap((name) => (name.length > 2 ? [{ language, folded: fold(name), label, meant: `${name}:` }] : []))),
);

function nearLabel(words: string, language: string | null): { label: Label; meant: string } | null {
  if (words.length < 3 || words.length > 24 || words.includes('.')) return null;
  const primary = language?.split('-')[0]?.toLowerCase();
  const spellings = usualSpellings.filter(({ language: own }) => own === 'en' || own === primary);
  const found = nearest(fold(words), spellings.map(({ folded }) => folded));
  const spelling = found === null ? undefined : spellings.findLast(({ folded }) => folded === found);
  return spelling === undefined ? null : { label: spelling.label, meant: spelling.meant };
}

/** The spellings that are hardly ever meant as words of a sentence. */
const plainSpellings: ReadonlySet<string> = new Set((['why', 'a', 'hint'] as const).flatMap((label) => tableLanguages.flatMap((l) => labelNames[label][l].slice(0, 2).filter((name) => name.length > 2).map(fold))));

const buried = /(?<=[^\s.?!…。！？:;·•|"”’»)\]])\s+(\p{Lu}[\p{L}\p{M}]{2,15})\s?[:：](?=\s)/gu;

/** `A: Yes Why: …`: a label in the middle of a line without the end of a sentence before it; it is not read as one. */
export function buriedLabels(text: string): { written: string; at: number }[] {
  return [...text.matchAll(buried)].flatMap((match) => {
    const word = match[1] ?? '';
    return plainSpellings.has(fold(word)) ? [{ written: `${word}:`, at: match.index + match[0].indexOf(word) }] : [];
  });
}

/** Labels that may follow on the same line, in the order in which they can follow each other. */
const rank: Partial<Record<Label, number>> = {
  q: 0,
  a: 1,
  why: 2,
  hint: 3,
  'feedback-right': 3,
  'feedback-wrong': 3,
  feedback: 4,
  id: 4,
  points: 4,
  objective: 4,
  tags: 4,
  difficulty: 4,
  select: 4,
  scoring: 4,
  shuffle: 4,
  attempts: 4,
  type: 4,
  case: 4,
  confidence: 4,
  'time-limit': 4,
  pass: 4,
  draw: 4,
  unit: 4,
  reuse: 4,
};

/** 0 for a question … 4 for points, tags and the like; 0 for the shapes, after which anything may follow. */
export function rankOf(label: Label): number {
  return rank[label] ?? 0;
}

const sentenceEnds = new Set('.?!"\'’”»)]…。！？؟:;`*·•・|/」』）');

/** Ends after which the next sentence follows without a space. */
const denseEnds = new Set('。！？」』）');

/** Every label inside the text that follows the end of a sentence or a ` · `; ordered as they stand. Linear: each colon looks back at most 40 characters. */
export function labelsInside(text: string, language: string | null): LabelHit[] {
  const hits: LabelHit[] = [];
  for (let colon = nextColon(text, 0); colon >= 0; colon = nextColon(text, colon + 1)) {
    const after = text[colon + 1];
    if (text[colon] === ':' && after !== undefined && !/\s/.test(after)) continue;
    const hit = labelBefore(text, colon, language);
    if (hit !== null) hits.push(hit);
  }
  return hits;
}

function nextColon(text: string, from: number): number {
  const plain = text.indexOf(':', from);
  const wide = text.indexOf('：', from);
  return plain < 0 ? wide : wide < 0 ? plain : Math.min(plain, wide);
}

function labelBefore(text: string, colon: number, language: string | null): LabelHit | null {
  const floor = Math.max(0, colon - 40);
  for (let at = colon - 1; at >= floor; at--) {
    const dense = denseEnds.has(text[at] ?? '');
    if (!dense && !/\s/.test(text[at] ?? '')) continue;
    const words = text.slice(at + 1, colon).trim();
    if (words === '') continue;
    let before = at;
    while (before > 0 && /\s/.test(text[before] ?? '')) before--;
    if (!sentenceEnds.has(text[before] ?? '')) continue;
    const [label, number] = labelAndNumber(words, language);
    if (label === null) return null;
    let to = colon + 1;
    while (to < text.length && /\s/.test(text[to] ?? '')) to++;
    return { label, written: `${words}${text[colon]}`, from: at + 1, to, number, meant: null };
  }
  return null;
}

/** `Why`, or `A3` with its number. */
function labelAndNumber(words: string, language: string | null): [label: Label | null, number: string | null] {
  const plain = findLabel(words, language);
  const match = plain === null ? /^(\p{L}[\p{L}\p{M}]{0,15})[ \u00a0]?(\p{Nd}{1,4})$/u.exec(words) : null;
  if (match === null) return [plain, null];
  const label = numberedLabel(match[1] ?? '', language);
  return [label, label === 'hint' ? null : (match[2] ?? null)];
}
