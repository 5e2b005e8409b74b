/** Briefs that ask for a shape of another name than our nine: two columns, a bar chart, a quotation, a large number, a table, a mind map, branches. */
import type { AxisVisual, CardVisual, Entry, FactsVisual, QuadrantVisual, Visual, VisualFrame } from '../../../course/visual.ts';
import type { Words } from '../../2-parse/table-language.ts';
import { amountOf } from './amounts.ts';
import { AXIS_COUNT } from './axis.ts';
import { bare, chainsIn, hasAny, indexOfAny, listAfter, quotedIn } from './brief-text.ts';
import { withReferences } from './fence-lines.ts';
import { COUNTS } from './rows.ts';

const COMPARE: Words = {
  en: ['two columns', 'two-column', 'side by side', 'side-by-side', 'split screen', 'comparison', 'before/after', 'before and after', 'pros and cons', 'versus'],
  de: ['zwei spalten', 'zweispaltig', 'gegenüberstellung', 'vergleich', 'vorher/nachher', 'vorher und nachher', 'vor- und nachteile', 'nebeneinander'],
  fr: ['deux colonnes', 'côte à côte', 'comparaison', 'avant/après', 'avant et après'],
  es: ['dos columnas', 'lado a lado', 'comparación', 'tabla comparativa', 'comparativa', 'antes/después', 'antes y después'],
  pt: ['duas colunas', 'comparação', 'antes/depois'],
  ja: ['二列', '比較', '対比'],
  ar: ['عمودان', 'مقارنة', 'قبل وبعد'],
};

const BARS: Words = {
  en: ['bar chart', 'bar graph', 'bars', 'pie chart', 'pie', 'donut chart', 'column chart'],
  de: ['balkendiagramm', 'säulendiagramm', 'kreisdiagramm', 'tortendiagramm', 'balken'],
  fr: ['diagramme en barres', 'histogramme', 'camembert', 'graphique en barres', 'diagramme circulaire'],
  es: ['gráfico de barras', 'diagrama de barras', 'gráfico circular', 'gráfico de sectores'],
  pt: ['gráfico de barras', 'gráfico de pizza'],
  ja: ['棒グラフ', '円グラフ'],
  ar: ['رسم بياني شريطي', 'أعمدة بيانية', 'مخطط دائري'],
};

const QUOTE: Words = { en: ['quote', 'quotation'], de: ['zitat'], fr: ['citation'], es: ['cita'], pt: ['citação'], ja: ['引用'], ar: ['اقتباس'] };
const NUMBER: Words = { en: ['big number', 'large number', 'key figure', 'key number', 'big stat'], de: ['große zahl', 'grosse zahl', 'kennzahl'], fr: ['grand chiffre', 'chiffre clé'], es: ['número grande', 'cifra clave'], pt: ['número grande'], ja: ['大きな数字'], ar: ['رقم كبير'] };
const TABLE: Words = { en: ['table', 'grid with'], de: ['tabelle'], fr: ['tableau'], es: ['tabla', 'cuadro'], pt: ['tabela'], ja: ['表'], ar: ['جدول'] };
const MIND_MAP: Words = { en: ['mind map', 'mindmap', 'spider diagram'], de: ['mindmap', 'mind-map', 'gedankenkarte'], fr: ['carte mentale'], es: ['mapa mental'], pt: ['mapa mental'], ja: ['マインドマップ'], ar: ['خريطة ذهنية'] };

type Shape = (brief: string, frame: VisualFrame) => Visual | null;

const shapes: readonly { words: Words; read: Shape }[] = [
  { words: COMPARE, read: compare },
  { words: BARS, read: bars },
  { words: QUOTE, read: quotation },
  { words: NUMBER, read: bigNumber },
  { words: MIND_MAP, read: mindMap },
  { words: TABLE, read: table },
];

/** The first shape whose words occur and that can be read; null when there is none. */
export function readShape(brief: string, frame: VisualFrame): Visual | null {
  for (const { words, read } of shapes) {
    const visual = hasAny(brief, words) ? read(brief, frame) : null;
    if (visual !== null) return visual;
  }
  return null;
}

/** `label – detail`, `label (detail)`, `label / detail`; references stay references. */
export function entryIn(item: string): Entry {
  const { words, references } = withReferences(item);
  const whole = bare(words);
  const match = /^(.{1,60}?)(?:\s+[—–]\s+|:\s+|\s+\/\s+)(\S.*)$/.exec(whole) ?? /^(.{1,60}?)\s*[(（]([^()（）]{2,160})[)）]$/.exec(whole);
  return { label: bare(match?.[1] ?? whole), detail: match?.[2] === undefined ? null : bare(match[2]), references };
}

const left = /(?:^|[\s,;.])(?:on the |à |a la |à la )?(left|links|gauche|izquierda|esquerda)\s*:?\s+/iu;
const right = /(?:^|[\s,;.])(?:on the |à |a la |à la )?(right|rechts|droite|derecha|direita)\s*:?\s+/iu;

function compare(brief: string, frame: VisualFrame): QuadrantVisual | null {
  const quotes = quotedIn(brief).map(({ text }) => text).filter((text) => text !== frame.caption);
  const sides = sidesOf(brief);
  const listed = listAfter(brief, indexOfAny(brief, COMPARE)).map(entryIn);
  const quoted = quotes.map(entryIn);
  const cells = quoted.length === 2 && sides !== null ? quoted.map((entry, i) => ({ ...entry, detail: sides[i] ?? null })) : quoted.length > 1 ? quoted : sides !== null ? sides.map(entryIn) : listed;
  const { least, most } = COUNTS.quadrant;
  return cells.length >= least && cells.length <= most ? { kind: 'quadrant', ...frame, cells } : null;
}

/** What stands behind “left” and “right”. */
function sidesOf(brief: string): [string, string] | null {
  const [one, other] = [left.exec(brief), right.exec(brief)];
  if (one === null || other === null || other.index <= one.index) return null;
  const words = (from: number, to: number): string => bare(brief.slice(from, to).replace(/[\s,;.]+$/, ''));
  const end = /\.\s/.exec(brief.slice(other.index + other[0].length))?.index;
  const sides: [string, string] = [words(one.index + one[0].length, other.index), words(other.index + other[0].length, end === undefined ? brief.length : other.index + other[0].length + end)];
  return sides.some((side) => side === '') ? null : sides;
}

/** `Chrome 65%`, `50 % Strom`, `Safari (18%)`: bars from nought. */
function bars(brief: string, frame: VisualFrame): AxisVisual | null {
  const found = listAfter(brief, indexOfAny(brief, BARS)).map((item) => {
    const match = /^(.*?\S)[\s:(（–—-]+([$€£¥]?\d[\d.,]*\s?(?:[%‰]|[a-zA-Z€$£]{1,4})?)[)）]?$/u.exec(item) ?? /^()([$€£¥]?\d[\d.,]*\s?[%‰]?)\s+(\S.*)$/u.exec(item);
    const amount = match?.[2] === undefined ? null : amountOf(match[2]);
    return match === null || amount === null || amount.high < 0 ? null : { label: match[1] || match[3] || '', amount, written: match[2] ?? '' };
  });
  const ranges = found.flatMap((each) => (each === null ? [] : [{ label: each.label, detail: null, low: 0, high: each.amount.high, written: each.written.trim() }]));
  if (ranges.length < found.length || ranges.length < AXIS_COUNT.least || ranges.length > AXIS_COUNT.most) return null;
  return { kind: 'axis', ...frame, scale: 'linear', unit: found[0]?.amount.unit ?? null, from: null, to: null, ranges, tags: [] };
}

function sheet(frame: VisualFrame, heading: string, subtitle: string | null): CardVisual {
  return { kind: 'card', ...frame, variant: 'title', eyebrow: null, heading, subtitle, facts: [], cases: [], objectives: [] };
}

function quotation(brief: string, frame: VisualFrame): CardVisual | null {
  const [quote, other] = quotedIn(brief).filter(({ text }) => text !== frame.caption);
  if (quote === undefined || other !== undefined) return null;
  const by = /^[\s,]*(?:[—–-]+|by|von|par|de|por)\s+([^.;]{2,80})/iu.exec(brief.slice(quote.end))?.[1];
  return sheet(frame, `“${quote.text}”`, by?.trim() ?? null);
}

function bigNumber(brief: string, frame: VisualFrame): CardVisual | null {
  const match = /[:：]\s*["“„«]?([~≈]?[$€£¥]?\d[\d.,]*(?:\s?(?:%|‰|[kKMB](?![\p{L}])|million|billion|millionen|milliarden|millions|millones|out of \d+|von \d+|sur \d+|de cada \d+))?)[\s,–—-]*([^"“”»]{0,120})/u.exec(brief);
  return match?.[1] === undefined ? null : sheet(frame, match[1], match[2]?.replace(/[.。]\s*$/, '').trim() || null);
}

function mindMap(brief: string, frame: VisualFrame): FactsVisual | null {
  const [centre, ...others] = quotedIn(brief).map(({ text }) => text);
  const items = others.length > 1 ? others : listAfter(brief, Math.max(brief.lastIndexOf(':'), brief.lastIndexOf('：')));
  const { most } = COUNTS.facts;
  return items.length < 2 || items.length > most ? null : { kind: 'facts', ...frame, title: frame.title ?? centre ?? null, facts: items.map(entryIn) };
}

function table(brief: string, frame: VisualFrame): FactsVisual | null {
  const facts = listAfter(brief, indexOfAny(brief, TABLE)).map(entryIn);
  return facts.length < 2 || facts.length > COUNTS.facts.most ? null : { kind: 'facts', ...frame, facts };
}

/** `Is it urgent? yes → call; no → mail`: several chains are several ways, each with where it leads; a question before them is their title. */
export function branches(brief: string, frame: VisualFrame): FactsVisual | null {
  const chains = chainsIn(brief).map(({ words }) => words.split(/\s*(?:→|⟶|➔|➜|⇒|=>|-{1,2}>)\s*/));
  const [first] = chains;
  if (first === undefined || chains.length < 2 || chains.length > COUNTS.facts.most) return null;
  const question = /^(.{3,120}?[?？؟])\s*(\S.*)$/.exec(first[0] ?? '');
  if (question?.[2] !== undefined) first[0] = question[2];
  const facts = chains.map(([label = '', ...rest]): Entry => ({ label: bare(label), detail: rest.map(bare).join(' → ') || null, references: [] }));
  return { kind: 'facts', ...frame, title: frame.title ?? question?.[1] ?? null, facts };
}
