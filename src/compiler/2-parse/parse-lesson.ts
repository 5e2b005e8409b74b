/** A lesson's text to its tree, with places: lines first (what the author means), then Markdown, then sections. */
import { toString } from 'mdast-util-to-string';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { byPlace, type Diagnostic, type PhaseResult } from '../../diagnostics/diagnostic.ts';
import { linkAddresses } from './autolink.ts';
import { escapeBlanks, withPlainSigns } from './blank-marks.ts';
import { findCallouts } from './callouts.ts';
import { findContainers, standIns, wrapContainers, type Containers } from './containers.ts';
import type { LessonDocument } from './document.ts';
import { findForeignMarks } from './foreign-marks.ts';
import { guardBlocks } from './guard-blocks.ts';
import { findColonlessHeader } from './header-slips.ts';
import { inspectText, refuseLength } from './inspect-text.ts';
import { readLanguage } from './language-names.ts';
import { findLandmarks, furnitureDiagnostics, splitTitle, withoutBold, type Landmarks } from './landmarks.ts';
import { readFields } from './lesson-fields.ts';
import { splitLines, type Line } from './lines.ts';
import { findMaths, joinMaths, withMaths, type Maths } from './maths.ts';
import { findNumberingJumps } from './list-numbers.ts';
import { findNearMarks } from './near-marks.ts';
import { parseMarkdown } from './markdown.ts';
import { findOpaqueLines } from './opaque-lines.ts';
import { outlineSections, type Outline } from './outline-sections.ts';
import { keepUnderscores } from './plain-underscores.ts';
import { deepestNesting, rewriteLines } from './rewrite.ts';
import { commonLanguage } from './section-names.ts';
import { makeSource, type SourceText } from './source.ts';
import { findTabTables } from './tab-tables.ts';

/** Never fails: what cannot be read is left out of the tree and named in a diagnostic. `text` as decoded from the file. */
export function parseLesson(file: string, text: string): PhaseResult<LessonDocument> {
  const diagnostics: Diagnostic[] = [];
  const written = splitLines(text);
  const dropped = inspectText(file, written, diagnostics);
  const tooLong = refuseLength(file, written.reduce((sum, line, index) => sum + (dropped.has(index) ? 0 : line.text.length), 0));
  if (tooLong !== null) return { output: emptyDocument(file, text), diagnostics: [tooLong, ...diagnostics] };
  const { opaque, frontMatter, unclosed } = findOpaqueLines(written);
  const lines = withPlainSigns(written, opaque);
  const maths = findMaths(file, lines, opaque);
  for (const one of maths.diagnostics) diagnostics.push(one);
  const fields = readFields(file, text, lines, frontMatter, diagnostics);
  const landmarks = findLandmarks(lines, opaque, fields.yaml.has('title'));
  fields.addProse(landmarks.header, diagnostics);
  const colonless = landmarks.header.length > 0 ? null : findColonlessHeader(file, lines, landmarks.title);
  if (colonless !== null) diagnostics.push(colonless);
  for (const one of furnitureDiagnostics(file, landmarks, lines)) diagnostics.push(one);
  for (const { line, column, fence } of unclosed) {
    const place = { file, start: { line: line + 1, column: column + 1 }, end: { line: line + 1, column: column + 1 + fence.length } };
    diagnostics.push(diagnose('syntax/unclosed-fence', place, { fence, last: lines.length }));
  }
  const containers = findContainers(file, lines, opaque);
  for (const one of containers.diagnostics) diagnostics.push(one);
  for (const line of [...landmarks.furniture, ...landmarks.header]) dropped.add(line);
  for (let line = 0; frontMatter !== null && line <= (frontMatter.last ?? -1); line++) dropped.add(line);

  const source = markdownSource(file, text, { lines, opaque, dropped, landmarks, containers, maths }, diagnostics);
  const tree = parseMarkdown(source.text, landmarks.mode === 'pasted');
  if (landmarks.mode === 'pasted') keepUnderscores(tree, source.text);
  linkAddresses(tree, source);
  joinMaths(tree, source.text);
  for (const one of [...wrapContainers(tree, source, containers), ...findCallouts(tree, source)]) diagnostics.push(one);
  const said = languageOf(fields.map, diagnostics);
  const outline = outlineSections(tree, source, landmarks, said);
  for (const one of outline.diagnostics) diagnostics.push(one);
  const isPrivate = privateLines(outline.sections, lines.length);
  for (const one of findNumberingJumps(tree, source).filter(({ line }) => isPrivate[line - 1] !== true)) diagnostics.push(one);
  const isOut = (line: number): boolean => opaque[line] === true || dropped.has(line) || isPrivate[line] === true;
  for (const one of [...findNearMarks(file, lines, isOut), ...findForeignMarks(file, lines, isOut)]) diagnostics.push(one);
  const title = titleOf(outline, source, fields.map);
  const language = said ?? commonLanguage(outline.matches);
  return {
    output: { source, mode: landmarks.mode, language, title, fields: fields.map, sections: outline.sections, definitions: outline.definitions },
    diagnostics: firstOfEach(diagnostics.sort(byPlace)),
  };
}

/** Lines of sections that learners never see. */
function privateLines(sections: Outline['sections'], count: number): boolean[] {
  const lines = new Array<boolean>(count).fill(false);
  sections.forEach(({ role, place }, i) => {
    if (role === 'notes') lines.fill(true, place.start.line - 1, (sections[i + 1]?.place.start.line ?? count + 1) - 1);
  });
  return lines;
}

/** More of one code say nothing new about a file, and hostile text could cause a million. */
const mostOfOneCode = 200;

function firstOfEach(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const counts = new Map<string, number>();
  return diagnostics.filter(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= mostOfOneCode;
  });
}

/** Nothing is read, but excerpts of the text can be shown. */
function emptyDocument(file: string, text: string): LessonDocument {
  const source = { ...makeSource(file, ''), original: text };
  return { source, mode: 'markdown', language: null, title: null, fields: new Map(), sections: [], definitions: [] };
}

/** The text that is parsed: the author's lines made Markdown, without those that would choke the parser. */
function markdownSource(
  file: string,
  text: string,
  { lines, opaque, dropped, landmarks, containers, maths }: { lines: readonly Line[]; opaque: readonly boolean[]; dropped: ReadonlySet<number>; landmarks: Landmarks; containers: Containers; maths: Maths },
  diagnostics: Diagnostic[],
): SourceText {
  const { edits, items, tooDeep } = rewriteLines(lines, opaque, dropped, landmarks);
  const headings = new Set([...landmarks.headings.map(({ line }) => line), ...landmarks.sections.keys(), ...landmarks.markers]);
  const tables = findTabTables(file, lines, (line) => opaque[line] === true || dropped.has(line) || headings.has(line) || line === landmarks.title);
  for (const [line, made] of tables.edits) edits.set(line, made);
  for (const one of tables.diagnostics) diagnostics.push(one);
  for (const [line, edit] of maths.edits) if (!dropped.has(line)) edits.set(line, withMaths(edits.get(line) ?? [], edit));
  for (const [line, edit] of standIns(containers, lines)) edits.set(line, edit);
  escapeBlanks(lines, opaque, dropped, edits);
  const length = (line: number): number => lines[line]?.text.length ?? 0;
  for (const line of tooDeep) {
    const place = { file, start: { line: line + 1, column: 1 }, end: { line: line + 1, column: length(line) + 1 } };
    diagnostics.push(diagnose('syntax/too-deep', place, { limit: deepestNesting }));
  }
  const deep = new Set(tooDeep);
  const guarded = guardBlocks(file, lines, (line) => opaque[line] === true || dropped.has(line) || deep.has(line), new Set([...items, ...landmarks.headings.map((heading) => heading.line)]));
  for (const one of guarded.diagnostics) diagnostics.push(one);
  for (const line of guarded.dropped) edits.set(line, [{ from: 0, to: length(line), insert: '' }]);
  return makeSource(file, text, edits, lines);
}

function titleOf(outline: Outline, source: LessonDocument['source'], fields: LessonDocument['fields']): LessonDocument['title'] {
  const node = outline.title;
  const fromText = node === null ? null : { ...splitTitle(withoutBold(toString(node))), place: source.place(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0) };
  const title = fields.get('title');
  const code = fields.get('code');
  if (title === undefined) return fromText === null ? null : { ...fromText, code: code?.value ?? fromText.code };
  const split = splitTitle(title.value);
  return { text: split.text, code: code?.value ?? split.code ?? fromText?.code ?? null, place: title.place };
}

/** What the header says; a value that is no language is an error, because it would change how answers are read. */
function languageOf(fields: LessonDocument['fields'], diagnostics: Diagnostic[]): string | null {
  const field = fields.get('language');
  if (field === undefined) return null;
  const language = readLanguage(field.value);
  if (language === null) diagnostics.push(diagnose('lesson/value', field.place, { field: 'language', value: field.value, choices: 'a language tag such as en-GB, or a name such as German' }));
  return language;
}
