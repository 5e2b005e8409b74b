/** The tree of one lesson: title, header and sections recognised, with places. Made by 2-parse, read by 3-check. */
import type { Definition, FootnoteDefinition, RootContent } from 'mdast';
import type { SectionRole } from '../../course/course.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { SourceText } from './source.ts';

export interface LessonDocument {
  source: SourceText;
  /** `pasted`: no Markdown headings, sections recognised by name (authoring R2). */
  mode: 'pasted' | 'markdown';
  /** From `Language:`/`language:`, else guessed from the section names' language, else null. */
  language: string | null;
  title: { text: string; code: string | null; place: Place } | null;
  /** Header fields by canonical key (`type duration status module framework level prerequisites author version language passing-score completion …`). YAML wins over prose. */
  fields: Map<string, Field>;
  sections: SectionNode[];
  definitions: (Definition | FootnoteDefinition)[];
}

export interface Field {
  /** As written, trimmed. */
  value: string;
  /** Of the value. */
  place: Place;
  from: 'yaml' | 'prose';
}

export interface SectionNode {
  role: SectionRole;
  /** True for headings found in the table of names; false for an unknown heading, which is content. */
  known: boolean;
  /** As written; null for text before the first heading. */
  title: string | null;
  /** Of the heading line. */
  place: Place;
  /** Sub-headings are `heading` nodes of depth ≥ 3 among the blocks. In pasted text the recogniser made them; `[SLIDE …]` lines stay paragraphs. */
  blocks: RootContent[];
}

