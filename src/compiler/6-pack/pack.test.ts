/** Packing tells an author's mistake from one of ours. */
import { describe, expect, test } from 'vitest';
import { controlZip } from '../../../test/standards/control.ts';
import { sampleCourse, sampleFiles } from '../../../test/standards/sample-course.ts';
import { PackageFault } from './fault.ts';
import { pack, type PackInput } from './pack.ts';

const control = await controlZip();
const input: PackInput = { course: sampleCourse(), files: sampleFiles(), target: 'scorm2004-4th', control };
const content = new Uint8Array([1]);

/** What packing throws; fails when it does not. */
async function faultOf(changes: Partial<PackInput>): Promise<PackageFault> {
  const error: unknown = await pack({ ...input, ...changes }).then(
    () => 'packed without complaint',
    (reason: unknown) => reason,
  );
  if (error instanceof PackageFault) return error;
  throw new Error(`expected a fault, got ${String(error)}`);
}

describe('the author’s mistakes', () => {
  test('are all reported, and nothing is packed', async () => {
    const files = [
      ...input.files,
      { path: 'media/a.01ab23.php', content, source: 'a.php' },
      { path: 'media/b.45cd67.exe', content, source: 'img/b.EXE' },
    ];
    const { output, diagnostics } = await pack({ ...input, files });
    expect(output).toBeNull();
    expect(diagnostics.map(({ code, file }) => [code, file])).toEqual([
      ['package/file-type', 'a.php'],
      ['package/file-type', 'img/b.EXE'],
    ]);
  });

  test('that can be mended on the way are warnings beside a package', async () => {
    const { output, diagnostics } = await pack({ ...input, course: sampleCourse({ title: 'Phishing '.repeat(40) }) });
    expect(output).not.toBeNull();
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['package/title-long', 'warning']]);
  });
});

describe('our mistakes are thrown with every detail', () => {
  test('names that no LMS keeps', async () => {
    const fault = await faultOf({ files: [...input.files, { path: 'Ä.js', content }, { path: 'a b.js', content }] });
    expect(fault.details).toHaveLength(2);
    expect(fault.message).toContain('a b.js');
  });

  test('a package without the page to launch', async () => {
    const fault = await faultOf({ files: input.files.filter((file) => file.path !== 'index.html') });
    expect(fault.details.join()).toContain('an href is a file of its resource');
  });

  test('a course id that makes no XML name', async () => {
    const fault = await faultOf({ course: sampleCourse({ id: 'two words' }) });
    expect(fault.details.join()).toContain("attribute 'identifier'");
  });

  test('a course without a title', async () => {
    const fault = await faultOf({ course: sampleCourse({ title: ' ' }) });
    expect(fault.details.join()).toContain('one title');
  });

  test('a language that is none', async () => {
    const fault = await faultOf({ course: sampleCourse({ language: 'not a language' }) });
    expect(fault.details.join()).toContain('lang');
  });
});

test('two packs at once give what each gives alone', async () => {
  const german = { ...input, course: sampleCourse({ id: 'andere', language: 'de' }) };
  const alone = [await pack(input), await pack(german)];
  expect(await Promise.all([pack(input), pack(german)])).toEqual(alone);
});
