/** How long a moving picture moves: GIF, animated PNG and animated WebP (WCAG 2.2.2 asks for at most five seconds). */

/** Seconds until it stops by itself, Infinity when it never does; null when it does not move. Never throws; linear. */
export function motionSeconds(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = text(bytes, 0, 12);
  const found = head.startsWith('GIF8') ? gif(bytes, view) : head.startsWith('\x89PNG') ? png(bytes, view) : head.startsWith('RIFF') && head.endsWith('WEBP') ? webp(bytes, view) : null;
  if (found === null || found.frames < 2) return null;
  return found.loops === 0 ? Infinity : found.seconds * found.loops;
}

interface Motion {
  frames: number;
  /** Of one run. */
  seconds: number;
  /** Runs; 0 is for ever. */
  loops: number;
}

function text(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

/** A delay of less than 20 ms is shown as 100 ms by every browser. */
function shownDelay(hundredths: number): number {
  return hundredths < 2 ? 0.1 : hundredths / 100;
}

/** GIF89a: graphic control extensions carry the delays, the NETSCAPE2.0 extension the number of repetitions. */
function gif(bytes: Uint8Array, view: DataView): Motion {
  const motion: Motion = { frames: 0, seconds: 0, loops: 1 };
  const table = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 << ((flags & 7) + 1));
  let at = 13 + table(bytes[10] ?? 0);
  let delay = 0;
  while (at < bytes.length) {
    const block = bytes[at];
    if (block === 0x2c) {
      motion.frames++;
      motion.seconds += shownDelay(delay);
      at = skipBlocks(bytes, at + 11 + table(bytes[at + 9] ?? 0));
    } else if (block === 0x21) {
      if (bytes[at + 1] === 0xf9 && at + 6 <= bytes.length) delay = view.getUint16(at + 4, true);
      if (bytes[at + 1] === 0xff && text(bytes, at + 3, at + 14) === 'NETSCAPE2.0' && at + 18 <= bytes.length) {
        const repeats = view.getUint16(at + 16, true);
        motion.loops = repeats === 0 ? 0 : repeats + 1;
      }
      at = skipBlocks(bytes, at + 2);
    } else break;
  }
  return motion;
}

/** Past data sub-blocks: each begins with its length, the last one is empty. */
function skipBlocks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && (bytes[at] ?? 0) > 0) at += (bytes[at] ?? 0) + 1;
  return at + 1;
}

/** APNG: `acTL` says how often it runs, each `fcTL` how long a frame stands. */
function png(bytes: Uint8Array, view: DataView): Motion {
  const motion: Motion = { frames: 0, seconds: 0, loops: 1 };
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const chunk = text(bytes, at + 4, at + 8);
    if (chunk === 'acTL' && at + 16 <= bytes.length) motion.loops = view.getUint32(at + 12);
    if (chunk === 'fcTL' && at + 32 <= bytes.length) {
      motion.frames++;
      motion.seconds += view.getUint16(at + 28) / (view.getUint16(at + 30) || 100);
    }
    if (chunk === 'IEND') break;
  }
  return motion;
}

/** WebP: `ANIM` says how often it runs, each `ANMF` how many milliseconds a frame stands. */
function webp(bytes: Uint8Array, view: DataView): Motion {
  const motion: Motion = { frames: 0, seconds: 0, loops: 1 };
  for (let at = 12; at + 8 <= bytes.length; ) {
    const chunk = text(bytes, at, at + 4);
    const size = view.getUint32(at + 4, true);
    if (chunk === 'ANIM' && at + 14 <= bytes.length) motion.loops = view.getUint16(at + 12, true);
    if (chunk === 'ANMF' && at + 24 <= bytes.length) {
      motion.frames++;
      motion.seconds += (view.getUint32(at + 20, true) & 0xffffff) / 1000;
    }
    at += 8 + size + (size % 2);
  }
  return motion;
}
