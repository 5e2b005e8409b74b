/** Recorded narration: what a cue of the script names, else what lies in the folder `audio` under the slide's number (authoring 1.2.5); and captions beside it. */
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { SourceText } from '../2-parse/source.ts';
import { resolvePath } from './course-path.ts';
import { checkPlayable } from './recordings.ts';
import type { Report } from './report.ts';
import { findFile, type CourseFiles } from './safety-links.ts';

export interface VoiceInput {
  source: SourceText;
  files: CourseFiles;
  /** Paths of the course's lessons: those in one folder cannot share their recordings. */
  lessons: ReadonlySet<string>;
  /** Of the lesson: captions may lie there in several. */
  language: string;
  report: Report;
}

/** A file that `[AUDIO …]` or `[VIDEO …]` names, as written. */
export interface CuedFile {
  file: string;
  place: Place;
}

/** Files as seen from the lesson, or null. */
export interface Voice {
  recording: string | null;
  captions: string | null;
}

/** Files that cues name and that are not there are reported. */
export type FindVoice = (slide: number, cued: readonly CuedFile[]) => Voice;

export function voiceFinder(input: VoiceInput): FindVoice {
  let beside: ReturnType<typeof voicesBeside> | null = null;
  return (slide, cued) => {
    const found = cued.flatMap((cue) => cuedVoice(cue, input) ?? []);
    if (cued.length > 0) return { recording: found[0] ?? null, captions: found[0] === undefined ? null : captionsOf(found[0], input) };
    beside ??= voicesBeside(input);
    return { recording: beside.recordings.get(slide) ?? null, captions: beside.captions.get(slide) ?? null };
  };
}

/** `talks/pins.en.vtt` or `talks/pins.vtt` for `talks/pins.mp3`. */
function captionsOf(recording: string, { source, files, language }: VoiceInput): string | null {
  const folder = recording.slice(0, recording.lastIndexOf('/') + 1);
  const stem = recording.slice(folder.length).replace(/\.[^.]*$/, '');
  const names = files.list((resolvePath(source.file, `${folder}x`) ?? 'x').replace(/\/?x$/, ''));
  const name = bestCaptions(names.filter((each) => each.startsWith(`${stem}.`) && CAPTIONS.test(each.slice(stem.length))), language);
  return name === null ? null : `${folder}${name}`;
}

/** Behind the name of the recording. */
const CAPTIONS = /^(?:\.([a-z]{2,3}(?:-[a-z0-9]{2,8})*))?\.vtt$/i;

/** Captions in the language of the lesson; else those that name none; those of another are not what the script says. */
function bestCaptions(names: readonly string[], language: string): string | null {
  const primary = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';
  const of = (name: string): string | null => /\.([a-z]{2,3}(?:-[a-z0-9]{2,8})*)\.vtt$/i.exec(name)?.[1] ?? null;
  const sorted = [...names].sort();
  return sorted.find((name) => primary(of(name) ?? '') === primary(language)) ?? sorted.find((name) => of(name) === null) ?? null;
}

function cuedVoice({ file, place }: CuedFile, { source, files, report }: VoiceInput): string | null {
  if (/^(?:[a-z][a-z0-9+.-]+:|\/\/)/i.test(file)) {
    report.add('media/remote', place, { url: file });
    return null;
  }
  // A bare name may also lie where recordings are looked for anyway.
  const bare = resolvePath(source.file, `audio/${file}`);
  const written = !/[/\\]/.test(file) && files.look(resolvePath(source.file, file) ?? '') !== 'file' && bare !== null && files.look(bare) === 'file' ? `audio/${file}` : file;
  const path = findFile(written, () => place, { source, files, report });
  if (path !== null) checkPlayable(path, written, place, { files, report });
  return path === null ? null : written;
}

/** By slide: `audio/slide-04.mp3`, or `audio/NAME-OF-THE-LESSON/slide-04.mp3` where several lessons lie in one folder. */
function voicesBeside({ source: { file }, files, lessons, language }: VoiceInput): { recordings: Map<number, string>; captions: Map<number, string> } {
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  const own = file.slice(folder.length).replace(/\.[^.]*$/, '');
  const alone = [...lessons].every((path) => path === file || path.slice(0, path.lastIndexOf('/') + 1) !== folder);
  const found = { recordings: new Map<number, string>(), captions: new Map<number, string>() };
  for (const place of alone ? [`audio/${own}`, 'audio'] : [`audio/${own}`]) {
    const written = (name: string): string => `${place.split('/').map(encodeURIComponent).join('/')}/${name}`;
    const captions = new Map<number, string[]>();
    for (const name of [...files.list(`${folder}${place}`)].sort()) {
      const [, digits = '', rest = ''] = /^slide-(\d{1,4})(\..+)$/i.exec(name) ?? [];
      const number = Number(digits);
      if (digits === '') continue;
      if (/^\.(?:mp3|m4a|ogg|oga|opus|wav)$/i.test(rest) && !found.recordings.has(number)) found.recordings.set(number, written(name));
      if (CAPTIONS.test(rest)) captions.set(number, [...(captions.get(number) ?? []), name]);
    }
    for (const [number, names] of captions) {
      const best = bestCaptions(names, language);
      if (best !== null && !found.captions.has(number)) found.captions.set(number, written(best));
    }
  }
  return found;
}
