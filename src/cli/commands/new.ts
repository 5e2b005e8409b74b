/** `lectern new`: a lesson or a course to begin with, where nothing stands in the way. */
import { existsSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { slug } from '../../compiler/3-check/ids.ts';
import { visibleLine } from '../../diagnostics/visible.ts';
import type { NewRequest } from '../arguments.ts';
import type { Io } from '../io.ts';
import { courseTemplate, lessonTemplate } from '../templates.ts';
import { CannotWrite, writeFiles } from '../write-files.ts';

interface File {
  path: string;
  content: string;
}

/** The exit code: 0 written, 1 something is there already, 2 nowhere to write. */
export function create(request: NewRequest, io: Io): 0 | 1 | 2 {
  const files = request.what === 'lesson' ? lessonFiles(request.name, io.cwd) : courseFiles(request.name, io.cwd);
  const shown = (path: string) => visibleLine(relative(io.cwd, path));
  const inTheWay = files.find(({ path }) => existsSync(path));
  if (inTheWay !== undefined) {
    io.stderr.write(`${shown(inTheWay.path)} is there already. Nothing was written; choose another name.\n`);
    return 1;
  }
  try {
    writeFiles(files);
  } catch (error) {
    if (!(error instanceof CannotWrite)) throw error;
    io.stderr.write(`${shown(error.path)} cannot be written: ${error.reason}.\n`);
    return 2;
  }
  const target = shown(request.what === 'lesson' ? (files[0]?.path ?? '') : dirname(files[0]?.path ?? ''));
  io.stdout.write(`${files.map(({ path }) => `Wrote ${shown(path)}\n`).join('')}\nNext: put in your own words, then\n  lectern check ${quoted(target)}\n  lectern build ${quoted(target)}\n`);
  return 0;
}

/** `name` is a title, or a path that ends in `.md`. */
function lessonFiles(name: string, cwd: string): File[] {
  const isPath = /\.(?:md|markdown)$/i.test(name);
  const title = isPath ? asTitle(basename(name).replace(/\.[^.]*$/, '')) : name;
  return [{ path: resolve(cwd, isPath ? name : `${slug(name, 'lesson')}.md`), content: lessonTemplate(title) }];
}

/** `name` is a title, or a path whose last name is one. */
function courseFiles(name: string, cwd: string): File[] {
  const last = basename(name);
  const title = /\s/.test(last) ? last : asTitle(last);
  const id = slug(last, 'course').replaceAll('.', '-');
  const folder = resolve(cwd, dirname(name), /\s/.test(last) ? id : last);
  const lessons = [
    { file: 'l1-first-lesson.md', title: 'L1 — The first lesson' },
    { file: 'l2-second-lesson.md', title: 'L2 — The second lesson' },
  ];
  return [
    { path: join(folder, 'course.yaml'), content: courseTemplate(title, id, lessons.map(({ file }) => file)) },
    ...lessons.map((lesson) => ({ path: join(folder, lesson.file), content: lessonTemplate(lesson.title) })),
  ];
}

/** `l1.2-strong-passwords` as “L1.2 — Strong passwords”. */
function asTitle(name: string): string {
  const words = name.replace(/[-_\s]+/g, ' ').trim();
  const coded = /^([a-z]{1,4}\d+(?:\.\d+)*) (.+)$/i.exec(words);
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  return coded === null ? capital(words) : `${(coded[1] ?? '').toUpperCase()} — ${capital(coded[2] ?? '')}`;
}

function quoted(path: string): string {
  return /\s/.test(path) ? `"${path}"` : path;
}
