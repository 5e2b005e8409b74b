/** Words by which a slide's brief says what is to be drawn, in the languages of the tables of names (authoring R16). */
import type { VisualKind } from '../../../course/visual.ts';
import type { Words } from '../../2-parse/table-language.ts';

/** The first kind whose words occur decides. Stems: letters may follow where a language adds them. */
export const BRIEF_WORDS: readonly { kind: VisualKind; words: Words }[] = [
  {
    kind: 'filetree',
    words: {
      en: ['file tree', 'file-tree', 'folder tree', 'directory tree', 'folder structure', 'directory listing', 'directory structure', 'project structure', 'file structure'],
      de: ['dateibaum', 'verzeichnisbaum', 'ordnerbaum', 'ordnerstruktur', 'verzeichnisstruktur', 'dateistruktur', 'projektstruktur'],
      fr: ['arborescence', 'arbre de fichiers', 'arbre des fichiers', 'structure du projet'],
      es: ['árbol de archivos', 'árbol de ficheros', 'árbol de directorios', 'árbol de carpetas'],
      ja: ['ファイルツリー', 'フォルダ構成', 'ディレクトリ構成'],
      ar: ['شجرة الملفات', 'شجرة ملفات', 'شجرة المجلدات'],
      pt: ['árvore de arquivos', 'árvore de ficheiros', 'árvore de diretórios', 'árvore de pastas', 'estrutura de pastas'],
    },
  },
  {
    kind: 'quadrant',
    words: {
      en: ['quadrant', 'quadrants', '2x2', '2×2', 'two-by-two', 'four-box', 'four boxes', '2x2 matrix', 'four-field', 'four fields'],
      de: ['quadrant', 'quadranten', 'vier felder', 'vierfelder', 'vier kästen', 'vier-felder', 'vier-felder-matrix', '2x2', '2×2'],
      fr: ['quadrant', 'quadrants', 'quatre cases'],
      es: ['cuadrante', 'cuadrantes', 'cuatro cuadros'],
      ja: ['四象限', '4象限', '２×２'],
      ar: ['أرباع', 'أربعة مربعات', 'رباعي'],
      pt: ['quadrante', 'quadrantes', 'quatro quadros'],
    },
  },
  {
    kind: 'axis',
    words: {
      en: ['axis', 'spectrum', 'timeline', 'time line', 'scale from', 'continuum'],
      de: ['achse', 'spektrum', 'zeitachse', 'zeitstrahl', 'zeitleiste', 'kostenachse', 'skala'],
      fr: ['axe', 'spectre', 'frise', 'échelle'],
      es: ['eje', 'espectro', 'línea de tiempo', 'línea del tiempo', 'escala'],
      ja: ['軸', 'スペクトル', 'タイムライン', '年表'],
      ar: ['محور', 'طيف', 'خط زمني', 'مقياس'],
      pt: ['eixo', 'espectro', 'linha do tempo', 'escala'],
    },
  },
  {
    kind: 'loop',
    words: {
      en: ['loop', 'cycle', 'circular diagram'],
      de: ['schleife', 'kreislauf', 'zyklus', 'regelkreis'],
      fr: ['boucle', 'cycle'],
      es: ['bucle', 'ciclo'],
      ja: ['ループ', 'サイクル', '循環'],
      ar: ['حلقة', 'دورة'],
      pt: ['ciclo', 'laço', 'loop'],
    },
  },
  {
    kind: 'stages',
    words: {
      en: ['hierarchy', 'stages', 'pyramid', 'staircase', 'levels', 'funnel', 'stack', 'ladder', 'concentric circles', 'onion diagram', 'tiers'],
      de: ['hierarchie', 'stufen', 'pyramide', 'treppe', 'ebenen', 'merkmalshierarchie', 'trichter', 'stapel', 'leiter', 'konzentrische kreise', 'zwiebelmodell', 'schichtmodell', 'schichtenmodell'],
      fr: ['hiérarchie', 'étapes', 'pyramide', 'niveaux', 'paliers', 'entonnoir', 'pile', 'échelons', 'cercles concentriques'],
      es: ['jerarquía', 'etapas', 'pirámide', 'niveles', 'escalera', 'embudo', 'pila', 'capas', 'círculos concéntricos'],
      ja: ['階層', '段階', 'ピラミッド'],
      ar: ['تسلسل هرمي', 'مراحل', 'هرم', 'مستويات'],
      pt: ['hierarquia', 'etapas', 'pirâmide', 'níveis', 'escada', 'funil', 'camadas', 'pilha'],
    },
  },
  {
    kind: 'card',
    words: {
      en: ['title card', 'title slide', 'paper card', 'opening card', 'title only'],
      de: ['titelkarte', 'titelfolie', 'titelbild', 'titel und untertitel'],
      fr: ['carte de titre', 'carte-titre', 'carton de titre', 'diapositive de titre', 'page de titre'],
      es: ['tarjeta de título', 'portada', 'diapositiva de título', 'carátula'],
      ja: ['タイトルカード', '表紙', 'タイトルスライド'],
      ar: ['بطاقة عنوان', 'بطاقة العنوان', 'شريحة العنوان'],
      pt: ['cartão de título', 'capa', 'slide de título'],
    },
  },
  {
    kind: 'facts',
    words: {
      en: ['bullets', 'bullet points', 'bullet', 'big points', 'large points', 'key points', 'facts', 'three points', 'two points', 'four points', 'checklist', 'key messages', 'takeaways', 'list of', 'icons', 'three icons'],
      de: ['punkte', 'stichpunkte', 'aufzählung', 'spiegelstriche', 'fakten', 'stichworte', 'kernaussagen', 'kernbotschaften', 'checkliste', 'liste der', 'liste von', 'symbole'],
      fr: ['puces', 'points clés', 'grands points', 'points', 'liste de', 'liste des', 'messages clés', 'liste de contrôle', 'pictogrammes', 'icônes'],
      es: ['viñetas', 'puntos', 'puntos clave', 'lista de', 'mensajes clave', 'iconos'],
      ja: ['箇条書き', '要点', 'ポイント'],
      ar: ['نقاط', 'نقطتان', 'نقطتين', 'حقائق'],
      pt: ['tópicos', 'marcadores', 'pontos', 'pontos-chave', 'lista de', 'ícones'],
    },
  },
];

/** Drawn beside a loop, or alone. */
export const LANDSCAPE_WORDS: Words = {
  en: ['loss landscape', 'error surface', 'loss surface'],
  de: ['verlustlandschaft', 'fehlerlandschaft', 'verlustfläche'],
  fr: ['paysage de perte', 'paysage des pertes', "surface d'erreur", 'surface de perte'],
  es: ['paisaje de pérdida', 'superficie de pérdida', 'superficie de error'],
  ja: ['損失地形', '損失の地形', '損失ランドスケープ', '損失曲面'],
  ar: ['مشهد الخسارة', 'سطح الخسارة', 'تضاريس الخسارة'],
  pt: ['paisagem de perda', 'superfície de perda', 'superfície de erro'],
};

/** On the first slide alone. */
export const TITLE_WORDS: Words = { en: ['title', 'intro', 'opening'], de: ['titel', 'einstieg', 'begrüßung'], fr: ['titre', 'accueil'], es: ['título', 'bienvenida'], ja: ['タイトル', '表紙'], ar: ['عنوان', 'العنوان'], pt: ['título', 'abertura'] };

export const PAPER_WORDS: Words = {
  en: ['paper', 'publication', 'study'],
  de: ['paper', 'veröffentlichung', 'studie', 'aufsatz', 'artikels'],
  fr: ['article', 'papier', 'étude'],
  es: ['artículo', 'estudio'],
  ja: ['論文'],
  ar: ['ورقة بحثية', 'بحث', 'دراسة'],
  pt: ['artigo', 'estudo'],
};

export const TAG_WORDS: Words = {
  en: ['tag arrow', 'tag', 'arrow', 'marker', 'callout', 'pointer'],
  de: ['pfeil', 'markierung', 'fähnchen', 'marke', 'hinweis'],
  fr: ['flèche', 'étiquette', 'repère'],
  es: ['flecha', 'etiqueta', 'marca'],
  ja: ['矢印', '印', 'ラベル'],
  ar: ['سهم', 'علامة'],
  pt: ['seta', 'etiqueta', 'marca'],
};

export const RIGHT_WORDS: Words = {
  en: ['right', 'at the end', 'far end'],
  de: ['rechts', 'rechten', 'am ende'],
  fr: ['droite', 'à la fin'],
  es: ['derecha', 'al final'],
  ja: ['右'],
  ar: ['يمين', 'اليمين'],
  pt: ['direita', 'ao final', 'no fim'],
};

/** Names of the arrow that leads back in a loop. */
export const REPEAT_WORDS: Words = {
  en: ['repeat', 'again', 'start over', 'back to start', 'and so on'],
  de: ['wiederholen', 'von vorn', 'wiederhole', 'zurück zum anfang', 'nochmals', 'erneut'],
  fr: ['répéter', 'recommencer', 'répétez', 'et ainsi de suite'],
  es: ['repetir', 'repite', 'de nuevo', 'volver a empezar'],
  ja: ['繰り返し', '繰り返す', 'くり返す', 'くりかえす'],
  ar: ['تكرار', 'كرر', 'التكرار', 'أعد'],
  pt: ['repetir', 'repita', 'de novo', 'voltar ao início'],
};

/** What stands before a text in quotes, and what becomes of the text. */
export const SUBTITLE_WORDS: Words = { en: ['subtitle'], de: ['untertitel'], fr: ['sous-titre'], es: ['subtítulo'], ja: ['副題', 'サブタイトル'], ar: ['العنوان الفرعي', 'عنوان فرعي'], pt: ['subtítulo'] };
export const CAPTION_WORDS: Words = { en: ['caption'], de: ['bildunterschrift', 'unterschrift'], fr: ['légende'], es: ['leyenda', 'pie'], ja: ['キャプション', '説明文'], ar: ['التعليق', 'تسمية'], pt: ['legenda'] };

export const DANGER_WORDS: Words = { en: ['red'], de: ['rot', 'rote', 'roten'], fr: ['rouge'], es: ['rojo'], ja: ['赤'], ar: ['أحمر', 'بالأحمر'], pt: ['vermelho', 'vermelha'] };
export const OK_WORDS: Words = { en: ['green'], de: ['grün', 'grüne', 'grünen'], fr: ['vert'], es: ['verde'], ja: ['緑'], ar: ['أخضر', 'بالأخضر'], pt: ['verde'] };
export const WARN_WORDS: Words = { en: ['yellow', 'amber', 'orange'], de: ['gelb', 'orange'], fr: ['jaune', 'orange'], es: ['amarillo', 'naranja'], ja: ['黄', 'オレンジ'], ar: ['أصفر', 'برتقالي'], pt: ['amarelo', 'laranja'] };

/** What is done one after the other: boxes with arrows, though the brief has none. */
export const PROCESS_WORDS: Words = {
  en: ['process', 'workflow', 'procedure', 'steps', 'flowchart', 'flow chart', 'pipeline'],
  de: ['prozess', 'ablauf', 'schritte', 'vorgehen', 'ablaufdiagramm', 'flussdiagramm'],
  fr: ['processus', 'déroulement', 'procédure', 'organigramme de programmation'],
  es: ['proceso', 'pasos', 'procedimiento', 'diagrama de flujo'],
  pt: ['processo', 'passos', 'fluxograma'],
  ja: ['手順', 'プロセス', 'フロー'],
  ar: ['خطوات', 'عملية', 'إجراء'],
};

/** Asks for the landscape where nothing else can be drawn. */
export const DESCENT_WORDS: Words = { en: ['gradient descent'], de: ['gradientenabstieg', 'gradientenverfahren'], fr: ['descente de gradient'], es: ['descenso de gradiente', 'descenso por gradiente'], pt: ['descida de gradiente'], ja: ['勾配降下'], ar: ['الانحدار التدرجي', 'النزول التدرجي'] };
