/** Messages about a lesson's title and header, in prose and in YAML. */
import { entry } from './entry.ts';

export const header = {
  'header/yaml': entry<{ problem: string; suggestion: string | null }>({
    severity: 'error',
    message: ({ problem }) => `The lines between --- cannot be read: ${problem}.`,
    help: ({ suggestion }) => suggestion ?? 'Write one “key: value” a line; put a value with a colon or a # in quotation marks.',
    why: 'The header is YAML. If a part of it cannot be read, all of it is in doubt.',
    wrong: '---\ntitle: Ports: an overview\n---',
    right: '---\ntitle: "Ports: an overview"\n---',
  }),
  'header/missing-colon': entry<{ words: string; suggestion: string }>({
    severity: 'error',
    message: ({ words }) => `“${words}” looks like the lesson's header, but its colons are missing, so learners would read it as text.`,
    help: ({ suggestion }) => suggestion,
    fix: ({ suggestion }) => suggestion,
    why: 'Only a colon makes a word of the header a setting. Without it the duration, the status or the language is lost.',
    wrong: '# P1 — Ports\n\nDuration 10 min · Status Mandatory',
    right: '# P1 — Ports\n\nDuration: 10 min · Status: Mandatory',
  }),
  'header/yaml-unclosed': entry<Record<never, never>>({
    severity: 'error',
    message: () => 'The header opened by --- on the first line is never closed.',
    help: () => 'Add --- on a line of its own after the last “key: value”.',
    why: 'Without its end the header would be shown to learners as text.',
    wrong: '---\ntitle: Ports\n\n# Ports',
    right: '---\ntitle: Ports\n---\n\n# Ports',
  }),
  'header/unknown-key': entry<{ key: string; near: string | null }>({
    severity: 'warning',
    message: ({ key, near }) => `The header has no key “${key}”.${near === null ? '' : ` Did you mean “${near}”?`} It is ignored.`,
    help: ({ key, near }) => (near === null ? `Delete “${key}:” and what it says.` : `Write ${near}:`),
    fix: ({ near }) => near,
    why: 'A misspelt key would silently do nothing: a pass mark that is not there, a duration nobody sees.',
    wrong: '---\nduraton: 30 min\n---',
    right: '---\nduration: 30 min\n---',
  }),
  'header/duplicate': entry<{ key: string }>({
    severity: 'warning',
    message: ({ key }) => `“${key}” stands in the header twice; the first one counts.`,
    help: () => 'Delete one of them.',
    why: 'Two values for one thing contradict each other sooner or later.',
    wrong: 'Type: Theory · Duration: 30 min · Type: Lab',
    right: 'Type: Theory · Duration: 30 min',
  }),
  'header/conflict': entry<{ key: string; yaml: string; prose: string }>({
    severity: 'warning',
    message: ({ key, yaml, prose }) => `The text says “${prose}” for ${key}, the lines between --- say “${yaml}”. The latter counts.`,
    help: () => 'Make both the same, or delete one.',
    why: 'Where the same fact stands in two places, only one of them gets updated.',
    wrong: '---\nduration: 20 min\n---\n\n# Ports\n\nDuration: 30 min',
    right: '---\nduration: 30 min\n---\n\n# Ports',
  }),
};
