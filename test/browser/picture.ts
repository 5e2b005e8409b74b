/** Compares a picture of the page with the one that was accepted, pixel by pixel, in a browser: no decoder of our own. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Page } from 'playwright-core';

const accepted = join(import.meta.dirname, 'looks');
const refused = resolve(import.meta.dirname, '../../node_modules/.cache/lectern-looks');

/** Processors round colours differently by a shade or two; a moved letter differs by far more, in far more pixels. */
const SHADES = 40;
const PIXELS = 12;

interface Difference {
  pixels: number;
  /** left, top, right, bottom of what differs. */
  box: number[];
  sizes: string;
}

/** A sentence about what differs, null when nothing does. With UPDATE=1 the new picture is accepted, and the sentence says so. */
export async function compareLook(page: Page, name: string, picture: Buffer): Promise<string | null> {
  const file = join(accepted, `${name}.png`);
  const before = existsSync(file) ? await readFile(file) : null;
  const difference = before === null ? null : await compare(page, before, picture);
  if (before !== null && (difference === null || difference.pixels <= PIXELS)) return null;
  if (process.env['UPDATE'] === '1') {
    await write(file, picture);
    return `${name}: the picture was rewritten; look at it and run again without UPDATE`;
  }
  const where = join(refused, `${name}.png`);
  await write(where, picture);
  if (difference === null) return `${name}: no picture was accepted yet; this one lies in ${where}`;
  const what = difference.pixels === Infinity ? `the size is another, ${difference.sizes}` : `${difference.pixels} pixels differ between left, top, right and bottom ${difference.box.join(', ')}`;
  return `${name}: ${what}; the new picture lies in ${where}`;
}

async function write(file: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
}

function compare(page: Page, one: Buffer, other: Buffer): Promise<Difference> {
  return page.evaluate(
    async ({ pictures, shades }) => {
      const [a, b] = await Promise.all(
        pictures.map(async (base64) => {
          const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
          const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
          context?.drawImage(bitmap, 0, 0);
          return context?.getImageData(0, 0, bitmap.width, bitmap.height);
        }),
      );
      if (a === undefined || b === undefined) throw new Error('the pictures could not be read');
      const sizes = `${a.width} × ${a.height} before, ${b.width} × ${b.height} now`;
      if (a.width !== b.width || a.height !== b.height) return { pixels: Infinity, box: [0, 0, b.width, b.height], sizes };
      let pixels = 0;
      const box = [a.width, a.height, 0, 0];
      for (let at = 0; at < a.data.length; at += 4) {
        const apart = [0, 1, 2].some((part) => Math.abs((a.data[at + part] ?? 0) - (b.data[at + part] ?? 0)) > shades);
        if (!apart) continue;
        pixels++;
        const [x, y] = [(at / 4) % a.width, Math.floor(at / 4 / a.width)];
        box.splice(0, 4, Math.min(box[0] ?? x, x), Math.min(box[1] ?? y, y), Math.max(box[2] ?? x, x), Math.max(box[3] ?? y, y));
      }
      return { pixels, box, sizes };
    },
    { pictures: [one, other].map((bytes) => bytes.toString('base64')), shades: SHADES },
  );
}
