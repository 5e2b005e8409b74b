/** Prose on its way out: what the author wrote arrives, and nothing that runs. */
import fc from 'fast-check';
import type { Root } from 'hast';
import { raw } from 'hast-util-raw';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { describe, expect, it } from 'vitest';
import { avif, gif, jpeg, png, webp } from '../../../test/pictures/make.ts';
import type { Prose } from '../../course/prose.ts';
import { collectMedia } from './media.ts';
import { proseWriter } from './prose.ts';

function parse(markdown: string): Prose {
  return fromMarkdown(markdown, {
    extensions: [gfmTable(), gfmTaskListItem(), gfmFootnote()],
    mdastExtensions: [gfmFootnoteFromMarkdown(), gfmTableFromMarkdown(), gfmTaskListItemFromMarkdown()],
  }).children;
}

const nothing = (): null => null;

function writer(media = collectMedia(nothing)) {
  return proseWriter({
    lessonFile: 'lessons/one.md',
    definitions: [],
    media,
    lessonLink: (path) => (path === 'two.md' ? '#/two' : null),
    readHtml: (tree) => raw(tree) as Root,
    newTab: '(opens in new tab)',
    tableLabel: 'Table',
    pictureDescription: 'Description',
    footnotes: 'Footnotes',
    backToText: 'Back to the text, note',
    blocks: { reveal: 'Show', workedExample: 'Worked example', step: (number, of) => `Step ${number} of ${of}` },
    drawn: { words: { copy: 'Copy', copied: 'Copied', formula: 'Formula' }, description: 'Description', uses: () => undefined, styled: () => 's1' },
    recordings: { words: { transcript: 'Transcript', described: 'Described' }, language: 'en', file: (written) => media.use('lessons/one.md', written), uses: () => undefined },
    callouts: { note: 'Note', tip: 'Tip', important: 'Important', warning: 'Warning', caution: 'Caution' },
    links: { terms: ['weight'], references: [null, '[Qi24]'], lesson: (_kind, target) => (target === 'L2' ? '#/two' : null), words: { reference: 'Reference' }, uses: () => undefined },
    uses: () => undefined,
    figure: () => ({ type: 'element', tagName: 'figure', properties: {}, children: [] }),
  });
}

describe('prose as HTML', () => {
  it('marks links that leave the page and keeps links inside the course', () => {
    expect(writer().html(parse('[a](https://example.org) [b](two.md)'))).toBe(
      '<p><a href="https://example.org" target="_blank" rel="noopener noreferrer">a<span class="new-tab"> (opens in new tab)</span></a> <a href="#/two">b</a></p>',
    );
  });

  it('ships the pictures it shows under names that every server keeps', () => {
    const media = collectMedia(nothing);
    const html = writer(media).html(parse('![A layer](../img/Größe%201.PNG)'));
    const [file] = media.files();
    expect(file?.from).toBe('img/Größe 1.PNG');
    expect(file?.path).toMatch(/^media\/grosse-1\.[0-9a-f]{6}\.png$|^media\/gro-e-1\.[0-9a-f]{6}\.png$/);
    expect(html).toContain(`src="${file?.path}"`);
  });

  it('reserves the room a picture needs', () => {
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>');
    const html = writer(collectMedia(() => svg)).html(parse('![Two layers](two.svg)'));
    expect(html).toMatch(/width="40" height="30"/);
  });

  it('reserves the room of a photograph that lies on its side as it will be shown', () => {
    expect(writer(collectMedia(() => jpeg(40, 30, 6))).html(parse('![A lock](lock.jpg)'))).toContain('width="30" height="40"');
    expect(writer(collectMedia(() => jpeg(40, 30, 3))).html(parse('![A lock](lock.jpg)'))).toContain('width="40" height="30"');
  });

  it.each([['PNG', png(40, 30)], ['JPEG', jpeg(40, 30)], ['GIF', gif({ width: 40, height: 30 })], ['WebP', webp(40, 30)], ['AVIF', avif(40, 30)]])('knows the size of a %s', (_, bytes) => {
    expect(writer(collectMedia(() => bytes)).html(parse('![A lock](lock.png)'))).toContain('width="40" height="30"');
  });

  it('turns a picture with a caption into a figure', () => {
    const html = writer().html(parse('![A lock](lock.png "The lock of the *old* shed")'));
    expect(html).toMatch(/^<figure><img src="media\/lock\.\w+\.png" alt="A lock" loading="lazy" decoding="async"><figcaption>The lock of the \*old\* shed<\/figcaption><\/figure>$/);
  });

  it.each(['Description: It is *rusty*.', '**Description:** It is *rusty*.', '**Description**: It is *rusty*.', 'Beschreibung: It is *rusty*.'])('keeps a long description under the picture: %s', (text) => {
    const html = writer().html(parse(`![A lock](lock.png)\n\n${text}\n\nMore.`));
    expect(html.replace(/<img[^>]*>/, '<img>')).toBe('<figure><img><details><summary>Description</summary><p>It is <em>rusty</em>.</p></details></figure>\n<p>More.</p>');
  });

  it('leaves a picture in a line of text, a picture without caption, and a description without picture as they are', () => {
    const markdown = 'See ![a lock](lock.png "Old") here.\n\n![a lock](lock.png)\n\nNext.\n\nDescription: none.';
    const html = writer().html(parse(markdown));
    expect(html).not.toContain('<figure>');
    expect(html).toContain('<p>Description: none.</p>');
  });

  it('gives no words to a picture that is only decoration', () => {
    expect(writer().html(parse('![decorative](line.png)'))).toContain('alt=""');
  });

  it('gives tables a scrolling frame of their own and header cells a scope', () => {
    const html = writer().html(parse('| a |\n| - |\n| 1 |'));
    expect(html).toContain('<div class="scroll" role="group" tabindex="0" aria-label="Table"><table>');
    expect(html).toContain('<th scope="col">a</th>');
  });

  it('gives the footnotes of each part a label of their own, which is no heading', () => {
    const html = ['a', 'b'].map((part) => writer().html(parse('Text[^n].\n\n[^n]: Note.'), part)).join('');
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toContain('a-footnote-label');
    expect(new Set(ids).size).toBe(ids.length);
    expect(html).not.toMatch(/<h\d/);
    for (const [, id] of html.matchAll(/aria-describedby="([^"]*)"/g)) expect(ids).toContain(id);
  });

  it('puts no blank between a word and the mark that follows it', () => {
    const [paragraph] = parse('Explain *Deep Learning*, in `short`.');
    const inline = paragraph?.type === 'paragraph' ? paragraph.children : [];
    expect(writer().html(inline)).toBe('Explain <em>Deep Learning</em>, in <code>short</code>.');
    expect(writer().data(inline)).toEqual(['Explain ', ['em', 0, 'Deep Learning'], ', in ', ['code', 0, 'short'], '.']);
  });

  it('words the boxes of a task list instead of showing a form', () => {
    const html = writer().html(parse('- [x] done\n- [ ] open'));
    expect(html).not.toContain('<input');
    expect(html).toContain('☑');
    expect(html).toContain('☐');
  });

  it('keeps the allowed inline HTML and nothing that runs', () => {
    const html = writer().html(parse('<kbd>Esc</kbd> <span lang="fr" onclick="x()">oui</span> <script>alert(1)</script>'));
    expect(html).toContain('<kbd>Esc</kbd>');
    expect(html).toContain('<span lang="fr">oui</span>');
    expect(html).not.toMatch(/script|onclick|alert/);
  });

  it('never lets a script, a handler or a scripted address through, whatever is written', () => {
    const piece = fc.constantFrom('<script>', '</script>', '<img src=x onerror=y>', '[a](javascript:b)', '<svg onload=z>', '<a href="data:text/html,q">', '`', '"', "'", '>', '<', '&lt;', 'text ', '\n\n', '- ', '<!--', '-->', '<style>', '<iframe src=//x>');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const html = writer().html(parse(pieces.join('')));
        expect(html).not.toMatch(/<(script|svg|iframe|style|object|embed|form|input)\b/i);
        const tags = (html.match(/<(?:"[^"]*"|[^>"])*>/g) ?? []).join('\n');
        expect(tags.replace(/"[^"]*"/g, '""')).not.toMatch(/\son\w+=/i);
        expect(tags).not.toMatch(/(href|src)="\s*(javascript|data|vbscript):/i);
      }),
    );
  });
});

describe('prose as data', () => {
  it('gives a single paragraph its content alone', () => {
    expect(writer().data(parse('Why *not*?'))).toEqual(['Why ', ['em', 0, 'not'], '?']);
  });

  it('keeps blocks when there are several', () => {
    expect(writer().data(parse('One.\n\n- two'))).toEqual([['p', 0, 'One.'], ['ul', 0, ['li', 0, 'two']]]);
  });
});
