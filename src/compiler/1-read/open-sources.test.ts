/** Opening a lesson or a course: what is found, what is refused, and that nothing outside the folder is read. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSources } from './open-sources.ts';
import type { Sources } from './sources.ts';

let folder: string;
let outside: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'read-')));
  outside = realpathSync(mkdtempSync(join(tmpdir(), 'outside-')));
});
afterEach(() => {
  for (const path of [folder, outside]) rmSync(path, { recursive: true, force: true });
});

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

function opened(path: string): Sources {
  const { output, diagnostics } = openSources(path);
  expect(diagnostics).toEqual([]);
  if (output === null) throw new Error('nothing was opened');
  return output;
}

const codesOf = (path: string) => openSources(path).diagnostics.map((diagnostic) => diagnostic.code);

describe('a lone lesson', () => {
  it.each(['one.md', 'one.markdown', 'one.txt', 'ONE.MD', 'Übung 1.md'])('is opened as %s', (name) => {
    const sources = opened(write(name, '# One'));
    expect(sources).toMatchObject({ root: folder, kind: 'lesson', entry: name });
    expect(sources.readText(name)).toEqual({ text: '# One', diagnostics: [] });
  });

  it('is not opened with another extension', () => {
    const { diagnostics } = openSources(write('one.odt', 'x'));
    expect(diagnostics).toMatchObject([{ code: 'file/extension', file: 'one.odt', severity: 'error' }]);
    expect(diagnostics[0]?.message).toContain('.odt');
    expect(codesOf(write('README', 'x'))).toEqual(['file/extension']);
  });

  it('is suggested when its name is misspelt or its extension forgotten', () => {
    write('lesson.md', 'x');
    expect(openSources(join(folder, 'leson.md')).diagnostics[0]?.message).toContain('Did you mean “lesson.md”?');
    expect(openSources(join(folder, 'lesson')).diagnostics[0]?.message).toContain('Did you mean “lesson.md”?');
    expect(openSources(join(folder, 'else.txt')).diagnostics[0]?.message).not.toContain('Did you mean');
  });

  it.each(['nowhere/at/all.md', 'one.md/two.md', 'nul\0.md'])('that is not there is missing: %j', (name) => {
    write('one.md', 'x');
    expect(codesOf(`${folder}/${name}`)).toEqual(['file/missing']);
  });

  it('with a name too long for the disk is a diagnostic', () => {
    expect(codesOf(join(folder, `${'x'.repeat(5000)}.md`))).toEqual(['file/unreadable']);
  });

  it.runIf(process.platform !== 'win32')('is not read from a device', () => {
    expect(codesOf('/dev/null')).toEqual(['file/not-a-file']);
  });
});

describe('a course folder', () => {
  it.each(['course.yaml', 'course.yml'])('is opened by its folder or by its %s', (name) => {
    const path = write(name, 'title: One');
    expect(opened(folder)).toMatchObject({ root: folder, kind: 'course', entry: name });
    expect(opened(path)).toMatchObject({ root: folder, kind: 'course', entry: name });
  });

  it('without course.yaml lists the lessons found and what to write', () => {
    write('b.md', 'x');
    write('a: 1.txt', 'x');
    write('c.png', 'x');
    const [diagnostic] = openSources(folder).diagnostics;
    expect(diagnostic).toMatchObject({ code: 'file/no-course', file: 'course.yaml', line: 1, column: 1 });
    expect(diagnostic?.message).toContain('a: 1.txt, b.md');
    expect(diagnostic?.help).toContain('lessons:\n  - "a: 1.txt"\n  - b.md');
  });

  it('without any lesson says so', () => {
    expect(openSources(folder).diagnostics[0]?.message).toContain('no lesson files either');
  });

  it('with a course file in other capitals suggests the name', () => {
    write('Course.YAML', 'title: One');
    expect(openSources(folder).diagnostics).toMatchObject([{ code: 'file/missing', message: expect.stringContaining('Course.YAML') }]);
  });
});

describe('files of a course', () => {
  let sources: Sources;
  beforeEach(() => {
    write('course.yaml', 'title: One');
    write('img/layers.png', new Uint8Array([1, 2, 3]));
    write('lessons/one.md', 'text');
    writeFileSync(join(outside, 'secret.md'), 'secret');
    symlinkSync(join(outside, 'secret.md'), join(folder, 'link.md'));
    symlinkSync(outside, join(folder, 'linked'), 'dir');
    symlinkSync(join(folder, 'lessons'), join(folder, 'inner'), 'dir');
    symlinkSync(join(folder, 'circle'), join(folder, 'circle'));
    sources = opened(folder);
  });

  it('are looked at by kind', () => {
    expect(sources.look('img/layers.png')).toBe('file');
    expect(sources.look('img')).toBe('folder');
    expect(sources.look('img/')).toBe('folder');
    expect(sources.look('.')).toBe('folder');
    expect(sources.look('img/none.png')).toBe('missing');
    expect(sources.look('none/none.png')).toBe('missing');
    expect(sources.look('circle')).toBe('missing');
  });

  it('are found with the separators of Windows and with dots that stay inside', () => {
    expect(sources.look('img\\layers.png')).toBe('file');
    expect(sources.look('./lessons/../img/layers.png')).toBe('file');
    expect(sources.readBytes('img\\layers.png')).toEqual(Buffer.from([1, 2, 3]));
  });

  it('are found in exact case only', () => {
    expect(sources.look('img/Layers.png')).toBe('missing');
    expect(sources.readText('lessons/One.md').diagnostics[0]?.message).toContain('Did you mean “lessons/one.md”?');
  });

  it.each(['../secret.md', 'img/../../secret.md', '..\\secret.md', '/etc/passwd', 'C:\\secret.md', '\\\\server\\share', 'link.md', 'linked/secret.md', 'linked'])(
    'never come from outside: %s',
    (path) => {
      expect(sources.look(path)).toBe('outside');
      expect(sources.readBytes(path)).toBeNull();
      expect(sources.list(path)).toEqual([]);
      const { text, diagnostics } = sources.readText(path);
      expect(text).toBeNull();
      expect(diagnostics).toMatchObject([{ code: 'path/outside', severity: 'error' }]);
    },
  );

  it('are reached through links that stay inside', () => {
    expect(sources.readText('inner/one.md').text).toBe('text');
  });

  it('are listed in the order of their names', () => {
    expect(sources.list('')).toEqual(['circle', 'course.yaml', 'img', 'inner', 'lessons', 'link.md', 'linked']);
    expect(sources.list('img')).toEqual(['layers.png']);
    expect(sources.list('none')).toEqual([]);
  });

  it('are found whichever way an accent is composed', () => {
    write('u\u0308ben.md', 'text');
    expect(opened(folder).look('\u00fcben.md')).toBe('file');
  });

  it('that are missing or outside are reported where their path is written', () => {
    const written = { file: 'course.yaml', start: { line: 3, column: 5 }, end: { line: 3, column: 12 } };
    const place = { file: 'course.yaml', line: 3, column: 5, endLine: 3, endColumn: 12 };
    expect(sources.readText('gone.md', written).diagnostics).toMatchObject([{ code: 'file/missing', ...place }]);
    expect(sources.readText('link.md', written).diagnostics).toMatchObject([{ code: 'path/outside', ...place }]);
    expect(sources.readText('gone.md').diagnostics).toMatchObject([{ file: 'gone.md', line: 1, column: 1 }]);
  });

  it('that are folders give no text', () => {
    expect(sources.readText('img').diagnostics).toMatchObject([{ code: 'file/unreadable' }]);
    expect(sources.readBytes('img')).toBeNull();
  });

  it('named by a link out of the folder are refused, as the course file and as a lone lesson', () => {
    rmSync(join(folder, 'course.yaml'));
    writeFileSync(join(outside, 'course.yaml'), 'title: Two');
    symlinkSync(join(outside, 'course.yaml'), join(folder, 'course.yaml'));
    expect(codesOf(folder)).toEqual(['path/outside']);
    expect(codesOf(join(folder, 'link.md'))).toEqual(['path/outside']);
  });
});

it('a text of more than 64 MB is refused before it is read', async () => {
  const path = write('long.md', '');
  const { truncateSync } = await import('node:fs');
  truncateSync(path, 65 * 1024 * 1024);
  expect(opened(path).readText('long.md').diagnostics).toMatchObject([{ code: 'file/too-large', message: expect.stringContaining('65 MB') }]);
});
