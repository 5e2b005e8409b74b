/** `lectern fmt`: writes lessons in their canonical form, or pasted text and Word documents as Markdown. */
import { existsSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { examine } from '../../compiler/examine.ts';
import { type LessonText, lessonTexts } from '../../compiler/lesson-texts.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { print } from '../../diagnostics/print.ts';
import { visibleLine } from '../../diagnostics/visible.ts';
import { formatLesson } from '../../format/format-lesson.ts';
import { upgradeLesson } from '../../format/upgrade-lesson.ts';
import type { FormatRequest } from '../arguments.ts';
import { type Io, wantsColour } from '../io.ts';
import { CannotWrite, writeFiles } from '../write-files.ts';
import { rootOf } from './build.ts';

type Code = 0 | 1 | 2;

/** The exit code: 0 done, 1 something to look at, 2 nowhere to write. */
export async function format(request: FormatRequest, io: Io): Promise<number> {
  const codes: Code[] = [];
  for (const path of request.paths) {
    const asked = resolve(io.cwd, path);
    const { root: opened, lessons, diagnostics } = await lessonTexts(asked);
    const root = opened ?? rootOf(asked);
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) codes.push(1);
    complain(errors, root, null, io);
    for (const lesson of lessons) codes.push(request.upgrade ? await upgrade(lesson, root, request, io) : rewrite(lesson, root, request, io));
  }
  return Math.max(0, ...codes);
}

function rewrite(lesson: LessonText, root: string, request: FormatRequest, io: Io): Code {
  const path = join(root, lesson.file);
  const name = shown(path, io);
  if (/\.docx$/i.test(lesson.file)) return say(io, `${name} is a Word document and is formatted in Word; “lectern fmt --upgrade” writes it as Markdown.`, 0);
  const { text, errors } = formatLesson(lesson.file, lesson.text);
  if (text === null) {
    complain(errors, root, lesson.text, io);
    return say(io, `${name} was left as it is: mend the mistakes first.`, 1);
  }
  if (request.stdout) {
    io.stdout.write(text);
    return 0;
  }
  if (text === lesson.text) return 0;
  if (request.check) return say(io, `${name} would change.`, 1);
  return write([{ path, content: text }], io, `${name} was formatted.`);
}

async function upgrade(lesson: LessonText, root: string, request: FormatRequest, io: Io): Promise<Code> {
  const path = join(root, lesson.file);
  const stem = path.replace(/\.[^./\\]+$/, '');
  const target = `${stem}.md`;
  const name = shown(path, io);
  if (/\.docx$/i.test(lesson.file) && (await hasMistakes(path, io))) return say(io, `${name} was not upgraded: mend the mistakes first.`, 1);
  const { text, pictures } = withPictures(lesson, `${basename(stem)}-pictures`, dirname(path));
  const made = upgradeLesson(lesson.file, text);
  if (made.text === null) {
    complain(made.errors, root, lesson.text, io);
    const reason = made.errors.length > 0 ? 'mend the mistakes first' : 'no Markdown was found that gives exactly the same course; please report it';
    return say(io, `${name} was not upgraded: ${reason}.`, 1);
  }
  if (request.stdout) {
    io.stdout.write(made.text);
    return 0;
  }
  const files = [{ path: target, content: made.text }, ...pictures];
  const inTheWay = files.find((file) => existsSync(file.path));
  if (inTheWay !== undefined && !request.force) return say(io, `${shown(inTheWay.path, io)} is there already; --force replaces it.`, 1);
  return write(files, io, `${shown(target, io)} was written; it gives the same course as ${name}.`);
}

/** Of a Word document, by its paragraphs and in the words of Word: those of the Markdown made of it would not be its author's. */
async function hasMistakes(path: string, io: Io): Promise<boolean> {
  const { diagnostics, sourceText } = await examine(path, { draft: true });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  complain(errors, dirname(path), sourceText(basename(path)), io);
  return errors.length > 0;
}

interface Written {
  path: string;
  content: Uint8Array | string;
}

/** The text with the pictures of a Word document at an address of their own, and those files. */
function withPictures({ file, text, pictures }: LessonText, folder: string, beside: string): { text: string; pictures: Written[] } {
  if (pictures.size === 0) return { text, pictures: [] };
  return {
    text: text.replaceAll(`](${address(basename(file))}/picture-`, `](${address(folder)}/picture-`),
    pictures: [...pictures].map(([name, content]) => ({ path: join(beside, folder, name), content })),
  };
}

/** A name as it may stand in a link. */
function address(name: string): string {
  return encodeURIComponent(name).replace(/[()']/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}

function write(files: Written[], io: Io, done: string): Code {
  try {
    writeFiles(files);
  } catch (error) {
    if (!(error instanceof CannotWrite)) throw error;
    io.stderr.write(`${shown(error.path, io)} cannot be written: ${error.reason}.\n`);
    return 2;
  }
  return say(io, done, 0);
}

/** With --stdout the text stands alone there, so everything else goes to standard error. */
function say(io: Io, words: string, code: Code): Code {
  io.stderr.write(`${words}\n`);
  return code;
}

function complain(errors: Diagnostic[], root: string, text: string | null, io: Io): void {
  io.stderr.write(print(errors, { sourceText: () => text, colour: wantsColour(io), display: (file) => relative(io.cwd, join(root, file)) }));
}

function shown(path: string, io: Io): string {
  return visibleLine(relative(io.cwd, path));
}
