/** Levels that a narration tells of: “early layers detect edges, middle layers textures, late layers object parts” (visuals 3.3, slide 3). */
import type { Entry, StageRow, StagesVisual } from '../../../course/visual.ts';
import { fold } from '../../2-parse/table-language.ts';
import { containsAll, labelWords, wordsOf, type Word } from '../match-words.ts';

/** From the lowest to the highest, in the languages of the tables of names. */
const ranks = [
  'early earlier first lower shallow novice beginners fruhe fruhen untere unteren erste ersten premieres premiers basses primeras primeros tempranas iniciales 初期 最初 浅い المبكرة الاولى',
  'middle mid intermediate mittlere mittleren intermediaires moyennes medianes intermedias intermedios medias 中間 中盤 الوسطى المتوسطة',
  'late later last upper deep deeper final advanced experts spate spaten obere oberen tiefe tiefen letzte letzten dernieres derniers profondes hautes ultimas ultimos profundas tardias finales 後期 最後 深い المتاخرة الاخيرة العميقة',
].map((words) => new Set(words.split(' ').map(fold)));

interface Level {
  /** `early layers` */
  level: string;
  /** `edges` */
  object: string;
}

interface Levels {
  /** `language`, of “Same intuition for language: early layers …”. */
  name: string | null;
  levels: Level[];
}

/** A sentence that is longer tells more than its levels. */
const longest = 400;

export function levelsIn(sentence: string): Levels | null {
  if (sentence.length > longest) return null;
  const words = wordsOf(sentence);
  const spots: number[] = [];
  for (const rank of ranks) {
    const from = (spots.at(-1) ?? -1) + 1;
    const at = words.findIndex(({ text }, i) => i >= from && rank.has(text));
    if (at < 0) return null;
    spots.push(at);
  }
  const starts = spots.map((spot, i) => clauseStart(sentence, words[spot]?.at ?? 0, i === 0 ? 0 : (words[(spots[i - 1] ?? 0) + 1]?.at ?? 0)));
  const clauses = starts.map((start, i) => ({ start, end: starts[i + 1] ?? sentence.length, level: words[spots[i] ?? 0] as Word }));
  const levels = clausesRead(sentence, clauses, words);
  return levels === null ? null : { name: fieldNamed(sentence.slice(0, starts[0])), levels };
}

interface Clause {
  start: number;
  end: number;
  level: Word;
}

/** Behind the last comma, colon or “and” before a word. */
function clauseStart(sentence: string, at: number, least: number): number {
  const before = sentence.slice(least, at);
  const signs = [...before.matchAll(/[,;:،؛、，；：]\s*(?:(?:and|und|et|y|e|و)\s+)?|\s(?:and|und|et|y|while|während|tandis que|mientras)\s/giu)];
  const last = signs.at(-1);
  return last === undefined ? least : least + last.index + last[0].length;
}

/** What the levels share is what they are levels of; a word of doing may follow, the rest is what is done. */
function clausesRead(sentence: string, clauses: readonly Clause[], words: readonly Word[]): Level[] | null {
  const inside = clauses.map(({ start, end }) => words.filter(({ at }) => at >= start && at < end));
  const shared = sharedWords(inside);
  const apart = (text: string): number => clauses.reduce((sum, { level }, i) => sum + Math.abs((inside[i] ?? []).indexOf(level) - (inside[i] ?? []).findIndex((word) => word.text === text)), 0);
  const [noun] = [...shared].sort((a, b) => apart(a) - apart(b));
  if (noun === undefined) return null;
  const lastShared = clauses.map(({ level }, i) => Math.max((inside[i] ?? []).indexOf(level), ...shared.map((text) => (inside[i] ?? []).findIndex((word) => word.text === text))));
  // “early layers detect edges, middle layers textures”: what is done is said once.
  const saidOnce = inside.some((own, i) => i > 0 && own.length === (lastShared[i] ?? 0) + 2);
  const levels = clauses.flatMap(({ end, level }, i): Level[] => {
    const own = inside[i] ?? [];
    const behind = lastShared[i] ?? 0;
    const [named, last, next] = [own.find(({ text }) => text === noun), own[behind], own[behind + 1]];
    if (named === undefined || last === undefined || next === undefined) return [];
    const doing = shared.length > 1 || (saidOnce && i > 0) || /[:：—–]/.test(sentence.slice(last.at, next.at)) ? 0 : 1;
    const from = own[behind + 1 + doing]?.at;
    const object = from === undefined ? '' : bareObject(sentence.slice(from, end));
    const rank = spelt(sentence, level).toLowerCase();
    return object === '' ? [] : [{ level: level.at < named.at ? `${rank} ${spelt(sentence, named)}` : `${spelt(sentence, named)} ${rank}`, object }];
  });
  return levels.length === clauses.length ? levels : null;
}

/** Words that all clauses have, and none ends with; articles do not count. */
function sharedWords([first = [], ...rest]: readonly (readonly Word[])[]): string[] {
  const within = (words: readonly Word[], text: string): boolean => words.slice(0, -1).some((word) => word.text === text);
  return [...new Set(first.map(({ text }) => text))].filter((text) => text.length > 3 && !ranks.some((rank) => rank.has(text)) && [first, ...rest].every((words) => within(words, text)));
}

function spelt(sentence: string, { at }: Word): string {
  return /^[\p{L}\p{N}\p{M}]+/u.exec(sentence.slice(at))?.[0] ?? '';
}

const mostWords = 6;

function bareObject(words: string): string {
  const bare = words.replace(/^(?:the|an?|die|der|das|les?|la|l['’]|des|du|los?|las|el)\s+/iu, '').replace(/[\s,;.。、،]+(?:(?:and|und|et|y|while)\s*)?$/iu, '').trim();
  return bare.split(/\s+/).length > mostWords || bare.length > 48 ? '' : bare;
}

/** `language`, at the end of what comes before the first level. */
function fieldNamed(before: string): string | null {
  const named = /(?:^|\s)(?:for|in|with|bei|beim|für|im|pour|dans|chez|para|en)\s+(?:an?\s+|the\s+|eine[mr]?\s+|einen\s+|der\s+|die\s+|das\s+|une?\s+|les?\s+|la\s+|una?\s+|el\s+)?([\p{L}][\p{L}\p{M} -]{1,28})\s*[,:：،]?\s*(?:the|die|les|las|los)?\s*$/iu.exec(before);
  return named?.[1]?.trim() ?? null;
}

interface Told extends Levels {
  /** Index of its first sentence. */
  sentence: number;
}

/** In one sentence, or in two or three that follow one another; the field may be named by the one before. */
function toldIn(sentences: readonly string[]): Told[] {
  const told: Told[] = [];
  for (let sentence = 0; sentence < sentences.length; sentence++) {
    const counts = [1, 2, 3].filter((count) => sentence + count <= sentences.length);
    const found = counts.map((count) => ({ count, levels: levelsIn(joined(sentences.slice(sentence, sentence + count))) })).find(({ levels }) => levels !== null);
    if (found?.levels == null || !hasRank(sentences[sentence] ?? '')) continue;
    told.push({ ...found.levels, name: found.levels.name ?? fieldBefore(sentences[sentence - 1] ?? ''), sentence });
    sentence += found.count - 1;
  }
  return told;
}

/** A full stop between levels is no more than a comma. */
function joined(sentences: readonly string[]): string {
  return sentences.map((text) => text.trim().replace(/[.。!]+$/, '')).join('; ');
}

function hasRank(sentence: string): boolean {
  return wordsOf(sentence).some(({ text }) => ranks[0]?.has(text) === true);
}

const alike = /(?<!\p{L})(?:same|similar|similarly|likewise|analogous|too|ähnlich\p{L}*|gleiche\p{L}*|genauso|ebenso|auch|mêmes?|pareil\p{L}*|semblables?|mism[oa]s?|similar(?:es)?|igual)(?!\p{L})/iu;
const verb = 'show|follow|have|has|do|does|work|works|behave|behaves|go|goes|climb|climbs|use|uses|see|sees|are|is|zeigen|zeigt|folgen|folgt|haben|hat|arbeiten|arbeitet|verhalten|verhält|gehen|geht|machen|macht|sind|ist|montrent|suivent|font|ont|muestran|siguen|tienen|hacen';

/** `Language models`, of “Language models show a similar pattern.”; `language`, of “The same holds for language.” */
function fieldBefore(sentence: string): string | null {
  const text = sentence.trim().replace(/[.。!:]+$/, '');
  if (!alike.test(text)) return null;
  const ending = fieldNamed(text);
  const lead = '^(?:(?:for|in|with|bei|beim|für|im|pour|dans|chez|para|en)\\s+)?(?:the\\s+|die\\s+|der\\s+|das\\s+|les\\s+|los\\s+|las\\s+)?';
  const subject = new RegExp(`${lead}([\\p{L}][\\p{L}\\p{M} -]{1,28}?)\\s*(?:,|\\s(?:${verb})(?!\\p{L}))`, 'iu').exec(text)?.[1];
  // “Companies grow in the same way.”
  const mover = new RegExp(`${lead}(\\p{L}[\\p{L}-]+(?:\\s\\p{L}+)?)\\s\\p{L}+\\s(?:in|auf|de|del|da)\\s`, 'iu').exec(text)?.[1];
  return [ending, subject, mover].map((words) => words?.trim() ?? '').find((words) => words !== '' && !alike.test(words) && !pronoun.test(words)) ?? null;
}

const pronoun = /^(?:it|this|that|they|we|you|all|here|es|das|dies|sie|man|wir|hier|ce|cela|on|esto|eso)$/iu;

/** The level of each stage, and a second row where the narration goes the same way up in another field. */
export function climb(visual: StagesVisual, sentences: readonly string[], note: (label: string, sentence: number) => void): StagesVisual {
  if (!visual.stages.every(({ detail }) => detail === null)) return visual;
  const told = toldIn(sentences);
  const own = told.map((each) => ({ ...each, fit: fitted(visual.stages, each.levels) })).find(({ fit }) => fit !== null);
  const other = visual.others.length > 0 ? undefined : told.find((each) => each.sentence !== own?.sentence && each.name !== null && fitted(visual.stages, each.levels) === null);
  // Levels of another field alone lie beside the stages where these are told by the same words.
  const beside = own?.fit == null && other !== undefined ? levelsBeside(visual.stages, sentences, other.levels) : null;
  const levels = own?.fit?.map((level) => own.levels[level]?.level ?? null) ?? beside;
  if (levels === null) return visual;
  const stages = visual.stages.map((stage, i) => ({ ...stage, detail: levels[i] ?? null }));
  note(stages[0]?.label ?? '', own?.sentence ?? other?.sentence ?? 0);
  if (other === undefined || other.name === null) return { ...visual, stages };
  note(other.name, other.sentence);
  const row: StageRow = { name: other.name, stages: other.levels.map(({ object, level }, i): Entry => ({ label: object, detail: own?.levels[i]?.level ?? level, references: [] })) };
  return { ...visual, name: visual.name ?? own?.name ?? null, stages, others: [row] };
}

/** “Edges are what the early layers notice. Textures come next, in the middle.”: of each stage the rank in the sentence that has its label. */
function levelsBeside(stages: readonly Entry[], sentences: readonly string[], levels: readonly Level[]): string[] | null {
  let last = -1;
  let met = 0;
  const found = stages.map(({ label }) => {
    const words = sentences.map(wordsOf).find((each) => containsAll(each, labelWords(label)) !== null) ?? [];
    const at = ranks.findIndex((rank, i) => i >= last && words.some(({ text }) => rank.has(text) || (i === 2 && ends.has(text))));
    if (at >= 0) met++;
    last = Math.max(last, at);
    return levels[last]?.level ?? null;
  });
  const ranked = found.filter((level) => level !== null);
  return met >= 2 && last === 2 && ranked.length === stages.length ? ranked : null;
}

/** Where levels are known, what comes at the end is the last of them. */
const ends = new Set('end finally ende schluss schließlich zuletzt fin finalement enfin final'.split(' ').map(fold));

/** For each stage the level that speaks of it; those behind the last one spoken of belong to it. null when these levels are of something else. */
function fitted(stages: readonly Entry[], levels: readonly Level[]): number[] | null {
  let last = -1;
  let met = 0;
  const found = stages.map(({ label }) => {
    const at = levels.findIndex(({ object }, i) => i >= last && containsAll(wordsOf(object), labelWords(label)) !== null);
    if (at >= 0) met++;
    last = Math.max(last, at);
    return last;
  });
  return met >= 2 && found[0] === 0 && found.at(-1) === levels.length - 1 ? found : null;
}
