/** What a reviewed document still holds: changes that nobody has accepted or rejected, and comments. */
import { diagnose } from '../../../diagnostics/diagnose.ts';
import type { Diagnostic, Place } from '../../../diagnostics/diagnostic.ts';
import type { WordNode } from './read-word.ts';
import { changeOf } from './word-xml.ts';

export type Remark = 'insertion' | 'deletion' | 'comment';

/** Of a node that shows nothing. */
export function remarkOf(node: WordNode): Remark | null {
  if (node.type === 'commentReference') return 'comment';
  return node.type === 'bookmarkStart' ? changeOf(node.name ?? '') : null;
}

/** Everything that was remarked inside. */
export function remarksIn(node: WordNode): Remark[] {
  const own = remarkOf(node);
  return own === null ? (node.children ?? []).flatMap(remarksIn) : [own];
}

export class Review {
  private readonly counts: Record<Remark, number> = { insertion: 0, deletion: 0, comment: 0 };
  private change: Place | null = null;
  private comment: Place | null = null;

  note(remark: Remark, place: Place): void {
    this.counts[remark]++;
    if (remark === 'comment') this.comment ??= place;
    else this.change ??= place;
  }

  /** One message for all changes, at the first of them, and one for all comments. */
  diagnostics(): Diagnostic[] {
    const { insertion: insertions, deletion: deletions, comment: comments } = this.counts;
    return [
      ...(this.change === null ? [] : [diagnose('word/tracked-changes', this.change, { insertions, deletions })]),
      ...(this.comment === null ? [] : [diagnose('word/comments', this.comment, { comments })]),
    ];
  }
}
