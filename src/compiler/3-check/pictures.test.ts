/** Pictures as authors have them: right, wrong, heavy, moving, and described by their file names. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeFile } from '../../diagnostics/diagnostic.ts';
import { avif, gif, jpeg, png, svg, webp } from '../../../test/pictures/make.ts';
import { motionSeconds } from './animation.ts';
import { readPicture } from './picture-kind.ts';
import { checkAltWords, checkFileSize, checkPicture } from './pictures.ts';
import { newReport } from './report.ts';

function said(bytes: Uint8Array, name: string) {
  const report = newReport();
  checkPicture(bytes, name, wholeFile('one.md'), report);
  return report.all();
}

const codes = (bytes: Uint8Array, name: string): string[] => said(bytes, name).map(({ code }) => code);

describe('a picture', () => {
  it.each([
    ['PNG', png(), 'a.png'],
    ['JPEG', jpeg(), 'a.JPG'],
    ['JPEG', jpeg(), 'a.jpeg'],
    ['GIF', gif(), 'a.gif'],
    ['WebP', webp(), 'a.webp'],
    ['AVIF', avif(), 'a.avif'],
    ['SVG', svg(), 'a.svg'],
  ])('of the kind %s is known by its bytes and passes (%#)', (kind, bytes, name) => {
    expect(readPicture(bytes)).toEqual({ kind, width: 4, height: 3 });
    expect(codes(bytes, name)).toEqual([]);
  });

  it('that is a drawing need not say its size', () => {
    expect(codes(svg(''), 'a.svg')).toEqual([]);
    expect(codes(Buffer.concat([Buffer.from(`<?xml version="1.0"?><!-- ${'long '.repeat(1000)}-->`), svg()]), 'a.svg')).toEqual([]);
  });

  it.each([
    ['no bytes', Buffer.alloc(0), 'a.png', 'empty'],
    ['text', Buffer.from('<!doctype html><p>Not found</p>'), 'a.png', 'not a PNG picture'],
    ['only the first bytes of a picture', png().subarray(0, 8), 'a.png', 'not a PNG picture'],
    ['another kind than its name says', jpeg(), 'a.png', 'is a JPEG picture, not the PNG'],
    ['a kind that browsers do not show', Buffer.from('BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x04\0\0\0\x03\0\0\0', 'latin1'), 'a.bmp', 'is a BMP picture, which not every browser shows'],
    ['a video', Buffer.from('\0\0\0\x18ftypmp42', 'latin1'), 'a.mp4', 'no picture that browsers show'],
  ])('with %s is refused', (_, bytes, name, words) => {
    const [only, ...others] = said(bytes, name);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ code: 'media/not-a-picture', severity: 'error', message: expect.stringContaining(words) });
  });

  it('with a wrong name is told its right one', () => {
    expect(said(jpeg(), 'img/a.b.png')[0]?.help).toBe('Rename it to img/a.b.jpg, here and on the disk.');
  });

  it('wider than 2,000 pixels or heavier than 500 kB is called large, with its numbers', () => {
    expect(codes(png(2000, 10), 'a.png')).toEqual([]);
    expect(said(png(2001, 10), 'a.png')).toMatchObject([{ code: 'media/large', severity: 'warning', message: expect.stringContaining('2001 × 10 pixels') }]);
    expect(said(Buffer.concat([png(), Buffer.alloc(500_000)]), 'a.png')[0]?.message).toContain('501 kB');
    expect(codes(svg('width="4000" height="3000"'), 'a.svg')).toEqual([]);
  });

  it('of more than 20 MB is called media/too-large, like any file', () => {
    const report = newReport();
    expect(checkFileSize(20 * 1024 * 1024, 'a.pdf', wholeFile('one.md'), report)).toBe(false);
    expect(checkFileSize(20 * 1024 * 1024 + 1, 'a.pdf', wholeFile('one.md'), report)).toBe(true);
    expect(report.all()).toMatchObject([{ code: 'media/too-large', message: expect.stringContaining('21 MB') }]);
    expect(codes(Buffer.concat([png(), Buffer.alloc(21 * 1024 * 1024)]), 'a.png')).toEqual(['media/too-large']);
  });
});

describe('movement', () => {
  it.each([
    ['a still GIF', gif({ repeats: 0 }), null],
    ['a GIF without end', gif({ frames: 2, repeats: 0 }), Infinity],
    ['a GIF that plays once', gif({ frames: 3, hundredths: 100 }), 3],
    ['a GIF that plays three times', gif({ frames: 2, hundredths: 100, repeats: 2 }), 6],
    ['a GIF as fast as can be', gif({ frames: 10, hundredths: 0 }), 1],
    ['a still PNG', png(), null],
    ['a PNG without end', png(4, 3, { frames: 2, milliseconds: 100, plays: 0 }), Infinity],
    ['a PNG that plays twice', png(4, 3, { frames: 4, milliseconds: 500, plays: 2 }), 4],
    ['a still WebP', webp(), null],
    ['a WebP without end', webp(4, 3, { frames: 2, milliseconds: 100, plays: 0 }), Infinity],
    ['a WebP that plays once', webp(4, 3, { frames: 4, milliseconds: 1500, plays: 1 }), 6],
    ['a JPEG', jpeg(), null],
  ])('of %s lasts %#', (_, bytes, seconds) => {
    expect({ seconds: motionSeconds(bytes) }).toEqual({ seconds: seconds === null || seconds === Infinity ? seconds : expect.closeTo(seconds, 5) });
  });

  it('of more than five seconds is reported', () => {
    expect(codes(gif({ frames: 5, hundredths: 100 }), 'a.gif')).toEqual([]);
    expect(said(gif({ frames: 6, hundredths: 100 }), 'a.gif')).toMatchObject([{ code: 'media/animated', message: expect.stringContaining('6 seconds') }]);
    expect(said(gif({ frames: 2, repeats: 0 }), 'a.gif')[0]?.message).toContain('without end');
  });

  it('is read from damaged files without an end or a fault', () => {
    const whole = [gif({ frames: 3, repeats: 0 }), png(4, 3, { frames: 3, milliseconds: 10, plays: 0 }), webp(4, 3, { frames: 3, milliseconds: 10, plays: 0 })];
    fc.assert(
      fc.property(fc.constantFrom(...whole), fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 8 }), fc.nat(400), (bytes, edits, cut) => {
        const damaged = Uint8Array.from(bytes.subarray(0, cut));
        for (const [at, value] of edits) if (at < damaged.length) damaged[at] = value;
        expect(motionSeconds(damaged)).not.toBeNaN();
        expect(() => readPicture(damaged)).not.toThrow();
      }),
    );
  });
});

describe('a description', () => {
  const about = (alt: string, path = 'img/lock-3.png'): string[] => {
    const report = newReport();
    checkAltWords(alt, path, wholeFile('one.md'), report);
    return report.all().map(({ code }) => code);
  };

  it.each(['lock-3.png', 'Lock-3', 'IMG_2041', 'IMG_2041.JPG', 'Screenshot 2026-04-03 12.30', 'image1', 'model_card.PNG'])('is not the name of a file: %s', (alt) => {
    expect(about(alt)).toEqual(['media/alt-file-name']);
  });

  it.each(['A lock', 'decorative', 'The screenshot shows a terminal', 'Image of a lock', 'lock'])('may be words: %s', (alt) => {
    expect(about(alt, alt === 'lock' ? 'lock.png' : undefined)).toEqual([]);
  });

  it('has 250 characters at most', () => {
    expect(about('word '.repeat(50).trim())).toEqual([]);
    expect(about('words '.repeat(50))).toEqual(['media/alt-long']);
  });
});
