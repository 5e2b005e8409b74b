/** WebVTT captions to cues; what the file says about looks and places is left out. */

/** Seconds from the beginning, and what is said. */
export type Cue = [start: number, end: number, text: string];

export interface Captions {
  cues: Cue[];
  /** Of each cue: the line of its time, from 1. */
  lines: number[];
  /** The first line that is not understood, from 1, in words for the author. */
  fault: { line: number; problem: string } | null;
}

const time = /^(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{3})$/;

/** Linear. */
export function readCaptions(text: string): Captions {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const cues: Cue[] = [];
  const places: number[] = [];
  const failed = (line: number, problem: string): Captions => ({ cues, lines: places, fault: { line: line + 1, problem } });
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '')) return failed(0, 'it does not begin with WEBVTT');
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (!line.includes('-->')) {
      if (/^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(line)) while (index + 1 < lines.length && (lines[index + 1] ?? '').trim() !== '') index++;
      continue;
    }
    const [from = '', rest = ''] = line.split('-->');
    const start = seconds(from);
    const end = seconds(rest.trim().split(/\s+/)[0] ?? '');
    if (start === null || end === null) return failed(index, `“${line.trim().slice(0, 60)}” is no time of the form 00:01.000 --> 00:04.000`);
    if (end <= start) return failed(index, 'this caption ends before it begins');
    const at = index + 1;
    const words: string[] = [];
    while (index + 1 < lines.length && (lines[index + 1] ?? '').trim() !== '') words.push(plain(lines[++index] ?? ''));
    if (words.length === 0) continue;
    cues.push([start, end, words.join('\n')]);
    places.push(at);
  }
  return cues.length === 0 ? failed(0, 'it holds no caption') : { cues, lines: places, fault: null };
}

function seconds(written: string): number | null {
  const match = time.exec(written.trim());
  if (match === null) return null;
  const [, hours = '0', minutes = '0', whole = '0', thousandths = '0'] = match;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(whole) + Number(thousandths) / 1000;
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&nbsp;': '\u00a0', '&lrm;': '', '&rlm;': '' };

/** Without marks such as `<v Ana>`; who speaks stays. */
function plain(line: string): string {
  return line
    .replace(/<v(?:\.[^\s>]*)?\s+([^>]*)>/g, '$1: ')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:amp|lt|gt|nbsp|lrm|rlm);/g, (entity) => entities[entity] ?? '')
    .trim();
}
