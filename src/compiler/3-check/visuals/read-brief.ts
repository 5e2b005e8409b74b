/** From the brief of a slide, an instruction in prose, to the visual it asks for (authoring R16). */
import type { AxisRange, AxisVisual, CardVisual, Entry, FactsVisual, FlowNode, FlowVisual, LoopVisual, QuadrantVisual, StagesVisual, Visual, VisualFrame, VisualKind } from '../../../course/visual.ts';
import { amountOf } from './amounts.ts';
import { AXIS_COUNT, naturalScale } from './axis.ts';
import { bare, chainIn, chainsIn, hasAny, indexOfAny, listAfter, quotedAfter, quotedIn } from './brief-text.ts';
import { BRIEF_WORDS, CAPTION_WORDS, DESCENT_WORDS, LANDSCAPE_WORDS, PAPER_WORDS, PROCESS_WORDS, REPEAT_WORDS, RIGHT_WORDS, SUBTITLE_WORDS, TAG_WORDS, TITLE_WORDS } from './brief-words.ts';
import { branches, entryIn, readShape } from './brief-shapes.ts';
import { codeAndWords } from './card.ts';
import { withReferences } from './fence-lines.ts';
import { readBriefTree, readTypedTree } from './brief-tree.ts';
import { FLOW_COUNT, flowNodes } from './flow.ts';
import { LANDSCAPE } from './landscape.ts';
import { COUNTS } from './rows.ts';

/** What stands around a brief and may be needed to draw it. */
export interface Surroundings {
  /** Of the slide. */
  title: string;
  /** First slide of the lesson. */
  opening: boolean;
  /** Its objectives stand on its first slide. */
  lesson: { code: string | null; title: string; duration: string | null; objectives: readonly string[] };
  references: readonly string[];
  /** Entries of a list below the brief, and all of it as typed. */
  items: readonly string[];
  typed: string;
}

/** A brief is a few lines; what is longer is not read further. */
const longest = 2000;

/** [] when the brief asks for nothing that can be drawn from it. Nothing in it is ever shown but quoted words and listed items. */
export function readBrief(written: string, around: Surroundings): Visual[] {
  const brief = written.slice(0, longest);
  const caption = quotedAfter(brief, CAPTION_WORDS)?.text ?? null;
  const frame: VisualFrame = { title: null, caption, description: null };
  const next = nextCard(brief, frame);
  if (next !== null) return [next];
  const landscape: Visual[] = hasAny(brief, LANDSCAPE_WORDS) ? [landscapeOf(caption === null ? frame : { title: null, caption: null, description: null })] : [];
  const typed = readTypedTree(around.typed, frame);
  if (typed !== null) return [typed];
  const visual = firstRead(brief, frame, around) ?? listBelow(brief, frame, around);
  if (visual !== null) return [visual, ...landscape];
  const alone = landscape.length > 0 ? landscape : hasAny(brief, DESCENT_WORDS) ? [landscapeOf(frame)] : [];
  // “Big title, logo in the corner”: the first slide of a talk.
  if (alone.length === 0 && around.opening && [brief, around.title].some((words) => hasAny(words, TITLE_WORDS))) return [titleCard(frame, around)];
  return alone;
}

/** Some words name a kind that another word of the same brief means: “a scale … as bullets”. */
function firstRead(brief: string, frame: VisualFrame, around: Surroundings): Visual | null {
  const asked = BRIEF_WORDS.filter(({ words }) => hasAny(brief, words)).map(({ kind }) => kind);
  const plain = asked.filter((kind): kind is VisualKind => kind === 'card' || kind === 'facts');
  const read = (kinds: readonly VisualKind[]): Visual | null => kinds.map((kind) => readers[kind]?.(brief, frame, around) ?? null).find((visual) => visual !== null) ?? null;
  return read(asked.filter((kind) => !plain.includes(kind))) ?? readShape(brief, frame) ?? read([...plain, 'flow', 'card']);
}

/** Bullets below “List of the three worst:” are what it lists; below other words they are instructions. */
function listBelow(brief: string, frame: VisualFrame, { items }: Surroundings): Visual | null {
  const [first] = items;
  if (first === undefined || items.length < 2 || items.some((item) => item.length > 200)) return null;
  const lead = brief.slice(0, Math.max(0, brief.indexOf(first))).trim();
  const asked = BRIEF_WORDS.find(({ words }) => hasAny(lead, words))?.kind ?? null;
  if (asked === null && !/[:：]$/.test(lead)) return null;
  const entry = items.map(entryIn);
  if ((asked === 'stages' || asked === 'quadrant') && within(entry, COUNTS[asked])) return asked === 'stages' ? { kind: 'stages', ...frame, name: null, stages: entry, others: [] } : { kind: 'quadrant', ...frame, cells: entry };
  if (asked === 'loop' && within(entry, COUNTS.loop)) return { kind: 'loop', ...frame, steps: entry, repeat: null };
  return within(entry, COUNTS.facts) ? { kind: 'facts', ...frame, facts: entry } : null;
}

function landscapeOf(frame: VisualFrame): Visual {
  return { ...LANDSCAPE, labels: { ...LANDSCAPE.labels }, ...frame };
}

type Reader = (brief: string, frame: VisualFrame, around: Surroundings) => Visual | null;

const readers: Partial<Record<VisualKind, Reader>> = {
  filetree: readBriefTree,
  quadrant: briefQuadrant,
  axis: briefAxis,
  loop: briefLoop,
  stages: briefStages,
  card: briefCard,
  facts: briefFacts,
  flow: briefFlow,
};

function entries(items: readonly string[]): Entry[] {
  return items.map((item) => {
    const { words, references } = withReferences(item);
    return { label: bare(words), detail: null, references };
  });
}

function within<T>(list: readonly T[], { least, most }: { least: number; most: number }): boolean {
  return list.length >= least && list.length <= most;
}

function wordsAt(kind: VisualKind, brief: string): number {
  const known = BRIEF_WORDS.find((each) => each.kind === kind);
  return known === undefined ? 0 : Math.max(0, indexOfAny(brief, known.words));
}

/** A quoted lesson code: `"L1.3 — LLMs explained, ~35 min."` */
function nextCard(brief: string, frame: VisualFrame): CardVisual | null {
  const text = bare(brief.trim().replace(/(?<=["”“»」])\.$/, ''));
  const { code, words } = codeAndWords(text);
  if (code === null || quotedIn(brief).length > 1) return null;
  const [heading = '', ...facts] = words.split(/\s*,\s+(?=[~≈]?\s*\d)|\s*[(（](?=[~≈]?\s*\d)|[)）]$/).filter((part) => part !== '');
  return { kind: 'card', ...frame, variant: 'next', eyebrow: code, heading, subtitle: null, facts, cases: [], objectives: [] };
}

/** A brief that names a card, or that only says which words stand on the slide. */
function briefCard(brief: string, frame: VisualFrame, around: Surroundings): CardVisual | null {
  const card = BRIEF_WORDS.find(({ kind }) => kind === 'card');
  const named = card !== undefined && (hasAny(brief, card.words) || /^\s*(?:an?\s+|the\s+)?card\.?\s*$/i.test(brief));
  const quotes = quotedIn(brief).filter(({ text }) => text !== frame.caption);
  const subtitle = quotedAfter(brief, SUBTITLE_WORDS);
  const startsQuoted = quotes[0] !== undefined && brief.slice(0, quotes[0].start).trim() === '' && quotes.length === (subtitle === null ? 1 : 2);
  if (!named && !startsQuoted && subtitle === null) return null;
  if (hasAny(brief, PAPER_WORDS)) return paperCard(quotes[0]?.text ?? null, frame, around);
  const heading = quotes.find(({ start }) => start !== subtitle?.start)?.text;
  const introduced = titleCard(frame, around);
  return { ...introduced, heading: heading === undefined ? introduced.heading : bare(heading), subtitle: subtitle?.text ?? null };
}

/** The first slide introduces the lesson, others themselves. */
function titleCard(frame: VisualFrame, { title, lesson, opening }: Surroundings): CardVisual {
  const bareCard = { kind: 'card', ...frame, variant: 'title', subtitle: null, cases: [], objectives: [] } satisfies Partial<CardVisual>;
  if (!opening) return { ...bareCard, eyebrow: null, heading: title, facts: [] };
  return { ...bareCard, eyebrow: lesson.code, heading: lesson.title, facts: lesson.duration === null ? [] : [lesson.duration], objectives: [...lesson.objectives] };
}

/** Authors, year and source from the reference that names the paper. */
function paperCard(takeaway: string | null, frame: VisualFrame, { title, references }: Surroundings): CardVisual {
  const reference = references.find((text) => text.toLowerCase().includes(title.toLowerCase()));
  const year = /[(,\s]((?:19|20)\d\d)\b/.exec(reference ?? '')?.[1];
  const arxiv = /arxiv(?:\.org\/(?:abs|pdf)\/|:\s?)(\d{4}\.\d{4,5})/i.exec(reference ?? '')?.[1];
  const authors = /^([^"“„«(]{2,80}?)[,.]?\s*["“„«(]/.exec(reference ?? '')?.[1]?.trim();
  const by = [authors, year].filter((part) => part !== undefined).join(', ');
  return { kind: 'card', ...frame, variant: 'paper', eyebrow: by === '' ? null : by, heading: title, subtitle: takeaway, facts: arxiv === undefined ? [] : [`arXiv:${arxiv}`], cases: [], objectives: [] };
}

function briefFlow(brief: string, frame: VisualFrame): FlowVisual | FactsVisual | LoopVisual | null {
  const several = branches(brief, frame);
  if (several !== null) return several;
  const chain = chainIn(brief);
  // Steps in a list are a flow too.
  const steps = chain === null && (hasAny(brief, PROCESS_WORDS) || /(?:^|[\s:])[(（]?1[.)）]\s/.test(brief)) ? listAfter(brief, Math.max(0, indexOfAny(brief, PROCESS_WORDS))) : [];
  const nodes = chain === null ? entries(steps).map((entry): FlowNode => ({ type: 'box', entry })) : flowNodes(chain);
  const round = nodes === null ? [] : nodes.flatMap((node) => (node.type === 'box' ? [node.entry] : []));
  // What ends where it began comes round.
  if (nodes !== null && round.length === nodes.length && round.length > 3 && round.at(-1)?.label.toLowerCase() === round[0]?.label.toLowerCase()) return { kind: 'loop', ...frame, steps: round.slice(0, -1), repeat: null };
  if (nodes === null || !within(nodes, FLOW_COUNT)) return null;
  const named = /\b(?:pair|group|both|frame)\b[^.;]{0,40}?\b(?:as|is|called|makes)\s+an?\s+([\p{L}-]{2,30})/iu.exec(brief)?.[1];
  return { kind: 'flow', ...frame, nodes, groupLabel: named ?? null };
}

function chainEntries(brief: string): Entry[] {
  return entriesOf(chainIn(brief) ?? '');
}

function entriesOf(chain: string): Entry[] {
  const nodes = flowNodes(chain) ?? [];
  return nodes.flatMap((node) => (node.type === 'box' ? [node.entry] : []));
}

function briefStages(brief: string, frame: VisualFrame): StagesVisual | null {
  const chains = chainsIn(brief).map(({ name, words }) => ({ name, stages: entriesOf(words) })).filter(({ stages }) => within(stages, COUNTS.stages));
  const stages = chains[0]?.stages ?? inOrder(listAfter(brief, wordsAt('stages', brief)));
  // A second way up needs to say where.
  const others = chains.slice(1, 3).flatMap(({ name, stages: each }) => (name === null ? [] : [{ name, stages: each }]));
  return within(stages, COUNTS.stages) ? { kind: 'stages', ...frame, name: others.length === 0 ? null : (chains[0]?.name ?? null), stages, others } : null;
}

const low = /\s+(?:at the bottom|unten|en bas|abajo|na base)$/iu;
const high = /\s+(?:(?:at|on) (?:the )?top|(?:ganz )?oben|en haut|arriba|no topo)$/iu;
const between = /\s+(?:in the middle|in der mitte|au milieu|en medio|no meio)$/iu;

/** From the bottom to the top, where the items say where they lie. */
function inOrder(items: readonly string[]): Entry[] {
  const stages = entries(items.map((item) => item.replace(low, '').replace(high, '').replace(between, '')));
  return high.test(items[0] ?? '') && low.test(items.at(-1) ?? '') ? stages.reverse() : stages;
}

function briefLoop(brief: string, frame: VisualFrame): LoopVisual | null {
  const chain = chainEntries(brief);
  const found = chain.length > 0 ? chain : entries(listAfter(brief, wordsAt('loop', brief)).map((item) => item.replace(/\s*[(（]([^()（）]{1,30})[)）]$/, (whole, words: string) => (saysLoop(words) ? '' : whole))));
  const last = found.at(-1);
  const comesRound = found.length > 2 && last?.label.toLowerCase() === found[0]?.label.toLowerCase();
  const isRepeat = last !== undefined && hasAny(last.label, REPEAT_WORDS);
  const steps = comesRound || isRepeat ? found.slice(0, -1) : found;
  return within(steps, COUNTS.loop) ? { kind: 'loop', ...frame, steps, repeat: isRepeat ? last : null } : null;
}

/** Whether words in brackets only say that it is a loop. */
function saysLoop(words: string): boolean {
  return BRIEF_WORDS.some((each) => each.kind === 'loop' && hasAny(words, each.words));
}

function briefFacts(brief: string, frame: VisualFrame): FactsVisual | null {
  const listed = listAfter(brief, wordsAt('facts', brief));
  const quotes = quotedIn(brief).filter(({ text }) => text !== frame.caption);
  const facts = (quotes.length > 1 || listed.length < 2 ? quotes.map(({ text }) => text) : listed).map(entryIn);
  const shared = /\b(?:references?\s+(?:to\s+)?)?(?:module|modul)\s+(\d{1,2})\b/iu.exec(brief)?.[1];
  const referred = shared === undefined ? facts : facts.map((fact) => (fact.references.length > 0 ? fact : { ...fact, references: [`M${shared}`] }));
  return within(facts, COUNTS.facts) ? { kind: 'facts', ...frame, facts: referred } : null;
}

function briefQuadrant(brief: string, frame: VisualFrame): QuadrantVisual | null {
  const cells = listAfter(brief, wordsAt('quadrant', brief)).map(entryIn);
  return within(cells, COUNTS.quadrant) ? { kind: 'quadrant', ...frame, cells } : null;
}

/** Stretches stand in quotes with their numbers, or in a list behind the two ends. */
function briefAxis(brief: string, frame: VisualFrame): AxisVisual | null {
  const tagAt = indexOfAny(brief, TAG_WORDS);
  const quotes = quotedIn(brief).filter(({ text }) => text !== frame.caption);
  const tagged = quotes.filter(({ start }) => tagAt >= 0 && start > tagAt);
  const named = quotes.filter((quote) => !tagged.includes(quote)).map(({ text }) => text);
  const numbered = named.map(rangeOf);
  const listed = listAfter(brief, wordsAt('axis', brief)).filter((item) => !quotes.some(({ text }) => item === text));
  const hasNumbers = numbered.some(({ range }) => range.low !== null);
  const found = hasNumbers || listed.length < 2 ? numbered : listed.map(rangeOf);
  const ranges = found.map(({ range }) => range);
  if (!within(ranges, AXIS_COUNT)) return null;
  const scale = naturalScale(ranges);
  const [from = null, to = null] = hasNumbers || listed.length < 2 ? [] : named;
  const tags = tagged.map(({ text, end }) => ({ text, at: tagPlace(brief.slice(end), ranges) }));
  return { kind: 'axis', ...frame, scale, unit: found.find(({ unit }) => unit !== null)?.unit ?? null, from, to, ranges, tags };
}

/** `Fine-tune ($100-$5K)`, `1991 World Wide Web` */
function rangeOf(text: string): { range: AxisRange; unit: string | null } {
  const [, from, to, words] = /^(\d{4})(?:\s?[-–—]\s?(\d{4}))?[\s:：–—-]+(\S.*)$/.exec(text) ?? [];
  if (from !== undefined && words !== undefined && Number(to ?? from) >= Number(from)) return { range: { label: words, detail: null, low: Number(from), high: Number(to ?? from), written: to === undefined ? from : `${from}–${to}` }, unit: null };
  const match = /^(.*\S)\s*[(（]([^()（）]{1,60})[)）]$/.exec(text);
  const amount = match === null ? null : amountOf(match[2] ?? '');
  if (match === null || amount === null || amount.low > amount.high) return { range: { label: text, detail: null, low: null, high: null, written: null }, unit: null };
  return { range: { label: match[1] ?? text, detail: null, low: amount.low, high: amount.high, written: (match[2] ?? '').replace(/(?<=\S)\s?-\s?(?=\S)/, '–') }, unit: amount.unit };
}

/** The stretch that the words behind a tag name, else the end that they name; the left one when they name none. */
function tagPlace(rest: string, ranges: readonly AxisRange[]): number {
  const words = rest.toLowerCase();
  const named = ranges.findIndex(({ label }) => words.includes(label.toLowerCase()));
  if (named >= 0) return named;
  return hasAny(rest, RIGHT_WORDS) ? ranges.length - 1 : 0;
}

