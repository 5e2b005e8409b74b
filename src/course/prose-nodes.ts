/** What Lectern adds to Markdown's tree: blocks between lines of colons, and the pieces that are written for the learner in their own way. */
import type { Parent, RootContent } from 'mdast';

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

declare module 'mdast' {
  interface BlockContentMap {
    container: Container;
  }
  interface RootContentMap {
    container: Container;
  }
}
