/** A checked lesson as plain data for another thread: all that the course has to know of it, without the trees of its prose. */
import type { Lesson } from '../../course/course.ts';
import type { Item } from '../../course/item.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { CheckedLesson } from './check-lesson.ts';
import { ownLabels } from './own-labels.ts';
import { newReport } from './report.ts';

export interface CarriedLesson extends Omit<CheckedLesson, 'report'> {
  found: Diagnostic[];
}

export function carry({ report, ...checked }: CheckedLesson): CarriedLesson {
  return {
    ...checked,
    lesson: bareLesson(checked.lesson),
    sections: checked.sections.map((section) => ({ ...section, parts: section.parts.map((part) => ({ ...part, blocks: [] })) })),
    items: checked.items.map((unnamed) => ({ ...unnamed, item: bareItem(unnamed.item) })),
    distant: checked.distant.map((link) => ({ ...link, node: { url: link.node.url } })),
    found: report.all(),
  };
}

export function unpack({ found, ...checked }: CarriedLesson): CheckedLesson {
  return { ...checked, report: newReport(ownLabels(checked.labels), found) };
}

function bareLesson<L extends Omit<Lesson, 'key' | 'sections' | 'items'>>(lesson: L): L {
  const { prerequisites: _, ...details } = lesson.details;
  return {
    ...lesson,
    details,
    objectives: lesson.objectives.map((objective) => ({ ...objective, prose: [] })),
    slides: lesson.slides.map((slide) => ({ ...slide, narration: [], sentences: [], visuals: [] })),
    terms: lesson.terms.map((term) => ({ ...term, definition: [] })),
    references: lesson.references.map((reference) => ({ ...reference, prose: [] })),
    definitions: [],
  };
}

function bareItem(item: Item): Item {
  const bare = { prompt: [], why: null, hints: [], feedbackRight: null, feedbackWrong: null };
  switch (item.type) {
    case 'single':
    case 'multiple':
      return { ...item, ...bare, options: bareChoices(item.options) };
    case 'hotspot':
      return { ...item, ...bare, options: bareChoices(item.options) };
    case 'matching':
    case 'categorise':
      return { ...item, ...bare, pairs: bareChoices(item.pairs), targets: bareTexts(item.targets) };
    case 'ordering':
    case 'likert':
      return { ...item, ...bare, steps: bareTexts(item.steps) };
    case 'fill-in':
      // Questions with the same words are told apart by their blanks as they stand, trees included.
      return { ...item, ...bare, body: null };
    case 'short-answer':
      return { ...item, ...bare, model: [], check: [] };
    case 'true-false':
    case 'numeric':
      return { ...item, ...bare };
  }
}

function bareTexts<T extends { prose: unknown }>(all: readonly T[]): (T & { prose: [] })[] {
  return all.map((each) => ({ ...each, prose: [] }));
}

function bareChoices<T extends { prose: unknown; feedback: unknown }>(all: readonly T[]): (T & { prose: []; feedback: null })[] {
  return all.map((each) => ({ ...each, prose: [], feedback: null }));
}
