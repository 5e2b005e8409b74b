/** `filetree`: folders and files by indentation, with what is safe and what is not in words. */
import type { FileEntry, FiletreeVisual, FileStatus } from '../../../course/visual.ts';
import { nearest } from '../../../diagnostics/nearest.ts';
import type { Report } from '../report.ts';
import type { Fence, FenceLine } from './fence-lines.ts';
import { checkCount } from './limits.ts';
import type { Reading } from './read-visual.ts';

const levels: readonly FileStatus[] = ['ok', 'danger', 'warn', 'note'];
const mostDeep = 6;

export function readFiletree({ fence, lines, frame, report }: Reading): FiletreeVisual | null {
  if (!checkCount(lines, { what: 'files and folders', least: 1, most: 60 }, fence, report)) return null;
  const roots: FileEntry[] = [];
  /** Folders that are open at the current line, outermost first, with their indentation. */
  const open: { indent: number; entry: FileEntry }[] = [];
  for (const line of lines) {
    while ((open.at(-1)?.indent ?? -1) >= line.indent) open.pop();
    const entry = fileEntry(line, fence, report);
    const parent = open.at(-1)?.entry;
    if (open.length >= mostDeep) {
      report.add('visual/line', fence.place(line.start, line.start + line.text.length), { kind: 'filetree', words: line.text.slice(0, 60), expected: `folders in folders, ${mostDeep} deep at most` });
      continue;
    }
    if (parent !== undefined) parent.folder = true;
    (parent?.entries ?? roots).push(entry);
    open.push({ indent: line.indent, entry });
  }
  return { kind: 'filetree', ...frame, entries: roots };
}

const mark = /\s*\[([^\]]*)\]$/;

/** `name [danger: words] :: detail :: what is told on request :: what can be done with it`; `[optional]` stands alone. */
function fileEntry(line: FenceLine, fence: Fence, report: Report): FileEntry {
  const [first = '', ...parts] = line.text.split('::').map((part) => part.trim());
  const [detail = null, about = null, ...risks] = parts.map((part) => part || null);
  let name = first.replace(/^(?:[├└│─|`+-]+\s*)+/, '');
  const entry: FileEntry = { name, folder: false, status: null, optional: false, detail, about, risk: risks.filter((part) => part !== null).join(' :: ') || null, entries: [] };
  for (let match = mark.exec(name); match !== null; match = mark.exec(name)) {
    name = name.slice(0, match.index).trimEnd();
    readMark(match[1] ?? '', entry, (words) => {
      const from = line.start + line.text.indexOf(match[1] ?? '');
      report.add('visual/status', fence.place(from, from + words.length), { words, near: nearest(words, [...levels, 'optional']) });
    });
  }
  entry.folder = /[/\\]$/.test(name);
  entry.name = name;
  return entry;
}

function readMark(text: string, entry: FileEntry, unknown: (words: string) => void): void {
  const [, word = '', words = ''] = /^\s*([^:：]*?)\s*(?:[:：]\s*(.*?)\s*)?$/.exec(text) ?? [];
  const level = levels.find((name) => name === word.toLowerCase());
  if (word.toLowerCase() === 'optional' && words === '') entry.optional = true;
  else if (level === undefined || words === '') unknown(word);
  else entry.status = { level, words };
}
