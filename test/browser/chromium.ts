/** Finds a Chromium that runs here: the one npm installed, else an installed Chrome, Chromium or Edge. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { findFirefox, startFirefox } from './firefox.ts';

/** How to start a browser that was found: plain data, so that it can be handed to test workers. */
export interface FoundBrowser {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
  /** Missing: Chromium. */
  engine?: 'firefox';
}

const MISSING =
  'No browser for the tests: install Google Chrome, Chromium or Microsoft Edge, or set CHROME_PATH to the program file of one of them.';

/** Why each candidate was refused stands behind the one sentence that says what to do. */
function missing(reasons: string[]): Error {
  return new Error(reasons.length === 0 ? MISSING : `${MISSING}\n${reasons.map((r) => `  ${r}`).join('\n')}`);
}

const root = resolve(import.meta.dirname, '../..');

/** Root may not use the sandbox; the tests open nothing but their own pages. */
const ARGS = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', '--disable-dev-shm-usage'];

/** Starts the browser; the caller closes it. */
export function startBrowser(found: FoundBrowser): Promise<Browser> {
  if (found.engine === 'firefox') return startFirefox(found.executablePath);
  return chromium.launch({
    executablePath: found.executablePath,
    args: found.args,
    env: { ...definedEnvironment(), ...found.env },
    headless: true,
  });
}

/** The first candidate that really starts. Throws one sentence saying what to install when none does. */
export async function findBrowser(): Promise<FoundBrowser> {
  if (process.env['LECTERN_BROWSER'] === 'firefox') {
    const executablePath = findFirefox();
    if (executablePath === null) throw new Error('No Firefox: install it, or set FIREFOX_PATH to its program file.');
    return { executablePath, args: [], env: {}, engine: 'firefox' };
  }
  const reasons: string[] = [];
  for await (const candidate of candidates(reasons)) {
    try {
      const browser = await startBrowser(candidate);
      await browser.close();
      return candidate;
    } catch (error) {
      reasons.push(`${candidate.executablePath}: ${firstLine(error)}`);
    }
  }
  throw missing(reasons);
}

async function* candidates(reasons: string[]): AsyncGenerator<FoundBrowser> {
  const chosen = process.env['CHROME_PATH'];
  if (chosen !== undefined && chosen !== '') yield { executablePath: chosen, args: ARGS, env: {} };
  if (process.platform === 'linux' && process.arch === 'x64') {
    const folder = await unpack().catch((error: unknown) => {
      reasons.push(`@sparticuz/chromium: ${firstLine(error)}`);
      return null;
    });
    if (folder !== null) yield* packed(folder);
  }
  for (const executablePath of installedPlaces()) {
    if (existsSync(executablePath)) yield { executablePath, args: ARGS, env: {} };
  }
}

/** With the system's libraries first, then with those that came along, for systems without NSS. */
function* packed(folder: string): Generator<FoundBrowser> {
  const executablePath = join(folder, 'chromium');
  const env = { FONTCONFIG_FILE: join(folder, 'lectern-fonts.conf') };
  yield { executablePath, args: ARGS, env };
  yield { executablePath, args: ARGS, env: { ...env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } };
}

/**
 * The package unpacks into the temp folder and trusts whatever half-written file it finds there. So it is made to
 * unpack into a fresh folder of ours, which gets its final name only when it is whole.
 */
async function unpack(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const { version } = createRequire(import.meta.url)(join(packageFolder(entry), 'package.json')) as { version: string };
  const cache = join(root, 'node_modules', '.cache');
  const final = join(cache, `chromium-${version}`);
  if (existsSync(final)) return final;
  await mkdir(cache, { recursive: true });
  const staging = await mkdtemp(join(cache, 'chromium-'));
  try {
    await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '-e', `import c from '@sparticuz/chromium'; await c.executablePath();`],
      // The Lambda variable makes the package unpack its libraries too.
      { cwd: root, env: { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' } },
    );
    await writeFile(join(staging, 'lectern-fonts.conf'), fontConfiguration(final, true));
    await rename(staging, final);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    // Another run may have finished first; its folder is as good.
    if (!existsSync(final)) throw error;
  }
  return final;
}

/** The same browser with the packed fonts and no others, so that pictures of it are the same everywhere; null for a browser that is not the packed one. */
export async function withPackedFonts(found: FoundBrowser): Promise<FoundBrowser | null> {
  const configuration = found.env['FONTCONFIG_FILE'];
  if (configuration === undefined) return null;
  const folder = dirname(configuration);
  const file = join(folder, 'lectern-packed-fonts.conf');
  await writeFile(file, fontConfiguration(folder, false));
  return { ...found, env: { ...found.env, FONTCONFIG_FILE: file } };
}

function packageFolder(entry: string): string {
  let folder = dirname(entry);
  while (!existsSync(join(folder, 'LICENSE'))) folder = dirname(folder);
  return folder;
}

/** The packed fonts, with those of the system or without. */
function fontConfiguration(folder: string, withSystem: boolean): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${withSystem ? '  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>\n' : ''}  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, withSystem ? 'fonts-cache' : 'packed-fonts-cache')}</cachedir>
</fontconfig>
`;
}

function installedPlaces(): string[] {
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      apps.map((app) => join(folder, `${app}.app`, 'Contents', 'MacOS', app)),
    );
  }
  if (process.platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return folders.flatMap((folder) => programs.map((program) => join(folder, program)));
  }
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable'];
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/opt/google/chrome', '/opt/microsoft/msedge', '/snap/bin'];
  return folders.filter((folder) => folder !== '').flatMap((folder) => [...names, 'chrome', 'msedge'].map((name) => join(folder, name)));
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}
