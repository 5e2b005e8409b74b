/** Speaks to an LRS: one page of statements after the other, with patience for those that are busy and none for those that answer nonsense. */
import { z } from 'zod';

/** Why the LRS cannot be read; `help` says what to do. */
export class LrsRefused extends Error {
  readonly help: string;
  /** HTTP status; null where there was none. */
  readonly status: number | null;
  constructor(reason: string, help: string, status: number | null = null) {
    super(reason);
    this.help = help;
    this.status = status;
  }
}

export interface Page {
  statements: unknown[];
  /** Address of the next page; null on the last. */
  more: string | null;
  /** The header, as it came; null where there is none. */
  consistentThrough: string | null;
  /** The LRS's own clock, milliseconds since 1970; null where it does not say. */
  date: number | null;
}

export interface LrsOptions {
  /** Such as https://lrs.example.org/xapi, without `statements`. */
  endpoint: string;
  key: string;
  secret: string;
  /** Bytes that an answer may have. */
  largest?: number;
  fetch: typeof fetch;
  /** Waits so many milliseconds. */
  wait: (milliseconds: number) => Promise<void>;
  /** Told now and then while nothing comes, and before each further attempt. */
  waiting?: (state: Waiting) => void;
  /** Milliseconds for a whole answer, and between two words about it. */
  timeout?: number;
  patience?: number;
}

export interface Waiting {
  /** From 1. */
  attempt: number;
  attempts: number;
  /** Why the attempt before this one failed; null in the first. */
  reason: string | null;
  /** Milliseconds since this attempt began; 0 when it is about to. */
  since: number;
}

const TRIES = 7;
/** Who has said nothing for so many whole timeouts will not speak. */
const MOST_TIMEOUTS = 3;
const FIRST_WAIT = 500;
const LONGEST_WAIT = 60_000;
const TIMEOUT = 120_000;
const PATIENCE = 15_000;
/** Bytes; a page of a thousand statements has two million. */
const LARGEST = 256 * 1024 * 1024;

const result = z.object({ statements: z.array(z.unknown()), more: z.string().nullish() });

export class Lrs {
  readonly #options: LrsOptions;
  readonly #base: URL;
  #version = '1.0.3';

  /** Throws LrsRefused for an address that would give the credentials away. */
  constructor(options: LrsOptions) {
    this.#options = options;
    this.#base = baseOf(options.endpoint);
  }

  /** The address of the first page for these parameters. */
  first(parameters: Readonly<Record<string, string>>): string {
    const url = new URL('statements', this.#base);
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    return url.href;
  }

  /** Retries what may pass by itself; throws LrsRefused for the rest. */
  async page(address: string): Promise<Page> {
    const url = new URL(address, this.#base);
    // The next page of another host would get the password.
    if (url.origin !== this.#base.origin) throw new LrsRefused(`its next page is on another server, ${url.host}`, 'Ask who runs the LRS to mend the address under which it knows itself.');
    if (url.username !== '' || url.password !== '') throw new LrsRefused('the address of its next page holds a password', 'Ask who runs the LRS to mend the address under which it knows itself.');
    return this.#patiently(url, pageOf);
  }

  /** A statement that was taken back, which no page shows any more; null where the LRS does not have it or does not give it out. */
  async voided(id: string): Promise<unknown> {
    try {
      return await this.#patiently(new URL(this.first({ voidedStatementId: id, attachments: 'false', format: 'exact' })), bodyOf);
    } catch (error) {
      if (error instanceof LrsRefused && error.status !== null && error.status >= 400 && error.status < 500 && !(error instanceof Busy)) return null;
      throw error;
    }
  }

  async #patiently<T>(url: URL, read: Reader<T>): Promise<T> {
    let reason: string | null = null;
    let timeouts = 0;
    for (let attempt = 1; ; attempt += 1) {
      const attempts = timeouts === 0 ? TRIES : Math.min(TRIES, attempt - 1 + MOST_TIMEOUTS - timeouts);
      const answer: { read: T } | LrsRefused = await this.#watched({ attempt, attempts, reason }, () => this.#ask(url, read));
      if (!(answer instanceof LrsRefused)) return answer.read;
      reason = answer.message;
      if (answer instanceof Silent) timeouts += 1;
      if (!mayPass(answer) || attempt === TRIES || timeouts === MOST_TIMEOUTS) throw answer;
      await this.#options.wait(waitFor(attempt - 1, answer instanceof Busy ? answer.after : null));
    }
  }

  /** Says that it waits: before each attempt but the first, and then again and again while nothing comes. */
  async #watched<T>(state: Omit<Waiting, 'since'>, work: () => Promise<T>): Promise<T> {
    const { waiting, patience = PATIENCE } = this.#options;
    const began = Date.now();
    if (state.attempt > 1) waiting?.({ ...state, since: 0 });
    const timer = setInterval(() => waiting?.({ ...state, since: Date.now() - began }), patience);
    try {
      return await work();
    } finally {
      clearInterval(timer);
    }
  }

  async #ask<T>(url: URL, read: Reader<T>): Promise<{ read: T } | LrsRefused> {
    const { key, secret } = this.#options;
    const timeout = this.#options.timeout ?? TIMEOUT;
    let began = false;
    let response: Response;
    let text: string;
    try {
      response = await this.#options.fetch(url, {
        headers: { Authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`, 'X-Experience-API-Version': this.#version, Accept: 'application/json' },
        redirect: 'manual',
        signal: AbortSignal.timeout(timeout),
      });
      began = true;
      text = await bodyText(response, this.#options.largest ?? LARGEST);
    } catch (error) {
      if (error instanceof LrsRefused) return error;
      if (!(error instanceof Error)) throw error;
      if (error.name === 'TimeoutError') return new Silent(`${began ? 'its answer did not end' : 'it did not answer'} within ${timeout >= 60_000 ? `${timeout / 60_000} minutes` : `${timeout / 1000} s`}`);
      return began ? new Busy(`the connection broke in the middle of its answer (${causeOf(error).message})`, 'Try again; if it happens again, a server between you and the LRS cuts long answers.', null, null) : unreachable(error);
    }
    if (response.status === 400 && this.#version === '1.0.3' && /version/i.test(text)) {
      this.#version = '2.0.0';
      return new Busy('it wants another version of xAPI', 'Try again.', 400, 0);
    }
    return response.ok ? read(response, text) : refusal(response, text);
  }
}

type Reader<T> = (response: Response, text: string) => { read: T } | LrsRefused;

/** Worth another try, after so many milliseconds where the LRS says so. */
class Busy extends LrsRefused {
  readonly after: number | null;
  constructor(reason: string, help: string, status: number | null, after: number | null) {
    super(reason, help, status);
    this.after = after;
  }
}

/** It, or what stands before it, holds the line and says nothing. */
class Silent extends Busy {
  constructor(reason: string) {
    super(reason, 'See in a browser whether the LRS is running. What was fetched so far is kept; the same command goes on from there.', null, null);
  }
}

function mayPass(problem: LrsRefused): boolean {
  return problem instanceof Busy;
}

function causeOf(error: Error): Error {
  return error.cause instanceof Error ? error.cause : error;
}

/** What Node calls certificates that it does not trust. */
const CERTIFICATE = /CERT|UNABLE_TO_(?:GET|VERIFY)|SELF_SIGNED/;

function unreachable(error: Error): LrsRefused {
  const cause = causeOf(error);
  const code = 'code' in cause ? String(cause.code) : '';
  const reason = `it cannot be reached (${cause.message})`;
  if (CERTIFICATE.test(code)) return new LrsRefused(reason, 'This computer does not trust its certificate, and the password would go to whoever answers. If your organisation signs its own, put the file of its authority into NODE_EXTRA_CA_CERTS.');
  if (code === 'ENOTFOUND') return new LrsRefused(reason, 'There is no server of that name: see that the address is right and that you are online.');
  return new Busy(reason, 'See that the address is right and that the LRS is running.', null, null);
}

/** Whoever never stops sending would fill the memory. */
async function bodyText(response: Response, largest: number): Promise<string> {
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for await (const some of response.body ?? []) {
    bytes += (some as Uint8Array).length;
    if (bytes > largest) throw new LrsRefused(`its answer is longer than ${Math.round(largest / 1_048_576)} MB`, 'Ask who runs the LRS to give fewer statements at once; until then, lectern report import takes an export of it.', response.status);
    text += decoder.decode(some as Uint8Array, { stream: true });
  }
  return text + decoder.decode();
}

/** Doubled each time, spread so that several clients do not come back together. */
function waitFor(attempt: number, asked: number | null): number {
  if (asked !== null) return Math.min(asked, LONGEST_WAIT);
  return Math.min(FIRST_WAIT * 2 ** attempt, LONGEST_WAIT) * (0.75 + Math.random() / 2);
}

function baseOf(endpoint: string): URL {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) throw new LrsRefused('the address is no web address', 'Write --endpoint https://lrs.example.org/xapi.');
  if (url.username !== '' || url.password !== '') throw new LrsRefused('the address holds a password, which others can see in the list of processes', 'Leave it out; put key and secret into LECTERN_LRS_KEY and LECTERN_LRS_SECRET.');
  const loopback = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  if (url.protocol === 'http:' && !loopback) throw new LrsRefused('the address begins with http://, so the password would travel readable', 'Write https://.');
  url.search = '';
  url.hash = '';
  url.pathname = url.pathname.replace(/\/statements\/?$/, '').replace(/\/*$/, '/');
  return url;
}

function bodyOf(response: Response, text: string): { read: unknown } | LrsRefused {
  if (/^\s*</.test(text)) {
    const title = /<title[^>]*>([^<]{1,80})/i.exec(text)?.[1]?.trim();
    return new LrsRefused(`it answered with a web page${title === undefined ? '' : ` called “${title}”`} instead of statements`, 'The address of the statements often ends in /xapi or /xAPI; the LRS shows it beside its credentials.', response.status);
  }
  try {
    return { read: JSON.parse(text) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return new Busy('its answer was cut off', 'Try again; if it happens again, a server between you and the LRS cuts long answers.', response.status, null);
  }
}

function pageOf(response: Response, text: string): { read: Page } | LrsRefused {
  const body = bodyOf(response, text);
  if (body instanceof LrsRefused) return body;
  const checked = result.safeParse(body.read);
  if (!checked.success) return new LrsRefused('its answer has no list of statements', 'See that the address is that of an LRS for xAPI 1.0.3 or 2.0.', response.status);
  const { statements, more } = checked.data;
  const date = Date.parse(response.headers.get('date') ?? '');
  return { read: { statements, more: more === '' ? null : (more ?? null), consistentThrough: response.headers.get('x-experience-api-consistent-through'), date: Number.isNaN(date) ? null : date } };
}

function refusal(response: Response, text: string): LrsRefused {
  const { status } = response;
  const said = text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim().slice(0, 120);
  if (status === 401 || status === 403) return new LrsRefused(`it refuses the key and secret (${status})`, 'They must be allowed to read statements. Set LECTERN_LRS_KEY and LECTERN_LRS_SECRET.', status);
  if (status >= 300 && status < 400) return new LrsRefused(`it sends on to ${response.headers.get('location') ?? 'another address'}`, 'Use that address, if it is one you trust.', status);
  if (status === 429 || status >= 500 || status === 408) return new Busy(`it is busy or out of order (${status})`, 'Try again later; it goes on where it stopped.', status, retryAfter(response.headers.get('retry-after')));
  return new LrsRefused(`it answered ${status}${said === '' ? '' : `: ${said}`}`, 'See that the address is that of an LRS for xAPI 1.0.3 or 2.0.', status);
}

/** Seconds or a date, as HTTP allows both. */
function retryAfter(header: string | null): number | null {
  if (header === null) return null;
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - Date.now());
}
