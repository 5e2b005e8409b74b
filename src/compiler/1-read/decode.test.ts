/** Bytes that are text, and the many kinds that are not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, firstBadByte } from './decode.ts';

const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
const only = (input: Buffer) => {
  const { text, diagnostics } = decode('one.md', input);
  expect(text).toBeNull();
  expect(diagnostics).toHaveLength(1);
  return diagnostics[0];
};

describe('text', () => {
  it('is handed on as it stands, without its byte order mark', () => {
    expect(decode('one.md', bytes('a\r\nb — ü 😀\n'))).toEqual({ text: 'a\r\nb — ü 😀\n', diagnostics: [] });
    expect(decode('one.md', bytes('\ufeff# One')).text).toBe('# One');
  });

  it('with a stray control character is still text: its place is reported later', () => {
    expect(decode('one.md', bytes('A lesson on bytes.\0 More of it.')).text).toContain('\0');
  });

  it('decodes whatever was encoded as UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (noise) => {
        const text = `Some words, so that it is not empty and not mistaken for a program. ${noise.replaceAll('\0', '').replace(/[\x01-\x1f\x7f]/g, '')}`;
        expect(decode('one.md', Buffer.from(text)).text).toBe(text);
      }),
    );
  });
});

describe('not UTF-8', () => {
  it('is reported at the line and the column of the first bad byte, with the words meant', () => {
    const diagnostic = only(bytes('# 😀 One\r\nüber caf', [0xe9], ' au lait\n'));
    expect(diagnostic).toMatchObject({ code: 'file/not-utf8', line: 2, column: 9, endLine: 2, endColumn: 10 });
    expect(diagnostic?.message).toContain('0xE9');
    expect(diagnostic?.message).toContain('café');
  });

  it('counts no byte order mark', () => {
    expect(only(bytes('\ufeffcaf', [0xe9], ' au lait'))).toMatchObject({ line: 1, column: 4 });
  });

  it.each([
    ['an overlong form', [0xc0, 0xaf], 0],
    ['a surrogate', [0x41, 0xed, 0xa0, 0x80], 1],
    ['a point above U+10FFFF', [0xf4, 0x90, 0x80, 0x80], 0],
    ['a sequence cut short', [0x41, 0xe2, 0x82], 1],
    ['a lone continuation', [0x80], 0],
  ])('begins at %s', (_, input, offset) => {
    expect(firstBadByte(Uint8Array.from(input))).toBe(offset);
  });

  it('begins where a decoder first replaces a byte', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (input) => {
        const offset = firstBadByte(input);
        expect(() => new TextDecoder('utf-8', { fatal: true }).decode(input.subarray(0, offset))).not.toThrow();
        if (offset < input.length) expect(() => new TextDecoder('utf-8', { fatal: true }).decode(input)).toThrow();
      }),
    );
  });
});

describe('another encoding', () => {
  it.each([
    ['UTF-16 (little endian)', bytes([0xff, 0xfe], [0x41, 0])],
    ['UTF-16 (big endian)', bytes([0xfe, 0xff], [0, 0x41])],
    ['UTF-32', bytes([0xff, 0xfe, 0, 0], [0x41, 0, 0, 0])],
    ['without a mark', Buffer.from('A whole lesson', 'utf16le')],
  ])('%s is called by its name', (name, input) => {
    expect(only(input)).toMatchObject({ code: 'file/utf16', message: expect.stringContaining(name) });
  });
});

describe('no text at all', () => {
  it.each([
    ['Word', bytes('PK\x03\x04', 'aaa [Content_Types].xml word/document.xml')],
    ['ZIP', bytes('PK\x03\x04', [1, 2, 3])],
    ['PDF', bytes('%PDF-1.7\n')],
    ['rich text', bytes('{\\rtf1 Hello}')],
    ['old Word', bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1])],
    ['PNG', bytes([0x89], 'PNG\r\n')],
    ['JPEG', bytes([0xff, 0xd8, 0xff, 0xe0])],
    ['not text', bytes([0, 1, 2, 3, 4, 5, 0, 0])],
    ['not text', bytes('abc', [0, 0xff, 0xfa, 0, 0x80])],
  ])('is called %s', (name, input) => {
    expect(only(input)).toMatchObject({ code: 'file/binary', line: 1, column: 1, message: expect.stringContaining(name) });
  });

  it.each(['', ' \n\t\n', '\ufeff', '\ufeff\r\n'])('is empty: %j', (text) => {
    expect(only(Buffer.from(text))).toMatchObject({ code: 'file/empty' });
  });
});
