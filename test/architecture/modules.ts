/** Reads the source files of the project and their imports, with a real parser. */
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { parseSync } from 'vite';

export interface Import {
  /** As written. */
  from: string;
  /** Path in the project for a relative import; null for a package. */
  file: string | null;
  typeOnly: boolean;
}

export interface Module {
  /** Relative to the project, with `/`. */
  file: string;
  text: string;
  imports: Import[];
  /** Nothing but `export … from`. */
  barrel: boolean;
  /** Spots of `any` and of catch blocks without a word in them, as lines. */
  anys: number[];
  emptyCatches: number[];
}

/** Files below `folder` that end in one of `endings`, sorted; [] when there is no such folder. */
export function filesBelow(folder: string, endings: string[]): string[] {
  let names: string[];
  try {
    names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
  return names
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .sort();
}

export function readModule(file: string): Module {
  const text = readFileSync(file, 'utf8');
  const { program, errors } = parseSync(file, text, { lang: 'ts' });
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`);
  const module: Module = { file, text, imports: [], barrel: isBarrel(program.body), anys: [], emptyCatches: [] };
  for (const node of nodesOf(program)) look(node, module);
  return module;
}

type Node = { type: string; start: number } & Record<string, unknown>;

function look(node: Node, module: Module): void {
  const line = () => module.text.slice(0, node.start).split('\n').length;
  const add = (source: unknown, typeOnly: boolean) => {
    if (!isNode(source) || typeof source['value'] !== 'string') throw new Error(`${module.file}:${line()}: an import of something that is not a plain string`);
    const from = source['value'];
    module.imports.push({ from, file: from.startsWith('.') ? posix.join(posix.dirname(module.file), from) : null, typeOnly });
  };
  switch (node.type) {
    case 'ImportDeclaration':
      return add(node['source'], node['importKind'] === 'type' || onlyTypes(node['specifiers'], 'importKind'));
    case 'ExportAllDeclaration':
      return add(node['source'], node['exportKind'] === 'type');
    case 'ExportNamedDeclaration':
      return node['source'] ? add(node['source'], node['exportKind'] === 'type' || onlyTypes(node['specifiers'], 'exportKind')) : undefined;
    case 'ImportExpression':
      return add(node['source'], false);
    case 'TSImportType':
      return add(node['source'] ?? node['argument'], true);
    case 'TSAnyKeyword':
      return void module.anys.push(line());
    case 'CatchClause':
      if (isEmpty(node['body'], module.text)) module.emptyCatches.push(line());
  }
}

/** `import {} from` and `import 'x'` are imports of a value: they run the module. */
function onlyTypes(specifiers: unknown, kind: string): boolean {
  return Array.isArray(specifiers) && specifiers.length > 0 && specifiers.every((specifier) => isNode(specifier) && specifier[kind] === 'type');
}

function isEmpty(block: unknown, text: string): boolean {
  return isNode(block) && Array.isArray(block['body']) && block['body'].length === 0 && !text.slice(block.start, Number(block['end'])).includes('/');
}

function isBarrel(body: readonly { type: string; source?: unknown }[]): boolean {
  return body.length > 0 && body.every(({ type, source }) => type === 'ExportAllDeclaration' || (type === 'ExportNamedDeclaration' && Boolean(source)));
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function* nodesOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const part of value) yield* nodesOf(part);
  else if (isNode(value)) {
    yield value;
    for (const part of Object.values(value)) if (typeof part === 'object') yield* nodesOf(part);
  }
}
