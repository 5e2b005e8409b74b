/** One seed for all property tests, so that a run says the same thing twice; FC_SEED=… tries another. */
import fc from 'fast-check';

// A file that was run before in this worker may have loaded what wants a browser's global object (test/traces/window.ts).
Reflect.deleteProperty(globalThis, 'window');
fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 148_411) });
