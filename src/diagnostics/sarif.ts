/** Diagnostics as SARIF 2.1.0 (OASIS), with the properties that GitHub code scanning reads. */
import type { Log, ReportingDescriptor, Result } from 'sarif';
import { catalogue } from './catalogue.ts';
import type { Entry } from './catalogue/entry.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';
import { lineHashes } from './line-hashes.ts';
import { inOrder } from './print.ts';

export interface SarifOptions {
  /** Lectern's own version. */
  version: string;
  /** Relative to the root of the repository, with `/`, not yet escaped. */
  uri(file: string): string;
  /** The author's text of a file; null when there is none. */
  sourceText(file: string): string | null;
}

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;
const PROBLEMS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'recommendation' };
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json';

/** One run. Only the rules that have results are in it. */
export function sarifLog(diagnostics: Diagnostic[], options: SarifOptions): Log {
  const sorted = inOrder(diagnostics);
  const codes = [...new Set(sorted.map(({ code }) => code))];
  const index = new Map(codes.map((code, i) => [code, i]));
  const hashes = new Map<string, string[]>();
  const hashAt = (file: string, line: number): string | undefined => {
    const known = hashes.get(file) ?? lineHashes(options.sourceText(file) ?? '');
    hashes.set(file, known);
    return known[line - 1];
  };
  const results = sorted.map((diagnostic) => result(diagnostic, { index: index.get(diagnostic.code) ?? 0, hash: hashAt(diagnostic.file, diagnostic.line), options }));
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'Lectern', semanticVersion: options.version, rules: codes.map((code) => rule(code, sorted)) } }, columnKind: 'utf16CodeUnits', results }],
  };
}

function result(diagnostic: Diagnostic, { index, hash, options }: { index: number; hash: string | undefined; options: SarifOptions }): Result {
  const { code, severity, message, help, file, line, column, endLine, endColumn, related, fix } = diagnostic;
  const text = help === null ? message : `${message}\n${help}`;
  const place = (of: string, region: { startLine: number; startColumn: number; endLine?: number; endColumn?: number }) => ({
    physicalLocation: { artifactLocation: { uri: escaped(options.uri(of)), uriBaseId: '%SRCROOT%' }, region },
  });
  return {
    ruleId: code,
    ruleIndex: index,
    level: LEVELS[severity],
    message: { text },
    locations: [place(file, { startLine: line, startColumn: column, endLine, endColumn })],
    ...(related === undefined ? {} : { relatedLocations: related.map((other, id) => ({ id, message: { text: other.message }, ...place(other.file, { startLine: other.line, startColumn: other.column }) })) }),
    ...(fix === undefined || /\.docx$/i.test(file)
      ? {}
      : { fixes: [{ description: { text: help ?? fix }, artifactChanges: [{ artifactLocation: place(file, { startLine: 1, startColumn: 1 }).physicalLocation.artifactLocation, replacements: [{ deletedRegion: { startLine: line, startColumn: column, endLine, endColumn }, insertedContent: { text: fix } }] }] }] }),
    ...(hash === undefined ? {} : { partialFingerprints: { primaryLocationLineHash: hash } }),
  };
}

function rule(code: string, diagnostics: Diagnostic[]): ReportingDescriptor {
  const severity = diagnostics.find((diagnostic) => diagnostic.code === code)?.severity ?? 'error';
  const [namespace = '', name = ''] = code.split('/');
  const page = Object.hasOwn(catalogue, code) ? (catalogue[code as keyof typeof catalogue] as unknown as Entry<never>) : null;
  return {
    id: code,
    name: [namespace, ...name.split('-')].map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(''),
    shortDescription: { text: `${namespace}: ${name.replaceAll('-', ' ')}` },
    fullDescription: { text: page?.why ?? code },
    help: page === null ? { text: code } : { text: plainHelp(page), markdown: markdownHelp(page) },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: [namespace], precision: 'very-high', 'problem.severity': PROBLEMS[severity] },
  };
}

function plainHelp({ why, wrong, right }: Entry<never>): string {
  return `${why}\n\nCauses it:\n${wrong}\n\nMended:\n${right}`;
}

function markdownHelp({ why, wrong, right }: Entry<never>): string {
  const fence = (text: string) => `\`\`\`\`text\n${text}\n\`\`\`\``;
  return `${why}\n\n**Causes it**\n\n${fence(wrong)}\n\n**Mended**\n\n${fence(right)}`;
}

/** RFC 3986: each name of the path for itself, so that the slashes stay. */
function escaped(path: string): string {
  return path.split('/').map((name) => (/^\.\.?$/.test(name) ? name : encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\ufffd')))).join('/');
}
