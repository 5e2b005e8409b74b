/** Pasted text as Markdown: the same lesson, with the marks that its author left out (authoring 1.3, depth 0 to depth 1). */
import { readHeaderLine } from '../compiler/2-parse/header-paragraph.ts';
import { withoutBold } from '../compiler/2-parse/landmarks.ts';
import { rewriteLines } from '../compiler/2-parse/rewrite.ts';
import { findTabTables } from '../compiler/2-parse/tab-tables.ts';
import { readItems } from '../compiler/3-check/items/read-items.ts';
import { newReport } from '../compiler/3-check/report.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { MARKDOWN, settled } from './format-lesson.ts';
import type { LineEdit } from './line-edits.ts';
import { type Meaning, meaningOf, sameMeaning } from './meaning.ts';
import { edited, type Step } from './steps.ts';
import { quizLines, type View, viewOf } from './view.ts';

export interface UpgradedLesson {
  /** Null when the lesson has mistakes, or when no Markdown was found that means exactly the same. */
  text: string | null;
  errors: Diagnostic[];
}

/** The lesson in Markdown, in canonical form. One that is Markdown already is only formatted. */
export function upgradeLesson(file: string, text: string): UpgradedLesson {
  const before = meaningOf(file, text);
  if (before.errors.length > 0) return { text: null, errors: before.errors };
  const view = viewOf(file, text);
  if (view.landmarks.mode === 'markdown') return { text: settled(file, text, [tabTables, ...MARKDOWN], before), errors: [] };
  const plain = marked(view);
  const candidates = [plain, withoutEmphasis(plain)].map((candidate) => candidate.join('\n'));
  const found = candidates.find((candidate) => isSame(before, file, candidate));
  return { text: found === undefined ? null : settled(file, found, [objectiveLines, questionLines, optionLines, tabTables, ...MARKDOWN], before), errors: [] };
}

/** Markdown needs no message that a section was recognised by its words alone, so fewer are welcome and none may be new. */
function isSame(before: Meaning, file: string, candidate: string): boolean {
  return sameMeaning(before, meaningOf(file, candidate));
}

/** The lines with marks for title, sections and sub-headings, and lists as Markdown has them. */
function marked(view: View): string[] {
  const { lines, opaque, landmarks } = view;
  const { furniture, title, header, sections } = landmarks;
  const subheadings = subheadingLines(view);
  const { edits } = rewriteLines(lines, opaque, new Set(), landmarks);
  return lines.flatMap(({ text }, line) => {
    if (furniture.includes(line)) return [];
    if (line === title) return [`# ${withoutBold(text).replace(/^#+\s+/, '')}`, ''];
    if (header.includes(line)) return line === header[0] ? headerLines(header.map((index) => lines[index]?.text ?? '')) : [];
    if (sections.has(line)) return ['', `## ${withoutBold(text)}`, ''];
    if (subheadings.has(line)) return ['', `### ${withoutBold(text)}`, ''];
    return edited(text, edits.get(line) ?? []).split('\n');
  });
}

function subheadingLines({ document }: View): Set<number> {
  const headings = document.sections.flatMap(({ blocks }) => blocks.filter(({ type }) => type === 'heading'));
  return new Set(headings.map(({ position }) => document.source.point(position?.start.offset ?? 0).line - 1));
}

const WIDEST_HEADER = 120;

/** `Type: Theory · Duration: ~30 min`, however the fields were set apart; as few lines as are comfortable to read. */
function headerLines(header: readonly string[]): string[] {
  const out: string[] = [];
  for (const text of header) {
    const fields = readHeaderLine(text).map(({ name, value }) => (name === '' ? value : `${name}: ${value}`));
    const said = fields.length === 0 ? text.trim() : fields.join(' · ');
    const last = out.at(-1);
    if (last !== undefined && last.length + said.length <= WIDEST_HEADER) out[out.length - 1] = `${last} · ${said}`;
    else out.push(said);
  }
  return out;
}

const CODE_OR_ADDRESS = /(`+[^`]*`+|https?:\/\/\S+|\]\([^)]*\))/;

/** `__init__.py` in pasted text is a name; in Markdown its underscores need a backslash to say so. */
function withoutEmphasis(lines: readonly string[]): string[] {
  return lines.map((line) => line.split(CODE_OR_ADDRESS).map((part, index) => (index % 2 === 1 ? part : part.replace(/(?<!\\)_/g, '\\_'))).join(''));
}

/** `Q: … A: … Why: …` on one line becomes a line for each label. */
const questionLines: Step = (view) => {
  const { document, opaque, text } = view;
  const columns = new Map<number, number[]>();
  for (const section of document.sections.filter(({ role }) => role === 'quiz')) {
    for (const label of readItems(section, document, newReport()).items.flatMap(({ labels }) => labels)) {
      const { line, column } = document.source.point(label.at.start);
      columns.set(line - 1, [...(columns.get(line - 1) ?? []), column - 1]);
    }
  }
  return [...columns].flatMap(([line, found]): LineEdit[] => {
    const inset = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)?/.exec(text(line))?.[0].length ?? 0;
    const cuts = found.filter((column) => column > inset && !/·\s*$/.test(text(line).slice(0, column))).sort((a, b) => a - b);
    if (opaque[line] === true || cuts.length === 0) return [];
    const parts = [0, ...cuts].map((from, i) => text(line).slice(from, cuts[i]).trimEnd());
    return [{ line, with: parts.map((part, i) => (i === 0 ? part : ' '.repeat(inset) + part)), group: line }];
  });
};

/** `…, the learner can: 1. Describe … 2. Explain …` becomes a list (authoring R10). */
const objectiveLines: Step = ({ document, lines, opaque, text }) => {
  const starts = document.sections.map(({ place }) => place.start.line - 1);
  return document.sections.flatMap(({ role }, i): LineEdit[] => {
    const to = starts[i + 1] ?? lines.length;
    return role !== 'objectives' ? [] : lines.slice((starts[i] ?? 0) + 1, to).flatMap((_, n) => listed((starts[i] ?? 0) + 1 + n, { opaque, text }));
  });
};

function listed(line: number, { opaque, text }: Pick<View, 'opaque' | 'text'>): LineEdit[] {
  const cuts: { from: number; to: number }[] = [];
  for (const match of text(line).matchAll(/(?:^|\s)\(?(\d{1,2})[.)]\s+(?=\S)/g)) {
    if (Number(match[1]) === cuts.length + 1) cuts.push({ from: match.index, to: match.index + match[0].length });
  }
  if (opaque[line] === true || cuts.length < 2) return [];
  const entries = cuts.map(({ to }, n) => `${n + 1}. ${text(line).slice(to, cuts[n + 1]?.from).trim().replace(/[;,،]\s*(?:and|und|et|y|و)?$/u, '')}`);
  const stem = text(line).slice(0, cuts[0]?.from).trim();
  return [{ line, with: [...(stem === '' ? [] : [stem, '']), ...entries], group: line }];
}

/** `( ) Paris` on a line of its own becomes a list item, so that every Markdown viewer shows a list. */
const optionLines: Step = (view) =>
  quizLines(view).flatMap((line): LineEdit[] => {
    const match = view.opaque[line] === true ? null : /^(\s*)([([][ xX][)\]]\s.*)$/.exec(view.text(line));
    if (match === null) return [];
    const first = !view.blank(line - 1) && !/^\s*[([][ xX][)\]]\s/.test(view.text(line - 1));
    // The whole list or none of it: the number of the group is the line above the list.
    let group = line;
    while (/^\s*[([][ xX][)\]]\s/.test(view.text(group))) group--;
    return [{ line, with: [...(first ? [''] : []), `${match[1]}- ${match[2]}`], group }];
  });

/** Cells between tabs get bars, which no editor turns into blanks. */
const tabTables: Step = ({ lines, opaque, landmarks }) => {
  const taken = new Set([...landmarks.headings.map(({ line }) => line), ...landmarks.sections.keys(), ...landmarks.markers, ...landmarks.furniture, ...landmarks.header]);
  const { edits } = findTabTables('', lines, (line) => opaque[line] === true || taken.has(line) || line === landmarks.title);
  let table = 0;
  return [...edits].map(([line, own]) => {
    if (!edits.has(line - 1)) table = line;
    return { line, with: edited(lines[line]?.text ?? '', own).split('\n'), group: table };
  });
};
