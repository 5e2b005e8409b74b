/** The texts of --help. */

export const HELP = `lectern builds a course package from lessons written as plain text.

Usage
  lectern build PATH [options]   build a lesson file or a course folder
  lectern inspect FILE.zip       what a finished package is and what it records
  lectern help [COMMAND]         this text, or everything about a command
  lectern --version              the version

Example
  lectern build my-lesson.md
`;

export const BUILD_HELP = `lectern build PATH [options]

PATH is a lesson (.md, .markdown, .txt or .docx), or a folder with a course.yaml.

Options
  --target NAME   what the package is for; scorm2004 (default)
  --out DIR       where the package goes; made when absent (default: packages)
  --json          print one JSON object on standard output, and nothing else
  --strict        warnings stop the build too
  --frozen        stop when lectern.lock.json would change; for build machines
  --draft         build lessons with "Status: Draft" as well, marked as drafts

The lock file lectern.lock.json is written beside the lesson or the course.yaml.
Keep it: it ties questions to the results that learners already have.

Exit codes
  0   built
  1   nothing built: the lesson has mistakes (or warnings, with --strict)
  2   the command was not understood, or cannot write to DIR
  70  Lectern itself failed; please report it
`;

export const INSPECT_HELP = `lectern inspect FILE.zip [--json]

FILE.zip is a finished package. For one that Lectern built, all of it is said from
the zip alone: title, version and build, target, pass mark, completion rule, lessons,
questions, size, languages, what the LMS records about each learner, and what is
sent elsewhere. For any other package, as much as its manifest says.

Options
  --json          print one JSON object on standard output, and nothing else

Exit codes
  0   told
  1   the file is missing, no package, damaged, or not safe to unpack
  2   the command was not understood
  70  Lectern itself failed; please report it
`;
