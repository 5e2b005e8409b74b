/** From `Language: German` or `Sprache: Deutsch` to a language tag. */
import { fold } from './table-language.ts';

/** Names in the language itself, in English and in the languages of the tables. */
const names: Readonly<Record<string, readonly string[]>> = {
  en: ['English', 'Englisch', 'anglais', 'inglés', 'inglês', '英語', 'الإنجليزية'],
  'en-GB': ['British English'],
  'en-US': ['American English', 'US English'],
  de: ['German', 'Deutsch', 'allemand', 'alemán', 'alemão', 'ドイツ語', 'الألمانية'],
  fr: ['French', 'Französisch', 'français', 'francés', 'francês', 'フランス語', 'الفرنسية'],
  es: ['Spanish', 'Spanisch', 'espagnol', 'español', 'espanhol', 'castellano', 'スペイン語', 'الإسبانية'],
  ja: ['Japanese', 'Japanisch', 'japonais', 'japonés', '日本語', 'اليابانية'],
  ar: ['Arabic', 'Arabisch', 'arabe', 'árabe', 'アラビア語', 'العربية'],
  it: ['Italian', 'Italienisch', 'italien', 'italiano'],
  pt: ['Portuguese', 'Portugiesisch', 'portugais', 'portugués', 'português', 'ポルトガル語', 'البرتغالية'],
  'pt-BR': ['Brazilian Portuguese', 'português do Brasil'],
  nl: ['Dutch', 'Niederländisch', 'néerlandais', 'neerlandés', 'Nederlands'],
  pl: ['Polish', 'Polnisch', 'polonais', 'polaco', 'polski'],
  ru: ['Russian', 'Russisch', 'russe', 'ruso', 'русский'],
  uk: ['Ukrainian', 'Ukrainisch', 'ukrainien', 'ucraniano', 'українська'],
  tr: ['Turkish', 'Türkisch', 'turc', 'turco', 'Türkçe'],
  sv: ['Swedish', 'Schwedisch', 'svenska'],
  da: ['Danish', 'Dänisch', 'dansk'],
  nb: ['Norwegian', 'Norwegisch', 'norsk'],
  fi: ['Finnish', 'Finnisch', 'suomi'],
  cs: ['Czech', 'Tschechisch', 'čeština'],
  el: ['Greek', 'Griechisch', 'ελληνικά'],
  he: ['Hebrew', 'Hebräisch', 'עברית'],
  fa: ['Persian', 'Farsi', 'Persisch', 'فارسی'],
  hi: ['Hindi', 'हिन्दी'],
  zh: ['Chinese', 'Chinesisch', 'chinois', 'chino', '中文', '中国語', 'الصينية'],
  ko: ['Korean', 'Koreanisch', 'coréen', 'coreano', '한국어', '韓国語'],
};

const byName: ReadonlyMap<string, string> = new Map(Object.entries(names).flatMap(([tag, list]) => list.map((name) => [fold(name), tag] as const)));

/** A BCP 47 tag as it is, a name as its tag; null when it is neither. */
export function readLanguage(value: string): string | null {
  const named = byName.get(fold(value));
  if (named !== undefined) return named;
  const tag = value.trim().replace(/_/g, '-');
  if (!/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}$/.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
