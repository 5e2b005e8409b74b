/** Starts what every package needs and what takes a while without needing the processor we run on. */
import { libxml } from './6-pack/libxml.ts';

/** WebAssembly is compiled beside our own work, so it begins before the compiler itself is loaded. A failure is met again where libxml2 is used. */
export function loadAhead(): void {
  void Promise.allSettled([libxml()]);
}
