/** The state of a preview: the newest package that could be built, what was wrong with the text, and what the LMS keeps of each learner. */
import { createHash, randomUUID } from 'node:crypto';
import type { ActivitySettings } from './activity-tree.ts';
import { importPackage, type ImportedPackage } from './imported-package.ts';
import { Lrs } from './lrs/lrs.ts';
import { cmiAtLaunch, type Cmi, committed, type LaunchTerms, type LearnerRecord, sessionBegun, sessionEnded } from './records.ts';

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
  /** Where the LMS launches the lessons one by one: what it lists, and its rules. */
  units: readonly { id: string; title: string; page: string }[];
  activities: ActivitySettings | null;
}

/** What an LMS that launches the lessons one by one knows of a learner. */
export interface Results {
  /** By unit, as far as its sequencer asks. */
  units: Record<string, Cmi>;
  /** The one that was opened last; '' = none. */
  last: string;
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

/** One request of a course to the record store. */
export interface Asked {
  method: string;
  /** Below the store's address: `statements`, `activities/state`. */
  path: string;
  /** Which document, or which statements by their verbs. */
  about: string;
  /** Null: no answer came. */
  status: number | null;
  /** What the store says where it refuses. */
  body: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** What the record store and the LMS around it know of a learner. */
export interface StoreView {
  /** The learner's, those of the LMS among them. */
  statements: readonly Record<string, unknown>[];
  complaints: readonly string[];
  /** Documents of this enrolment, by their names. */
  documents: Record<string, string>;
  requests: readonly Asked[];
  /** When the course was opened last; milliseconds since 1970. */
  opened: number;
  /** cmi5: what the LMS waits for; '' elsewhere. */
  moveOn: string;
}

/** What a sequencer asks of a lesson. */
const JUDGED = ['completion_status', 'success_status', 'score', 'exit'];

/** Requests beyond this are forgotten. */
const MOST_REQUESTS = 500;

interface Kept {
  /** cmi5 and Tin Can: the enrolment, which a new start replaces. */
  registration: string;
  /** By unit; a course that is launched as one is the unit ''. */
  records: Map<string, LearnerRecord>;
  /** The one that was opened last. */
  unit: string;
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
  /** Of the package on show, as a hash. */
  #bytes = '';
  #requests: Asked[] = [];
  #opened = 0;

  constructor(standard: string) {
    this.#standard = standard;
  }

  /** Takes a new build. A package that is the same as the one on show is no news to the page. */
  async take(built: Built): Promise<void> {
    this.#last = built;
    if (built.zip === null) return;
    const bytes = createHash('sha256').update(built.zip).digest('hex');
    if (bytes === this.#bytes) return;
    const imported = await importPackage(built.zip);
    this.#bytes = bytes;
    this.#build = built.build;
    this.#edition += 1;
    this.#editions.set(this.#edition, imported);
    // A page that is just being replaced may still ask for the files of the edition before.
    this.#editions.delete(this.#edition - 2);
  }

  state(): DeskState {
    const { remarks, summary, zip } = this.#last;
    const course = this.#editions.get(this.#edition);
    return {
      title: course?.title ?? '',
      units: course?.units.map(({ id, title, launch }) => ({ id, title, page: launch })) ?? [],
      activities: course?.activities ?? null,
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

  /** Null when there is nothing to play. `origin`: of the preview, where the record store is. `unit`: which of several; '' = the course as one. */
  launch(terms: LaunchTerms, origin: string, faults: readonly string[] = [], unit = ''): Launched | null {
    const course = this.#editions.get(this.#edition);
    const launched = course?.units.find(({ id }) => id === unit) ?? course?.units[0] ?? course;
    if (course === undefined || launched === undefined) return null;
    const kept = this.#kept(terms.learner);
    const open = kept.records.get(kept.unit);
    if (open !== undefined) kept.records.set(kept.unit, sessionEnded(open));
    kept.unit = launched.id;
    kept.session += 1;
    kept.sequence = 0;
    this.#opened = Date.now();
    this.#requests = [];
    const record = kept.records.get(launched.id) ?? null;
    const cmi = cmiAtLaunch({ ...course, ...launched }, terms, record);
    if (record !== null) kept.records.set(launched.id, sessionBegun(record, cmi));
    return { session: kept.session, cmi, page: withQuery(launched.launch, this.#query(course, terms, kept, origin, faults)), edition: this.#edition };
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
    kept.records.set(kept.unit, committed(kept.records.get(kept.unit) ?? null, cmi, terminated));
    return true;
  }

  record(learner: string, unit = ''): LearnerRecord | null {
    return this.#learners.get(learner)?.records.get(unit) ?? null;
  }

  results(learner: string): Results {
    const { records, unit } = this.#kept(learner);
    return { units: Object.fromEntries([...records].map(([id, { cmi }]) => [id, Object.fromEntries(JUDGED.map((name) => [name, cmi[name]]))])), last: unit };
  }

  /** A request to the record store was answered. */
  heard(asked: Asked): void {
    this.#requests = [...this.#requests, asked].slice(-MOST_REQUESTS);
  }

  store(learner: string): StoreView {
    const { registration } = this.#kept(learner);
    const own = (statement: Record<string, unknown>): boolean => Reflect.get(Object(statement['context']), 'registration') === registration;
    const documents = [...this.lrs.documents].flatMap(([key, text]): [string, string][] => {
      const [kind, name = ''] = key.split('\n');
      return kind === 'state' && key.endsWith(`\n${registration}`) ? [[name, text]] : [];
    });
    return {
      statements: [...this.lrs.statements, ...this.lrs.own].filter(own),
      complaints: this.lrs.complaints,
      documents: Object.fromEntries(documents),
      requests: this.#requests,
      opened: this.#opened,
      moveOn: this.#editions.get(this.#edition)?.moveOn ?? '',
    };
  }

  /** The learner starts anew, as after "delete all attempts". */
  forget(learner: string): void {
    const kept = this.#kept(learner);
    kept.records.clear();
    kept.unit = '';
    kept.registration = randomUUID();
    kept.session += 1;
  }

  #kept(learner: string): Kept {
    const known = this.#learners.get(learner);
    if (known !== undefined) return known;
    const fresh: Kept = { registration: randomUUID(), records: new Map(), unit: '', session: 0, sequence: 0 };
    this.#learners.set(learner, fresh);
    return fresh;
  }
}

function withQuery(page: string, query: URLSearchParams | null): string {
  return query === null ? page : `${page}${page.includes('?') ? '&' : '?'}${query.toString()}`;
}
