/** Formulas, code and diagrams to elements, by libraries that are loaded only when a lesson has such a thing. */
import type { Code, RootContent } from 'mdast';
import type { InlineMath } from '../../../course/prose-nodes.ts';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { LessonDocument } from '../../2-parse/document.ts';
import { newReport, type Report } from '../report.ts';
import { walk } from '../tree.ts';
import { kindOf, nearKind } from '../visuals/read-visual.ts';

/** Kept for the next lesson: the libraries take longer to load than most lessons to compile. */
interface Workshop {
  highlight?: typeof import('./highlight.ts');
  formula?: typeof import('./formula.ts');
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
      const found = drawable(document);
      for (const node of found) await draw(node, { document, report, workshop });
      return report.all();
    },
  };
}

function drawable({ sections, definitions, source }: LessonDocument): (Code | InlineMath)[] {
  const found: (Code | InlineMath)[] = [];
  if (!/```|~~~|\$`/.test(source.text)) return found;
  const open: RootContent[] = [...sections.filter(({ role }) => role !== 'notes').flatMap(({ blocks }) => blocks), ...definitions];
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
}

async function draw(node: Code | InlineMath, { document: { source }, report, workshop }: Drawing): Promise<void> {
  if (node.type === 'inlineMath' || node.lang?.toLowerCase() === 'math') {
    workshop.formula ??= await import('./formula.ts');
    workshop.formula.drawFormula(node, source, report);
  } else {
    workshop.highlight ??= await import('./highlight.ts');
    workshop.highlight.drawCode(node, source, report);
  }
}
