/** A lesson's text to its tree, with places: lines first (what the author means), then Markdown, then sections. */
import { toString } from 'mdast-util-to-string';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { byPlace, type Diagnostic, type PhaseResult } from '../../diagnostics/diagnostic.ts';
import { linkAddresses } from './autolink.ts';
import type { LessonDocument } from './document.ts';
import { inspectText } from './inspect-text.ts';
import { findLandmarks, furnitureDiagnostics, splitTitle, withoutBold } from './landmarks.ts';
import { readFields } from './lesson-fields.ts';
import { splitLines } from './lines.ts';
import { parseMarkdown } from './markdown.ts';
import { findOpaqueLines } from './opaque-lines.ts';
import { outlineSections, type Outline } from './outline-sections.ts';
import { rewriteLines } from './rewrite.ts';
import type { SectionMatch } from './section-names.ts';
import { makeSource } from './source.ts';
import { tableLanguages } from './table-language.ts';

/** Never fails: what cannot be read is left out of the tree and named in a diagnostic. `text` as decoded from the file. */
export function parseLesson(file: string, text: string): PhaseResult<LessonDocument> {
  const diagnostics: Diagnostic[] = [];
  const lines = splitLines(text);
  const dropped = inspectText(file, lines, diagnostics);
  const { opaque, frontMatter, unclosed } = findOpaqueLines(lines);
  const fields = readFields(file, text, lines, frontMatter, diagnostics);
  const landmarks = findLandmarks(lines, opaque, fields.yaml.has('title'));
  fields.addProse(landmarks.header, diagnostics);
  diagnostics.push(...furnitureDiagnostics(file, landmarks, lines));
  for (const { line, column, fence } of unclosed) {
    const place = { file, start: { line: line + 1, column: column + 1 }, end: { line: line + 1, column: column + 1 + fence.length } };
    diagnostics.push(diagnose('syntax/unclosed-fence', place, { fence, last: lines.length }));
  }
  for (const line of [...landmarks.furniture, ...landmarks.header]) dropped.add(line);
  for (let line = 0; frontMatter !== null && line <= (frontMatter.last ?? -1); line++) dropped.add(line);

  const { edits } = rewriteLines(lines, opaque, dropped, landmarks);
  const source = makeSource(file, text, edits, lines);
  const tree = parseMarkdown(source.text, landmarks.mode === 'pasted');
  linkAddresses(tree, source);
  const outline = outlineSections(tree, source, landmarks);
  diagnostics.push(...outline.diagnostics);
  const title = titleOf(outline, source, fields.map);
  const language = fields.map.get('language')?.value ?? commonLanguage(outline.matches);
  return {
    output: { source, mode: landmarks.mode, language, title, fields: fields.map, sections: outline.sections, definitions: outline.definitions },
    diagnostics: diagnostics.sort(byPlace),
  };
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

/** The language that most of the section names belong to; the table's order decides between equals. */
function commonLanguage(matches: readonly SectionMatch[]): string | null {
  let best: string | null = null;
  let most = 0;
  for (const language of tableLanguages) {
    const count = matches.filter((match) => match.languages.includes(language)).length;
    if (count > most) [best, most] = [language, count];
  }
  return best;
}
