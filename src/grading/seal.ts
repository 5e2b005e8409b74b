/**
 * Seals what would give an answer away, so that it is not readable in the package's files. A hurdle, not secrecy:
 * whoever runs the page holds the key. Pure, without WebCrypto, because many LMSs are served over plain http.
 */
import { fnv } from './fnv.ts';

/** A stream of bytes from a seed (mulberry32); the same seed gives the same stream everywhere. */
function keystream(seed: number): () => number {
  let s = seed;
  return () => {
    s = (s + 0x6d2b79f5) | 0;
    let t = Math.imul(s ^ (s >>> 15), 1 | s);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) & 0xff;
  };
}

function xor(bytes: Uint8Array, key: string): Uint8Array {
  const next = keystream(fnv(key));
  return bytes.map((b) => b ^ next());
}

/** `key` is derived from the course's content: course id, item id and prompt. Returns base64. */
export function seal(text: string, key: string): string {
  let binary = '';
  for (const b of xor(new TextEncoder().encode(text), key)) binary += String.fromCharCode(b);
  return btoa(binary);
}

/** Opens what `seal` made; throws on text that is not base64. */
export function unseal(sealed: string, key: string): string {
  const bytes = Uint8Array.from(atob(sealed), (c) => c.charCodeAt(0));
  return new TextDecoder().decode(xor(bytes, key));
}

/** The key both sides derive: it depends on the item's own content, not on chance or on a build. */
export function sealKey(courseId: string, item: { id: string; text: string }): string {
  return `${courseId}\n${item.id}\n${item.text}`;
}
