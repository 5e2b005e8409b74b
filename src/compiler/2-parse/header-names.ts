/** The keys of a lesson's header in prose and in YAML, in each language (authoring R5, 1.2.1). */
import { fold, tableLanguages, type TableLanguage, type Words } from './table-language.ts';

export type HeaderKey =
  | 'code' | 'title' | 'type' | 'duration' | 'status' | 'module' | 'framework' | 'level' | 'prerequisites' | 'author'
  | 'version' | 'language' | 'passing-score' | 'completion' | 'attempts' | 'feedback' | 'review' | 'shuffle'
  | 'time-limit' | 'narration' | 'minimum-graded' | 'certificate' | 'gate' | 'reminders' | 'pre-questions';

/** Keys that stand in the header paragraph; they end the value before them. */
export const headerNames: Readonly<Partial<Record<HeaderKey, Words>>> = {
  type: {
    en: ['Type', 'Lesson type', 'Format'],
    de: ['Typ', 'Art', 'Lektionstyp'],
    fr: ['Type', 'Type de leçon'],
    es: ['Tipo', 'Tipo de lección'],
    ja: ['種類', 'タイプ', '種別', '形式'],
    ar: ['النوع', 'نوع الدرس'],
    pt: ['Tipo', 'Tipo de aula', 'Tipo de lição'],
  },
  duration: {
    en: ['Duration', 'Time', 'Length', 'Estimated time'],
    de: ['Dauer', 'Zeit', 'Zeitbedarf'],
    fr: ['Durée', 'Temps', 'Durée estimée'],
    es: ['Duración', 'Tiempo', 'Duración estimada'],
    ja: ['所要時間', '時間', '目安時間'],
    ar: ['المدة', 'الوقت', 'الزمن', 'المدة الزمنية'],
    pt: ['Duração', 'Tempo', 'Duração estimada', 'Carga horária'],
  },
  status: {
    en: ['Status'],
    de: ['Status'],
    fr: ['Statut', 'État'],
    es: ['Estado', 'Estatus'],
    ja: ['ステータス', '状態', '区分'],
    ar: ['الحالة'],
    pt: ['Status', 'Estado', 'Situação'],
  },
  module: {
    en: ['Module', 'Unit', 'Chapter'],
    de: ['Modul', 'Einheit', 'Kapitel'],
    fr: ['Module', 'Unité', 'Chapitre'],
    es: ['Módulo', 'Unidad', 'Capítulo'],
    ja: ['モジュール', '単元', '章'],
    ar: ['الوحدة', 'الفصل'],
    pt: ['Módulo', 'Unidade', 'Capítulo'],
  },
  framework: {
    en: ['Framework tags', 'Framework tag', 'Frameworks', 'Framework', 'Tags'],
    de: ['Framework-Tags', 'Framework Tags', 'Rahmenwerk', 'Rahmenwerke', 'Schlagwörter', 'Tags'],
    fr: ['Référentiels', 'Référentiel', 'Étiquettes', 'Cadre de référence', 'Tags'],
    es: ['Etiquetas del marco', 'Marco de referencia', 'Marcos de referencia', 'Etiquetas', 'Marco'],
    ja: ['フレームワークタグ', 'フレームワーク', 'タグ'],
    ar: ['وسوم الإطار', 'الإطار المرجعي', 'الأطر المرجعية', 'الوسوم'],
    pt: ['Etiquetas da estrutura', 'Marco de referência', 'Etiquetas'],
  },
  level: {
    en: ['Level', 'Difficulty'],
    de: ['Niveau', 'Stufe', 'Schwierigkeit'],
    fr: ['Niveau', 'Difficulté'],
    es: ['Nivel', 'Dificultad'],
    ja: ['レベル', '難易度'],
    ar: ['المستوى', 'الصعوبة'],
    pt: ['Nível', 'Dificuldade'],
  },
  prerequisites: {
    en: ['Prerequisites', 'Prerequisite', 'Requires'],
    de: ['Voraussetzungen', 'Voraussetzung', 'Vorkenntnisse'],
    fr: ['Prérequis', 'Pré-requis'],
    es: ['Requisitos previos', 'Prerrequisitos', 'Requisitos'],
    ja: ['前提条件', '前提', '前提レッスン'],
    ar: ['المتطلبات السابقة', 'المتطلبات', 'المتطلبات المسبقة'],
    pt: ['Pré-requisitos', 'Pré-requisito', 'Requisitos prévios', 'Requisitos'],
  },
  author: {
    en: ['Author', 'Authors', 'Written by', 'Prepared by'],
    de: ['Autor', 'Autorin', 'Autoren', 'Verfasser'],
    fr: ['Auteur', 'Autrice', 'Auteurs'],
    es: ['Autor', 'Autora', 'Autores'],
    ja: ['著者', '作成者', '執筆者'],
    ar: ['المؤلف', 'الكاتب', 'إعداد'],
    pt: ['Autor', 'Autora', 'Autores', 'Elaborado por'],
  },
  version: {
    en: ['Version'],
    de: ['Version'],
    fr: ['Version'],
    es: ['Versión'],
    ja: ['バージョン', '版'],
    ar: ['الإصدار', 'النسخة'],
    pt: ['Versão'],
  },
  language: {
    en: ['Language'],
    de: ['Sprache'],
    fr: ['Langue'],
    es: ['Idioma', 'Lengua'],
    ja: ['言語'],
    ar: ['اللغة'],
    pt: ['Idioma', 'Língua'],
  },
  'passing-score': {
    en: ['Passing score', 'Pass mark', 'Pass score'],
    de: ['Bestehensgrenze', 'Mindestpunktzahl', 'Bestanden ab'],
    fr: ['Note de passage', 'Seuil de réussite', 'Score de réussite'],
    es: ['Nota mínima', 'Puntuación mínima', 'Nota de aprobación'],
    ja: ['合格点', '合格ライン', '合格基準'],
    ar: ['درجة النجاح', 'علامة النجاح'],
    pt: ['Nota mínima', 'Pontuação mínima', 'Nota de aprovação', 'Nota de corte'],
  },
  completion: {
    en: ['Completion', 'Complete when', 'Completed when'],
    de: ['Abschluss', 'Abgeschlossen wenn', 'Abschlussregel'],
    fr: ['Achèvement', 'Terminé quand', "Condition d'achèvement"],
    es: ['Finalización', 'Completado cuando', 'Se completa cuando'],
    ja: ['完了条件', '修了条件'],
    ar: ['شرط الإكمال', 'الإكمال', 'الإنجاز'],
    pt: ['Conclusão', 'Concluído quando', 'Completo quando'],
  },
};

/** Keys understood in YAML, and in prose only right at the start of a line or after a separator: elsewhere they are ordinary words. */
const delimitedKeys: ReadonlyMap<string, HeaderKey> = new Map<string, HeaderKey>([
  ['code', 'code'],
  ['title', 'title'],
  ['attempts', 'attempts'],
  ['feedback', 'feedback'],
  ['review', 'review'],
  ['gate', 'gate'],
  ['reminders', 'reminders'],
  ['erinnerungen', 'reminders'],
  ['pre-questions', 'pre-questions'],
  ['pre-question', 'pre-questions'],
  ['vorfragen', 'pre-questions'],
  ['shuffle', 'shuffle'],
  ['time-limit', 'time-limit'],
  ['minimum-graded', 'minimum-graded'],
  ['narration', 'narration'],
  ['pass', 'passing-score'],
  ['certificate', 'certificate'],
  ['zertifikat', 'certificate'],
  ['lang', 'language'],
  // Of the languages that can be named and have no table.
  ...['Lingua', 'Taal', 'Język', 'Язык', 'Мова', 'Dil', 'Språk', 'Sprog', 'Kieli', 'Jazyk', 'Γλώσσα', 'שפה', 'زبان', 'भाषा', '语言', '語言', '언어'].map((name) => [fold(name), 'language'] as const),
]);

/** Words for true and false as answers (authoring R13), per language. */
export const truthWords: Readonly<Record<'true' | 'false', Words>> = {
  true: {
    en: ['True', 'T', 'Yes', 'Correct'],
    de: ['Wahr', 'Richtig', 'Ja', 'Stimmt'],
    fr: ['Vrai', 'Oui', 'Correct'],
    es: ['Verdadero', 'Cierto', 'Sí', 'Correcto'],
    ja: ['正しい', '真', 'はい', '正', '○', '〇', 'まる'],
    ar: ['صحيح', 'صح', 'صواب', 'نعم'],
    pt: ['Verdadeiro', 'V', 'Certo', 'Sim', 'Correto'],
  },
  false: {
    en: ['False', 'F', 'No', 'Incorrect'],
    de: ['Falsch', 'Unwahr', 'Nein', 'Stimmt nicht'],
    fr: ['Faux', 'Non', 'Incorrect'],
    es: ['Falso', 'No', 'Incorrecto'],
    ja: ['誤り', '偽', 'いいえ', '誤', '×', '✕', 'ばつ', '正しくない', '間違い'],
    ar: ['خطأ', 'خاطئ', 'غلط', 'لا', 'غير صحيح'],
    pt: ['Falso', 'F', 'Errado', 'Não', 'Incorreto'],
  },
};

export interface HeaderMatch {
  key: HeaderKey;
  languages: readonly TableLanguage[];
}

const byName: ReadonlyMap<string, HeaderMatch> = indexNames();

function indexNames(): Map<string, HeaderMatch> {
  const index = new Map<string, { key: HeaderKey; languages: TableLanguage[] }>();
  for (const [key, words] of Object.entries(headerNames) as [HeaderKey, Words][]) {
    for (const language of tableLanguages) {
      for (const name of words[language]) {
        const known = index.get(fold(name));
        if (known === undefined) index.set(fold(name), { key, languages: [language] });
        else if (!known.languages.includes(language)) known.languages.push(language);
      }
    }
  }
  return index;
}

/** The header key that a word names in prose (`Duration`, `Dauer`), or null. */
export function findHeaderKey(words: string): HeaderMatch | null {
  return byName.get(fold(words)) ?? null;
}

/** The header key of a YAML key: the prose names with `-` or `_` for spaces, and those that YAML alone has. */
export function findYamlKey(key: string): HeaderKey | null {
  const plain = fold(key).replace(/_/g, '-');
  return delimitedKeys.get(plain) ?? byName.get(plain)?.key ?? byName.get(plain.replace(/-/g, ' '))?.key ?? null;
}

/** The key that a whole name in prose is, at the start of a line or after a separator; also those that YAML has besides. */
export function findDelimitedKey(name: string): HeaderMatch | null {
  const known = findHeaderKey(name);
  const key = known === null ? delimitedKeys.get(fold(name).replace(/ /g, '-')) : undefined;
  return key === undefined ? known : { key, languages: ['en'] };
}

/** Every key of a header in prose, as it is written there, for did-you-mean. */
export function proseKeyNames(): string[] {
  const names = Object.values(headerNames).flatMap((words) => tableLanguages.flatMap((language) => words[language]));
  return [...names, ...[...delimitedKeys.keys()].map((name) => `${name.charAt(0).toUpperCase()}${name.slice(1).replace(/-/g, ' ')}`)];
}

/** Every key that YAML may have, as it is written there, for did-you-mean. */
export function yamlKeyNames(): string[] {
  return [...delimitedKeys.keys(), ...[...byName.keys()].map((name) => name.replace(/ /g, '-'))];
}
