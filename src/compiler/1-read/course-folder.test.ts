import { describe, expect, it } from 'vitest';
import { holds, insidePath } from './course-folder.ts';

describe('what a folder holds', () => {
  it.each([
    ['/course', '/course/a.png', '/', true],
    ['/course', '/course', '/', true],
    ['/course', '/courses/a.png', '/', false],
    ['/', '/a.png', '/', true],
    ['C:\\course', 'C:\\course\\img\\a.png', '\\', true],
    ['C:\\course', 'C:\\courses\\a.png', '\\', false],
    ['C:\\', 'C:\\a.png', '\\', true],
    ['C:\\course', 'D:\\course\\a.png', '\\', false],
    ['\\\\server\\share\\course', '\\\\server\\share\\course\\a.png', '\\', true],
  ])('“%s” and “%s”', (root, real, separator, inside) => {
    expect(holds(root, real, separator)).toBe(inside);
  });
});

describe('a path as an author on Windows writes it', () => {
  it.each([
    ['img\\a.png', 'img/a.png'],
    ['.\\img\\..\\a.png', 'a.png'],
    ['img\\', 'img'],
    ['..\\a.png', null],
    ['C:a.png', null],
    ['\\\\server\\share', null],
  ])('“%s” is %s', (written, plain) => {
    expect(insidePath(written)).toBe(plain);
  });
});
