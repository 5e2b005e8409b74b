/** XML is written so that every reader gets back exactly what was meant. */
import fc from 'fast-check';
import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { element, writable, writeXml } from './xml.ts';

/** Any UTF-16 units at all: control characters, lone surrogates, non-characters. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
  fc.array(fc.constantFrom('&', '<', '>', '"', "'", ']]>', '\r\n', '\t', '&amp;', '<!--', '<?x?>', '\u0000', '\u0085', '\u2028', '\uFFFE')).map((all) => all.join('')),
);

function read<T>(xml: string, look: (document: XmlDocument) => T): T {
  const document = XmlDocument.fromString(xml);
  try {
    return look(document);
  } finally {
    document.dispose();
  }
}

describe('text goes through a parser unharmed', () => {
  test('as content, whatever it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const xml = writeXml(element('title', {}, text));
        expect(read(xml, (document) => document.root.content)).toBe(writable(text));
      }),
      { numRuns: 500 },
    );
  });

  test('as an attribute, line breaks and tabs included', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const xml = writeXml(element('file', { href: text }));
        expect(read(xml, (document) => document.root.attr('href')?.value)).toBe(writable(text));
      }),
      { numRuns: 500 },
    );
  });

  test('a tree keeps its shape', () => {
    const tree = element('a', { one: '1' }, [element('b', {}, 'text'), element('x:c', { 'xmlns:x': 'urn:x' })]);
    expect(read(writeXml(tree), ({ root }) => root.find('*').map((node) => node.content))).toEqual(['text', '']);
  });

  test('writable text is left alone, so that only unwritable characters change', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(writable(text)).toBe(text);
      }),
    );
    expect(writable('a\u0000b\uD800c\uFFFFd😀')).toBe('a\uFFFDb\uFFFDc\uFFFDd😀');
  });
});

describe('the document is laid out for people', () => {
  test('short elements take a line, long lists of attributes a line each', () => {
    const long = 'x'.repeat(60);
    const tree = element('manifest', { identifier: long, version: long }, [
      element('title', {}, `R&D <"5'> ]]>`),
      element('file', { href: `R&D <"5'>` }),
    ]);
    expect(writeXml(tree)).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<manifest',
        `    identifier="${long}"`,
        `    version="${long}">`,
        `  <title>R&amp;D &lt;"5'&gt; ]]&gt;</title>`,
        '  <file href="R&amp;D &lt;&quot;5&apos;&gt;"/>',
        '</manifest>',
        '',
      ].join('\n'),
    );
  });
});

test.each(['', 'two words', '1st', 'a:b:c', 'a"b', '-x', 'é'])('“%s” is refused as a name', (name) => {
  expect(() => element(name)).toThrow(RangeError);
  expect(() => element('ok', { [name]: '' })).toThrow(RangeError);
});
