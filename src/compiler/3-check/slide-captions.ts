/** The author's captions beside a slide's recording: read, told where they are wrong, and led over to the sentences of the script. */
import type { Sentence } from '../../course/narration.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { SourceText } from '../2-parse/source.ts';
import { type Captions, readCaptions } from './captions.ts';
import { resolvePath } from './course-path.ts';
import type { Report } from './report.ts';
import type { CourseFiles } from './safety-links.ts';
import { short } from './slide-outline.ts';
import { timedNarration } from './timed-narration.ts';

interface Given {
  number: number;
  recorded: boolean;
  /** As seen from the lesson. */
  captions: string;
  files: CourseFiles;
  source: SourceText;
  report: Report;
}

/** The sentences with the times at which they are heard; as they were where the captions are of no use, which is reported in their own file. */
export function withCaptions(sentences: readonly Sentence[], { number, recorded, captions, files, source, report }: Given): Sentence[] {
  const path = resolvePath(source.file, captions);
  const bytes = path === null ? null : (files.readBytes?.(path) ?? null);
  if (path === null || bytes === null) return [...sentences];
  const text = new TextDecoder().decode(bytes);
  const lines = text.split(/\r\n|\n|\r/);
  const at = (line: number): Place => ({ file: path, start: { line, column: 1 }, end: { line, column: Math.max(2, (lines[line - 1]?.length ?? 0) + 1) } });
  const tell = (problem: 'differs' | 'other' | 'alone' | 'silent', line: number, words: { captions: string; script: string } = { captions: '', script: '' }): void =>
    report.add('slide/captions', at(line), { number, problem, captions: short(words.captions), script: short(words.script) });
  if (!recorded) {
    tell('alone', 1);
    return [...sentences];
  }
  const read = inOrder(readCaptions(text));
  if (read.fault !== null) {
    report.add('media/captions', at(read.fault.line), { file: captions.slice(captions.lastIndexOf('/') + 1), ...read.fault });
    return [...sentences];
  }
  if (sentences.length === 0) {
    tell('silent', 1);
    return [];
  }
  const timed = timedNarration(sentences, read.cues);
  if (timed === null) tell('other', read.lines[0] ?? 1, { captions: read.cues[0]?.[2] ?? '', script: sentences[0]?.text ?? '' });
  else if (timed.differs !== null) tell('differs', read.lines[timed.differs.cue] ?? 1, timed.differs);
  return timed?.sentences ?? [...sentences];
}

/** A time that goes back is a slip: nobody speaks backwards. */
function inOrder(captions: Captions): Captions {
  const back = captions.cues.findIndex(([start], index) => start < (captions.cues[index - 1]?.[0] ?? 0));
  return captions.fault !== null || back < 0 ? captions : { ...captions, fault: { line: captions.lines[back] ?? 1, problem: 'this caption begins before the one above it' } };
}
