/** What is drawn on a slide: its fences, else what the outline's brief asks for, completed from the narration (authoring R16). */
import type { RootContent, Table, TableRow } from 'mdast';
import type { Slide } from '../../course/course.ts';
import { stepsOf, type Visual } from '../../course/visual.ts';
import type { LessonDocument, SectionNode } from '../2-parse/document.ts';
import { withAutomaticCues } from './auto-cues.ts';
import { readNarration } from './cues.ts';
import type { Report } from './report.ts';
import type { CourseFiles } from './safety-links.ts';
import { withCaptions } from './slide-captions.ts';
import { short, type Shown } from './slide-outline.ts';
import type { Spoken } from './slide-script.ts';
import type { CuedFile, FindVoice } from './slide-voices.ts';
import { plainText, rememberOffsets, type Offsets } from './tree.ts';
import { sentencesIn } from './sentences.ts';
import { tellFiles, type Passage } from './visuals/file-facts.ts';
import { factsFrom, fillIn, type Filled } from './visuals/fill-in.ts';
import { listAfter, quotedIn } from './visuals/brief-text.ts';
import { readBrief, type Surroundings } from './visuals/read-brief.ts';

export interface SlideContext {
  document: LessonDocument;
  report: Report;
  offsets: Offsets;
  references: readonly string[];
  objectives: readonly string[];
  /** The reading text; asked for by trees of files alone. */
  body(): readonly Passage[];
  findVoice: FindVoice;
  files: CourseFiles;
}

/** Texts of the lesson's references, in which the authors of a paper are found. */
export function slideContext(sections: readonly SectionNode[], document: LessonDocument, { report, findVoice, files, objectives }: Pick<SlideContext, 'report' | 'findVoice' | 'files' | 'objectives'>): SlideContext {
  const references = sections.filter(({ role }) => role === 'references').flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === 'list' ? block.children.map((entry) => plainText([entry])) : [plainText([block])])));
  return { document, report, offsets: rememberOffsets(document.source), references, objectives, body: () => bodyOf(sections), findVoice, files };
}

const READ = new Set<SectionNode['role']>(['primer', 'content', 'example', 'terms']);

function bodyOf(sections: readonly SectionNode[]): Passage[] {
  return sections.filter(({ role }) => READ.has(role)).flatMap(({ blocks }) => blocks.flatMap(passagesIn));
}

function passagesIn(block: RootContent): Passage[] {
  if (block.type === 'list') return block.children.flatMap((entry) => entry.children.flatMap(passagesIn));
  if (block.type === 'table') return block.children.map(({ children }) => ({ sentences: [], cells: children.map((cell) => plainText([cell])) }));
  const text = plainText([block]);
  return [{ sentences: sentencesIn(text).map(({ start, end }) => text.slice(start, end).trim()), cells: [] }];
}

export interface BareSlide {
  number: number;
  title: string;
  script: Spoken | undefined;
  outline: Shown | undefined;
}

export function completeSlide({ number, title, script, outline }: BareSlide, opening: boolean, context: SlideContext): Slide {
  const narration = script?.narration ?? [];
  const fenced = [...(script?.visuals ?? []), ...(outline?.visuals ?? [])];
  const visuals = fenced.length > 0 || outline?.brief == null ? fenced : fromBrief({ number, title, outline, script, opening }, context);
  const steps = visuals.flatMap(stepsOf);
  const files: CuedFile[] = [];
  const { prose, sentences } = readNarration(narration, { steps, slide: number, offsets: context.offsets, source: context.document.source, report: context.report, files });
  const { recording, captions } = context.findVoice(number, files);
  const said = withAutomaticCues(sentences, visuals);
  const timed = captions === null ? said : withCaptions(said, { number, recorded: recording !== null, captions, files: context.files, source: context.document.source, report: context.report });
  return { number, title, narration: prose, sentences: timed, brief: outline?.brief ?? null, visuals, ...(recording === null ? {} : { voice: recording }) };
}

interface Briefed {
  number: number;
  title: string;
  outline: Shown;
  script: Spoken | undefined;
  opening: boolean;
}

function fromBrief({ number, title, outline, script, opening }: Briefed, { document, report, references, objectives, body }: SlideContext): Visual[] {
  const brief = outline.brief ?? '';
  const around: Surroundings = {
    title,
    opening,
    lesson: { code: document.title?.code ?? null, title: document.title?.text ?? '', duration: document.fields.get('duration')?.value ?? null, objectives },
    references,
    items: outline.items,
    typed: outline.typed,
  };
  const spoken = (script?.narration ?? []).flatMap(sentencesOf);
  const read = readBrief(brief, around);
  const filled: Filled<Visual>[] = read.map((visual) => fillIn(visual, spoken, brief, () => body().flatMap((passage) => passage.sentences)));
  const place = document.source.place(outline.at.start, outline.at.end);
  if (filled.length === 0) {
    const bullets = bulletsFor(brief, spoken);
    report.add('slide/brief-not-drawn', place, { number, brief: short(brief), bullets: bullets === null ? 0 : bullets.labels.length });
    return bullets === null ? [] : [bullets.value];
  }
  return filled.map(({ value }) => (value.kind === 'filetree' ? { ...value, entries: tellFiles(value.entries, body()) } : value));
}

/** Each item of a list begins a sentence, with a full stop before it or without. */
function sentencesOf(block: RootContent): string[] {
  if (block.type === 'table') return columnsOf(block);
  if (block.type === 'list') return block.children.flatMap(({ children }) => children.flatMap(sentencesOf));
  const text = plainText([block]).replace(/\[(?:SHOW|HIDE|PAUSE|SAY|AUDIO|VIDEO)\b[^\]]{0,200}\]/g, ' ');
  return sentencesIn(text).map(({ start, end }) => text.slice(start, end));
}

/** What a table says, as sentences: “for language: early layers: syntax; middle layers: semantics”. */
function columnsOf({ children: [head, ...rows] }: Table): string[] {
  const cell = (row: TableRow | undefined, column: number): string => plainText(row?.children.slice(column, column + 1) ?? []).trim();
  return (head?.children ?? []).slice(1).map((_, index) => `${PREPOSITION} ${cell(head, index + 1)}: ${rows.map((row) => `${cell(row, 0)}: ${cell(row, index + 1)}`).join('; ')}`);
}

/** Before the name of a field, as somebody would say it. */
const PREPOSITION = 'for';

/** Drawings of another kind that say what is in them. */
const DRAWINGS = /(?:venn|org(?:anisation|anization)? ?chart|organi(?:gramm|gramme|grama)|network (?:map|diagram)|netzplan|diagrammes? de venn)[\p{L}-]*/iu;

function namesIn(brief: string): string[] {
  const quotes = quotedIn(brief).map(({ text }) => text);
  const at = DRAWINGS.exec(brief);
  if (quotes.length > 0 || at === null) return quotes.slice(0, 8);
  const words = brief.slice(at.index + at[0].length).replace(/^\s*(?:diagrams?\s+)?(?:of|showing|with|for|von|mit|aus|de|des|avec|con)\s+/iu, ': ');
  const listed = listAfter(words, 0);
  return listed.length > 1 && listed.every((item) => item.length <= 40) ? listed.slice(0, 8) : [];
}

/** Words in quotes are meant for the slide; else what the narration counts or explains. The brief itself is never shown. */
function bulletsFor(brief: string, spoken: readonly string[]): Filled<Visual> | null {
  const frame = { title: null, caption: null, description: null };
  const quotes = namesIn(brief);
  if (quotes.length === 0) return factsFrom(spoken, frame);
  return { value: { kind: 'facts', ...frame, facts: quotes.map((label) => ({ label, detail: null, references: [] })) }, labels: quotes, sentence: null };
}
