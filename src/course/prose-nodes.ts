/** What Lectern adds to Markdown's tree: blocks between lines of colons, formulas, and what libraries made of code, formulas and diagrams. */
import type { ElementContent } from 'hast';
import type { Literal, Parent, RootContent } from 'mdast';

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

declare module 'mdast' {
  interface Data {
    drawn?: Drawn;
  }
  interface BlockContentMap {
    container: Container;
  }
  interface PhrasingContentMap {
    inlineMath: InlineMath;
  }
  interface RootContentMap {
    container: Container;
    inlineMath: InlineMath;
  }
}
