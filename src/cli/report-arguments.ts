/** Words behind `lectern report` to a request. */
import { parseArgs } from 'node:util';
import { nearest } from '../diagnostics/nearest.ts';
import { nearOption } from './near-option.ts';
import type { WrongRequest } from './arguments.ts';

/** Options that take a value: what may stand behind them. */
const WITH_VALUE: Readonly<Record<string, string>> = {
  store: 'FILE', data: 'FILE', out: 'FILE', format: 'csv', columns: 'learner,status,done', course: 'ID', group: 'NAME', status: 'overdue', content: 'VERSION',
  from: '2026-01-01', until: '2027-01-01', 'as-of': '2026-12-31', 'valid-for': '12months', 'smallest-group': '5', evidence: 'DIR', language: 'de', package: 'FILE.zip',
  endpoint: 'https://lrs.example.org/xapi', verbs: 'answered', parquet: 'DIR', before: '2020-01-01',
  as: 'moodle-scorm', map: 'learner=Email,course=Course', title: 'TEXT', dates: 'dmy', 'time-zone': 'Europe/Berlin', 'pass-mark': '80', 'max-score': '100',
};
const FLAGS = ['json', 'bom', 'no-names', 'pseudonymise', 'per-registration', 'latest', 'replace-roster', 'help', 'yes', 'strict'] as const;

const QUESTION = ['store', 'data', 'out', 'format', 'columns', 'course', 'group', 'status', 'content', 'from', 'until', 'as-of', 'valid-for', 'smallest-group', 'evidence', 'language', 'package', 'bom', 'json', 'no-names', 'pseudonymise', 'per-registration', 'latest', 'strict'];

/** Deeds, and which options each understands beside --help. */
export const REPORT_DEEDS = {
  import: ['store', 'as', 'map', 'course', 'title', 'dates', 'time-zone', 'pass-mark', 'max-score', 'parquet', 'replace-roster', 'json'],
  sync: ['store', 'endpoint', 'verbs', 'parquet', 'json', 'strict'],
  completion: QUESTION,
  attempts: QUESTION,
  items: QUESTION,
  responses: QUESTION,
  objectives: QUESTION,
  overdue: QUESTION,
  audit: QUESTION,
  verify: ['json'],
  forget: ['store', 'before', 'yes', 'json'],
} as const;
export type ReportDeed = keyof typeof REPORT_DEEDS;

export interface ReportRequest {
  kind: 'report';
  deed: ReportDeed;
  /** Paths behind the deed. */
  words: string[];
  /** Each option with all the values it was given. */
  values: ReadonlyMap<string, readonly string[]>;
  flags: ReadonlySet<string>;
}

export type ReportArguments = ReportRequest | { kind: 'help'; topic: 'report' } | WrongRequest;

/** `argv` without the word `report`. */
export function parseReportArguments(argv: string[]): ReportArguments {
  const options = Object.fromEntries([...Object.keys(WITH_VALUE).map((name) => [name, { type: 'string' as const }]), ...FLAGS.map((name) => [name, { type: 'boolean' as const }])]);
  const words: string[] = [];
  const values = new Map<string, string[]>();
  const flags = new Set<string>();
  for (const token of parseArgs({ args: argv, options, strict: false, allowPositionals: true, tokens: true }).tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const problem = optionProblem(token.name, token.rawName, token.value, token.inlineValue === true);
    if (problem !== null) return problem;
    if (token.value === undefined) flags.add(token.name);
    else values.set(token.name, [...(values.get(token.name) ?? []), token.value]);
  }
  const [deed, ...rest] = words;
  if (flags.has('help')) return { kind: 'help', topic: 'report' };
  if (deed === undefined) return wrong('“lectern report” needs a word that says what to do.', 'lectern report completion');
  if (!isDeed(deed)) {
    const near = nearest(deed, Object.keys(REPORT_DEEDS));
    return wrong(`There is no report “${deed}”.`, near === null ? `Reports: ${Object.keys(REPORT_DEEDS).join(', ')}.` : `Did you mean “lectern report ${near}”?`);
  }
  const misplaced = [...values.keys(), ...flags].find((name) => !REPORT_DEEDS[deed].some((known) => known === name));
  if (misplaced !== undefined) return wrong(`“lectern report ${deed}” has no option “--${misplaced}”.`, 'lectern help report');
  return paths(deed, rest) ?? { kind: 'report', deed, words: rest, values, flags };
}

function isDeed(word: string): word is ReportDeed {
  return Object.hasOwn(REPORT_DEEDS, word);
}

function paths(deed: ReportDeed, rest: string[]): WrongRequest | null {
  if (deed === 'import') return rest.length > 0 ? null : wrong('“lectern report import” needs the files to take in.', 'lectern report import roster.csv export.csv');
  if (deed === 'verify') return rest.length === 1 ? null : wrong('“lectern report verify” needs one evidence folder.', 'lectern report verify evidence-2026');
  return rest.length === 0 ? null : wrong(`“lectern report ${deed}” does not take “${rest[0]}”.`, deed === 'sync' || deed === 'forget' ? 'lectern help report' : `Write --data ${rest[0]} to report over that file.`);
}

function optionProblem(name: string, raw: string, value: string | undefined, inline: boolean): WrongRequest | null {
  const takesValue = Object.hasOwn(WITH_VALUE, name);
  if (!takesValue && !FLAGS.some((flag) => flag === name)) {
    const near = nearOption(name, [...Object.keys(WITH_VALUE), ...FLAGS]);
    return wrong(`There is no option “${raw}”.`, near === null ? 'lectern help report' : `Did you mean --${near}?`);
  }
  if (!takesValue) return value === undefined ? null : wrong(`“${raw}” takes no value.`, `Write ${raw} alone.`);
  if (value === undefined || value === '' || (!inline && value.startsWith('--'))) return wrong(`“${raw}” needs a value.`, `Write --${name} ${WITH_VALUE[name] ?? ''}.`);
  return null;
}

function wrong(problem: string, suggestion: string | null): WrongRequest {
  return { kind: 'wrong', problem, suggestion };
}
