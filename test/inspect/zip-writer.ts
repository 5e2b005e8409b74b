/** Writes zips by hand, also ones that no honest program writes (PKWARE APPNOTE 4.3). */
import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../src/compiler/6-pack/crc32.ts';

export interface Member {
  name: string;
  content: string | Uint8Array;
  /** What the headers claim instead of the truth. */
  bytes?: number;
  crc?: number;
  flags?: number;
  method?: number;
  /** Points at the data of an earlier member instead of having its own. */
  sameDataAs?: number;
}

export function writeZip(members: readonly Member[]): Uint8Array {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  const starts: number[] = [];
  let at = 0;
  for (const member of members) {
    const name = Buffer.from(member.name);
    const content = Buffer.from(member.content);
    const data = deflateRawSync(content);
    const start = member.sameDataAs === undefined ? at : (starts[member.sameDataAs] ?? 0);
    starts.push(start);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(member.flags ?? 0x800, 2);
    fields.writeUInt16LE(member.method ?? 8, 4);
    fields.writeUInt32LE(member.crc ?? crc32(content), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(member.bytes ?? content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    if (member.sameDataAs === undefined) {
      const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), fields, name, data]);
      parts.push(local);
      at += local.length;
    }
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(start, 10);
    central.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), fields, tail, name]));
  }
  const list = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, list, end]);
}
