/** What a file of a tree is, and what can be done with it by whoever means harm: in the words of the lesson's own text (visuals 3.3, slide 9). */
import type { FileEntry } from '../../../course/visual.ts';
import { fold } from '../../2-parse/table-language.ts';
import { beginsWith, containsAll, labelWords, wordsOf } from '../match-words.ts';

/** More than that is read in the text, not beside a figure. */
const longest = 200;

/** A paragraph, an item of a list, or a row of a table. */
export interface Passage {
  sentences: readonly string[];
  cells: readonly string[];
}

/** `body`: the lesson's reading text, in order. */
export function tellFiles(entries: readonly FileEntry[], body: readonly Passage[]): FileEntry[] {
  const threats = threatsIn(body);
  const tell = (entry: FileEntry): FileEntry => {
    const about = entry.about ?? whatIs(entry, body);
    const risk = entry.risk ?? threatTo(entry, about, threats);
    return { ...entry, about, risk, entries: entry.entries.map(tell) };
  };
  return entries.map(tell);
}

function whatIs({ name, entries }: FileEntry, body: readonly Passage[]): string | null {
  const ending = /(\.[a-z0-9_]{1,15})$/i.exec(name)?.[1] ?? null;
  const isEnding = name.startsWith('.');
  const sentences = body.flatMap((passage) => passage.sentences);
  const first = <T>(from: readonly T[], read: (each: T) => string | null): string | null => from.map(read).find((found) => found !== null) ?? null;
  const label = labelWords(name);
  return (
    (isEnding ? null : first(sentences, (sentence) => explained(sentence, label))) ??
    // A folder has several rows, one for each kind of file in it.
    (entries.length > 0 ? null : first(body, ({ cells }) => inRow(cells, isEnding ? null : label, ending))) ??
    (ending === null ? null : first(sentences, (sentence) => inBrackets(sentence, ending)))
  );
}

/** `| Configuration | config.json | How to build the architecture |`: the last cell says what the others name. */
function inRow(cells: readonly string[], label: readonly string[] | null, ending: string | null): string | null {
  const last = cells.at(-1)?.trim() ?? '';
  if (cells.length < 2 || last.length < 8 || last.length > longest) return null;
  const names = cells.slice(0, -1);
  const byLabel = label !== null && names.some((cell) => cell.length <= 60 && containsAll(wordsOf(cell), label) !== null);
  const byEnding = label === null && ending !== null && names.some((cell) => fold(cell).split(/[\s,;/]+/).includes(fold(ending)));
  return byLabel || byEnding ? capital(last) : null;
}

const kindOfThing = /^\s*(?:files?|folders?|director(?:y|ies)|datei(?:en)?|ordner|fichiers?|dossiers?|archivos?|ficheros?|carpetas?|ファイル|フォルダ|ملف|مجلد)/iu;
/** `Optionally: a model card — …` */
const lead = /^\p{L}{3,16}:\s+/u;

/** `A config file that says how …`, `a model card — documentation of …`: a sentence that begins with the name and then says what it is. */
function explained(written: string, label: readonly string[]): string | null {
  const sentence = written.replace(lead, '').trim();
  if (sentence.length > longest || !beginsWith(wordsOf(sentence), label)) return null;
  const words = wordsOf(sentence);
  const last = words.filter(({ text }) => label.some((each) => text.startsWith(each.slice(0, Math.max(3, each.length - 1))))).slice(0, label.length).at(-1);
  const rest = sentence.slice((last?.at ?? 0)).replace(/^[\p{L}\p{N}\p{M}]+/u, '');
  const isNamed = kindOfThing.test(rest) || /^(?:\s*[/(][^—–:]{0,30})?\s*(?:[—–]|:\s|\(|\s-\s)/u.test(rest);
  return isNamed && words.length > label.length + 2 ? capital(sentence) : null;
}

/** `.gguf (the quantized format …)`; endings may share a bracket: `.bin / .pt (…)`. */
function inBrackets(sentence: string, ending: string): string | null {
  const at = fold(sentence).indexOf(fold(ending));
  if (at < 0 || sentence.length > 2000) return null;
  const behind = /^\s*(?:(?:\s*[/,|]\s*)?\.[a-z0-9_]{1,15})*\s*[(（]([^()（）]{3,200})[)）]/iu.exec(sentence.slice(at + ending.length));
  return behind?.[1] === undefined || /^[\p{L}\p{N}_]/u.test(sentence.slice(at + ending.length)) ? null : capital(behind[1].trim());
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Stems, in the languages of the tables of names. */
const harm = /attack|malicious|exploit|backdoor|poison|tamper|angriff|angreif|bösartig|schadcode|manipul|attaqu|malveill|piég|ataque|atacante|malicios|攻撃|悪意|هجوم|مهاجم|خبيث/iu;

/** Where a passage tells of attacks: the items of a list behind a dash or a colon, and the sentences that follow. */
function threatsIn(body: readonly Passage[]): string[] {
  return body.flatMap(({ sentences }) => {
    const first = sentences.findIndex((sentence) => harm.test(sentence));
    if (first < 0) return [];
    return [...sentences.slice(first).filter((sentence) => harm.test(sentence)).flatMap(listedThreats), ...sentences.slice(first + 1).filter((sentence) => sentence.length <= longest).map((sentence) => capital(sentence.replace(/^(?:and|und|et|y|e)\s+/iu, '')))];
  });
}

function listedThreats(sentence: string): string[] {
  const sign = Math.max(sentence.lastIndexOf(' — '), sentence.lastIndexOf(' – '), sentence.lastIndexOf(': '));
  const items = sentence.slice(sign + 1).split(/[,;،、]\s*/).map((item) => item.replace(/^[\s—–:-]+|[.。]$/g, '').replace(/^(?:and|or|und|oder|et|ou|y|o)\s+/iu, '').trim());
  return sign < 0 || items.length < 2 ? [] : items.filter((item) => item !== '' && item.length <= 80);
}

/** Words this long name something; shorter ones stand in every sentence. */
const telling = 5;

/** By the file's own name, else by a word of what is said about it; a whole sentence has to begin with it. */
function threatTo({ name, entries }: FileEntry, about: string | null, threats: readonly string[]): string | null {
  const label = labelWords(name);
  const speaksOf = (threat: string, words: readonly string[]): boolean => (/[.!?。]$/.test(threat) ? beginsWith(wordsOf(threat), words) : containsAll(wordsOf(threat), words) !== null);
  const named = name.startsWith('.') ? undefined : threats.find((threat) => speaksOf(threat, label));
  if (named !== undefined || about === null || entries.length > 0) return named ?? null;
  const words = wordsOf(about).filter(({ text }) => text.length >= telling).map(({ text }) => text);
  // In the very form: “model” is no “modern”.
  return threats.find((threat) => words.some((word) => wordsOf(threat).slice(0, 2).some(({ text }) => text === word))) ?? null;
}
