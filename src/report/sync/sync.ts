/** Brings what is new in an LRS into the store: one walk for each verb, each page kept with the place it leads to, so that a walk can be broken off anywhere. */
import { diagnose } from '../../diagnostics/diagnose.ts';
import { type Diagnostic, wholeFile } from '../../diagnostics/diagnostic.ts';
import type { Database, Row } from '../engine/database.ts';
import { jsonOf, statementOf } from '../imports/json.ts';
import { verbAddresses } from '../statement/names.ts';
import { readTimestamp } from '../statement/time.ts';
import { addStatements, type Incoming } from '../store/store.ts';
import { type Lrs, LrsRefused, type Page } from './lrs.ts';

export interface SyncOptions {
  /** How the LRS is called in the store and in messages. */
  endpoint: string;
  /** Short names (names.ts). */
  verbs: readonly string[];
  now: () => number;
  /** Called after each page. */
  progress: (state: Progress) => void;
}

export interface Progress {
  verb: string;
  /** From 1. */
  walk: number;
  walks: number;
  fetched: number;
  /** Statements on a full page, once one was seen. */
  pageSize: number | null;
  /** Share of the time to walk through that is done; null where it cannot be told. */
  share: number | null;
}

export interface Synced {
  fetched: number;
  added: number;
  known: number;
  setAside: number;
  /** Everything stored up to here is in the store; null when the LRS could not be asked. */
  through: string | null;
}

/** Statements asked for at once; LRSs give fewer without saying so. */
const LIMIT = 1000;
/** Fetched again, for LRSs that call “now” consistent: statements are known by their ids, so nothing is doubled. */
const OVERLAP = 5 * 60_000;
/** A clock may be this far off before its header is a lie. */
const CLOCK_SLACK = 5 * 60_000;
/** An LRS that has not become consistent for so long is out of order. */
const OLD = 24 * 3_600_000;

export async function sync(database: Database, lrs: Lrs, options: SyncOptions): Promise<{ output: Synced; diagnostics: Diagnostic[] }> {
  const walker = new Walker(database, lrs, options);
  await walker.go();
  return { output: walker.output, diagnostics: walker.diagnostics };
}

class Walker {
  readonly output: Synced = { fetched: 0, added: 0, known: 0, setAside: 0, through: null };
  readonly diagnostics: Diagnostic[] = [];
  readonly #database: Database;
  readonly #lrs: Lrs;
  readonly #options: SyncOptions;
  #pageSize: number | null = null;

  constructor(database: Database, lrs: Lrs, options: SyncOptions) {
    this.#database = database;
    this.#lrs = lrs;
    this.#options = options;
  }

  async go(): Promise<void> {
    const { endpoint, verbs } = this.#options;
    const addresses = verbAddresses([...verbs, 'voided']);
    try {
      const probe = await this.#lrs.page(this.#lrs.first({ limit: '1', attachments: 'false', format: 'ids' }));
      const until = this.#through(probe);
      for (const [index, verb] of addresses.entries()) await this.#walk(verb, until, { walk: index + 1, walks: addresses.length });
      await this.#takenBack(addresses.length);
      this.output.through = until;
    } catch (error) {
      if (!(error instanceof LrsRefused)) throw error;
      this.diagnostics.push(diagnose('report/lrs', wholeFile(endpoint), { endpoint, reason: error.message, help: error.help }));
    }
    const { added, known, setAside, through } = this.output;
    await this.#database.run('INSERT INTO import_log VALUES (make_timestamp($at::BIGINT * 1000), $endpoint, $format, NULL, $added, $known, $aside, $through, $rules)', { at: this.#options.now(), endpoint, format: 'xapi', added, known, aside: setAside, through, rules: JSON.stringify({ verbs }) });
  }

  /**
   * Up to when the LRS's answers are complete, by its own word where that can be true, and never later than this computer's own time: what is
   * stored after the end of a walk is fetched by the next one, what lies before it never again.
   */
  #through({ consistentThrough, date }: Page): string {
    const { endpoint, now } = this.#options;
    const latest = now() + CLOCK_SLACK;
    const clock = Math.min(date ?? now(), latest);
    const said = consistentThrough === null ? null : readTimestamp(consistentThrough);
    const lie = date !== null && date > latest ? `its clock says ${new Date(date).toISOString()}, which is in the future`
      : consistentThrough === null ? null
      : said === null ? `it says that it is complete up to “${consistentThrough}”, which is no time`
      : said > clock + CLOCK_SLACK ? `it says that it is complete up to ${consistentThrough}, which is in the future`
      : said < clock - OLD ? `it says that it is complete only up to ${consistentThrough}, more than a day ago` : null;
    if (lie !== null) this.diagnostics.push(diagnose('report/untrue-header', wholeFile(endpoint), { endpoint, reason: lie }));
    else if (consistentThrough === null) this.diagnostics.push(diagnose('report/consistent-through', wholeFile(endpoint), { endpoint }));
    return new Date(said === null ? clock : Math.min(said, clock)).toISOString();
  }

  async #walk(verb: string, until: string, place: { walk: number; walks: number }): Promise<void> {
    const state = await this.#state(verb);
    const watermark = state?.['watermark'] === undefined || state['watermark'] === null ? null : String(state['watermark']);
    const resumed = state !== null && typeof state['more'] === 'string' && typeof state['until'] === 'string';
    const end = resumed ? String(state['until']) : until;
    const start = this.#first(verb, watermark, end);
    try {
      await this.#pages(verb, resumed ? String(state['more']) : start, { watermark, end, place });
    } catch (error) {
      // An address of a page may have run out since; the walk then begins anew, and what is known is not added again.
      if (!resumed || !(error instanceof LrsRefused) || error.status === null || error.status === 401 || error.status === 403) throw error;
      await this.#pages(verb, start, { watermark, end, place });
    }
    // A walk that was broken off ended where it was meant to: the time since then is a walk of its own.
    if (resumed && end < until) await this.#walk(verb, until, place);
  }

  #first(verb: string, watermark: string | null, until: string): string {
    const since = watermark === null ? {} : { since: new Date(Date.parse(watermark) - OVERLAP).toISOString() };
    return this.#lrs.first({ verb, ...since, until, ascending: 'true', limit: String(LIMIT), attachments: 'false', format: 'exact' });
  }

  async #pages(verb: string, first: string, { watermark, end, place }: { watermark: string | null; end: string; place: { walk: number; walks: number } }): Promise<void> {
    const visited = new Set<string>();
    let address: string | null = first;
    while (address !== null) {
      const page: Page = await this.#lrs.page(address);
      // In one walk neither an address nor the statement that begins a page comes twice.
      const marks = [address, ...page.statements.slice(0, 1).map(idOf)];
      if (marks.some((mark) => visited.has(mark)) || (page.statements.length === 0 && page.more !== null && visited.has(''))) {
        throw new LrsRefused('its pages lead round in a circle', 'Ask who runs the LRS; until then, lectern report import takes an export of it.');
      }
      for (const mark of page.statements.length === 0 ? [...marks, ''] : marks) visited.add(mark);
      await this.#keep(verb, page, page.more === null ? { watermark: end, until: null, more: null } : { watermark, until: end, more: page.more });
      if (page.more !== null) this.#pageSize = Math.max(this.#pageSize ?? 0, page.statements.length);
      this.#options.progress({ verb, ...place, fetched: this.output.fetched, pageSize: this.#pageSize, share: shareOf(page, watermark, end) });
      address = page.more;
    }
  }

  /** No walk shows what was voided, so it is asked for by its ids: the audit names it, with what it said. Each is asked for once. */
  async #takenBack(walks: number): Promise<void> {
    const { endpoint, progress } = this.#options;
    const missing = await this.#database.all(`SELECT DISTINCT v.voids AS id FROM statement v WHERE v.verb = 'voided' AND v.source = $endpoint
      AND NOT EXISTS (SELECT 1 FROM statement s WHERE s.id = v.voids) AND NOT EXISTS (SELECT 1 FROM sought t WHERE t.endpoint = $endpoint AND t.id = v.voids) ORDER BY 1`, { endpoint });
    for (const [index, { id }] of missing.entries()) {
      const statement = await this.#lrs.voided(String(id));
      const incoming = this.#read(statement === null ? [] : [statement]);
      await this.#database.transaction(async () => {
        await this.#add(incoming);
        await this.#database.run('INSERT INTO sought VALUES ($endpoint, $id)', { endpoint, id: String(id) });
      });
      this.output.fetched += incoming.length;
      progress({ verb: 'what was voided', walk: walks, walks, fetched: this.output.fetched, pageSize: null, share: (index + 1) / missing.length });
    }
  }

  /** The page's statements and the place behind it, in one transaction. */
  async #keep(verb: string, page: Page, next: { watermark: string | null; until: string | null; more: string | null }): Promise<void> {
    const { endpoint } = this.#options;
    const incoming = this.#read(page.statements);
    await this.#database.transaction(async () => {
      await this.#add(incoming);
      await this.#database.run(`INSERT INTO sync_state VALUES ($endpoint, $verb, $watermark, $until, $more, $fetched)
        ON CONFLICT (endpoint, verb) DO UPDATE SET watermark = excluded.watermark, until = excluded.until, more = excluded.more, fetched = sync_state.fetched + excluded.fetched`, { endpoint, verb, ...next, fetched: page.statements.length });
    });
    this.output.fetched += page.statements.length;
  }

  /** What can count; the rest is set aside, by its id. */
  #read(statements: readonly unknown[]): Incoming[] {
    const { endpoint, now } = this.#options;
    const incoming: Incoming[] = [];
    for (const value of statements) {
      const id = idOf(value);
      const one = statementOf({ where: id, line: 1, value, text: jsonOf(value) }, endpoint, now());
      if (!('reason' in one)) incoming.push(one);
      else {
        this.output.setAside += 1;
        this.diagnostics.push(diagnose('report/row', wholeFile(endpoint), { row: `The statement ${id}`, reason: one.reason }));
      }
    }
    return incoming;
  }

  async #add(incoming: Incoming[]): Promise<void> {
    const { added, known, conflicts } = await addStatements(this.#database, incoming);
    this.output.added += added;
    this.output.known += known;
    this.output.setAside += conflicts.length;
    for (const id of conflicts) this.diagnostics.push(diagnose('report/conflict', wholeFile(this.#options.endpoint), { id }));
  }

  async #state(verb: string): Promise<Row | null> {
    const [row] = await this.#database.all('SELECT watermark, until, more FROM sync_state WHERE endpoint = $endpoint AND verb = $verb', { endpoint: this.#options.endpoint, verb });
    return row ?? null;
  }
}

function idOf(statement: unknown): string {
  return typeof statement === 'object' && statement !== null && 'id' in statement ? String(statement.id) : 'without an id';
}

/** How far the last statement's time of storing is between the two ends. */
function shareOf(page: Page, watermark: string | null, until: string): number | null {
  const last = page.statements.at(-1);
  const stored = typeof last === 'object' && last !== null && 'stored' in last && typeof last.stored === 'string' ? readTimestamp(last.stored) : null;
  if (page.more === null) return 1;
  if (stored === null || watermark === null) return null;
  const [from, to] = [Date.parse(watermark), Date.parse(until)];
  return to > from ? Math.max(0, Math.min(1, (stored - from) / (to - from))) : null;
}
