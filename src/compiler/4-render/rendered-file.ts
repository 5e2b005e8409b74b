/** A file of the package on its way there. */
import { createHash } from 'node:crypto';

export interface RenderedFile {
  /** In the package: no leading slash, `/` between folders, lower-case ASCII. */
  path: string;
  /** What is in it: UTF-8 text but for pictures and recordings, or already what 6-pack makes of that. */
  content: Uint8Array | Finished;
  /** Name of the one unit that it belongs to; absent: all of them use it. */
  unit?: string;
}

/** A file as it lies in a zip, and what has to be known of it once its text is gone. */
export interface Finished {
  deflated: Uint8Array;
  /** Bytes before they were compressed, and their CRC-32. */
  size: number;
  crc: number;
  /** SHA-256 of those bytes, hexadecimal. */
  digest: string;
  /** What looks like a credential in use, as it stands there. */
  credentials: readonly string[];
}

export function digestOf(content: Uint8Array | Finished): string {
  return content instanceof Uint8Array ? createHash('sha256').update(content).digest('hex') : content.digest;
}
