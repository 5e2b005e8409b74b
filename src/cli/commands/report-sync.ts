/** `lectern report sync`: what is new in an LRS into the local store, with a line that says how far it is. */
import { relative, resolve } from 'node:path';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { wholeFile } from '../../diagnostics/diagnostic.ts';
import { visibleLine } from '../../diagnostics/visible.ts';
import { LIFECYCLE } from '../../report/statement/names.ts';
import { writeParquet } from '../../report/store/parquet.ts';
import { DEFAULT_STORE, openStore } from '../../report/store/store.ts';
import { Lrs, LrsRefused, type Waiting } from '../../report/sync/lrs.ts';
import { type Progress, sync } from '../../report/sync/sync.ts';
import type { Io } from '../io.ts';
import type { ReportRequest } from '../report-arguments.ts';
import { fillFolder } from '../write-files.ts';
import { type Told, WrongWords } from './report-told.ts';

const VERBS: readonly string[] = [...LIFECYCLE, 'answered', 'experienced', 'progressed', 'interacted', 'mastered'];

export async function syncStore({ values, flags }: ReportRequest, io: Io): Promise<Told> {
  const endpoint = values.get('endpoint')?.at(-1);
  if (endpoint === undefined) throw new WrongWords('“lectern report sync” needs the address of the LRS.', 'Write --endpoint https://lrs.example.org/xapi.');
  const verbs = (values.get('verbs') ?? []).flatMap((text) => text.split(',')).map((word) => word.trim());
  const unknown = verbs.find((verb) => !VERBS.includes(verb));
  if (unknown !== undefined) throw new WrongWords(`There is no verb “${unknown}”.`, `Verbs: ${VERBS.join(', ')}.`);
  const { key, secret } = await credentials(io);
  const store = resolve(io.cwd, values.get('store')?.at(-1) ?? DEFAULT_STORE);
  const database = await openStore(store);
  const line = new ProgressLine(io, flags.has('json'));
  try {
    const lrs = new Lrs({ endpoint, key, secret, fetch, wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)), waiting: (state) => line.wait(new URL(endpoint).host, state) });
    const { output, diagnostics } = await sync(database, lrs, { endpoint, verbs: [...new Set([...LIFECYCLE, ...verbs])], now: Date.now, progress: (state) => line.show(state) });
    line.clear();
    const parquet = values.get('parquet')?.at(-1);
    if (parquet !== undefined) await fillFolder(resolve(io.cwd, parquet), 'statements', () => writeParquet(database, resolve(io.cwd, parquet)));
    const { fetched, added, known, setAside, through } = output;
    const text = `${fetched} statements fetched: ${added} new, ${known} known already, ${setAside} set aside\n${through === null ? 'Not complete: call the same command again to go on.' : `Complete up to ${through}.`}\nKept in ${relative(io.cwd, store) || store}\n`;
    return { text, json: { store, endpoint, ...output }, diagnostics };
  } catch (error) {
    if (!(error instanceof LrsRefused)) throw error;
    return { text: '', json: {}, diagnostics: [diagnose('report/lrs', wholeFile('--endpoint'), { endpoint: endpoint.replace(/\/\/[^@/]*@/, '//'), reason: error.message, help: error.help })] };
  } finally {
    database.close();
  }
}

/** Never from the command line, where other users of the computer can read them. */
async function credentials(io: Io): Promise<{ key: string; secret: string }> {
  const [key, secret] = [io.env['LECTERN_LRS_KEY'] ?? (await io.ask?.('Key of the LRS: ', false)), io.env['LECTERN_LRS_SECRET'] ?? (await io.ask?.('Secret: ', true))];
  if (key === undefined || key === null || secret === undefined || secret === null) throw new WrongWords('There is no key and secret for the LRS.', 'Set LECTERN_LRS_KEY and LECTERN_LRS_SECRET, or call the command in a terminal, where it asks.');
  return { key, secret };
}

const BAR = 24;

/** One line on standard error that is written over; where nobody watches, no more than why nothing happens. */
class ProgressLine {
  readonly #io: Io;
  readonly #silent: boolean;
  readonly #began = Date.now();
  #shown = 0;

  constructor(io: Io, silent: boolean) {
    this.#io = io;
    this.#silent = silent || !io.isTTY;
  }

  show({ verb, walk, walks, fetched, share }: Progress): void {
    const now = Date.now();
    if (this.#silent || now - this.#shown < 100) return;
    this.#shown = now;
    const seconds = (now - this.#began) / 1000;
    const whole = (walk - 1 + (share ?? 0)) / walks;
    const full = Math.round(whole * BAR);
    const left = whole > 0.02 ? `, about ${duration((seconds / whole) * (1 - whole))} left` : '';
    this.#io.stderr.write(`\r\u001b[K${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${verb.slice(verb.lastIndexOf('/') + 1)} (${walk} of ${walks}), ${fetched} statements, ${Math.round(fetched / Math.max(1, seconds))}/s${left}`);
  }

  /** Stays on the screen, and in the log of a job that runs by night. */
  wait(host: string, { attempt, attempts, reason, since }: Waiting): void {
    this.clear();
    this.#shown = 0;
    const why = reason === null || since > 0 ? '' : ` (${reason})`;
    this.#io.stderr.write(`Waiting for ${visibleLine(host)}, attempt ${attempt} of ${attempts}${since > 0 ? `, ${duration(since / 1000)}` : ''}${visibleLine(why)} …\n`);
  }

  clear(): void {
    if (this.#shown > 0) this.#io.stderr.write('\r\u001b[K');
  }
}

function duration(seconds: number): string {
  return seconds < 90 ? `${Math.ceil(seconds)} s` : seconds < 5400 ? `${Math.ceil(seconds / 60)} min` : `${Math.ceil(seconds / 3600)} h`;
}
