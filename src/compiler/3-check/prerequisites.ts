/** What a lesson's header asks to be known before: words for learners, and lessons that have to be in the course (authoring 1.2.1). */
import type { Prose } from '../../course/prose.ts';
import type { LessonDocument } from '../2-parse/document.ts';
import { mentionsIn, type Mention } from './cross-references.ts';
import { withMentions } from './link-words.ts';

const nothing = /^(?:none|no|nothing|[—–-]|keine?|aucun|aucune|ningun[oa]|なし|لا يوجد)\.?$/i;

/** Null where the header says nothing, or that nothing is needed. */
export function readPrerequisites({ fields }: LessonDocument): { prose: Prose; mentions: Mention[] } | null {
  const field = fields.get('prerequisites');
  if (field === undefined || field.value.trim() === '' || nothing.test(field.value.trim())) return null;
  return { prose: withMentions(field.value), mentions: mentionsIn(field.value).map(({ kind, target }) => ({ kind, target, place: field.place })) };
}
