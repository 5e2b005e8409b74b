/** What Lectern adds to Markdown's tree: blocks between lines of colons, formulas, and what libraries made of code, formulas and diagrams. */
import type { ElementContent } from 'hast';
import type { Literal, Node, Parent, PhrasingContent, RootContent } from 'mdast';
import type { Visual } from './visual.ts';

/** `:::name[label]{#id key=value}` … `:::` */
export interface Container extends Parent {
  type: 'container';
  /** In small letters. */
  name: string;
  label: string | null;
  /** `id` for `{#…}`; a key without a value has ''. */
  attributes: Record<string, string>;
  children: RootContent[];
}

/** TeX among words: `$$a^2$$` or a code span between single dollars. One on lines of its own is `code` in the language `math`. */
export interface InlineMath extends Literal {
  type: 'inlineMath';
}

/**
 * Elements made from an author's code, TeX or diagram. No HTML of the author is in them. Styles stand in a `style` property,
 * which no page may have: they become rules on the way out.
 */
export interface Drawn {
  kind: 'code' | 'math' | 'diagram';
  content: ElementContent[];
  /** Shown above code; the short description of a diagram. */
  title: string | null;
  /** What a diagram shows, in words. */
  description: string | null;
}

export const calloutKinds = ['note', 'tip', 'important', 'warning', 'caution'] as const;
export type CalloutKind = (typeof calloutKinds)[number];

/** `> [!NOTE]` and what follows; the title is a first line in bold. */
export interface Callout extends Parent {
  type: 'callout';
  kind: CalloutKind;
  title: PhrasingContent[] | null;
  children: RootContent[];
}

/** Words that lead somewhere in the course: from a term to its explanation, from a lesson's code to the lesson, from a source to the list of sources. */
export interface WordLink extends Parent {
  type: 'wordLink';
  /** Index in the lesson's `terms` or `references`; the code or number of a lesson or module, as `L1.3` or `Module 4`. */
  to: { kind: 'term' | 'reference'; index: number } | { kind: 'lesson' | 'module'; target: string };
  children: PhrasingContent[];
}

/** Stands in the reading text where a question is asked. */
export interface InlineCheck extends Node {
  type: 'check';
  /** Index in the lesson's items. */
  item: number;
}

/** Stands where the author wrote a fence such as ```flow. */
export interface VisualBlock extends Node {
  type: 'visual';
  visual: Visual;
}

/** What a recording is shown with; stands in the data of its image. */
export interface Recording {
  kind: 'audio' | 'video';
  title: string;
  /** Seconds and words; null is the lesson's language. */
  captions: { language: string | null; cues: [start: number, end: number, text: string][] }[];
  /** Paragraphs, as plain words. */
  transcript: string[];
  /** Files as an author would write them. */
  poster: string | null;
  described: string | null;
}

declare module 'mdast' {
  interface Data {
    recording?: Recording;
    drawn?: Drawn;
  }
  interface BlockContentMap {
    callout: Callout;
    container: Container;
    check: InlineCheck;
    visual: VisualBlock;
  }
  interface PhrasingContentMap {
    wordLink: WordLink;
    inlineMath: InlineMath;
  }
  interface RootContentMap {
    callout: Callout;
    wordLink: WordLink;
    container: Container;
    check: InlineCheck;
    inlineMath: InlineMath;
    visual: VisualBlock;
  }
}
