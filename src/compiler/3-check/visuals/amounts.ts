/** Amounts on an axis as authors write them: `$0.01–$1`, `100 to 5K`, `−18 °C`, `10 million`. */

export interface Amount {
  low: number;
  high: number;
  /** `$`, `USD`, `ms`; null when none was written. */
  unit: string | null;
}

const number = '[-−]?(?:\\d{1,3}(?:[,.’\' ]\\d{3})+(?![\\d])(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)?)(?:e[+-]?\\d{1,3})?';
const scales: readonly (readonly [RegExp, number])[] = [
  [/^(?:k|tsd\.?|thousand|tausend|mille|mil)$/i, 1e3],
  [/^(?:m|mio\.?|mn|million(?:s|en)?|millones|mill[oó]n)$/i, 1e6],
  [/^(?:b|bn|mrd\.?|billion|milliarden?|milliards?)$/i, 1e9],
  [/^(?:t|tn|trillion)$/i, 1e12],
];
const scaleWord = '(?:k|tsd\\.?|thousand|tausend|mille|mil|mio\\.?|mn|millions|millionen|million|millones|mill[oó]n|milliarden?|milliards?|mrd\\.?|billion|bn|trillion|tn|[mbt])(?![\\p{L}])';
const unit = '(?:[$€£¥₹%°][CF]?|[\\p{L}µ]{1,8}(?:/[\\p{L}]{1,4})?)';
const one = `([$€£¥₹]|[A-Z]{3}(?=\\s?\\d))?\\s?(${number})\\s?(${scaleWord})?\\s?(${unit})?\\+?`;
const whole = new RegExp(`^\\s*(?:~|≈|ca\\.?\\s)?\\s*${one}(?:\\s*(?:-|–|—|−|to|bis|à|a|~|\\.\\.)\\s*${one})?\\s*$`, 'iu');

/** Nobody writes an amount longer than this. */
const longest = 60;

/** null when the text is no amount. One number alone is a stretch of no length. */
export function amountOf(text: string): Amount | null {
  if (text.length > longest) return null;
  const match = whole.exec(text);
  if (match === null) return null;
  const [, sign1, digits1 = '', scale1, unit1, sign2, digits2, scale2, unit2] = match;
  // `10–20K` means 10K to 20K only where the first would be larger or the author says so; a scale is never guessed.
  const low = value(digits1, scale1);
  const high = digits2 === undefined ? low : value(digits2, scale2);
  return { low, high, unit: sign1 ?? sign2 ?? unit2 ?? unit1 ?? null };
}

function value(digits: string, scale: string | undefined): number {
  const factor = scale === undefined ? 1 : (scales.find(([words]) => words.test(scale))?.[1] ?? 1);
  return Number(plain(digits.replace('−', '-'))) * factor;
}

/** One decimal point, no separators of thousands: a sign with three digits behind it separates, as often as it stands. */
function plain(digits: string): string {
  const [mantissa = '', exponent] = digits.toLowerCase().split('e');
  const bare = mantissa.replace(/[’' ]/g, '');
  const marks = [...bare.matchAll(/[.,]/g)];
  const last = marks.at(-1);
  const behind = last === undefined ? 0 : bare.length - last.index - 1;
  const isDecimal = last !== undefined && (behind !== 3 || marks.length > 1 && marks[0]?.[0] !== last[0] || (last[0] === '.' && /^-?0\./.test(bare)));
  const cut = isDecimal ? last.index : bare.length;
  const number = `${bare.slice(0, cut).replace(/[.,]/g, '')}${isDecimal ? `.${bare.slice(cut + 1)}` : ''}`;
  return exponent === undefined ? number : `${number}e${exponent}`;
}
