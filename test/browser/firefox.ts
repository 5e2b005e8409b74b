/** Starts an installed Firefox for the tests that Chromium runs otherwise: the same hands, another engine. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { firefox } from 'playwright-core';
import type { Browser, BrowserType } from 'playwright-core';

/** What the system is told to prefer; Firefox takes it at its start only. */
export interface Preferences {
  dark?: boolean;
  /** The system's contrast colours in place of the page's own. */
  forcedColors?: boolean;
  /** Letters are twice as big by the setting of the browser. */
  bigText?: boolean;
}

/** The program file of an installed Firefox; null where there is none. */
export function findFirefox(): string | null {
  const chosen = process.env['FIREFOX_PATH'];
  if (chosen !== undefined && chosen !== '') return chosen;
  if (process.platform === 'darwin') return there('/Applications/Firefox.app/Contents/MacOS/firefox');
  if (process.platform === 'win32') return there('C:\\Program Files\\Mozilla Firefox\\firefox.exe');
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/snap/bin'];
  const places = folders.filter((folder) => folder !== '').flatMap((folder) => ['firefox-esr', 'firefox'].map((name) => join(folder, name)));
  return places.find((place) => existsSync(place)) ?? null;
}

function there(path: string): string | null {
  return existsSync(path) ? path : null;
}

/** Starts it without a window; the caller closes it. */
export function startFirefox(executablePath: string, preferences: Preferences = {}): Promise<Browser> {
  tolerate();
  return firefox.launch({
    // An installed Firefox is driven by WebDriver BiDi; without this name a build of Playwright's own would be expected.
    channel: 'moz-firefox',
    executablePath,
    headless: true,
    firefoxUserPrefs: {
      'ui.prefersReducedMotion': 1,
      'layout.css.prefers-color-scheme.content-override': preferences.dark === true ? 0 : 1,
      'browser.display.document_color_use': preferences.forcedColors === true ? 2 : 0,
      'font.size.variable.x-western': preferences.bigText === true ? 32 : 16,
      'font.size.monospace.x-western': preferences.bigText === true ? 26 : 13,
    },
  });
}

/** The parts of Playwright's inner objects that are used below. */
interface Transport {
  send(message: { id: number; method: string }): void;
  onmessage?: (message: Answer) => void;
}
interface Starter {
  connectToTransport(transport: Transport, ...rest: unknown[]): Promise<unknown>;
}
interface Answer {
  id?: number;
  error?: string;
}

/** Asked for at each start or context. What they would set comes from preferences here, or no test leans on it. */
const OPTIONAL = [
  'browser.setDownloadBehavior',
  'emulation.setMediaFeaturesOverride',
  'emulation.setScreenOrientationOverride',
  'emulation.setScreenSettingsOverride',
  'network.addDataCollector',
  'network.setExtraHeaders',
];

let tolerant = false;

/** Playwright fails at once when an ESR does not know one of them; so "unknown command" is answered for the browser, and only that. */
function tolerate(): void {
  if (tolerant) return;
  tolerant = true;
  const { _connection } = firefox as unknown as { _connection: { toImpl(of: BrowserType): { _bidiFirefox: Starter } } };
  const { _bidiFirefox: starter } = _connection.toImpl(firefox);
  const connect = starter.connectToTransport.bind(starter);
  starter.connectToTransport = (transport, ...rest) => {
    const asked = new Set<number>();
    const send = transport.send.bind(transport);
    transport.send = (message) => {
      if (OPTIONAL.includes(message.method)) asked.add(message.id);
      send(message);
    };
    let hear: Transport['onmessage'];
    const forgive = (answer: Answer): void => {
      const unknown = answer.error === 'unknown command' && answer.id !== undefined && asked.has(answer.id);
      hear?.(unknown ? ({ type: 'success', id: answer.id, result: {} } as Answer) : answer);
    };
    Object.defineProperty(transport, 'onmessage', { configurable: true, get: () => hear && forgive, set: (handler: Transport['onmessage']) => void (hear = handler) });
    return connect(transport, ...rest);
  };
}
