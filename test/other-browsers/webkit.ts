/** Drives WebKitGTK by W3C WebDriver over HTTP: starts its driver, and a display where there is none, and gives windows that know nothing of each other. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
/** Longer than any step takes on a machine that does much else. Milliseconds. */
const PATIENCE = 20_000;
const BETWEEN_LOOKS = 50;

/** Keys by their names in pages, as WebDriver writes them. */
const KEYS: Readonly<Record<string, string>> = {
  Shift: '\uE008',
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Home: '\uE011',
  End: '\uE010',
  Space: ' ',
};

export interface Place {
  driver: string;
  browser: string;
}

/** The driver and the browser that it drives; null where they are not installed. */
export function findWebKit(): Place | null {
  const driver = (process.env['PATH'] ?? '').split(':').map((folder) => join(folder, 'WebKitWebDriver')).find((file) => existsSync(file));
  const libraries = ['x86_64-linux-gnu', 'aarch64-linux-gnu', ''].flatMap((folder) => ['/usr/lib', '/usr/lib64', '/usr/libexec'].map((root) => join(root, folder)));
  const browser = libraries.flatMap((folder) => ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0'].map((name) => join(folder, name, 'MiniBrowser'))).find((file) => existsSync(file));
  return driver === undefined || browser === undefined ? null : { driver, browser };
}

/** One driver process; each window has a profile of its own, which is forgotten with it. */
export class WebKit {
  readonly #processes: ChildProcess[];
  readonly #address: string;
  readonly #browser: string;
  /** What the pages wrote to the console since the start. */
  readonly console: string[] = [];
  version = '';
  #open: Window | null = null;

  private constructor(processes: ChildProcess[], address: string, browser: string) {
    this.#processes = processes;
    this.#address = address;
    this.#browser = browser;
  }

  static async start(place: Place): Promise<WebKit> {
    const processes: ChildProcess[] = [];
    const display = process.env['DISPLAY'] ?? (await startDisplay(processes));
    const port = await freePort();
    const driver = spawn(place.driver, [`--port=${port}`, '--host=127.0.0.1'], { env: { ...process.env, DISPLAY: display, LIBGL_ALWAYS_SOFTWARE: '1' }, stdio: ['ignore', 'pipe', 'pipe'] });
    processes.push(driver);
    const webkit = new WebKit(processes, `http://127.0.0.1:${port}`, place.browser);
    driver.stdout.setEncoding('utf8').on('data', (text: string) => webkit.console.push(...text.split('\n').filter((line) => line.startsWith('CONSOLE '))));
    await eventually('the driver', () => fetch(`http://127.0.0.1:${port}/status`).then(({ ok }) => ok, () => false));
    return webkit;
  }

  /** The driver knows one window at a time: the one before is closed. */
  async window(width = 1060, height = 860): Promise<Window> {
    await this.#open?.close();
    const args = ['--automation', '--enable-write-console-messages-to-stdout=true'];
    const capabilities = { alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary: this.#browser, args } } };
    const opened = (await command(this.#address, 'POST', '/session', { capabilities })) as { sessionId: string; capabilities: { browserVersion: string } };
    this.version = opened.capabilities.browserVersion;
    const window = new Window(`${this.#address}/session/${opened.sessionId}`);
    this.#open = window;
    await window.send('POST', '/timeouts', { script: PATIENCE, pageLoad: PATIENCE, implicit: 0 });
    await window.resize(width, height);
    return window;
  }

  async stop(): Promise<void> {
    for (const child of this.#processes.reverse()) {
      child.kill();
      await new Promise((resolve) => (child.exitCode === null && child.signalCode === null ? child.once('exit', resolve) : resolve(null)));
    }
  }
}

export class Window {
  readonly #session: string;
  #closed = false;

  constructor(session: string) {
    this.#session = session;
  }

  send(method: string, path: string, body: unknown = {}): Promise<unknown> {
    return command(this.#session, method, path, body);
  }

  async resize(width: number, height: number): Promise<void> {
    await this.send('POST', '/window/rect', { x: 0, y: 0, width, height });
  }

  async goto(url: string): Promise<void> {
    await this.send('POST', '/url', { url });
  }

  /** Into the frame that this selector finds, from the page itself and on through the next selectors. */
  async enter(...frames: string[]): Promise<void> {
    await this.send('POST', '/frame', { id: null });
    for (const frame of frames) {
      const found = await eventually(frame, () => this.evaluate((selector: string) => document.querySelector(selector), frame));
      await this.send('POST', '/frame', { id: found });
    }
  }

  /** Runs in the frame entered last; a promise is waited for. */
  async evaluate<T, A extends unknown[]>(action: (...args: A) => T, ...args: A): Promise<Awaited<T>> {
    const script = `const done = arguments[arguments.length - 1]; Promise.resolve((${action.toString()})(...Array.from(arguments).slice(0, -1))).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const answer = (await this.send('POST', '/execute/async', { script, args })) as { value?: Awaited<T>; error?: string };
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value as Awaited<T>;
  }

  /** Waits until the page says yes. */
  async until<A extends unknown[]>(what: string, holds: (...args: A) => unknown, ...args: A): Promise<void> {
    await eventually(what, () => this.evaluate(holds, ...args));
  }

  /** Clicks in the middle of what is seen. Waits until something matches: a selector, and a text that it holds or that is its whole name. */
  async click(selector: string, text = ''): Promise<void> {
    const what = `${selector} “${text}”`;
    let refused = '';
    const click = async (): Promise<boolean> => {
      const element = await eventually(what, () => this.evaluate(visible, selector, text));
      // To the middle, as a reader scrolls; the driver itself would leave it under what sticks to the edges.
      await this.evaluate((each) => each.scrollIntoView({ block: 'center', behavior: 'instant' }), element);
      try {
        await this.send('POST', `/element/${(element as unknown as Record<string, string>)[ELEMENT] ?? ''}/click`);
        return true;
      } catch (error) {
        refused = String(error);
        return false;
      }
    };
    await eventually(what, click).catch((error: unknown) => {
      throw new Error(`${String(error)} ${refused}`);
    });
  }

  sees(selector: string, text = ''): Promise<void> {
    return this.until(`${selector} “${text}”`, visible, selector, text);
  }

  /** A key by its name, `Shift+Tab` too, or a text. */
  async press(...keys: string[]): Promise<void> {
    const actions = keys.flatMap((key) => {
      const codes = (key === '+' ? [key] : key.split('+')).map((name) => KEYS[name] ?? name);
      return [...codes.map((value) => ({ type: 'keyDown', value })), ...codes.reverse().map((value) => ({ type: 'keyUp', value }))];
    });
    await this.send('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  async picture(): Promise<Buffer> {
    return Buffer.from((await this.send('GET', '/screenshot')) as string, 'base64');
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.send('DELETE', '');
  }
}

/** Runs in the page, so it stands alone: the first element in sight that matches, by its text or its name. */
function visible(selector: string, text: string): Element | null {
  const words = (element: Element): string => [element.getAttribute('aria-label') ?? '', element.textContent ?? ''].join(' ').replace(/\s+/g, ' ');
  const inSight = (element: Element): boolean => element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
  return [...document.querySelectorAll(selector)].find((element) => inSight(element) && words(element).includes(text)) ?? null;
}

async function command(base: string, method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(base + path, method === 'POST' ? { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : { method });
  const { value } = (await response.json()) as { value: unknown };
  if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
  return value;
}

/** The first answer that is not empty, asked for again and again; another process gives no event to wait for. */
export async function eventually<T>(what: string, ask: () => Promise<T>): Promise<NonNullable<T>> {
  const started = Date.now();
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    if (Date.now() - started > PATIENCE) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS));
  }
}

/** An X server without a screen. It says itself which number it took. */
async function startDisplay(processes: ChildProcess[]): Promise<string> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1200x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  processes.push(server);
  const number = await new Promise<string>((resolve, reject) => {
    server.once('error', reject);
    server.stdio[3]?.once('data', (data: Buffer) => resolve(data.toString('utf8').trim()));
  });
  return `:${number}`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
