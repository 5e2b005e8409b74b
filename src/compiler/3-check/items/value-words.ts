/** What authors write after labels that choose between a few things, in the languages of the tables. */
import type { ItemType } from '../../../course/item.ts';
import type { QuizRules } from '../../../course/quiz.ts';
import { fold } from '../../2-parse/table-language.ts';
import { plainText } from '../tree.ts';
import type { ItemContext } from './lesson-context.ts';
import { refuse } from './refuse.ts';
import type { RawLabel } from './raw-item.ts';

/** Each value with the words for it, folded like what is compared with them. */
type Choices<T> = ReadonlyMap<string, T>;

function choices<T>(...lists: readonly (readonly [value: T, words: string])[]): Choices<T> {
  return new Map(lists.flatMap(([value, words]) => words.split('|').map((word) => [fold(word), value] as const)));
}

const yesNo = choices<boolean>(
  [true, 'yes|on|true|always|ask|ja|immer|fragen|an|oui|toujours|demander|sí|siempre|preguntar|sim|sempre|perguntar|はい|する|聞く|نعم|دائما|اسأل'],
  [false, 'no|none|off|false|never|nein|nie|aus|non|jamais|nunca|não|いいえ|なし|しない|لا|أبدا'],
);

const caseWords = choices<boolean>(
  [true, 'exact|exactly|sensitive|exakt|genau|exacte|exacta|exacto|exata|exato|厳密|区別する|完全一致|مطابقة|دقيقة'],
  [false, 'any|ignore|ignored|insensitive|egal|beliebig|indifférente|indiferente|無視|区別しない|أي'],
);

const feedbackTimes = choices<QuizRules['feedback']>(
  ['immediate', 'immediate|immediately|at once|after each|after each question|sofort|gleich|immédiat|immédiatement|tout de suite|inmediato|inmediata|al momento|imediato|imediata|na hora|すぐ|即時|その都度|فوري|فورا'],
  ['end', 'end|at the end|after the last|after the quiz|ende|am Ende|am Schluss|fin|à la fin|final|al final|fim|no fim|ao final|最後|終了後|النهاية|في النهاية'],
  ['never', 'never|none|no|off|nie|keine|kein|nein|jamais|aucun|nunca|ninguno|nenhum|não|なし|しない|أبدا|لا'],
);

const typeNames = choices<ItemType>(
  ['short-answer', 'short|short answer|text|written|written answer|open|essay|Kurzantwort|kurz|Freitext|offen|réponse courte|réponse libre|texte|respuesta corta|respuesta abierta|respuesta breve|texto|resposta curta|resposta aberta|dissertativa|記述|記述式|自由記述|مقال|نص|إجابة قصيرة'],
  ['true-false', 'true/false|true or false|true false|true-false|richtig/falsch|richtig oder falsch|wahr/falsch|wahr oder falsch|vrai/faux|vrai ou faux|verdadero/falso|verdadero o falso|verdadeiro/falso|verdadeiro ou falso|正誤|○×|صح/خطأ|صح أم خطأ|صح أو خطأ'],
  ['single', 'single|single choice|single-choice|one|one answer|Einfachauswahl|choix unique|opción única|escolha única|単一選択|اختيار واحد'],
  ['multiple', 'multiple|multiple choice|multiple-choice|multiple answers|several|several answers|Mehrfachauswahl|choix multiple|choix multiples|opción múltiple|múltipla escolha|複数選択|اختيار متعدد'],
  ['fill-in', 'fill-in|fill in|fill in the blank|fill in the blanks|gap|gaps|blank|blanks|cloze|Lückentext|texte à trous|rellenar huecos|preencher lacunas|lacunas|穴埋め|املأ الفراغ'],
  ['numeric', 'numeric|numerical|number|numerisch|Zahl|numérique|nombre|numérico|numérica|número|数値|رقم|رقمي'],
  ['matching', 'match|matching|pairs|Zuordnung|zuordnen|association|associer|emparejar|relacionar|associação|組み合わせ|مطابقة'],
  ['ordering', 'order|ordering|sequence|sequencing|Reihenfolge|ordnen|ordre|ordonner|orden|ordenar|ordem|並べ替え|ترتيب'],
  ['categorise', 'categorise|categorize|sort|sorting|sortieren|einordnen|classer|clasificar|分類|تصنيف'],
  ['likert', 'likert|rate|rating|opinion|Skala|Einschätzung|échelle|escala|評価|مقياس'],
  ['hotspot', 'hotspot|hot spot|Bildbereich|zone|zona|画像領域|منطقة'],
);

function choose<T>(label: RawLabel, from: Choices<T>, hint: string, context: ItemContext): T | null {
  const words = fold(plainText(label.blocks)).replace(/[.。]$/, '');
  return from.get(words) ?? refuse(label, hint, context);
}

export function readYesNo(label: RawLabel | undefined, context: ItemContext, hint = 'yes, or no'): boolean | null {
  return label === undefined ? null : choose(label, yesNo, hint, context);
}

/** `Case: exact`: capital letters count. */
export function readCase(label: RawLabel | undefined, context: ItemContext): boolean {
  return label !== undefined && choose(label, caseWords, 'exact', context) === true;
}

export function readFeedbackTime(label: RawLabel, context: ItemContext): QuizRules['feedback'] | null {
  return choose(label, feedbackTimes, 'immediate, end, or never', context);
}

/** `Type: short answer`; null when silent or not understood. */
export function readTypeName(label: RawLabel | undefined, context: ItemContext): ItemType | null {
  return label === undefined ? null : choose(label, typeNames, 'short answer, true/false, single, multiple, fill-in, number, matching, ordering, sorting, rating, or hotspot', context);
}
