/** A Chromium of the test's own, with a profile on the disk and a process group that can be killed as a power cut would. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import type { FoundBrowser } from './chromium.ts';

export interface OwnBrowser {
  /** Of the profile: what it keeps, the next browser on the same folder finds. */
  context: BrowserContext;
  /** kill -9 of the browser and everything it has started: no page hears of it. */
  kill(): Promise<void>;
  /** As a learner closes it. */
  close(): Promise<void>;
}

/** A process for each tab: a tab that waits for an answer must not make the others wait. */
const TABS = ['--renderer-process-limit=100', '--no-first-run', '--no-default-browser-check'];

/** `profile`: a folder, new or left by an earlier browser that is gone. */
export async function startOwnBrowser(found: FoundBrowser, profile: string): Promise<OwnBrowser> {
  const child = spawn(found.executablePath, [...found.args, '--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, ...TABS, 'about:blank'], {
    env: { ...process.env, ...found.env },
    stdio: ['ignore', 'ignore', 'pipe'],
    // Leads a group of its own, so that its children can be named without naming anybody else's.
    detached: process.platform !== 'win32',
  });
  const gone = once(child, 'exit');
  let browser: Browser | null = null;
  const kill = async (): Promise<void> => {
    killGroup(child);
    await gone;
    await browser?.close();
  };
  try {
    browser = await chromium.connectOverCDP(await address(child));
  } catch (error) {
    await kill();
    throw error;
  }
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('The browser has no profile.');
  const connected = browser;
  const close = async (): Promise<void> => {
    const session = await connected.newBrowserCDPSession();
    await session.send('Browser.close');
    await gone;
  };
  return { context, kill, close };
}

/** On Windows the children of a process that is gone end by themselves. */
function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
}

/** The browser prints where it can be driven. */
async function address(child: ChildProcess): Promise<string> {
  let text = '';
  for await (const chunk of child.stderr?.setEncoding('utf8').iterator({ destroyOnReturn: false }) ?? []) {
    text += String(chunk);
    const found = /DevTools listening on (ws:\S+)/.exec(text)?.[1];
    if (found === undefined) continue;
    child.stderr?.resume();
    return found;
  }
  throw new Error(`The browser ended after: ${text}`);
}
