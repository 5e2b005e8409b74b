/** Formulas, code and diagrams to elements, by libraries that are loaded only when a lesson has such a thing. */
import type { Code, RootContent } from 'mdast';
import type { InlineMath } from '../../../course/prose-nodes.ts';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { LessonDocument, SectionNode } from '../../2-parse/document.ts';
import { newReport, type Report } from '../report.ts';
import { span, walk } from '../tree.ts';
import { kindOf, nearKind } from '../visuals/read-visual.ts';

/** Kept for the next lesson: the libraries take longer to load than most lessons to compile. */
interface Workshop {
  highlight?: typeof import('./highlight.ts');
  formula?: typeof import('./formula.ts');
  diagram?: typeof import('./diagram.ts');
}

export interface Typesetter {
  /** Puts what was made into the nodes' `data`. Private sections are left as they are. */
  typeset(document: LessonDocument): Promise<Diagnostic[]>;
}

export function newTypesetter(): Typesetter {
  const workshop: Workshop = {};
  return {
    async typeset(document) {
      const report = newReport();
      const inQuestions = new Set(drawable(document, ({ role }) => role === 'quiz'));
      for (const node of drawable(document, ({ role }) => role !== 'notes')) await draw(node, { document, report, workshop, inQuestion: inQuestions.has(node) });
      return report.all();
    },
  };
}

function drawable({ sections, definitions, source }: LessonDocument, chosen: (section: SectionNode) => boolean): (Code | InlineMath)[] {
  const found: (Code | InlineMath)[] = [];
  if (!/```|~~~|\$`/.test(source.text)) return found;
  const open: RootContent[] = [...sections.filter(chosen).flatMap(({ blocks }) => blocks), ...definitions];
  walk(open, (node) => {
    if (node.type === 'container' && node.name === 'instructor') return 'skip';
    if (node.type === 'inlineMath' || (node.type === 'code' && typeof node.lang === 'string' && !isVisual(node))) found.push(node);
  });
  return found;
}

/** Meant as a figure, whether well spelt or not: those have messages of their own. */
function isVisual(node: Code): boolean {
  return kindOf(node) !== null || nearKind(node) !== null;
}

interface Drawing {
  document: LessonDocument;
  report: Report;
  workshop: Workshop;
  inQuestion: boolean;
}

async function draw(node: Code | InlineMath, { document: { source }, report, workshop, inQuestion }: Drawing): Promise<void> {
  if (node.type === 'inlineMath' || node.lang?.toLowerCase() === 'math') {
    workshop.formula ??= await import('./formula.ts');
    workshop.formula.drawFormula(node, source, report);
  } else if (node.lang?.toLowerCase() === 'mermaid') {
    if (inQuestion) return report.add('diagram/in-question', source.place(span(node).start, span(node).start + 3 + node.lang.length), {});
    workshop.diagram ??= await import('./diagram.ts');
    await workshop.diagram.drawDiagram(node, source, report);
  } else {
    workshop.highlight ??= await import('./highlight.ts');
    workshop.highlight.drawCode(node, source, report);
  }
}
