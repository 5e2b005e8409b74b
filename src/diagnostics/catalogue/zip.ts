/** Messages about a finished package that is looked into: why it cannot be read, or should not be. */
import { entry } from './entry.ts';

export const zip = {
  'zip/not-a-zip': entry<{ name: string; kind: string | null }>({
    severity: 'error',
    message: ({ name, kind }) => (kind === null ? `“${name}” is not a zip file.` : `“${name}” is not a zip file, but ${kind}.`),
    help: () => 'Name the package as it is uploaded to the LMS: one file that ends in .zip.',
    why: 'A course package is one zip file. A download that was cut off or that needed a sign-in often leaves something else under the same name.',
    wrong: 'lectern inspect my-lesson.md',
    right: 'lectern inspect packages/my-lesson-scorm2004.zip',
  }),
  'zip/damaged': entry<{ name: string; reason: string }>({
    severity: 'error',
    message: ({ name, reason }) => `“${name}” is damaged: ${reason}.`,
    help: () => 'Copy or download it again, or build it again.',
    why: 'A zip ends with a list of its files, and each file has a checksum. When they do not agree, part of the package is lost or was changed, and an LMS would refuse it or show half a course.',
    wrong: 'a package whose download stopped half-way',
    right: 'the whole package',
  }),
  'zip/unsupported': entry<{ name: string; reason: string }>({
    severity: 'error',
    message: ({ name, reason }) => `“${name}” cannot be read: ${reason}.`,
    help: () => 'Pack it again as a plain zip: compressed the usual way, without a password.',
    why: 'LMSs read plain zips only. Passwords, parts and rarer ways of compressing make the import fail.',
    wrong: 'a zip with a password',
    right: 'the same files in a plain zip',
  }),
  'zip/unsafe-name': entry<{ name: string; path: string }>({
    severity: 'error',
    message: ({ name, path }) => `“${name}” holds a file named “${path}”, which would be unpacked outside the course.`,
    help: () => 'Do not upload this package; ask whoever made it.',
    why: 'A path that climbs out of its folder can overwrite other files on the server that unpacks it. No authoring tool writes such names by mistake.',
    wrong: '../../index.php',
    right: 'images/diagram.png',
  }),
  'zip/too-large': entry<{ name: string; reason: string }>({
    severity: 'error',
    message: ({ name, reason }) => `“${name}” was not unpacked: ${reason}.`,
    help: () => 'If you trust where it comes from, look into it with a zip program.',
    why: 'A small zip can be made to unpack into more than a disk holds. Nothing is unpacked before the sizes have been looked at.',
    wrong: 'a zip of 40 kB that unpacks to 5 GB',
    right: 'a course package',
  }),
  'zip/no-manifest': entry<{ name: string; below: string | null }>({
    severity: 'error',
    message: ({ name, below }) =>
      below === null
        ? `“${name}” is a zip, but no course package: it has no imsmanifest.xml.`
        : `“${name}” has its imsmanifest.xml in the folder “${below}” instead of at the top, so an LMS will not find it.`,
    help: ({ below }) => (below === null ? 'Name the package as it is uploaded to the LMS.' : `Zip what is inside “${below}”, not the folder itself.`),
    why: 'An LMS reads imsmanifest.xml at the top of the zip to learn what the package is. Unpacking a package and zipping its folder puts it one level too deep.',
    wrong: 'course.zip with course/imsmanifest.xml',
    right: 'course.zip with imsmanifest.xml',
  }),
  'zip/manifest-unreadable': entry<{ name: string; reason: string }>({
    severity: 'error',
    message: ({ name, reason }) => `The imsmanifest.xml in “${name}” cannot be read: ${reason}.`,
    help: () => 'Build or export the package again; if it was edited by hand, undo that.',
    why: 'The manifest is XML. An LMS that cannot read it refuses the whole package.',
    wrong: '<title>R&D</title>',
    right: '<title>R&amp;D</title>',
  }),
};
