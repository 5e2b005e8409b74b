/** Messages about the command itself: how it was called, where it writes, and faults that are not the author's. */
import { entry } from './entry.ts';

/** What a command writes, by the option that says where. */
const writtenBy = { package: '--out', report: '--out', evidence: '--evidence', statements: '--parquet' } as const;
export type Written = keyof typeof writtenBy;

export const command = {
  'command/usage': entry<{ problem: string; suggestion: string | null }>({
    severity: 'error',
    message: ({ problem }) => problem,
    help: ({ suggestion }) => suggestion ?? 'lectern --help lists what can be written.',
    why: 'The command was not understood, so nothing was built. A misspelt option is never skipped in silence, because the result would differ from what you asked for.',
    wrong: 'lectern build lesson.md --stirct',
    right: 'lectern build lesson.md --strict',
  }),
  'command/cannot-write': entry<{ path: string; reason: string; what: Written }>({
    severity: 'error',
    message: ({ path, reason, what }) => `The ${what} cannot be written to “${path}”: ${reason}.`,
    help: ({ what, reason }) => `${/disk is full/.test(reason) ? 'Make room, or name' : 'Name'} a ${what === 'report' ? 'file in a folder' : 'folder'} you may write to with ${writtenBy[what]}.`,
    why: 'All is ready, but there is nowhere to put it. What was there before is untouched.',
    wrong: 'lectern build lesson.md --out lesson.md',
    right: 'lectern build lesson.md --out packages',
  }),
  'command/port-taken': entry<{ port: number }>({
    severity: 'error',
    message: ({ port }) => `Port ${port} is taken by another program, perhaps by another preview.`,
    help: () => 'Stop the other one, or choose another port: --port 0 takes any that is free.',
    why: 'Each program that serves pages needs a number of its own on a computer.',
    wrong: 'lectern preview lesson.md --port 80',
    right: 'lectern preview lesson.md --port 0',
  }),
  'command/no-credential': entry<{ variable: string }>({
    severity: 'error',
    message: ({ variable }) => `--unsafe-embed-credential takes the credential from the environment variable ${variable}, and there is none that could be used.`,
    help: ({ variable }) => `Set ${variable} to the whole header, “Basic …” or “Bearer …”, for this command alone; or name a broker in course.yaml and leave the option out.`,
    why: 'On the command line others who use the computer could read it, and in course.yaml everybody who has the course.',
    wrong: 'lectern build my-course --unsafe-embed-credential',
    right: 'LECTERN_XAPI_AUTHORIZATION="Basic …" lectern build my-course --unsafe-embed-credential',
  }),
  'command/internal': entry<{ reason: string; version: string; arguments: string }>({
    severity: 'error',
    message: ({ reason, version, arguments: words }) => `Lectern itself failed: ${reason} (version ${version}, arguments: ${words}).`,
    help: () => 'This is not your fault. Please report it, with this message and, if you may share it, the lesson.',
    why: 'Mistakes in a lesson are reported with file, line and column. Anything else that stops a build is a fault of Lectern.',
    wrong: 'nothing you wrote',
    right: 'nothing you could write',
  }),
};
