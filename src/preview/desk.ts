/** The state of a preview: the newest package that could be built, what was wrong with the text, and what the LMS keeps of each learner. */
import { randomUUID } from 'node:crypto';
import { importPackage, type ImportedPackage } from './imported-package.ts';
import { Lrs } from './lrs/lrs.ts';
import { cmiAtLaunch, type Cmi, committed, type LaunchTerms, type LearnerRecord, sessionEnded } from './records.ts';

/** What came of building. */
export interface Built {
  /** Null when mistakes left nothing to play. */
  zip: Uint8Array | null;
  /** Its content hash. */
  build: string | null;
  /** What was wrong, as the command prints it; '' when nothing was. */
  remarks: string;
  /** `2 errors, 1 warning` */
  summary: string;
}

/** What the page is told of the newest build. */
export interface DeskState {
  title: string;
  standard: string;
  build: string | null;
  /** Counts builds that can be played: the page opens the newest. */
  edition: number;
  /** The last try ended with errors, so what is played is older than the text. */
  behind: boolean;
  remarks: string;
  summary: string;
}

export interface Launched {
  /** Names this session: a commit of an older one that arrives late changes nothing. */
  session: number;
  cmi: Cmi;
  /** Of the page that opens, within the package. */
  page: string;
  edition: number;
}

/** How a learner is asked for. */
export interface Sent {
  learner: string;
  session: number;
  /** Counts the commits of a session. */
  sequence: number;
  terminated: boolean;
  cmi: Cmi;
}

interface Kept {
  /** cmi5 and Tin Can: the enrolment, which a new start replaces. */
  registration: string;
  record: LearnerRecord | null;
  session: number;
  sequence: number;
}

export class Desk {
  /** Takes what cmi5 and Tin Can packages say. */
  readonly lrs = new Lrs();
  readonly #standard: string;
  readonly #editions = new Map<number, ImportedPackage>();
  readonly #learners = new Map<string, Kept>();
  #edition = 0;
  #last: Built = { zip: null, build: null, remarks: '', summary: '' };
  #build: string | null = null;

  constructor(standard: string) {
    this.#standard = standard;
  }

  /** Takes a new build. A package that is the same as the one on show is no news to the page. */
  async take(built: Built): Promise<void> {
    this.#last = built;
    if (built.zip === null || (built.build !== null && built.build === this.#build)) return;
    const imported = await importPackage(built.zip);
    this.#build = built.build;
    this.#edition += 1;
    this.#editions.set(this.#edition, imported);
    // A page that is just being replaced may still ask for the files of the edition before.
    this.#editions.delete(this.#edition - 2);
  }

  state(): DeskState {
    const { remarks, summary, zip } = this.#last;
    return {
      title: this.#editions.get(this.#edition)?.title ?? '',
      standard: this.#standard,
      build: this.#build,
      edition: this.#edition,
      behind: zip === null,
      remarks,
      summary,
    };
  }

  file(edition: number, path: string): Uint8Array | null {
    return this.#editions.get(edition)?.files.get(path) ?? null;
  }

  /** Null when there is nothing to play. `origin`: of the preview, where the record store is. */
  launch(terms: LaunchTerms, origin: string, faults: readonly string[] = []): Launched | null {
    const course = this.#editions.get(this.#edition);
    if (course === undefined) return null;
    const kept = this.#kept(terms.learner);
    if (kept.record !== null) kept.record = sessionEnded(kept.record);
    kept.session += 1;
    kept.sequence = 0;
    return { session: kept.session, cmi: cmiAtLaunch(course, terms, kept.record), page: withQuery(course.launch, this.#query(course, terms, kept, origin, faults)), edition: this.#edition };
  }

  /** What the launch address tells a package that talks to a record store; null for others. */
  #query(course: ImportedPackage, { learner, mode }: LaunchTerms, { registration }: Kept, origin: string, faults: readonly string[]): URLSearchParams | null {
    const actor = { objectType: 'Agent', name: learner, account: { homePage: origin, name: learner } };
    // Faults of the store stand in its address, so that every request has them.
    const endpoint = `${origin}/lrs/${faults.length === 0 ? '' : `~${faults.join('~')}/`}`;
    if (course.runTime === 'tincan') return new URLSearchParams({ endpoint, auth: `Basic ${this.lrs.plainToken()}`, actor: JSON.stringify(actor), registration, activity_id: course.activity });
    if (course.runTime !== 'cmi5') return null;
    const modes = { normal: 'Normal', browse: 'Browse', review: 'Review' } as const;
    const mastery = course.passingScore === null ? null : Number(course.passingScore);
    return this.lrs.launchCmi5(endpoint, { publisherId: course.activity, activityId: `${origin}/activities/unit`, registration, actor, mode: modes[mode], mastery, moveOn: course.moveOn, returnUrl: `${origin}/back` });
  }

  /** False for what comes too late to count. */
  commit({ learner, session, sequence, terminated, cmi }: Sent): boolean {
    const kept = this.#kept(learner);
    if (session !== kept.session || sequence < kept.sequence) return false;
    kept.sequence = sequence;
    kept.record = committed(kept.record, cmi, terminated);
    return true;
  }

  record(learner: string): LearnerRecord | null {
    return this.#learners.get(learner)?.record ?? null;
  }

  /** The learner starts anew, as after "delete all attempts". */
  forget(learner: string): void {
    const kept = this.#kept(learner);
    kept.record = null;
    kept.registration = randomUUID();
    kept.session += 1;
  }

  #kept(learner: string): Kept {
    const known = this.#learners.get(learner);
    if (known !== undefined) return known;
    const fresh: Kept = { registration: randomUUID(), record: null, session: 0, sequence: 0 };
    this.#learners.set(learner, fresh);
    return fresh;
  }
}

function withQuery(page: string, query: URLSearchParams | null): string {
  return query === null ? page : `${page}${page.includes('?') ? '&' : '?'}${query.toString()}`;
}
