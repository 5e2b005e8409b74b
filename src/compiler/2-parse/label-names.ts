/** The labels of questions and quizzes with their synonyms in each language (authoring 1.2.2, 1.6 (12)). */
import { fold, tableLanguages, type TableLanguage, type Words } from './table-language.ts';

export type Label =
  | 'q' | 'a' | 'why' | 'hint' | 'feedback' | 'feedback-right' | 'feedback-wrong' | 'check'
  | 'options' | 'match' | 'order' | 'sort' | 'rate' | 'hotspot' | 'number' | 'discuss'
  | 'id' | 'points' | 'objective' | 'tags' | 'difficulty' | 'select' | 'case' | 'scoring' | 'shuffle' | 'attempts'
  | 'time-limit' | 'confidence' | 'unit' | 'reuse' | 'type' | 'pass' | 'draw';

/** The first word of each list is the one written by the formatter and shown in the documentation. */
export const labelNames: Readonly<Record<Label, Words>> = {
  q: {
    en: ['Q', 'Question', 'Ques'],
    de: ['F', 'Frage'],
    fr: ['Question', 'Q'],
    es: ['P', 'Pregunta'],
    ja: ['問', '質問', '問題', '設問'],
    ar: ['س', 'السؤال', 'سؤال'],
    pt: ['P', 'Pergunta', 'Questão', 'Q'],
  },
  a: {
    en: ['A', 'Answer', 'Answers', 'Correct answer', 'Model answer', 'Correct', 'Right answer', 'Answer key', 'Solution', 'Ans'],
    de: ['A', 'Antwort', 'Richtige Antwort', 'Musterantwort', 'Lösung', 'Antworten', 'Korrekt', 'Korrekte Antwort', 'Musterlösung'],
    fr: ['R', 'Réponse', 'Bonne réponse', 'Réponse correcte', 'Réponse modèle', 'Réponse attendue'],
    es: ['R', 'Respuesta', 'Respuesta correcta', 'Respuesta modelo'],
    ja: ['答', '答え', '正解', '解答', '回答', '模範解答'],
    ar: ['ج', 'الجواب', 'جواب', 'الإجابة', 'إجابة', 'الإجابة الصحيحة', 'الإجابة النموذجية'],
    pt: ['R', 'Resposta', 'Resposta correta', 'Resposta certa', 'Resposta modelo', 'Gabarito', 'Alternativa correta', 'Resp'],
  },
  why: {
    en: ['Why', 'Explanation', 'Rationale', 'Because', 'Reason'],
    de: ['Warum', 'Erklärung', 'Begründung', 'Weil', 'Grund'],
    fr: ['Pourquoi', 'Explication', 'Justification', 'Parce que'],
    es: ['Por qué', 'Explicación', 'Justificación', 'Porque', 'Razón'],
    ja: ['理由', '解説', '説明', 'なぜ'],
    ar: ['لماذا', 'الشرح', 'شرح', 'التفسير', 'تفسير', 'السبب', 'التعليل'],
    pt: ['Por quê', 'Por que', 'Explicação', 'Justificativa', 'Justificação', 'Porque', 'Motivo', 'Comentário da resposta'],
  },
  hint: {
    en: ['Hint', 'Clue', 'Tip'],
    de: ['Hinweis', 'Tipp'],
    fr: ['Indice', 'Aide'],
    es: ['Pista', 'Ayuda'],
    ja: ['ヒント'],
    ar: ['تلميح', 'مساعدة'],
    pt: ['Dica', 'Pista', 'Ajuda'],
  },
  feedback: {
    en: ['Feedback'],
    de: ['Rückmeldung', 'Feedback'],
    fr: ['Commentaire', 'Rétroaction', 'Feedback'],
    es: ['Comentario', 'Comentarios', 'Retroalimentación'],
    ja: ['フィードバック', 'コメント'],
    ar: ['التغذية الراجعة', 'تعليق', 'ملاحظة'],
    pt: ['Comentário', 'Comentários', 'Feedback', 'Devolutiva'],
  },
  'feedback-right': {
    en: ['Feedback if right', 'If right', 'If correct', 'Feedback if correct'],
    de: ['Rückmeldung wenn richtig', 'Wenn richtig', 'Feedback wenn richtig'],
    fr: ['Commentaire si juste', 'Si juste', 'Si correct', 'Commentaire si correct'],
    es: ['Comentario si acierta', 'Si acierta', 'Si es correcto', 'Comentario si es correcto'],
    ja: ['正解時のフィードバック', '正解の場合', '正解時'],
    ar: ['تعليق عند الصواب', 'إذا كانت صحيحة', 'عند الصواب'],
    pt: ['Comentário se acertar', 'Se acertar', 'Se correto', 'Se estiver certo'],
  },
  'feedback-wrong': {
    en: ['Feedback if wrong', 'If wrong', 'If incorrect', 'Feedback if incorrect'],
    de: ['Rückmeldung wenn falsch', 'Wenn falsch', 'Feedback wenn falsch'],
    fr: ['Commentaire si faux', 'Si faux', 'Si incorrect', 'Commentaire si incorrect'],
    es: ['Comentario si falla', 'Si falla', 'Si es incorrecto', 'Comentario si es incorrecto'],
    ja: ['不正解時のフィードバック', '不正解の場合', '不正解時'],
    ar: ['تعليق عند الخطأ', 'إذا كانت خاطئة', 'عند الخطأ'],
    pt: ['Comentário se errar', 'Se errar', 'Se incorreto', 'Se estiver errado'],
  },
  check: {
    en: ['Check', 'Checklist', 'Rubric', 'Key ideas'],
    de: ['Prüfpunkte', 'Kriterien', 'Prüfe'],
    fr: ['Critères', 'Points attendus', 'À vérifier'],
    es: ['Criterios', 'Ideas clave', 'Comprobar', 'Rúbrica'],
    ja: ['確認', '確認項目', '採点基準', 'チェック'],
    ar: ['معايير', 'المعايير', 'نقاط التحقق', 'تحقق'],
    pt: ['Critérios', 'Ideias-chave', 'Verificar', 'Rubrica'],
  },
  options: {
    en: ['Options', 'Choices', 'Answer options'],
    de: ['Antwortmöglichkeiten', 'Optionen', 'Auswahl'],
    fr: ['Options', 'Choix', 'Propositions'],
    es: ['Opciones', 'Alternativas'],
    ja: ['選択肢'],
    ar: ['الخيارات', 'خيارات', 'الاختيارات'],
    pt: ['Opções', 'Alternativas'],
  },
  match: {
    en: ['Match', 'Matching', 'Pairs'],
    de: ['Zuordnen', 'Zuordnung', 'Paare'],
    fr: ['Associer', 'Association', 'Paires'],
    es: ['Relacionar', 'Emparejar', 'Parejas'],
    ja: ['組み合わせ', 'マッチング'],
    ar: ['طابق', 'مطابقة', 'وصل', 'توصيل'],
    pt: ['Relacionar', 'Relacione', 'Associar', 'Associe', 'Correspondência', 'Pares'],
  },
  order: {
    en: ['Order', 'Ordering', 'Sequence', 'Put in order'],
    de: ['Reihenfolge', 'Ordnen'],
    fr: ['Ordre', 'Ordonner', 'Mettre en ordre'],
    es: ['Orden', 'Ordenar', 'Secuencia'],
    ja: ['順序', '並べ替え', '順番'],
    ar: ['رتب', 'الترتيب', 'ترتيب'],
    pt: ['Ordem', 'Ordenar', 'Ordene', 'Sequência'],
  },
  sort: {
    en: ['Sort', 'Categories', 'Categorise', 'Categorize'],
    de: ['Sortieren', 'Kategorien', 'Einordnen'],
    fr: ['Classer', 'Catégories', 'Trier'],
    es: ['Clasificar', 'Categorías'],
    ja: ['分類', 'カテゴリー', 'カテゴリ'],
    ar: ['صنف', 'تصنيف', 'الفئات'],
    pt: ['Classificar', 'Classifique', 'Categorias'],
  },
  rate: {
    en: ['Rate', 'Rating', 'Scale'],
    de: ['Bewerten', 'Skala', 'Einschätzung'],
    fr: ['Évaluer', 'Échelle', 'Noter'],
    es: ['Valorar', 'Escala', 'Valoración'],
    ja: ['評価', '評価尺度', '尺度'],
    ar: ['قيم', 'مقياس', 'تقييم'],
    pt: ['Avaliar', 'Escala', 'Avalie'],
  },
  hotspot: {
    en: ['Hotspot', 'Hot spot', 'Hotspots'],
    de: ['Bildbereich', 'Hotspot', 'Bildbereiche'],
    fr: ['Zone', 'Zones', 'Zone cliquable', 'Hotspot'],
    es: ['Zona', 'Zonas', 'Zona activa', 'Hotspot'],
    ja: ['ホットスポット', '画像領域'],
    ar: ['منطقة', 'مناطق', 'منطقة نشطة'],
    pt: ['Zona', 'Área da imagem', 'Zona ativa', 'Hotspot'],
  },
  number: {
    en: ['Number', 'Numeric', 'Numeric answer'],
    de: ['Zahl', 'Zahlenwert'],
    fr: ['Nombre', 'Valeur numérique'],
    es: ['Número', 'Valor numérico'],
    ja: ['数値', '数'],
    ar: ['رقم', 'عدد', 'قيمة رقمية'],
    pt: ['Número', 'Valor numérico'],
  },
  discuss: {
    en: ['Discuss', 'Discussion', 'Reflect'],
    de: ['Diskussion', 'Diskutieren', 'Reflexion'],
    fr: ['Discussion', 'Discuter', 'Réflexion'],
    es: ['Debate', 'Discusión', 'Reflexión', 'Comentar'],
    ja: ['議論', '話し合い', '考察'],
    ar: ['ناقش', 'مناقشة', 'للنقاش'],
    pt: ['Debate', 'Discussão', 'Reflexão', 'Discuta'],
  },
  id: {
    en: ['Id', 'Identifier'],
    de: ['Id', 'Kennung'],
    fr: ['Id', 'Identifiant'],
    es: ['Id', 'Identificador'],
    ja: ['Id', '識別子'],
    ar: ['Id', 'المعرف', 'معرف'],
    pt: ['Id', 'Identificador'],
  },
  points: {
    en: ['Points', 'Point', 'Marks', 'Worth'],
    de: ['Punkte', 'Punkt', 'Punktzahl'],
    fr: ['Points', 'Point', 'Barème'],
    es: ['Puntos', 'Punto', 'Puntuación'],
    ja: ['配点', '点数', 'ポイント'],
    ar: ['النقاط', 'نقاط', 'الدرجة', 'درجة'],
    pt: ['Pontos', 'Ponto', 'Pontuação', 'Valor'],
  },
  objective: {
    en: ['Objective', 'Objectives', 'Learning objective'],
    de: ['Lernziel', 'Lernziele', 'Ziel'],
    fr: ['Objectif', 'Objectifs'],
    es: ['Objetivo', 'Objetivos'],
    ja: ['目標', '学習目標'],
    ar: ['الهدف', 'هدف', 'الأهداف'],
    pt: ['Objetivo', 'Objetivos'],
  },
  tags: {
    en: ['Tags', 'Tag', 'Keywords'],
    de: ['Schlagwörter', 'Schlagwort', 'Tags', 'Stichwörter'],
    fr: ['Étiquettes', 'Étiquette', 'Mots-clés', 'Tags'],
    es: ['Etiquetas', 'Etiqueta', 'Palabras clave'],
    ja: ['タグ'],
    ar: ['الوسوم', 'وسوم', 'وسم'],
    pt: ['Etiquetas', 'Etiqueta', 'Palavras-chave'],
  },
  difficulty: {
    en: ['Difficulty', 'Level'],
    de: ['Schwierigkeit', 'Schwierigkeitsgrad', 'Niveau'],
    fr: ['Difficulté', 'Niveau'],
    es: ['Dificultad', 'Nivel'],
    ja: ['難易度', '難度'],
    ar: ['الصعوبة', 'مستوى الصعوبة'],
    pt: ['Dificuldade', 'Nível'],
  },
  select: {
    en: ['Select', 'Choose'],
    de: ['Auswählen', 'Wählen'],
    fr: ['Sélectionner', 'Choisir', 'Sélection'],
    es: ['Seleccionar', 'Elegir', 'Selección'],
    ja: ['選択', '選択数'],
    ar: ['اختر', 'الاختيار', 'حدد'],
    pt: ['Selecionar', 'Escolher', 'Selecione', 'Escolha'],
  },
  case: {
    en: ['Case'],
    de: ['Groß-/Kleinschreibung', 'Großschreibung', 'Schreibweise'],
    fr: ['Casse'],
    es: ['Mayúsculas'],
    ja: ['大文字小文字', '大文字と小文字'],
    ar: ['حالة الأحرف'],
    pt: ['Maiúsculas'],
  },
  scoring: {
    en: ['Scoring', 'Marking', 'Grading'],
    de: ['Wertung', 'Bewertung'],
    fr: ['Notation', 'Calcul du score'],
    es: ['Calificación', 'Corrección'],
    ja: ['採点', '採点方法'],
    ar: ['التصحيح', 'احتساب الدرجات'],
    pt: ['Cálculo da nota', 'Correção'],
  },
  shuffle: {
    en: ['Shuffle'],
    de: ['Mischen'],
    fr: ['Mélanger', 'Mélange'],
    es: ['Mezclar', 'Barajar'],
    ja: ['シャッフル', 'ランダム'],
    ar: ['خلط', 'ترتيب عشوائي'],
    pt: ['Embaralhar', 'Misturar'],
  },
  attempts: {
    en: ['Attempts', 'Tries', 'Attempts allowed'],
    de: ['Versuche', 'Anzahl Versuche'],
    fr: ['Tentatives', 'Essais', 'Nombre de tentatives'],
    es: ['Intentos', 'Número de intentos'],
    ja: ['試行回数', '回数', '受験回数'],
    ar: ['المحاولات', 'عدد المحاولات', 'محاولات'],
    pt: ['Tentativas', 'Número de tentativas'],
  },
  'time-limit': {
    en: ['Time limit', 'Limit'],
    de: ['Zeitlimit', 'Zeitbegrenzung'],
    fr: ['Limite de temps', 'Temps limite', 'Durée limite'],
    es: ['Límite de tiempo', 'Tiempo límite'],
    ja: ['制限時間'],
    ar: ['الحد الزمني', 'الوقت المحدد'],
    pt: ['Limite de tempo', 'Tempo limite'],
  },
  confidence: {
    en: ['Confidence'],
    de: ['Sicherheit', 'Zuversicht'],
    fr: ['Confiance', 'Certitude'],
    es: ['Confianza', 'Certeza'],
    ja: ['確信度', '自信度'],
    ar: ['الثقة', 'درجة الثقة'],
    pt: ['Confiança', 'Certeza'],
  },
  unit: {
    en: ['Unit', 'Units'],
    de: ['Einheit', 'Einheiten'],
    fr: ['Unité', 'Unités'],
    es: ['Unidad', 'Unidades'],
    ja: ['単位'],
    ar: ['الوحدة', 'وحدة'],
    pt: ['Unidade', 'Unidades'],
  },
  reuse: {
    en: ['Reuse'],
    de: ['Wiederverwenden', 'Mehrfach'],
    fr: ['Réutiliser', 'Réutilisation'],
    es: ['Reutilizar', 'Reutilización'],
    ja: ['再利用', '重複可'],
    ar: ['إعادة الاستخدام', 'تكرار'],
    pt: ['Reutilizar', 'Reutilização'],
  },
  type: {
    en: ['Type', 'Question type'],
    de: ['Typ', 'Fragetyp', 'Art'],
    fr: ['Type', 'Type de question'],
    es: ['Tipo', 'Tipo de pregunta'],
    ja: ['種類', 'タイプ', '形式'],
    ar: ['النوع', 'نوع السؤال'],
    pt: ['Tipo', 'Tipo de pergunta', 'Tipo de questão'],
  },
  pass: {
    en: ['Pass', 'Pass mark', 'Passing score'],
    de: ['Bestehen', 'Bestehensgrenze', 'Bestanden ab'],
    fr: ['Réussite', 'Seuil de réussite', 'Note de passage'],
    es: ['Aprobado', 'Nota mínima', 'Puntuación mínima'],
    ja: ['合格', '合格点', '合格ライン'],
    ar: ['النجاح', 'درجة النجاح', 'علامة النجاح'],
    pt: ['Aprovação', 'Nota mínima', 'Pontuação mínima'],
  },
  draw: {
    en: ['Draw'],
    de: ['Ziehen', 'Auslosen'],
    fr: ['Tirer', 'Tirage'],
    es: ['Sortear', 'Extraer'],
    ja: ['抽出', '出題数'],
    ar: ['سحب', 'اسحب'],
    pt: ['Sortear', 'Sorteio'],
  },
};

export interface LabelMatch {
  label: Label;
  languages: readonly TableLanguage[];
}

const byName: ReadonlyMap<string, readonly LabelMatch[]> = indexNames();

function indexNames(): Map<string, { label: Label; languages: TableLanguage[] }[]> {
  const index = new Map<string, { label: Label; languages: TableLanguage[] }[]>();
  for (const [label, words] of Object.entries(labelNames) as [Label, Words][]) {
    for (const language of tableLanguages) {
      for (const name of words[language]) {
        const entries = index.get(fold(name)) ?? [];
        const known = entries.find((e) => e.label === label);
        if (known === undefined) entries.push({ label, languages: [language] });
        else known.languages.push(language);
        index.set(fold(name), entries);
      }
    }
  }
  return index;
}

/**
 * The label that a word names, or null. `F` is the German question, `R` the French and Spanish answer: where a
 * word has several meanings the one of `language` (a BCP 47 tag) wins, else English, else the table's order.
 */
export function findLabel(words: string, language: string | null = null): Label | null {
  const matches = byName.get(fold(words));
  if (matches === undefined) return null;
  const primary = language?.toLowerCase().split('-')[0] ?? 'en';
  const inLanguage = (code: string) => matches.find((m) => m.languages.some((l) => l === code));
  return (inLanguage(primary) ?? inLanguage('en') ?? matches[0])?.label ?? null;
}
