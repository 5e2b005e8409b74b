/** Opens an address in the browser that the computer's owner prefers. */
import { spawn } from 'node:child_process';

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [program: string, ...args: string[]]>>> = {
  darwin: ['open'],
  // An empty first word is the window's title; without it an address between quotes would be one.
  win32: ['cmd', '/c', 'start', ''],
};

/** Without one nothing happens: the address was printed. */
export function openBrowser(url: string): void {
  const [program, ...args] = OPENERS[process.platform] ?? ['xdg-open'];
  spawn(program, [...args, url], { stdio: 'ignore', detached: true }).on('error', () => undefined).unref();
}
