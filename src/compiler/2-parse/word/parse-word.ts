/** A lesson written in Word to the same tree that a lesson in Markdown gives; places are paragraphs and columns in their visible words. */
import { diagnose } from '../../../diagnostics/diagnose.ts';
import { byPlace, type Diagnostic, type Place, type Point, wholeFile } from '../../../diagnostics/diagnostic.ts';
import type { WordParts } from '../../1-read/word-parts.ts';
import type { LessonDocument } from '../document.ts';
import { parseLesson } from '../parse-lesson.ts';
import { plainColumn, type WrittenLine } from './pieces.ts';
import { readWord } from './read-word.ts';
import { writeMarkdown } from './write-markdown.ts';

export interface ParsedWord {
  document: LessonDocument;
  /** Line n is paragraph n as the author sees it: for excerpts. */
  text: string;
  /** Files that exist only inside the document, by their path in the course folder: `lessons/one.docx/picture-1.png`. */
  pictures: Map<string, Uint8Array>;
}

/** `output` is null when the document cannot be read at all. */
export async function parseWord(file: string, parts: WordParts): Promise<{ output: ParsedWord | null; diagnostics: Diagnostic[] }> {
  const word = await readWord(parts);
  if ('reason' in word) return { output: null, diagnostics: [diagnose('file/word-damaged', wholeFile(file), { name: file, reason: word.reason })] };
  const written = writeMarkdown(file, word);
  if (written.lines.length === 0) return { output: null, diagnostics: [...written.diagnostics, diagnose('file/empty', wholeFile(file), { name: file })] };
  const parsed = parseLesson(file, written.lines.map((line) => line.text).join('\n'));
  const places = new WordPlaces(written.lines, written.paragraphs);
  const diagnostics = [...written.diagnostics, ...parsed.diagnostics.map((diagnostic) => places.diagnostic(diagnostic))].sort(byPlace);
  return {
    output: {
      document: places.document(parsed.output),
      text: written.paragraphs.map((paragraph) => paragraph.replace(/[\r\n]/g, ' ')).join('\n'),
      pictures: new Map(written.pictures.map(({ name, bytes }) => [`${file}/${name}`, bytes])),
    },
    diagnostics,
  };
}

/** The Markdown that `parseWord` reads, with the pictures by their names in the document; null when it cannot be read at all. */
export async function readWordText(file: string, parts: WordParts): Promise<{ text: string | null; pictures: Map<string, Uint8Array>; diagnostics: Diagnostic[] }> {
  const word = await readWord(parts);
  if ('reason' in word) return { text: null, pictures: new Map(), diagnostics: [diagnose('file/word-damaged', wholeFile(file), { name: file, reason: word.reason })] };
  const { lines, pictures, diagnostics } = writeMarkdown(file, word);
  if (lines.length === 0) return { text: null, pictures: new Map(), diagnostics: [...diagnostics, diagnose('file/empty', wholeFile(file), { name: file })] };
  return { text: lines.map((line) => line.text).join('\n'), pictures: new Map(pictures.map(({ name, bytes }) => [name, bytes])), diagnostics };
}

/** From lines of the Markdown, which no author ever sees, to paragraphs. */
class WordPlaces {
  private readonly lines: readonly WrittenLine[];
  private readonly paragraphs: readonly string[];

  constructor(lines: readonly WrittenLine[], paragraphs: readonly string[]) {
    this.lines = lines;
    this.paragraphs = paragraphs;
  }

  point({ line, column }: Point): Point {
    const written = this.lines[Math.min(line, this.lines.length) - 1];
    if (written === undefined) return { line, column };
    const length = this.paragraphs[written.paragraph - 1]?.length ?? 0;
    return { line: written.paragraph, column: 1 + Math.max(0, Math.min(plainColumn(written, column - 1), length)) };
  }

  place({ file, start, end }: Place): Place {
    const from = this.point(start);
    const to = this.point(end);
    return { file, start: from, end: to.line < from.line || (to.line === from.line && to.column < from.column) ? from : to };
  }

  document(document: LessonDocument): LessonDocument {
    const { source } = document;
    return {
      ...document,
      source: {
        ...source,
        original: this.paragraphs.join('\n'),
        point: (offset) => this.point(source.point(offset)),
        place: (start, end) => this.place(source.place(start, end)),
      },
      title: document.title && { ...document.title, place: this.place(document.title.place) },
      fields: new Map([...document.fields].map(([key, field]) => [key, { ...field, place: this.place(field.place) }])),
      sections: document.sections.map((section) => ({ ...section, place: this.place(section.place) })),
    };
  }

  diagnostic(diagnostic: Diagnostic): Diagnostic {
    const { file, line, column, endLine, endColumn, related } = diagnostic;
    const { start, end } = this.place({ file, start: { line, column }, end: { line: endLine, column: endColumn } });
    return {
      ...diagnostic,
      line: start.line,
      column: start.column,
      endLine: end.line,
      endColumn: end.column,
      ...(related === undefined ? {} : { related: related.map((other) => (other.file === file ? { ...other, ...this.point(other) } : other)) }),
    };
  }
}
