/** Messages about diagrams that are written as text. */
import { entry } from './entry.ts';

export const diagram = {
  'diagram/no-description': entry<{ missing: 'accTitle' | 'accDescr'; both: boolean }>({
    severity: 'error',
    message: ({ missing, both }) => `This diagram has no ${both ? 'title and no description' : missing === 'accTitle' ? 'title' : 'description'} for learners who do not see it.`,
    help: ({ missing, both }) => `Add below its first line: ${both || missing === 'accTitle' ? 'accTitle: what it is' : ''}${both ? ' and ' : ''}${both || missing === 'accDescr' ? 'accDescr: what it shows, step by step' : ''}`,
    why: 'Who cannot see the drawing hears or reads these words instead (WCAG 1.1.1). The title also stands under it.',
    wrong: '```mermaid\nflowchart LR\n  A --> B\n```',
    right: '```mermaid\nflowchart LR\n  accTitle: Login\n  accDescr: The name leads to the password.\n  A[Name] --> B[Password]\n```',
  }),
  'diagram/kind': entry<{ written: string; near: string | null }>({
    severity: 'error',
    message: ({ written, near }) => (written === '' ? 'This diagram is empty.' : `Diagrams of the kind “${written}” are not drawn.${near === null ? '' : ` Did you mean “${near}”?`}`),
    help: ({ near }) => near ?? 'Drawn are flowchart, stateDiagram-v2, sequenceDiagram, classDiagram and erDiagram. Save others as SVG in a Mermaid editor, and show them as pictures: ![What it shows](diagram.svg)',
    why: 'Diagrams are drawn while the course is built, so that learners need no program for it. Not every kind can be drawn so.',
    wrong: '```mermaid\npie\n  "Phishing": 60\n```',
    right: '![Pie chart: six in ten attacks begin with phishing](attacks.svg)',
  }),
  'diagram/line': entry<{ line: string; kind: string }>({
    severity: 'error',
    message: ({ line, kind }) => `“${line}” is not understood in a ${kind}, so it would be missing from the drawing.`,
    help: () => 'Look for an open bracket, or an arrow that leads nowhere; words with brackets stand in quotation marks: A["f(x)"]',
    why: 'A line that is left out changes what the diagram says.',
    wrong: '```mermaid\nflowchart LR\n  A[Name --> B\n```',
    right: '```mermaid\nflowchart LR\n  A[Name] --> B\n```',
  }),
  'diagram/too-large': entry<{ lines: number; limit: number }>({
    severity: 'error',
    message: ({ lines, limit }) => `This diagram has ${lines} lines; more than ${limit} are not drawn.`,
    help: () => 'Divide it into several diagrams.',
    why: 'Nobody follows a drawing of hundreds of boxes.',
    wrong: 'a flowchart of 300 lines',
    right: 'five flowcharts of 20 lines',
  }),
  'diagram/in-question': entry<Record<never, never>>({
    severity: 'error',
    message: () => 'Diagrams are not drawn in questions.',
    help: () => 'Put it into the text before the questions, or save it as a picture and show that: ![What it shows](diagram.svg)',
    why: 'What is shown in a question also travels to the LMS and into results, which know words and pictures only.',
    wrong: '## Quiz\n\n```mermaid\nflowchart LR\n  A --> B\n```',
    right: '## Quiz\n\n![Two steps, A and B](steps.svg)',
  }),
};
