/** Slides: what is spoken, from the script, and what is shown, from the outline, joined by number (authoring R14, R15). */
import type { Slide } from '../../course/course.ts';
import { fold } from '../2-parse/table-language.ts';
import type { LessonDocument, SectionNode } from '../2-parse/document.ts';
import type { Report } from './report.ts';
import type { CourseFiles } from './safety-links.ts';
import { readOutline, type Shown } from './slide-outline.ts';
import { readScript, type Spoken } from './slide-script.ts';
import { completeSlide, slideContext, type BareSlide } from './slide-visuals.ts';
import type { FindVoice } from './slide-voices.ts';
import type { Span } from './tree.ts';
import type { Fences } from './visuals/fences.ts';

export function readSlides(sections: readonly SectionNode[], { fences, document, report, ...rest }: { fences: Fences; document: LessonDocument; objectives: readonly string[]; findVoice: FindVoice; files: CourseFiles; report: Report }): Slide[] {
  const spoken = sections.filter((s) => s.role === 'script').flatMap((s) => readScript(s, fences, document, report));
  const shown = sections.filter((s) => s.role === 'outline').flatMap((s) => readOutline(s, fences, document, report));
  const context = slideContext(sections, document, { report, ...rest });
  return join(spoken, shown, document, report).map((slide, i) => completeSlide(slide, i === 0, context));
}

function join(spoken: readonly Spoken[], shown: readonly Shown[], document: LessonDocument, report: Report): BareSlide[] {
  const heard = firstOfEach(spoken, document, report);
  const seen = firstOfEach(shown, document, report);
  const numbers = [...new Set([...heard.keys(), ...seen.keys()])].sort((a, b) => a - b);
  numbers.forEach((number, i) => {
    const before = numbers[i - 1];
    const at = heard.get(number)?.at ?? seen.get(number)?.at;
    if (before === undefined || number === before + 1 || at === undefined) return;
    report.add('slide/number', document.source.place(at.start, at.end), { number, line: null, missing: before + 1, before });
  });
  return numbers.map((number) => {
    const script = heard.get(number);
    const outline = seen.get(number);
    compare(script, outline, { both: heard.size > 0 && seen.size > 0, document, report });
    const title = outline?.title || script?.title || String(number);
    return { number, title, script, outline };
  });
}

function firstOfEach<T extends { number: number; at: Span }>(slides: readonly T[], document: LessonDocument, report: Report): Map<number, T> {
  const byNumber = new Map<number, T>();
  for (const slide of slides) {
    const first = byNumber.get(slide.number);
    if (first === undefined) byNumber.set(slide.number, slide);
    else {
      const line = document.source.point(first.at.start).line;
      report.add('slide/number', document.source.place(slide.at.start, slide.at.end), { number: slide.number, line, missing: null, before: null });
    }
  }
  return byNumber;
}

function compare(script: Spoken | undefined, outline: Shown | undefined, { both, document, report }: { both: boolean; document: LessonDocument; report: Report }): void {
  // A lesson without any outline, or without any script, does not need a message for every slide.
  if (!both) return;
  const place = (at: Span) => document.source.place(at.start, at.end);
  if (script !== undefined && outline === undefined) {
    report.add('slide/no-outline', place(script.at), { number: script.number, title: script.title ?? '' });
  } else if (outline !== undefined && script === undefined) {
    report.add('slide/no-script', place(outline.at), { number: outline.number, title: outline.title });
  } else if (script?.title != null && outline !== undefined && bareWords(script.title) !== bareWords(outline.title)) {
    const line = document.source.point(outline.at.start).line;
    report.add('slide/title-differs', place(script.at), { number: script.number, script: script.title, outline: outline.title, line });
  }
}

/** Titles are compared by their words: a dash more or a capital letter less is no difference. */
function bareWords(title: string): string {
  return fold(title).replace(/[^\p{L}\p{N}+#]+/gu, ' ').trim();
}
