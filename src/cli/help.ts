/** The texts of --help. */

export const HELP = `lectern builds a course package from lessons written as plain text.

Usage
  lectern new lesson|course NAME a lesson or a course to begin with
  lectern build PATH [options]   build a lesson file or a course folder
  lectern check PATH…            what is wrong with a text, without building it
  lectern fmt PATH…              bring a text into its usual form
  lectern preview PATH           play it in an LMS on this computer, anew at each save
  lectern inspect FILE.zip       what a finished package is and what it records
  lectern verify RECEIPT.json    what a learner's receipt proves, and what it cannot
  lectern report NAME [options]  who completed what, from an LRS or an LMS's exports
  lectern help [COMMAND]         this text, or everything about a command
  lectern --version              the version

Example
  lectern build my-lesson.md
`;

export const BUILD_HELP = `lectern build PATH [options]

PATH is a lesson (.md, .markdown, .txt or .docx), or a folder with a course.yaml.

Options
  --target NAMES  what the package is for (default: scorm2004); several with
                  commas between them, or all; each gives a package of its own
                    scorm2004-4th   SCORM 2004 4th Edition (also: scorm2004)
                    scorm2004-3rd   SCORM 2004 3rd Edition
                    scorm12         SCORM 1.2
                    cmi5            cmi5
                    tincan          Tin Can (xAPI)
                    web             any web server; nothing is recorded
  --lms NAME      what suits an LMS: its target, unless --target says another, and
                  what is known of its habits. moodle, ilias, docebo, cornerstone,
                  successfactors, scormcloud, blackboard, canvas, chamilo, latitude,
                  brightspace, talentlms, learnupon, absorb, tovuti, openedx,
                  sumtotal, saba, workday, sakai (docs/lms has a page for each)
  --out DIR       where the package goes; made when absent (default: packages)
  --json          print one JSON object on standard output, and nothing else
  --strict        warnings stop the build too
  --frozen        stop when lectern.lock.json would change; for build machines
  --draft         build lessons with "Status: Draft" as well, marked as drafts
  --unsafe-embed-credential
                  puts the header in LECTERN_XAPI_AUTHORIZATION into SCORM packages
                  whose course names a record store. Everybody who gets the package
                  can read and use it: docs/xapi.md says what to do instead

The lock file lectern.lock.json is written beside the lesson or the course.yaml.
Keep it: it ties questions to the results that learners already have.

Exit codes
  0   built
  1   nothing built: the lesson has mistakes (or warnings, with --strict)
  2   the command was not understood, or cannot write to DIR
  70  Lectern itself failed; please report it
`;

export const CHECK_HELP = `lectern check PATH… [options]

PATH is a lesson (.md, .markdown, .txt or .docx), a folder with a course.yaml, or a
folder that holds such courses; the lessons that lie in it by themselves as well.
Nothing is written. Drafts are checked like everything else.

Options
  --strict        exit with 1 for warnings too
  --quiet         no notes, and no word when all is well
  --summary       a table of each lesson: length, questions, objectives, what is
                  shown and what is withheld, mistakes
  --format NAME   human (default), json, sarif (for GitHub code scanning), or
                  line (file:line:column: severity code message)
  --json          the same as --format json
  --watch         check again whenever a file changes, until it is stopped

Exit codes
  0   no mistakes
  1   mistakes (or warnings, with --strict)
  2   the command was not understood
  70  Lectern itself failed; please report it
`;

export const PREVIEW_HELP = `lectern preview PATH [options]

PATH is a lesson (.md, .markdown, .txt or .docx), or a folder with a course.yaml.
The course is built and played in an LMS page on this computer, which shows what the
LMS would record, every call, and what happens when something fails. Save the text and
the course opens anew where the learner was. Drafts are played like everything else;
nothing is written, not even the lock file.

Options
  --target NAME   what is played, as for build; scorm2004 (default)
  --lms NAME      plays the package that suits an LMS, as for build (moodle, docebo, …)
  --port NUMBER   where the page is served (default: 4170; 0 takes any that is free)
  --at PLACE      opens a lesson by its id (l1.2), a question (l1.2/check/3), or a place as
                  the course's address names it behind the # (docs/preview.md)
  --open          open it in the browser

Exit codes
  0   stopped
  1   PATH is nothing that can be played
  2   the command was not understood, or the port is taken
  70  Lectern itself failed; please report it
`;

export const NEW_HELP = `lectern new lesson NAME
lectern new course NAME

Writes a small lesson, or a folder with a course.yaml and two lessons, that builds
without warnings and shows the format by example. NAME is a title (“Strong passwords”,
“L1.2 — Strong passwords”) or a path (lessons/l1.2-strong-passwords.md). A file that is
there already is never replaced.

Exit codes
  0   written
  1   a file is in the way
  2   the command was not understood, or nothing can be written there
  70  Lectern itself failed; please report it
`;

export const FORMAT_HELP = `lectern fmt PATH… [options]

PATH is a lesson or a folder with a course.yaml. Headings, lists, labels and empty
lines are written in one way; nothing that learners see changes, which is proven by
comparing the course before and after. A lesson with mistakes is left as it is.

Options
  --check         change nothing; exit with 1 when something would change
  --stdout        print the text instead of writing the file
  --upgrade       write pasted text (.txt) or a Word document (.docx) as Markdown
                  beside it: lesson.md, and its pictures in lesson-pictures
  --force         with --upgrade, replace files that are there already

Exit codes
  0   done, or nothing to do
  1   --check found something, or a lesson has mistakes
  2   the command was not understood, or a file cannot be written
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

export const VERIFY_HELP = `lectern verify RECEIPT.json [--package FILE.zip] [--json]

RECEIPT.json is a file that a learner saved because the LMS did not confirm what was
done. Says whether the file is as the course made it, or was changed, cut or put in
another order, and where it contradicts itself. With the package it is also held
against the course: build, questions, points and pass mark.

A receipt is made in the learner's browser. Whoever can program can make one that
contradicts nothing, so it is evidence beside other evidence, never the only one.

Options
  --package FILE  the package that the learner had
  --json          print one JSON object on standard output, and nothing else

Exit codes
  0   nothing speaks against the receipt
  1   it was changed, contradicts itself or the package, or is no receipt
  2   the command was not understood
  70  Lectern itself failed; please report it
`;
