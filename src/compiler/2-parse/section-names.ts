/** The names by which the sections of a lesson are recognised, in each language, with their roles (authoring R6, R19, 1.6 (2)). */
import type { SectionRole } from '../../course/course.ts';
import { findLabel } from './label-names.ts';
import { fold, tableLanguages, type TableLanguage, type Words } from './table-language.ts';

export const sectionNames: Readonly<Record<SectionRole, Words>> = {
  objectives: {
    en: ['Learning objectives', 'Objectives', 'Lesson objectives', 'Learning outcomes', 'Outcomes', 'Learning goals', 'Goals', 'Aims', 'What you will learn', "What you'll learn"],
    de: ['Lernziele', 'Lernziel', 'Ziele', 'Lernergebnisse', 'Kursziele', 'Das lernen Sie', 'Das lernst du', 'Was Sie lernen', 'Was du lernst'],
    fr: ["Objectifs d'apprentissage", 'Objectifs', 'Objectifs pédagogiques', 'Objectifs de la leçon', "Acquis d'apprentissage", 'Ce que vous allez apprendre'],
    es: ['Objetivos de aprendizaje', 'Objetivos', 'Objetivos de la lección', 'Resultados de aprendizaje', 'Metas de aprendizaje', 'Lo que aprenderá', 'Lo que aprenderás', 'Qué aprenderás'],
    ja: ['学習目標', '目標', '到達目標', '学習のねらい', 'ねらい', 'このレッスンの目標', '学ぶこと', '学習内容と目標'],
    ar: ['أهداف التعلم', 'الأهداف', 'أهداف الدرس', 'الأهداف التعليمية', 'مخرجات التعلم', 'نواتج التعلم', 'ماذا ستتعلم'],
    pt: ['Objetivos de aprendizagem', 'Objetivos', 'Objetivos da aula', 'Objetivos da lição', 'Resultados de aprendizagem', 'Metas de aprendizagem', 'O que você vai aprender', 'O que vai aprender'],
  },
  primer: {
    en: ['Concept primer', 'Primer', 'Introduction', 'Intro', 'Background', 'Overview', 'Before you start', 'Before we start'],
    de: ['Einführung', 'Einleitung', 'Grundlagen', 'Überblick', 'Hintergrund', 'Vorab', 'Begriffseinführung', 'Zum Einstieg', 'Einstieg'],
    fr: ['Introduction', 'Notions préalables', 'Préambule', 'Contexte', "Vue d'ensemble", 'Aperçu', 'Avant de commencer', 'Introduction aux concepts'],
    es: ['Introducción', 'Conceptos previos', 'Nociones previas', 'Contexto', 'Panorama general', 'Visión general', 'Antes de empezar', 'Antes de comenzar'],
    ja: ['はじめに', '概要', '導入', '基礎知識', '前提知識', 'イントロダクション', '背景', '概念の導入'],
    ar: ['مقدمة', 'المقدمة', 'تمهيد', 'التمهيد', 'نظرة عامة', 'خلفية', 'مدخل', 'قبل أن تبدأ', 'مقدمة المفاهيم'],
    pt: ['Introdução', 'Conceitos prévios', 'Noções prévias', 'Contexto', 'Visão geral', 'Panorama', 'Antes de começar', 'Apresentação'],
  },
  content: {
    en: ['Core content', 'Content', 'Main content', 'Lesson content', 'Lesson', 'The lesson', 'Core concepts', 'Lesson body'],
    de: ['Kerninhalt', 'Kerninhalte', 'Inhalt', 'Inhalte', 'Lerninhalt', 'Lerninhalte', 'Hauptteil', 'Lektion', 'Die Lektion'],
    fr: ['Contenu principal', 'Contenu', 'Contenu de la leçon', 'Contenu du cours', 'Leçon', 'La leçon', 'Développement', 'Corps de la leçon'],
    es: ['Contenido principal', 'Contenido', 'Contenidos', 'Contenido de la lección', 'Lección', 'La lección', 'Desarrollo'],
    ja: ['本文', '内容', '学習内容', 'コンテンツ', 'レッスン', 'レッスン内容', '主な内容', '本編', '解説本文'],
    ar: ['المحتوى الأساسي', 'المحتوى', 'محتوى الدرس', 'المحتوى الرئيسي', 'الدرس', 'متن الدرس', 'مضمون الدرس'],
    pt: ['Conteúdo', 'Conteúdos', 'Conteúdo principal', 'Conteúdo da aula', 'Conteúdo da lição', 'Aula', 'Lição', 'A lição', 'Desenvolvimento'],
  },
  example: {
    en: ['Real-world example', 'Real-world examples', 'Real world example', 'Real world examples', 'Example', 'Examples', 'Worked example', 'Worked examples', 'Case study', 'Case studies', 'In practice'],
    de: ['Praxisbeispiel', 'Praxisbeispiele', 'Beispiel', 'Beispiele', 'Beispiel aus der Praxis', 'Fallbeispiel', 'Fallstudie', 'Fallstudien', 'Aus der Praxis', 'In der Praxis'],
    fr: ['Exemple concret', 'Exemples concrets', 'Exemple', 'Exemples', 'Exemple réel', 'Étude de cas', 'Études de cas', 'Cas pratique', 'En pratique', 'Mise en situation'],
    es: ['Ejemplo real', 'Ejemplos reales', 'Ejemplo', 'Ejemplos', 'Ejemplo práctico', 'Ejemplos prácticos', 'Ejemplo del mundo real', 'Caso práctico', 'Estudio de caso', 'Estudios de caso', 'En la práctica'],
    ja: ['実例', '事例', '例', '具体例', '実際の例', '実世界の例', 'ケーススタディ', '事例研究', '実践例'],
    ar: ['مثال واقعي', 'مثال من الواقع', 'أمثلة واقعية', 'مثال', 'أمثلة', 'مثال عملي', 'مثال تطبيقي', 'دراسة حالة', 'دراسات حالة', 'تطبيق عملي'],
    pt: ['Exemplo prático', 'Exemplos práticos', 'Exemplo', 'Exemplos', 'Exemplo real', 'Exemplos reais', 'Estudo de caso', 'Estudos de caso', 'Caso prático', 'Na prática'],
  },
  terms: {
    en: ['Key terms', 'Glossary', 'Terms', 'Terminology', 'Vocabulary', 'Key vocabulary', 'Definitions', 'Important terms'],
    de: ['Schlüsselbegriffe', 'Wichtige Begriffe', 'Glossar', 'Begriffe', 'Fachbegriffe', 'Grundbegriffe', 'Kernbegriffe', 'Zentrale Begriffe'],
    fr: ['Termes clés', 'Glossaire', 'Termes', 'Vocabulaire', 'Lexique', 'Terminologie', 'Mots clés', 'Mots-clés', 'Définitions'],
    es: ['Términos clave', 'Glosario', 'Términos', 'Terminología', 'Vocabulario', 'Conceptos clave', 'Palabras clave', 'Definiciones'],
    ja: ['重要用語', '用語集', '用語', 'キーワード', '主な用語', '重要な用語', '用語解説', '用語の説明'],
    ar: ['المصطلحات الرئيسية', 'مصطلحات رئيسية', 'المصطلحات', 'مسرد المصطلحات', 'مسرد', 'المفردات', 'المصطلحات الأساسية', 'مصطلحات أساسية', 'أهم المصطلحات'],
    pt: ['Termos-chave', 'Termos chave', 'Glossário', 'Termos', 'Terminologia', 'Vocabulário', 'Conceitos-chave', 'Palavras-chave', 'Definições'],
  },
  references: {
    en: ['References', 'Further reading', 'Reading list', 'Sources', 'Bibliography', 'Works cited', 'Citations', 'Literature'],
    de: ['Quellen', 'Quellenangaben', 'Literatur', 'Literaturverzeichnis', 'Quellenverzeichnis', 'Referenzen', 'Weiterführende Literatur', 'Zum Weiterlesen', 'Weiterlesen', 'Nachweise', 'Literaturhinweise'],
    fr: ['Références', 'Sources', 'Bibliographie', 'Pour aller plus loin', 'Lectures complémentaires', 'Références bibliographiques'],
    es: ['Referencias', 'Fuentes', 'Bibliografía', 'Lecturas recomendadas', 'Lecturas adicionales', 'Para saber más', 'Referencias bibliográficas'],
    ja: ['参考文献', '出典', '参考資料', '文献', '引用文献', '参照', 'リファレンス'],
    ar: ['المراجع', 'مراجع', 'المصادر', 'مصادر', 'المصادر والمراجع', 'المراجع والمصادر', 'قراءات إضافية', 'للاستزادة'],
    pt: ['Referências', 'Fontes', 'Bibliografia', 'Leituras recomendadas', 'Leituras complementares', 'Para saber mais', 'Referências bibliográficas'],
  },
  quiz: {
    en: ['Quiz items', 'Quiz', 'Quiz questions', 'Questions', 'Knowledge check', 'Check your knowledge', 'Check your understanding', 'Self-check', 'Self check', 'Self-test', 'Test yourself', 'Review questions', 'Practice questions', 'Assessment', 'Assessment items', 'Test'],
    de: ['Quizfragen', 'Quiz', 'Fragen', 'Wissenscheck', 'Lernkontrolle', 'Selbsttest', 'Wissensfragen', 'Verständnisfragen', 'Kontrollfragen', 'Testfragen', 'Testen Sie Ihr Wissen', 'Teste dein Wissen', 'Wissenstest', 'Prüfungsfragen'],
    fr: ['Questions du quiz', 'Quiz', 'Questions', 'Questionnaire', 'Quizz', 'Testez vos connaissances', 'Vérifiez vos connaissances', 'Contrôle des connaissances', 'Évaluation', 'Auto-évaluation', 'Autoévaluation', 'Questions de révision'],
    es: ['Preguntas del cuestionario', 'Cuestionario', 'Preguntas', 'Quiz', 'Comprueba tus conocimientos', 'Compruebe sus conocimientos', 'Evaluación', 'Autoevaluación', 'Preguntas de repaso', 'Prueba', 'Test'],
    ja: ['クイズ', '確認問題', '確認テスト', '小テスト', '理解度チェック', '理解度テスト', 'テスト', '問題', '練習問題', '設問', '理解度確認'],
    ar: ['أسئلة الاختبار', 'اختبار', 'الاختبار', 'اختبار قصير', 'الاختبار القصير', 'أسئلة', 'الأسئلة', 'اختبر معلوماتك', 'اختبر نفسك', 'تحقق من فهمك', 'أسئلة المراجعة', 'التقييم', 'تقييم ذاتي'],
    pt: ['Questões', 'Questionário', 'Perguntas', 'Quiz', 'Teste seus conhecimentos', 'Teste os seus conhecimentos', 'Verifique seus conhecimentos', 'Avaliação', 'Autoavaliação', 'Perguntas de revisão', 'Exercícios de fixação', 'Teste', 'Prova'],
  },
  script: {
    en: ['Video script', 'Script', 'Narration', 'Narration script', 'Voice-over script', 'Voiceover script', 'Voice-over', 'Voiceover', 'Presenter script', 'Speaker script'],
    de: ['Videoskript', 'Video-Skript', 'Skript', 'Sprechertext', 'Sprecherskript', 'Drehbuch', 'Erzähltext', 'Videotext'],
    fr: ['Script vidéo', 'Script de la vidéo', 'Script', 'Narration', 'Texte de narration', 'Voix off', 'Texte de la voix off'],
    es: ['Guion del vídeo', 'Guion de video', 'Guion de vídeo', 'Guion del video', 'Guion', 'Narración', 'Texto de narración', 'Locución', 'Voz en off'],
    ja: ['動画台本', 'ビデオ台本', '台本', 'ナレーション', 'ナレーション原稿', 'ビデオスクリプト', '動画スクリプト', 'スクリプト', '読み上げ原稿'],
    ar: ['نص الفيديو', 'نص الشرح', 'السيناريو', 'سيناريو الفيديو', 'نص التعليق الصوتي', 'التعليق الصوتي', 'السرد'],
    pt: ['Roteiro do vídeo', 'Roteiro de vídeo', 'Roteiro', 'Narração', 'Texto da narração', 'Locução', 'Guião do vídeo', 'Guião'],
  },
  outline: {
    en: ['Slide outline', 'Slides', 'Slide list', 'Slide plan', 'Slide deck', 'Slide deck outline', 'Deck outline', 'Outline of slides', 'Storyboard'],
    de: ['Folienübersicht', 'Foliengliederung', 'Folien', 'Folienplan', 'Folienliste', 'Gliederung der Folien', 'Storyboard'],
    fr: ['Plan des diapositives', 'Plan des diapos', 'Diapositives', 'Diapos', 'Liste des diapositives', 'Storyboard', 'Scénarimage'],
    es: ['Esquema de diapositivas', 'Esquema de las diapositivas', 'Diapositivas', 'Lista de diapositivas', 'Plan de diapositivas', 'Guion gráfico'],
    ja: ['スライド構成', 'スライド', 'スライド一覧', 'スライド概要', 'スライド案', '絵コンテ'],
    ar: ['مخطط الشرائح', 'الشرائح', 'شرائح العرض', 'قائمة الشرائح', 'مخطط العرض', 'مخطط الشرائح التقديمية'],
    pt: ['Esboço dos slides', 'Slides', 'Lista de slides', 'Plano de slides', 'Estrutura dos slides', 'Diapositivos', 'Storyboard'],
  },
  notes: {
    en: ['Production notes', 'Instructor notes', "Instructor's notes", 'Notes for the instructor', 'Notes for instructors', 'Teacher notes', "Teacher's notes", 'Trainer notes', 'Facilitator notes', 'Recording notes', 'Author notes', "Author's notes", 'Editor notes', 'Internal notes', 'Private notes', 'TODO', 'To do', 'To-do', 'Production note', 'Notes for production', 'Notes for the production team', 'Producer notes', "Producer's notes", 'Notes for the producer', 'Instructor note', 'Instructor guide', "Instructor's guide", 'Teacher guide', "Teacher's guide", 'Trainer guide', 'Facilitator guide', 'Teaching notes', 'Speaker notes', "Speaker's notes", 'Presenter notes', "Trainer's notes", 'Notes for trainers', 'Notes for the trainer', 'Notes for teachers', 'Notes for the teacher', 'Notes for facilitators', 'Notes for the facilitator', 'Notes for speakers', 'Notes for the speaker', 'Notes for reviewers', 'Notes for editors', 'Reviewer comments', 'Reviewer notes', 'Review comments', 'Internal comments', 'Internal note', 'Notes (do not publish)', 'Notes (internal)', 'Notes (private)', 'Notes (not for learners)', 'Do not publish', 'Answer key', 'Answer keys', 'Solution key'],
    de: ['Produktionsnotizen', 'Produktionshinweise', 'Notizen zur Produktion', 'Hinweise zur Produktion', 'Hinweise für Lehrende', 'Notizen für Lehrende', 'Hinweise für Dozenten', 'Dozentennotizen', 'Dozentenhinweise', 'Trainernotizen', 'Trainerhinweise', 'Aufnahmehinweise', 'Interne Notizen', 'Interne Hinweise', 'Autorennotizen', 'Zu erledigen', 'Offene Punkte', 'Hinweise für die Produktion', 'Notizen für die Produktion', 'Notizen für Trainer', 'Notizen für Trainerinnen und Trainer', 'Hinweise für Trainer', 'Hinweise für Trainerinnen und Trainer', 'Notizen für Dozenten', 'Notizen für Lehrkräfte', 'Hinweise für Lehrkräfte', 'Leitfaden für Lehrende', 'Leitfaden für Trainer', 'Trainerleitfaden', 'Dozentenleitfaden', 'Sprechernotizen', 'Vortragsnotizen', 'Referentennotizen', 'Regiehinweise', 'Kommentare der Prüfer', 'Gutachterkommentare', 'Interne Kommentare', 'Notizen (nicht veröffentlichen)', 'Notizen (intern)', 'Hinweise (intern)', 'Nicht veröffentlichen', 'Lösungsschlüssel', 'Musterlösungen', 'Antwortschlüssel'],
    fr: ['Notes de production', "Notes pour l'instructeur", "Notes de l'instructeur", "Notes pour l'enseignant", "Notes de l'enseignant", 'Notes pour le formateur', 'Notes du formateur', "Notes d'enregistrement", "Notes de l'auteur", 'Notes internes', 'À faire', 'Note de production', 'Notes pour la production', 'Notes du producteur', 'Notes pour les formateurs', 'Notes pour les instructeurs', 'Notes pour les enseignants', "Guide de l'instructeur", "Guide de l'enseignant", 'Guide du formateur', "Notes de l'orateur", 'Notes du présentateur', 'Notes du réviseur', 'Commentaires des relecteurs', 'Commentaires du relecteur', 'Commentaires internes', 'Notes (ne pas publier)', 'Notes (internes)', 'Ne pas publier', 'Corrigé', 'Corrigés', 'Clé de correction'],
    es: ['Notas de producción', 'Notas para el instructor', 'Notas del instructor', 'Notas para el docente', 'Notas del docente', 'Notas para el profesor', 'Notas del profesor', 'Notas para el formador', 'Notas de grabación', 'Notas del autor', 'Notas internas', 'Por hacer', 'Pendiente', 'Tareas pendientes', 'Nota de producción', 'Notas para la producción', 'Notas para producción', 'Notas del productor', 'Notas para formadores', 'Notas para instructores', 'Notas para docentes', 'Notas para profesores', 'Guía del instructor', 'Guía del docente', 'Guía del profesor', 'Guía del formador', 'Notas del orador', 'Notas del presentador', 'Comentarios del revisor', 'Comentarios de los revisores', 'Comentarios internos', 'Notas (no publicar)', 'Notas (internas)', 'No publicar', 'Solucionario', 'Clave de respuestas'],
    ja: ['制作メモ', '制作ノート', '講師用メモ', '講師メモ', '講師用ノート', '指導者用メモ', '収録メモ', '録音メモ', '社内メモ', '内部メモ', '著者メモ', 'やること', '制作用メモ', '制作上の注意', 'プロデューサー用メモ', '講師ガイド', '講師用ガイド', '指導者用ガイド', '指導ノート', '発表者ノート', 'スピーカーノート', 'トレーナー用メモ', 'レビューコメント', '査読コメント', 'メモ（非公開）', '非公開メモ', '非公開', '解答集', '解答例', '模範解答'],
    ar: ['ملاحظات الإنتاج', 'ملاحظات إنتاجية', 'ملاحظات المدرب', 'ملاحظات للمدرب', 'ملاحظات المعلم', 'ملاحظات للمعلم', 'ملاحظات المدرس', 'ملاحظات التسجيل', 'ملاحظات داخلية', 'ملاحظات المؤلف', 'مهام متبقية', 'ملاحظة إنتاج', 'ملاحظات للإنتاج', 'ملاحظات المنتج', 'ملاحظات المدربين', 'ملاحظات للمدربين', 'ملاحظات للمعلمين', 'دليل المدرب', 'دليل المعلم', 'ملاحظات المتحدث', 'ملاحظات المقدم', 'تعليقات المراجعين', 'تعليقات المراجع', 'تعليقات داخلية', 'ملاحظات (لا تنشر)', 'ملاحظات (داخلية)', 'لا تنشر', 'مفتاح الإجابات', 'نموذج الإجابة'],
    pt: ['Notas de produção', 'Notas para o instrutor', 'Notas do instrutor', 'Notas para instrutores', 'Notas para o professor', 'Notas do professor', 'Notas para professores', 'Notas para o docente', 'Notas do docente', 'Notas para o formador', 'Notas do formador', 'Notas para formadores', 'Notas de gravação', 'Notas do autor', 'Notas internas', 'A fazer', 'Por fazer', 'Pendências', 'Tarefas pendentes', 'Guia do instrutor', 'Guia do professor', 'Guia do formador', 'Notas do apresentador', 'Comentários do revisor', 'Comentários dos revisores', 'Comentários internos', 'Notas (não publicar)', 'Notas (internas)', 'Não publicar', 'Gabarito', 'Chave de respostas', 'Respostas do teste'],
  },
};

export interface SectionMatch {
  role: SectionRole;
  /** Every language that has this name; several share `Quiz`. */
  languages: readonly TableLanguage[];
}

const byName: ReadonlyMap<string, SectionMatch> = indexNames();

function indexNames(): Map<string, SectionMatch> {
  const index = new Map<string, { role: SectionRole; languages: TableLanguage[] }>();
  for (const [role, words] of Object.entries(sectionNames) as [SectionRole, Words][]) {
    for (const language of tableLanguages) {
      for (const name of words[language]) {
        const known = index.get(fold(name));
        if (known === undefined) index.set(fold(name), { role, languages: [language] });
        // A name that stands for two roles would be decided by the order of this file; the table's test forbids it.
        else if (known.role === role && !known.languages.includes(language)) known.languages.push(language);
      }
    }
  }
  return index;
}

/** Longest name in the table with room for numbering and a remark, so that long lines are not folded in vain. */
const longest = 120;

/**
 * A line without the marks that may surround a section's name: `3.`, `2)`, `1.2`, `IV.`, `Section 4:`, an emblem,
 * bold marks, a trailing colon, a trailing remark in brackets.
 */
export function bareName(line: string): string {
  return withoutRemark(withRemark(line));
}

function withoutRemark(name: string): string {
  return name.replace(/\s*[(（][^()（）]*[)）]$/u, '').replace(/[\s:：]+$/u, '');
}

/** The same with the remark in brackets, which is part of a few names: `Notes (do not publish)`. */
function withRemark(line: string): string {
  return line
    .trim()
    .replace(/^(?:\*\*|__)(.*?)(?:\*\*|__)(\s*[:：])?$/u, '$1$2')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/^(?:section|part|abschnitt|teil|partie|sección|parte)\s+(?=[\divx])/iu, '')
    .replace(/^(?:\p{Nd}{1,3}(?:[.．]\p{Nd}{1,3})*\s*[.)．）、:：–—-]?|[ivxlc]{1,6}[.)]|[a-z][.)])(?=[\s\p{Lo}])\s*/iu, '')
    .replace(/[\s:：*_]+$/u, '');
}

/** The section that a stand-alone line or a heading names, or null. */
export function findSection(line: string): SectionMatch | null {
  if (line.length > longest) return null;
  const marked = byName.get(fold(line.trim()));
  if (marked !== undefined) return marked;
  const named = withRemark(line);
  return byName.get(fold(named)) ?? byName.get(fold(withoutRemark(named))) ?? null;
}

/** `Quiz 2`, `Quiz – part two`, `Production notes II`: what follows the name of a section that a lesson may have several of. */
const counted = /(?:\s+|\s*[—–:,-]\s*|(?=\p{Nd}))(?:(?:part|section|no\.?|teil|nr\.?|partie|n[o°º]\.?|parte|sección|パート|第|الجزء|القسم)\s*)?(?:\p{Nd}{1,3}|[ivx]{1,4}|[a-d]|one|two|three|four|five|eins|zwei|drei|vier|fünf|une?|deux|trois|quatre|cinq|uno|dos|tres|cuatro|cinco|[一二三四五]|الأول|الثاني|الثالث|الرابع)(?:\s*(?:回|部))?$/iu;

/** The same for a heading, where quizzes and private notes may be numbered. `問題 1` is a question, not a quiz. */
export function findHeadingSection(line: string): SectionMatch | null {
  const found = findSection(line);
  if (found !== null || line.length > longest) return found;
  const bare = bareName(line).replace(counted, '');
  const match = bare === '' || bare === bareName(line) ? null : findSection(bare);
  return (match?.role === 'quiz' && findLabel(bare) !== 'q') || match?.role === 'notes' ? match : null;
}

/** The language that most of the section names belong to; the table's order decides between equals. */
export function commonLanguage(matches: readonly SectionMatch[]): string | null {
  let best: string | null = null;
  let most = 0;
  for (const language of tableLanguages) {
    const count = matches.filter((match) => match.languages.includes(language)).length;
    if (count > most) [best, most] = [language, count];
  }
  return best;
}
