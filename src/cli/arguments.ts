/** Words of the command line to a request; what is not understood is never skipped. */
import { parseArgs } from 'node:util';
import { nearest } from '../diagnostics/nearest.ts';

/** What can be built for; the first is the default. */
export const TARGETS = ['scorm2004'] as const;
export type TargetName = (typeof TARGETS)[number];

export interface BuildRequest {
  kind: 'build';
  path: string;
  target: TargetName;
  out: string;
  json: boolean;
  strict: boolean;
  frozen: boolean;
  draft: boolean;
}

export interface WrongRequest {
  kind: 'wrong';
  problem: string;
  /** How it could be written; null when nothing is near. */
  suggestion: string | null;
}

export type Request = BuildRequest | { kind: 'help'; topic: 'build' | null } | { kind: 'version' } | WrongRequest;

const DEFAULT_OUT = 'packages';

const OPTIONS = {
  target: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
  strict: { type: 'boolean' },
  frozen: { type: 'boolean' },
  draft: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
} as const;

const COMMANDS = ['build', 'help'];

type Given = { problem: WrongRequest } | { problem: null; words: string[]; values: Map<string, string | true> };

export function parseArguments(argv: string[]): Request {
  const given = tokens(argv);
  if (given.problem !== null) return given.problem;
  const { words, values } = given;
  const [command, ...rest] = words;
  if (values.has('version')) return { kind: 'version' };
  if (command === 'help') return help(rest);
  if (values.has('help')) return { kind: 'help', topic: command === 'build' ? 'build' : null };
  if (command === undefined) return wrong('There is no command.', 'lectern build PATH');
  if (command !== 'build') return unknownCommand(command);
  return build(rest, values);
}

function tokens(argv: string[]): Given {
  const words: string[] = [];
  const values = new Map<string, string | true>();
  // Not strict: the messages of the parser name its own function, and it suggests nothing.
  for (const token of parseArgs({ args: argv, options: OPTIONS, strict: false, allowPositionals: true, tokens: true }).tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const problem = optionProblem(token.name, token.rawName, token.value, token.inlineValue === true);
    if (problem !== null) return { problem };
    values.set(token.name, token.value ?? true);
  }
  return { problem: null, words, values };
}

function optionProblem(name: string, raw: string, value: string | undefined, inline: boolean): WrongRequest | null {
  if (!Object.hasOwn(OPTIONS, name)) {
    const near = nearest(name, Object.keys(OPTIONS));
    return wrong(`There is no option “${raw}”.`, near === null ? null : `Did you mean --${near}?`);
  }
  const { type } = OPTIONS[name as keyof typeof OPTIONS];
  if (type === 'boolean') return value === undefined ? null : wrong(`“${raw}” takes no value.`, `Write ${raw} alone.`);
  if (value === undefined || value === '' || (!inline && value.startsWith('-'))) {
    return wrong(`“${raw}” needs a value.`, name === 'out' ? 'Write --out DIR.' : `Write --target ${TARGETS[0]}.`);
  }
  return null;
}

function help(topics: string[]): Request {
  const [topic] = topics;
  if (topic === undefined || topic === 'help') return { kind: 'help', topic: null };
  return topic === 'build' ? { kind: 'help', topic } : unknownCommand(topic);
}

function unknownCommand(word: string): WrongRequest {
  const near = nearest(word, COMMANDS);
  if (near !== null) return wrong(`There is no command “${word}”.`, `Did you mean “lectern ${near}”?`);
  return wrong(`There is no command “${word}”.`, /[./\\]/.test(word) ? `Did you mean “lectern build ${word}”?` : null);
}

function build(paths: string[], values: Map<string, string | true>): Request {
  const [path, second] = paths;
  if (path === undefined || path === '') return wrong('“lectern build” needs the path of a lesson file or a course folder.', 'lectern build PATH');
  if (second !== undefined) {
    return wrong(`“lectern build” takes one path, but there are ${paths.length}: ${paths.map((word) => `“${word}”`).join(' ')}.`, 'Put a path with spaces between double quotes.');
  }
  const text = (name: string, otherwise: string): string => {
    const value = values.get(name);
    return typeof value === 'string' ? value : otherwise;
  };
  const name = text('target', TARGETS[0]);
  const target = TARGETS.find((known) => known === name);
  if (target === undefined) {
    const near = nearest(name, TARGETS);
    return wrong(`There is no target “${name}”.`, near === null ? `Targets: ${TARGETS.join(', ')}.` : `Did you mean --target ${near}?`);
  }
  const has = (flag: string) => values.has(flag);
  return { kind: 'build', path, target, out: text('out', DEFAULT_OUT), json: has('json'), strict: has('strict'), frozen: has('frozen'), draft: has('draft') };
}

function wrong(problem: string, suggestion: string | null): WrongRequest {
  return { kind: 'wrong', problem, suggestion };
}
