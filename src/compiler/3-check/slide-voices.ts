/** Recorded narration: what a cue of the script names, else what lies in the folder `audio` under the slide's number (authoring 1.2.5). */
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
  report: Report;
}

/** A file that `[AUDIO …]` or `[VIDEO …]` names, as written. */
export interface CuedFile {
  file: string;
  place: Place;
}

/** Path of a slide's recording as seen from the lesson, or null. Files that cues name and that are not there are reported. */
export type FindVoice = (slide: number, cued: readonly CuedFile[]) => string | null;

export function voiceFinder(input: VoiceInput): FindVoice {
  let beside: Map<number, string> | null = null;
  return (slide, cued) => {
    const found = cued.flatMap((cue) => cuedVoice(cue, input) ?? []);
    if (cued.length > 0) return found[0] ?? null;
    beside ??= voicesBeside(input);
    return beside.get(slide) ?? null;
  };
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
function voicesBeside({ source: { file }, files, lessons }: VoiceInput): Map<number, string> {
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  const own = file.slice(folder.length).replace(/\.[^.]*$/, '');
  const alone = [...lessons].every((path) => path === file || path.slice(0, path.lastIndexOf('/') + 1) !== folder);
  const found = new Map<number, string>();
  for (const place of alone ? [`audio/${own}`, 'audio'] : [`audio/${own}`]) {
    for (const name of [...files.list(`${folder}${place}`)].sort()) {
      const number = Number(/^slide-(\d{1,4})\.(?:mp3|m4a|ogg|oga|opus|wav)$/i.exec(name)?.[1] ?? NaN);
      if (!Number.isNaN(number) && !found.has(number)) found.set(number, `${place.split('/').map(encodeURIComponent).join('/')}/${name}`);
    }
  }
  return found;
}
