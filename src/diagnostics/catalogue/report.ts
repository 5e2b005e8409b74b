/** Messages about reports: data that cannot be read, counted or trusted. */
import { entry } from './entry.ts';

export const report = {
  'report/engine-missing': entry<{ install: string }>({
    severity: 'error',
    message: () => 'Reports need DuckDB, which is not installed with Lectern because most authors never need it.',
    help: ({ install }) => install,
    why: 'DuckDB is a database in a file. It is 70 MB of native code, so it is installed by those who make reports only. It needs no server and no network.',
    wrong: 'lectern report completion (right after installing Lectern)',
    right: 'npm install --global @duckdb/node-api@1.5.5-r.5, then lectern report completion',
  }),
  'report/store': entry<{ path: string; reason: string; help: string }>({
    severity: 'error',
    message: ({ path, reason }) => `The data “${path}” cannot be ${reason === 'no file can be made there' ? 'kept' : 'read'}: ${reason}.`,
    help: ({ help }) => help,
    why: 'Reports read a local store that import and sync fill, or files named with --data.',
    wrong: 'lectern report completion (in a folder without a store)',
    right: 'lectern report import export.csv, then lectern report completion',
  }),
  'report/file': entry<{ name: string; reason: string; help?: string }>({
    severity: 'error',
    message: ({ name, reason }) => `“${name}” was not taken in: ${reason}.`,
    help: ({ help }) => help ?? null,
    why: 'Nothing of this file is in the store. The other files were taken in.',
    wrong: 'lectern report import roster.pdf',
    right: 'lectern report import roster.csv',
  }),
  'report/unknown-columns': entry<{ name: string; columns: string[] }>({
    severity: 'error',
    message: ({ name, columns }) => `“${name}” was not taken in: no column says who the learner is. Its columns are ${columns.map((column) => `“${column}”`).join(', ')}.`,
    help: ({ columns }) => `Say which column it is: --map learner=${quoted(columns[0] ?? 'Login')}, and the same way course, status, completed and score where they are not recognised. If nothing identifies people but their names, let the LMS export their e-mail address or number too.`,
    why: 'Exports are told apart by the names of their columns. Yours is in another language, or of an LMS that Lectern does not know. Names are not enough: two people may share one.',
    wrong: 'lectern report import export.csv (columns: Kürzel, Kurs, Stand)',
    right: 'lectern report import export.csv --map learner=Kürzel,course=Kurs,status=Stand',
  }),
  'report/no-course': entry<{ name: string; columns: string[]; courses: string[] }>({
    severity: 'error',
    message: ({ name }) => `“${name}” was not taken in: it does not say which course it is about.`,
    help: ({ columns, courses }) => `Name it as the roster does: ${courses.length === 0 ? '--course "NAME OF THE COURSE"' : courses.map((course) => `--course ${shell(course)}`).join(' or ')}. If a column names it, say which: --map course=COLUMN. Columns: ${columns.map((column) => `“${column}”`).join(', ')}.`,
    why: 'Many LMSs export one course at a time and leave its name out. Without it the rows cannot be told from those of another course.',
    wrong: 'lectern report import scorm-report.txt',
    right: 'lectern report import scorm-report.txt --course "AI foundations"',
  }),
  'report/encoding': entry<{ name: string; encoding: string; example: string }>({
    severity: 'info',
    message: ({ name, encoding, example }) => `“${name}” is not in UTF-8. It was read as ${encoding}, which gives words such as “${example}”.`,
    help: () => 'If that word is right, nothing needs to be done. If not, open the file in your spreadsheet, save it as CSV (UTF-8), and import that into a new store.',
    why: 'A table does not say in which encoding its letters are. A wrong guess leaves e-mail addresses alone and spoils names.',
    wrong: 'export.csv, saved as “CSV” by an older spreadsheet',
    right: 'export.csv, saved as “CSV UTF-8”',
  }),
  'report/row': entry<{ row: string; reason: string }>({
    severity: 'error',
    message: ({ row, reason }) => `${row} was set aside: ${reason}.`,
    help: () => null,
    why: 'What cannot be read for certain does not count. The rest of the file was taken in; correct the row and import the file again, which adds only what is missing.',
    wrong: 'p1,course,completed,31.02.2026',
    right: 'p1,course,completed,28.02.2026',
  }),
  'report/date-order': entry<{ name: string; example: string }>({
    severity: 'error',
    message: ({ name, example }) => `“${name}” was not taken in: “${example}” may be a day before a month or a month before a day.`,
    help: () => 'Say which: --dates dmy for day, month, year, --dates mdy for month, day, year.',
    why: 'No date in the file has a day above 12, so that both readings are possible, and a guess would be no evidence.',
    wrong: 'lectern report import export.csv (dates such as 03/04/2026 only)',
    right: 'lectern report import export.csv --dates mdy',
  }),
  'report/conflict': entry<{ id: string }>({
    severity: 'error',
    message: ({ id }) => `The statement ${id} is in the store with other content. The first one stays.`,
    help: () => 'A statement may never change. Ask who runs the LRS how this could happen, before an auditor does.',
    why: 'Statement ids are unique for ever. Two contents under one id mean that one of them was altered or made up.',
    wrong: 'two files with the same statement id and different results',
    right: 'one of them',
  }),
  'report/unreadable-lines': entry<{ count: number; name: string }>({
    severity: 'error',
    message: ({ count, name }) => `${count === 1 ? '1 line' : `${count} lines`} of “${name}” ${count === 1 ? 'is' : 'are'} no statement and did not count.`,
    help: () => 'lectern report import names each of them.',
    why: 'Reports over files skip what they cannot read, and say so.',
    wrong: '{"id": "…", "actor"',
    right: '{"id": "…", "actor": …}',
  }),
  'report/unknown-filter': entry<{ option: string; value: string; known: string[]; near: string | null }>({
    severity: 'error',
    message: ({ option, value }) => `Nothing in the data has the ${option === 'content' ? 'version' : option} “${value}”, so no row can.`,
    help: ({ option, known, near }) => (near !== null ? `Did you mean --${option} ${shell(near)}?` : known.length === 0 ? `The data name no ${option === 'content' ? 'version' : option}.` : `There ${known.length === 1 ? 'is' : 'are'} ${known.slice(0, 8).map((one) => `“${one}”`).join(', ')}${known.length > 8 ? ' and others' : ''}.`),
    why: 'An empty list of people who are late is good news only if the right course was asked for.',
    wrong: 'lectern report overdue --group Secruity',
    right: 'lectern report overdue --group Security',
  }),
  'report/not-in-roster': entry<{ count: number }>({
    severity: 'warning',
    message: ({ count }) => `${count === 1 ? '1 learner has' : `${count} learners have`} statements but ${count === 1 ? 'is' : 'are'} not in the roster.`,
    help: () => 'They are in the report under the name of their account; where the roster has names, theirs is empty. Add a line to the roster with the same account or e-mail address to join them.',
    why: 'The roster says who is meant. Somebody who is in the records but not in the roster has left, has two accounts, or is written in another way.',
    wrong: 'learner,email: p1,ann@example.org (the records say ann.lee@example.org)',
    right: 'learner,email: p1,ann.lee@example.org',
  }),
  'report/lrs': entry<{ endpoint: string; reason: string; help: string }>({
    severity: 'error',
    message: ({ endpoint, reason }) => `The LRS at ${endpoint} cannot be read: ${reason}.`,
    help: ({ help }) => help,
    why: 'What was fetched before is in the store. Calling the same command again goes on from there.',
    wrong: 'lectern report sync --endpoint https://lrs.example.org',
    right: 'lectern report sync --endpoint https://lrs.example.org/xapi',
  }),
  'report/consistent-through': entry<{ endpoint: string }>({
    severity: 'warning',
    message: ({ endpoint }) => `The LRS at ${endpoint} does not say how far its answer is complete.`,
    help: () => 'The last five minutes are fetched again next time, and nothing is counted twice.',
    why: 'X-Experience-API-Consistent-Through says up to when every statement can be seen. Without it, one that is still being stored could be missed.',
    wrong: 'an answer without the header',
    right: 'X-Experience-API-Consistent-Through: 2026-11-22T18:00:00Z',
  }),
  'report/untrue-header': entry<{ endpoint: string; reason: string }>({
    severity: 'error',
    message: ({ endpoint, reason }) => `The LRS at ${endpoint} cannot be believed about how far its answer is complete: ${reason}.`,
    help: () => 'What it gave is in the store. Ask who runs it to set its clock right; a report made before says less than there is.',
    why: 'Evidence says up to when the records are complete. An LRS whose times cannot be true makes that worthless, so it is said instead of passed on.',
    wrong: 'X-Experience-API-Consistent-Through: 2999-01-01T00:00:00Z',
    right: 'X-Experience-API-Consistent-Through: 2026-11-22T18:00:00Z',
  }),
  'report/evidence': entry<{ file: string; reason: string }>({
    severity: 'error',
    message: ({ file, reason }) => `“${file}” is not as it was: ${reason}.`,
    help: () => 'Use the copy that was put away when the folder was made.',
    why: 'The manifest has the SHA-256 of each file. One that differs was changed after the folder was made.',
    wrong: 'an evidence folder with a report that was edited',
    right: 'the folder as it was written',
  }),
};

function quoted(column: string): string {
  return /[\s,]/.test(column) ? `"${column}"` : column;
}

/** As it can be pasted behind a command, in a shell of any system. */
function shell(word: string): string {
  return /^[\w./:@%+-]+$/.test(word) ? word : `"${word.replaceAll('"', '')}"`;
}
