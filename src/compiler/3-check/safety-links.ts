/** Links and images: where they lead, whether the file is there, and whether an image says what it shows. */
import type { Definition, Image, ImageReference, Link, RootContent } from 'mdast';
import { nearest } from '../../diagnostics/nearest.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Sources } from '../1-read/sources.ts';
import type { SourceText } from '../2-parse/source.ts';
import { resolvePath } from './course-path.ts';
import { checkAltWords, checkFileSize, checkPicture } from './pictures.ts';
import { checkRecording, isRecording } from './recordings.ts';
import type { Report } from './report.ts';
import { childrenOf, span, walk } from './tree.ts';
import { svgDanger } from './svg-danger.ts';

/** `readBytes` is needed to look into pictures; without it they are taken on trust. */
export type CourseFiles = Pick<Sources, 'look' | 'list'> & Partial<Pick<Sources, 'readBytes'>>;

interface Checks {
  source: SourceText;
  files: CourseFiles;
  /** Paths of the lessons in this build: links to them open the lesson, they ship no file. */
  lessons: ReadonlySet<string>;
  report: Report;
}

type Target = Link | Image | Definition;

export function checkLinks(blocks: readonly RootContent[], checks: Checks): void {
  const images = imageDefinitions(blocks);
  walk(blocks, (node) => {
    if (node.type === 'link') checkTarget(node, 'file', checks);
    else if (node.type === 'image' && isRecording(node.url)) {
      if (checkTarget(node, 'recording', checks)) checkRecording(node, place(node, checks), checks);
    } else if (node.type === 'image') {
      checkAlt(node, node.url, place(node, checks), checks);
      checkTarget(node, 'image', checks);
    } else if (node.type === 'imageReference') checkAlt(node, node.label ?? node.identifier, checks.source.place(span(node).start, span(node).end), checks);
    else if (node.type === 'definition') checkTarget(node, images.has(node.identifier) ? 'image' : 'file', checks);
  });
}

function imageDefinitions(blocks: readonly RootContent[]): Set<string> {
  const found = new Set<string>();
  walk(blocks, (node) => {
    if (node.type === 'imageReference') found.add(node.identifier);
  });
  return found;
}

/** `missing` is where a description that is not there is asked for; one that is there is pointed at itself. */
function checkAlt(node: Image | ImageReference, path: string, missing: Place, { report, source }: Checks): void {
  const alt = (node.alt ?? '').trim();
  if (alt === '') {
    report.add('media/no-alt', missing, { path });
    return;
  }
  const { start, end } = span(node);
  const close = source.text.lastIndexOf('](', end);
  checkAltWords(alt, path, close > start + 2 ? source.place(start + 2, close) : missing, report);
}

function place(node: Target, { source }: Checks): Place {
  const { start, end } = urlSpan(node, source.text);
  return source.place(start, Math.max(end, start + 1));
}

/** The address itself: between the round brackets, behind the colon of a definition, or the whole of a bare one. */
function urlSpan(node: Target, text: string): { start: number; end: number } {
  const whole = span(node);
  const opening = node.type === 'definition' ? ']:' : '](';
  const from = node.type === 'link' ? span(childrenOf(node).at(-1) ?? node).end : whole.start;
  const at = node.type === 'image' ? text.lastIndexOf(opening, whole.end) : text.indexOf(opening, Math.min(from, whole.end));
  if (at < whole.start || at + 2 > whole.end) {
    const bare = text[whole.start] === '<' ? 1 : 0;
    return { start: whole.start + bare, end: whole.end - bare };
  }
  let start = at + 2;
  while (start < whole.end && /[\s<]/.test(text[start] ?? '')) start++;
  const angled = text[start - 1] === '<';
  let end = start;
  let depth = 0;
  for (; end < whole.end; end++) {
    const c = text[end] ?? '';
    if (angled ? c === '>' : /\s/.test(c) || (c === ')' && depth === 0)) break;
    depth += c === '(' ? 1 : c === ')' ? -1 : 0;
  }
  return { start, end };
}

const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** What is to be found at an address. */
type Use = 'file' | 'image' | 'recording';

/** True when it is a file of the course that is there. */
function checkTarget(node: Target, use: Use, checks: Checks): boolean {
  // Browsers drop control characters and white space before they look for a scheme, and so do we.
  const url = node.url.replace(/[\u0000-\u0020\u007f]+/g, '');
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0].toLowerCase();
  const { report } = checks;
  const drive = scheme !== undefined && scheme.length === 2;
  if (drive || /^[/\\]/.test(url)) {
    if (/^[/\\]{2}/.test(url)) report.add(use === 'file' ? 'link/scheme' : 'media/remote', place(node, checks), { url: node.url, scheme: '//' });
    else report.add('path/outside', place(node, checks), { path: node.url });
  } else if (scheme !== undefined) {
    if (!schemes.has(scheme)) report.add('link/scheme', place(node, checks), { url: node.url.slice(0, 80), scheme });
    else if (use !== 'file') report.add('media/remote', place(node, checks), { url: node.url });
  } else return checkFile(node, use, checks);
  return false;
}

function checkFile(node: Target, use: Use, checks: Checks): boolean {
  const written = node.url.replace(/[?#].*$/s, '');
  if (written === '') return false;
  const path = findFile(written, () => place(node, checks), checks, use === 'file');
  if (path === null) return false;
  if (checks.files.look(path) === 'file' && use !== 'recording') checkContent(path, node, use === 'image', checks);
  return true;
}

/** The path in the course's folder of a file as a lesson writes it; null for one that is not there, which is reported. */
export function findFile(written: string, where: () => Place, { files, report, source }: Pick<Checks, 'files' | 'report' | 'source'>, folderToo = false): string | null {
  const path = resolvePath(source.file, written);
  const look = path === null ? 'outside' : files.look(path);
  if (path === null || look === 'outside') {
    report.add('path/outside', where(), { path: written });
    return null;
  }
  const name = path.slice(path.lastIndexOf('/') + 1);
  const names = files.list(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
  const exact = look === 'file' && (names.length === 0 || names.includes(name));
  if (exact || (look === 'folder' && folderToo)) return path;
  const otherCase = names.find((n) => n.toLowerCase() === name.toLowerCase()) ?? null;
  const suggestion = otherCase ?? nearest(name, names);
  const folder = written.slice(0, written.lastIndexOf('/') + 1);
  report.add('link/missing-file', where(), { path: written, suggestion: suggestion === null ? null : folder + suggestion, onlyCase: otherCase !== null });
  return null;
}

/** What authors write for Lectern, with answers and private notes in clear: it is no file for learners. */
const sourceFile = /\.(?:md|markdown|ya?ml)$|(?:^|\/)lectern\.lock\.json$/i;
/** May be a lesson or a handout: only the author knows. */
const perhapsSource = /\.(?:txt|docx)$/i;

function checkContent(path: string, node: Target, isImage: boolean, { files, report, ...checks }: Checks): void {
  if (!isImage && checks.lessons.has(path)) return;
  if (sourceFile.test(path)) {
    report.add('link/source-file', place(node, { files, report, ...checks }), { path: node.url });
    return;
  }
  if (!isImage && perhapsSource.test(path)) report.add('link/ships-as-is', place(node, { files, report, ...checks }), { path: node.url });
  const bytes = files.readBytes?.(path) ?? null;
  if (bytes === null) return;
  const where = place(node, { files, report, ...checks });
  if (!isImage) {
    checkFileSize(bytes.length, node.url, where, report);
    return;
  }
  const danger = /\.svg$/i.test(path) ? svgDanger(new TextDecoder().decode(bytes)) : null;
  if (danger !== null) report.add('svg/unsafe', where, { path: node.url, found: danger });
  checkPicture(bytes, node.url.replace(/[?#].*$/s, ''), where, report);
}
