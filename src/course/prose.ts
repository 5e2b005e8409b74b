/** Prose in its two forms: the author's tree (mdast) inside the compiler, and plain data on its way to the learner. */
import type { Node, RootContent } from 'mdast';
import type {} from './prose-nodes.ts';

/** A gap of a fill-in question, where a word stood in double brackets. */
export interface BlankNode extends Node {
  type: 'blank';
  /** Of the item's blank. */
  id: string;
}

declare module 'mdast' {
  interface PhrasingContentMap {
    blank: BlankNode;
  }
  interface RootContentMap {
    blank: BlankNode;
  }
}

/** Block or inline content as the parser left it; positions are offsets into the lesson's normalised text. */
export type Prose = RootContent[];

/**
 * Prose as data inside a lesson chunk, rendered by components without innerHTML.
 * A string is text. An array is an element: tag, attributes (0 when none), children.
 */
export type ProseData = (string | ProseElement)[];
export type ProseElement = [tag: string, attributes: Record<string, string> | 0, ...children: (string | ProseElement)[]];
