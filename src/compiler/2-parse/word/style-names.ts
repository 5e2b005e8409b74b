/** Names that styles have in other languages than English: Word itself writes English ones, programs that write for it often do not. */
import { fold } from '../table-language.ts';

/** Ids of styles have no accents and no blanks, and lack letters with accents altogether where Word made them: `berschrift1`, `Ttulo1`. */
const bare = (name: string): string => fold(name).replace(/[^\p{L}\p{N}]/gu, '');

const names: Readonly<Record<string, readonly string[]>> = {
  title: ['Titel', 'Titre', 'Título', 'Ttulo', '表題', 'タイトル', 'العنوان'],
  quote: ['Zitat', 'Citation', 'Cita', 'Citação', '引用文', 'اقتباس'],
  'intense quote': ['Intensives Zitat', 'Citation intense', 'Cita destacada', 'Citação Intensa', '引用文 2', 'اقتباس مكثف'],
  caption: ['Beschriftung', 'Légende', 'Lgende', 'Descripción', 'Epígrafe', 'Leyenda', 'Legenda', '図表番号', 'تسمية توضيحية'],
  'list paragraph': ['Listenabsatz', 'Paragraphe de liste', 'Paragraphedeliste', 'Párrafo de lista', 'Prrafodelista', 'Parágrafo da Lista', 'PargrafodaLista', 'リスト段落', 'سرد الفقرات'],
};

const byName = new Map(Object.entries(names).flatMap(([english, others]) => others.map((name) => [bare(name), english])));

/** `Überschrift 1`, `Titre1`, `Título 2`, `見出し 3`. */
const numbered = /^(?:uberschrift|berschrift|titre|titulo|ttulo|cabecalho|encabezado|見出し|عنوان)([1-9])$/u;

/** The English name of a style that is called so in another language; null for all others. */
export function englishStyle(name: string): string | null {
  const plain = bare(name);
  const depth = numbered.exec(plain)?.[1];
  return depth === undefined ? (byName.get(plain) ?? null) : `heading ${depth}`;
}
