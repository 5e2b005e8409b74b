/** Mentions of other lessons and modules (`L1.3`, `lab L1.8`, `Module 4`, `M4`), and which of them this build knows (authoring 1.2.6). */
import type { LessonDocument, SectionNode } from '../2-parse/document.ts';
import type { Report } from './report.ts';
import { rememberOffsets, walk, type Span } from './tree.ts';

/** What the lessons of a course are called: their codes, and the numbers of their modules. */
export interface KnownTargets {
  codes: ReadonlySet<string>;
  /** `L`, `SEC`: letters that begin a code in this course. */
  prefixes: ReadonlySet<string>;
  modules: ReadonlySet<number>;
}

export function knownTargets(documents: readonly LessonDocument[]): KnownTargets {
  const codes = new Set(documents.flatMap((d) => (d.title?.code == null ? [] : [d.title.code.toUpperCase()])));
  const prefixes = new Set([...codes].map((code) => /^[A-Z]+/.exec(code)?.[0] ?? ''));
  const modules = documents.flatMap((d) => {
    const number = /\p{Nd}{1,3}/u.exec(d.fields.get('module')?.value ?? '')?.[0];
    return number === undefined ? [] : [Number(number.normalize('NFKC'))];
  });
  return { codes, prefixes, modules: new Set(modules) };
}

interface Mention extends Span {
  target: string;
  known: boolean;
}

/** One message for each target that is not in the build, at its first mention. */
export function checkMentions(sections: readonly SectionNode[], known: KnownTargets, document: LessonDocument, report: Report): void {
  const seen = new Set<string>();
  const offsets = rememberOffsets(document.source);
  const patterns = patternsFor(known);
  for (const section of sections) {
    if (section.role === 'notes' || section.role === 'references') continue;
    walk(section.blocks, (node) => {
      if (node.type === 'link' || node.type === 'linkReference') return 'skip';
      if (node.type !== 'text') return;
      for (const mention of mentionsIn(node.value, patterns, known)) {
        if (mention.known || seen.has(mention.target)) continue;
        seen.add(mention.target);
        const offset = offsets(node);
        report.add('reference/unknown-lesson', document.source.place(offset(mention.start), offset(mention.end)), { target: mention.target });
      }
    });
  }
}

interface Patterns {
  code: RegExp | null;
  module: RegExp | null;
}

/** Codes are looked for only with the letters that this course's codes have: `TLS1.3` is no lesson. */
function patternsFor(known: KnownTargets): Patterns {
  const letters = [...known.prefixes].filter((p) => p !== '').sort((a, b) => b.length - a.length);
  const code = letters.length === 0 ? null : new RegExp(`(?<![\\p{L}\\p{N}.-])(?:${letters.join('|')})\\d{1,3}(?:\\.\\d{1,3})*(?![\\p{L}\\p{N}])(?!\\.\\d)`, 'giu');
  const module =
    known.modules.size === 0
      ? null
      : /(?<![\p{L}\p{N}])(?:(?:modules?|moduln?e?|módulos?|モジュール|الوحدة)\s?((?:\d{1,3})(?:(?:\s?[–—-]\s?|,\s|\s(?:and|to|or|und|bis|oder|et|à|ou|y|a|o)\s|,\s(?:and|or)\s)\d{1,3})*)(?![\p{N}]|\.\d)|(?<=[(,]\s?)M(\d{1,3})(?=[,)]))/giu;
  return { code, module };
}

function mentionsIn(text: string, { code, module }: Patterns, known: KnownTargets): Mention[] {
  const found: Mention[] = [];
  if (code !== null) {
    for (const match of text.matchAll(code)) {
      const target = match[0].toUpperCase();
      if (!sameShape(target, known)) continue;
      found.push({ target, known: known.codes.has(target), start: match.index, end: match.index + match[0].length });
    }
  }
  if (module !== null) for (const match of text.matchAll(module)) found.push(...moduleMentions(match, known));
  return found.sort((a, b) => a.start - b.start);
}

/** `L1.3` where codes look like `L1.2`; a bare `L2` (a cache, a norm) is something else there. */
function sameShape(target: string, known: KnownTargets): boolean {
  const dots = target.split('.').length;
  for (const code of known.codes) if (code.split('.').length === dots) return true;
  return false;
}

function moduleMentions(match: RegExpExecArray, known: KnownTargets): Mention[] {
  const list = match[1] ?? match[2] ?? '';
  const from = match.index + match[0].lastIndexOf(list);
  return expand(list).map(({ number, index, length }, i) => ({
    target: `Module ${number}`,
    known: known.modules.has(number),
    start: i === 0 ? match.index : from + index,
    end: from + index + length,
  }));
}

/** `4–6` names three modules, `4 and 5` two. */
function expand(list: string): { number: number; index: number; length: number }[] {
  const out: { number: number; index: number; length: number }[] = [];
  let range = false;
  for (const match of list.matchAll(/\d+|[–—-]|to|bis|à|a/gu)) {
    if (!/\d/.test(match[0])) {
      range = true;
      continue;
    }
    const number = Number(match[0]);
    const place = { index: match.index, length: match[0].length };
    const last = out.at(-1)?.number;
    if (range && last !== undefined && number > last && number - last < 50) for (let n = last + 1; n < number; n++) out.push({ number: n, ...place });
    out.push({ number, ...place });
    range = false;
  }
  return out;
}
