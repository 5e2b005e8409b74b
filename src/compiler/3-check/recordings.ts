/** Audio and video: the file itself, and what lies beside it by name, for those who cannot hear or see it (authoring 1.2.6). */
import type { Image, Paragraph, RootContent } from 'mdast';
import type { Recording } from '../../course/prose-nodes.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { SectionNode } from '../2-parse/document.ts';
import type { SourceText } from '../2-parse/source.ts';
import { readCaptions } from './captions.ts';
import { resolvePath } from './course-path.ts';
import { checkFileSize } from './pictures.ts';
import type { Report } from './report.ts';
import type { CourseFiles } from './safety-links.ts';
import { span, walk } from './tree.ts';

const played: ReadonlyMap<string, 'audio' | 'video'> = new Map([
  ['mp4', 'video'], ['m4v', 'video'], ['webm', 'video'], ['ogv', 'video'],
  ['mp3', 'audio'], ['m4a', 'audio'], ['ogg', 'audio'], ['oga', 'audio'], ['opus', 'audio'], ['wav', 'audio'],
]);
/** Recordings too, but not for every browser. */
const others = ['mov', 'avi', 'wmv', 'mkv', 'mpg', 'mpeg', 'flv', '3gp', 'aac', 'flac', 'wma', 'aiff', 'amr'];

const anyRecording = new RegExp(`\\.(?:${[...played.keys(), ...others].join('|')})\\b`, 'i');

function ending(url: string): string {
  return /\.([a-z0-9]+)(?:[?#].*)?$/i.exec(url)?.[1]?.toLowerCase() ?? '';
}

/** Whether `![…](…)` shows a recording rather than a picture. */
export function isRecording(url: string): boolean {
  return played.has(ending(url)) || others.includes(ending(url));
}

interface Looking {
  source: SourceText;
  files: CourseFiles;
  report: Report;
}

/** `file` was found. Puts what belongs to it into the node's data. */
export function checkRecording(node: Image, where: Place, { source, files, report }: Looking): void {
  const written = node.url.replace(/[?#].*$/s, '');
  const path = resolvePath(source.file, written);
  const kind = played.get(ending(written));
  if (kind === undefined || path === null) {
    report.add('media/not-a-recording', where, { path: written, problem: 'format' });
    return;
  }
  const title = (node.alt ?? '').trim();
  if (title === '') report.add('media/no-title', where, { path: written });
  const bytes = files.readBytes?.(path) ?? null;
  if (bytes !== null) checkBytes(bytes, written, where, report);
  const beside = companions(path, written, files);
  const captions = beside.captions.flatMap(({ file, name, language }) => {
    const text = textOf(file, files);
    if (text === null) return [];
    const { cues, fault } = readCaptions(text);
    if (fault !== null) report.add('media/captions', where, { file: name, ...fault });
    return [{ language, cues }];
  });
  const own = beside.transcript === null ? null : textOf(beside.transcript, files);
  if (kind === 'video' && beside.captions.length === 0) report.add('media/no-captions', where, { path: written, wanted: `${stem(name(written))}.en.vtt` });
  if (kind === 'audio' && beside.captions.length === 0 && beside.transcript === null) report.add('media/no-transcript', where, { path: written, wanted: `${stem(name(written))}.transcript.md` });
  const transcript = own === null ? fromCaptions(captions[0]?.cues ?? []) : paragraphs(own);
  const recording: Recording = { kind, title, captions, transcript, poster: beside.poster, described: beside.described };
  node.data = { ...node.data, recording };
}

/** A file that is there, and is to be heard as the voice of a slide. */
export function checkPlayable(path: string, written: string, where: Place, { files, report }: Pick<Looking, 'files' | 'report'>): void {
  const bytes = files.readBytes?.(path) ?? null;
  if (!played.has(ending(written))) report.add('media/not-a-recording', where, { path: written, problem: 'format' });
  else if (bytes !== null) checkBytes(bytes, written, where, report);
}

function checkBytes(bytes: Uint8Array, written: string, where: Place, report: Report): void {
  if (!looksPlayable(bytes)) report.add('media/not-a-recording', where, { path: written, problem: bytes.length === 0 ? 'empty' : 'content' });
  checkFileSize(bytes.length, written, where, report);
}

/** A recording fills a line of its own; in a question it has no place. */
export function checkRecordingPlaces(sections: readonly SectionNode[], { source, report }: Pick<Looking, 'source' | 'report'>): void {
  if (!anyRecording.test(source.text)) return;
  for (const { role, blocks } of sections) checkPlacesIn(blocks, role === 'quiz', { source, report });
}

function checkPlacesIn(blocks: readonly RootContent[], inQuestions: boolean, { source, report }: Pick<Looking, 'source' | 'report'>): void {
  const refuse = (node: Image): void => report.add('media/recording-place', source.place(span(node).start, span(node).end), { path: node.url, inQuestion: inQuestions });
  walk(blocks, (node) => {
    if (node.type === 'image' && inQuestions && isRecording(node.url)) refuse(node);
    if (inQuestions || !('children' in node)) return;
    const children = node.children as RootContent[];
    const alone = node.type === 'paragraph' && (node as Paragraph).children.filter((child) => child.type !== 'text' || child.value.trim() !== '').length === 1;
    for (const child of children) if (child.type === 'image' && isRecording(child.url) && !alone) refuse(child);
  });
}

function name(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function stem(file: string): string {
  return file.replace(/\.[^.]*$/, '');
}

interface Companions {
  captions: { file: string; name: string; language: string | null }[];
  /** Paths in the course folder for texts, as an author would write them for what is shipped. */
  transcript: string | null;
  poster: string | null;
  described: string | null;
}

/** Files that begin like the recording: `talk.en.vtt`, `talk.transcript.md`, `talk.poster.png`, `talk.described.mp4`. */
function companions(path: string, written: string, files: CourseFiles): Companions {
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const own = stem(name(path));
  const found: Companions = { captions: [], transcript: null, poster: null, described: null };
  const shipped = (file: string): string => `${written.slice(0, written.lastIndexOf('/') + 1)}${encodeURIComponent(file)}`;
  for (const file of [...files.list(folder)].sort()) {
    if (!file.startsWith(`${own}.`)) continue;
    const rest = file.slice(own.length + 1);
    const whole = folder === '' ? file : `${folder}/${file}`;
    const language = /^(?:([a-z]{2,3}(?:-[a-z0-9]{2,8})*)\.)?vtt$/i.exec(rest);
    if (language !== null) found.captions.push({ file: whole, name: file, language: language[1] ?? null });
    else if (/^transcript\.(?:md|txt)$/i.test(rest)) found.transcript ??= whole;
    else if (/^poster\.(?:png|jpe?g|webp|avif)$/i.test(rest)) found.poster ??= shipped(file);
    else if (/^described\.(?:mp4|m4v|webm|ogv)$/i.test(rest)) found.described ??= shipped(file);
  }
  return found;
}

function textOf(path: string, files: CourseFiles): string | null {
  const bytes = files.readBytes?.(path) ?? null;
  return bytes === null ? null : new TextDecoder().decode(bytes);
}

/** A transcript is words alone: marks of Markdown are taken off, and no HTML is read. */
function paragraphs(text: string): string[] {
  return text
    .replace(/^\uFEFF?---\r?\n[^]*?\r?\n---\r?\n/, '')
    .replace(/<!--[^]*?(?:-->|$)/g, '')
    .split(/(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/)
    .map((block) => block.replace(/^[ \t]*(?:#{1,6}|[-*+]|>)[ \t]+/gm, '').replace(/(\*\*|__|`)(?=\S)(.+?)\1/g, '$2').replace(/\s+/g, ' ').trim())
    .filter((block) => block !== '');
}

/** Seconds of silence after which a new paragraph begins. */
const pause = 2;
const longestParagraph = 500;

function fromCaptions(cues: readonly (readonly [number, number, string])[]): string[] {
  const out: string[] = [];
  let last = -Infinity;
  for (const [start, end, text] of cues) {
    const words = text.replace(/\s+/g, ' ');
    const before = out.at(-1);
    if (before === undefined || start - last > pause || before.length > longestParagraph) out.push(words);
    else out[out.length - 1] = `${before} ${words}`;
    last = end;
  }
  return out;
}

/** By the first bytes: MP4, WebM, Ogg, WAV, MP3. */
function looksPlayable(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 12));
  return head.startsWith('ftyp', 4) || head.startsWith('\u001aE\u00df\u00a3') || /^(?:OggS|RIFF|ID3)/.test(head) || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0);
}
