/** CRC-32 as zips use it (polynomial 0xEDB88320). */
import zlib from 'node:zlib';

/** Node has it from 20.15 on, ten times as fast. */
export const crc32: (bytes: Uint8Array) => number = (zlib as Partial<typeof zlib>).crc32 ?? byTable;

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb8_8320 : crc >>> 1;
  return crc >>> 0;
});

export function byTable(bytes: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (TABLE[(crc ^ byte) & 0xff] ?? 0);
  return ~crc >>> 0;
}
