/** What is drawn on a slide: its fences, else what the outline's brief asks for, completed from the narration (authoring R16). */
import type { Slide } from '../../course/course.ts';
import { stepsOf, type Visual } from '../../course/visual.ts';
import type { LessonDocument, SectionNode } from '../2-parse/document.ts';
import { withAutomaticCues } from './auto-cues.ts';
import { readNarration } from './cues.ts';
import type { Report } from './report.ts';
import { short, type Shown } from './slide-outline.ts';
import type { Spoken } from './slide-script.ts';
import type { CuedFile, FindVoice } from './slide-voices.ts';
import { plainText, rememberOffsets, type Offsets } from './tree.ts';
import { sentencesIn } from './sentences.ts';
import { factsFrom, fillIn, type Filled } from './visuals/fill-in.ts';
import { quotedIn } from './visuals/brief-text.ts';
import { readBrief, type Surroundings } from './visuals/read-brief.ts';

export interface SlideContext {
  document: LessonDocument;
  report: Report;
  offsets: Offsets;
  references: readonly string[];
  findVoice: FindVoice;
}

/** Texts of the lesson's references, in which the authors of a paper are found. */
export function slideContext(sections: readonly SectionNode[], document: LessonDocument, { report, findVoice }: Pick<SlideContext, 'report' | 'findVoice'>): SlideContext {
  const references = sections.filter(({ role }) => role === 'references').flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === 'list' ? block.children.map((entry) => plainText([entry])) : [plainText([block])])));
  return { document, report, offsets: rememberOffsets(document.source), references, findVoice };
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
  const voice = context.findVoice(number, files);
  return { number, title, narration: prose, sentences: withAutomaticCues(sentences, visuals), brief: outline?.brief ?? null, visuals, ...(voice === null ? {} : { voice }) };
}

interface Briefed {
  number: number;
  title: string;
  outline: Shown;
  script: Spoken | undefined;
  opening: boolean;
}

function fromBrief({ number, title, outline, script, opening }: Briefed, { document, report, references }: SlideContext): Visual[] {
  const brief = outline.brief ?? '';
  const around: Surroundings = {
    title,
    opening,
    lesson: { code: document.title?.code ?? null, title: document.title?.text ?? '', duration: document.fields.get('duration')?.value ?? null },
    references,
  };
  const spoken = (script?.narration ?? []).flatMap((block) => {
    const text = plainText([block]).replace(/\[(?:SHOW|HIDE|PAUSE|SAY|AUDIO|VIDEO)\b[^\]]{0,200}\]/g, ' ');
    return sentencesIn(text).map(({ start, end }) => text.slice(start, end));
  });
  const read = readBrief(brief, around);
  const filled: Filled<Visual>[] = read.map((visual) => fillIn(visual, spoken));
  const place = document.source.place(outline.at.start, outline.at.end);
  if (filled.length === 0) {
    const bullets = bulletsFor(brief, spoken);
    report.add('slide/brief-not-drawn', place, { number, brief: short(brief), bullets: bullets === null ? 0 : bullets.labels.length });
    return bullets === null ? [] : [bullets.value];
  }
  return filled.map(({ value }) => value);
}

/** Words in quotes are meant for the slide; else what the narration counts or explains. The brief itself is never shown. */
function bulletsFor(brief: string, spoken: readonly string[]): Filled<Visual> | null {
  const frame = { title: null, caption: null, description: null };
  const quotes = quotedIn(brief).map(({ text }) => text).slice(0, 8);
  if (quotes.length === 0) return factsFrom(spoken, frame);
  return { value: { kind: 'facts', ...frame, facts: quotes.map((label) => ({ label, detail: null, references: [] })) }, labels: quotes, sentence: null };
}
