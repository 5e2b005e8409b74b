/** Calls back when something below some folders changes, once for a burst of changes. */
import { type FSWatcher, watch } from 'node:fs';

/** Editors write a file in several steps; what comes within this time is one change. Milliseconds. */
const QUIET = 150;

/** Resolves when `stop` is aborted; without one it goes on as long as the process. Changes during a call lead to one more. */
export function onChange(folders: readonly string[], stop: AbortSignal | undefined, changed: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    let running = Promise.resolve();
    const watchers: FSWatcher[] = [];
    const end = (finish: () => void) => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
      void running.then(finish, finish);
    };
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        running = running.then(changed);
        running.catch((error: unknown) => end(() => reject(error)));
      }, QUIET);
    };
    for (const folder of new Set(folders)) watchers.push(watch(folder, { recursive: true }, soon).on('error', (error) => end(() => reject(error))));
    stop?.addEventListener('abort', () => end(resolve), { once: true });
  });
}
