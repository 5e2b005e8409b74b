/** Words of the command line to a request; what is not understood is never skipped. */
import { parseArgs } from 'node:util';
import { nearest } from '../diagnostics/nearest.ts';
import { nearOption } from './near-option.ts';
import { parseReportArguments, type ReportRequest } from './report-arguments.ts';
import { isLms, LMS_NAMES, LMS_PROFILES, type LmsName } from '../vocabulary/lms.ts';
import { DEFAULT_TARGET, TARGET_WORDS, TARGETS, targetOf, type TargetWord } from '../vocabulary/targets.ts';

/** Every target at once. */
const ALL = 'all';

export interface BuildRequest {
  kind: 'build';
  path: string;
  /** Each once, in the order written. */
  targets: readonly TargetWord[];
  out: string;
  json: boolean;
  strict: boolean;
  frozen: boolean;
  draft: boolean;
  /** The credential in the environment goes into the packages. */
  embed: boolean;
  /** Whose habits are known. */
  lms: LmsName | null;
}

export interface PreviewRequest {
  kind: 'preview';
  path: string;
  target: TargetWord;
  /** Whose habits are known. */
  lms: LmsName | null;
  port: number;
  /** In the browser, at once. */
  open: boolean;
  /** A lesson, or a place in one, as the course's own addresses name it; '' = where the learner left. */
  at: string;
}

export interface InspectRequest {
  kind: 'inspect';
  path: string;
  json: boolean;
}

export interface VerifyRequest {
  kind: 'verify';
  /** A receipt. */
  path: string;
  /** The package that it is about; null = the receipt alone. */
  package: string | null;
  json: boolean;
}

export interface WrongRequest {
  kind: 'wrong';
  problem: string;
  /** How it could be written; null when nothing is near. */
  suggestion: string | null;
}

/** How `check` says what it found. */
export const FORMATS = ['human', 'json', 'sarif', 'line'] as const;

export interface CheckRequest {
  kind: 'check';
  /** Lessons, courses, or folders that hold some. */
  paths: string[];
  format: (typeof FORMATS)[number];
  strict: boolean;
  /** No notes, and nothing at all when all is well. */
  quiet: boolean;
  summary: boolean;
  watch: boolean;
}

export interface FormatRequest {
  kind: 'fmt';
  paths: string[];
  /** Says what would change, and changes nothing. */
  check: boolean;
  stdout: boolean;
  /** Pasted text or a Word document as Markdown, beside it. */
  upgrade: boolean;
  force: boolean;
}

export interface NewRequest {
  kind: 'new';
  what: 'lesson' | 'course';
  /** A title, or a path. */
  name: string;
}

export type Request = BuildRequest | NewRequest | CheckRequest | FormatRequest | PreviewRequest | InspectRequest | VerifyRequest | ReportRequest | { kind: 'help'; topic: Topic | null } | { kind: 'version' } | WrongRequest;

const DEFAULT_OUT = 'packages';
const DEFAULT_PORT = 4170;

const OPTIONS = {
  target: { type: 'string' },
  lms: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
  strict: { type: 'boolean' },
  frozen: { type: 'boolean' },
  draft: { type: 'boolean' },
  'unsafe-embed-credential': { type: 'boolean' },
  format: { type: 'string' },
  quiet: { type: 'boolean' },
  summary: { type: 'boolean' },
  watch: { type: 'boolean' },
  port: { type: 'string' },
  open: { type: 'boolean' },
  at: { type: 'string' },
  package: { type: 'string' },
  check: { type: 'boolean' },
  stdout: { type: 'boolean' },
  upgrade: { type: 'boolean' },
  force: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
} as const;

/** What may stand behind an option that needs a value. */
const VALUES: Readonly<Record<string, string>> = { out: 'DIR', target: DEFAULT_TARGET, lms: 'moodle', format: 'sarif', port: '8080', at: 'LESSON', package: 'FILE.zip' };

/** Commands, and which options each understands beside --help and --version. */
const UNDERSTOOD = {
  build: ['target', 'lms', 'out', 'json', 'strict', 'frozen', 'draft', 'unsafe-embed-credential'],
  check: ['format', 'json', 'strict', 'quiet', 'summary', 'watch'],
  preview: ['target', 'lms', 'port', 'open', 'at'],
  new: [],
  fmt: ['check', 'stdout', 'upgrade', 'force'],
  inspect: ['json'],
  verify: ['package', 'json'],
} as const;
export type Command = keyof typeof UNDERSTOOD;
/** What help there is: `report` reads its own words. */
export type Topic = Command | 'report';
const COMMANDS = [...Object.keys(UNDERSTOOD), 'report', 'help'];

type Given = { problem: WrongRequest } | { problem: null; words: string[]; values: Map<string, string | true> };

export function parseArguments(argv: string[]): Request {
  if (argv[0] === 'report') return parseReportArguments(argv.slice(1));
  const given = tokens(argv);
  if (given.problem !== null) return given.problem;
  const { words, values } = given;
  const [command, ...rest] = words;
  if (values.has('version')) return { kind: 'version' };
  if (command === 'help') return help(rest);
  if (values.has('help')) return { kind: 'help', topic: isCommand(command) ? command : null };
  if (command === undefined) return wrong('There is no command.', 'lectern build PATH');
  if (!isCommand(command)) return unknownCommand(command);
  const misplaced = [...values.keys()].find((name) => !UNDERSTOOD[command].some((known) => known === name));
  if (misplaced !== undefined) return wrong(`“lectern ${command}” has no option “--${misplaced}”.`, `lectern help ${command}`);
  switch (command) {
    case 'build':
      return build(rest, values);
    case 'check':
      return check(rest, values);
    case 'preview':
      return preview(rest, values);
    case 'new':
      return create(rest);
    case 'fmt':
      return fmt(rest, values);
    case 'inspect':
      return inspect(rest, values);
    case 'verify':
      return verify(rest, values);
  }
}

function isCommand(word: string | undefined): word is Command {
  return word !== undefined && Object.hasOwn(UNDERSTOOD, word);
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
    const near = nearOption(name, Object.keys(OPTIONS));
    return wrong(`There is no option “${raw}”.`, near === null ? null : `Did you mean --${near}?`);
  }
  const { type } = OPTIONS[name as keyof typeof OPTIONS];
  if (type === 'boolean') return value === undefined ? null : wrong(`“${raw}” takes no value.`, `Write ${raw} alone.`);
  if (value === undefined || value === '' || (!inline && value.startsWith('-'))) {
    return wrong(`“${raw}” needs a value.`, `Write --${name} ${VALUES[name] ?? ''}.`);
  }
  return null;
}

function help(topics: string[]): Request {
  const [topic] = topics;
  if (topic === undefined || topic === 'help') return { kind: 'help', topic: null };
  return isCommand(topic) || topic === 'report' ? { kind: 'help', topic } : unknownCommand(topic);
}

function unknownCommand(word: string): WrongRequest {
  const near = nearest(word, COMMANDS);
  if (near !== null) return wrong(`There is no command “${word}”.`, `Did you mean “lectern ${near}”?`);
  return wrong(`There is no command “${word}”.`, /[./\\]/.test(word) ? `Did you mean “lectern build ${word}”?` : null);
}

function build(paths: string[], values: Map<string, string | true>): Request {
  const path = onePath(paths, 'build', 'a lesson file or a course folder', 'PATH');
  if (typeof path !== 'string') return path;
  const text = (name: string, otherwise: string): string => {
    const value = values.get(name);
    return typeof value === 'string' ? value : otherwise;
  };
  const chosen = readChoice(values);
  if ('kind' in chosen) return chosen;
  const { lms, targets } = chosen;
  const has = (flag: string) => values.has(flag);
  return { kind: 'build', path, targets, out: text('out', DEFAULT_OUT), json: has('json'), strict: has('strict'), frozen: has('frozen'), draft: has('draft'), embed: has('unsafe-embed-credential'), lms };
}

/** An LMS chooses a target, unless one is named. */
function readChoice(values: Map<string, string | true>): { lms: LmsName | null; targets: TargetWord[] } | WrongRequest {
  const lms = values.has('lms') ? readLms(String(values.get('lms'))) : null;
  if (lms !== null && typeof lms !== 'string') return lms;
  const targets = lms !== null && !values.has('target') ? [LMS_PROFILES[lms].target] : readTargets(String(values.get('target') ?? DEFAULT_TARGET));
  return 'kind' in targets ? targets : { lms, targets };
}

/** `scorm12,cmi5` or `all`; two words for one target are one package, named by the first. */
function readTargets(text: string): TargetWord[] | WrongRequest {
  const words = text.split(',').map((word) => word.trim()).filter((word) => word !== '');
  const found: TargetWord[] = [];
  for (const word of words.flatMap((each) => (each === ALL ? TARGETS : [each]))) {
    const target = TARGET_WORDS.find((known) => known === word);
    if (target === undefined) return unknownTarget(word);
    if (!found.some((known) => targetOf(known) === targetOf(target))) found.push(target);
  }
  return found.length > 0 ? found : unknownTarget(text);
}

function readLms(lms: string): LmsName | WrongRequest {
  if (isLms(lms)) return lms;
  const near = nearest(lms, LMS_NAMES);
  return wrong(`Nothing is known about an LMS “${lms}”.`, near === null ? `Known: ${LMS_NAMES.join(', ')}. For any other, ask what it takes and write --target.` : `Did you mean --lms ${near}?`);
}

function unknownTarget(word: string): WrongRequest {
  const near = nearest(word, [...TARGET_WORDS, ALL]);
  return wrong(`There is no target “${word}”.`, near === null ? `Targets: ${[...TARGETS, ALL].join(', ')}.` : `Did you mean --target ${near}?`);
}

function check(paths: string[], values: Map<string, string | true>): Request {
  if (paths.length === 0 || paths.includes('')) return wrong('“lectern check” needs the path of a lesson, a course or a folder.', 'lectern check PATH');
  const named = values.get('format') ?? 'human';
  const format = FORMATS.find((known) => known === named);
  if (format === undefined) {
    const near = nearest(String(named), FORMATS);
    return wrong(`There is no format “${named}”.`, near === null ? `Formats: ${FORMATS.join(', ')}.` : `Did you mean --format ${near}?`);
  }
  const has = (flag: string) => values.has(flag);
  if (has('json') && values.has('format') && format !== 'json') return wrong(`“--json” and “--format ${format}” ask for different things.`, 'Write one of the two.');
  if (has('summary') && (format === 'sarif' || format === 'line')) return wrong(`The summary cannot be written as ${format}.`, 'lectern check PATH --summary --json');
  if (has('watch') && (has('json') || format === 'json' || format === 'sarif')) return wrong('“--watch” goes on until it is stopped, so it has no single object to print.', 'lectern check PATH --watch --format line');
  return { kind: 'check', paths, format: has('json') ? 'json' : format, strict: has('strict'), quiet: has('quiet'), summary: has('summary'), watch: has('watch') };
}

function preview(paths: string[], values: Map<string, string | true>): Request {
  const path = onePath(paths, 'preview', 'a lesson file or a course folder', 'PATH');
  if (typeof path !== 'string') return path;
  const chosen = readChoice(values);
  if ('kind' in chosen) return chosen;
  const { lms, targets } = chosen;
  const [target, second] = targets;
  if (second !== undefined) return wrong('“lectern preview” plays one target.', `lectern preview ${path} --target ${target ?? DEFAULT_TARGET}`);
  const given = String(values.get('port') ?? DEFAULT_PORT);
  const port = Number(given);
  if (!/^\d{1,5}$/.test(given) || port > 65_535) return wrong(`“${given}” is no port.`, 'A port is a number up to 65535, such as --port 8080; 0 takes any that is free.');
  return { kind: 'preview', path, target: target ?? DEFAULT_TARGET, lms, port, open: values.has('open'), at: placeOf(String(values.get('at') ?? '')) };
}

/** `l1.2` is a lesson, `#opening` or `l1.2/check/3` a place in one. */
const placeOf = (at: string): string => (at === '' ? '' : at.startsWith('#') ? at.slice(1) : at.startsWith('/') ? at : `/${at}`);

function create(words: string[]): Request {
  const [what, name, more] = words;
  if (what !== 'lesson' && what !== 'course') {
    const near = what === undefined ? null : nearest(what, ['lesson', 'course']);
    return wrong(what === undefined ? '“lectern new” needs to know what: a lesson or a course.' : `“lectern new” makes no “${what}”.`, near === null ? 'lectern new lesson "My title"' : `Did you mean “lectern new ${near}”?`);
  }
  if (name === undefined || name.trim() === '') return wrong(`The new ${what} needs a name.`, `lectern new ${what} "My title"`);
  if (more !== undefined) return wrong(`“lectern new ${what}” takes one name, but there are ${words.length - 1}.`, `lectern new ${what} "${words.slice(1).join(' ')}"`);
  return { kind: 'new', what, name };
}

function fmt(paths: string[], values: Map<string, string | true>): Request {
  if (paths.length === 0 || paths.includes('')) return wrong('“lectern fmt” needs the path of a lesson or a course.', 'lectern fmt PATH');
  const has = (flag: string) => values.has(flag);
  if (has('check') && has('stdout')) return wrong('“--check” changes nothing and prints no text, “--stdout” prints the text.', 'Write one of the two.');
  if (has('upgrade') && has('check')) return wrong('“--upgrade” writes another file, so there is nothing to check.', 'lectern fmt --upgrade FILE');
  if (has('force') && !has('upgrade')) return wrong('“--force” replaces the file that “--upgrade” writes, and there is no “--upgrade”.', 'lectern fmt --upgrade --force FILE');
  return { kind: 'fmt', paths, check: has('check'), stdout: has('stdout'), upgrade: has('upgrade'), force: has('force') };
}

function inspect(paths: string[], values: Map<string, string | true>): Request {
  const path = onePath(paths, 'inspect', 'a package', 'FILE.zip');
  return typeof path === 'string' ? { kind: 'inspect', path, json: values.has('json') } : path;
}

function verify(paths: string[], values: Map<string, string | true>): Request {
  const path = onePath(paths, 'verify', 'a receipt', 'receipt.json');
  const given = values.get('package');
  return typeof path === 'string' ? { kind: 'verify', path, package: typeof given === 'string' ? given : null, json: values.has('json') } : path;
}

function onePath(paths: string[], command: Command, what: string, example: string): string | WrongRequest {
  const [path, second] = paths;
  if (path === undefined || path === '') return wrong(`“lectern ${command}” needs the path of ${what}.`, `lectern ${command} ${example}`);
  if (second === undefined) return path;
  return wrong(`“lectern ${command}” takes one path, but there are ${paths.length}: ${paths.map((word) => `“${word}”`).join(' ')}.`, 'Put a path with spaces between double quotes.');
}

function wrong(problem: string, suggestion: string | null): WrongRequest {
  return { kind: 'wrong', problem, suggestion };
}
