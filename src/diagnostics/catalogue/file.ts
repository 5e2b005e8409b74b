/** Messages about files and folders: what cannot be read, and what a file that is no lesson seems to be. */
import { entry } from './entry.ts';

const lessonFileNames = '.md, .markdown, .txt or .docx';
const textFileNames = '.md, .markdown or .txt';

export const file = {
  'file/missing': entry<{ name: string; near: string | null }>({
    severity: 'error',
    message: ({ name, near }) => `There is no file or folder “${name}”.${near === null ? '' : ` Did you mean “${near}”?`}`,
    help: ({ near }) => (near === null ? 'Check the spelling and the folder you are in.' : `Use “${near}”.`),
    why: 'A course is built from files on your disk; a name that leads nowhere builds nothing. Capital and small letters count, also where the computer itself does not care, because they do in the package.',
    wrong: 'lectern build leson.md',
    right: 'lectern build lesson.md',
  }),
  'file/unreadable': entry<{ name: string; reason: string }>({
    severity: 'error',
    message: ({ name, reason }) => `“${name}” cannot be read: ${reason}.`,
    help: () => 'Close other programs that use it, or give yourself permission to read it.',
    why: 'The file exists, but the computer does not hand it out: usually a matter of permissions or of a disk that is offline.',
    wrong: 'a file that only another account may open',
    right: 'the same file, copied into your own folder',
  }),
  'file/not-a-file': entry<{ name: string }>({
    severity: 'error',
    message: ({ name }) => `“${name}” is neither a file nor a folder, but a device or a pipe.`,
    help: () => `Save the text as a file that ends in ${textFileNames}, and build that.`,
    why: 'Lessons are read as whole files, so that every message can point into them. A pipe or a device has no beginning to go back to.',
    wrong: 'lectern build /dev/stdin',
    right: 'lectern build lesson.md',
  }),
  'file/extension': entry<{ name: string; extension: string }>({
    severity: 'error',
    message: ({ name, extension }) =>
      extension === '' ? `“${name}” has no file extension, so it is not known to be a lesson.` : `“${name}” ends in ${extension}, which is not how a lesson ends.`,
    help: ({ name, extension }) =>
      extension === '.zip'
        ? `Name the lesson or the folder that the package is made of. What a finished package is says: lectern inspect ${name}`
        : `Save the lesson under a name that ends in ${lessonFileNames}; or name a folder with a course.yaml.`,
    why: 'Plain text and Word documents are built. The extension is checked first, so that a picture or a slide deck given by mistake is not taken for a lesson.',
    wrong: 'lectern build lesson.pptx',
    right: 'lectern build lesson.docx',
  }),
  'file/no-course': entry<{ folder: string; lessons: string[]; more: number }>({
    severity: 'error',
    message: ({ folder, lessons, more }) =>
      lessons.length === 0
        ? `The folder “${folder}” has no course.yaml, and no lesson files either.`
        : `The folder “${folder}” has no course.yaml. Lesson files found in it: ${lessons.join(', ')}${more === 0 ? '' : ` and ${more} more`}.`,
    help: ({ lessons }) =>
      lessons.length === 0
        ? 'Name the folder that holds course.yaml, or a lesson file.'
        : ['Build one lesson by its file name, or save this as course.yaml and mend the title:', 'title: My course', 'lessons:', ...lessons.map((name) => `  - ${quoteYaml(name)}`)].join('\n'),
    why: 'A folder becomes a course by its course.yaml, which says the title and the order of the lessons. The order is never guessed from file names.',
    wrong: 'a folder with one.md and two.md',
    right: 'title: My course\nlessons:\n  - one.md\n  - two.md',
  }),
  'file/empty': entry<{ name: string }>({
    severity: 'error',
    message: ({ name }) => `“${name}” is empty.`,
    help: () => 'Write the text, save, and build again.',
    why: 'An empty file is most often one that was not saved, or one whose copy failed. A page with nothing on it helps no learner.',
    wrong: '',
    right: '# Passwords\n\n## Objectives\n\n1. Choose a strong password.',
  }),
  'file/not-utf8': entry<{ name: string; byte: number; guess: string }>({
    severity: 'error',
    message: ({ name, byte, guess }) =>
      `“${name}” is not UTF-8 text: the byte ${hex(byte)} here fits no letter.${guess === '' ? '' : ` In the Windows encoding the words would be “${guess}”.`}`,
    help: () => 'Open the file in an editor and save it with the encoding UTF-8.',
    why: 'Text is bytes plus an agreement on what they mean. With another agreement than UTF-8, accented letters and dashes turn into other signs, so nothing is guessed.',
    wrong: 'a file saved as “ANSI” or “Windows-1252”',
    right: 'the same file saved as “UTF-8”',
  }),
  'file/utf16': entry<{ name: string; encoding: string }>({
    severity: 'error',
    message: ({ name, encoding }) => `“${name}” is saved as ${encoding}, not as UTF-8.`,
    help: () => 'Open the file in an editor and save it with the encoding UTF-8 (in Windows Notepad: Save as, Encoding, UTF-8).',
    why: 'Some programs call this encoding “Unicode”. Lessons are read as UTF-8 only, which every editor can write.',
    wrong: 'a file saved as “Unicode” or “UTF-16”',
    right: 'the same file saved as “UTF-8”',
  }),
  'file/binary': entry<{ name: string; kind: string | null }>({
    severity: 'error',
    message: ({ name, kind }) => (kind === null ? `“${name}” is not text.` : `“${name}” is not plain text: it seems to be ${kind}.`),
    help: ({ kind }) => (kind?.includes('.docx') === true ? 'Give it the ending .docx: lessons written in Word are built as they are.' : `Open it in the program that made it, copy the text, and save that as a file that ends in ${textFileNames}.`),
    why: 'A document of a word processor or a picture is not text, even when its name says so. Renaming a file does not change what is in it.',
    wrong: 'lesson.pdf, renamed to lesson.txt',
    right: 'lesson.txt, saved as “plain text”',
  }),
  'file/not-word': entry<{ name: string; kind: string | null }>({
    severity: 'error',
    message: ({ name, kind }) => (kind === null ? `“${name}” is not a Word document, whatever its name says.` : `“${name}” is not a Word document that can be read: it is ${kind}.`),
    help: ({ kind }) =>
      kind?.includes('password') === true
        ? 'In Word: File, Info, Protect Document, Encrypt with Password: delete the password, and save.'
        : 'Open it in the program that made it, and save it as “Word document (.docx)”.',
    why: 'The ending .docx stands for one kind of file: a ZIP with the text in word/document.xml. Old documents (.doc) and documents with a password are built otherwise, and renaming changes nothing in them.',
    wrong: 'lesson.doc, renamed to lesson.docx',
    right: 'lesson.doc, opened in Word and saved as “Word document (.docx)”',
  }),
  'file/word-damaged': entry<{ name: string; reason: string }>({
    severity: 'error',
    message: ({ name, reason }) => `The Word document “${name}” cannot be read: ${reason}.`,
    help: () => 'Open it in Word, let Word repair it if it offers to, save it under a new name, and build that.',
    why: 'A document that was cut short while it was copied, or changed by another program, may still open in Word, which mends what it can. What cannot be read for certain is not guessed.',
    wrong: 'a download that broke off',
    right: 'the same document, opened and saved again in Word',
  }),
  'file/word-too-large': entry<{ name: string; limit: number; what: string }>({
    severity: 'error',
    message: ({ name, limit, what }) => `“${name}” unpacks to more than ${limit} MB of ${what}.`,
    help: ({ what }) => (what === 'pictures' ? 'In Word: choose a picture, then Picture Format, Compress Pictures, for all pictures of the document.' : 'Cut the document into several lessons. If it is short, copy its text into a new document.'),
    why: 'A .docx is compressed, and a small file may unpack to one that fills the memory of the computer. No lesson needs that much.',
    wrong: 'a document with hundreds of uncompressed photographs',
    right: 'the same document with its pictures compressed',
  }),
  'file/too-large': entry<{ name: string; megabytes: number; limit: number }>({
    severity: 'error',
    message: ({ name, megabytes, limit }) => `“${name}” has ${megabytes} MB; a text may have ${limit} MB at most.`,
    help: () => 'Check that it is the lesson. If it is, cut it into several lessons.',
    why: 'Even a thick book is smaller than ten megabytes of text. A larger file is nearly always another file than the one meant.',
    wrong: 'lectern build export.txt, with 900 MB',
    right: 'lectern build lesson.txt',
  }),
  'file/lock-would-change': entry<Record<never, never>>({
    severity: 'error',
    message: () => 'The lock file does not fit the lessons any more, and --frozen forbids to change it.',
    help: () => 'Build once without --frozen, look at what changed in lectern.lock.json, and keep it with the lessons.',
    why: 'The lock file ties questions to the results already stored for them. On a build machine it must not change unseen, so --frozen stops the build instead.',
    wrong: 'lectern build course --frozen, right after a question was added',
    right: 'lectern build course, then lectern build course --frozen',
  }),
};

function hex(byte: number): string {
  return `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

/** A name as a YAML value: quoted when anything in it could mean something to YAML. */
function quoteYaml(name: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N}._ -]*$/u.test(name) ? name : JSON.stringify(name);
}
