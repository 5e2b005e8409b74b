/** Drives the test LMS in a browser: opens a course for a learner, and tells what was called, stored, asked for and complained of. */
import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, BrowserContextOptions, Frame, Page } from 'playwright-core';
import { importPackage } from '../../src/preview/imported-package.ts';
import type { ImportedPackage } from '../../src/preview/imported-package.ts';
import { type ApiCall, isWindow } from './lms/protocol.ts';
import { byElement } from '../../src/preview/records.ts';
import type { LearnerRecord } from '../../src/preview/records.ts';
import { LmsServer } from './lms/server.ts';
import type { LaunchSettings, ServerLaunch } from './lms/server.ts';

export type { ApiCall, LearnerRecord };

export interface LaunchOptions extends Partial<LaunchSettings> {
  /** Of the browser context: colour scheme, JavaScript, locale … */
  context?: BrowserContextOptions;
  /** Nobody looks at the page: however long it stands, nothing is taken for read. */
  looksAway?: boolean;
  /** In another tab of this launch's browser instead of a context of its own: a shared computer, or two tabs. */
  sharing?: Launch;
}

export class Lms {
  readonly server: LmsServer;
  readonly #browser: Browser;
  readonly #open = new Set<BrowserContext>();

  private constructor(browser: Browser, server: LmsServer) {
    this.#browser = browser;
    this.server = server;
  }

  /** `zip`: the package, or the path of its file. */
  static async start(browser: Browser, zip: Uint8Array | string): Promise<Lms> {
    const bytes = typeof zip === 'string' ? await readFile(zip) : zip;
    return new Lms(browser, await LmsServer.start(await importPackage(bytes)));
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#open].map((context) => context.close()));
    await this.server.stop();
  }

  get course(): ImportedPackage {
    return this.server.course;
  }

  /** What the LMS keeps of a learner; throws before the first commit. */
  stored(learner = 'learner-1'): LearnerRecord {
    const record = this.server.record(learner);
    if (record === null) throw new Error(`The LMS has stored nothing for ${learner}.`);
    return record;
  }

  /** The stored values by their names without `cmi.`; values that were never set are left out. */
  values(learner = 'learner-1'): Record<string, string> {
    const all = Object.entries(byElement(this.stored(learner).cmi));
    return Object.fromEntries(all.filter(([, value]) => value !== '' && value !== 'null'));
  }

  /** Opens the LMS page and the course in a browser context of its own, which knows nothing of earlier ones. */
  async launch(options: LaunchOptions = {}): Promise<Launch> {
    const { context: contextOptions, sharing, looksAway, ...settings } = options;
    const server = this.#announce(settings);
    const context = sharing?.context ?? (await this.#newContext(server.settings, contextOptions));
    const launch = await Launch.watch(context, this.server, server, sharing);
    await launch.page.goto(this.server.launchUrl(server));
    await launch.whenReady();
    // Scripts for new documents do not reach windows that a page opens.
    if (looksAway === true) await launch.frame().evaluate(() => void Object.defineProperty(document, 'visibilityState', { value: 'hidden' }));
    return launch;
  }

  /** Opens the course by its own address, without any LMS page. */
  async openAlone(options: Pick<LaunchOptions, 'context' | 'held'> = {}): Promise<Launch> {
    const server = this.#announce({ api: false, held: options.held ?? null });
    const context = await this.#newContext(server.settings, options.context);
    const launch = await Launch.watch(context, this.server, server);
    const url = this.server.origin + this.server.courseUrl(this.server.launches.indexOf(server));
    await launch.page.goto(url, { waitUntil: server.settings.held === null ? 'load' : 'commit' });
    return launch;
  }

  #announce(settings: Partial<LaunchSettings>): ServerLaunch {
    const server: ServerLaunch = {
      settings: {
        learner: 'learner-1',
        mode: 'normal',
        frame: 'iframe',
        width: 1000,
        height: 700,
        api: true,
        applet: false,
        beacons: true,
        saves: true,
        held: null,
        refused: null,
        ...settings,
      },
      sittings: 0,
      requests: [],
      missing: [],
      calls: [],
      newest: [0, 0],
    };
    this.server.launches.push(server);
    return server;
  }

  async #newContext(settings: LaunchSettings, options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const viewport = { width: Math.max(settings.width, 320) + 40, height: settings.height + 100 };
    const context = await this.#browser.newContext({ viewport, reducedMotion: 'reduce', ...options });
    context.setDefaultTimeout(30_000);
    this.#open.add(context);
    context.on('close', () => this.#open.delete(context));
    return context;
  }
}

/** One learner at one sitting. */
export class Launch {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly #origin: string;
  readonly #courseFolder: string;
  readonly #server: ServerLaunch;
  /** Addresses asked for by any page or frame that are not the LMS's own. */
  readonly strayRequests: string[];
  /** Errors on the console and uncaught exceptions, the LMS page's included. */
  readonly errors: string[];
  /** Directive and address of every blocked thing. */
  readonly violations: string[];
  /** Alerts and "leave page?" prompts. */
  readonly dialogs: string[];

  private constructor(context: BrowserContext, page: Page, server: LmsServer, serverLaunch: ServerLaunch, sharing?: Launch) {
    this.context = context;
    this.page = page;
    this.strayRequests = sharing?.strayRequests ?? [];
    this.errors = sharing?.errors ?? [];
    this.violations = sharing?.violations ?? [];
    this.dialogs = sharing?.dialogs ?? [];
    this.#origin = server.origin;
    this.#courseFolder = `${server.origin}/course/${server.launches.indexOf(serverLaunch)}/`;
    this.#server = serverLaunch;
  }

  /** Launches that share a browser context share what is watched there. */
  static async watch(context: BrowserContext, server: LmsServer, serverLaunch: ServerLaunch, sharing?: Launch): Promise<Launch> {
    const page = await context.newPage();
    const launch = new Launch(context, page, server, serverLaunch, sharing);
    if (sharing !== undefined) return launch;
    context.on('request', (request) => {
      const url = request.url();
      const own = [server.origin, server.foreignOrigin].some((origin) => url.startsWith(`${origin}/`));
      if (/^(https?|wss?):/.test(url) && !own) launch.strayRequests.push(url);
    });
    context.on('console', (message) => {
      if (message.type() === 'error') launch.errors.push(message.text());
    });
    context.on('weberror', (error) => launch.errors.push(String(error.error())));
    context.on('dialog', (dialog) => {
      launch.dialogs.push(`${dialog.type()}: ${dialog.message()}`);
      void dialog.accept();
    });
    await context.exposeBinding('reportViolation', (_source, what: string) => {
      launch.violations.push(what);
    });
    await context.addInitScript(() => {
      const { reportViolation } = window as unknown as { reportViolation: (what: string) => void };
      document.addEventListener('securitypolicyviolation', (event) => {
        reportViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
      });
    });
    return launch;
  }

  get settings(): LaunchSettings {
    return this.#server.settings;
  }

  /** Files of the package asked for so far, in order. */
  get requests(): readonly string[] {
    return this.#server.requests;
  }

  /** Files asked for that the package does not hold. */
  get missing(): readonly string[] {
    return this.#server.missing;
  }

  async whenReady(): Promise<void> {
    await expectFrame(this.page, `${this.#origin}/lms/page`);
    await this.lms().locator('html[data-lms=ready]').waitFor({ state: 'attached' });
    if (isWindow(this.settings.frame)) {
      const [popup] = await Promise.all([this.context.waitForEvent('page'), this.page.getByRole('button', { name: 'Open the course' }).click()]);
      await popup.waitForLoadState();
      return;
    }
    await expectFrame(this.page, this.#courseFolder);
    await this.frame().waitForLoadState();
  }

  /** The LMS page, which holds the API. */
  lms(): Frame {
    const found = this.page.frames().find((frame) => frame.url().startsWith(`${this.#origin}/lms/page`));
    if (found === undefined) throw new Error('The LMS page is not open.');
    return found;
  }

  /** The frame, window or page that shows the course. */
  frame(): Frame {
    const frames = this.context.pages().flatMap((page) => page.frames());
    const found = frames.find((frame) => frame.url().startsWith(this.#courseFolder));
    if (found === undefined) throw new Error(`No course among ${frames.map((frame) => frame.url()).join(', ')}.`);
    return found;
  }

  /** Every call of the course the server has heard of, in order. */
  calls(method?: string): ApiCall[] {
    return this.#server.calls.filter((call) => method === undefined || call.method === method);
  }

  /** Every call made so far: waits until the server has heard of all that the open LMS page knows. */
  async settled(): Promise<ApiCall[]> {
    const made = await this.lms().evaluate(() => window.lmsCalls.length);
    const sitting = this.#server.sittings;
    await until(`${made} calls`, () => this.#server.calls.filter((call) => call.sitting === sitting).length >= made);
    return this.calls();
  }

  /** Value of a data model element as the running API holds it; leaves no trace in the call log. */
  value(element: string): Promise<string> {
    return this.lms().evaluate((name) => window.lmsApi.GetValue(name), element);
  }

  /** Leaves as a learner does who closes the tab. */
  async closeTab(): Promise<void> {
    await Promise.all([this.page.waitForEvent('close'), this.page.close({ runBeforeUnload: true })]);
  }

  /** The window of a course that was opened in one of its own. */
  async closeCourseWindow(): Promise<void> {
    const window = this.frame().page();
    await Promise.all([window.waitForEvent('close'), window.close({ runBeforeUnload: true })]);
  }

  /** The LMS takes the course out of its page. */
  async removeFrame(): Promise<void> {
    await this.lms().evaluate(() => document.querySelector('#course')?.remove());
  }

  /** The course's frame alone is loaded anew, as by its context menu. */
  async reloadFrame(): Promise<void> {
    const loaded = this.page.waitForEvent('framenavigated');
    await this.frame().evaluate(() => location.reload());
    await loaded;
  }

  /** The browser is killed: no event reaches the page. */
  async kill(): Promise<void> {
    await this.context.close();
  }

  /** Everything a course must never do, in one list; empty when it behaved. */
  complaints(): string[] {
    return [
      ...this.strayRequests.map((url) => `request to ${url}`),
      ...this.violations.map((what) => `blocked: ${what}`),
      ...this.errors.map((what) => `error: ${what}`),
      ...this.dialogs.map((what) => `dialog: ${what}`),
      ...this.missing.map((file) => `not in the package: ${file}`),
    ];
  }
}

async function expectFrame(page: Page, url: string): Promise<void> {
  if (page.frames().some((frame) => frame.url().startsWith(url))) return;
  await page.waitForEvent('framenavigated', (frame) => frame.url().startsWith(url));
}

/** Waits for what only other events of this process can bring about. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  const started = Date.now();
  while (!holds()) {
    if (Date.now() - started > 30_000) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
