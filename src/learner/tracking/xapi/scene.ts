/** What all statements of one launch have in common: who, which course, in which setting. */
import type { Activity, Agent, Context } from '@xapi/xapi';
import type { CoursePayload } from '../../../course/payload.ts';

export interface Scene {
  actor: Agent;
  registration: string | null;
  /** Id of the course as it was launched: object of completed, passed and their like. */
  root: string;
  course: Pick<CoursePayload, 'iri' | 'title' | 'language' | 'version' | 'build'>;
  /** What the launch wants in every context; its arrays are appended to, never changed, since one LMS compares by position. */
  template: Context;
  /** Categories of statements about the course itself, and of those that decide it. */
  categories: { own: readonly Activity[]; deciding: readonly Activity[] };
  /** The launch's own pass mark; repeated beside each verdict. */
  mastery: { extension: string; score: number } | null;
}

/** What is fixed when something happens and never again: sending may take days. */
export interface Moment {
  id: string;
  /** Milliseconds since 1970, by the store's clock as far as it is known. */
  at: number;
}
