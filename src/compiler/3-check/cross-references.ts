/** Mentions of other lessons and modules (`L1.3`, `lab L1.8`, `Module 4`, `M4`), and which of them this build knows (authoring 1.2.6). */
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { LessonDocument, SectionNode } from '../2-parse/document.ts';
import type { Report } from './report.ts';
import { rememberOffsets, walk, type Span } from './tree.ts';

/** What the lessons of a course are called: their codes, and the numbers of their modules. */
export interface KnownTargets {
  codes: ReadonlySet<string>;
  /** `L`, `SEC`: letters that begin a code in this course. */
  prefixes: ReadonlySet<string>;
  /** `L1.3` where codes look like `L1.2`; a bare `L2` (a cache, a norm) is something else there. */
  dots: ReadonlySet<number>;
  modules: ReadonlySet<number>;
}

export function knownTargets(lessons: readonly { code: string | null; module: string | null }[]): KnownTargets {
  const codes = new Set(lessons.flatMap(({ code }) => (code === null ? [] : [code.toUpperCase()])));
  const prefixes = new Set([...codes].map((code) => /^[A-Z]+/.exec(code)?.[0] ?? ''));
  const modules = lessons.flatMap(({ module }) => {
    const number = /\p{Nd}{1,3}/u.exec(module ?? '')?.[0];
    return number === undefined ? [] : [Number(number.normalize('NFKC'))];
  });
  return { codes, prefixes, dots: new Set([...codes].map(dotsIn)), modules: new Set(modules) };
}

/** Words that may name a lesson or a module; which they do is known when all lessons have been read. */
export interface Mention {
  kind: 'code' | 'module';
  /** `L1.3`, `Module 4`. */
  target: string;
  place: Place;
}

export interface Found extends Span {
  kind: Mention['kind'];
  target: string;
}

/** The first mention of each possible target. */
export function findMentions(sections: readonly SectionNode[], document: LessonDocument): Mention[] {
  const seen = new Map<string, Mention>();
  const offsets = rememberOffsets(document.source);
  for (const section of sections) {
    if (section.role === 'notes' || section.role === 'references') continue;
    walk(section.blocks, (node) => {
      if (node.type === 'link' || node.type === 'linkReference') return 'skip';
      if (node.type !== 'text') return;
      for (const { kind, target, start, end } of mentionsIn(node.value)) {
        if (seen.has(target)) continue;
        const offset = offsets(node);
        seen.set(target, { kind, target, place: document.source.place(offset(start), offset(end)) });
      }
    });
  }
  return [...seen.values()];
}

/** One message for each target that is not in the build, at its first mention. */
export function checkMentions(mentions: readonly Mention[], known: KnownTargets, report: Report): void {
  for (const { kind, target, place } of mentions) {
    if (kind === 'code' ? isCode(target, known) && !known.codes.has(target) : known.modules.size > 0 && !known.modules.has(moduleNumber(target))) {
      report.add('reference/unknown-lesson', place, { target });
    }
  }
}

/** Only with letters that this course's codes have: `TLS1.3` is no lesson. */
function isCode(target: string, known: KnownTargets): boolean {
  return known.prefixes.has(/^[A-Z]+/.exec(target)?.[0] ?? '') && known.dots.has(dotsIn(target));
}

function dotsIn(code: string): number {
  return code.split('.').length - 1;
}

function moduleNumber(target: string): number {
  return Number(target.slice('Module '.length));
}

const codePattern = /(?<![\p{L}\p{N}.-])[A-Z]{1,20}\d{1,3}(?:\.\d{1,3})*(?![\p{L}\p{N}])(?!\.\d)/giu;
const modulePattern =
  /(?<![\p{L}\p{N}])(?:(?:modules?|moduln?e?|módulos?|モジュール|الوحدة)\s?((?:\d{1,3})(?:(?:\s?[–—-]\s?|,\s|\s(?:and|to|or|und|bis|oder|et|à|ou|y|a|o)\s|,\s(?:and|or)\s)\d{1,3})*)(?![\p{N}]|\.\d)|(?<=[(,]\s?)M(\d{1,3})(?=[,)]))/giu;

/** Everything in a text that may name a lesson or a module, in order. */
export function mentionsIn(text: string): Found[] {
  // Most texts have no number in them, and looking for one is quick; the patterns themselves are not.
  if (!/\d/.test(text)) return [];
  const found: Found[] = [];
  if (/[a-z]\d/iu.test(text)) {
    for (const match of text.matchAll(codePattern)) {
      found.push({ kind: 'code', target: match[0].toUpperCase(), start: match.index, end: match.index + match[0].length });
    }
  }
  if (/m\d|m[oó]du|モジュール|الوحدة/iu.test(text)) for (const match of text.matchAll(modulePattern)) for (const one of moduleMentions(match)) found.push(one);
  return found.sort((a, b) => a.start - b.start);
}

function moduleMentions(match: RegExpExecArray): Found[] {
  const list = match[1] ?? match[2] ?? '';
  const from = match.index + match[0].lastIndexOf(list);
  return expand(list).map(({ number, index, length }, i) => ({
    kind: 'module' as const,
    target: `Module ${number}`,
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
