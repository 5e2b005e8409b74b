/** Tiny real pictures for tests, made byte by byte. */
import { crc32, deflateSync } from 'node:zlib';

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));
const be32 = (n: number): number[] => [(n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
const be16 = (n: number): number[] => [(n >> 8) & 255, n & 255];
const le16 = (n: number): number[] => [n & 255, (n >> 8) & 255];
const le32 = (n: number): number[] => [n & 255, (n >>> 8) & 255, (n >>> 16) & 255, (n >>> 24) & 255];

function pngChunk(name: string, data: ArrayLike<number>): Buffer {
  const body = Buffer.from([...ascii(name), ...Array.from(data)]);
  return Buffer.concat([Buffer.from(be32(data.length)), body, Buffer.from(be32(crc(body)))]);
}

/** `zlib.crc32` came with Node 22. */
function crc(bytes: Uint8Array): number {
  if (typeof crc32 === 'function') return crc32(bytes);
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value >>> 0;
}

/** White, one bit a pixel. `motion` makes it an animated PNG of `frames` frames. */
export function png(width = 4, height = 3, motion: { frames: number; milliseconds: number; plays: number } | null = null): Buffer {
  const row = Buffer.alloc(1 + Math.ceil(width / 8), 255);
  row[0] = 0;
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)), { level: 9 });
  const frame = (sequence: number, ms: number) => pngChunk('fcTL', [...be32(sequence), ...be32(width), ...be32(height), ...be32(0), ...be32(0), ...be16(ms), ...be16(1000), 0, 0]);
  const frames = motion === null ? [] : Array.from({ length: motion.frames - 1 }, (_, i) => [frame(2 * i + 1, motion.milliseconds), pngChunk('fdAT', [...be32(2 * i + 2), ...pixels])]).flat();
  return Buffer.concat([
    Buffer.from([0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a]),
    pngChunk('IHDR', [...be32(width), ...be32(height), 1, 0, 0, 0, 0]),
    ...(motion === null ? [] : [pngChunk('acTL', [...be32(motion.frames), ...be32(motion.plays)]), frame(0, motion.milliseconds)]),
    pngChunk('IDAT', pixels),
    ...frames,
    pngChunk('IEND', []),
  ]);
}

/** White. `repeats` as in the file: 0 is for ever, null leaves the extension out. */
export function gif(options: { width?: number; height?: number; frames?: number; hundredths?: number; repeats?: number | null } = {}): Buffer {
  const { width = 4, height = 3, frames = 1, hundredths = 10, repeats = null } = options;
  const loop = repeats === null ? [] : [0x21, 0xff, 11, ...ascii('NETSCAPE2.0'), 3, 1, ...le16(repeats), 0];
  const frame = [0x21, 0xf9, 4, 0, ...le16(hundredths), 0, 0, 0x2c, 0, 0, 0, 0, ...le16(1), ...le16(1), 0, 2, 2, 0x4c, 0x01, 0];
  return Buffer.from([...ascii('GIF89a'), ...le16(width), ...le16(height), 0x80, 0, 0, 255, 255, 255, 0, 0, 0, ...loop, ...Array.from({ length: frames }, () => frame).flat(), 0x3b]);
}

/** Header only: enough to know what it is and how it lies. `orientation` as in EXIF, 1 to 8. */
export function jpeg(width = 4, height = 3, orientation: number | null = null): Buffer {
  const tiff = [...ascii('II'), ...le16(42), ...le32(8), ...le16(1), ...le16(0x0112), ...le16(3), ...le32(1), ...le16(orientation ?? 1), 0, 0, ...le32(0)];
  const exif = [...ascii('Exif'), 0, 0, ...tiff];
  const app1 = orientation === null ? [] : [0xff, 0xe1, ...be16(exif.length + 2), ...exif];
  const sof = [0xff, 0xc0, ...be16(17), 8, ...be16(height), ...be16(width), 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0];
  const app0 = [0xff, 0xe0, ...be16(16), ...ascii('JFIF'), 0, 1, 1, 0, ...be16(1), ...be16(1), 0, 0];
  return Buffer.from([0xff, 0xd8, ...(orientation === null ? app0 : app1), ...sof, 0xff, 0xd9]);
}

/** Extended header only; `motion` adds its frames, without pixels. */
export function webp(width = 4, height = 3, motion: { frames: number; milliseconds: number; plays: number } | null = null): Buffer {
  const size = (n: number): number[] => le32(n - 1).slice(0, 3);
  const chunk = (name: string, data: number[]): number[] => [...ascii(name), ...le32(data.length), ...data];
  const frames = motion === null ? [] : [
    ...chunk('ANIM', [0, 0, 0, 0, ...le16(motion.plays)]),
    ...Array.from({ length: motion.frames }, () => chunk('ANMF', [0, 0, 0, 0, 0, 0, ...size(width), ...size(height), ...le32(motion.milliseconds).slice(0, 3), 0])).flat(),
  ];
  const body = [...ascii('WEBP'), ...chunk('VP8X', [motion === null ? 0 : 2, 0, 0, 0, ...size(width), ...size(height)]), ...frames];
  return Buffer.from([...ascii('RIFF'), ...le32(body.length), ...body]);
}

/** The boxes that say what it is and how large; no pixels. */
export function avif(width = 4, height = 3): Buffer {
  const box = (name: string, data: number[]): number[] => [...be32(data.length + 8), ...ascii(name), ...data];
  const ispe = box('ispe', [...be32(0), ...be32(width), ...be32(height)]);
  const meta = box('meta', [...be32(0), ...box('iprp', box('ipco', ispe))]);
  return Buffer.from([...box('ftyp', [...ascii('avif'), ...be32(0), ...ascii('avifmif1')]), ...meta]);
}

export function svg(attributes = 'width="4" height="3"', inside = '<path d="M0 0h4v3"/>'): Buffer {
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`);
}
