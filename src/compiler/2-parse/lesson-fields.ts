/** A lesson's header fields from both places they may stand in: YAML between `---` lines, and the paragraph under the title (authoring R5, 1.2.1). */
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic, Place } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { Field } from './document.ts';
import { findYamlKey, proseKeyNames, yamlKeyNames, type HeaderKey } from './header-names.ts';
import { readHeaderLine, type HeaderPart } from './header-paragraph.ts';
import type { Line } from './lines.ts';
import type { OpaqueLines } from './opaque-lines.ts';
import { makeSource } from './source.ts';
import { fold } from './table-language.ts';
import { readYaml, type YamlValue } from './yaml-document.ts';

export interface Fields {
  map: Map<string, Field>;
  /** Keys that YAML gives. */
  yaml: ReadonlySet<string>;
  /** Reads the header paragraph on the given lines. */
  addProse(header: readonly number[], diagnostics: Diagnostic[]): void;
}

export function readFields(file: string, text: string, lines: readonly Line[], frontMatter: OpaqueLines['frontMatter'], diagnostics: Diagnostic[]): Fields {
  const map = readFrontMatter(file, text, lines, frontMatter, diagnostics);
  return {
    map,
    yaml: new Set(map.keys()),
    addProse: (header, collected) => addProse(file, lines, header, map, collected),
  };
}

function readFrontMatter(file: string, text: string, lines: readonly Line[], frontMatter: OpaqueLines['frontMatter'], diagnostics: Diagnostic[]): Map<string, Field> {
  const map = new Map<string, Field>();
  if (frontMatter === null) return map;
  if (frontMatter.last === null) {
    diagnostics.push(diagnose('header/yaml-unclosed', { file, start: { line: 1, column: 1 }, end: { line: 1, column: 4 } }, {}));
    return map;
  }
  const block = lines.slice(1, frontMatter.last);
  const source = makeSource(file, text.slice(0, lines[frontMatter.last]?.start));
  const from = 1 + (lines[0]?.text.length ?? 3);
  const yaml = readYaml(source, from, from + block.reduce((sum, line) => sum + line.text.length + 1, 0));
  for (const problem of yaml.problems) {
    const unclosed = unclosedIn(block, file);
    const { words, place } = unclosed ?? problem;
    const line = block[place.start.line - 2]?.text ?? '';
    const suggestion = unclosed === null ? inQuotes(line) : `${line.trim()}${line.trim().includes('{') ? ' }' : ']'}`;
    diagnostics.push(diagnose('header/yaml', place, { problem: words, suggestion }));
    // What follows an error is mostly caused by it.
    if (yaml.value === null) break;
  }
  const { value } = yaml;
  if (value === null && yaml.problems.length > 0) addPlainLines(file, block, map);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    if (value !== null) diagnostics.push(diagnose('header/yaml', yaml.valuePlace([]), { problem: 'it has no “key: value” lines', suggestion: null }));
    return map;
  }
  for (const [name, content] of Object.entries(value)) {
    const key = findYamlKey(name);
    if (key === null) diagnostics.push(diagnose('header/unknown-key', yaml.keyPlace([name]), { key: name, near: nearest(fold(name), yamlKeyNames()) }));
    else if (map.has(key)) diagnostics.push(diagnose('header/duplicate', yaml.keyPlace([name]), { key: name }));
    else if (content !== null) map.set(key, { value: asText(content, yaml.written([name])), place: yaml.valuePlace([name]), from: 'yaml' });
  }
  return map;
}

/** Where a header cannot be read, its plain lines still say what the lesson is called and which language it is in. */
function addPlainLines(file: string, block: readonly Line[], map: Map<string, Field>): void {
  block.forEach(({ text }, index) => {
    const match = /^([A-Za-z][\w-]{0,39}):[ \t]+(["']?)(.{1,400}?)\2[ \t]*$/.exec(text);
    const key = match === null ? null : findYamlKey(match[1] ?? '');
    if (match === null || key === null || map.has(key) || /^[[{&*|>!]/.test(match[3] ?? '')) return;
    const from = text.indexOf(match[3] ?? '', (match[1] ?? '').length + 1);
    map.set(key, { value: (match[3] ?? '').trim(), place: { file, start: { line: index + 2, column: from + 1 }, end: { line: index + 2, column: text.trimEnd().length + 1 } }, from: 'yaml' });
  });
}

/** `title: Ports: an overview` with its value in quotation marks; null where that is not what is missing. */
function inQuotes(line: string): string | null {
  const match = /^(\s*[\w-]+:[ \t]+)([^"'[{].*)$/.exec(line);
  return match === null || !/:(?:\s|$)|\s#|^[@`%*&!|>]/.test(match[2] ?? '') ? null : `${match[1] ?? ''}"${(match[2] ?? '').trim().replace(/(["\\])/g, '\\$1')}"`;
}

/** A bracket that is not closed on its line is told where it stands, not where the lines run out. */
function unclosedIn(block: readonly Line[], file: string): { words: string; place: Place } | null {
  for (const [index, { text }] of block.entries()) {
    const at = /^[\w-]+:[ \t]*([[{])/.exec(text)?.[0].length;
    const next = block[index + 1]?.text;
    if (at === undefined || text.length > 2000 || (next !== undefined && /^\s/.test(next)) || /[\]}]\s*(?:#.*)?$/.test(text)) continue;
    return { words: `the bracket ${text[at - 1] ?? ''} is never closed`, place: { file, start: { line: index + 2, column: at }, end: { line: index + 2, column: at + 1 } } };
  }
  return null;
}

/** Lists as `a, b`; numbers, truth values and blocks as written. */
function asText(value: YamlValue, written: string): string {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map((item) => (typeof item === 'object' ? '' : String(item))).filter((item) => item !== '').join(', ');
  return written;
}

function addProse(file: string, lines: readonly Line[], header: readonly number[], map: Map<string, Field>, diagnostics: Diagnostic[]): void {
  const prose = new Map<HeaderKey, { name: string; value: string; place: Place }>();
  let last: HeaderKey | null = null;
  let above = -2;
  for (const index of header) {
    for (const part of readHeaderLine(lines[index]?.text ?? '', above === index - 1)) {
      const place: Place = { file, start: { line: index + 1, column: part.from + 1 }, end: { line: index + 1, column: part.to + 1 } };
      const before = last === null ? undefined : prose.get(last);
      if (part.key === null && part.name !== '') {
        diagnostics.push(unknownKey(file, index, part));
        last = null;
      } else if (part.key === null) {
        if (last !== null && before !== undefined) prose.set(last, { name: before.name, value: `${before.value} ${part.value}`.trim(), place: before.value === '' ? place : { ...before.place, end: place.end } });
      } else if (prose.has(part.key)) diagnostics.push(diagnose('header/duplicate', nameOf(file, index, part), { key: part.name }));
      else {
        prose.set(part.key, { name: part.name, value: part.value, place });
        last = part.key;
      }
    }
    above = index;
  }
  for (const [key, { name, value, place }] of prose) {
    const given = map.get(key);
    if (given === undefined) map.set(key, { value, place, from: 'prose' });
    else if (fold(given.value) !== fold(value)) {
      const related = [{ message: `“${given.value}” stands here`, file, line: given.place.start.line, column: given.place.start.column }];
      diagnostics.push(diagnose('header/conflict', place, { key: name, yaml: given.value, prose: value }, related));
    }
  }
}

function nameOf(file: string, line: number, { name, nameFrom }: HeaderPart): Place {
  return { file, start: { line: line + 1, column: nameFrom + 1 }, end: { line: line + 1, column: nameFrom + 1 + name.length } };
}

function unknownKey(file: string, line: number, part: HeaderPart): Diagnostic {
  const { name, near } = part;
  return diagnose('header/unknown-key', nameOf(file, line, part), { key: name, near: near ?? nearest(name, proseKeyNames()) });
}
