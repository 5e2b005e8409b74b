/** True and false in the languages whose lessons are recognised: a learner answers in the lesson's own language, translated interface or not. */

const WORDS: Readonly<Record<string, readonly [whenTrue: string, whenFalse: string]>> = {
  ar: ['صحيح', 'خطأ'],
  de: ['Wahr', 'Falsch'],
  en: ['True', 'False'],
  es: ['Verdadero', 'Falso'],
  fr: ['Vrai', 'Faux'],
  ja: ['正しい', '誤り'],
  pt: ['Verdadeiro', 'Falso'],
};

/** By the primary subtag of a BCP 47 tag; null where we have no words. */
export function truthIn(language: string): readonly [whenTrue: string, whenFalse: string] | null {
  return WORDS[language.toLowerCase().split('-')[0] ?? ''] ?? null;
}
