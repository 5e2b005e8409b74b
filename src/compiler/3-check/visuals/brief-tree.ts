/** A file tree from a brief: `recipes/, photos/, notes.md. Color .exe red ("never open it")`. */
import type { FileEntry, FileStatus, FiletreeVisual, VisualFrame } from '../../../course/visual.ts';
import { hasAny, indexOfAny, listAfter, quotedIn } from './brief-text.ts';
import { BRIEF_WORDS, DANGER_WORDS, OK_WORDS, WARN_WORDS } from './brief-words.ts';

const suffix = /(?<![\p{L}\p{N}_/])(\.[a-z0-9_]{1,15})(?![\p{L}\p{N}_])/giu;

/** Endings that the brief gives a colour, but lists nowhere, are files of the first folder. */
export function readBriefTree(brief: string, frame: VisualFrame): FiletreeVisual | null {
  const words = BRIEF_WORDS.find(({ kind }) => kind === 'filetree')?.words;
  const listed = listAfter(brief, words === undefined ? 0 : Math.max(0, indexOfAny(brief, words)));
  const names = listed.filter((name) => /^[\p{L}\p{N}_.@*-]+[\\/]?$/u.test(name));
  if (names.length === 0) return null;
  const entries = names.map(file);
  const at = brief.indexOf(names.at(-1) ?? '') + (names.at(-1)?.length ?? 0);
  for (const { ending, status } of coloured(brief.slice(at))) {
    const known = entries.find(({ name }) => name.toLowerCase().endsWith(ending.toLowerCase()));
    if (known !== undefined) known.status = status;
    else (entries.find(({ folder }) => folder)?.entries ?? entries).push({ ...file(ending), status });
  }
  return { kind: 'filetree', ...frame, entries };
}

export function file(name: string): FileEntry {
  return { name, folder: /[\\/]$/.test(name), status: null, optional: false, detail: null, about: null, risk: null, entries: [] };
}

/** Each ending with the colour and the quoted words between it and the next one; without words of its own the usual ones are shown. */
function coloured(text: string): { ending: string; status: { level: FileStatus; words: string } }[] {
  const quotes = quotedIn(text);
  const found = [...text.matchAll(suffix)].filter(({ index }) => !quotes.some(({ start, end }) => index > start && index < end));
  return found.flatMap((match, i) => {
    const until = found[i + 1]?.index ?? text.length;
    const stretch = text.slice(match.index, until);
    const level = levelOf(stretch);
    const words = quotes.find(({ start }) => start > match.index && start < until)?.text ?? '';
    return level === null ? [] : [{ ending: match[1] ?? '', status: { level, words } }];
  });
}

function levelOf(text: string): FileStatus | null {
  if (hasAny(text, DANGER_WORDS)) return 'danger';
  if (hasAny(text, OK_WORDS)) return 'ok';
  return hasAny(text, WARN_WORDS) ? 'warn' : null;
}

/** `├── main.py`, `|-- main.py`, `+-- main.py`: a branch and its name. */
const branch = /^([\s│|]*)(?:[├└┣┗╰]|[|+`\\](?=--))[─━—-]{1,3}\s*(\S.*)$/u;
const most = 60;

/** A tree as a terminal prints it: who stands further to the right is inside. null when fewer than two lines are branches. */
export function readTypedTree(typed: string, frame: VisualFrame): FiletreeVisual | null {
  const lines = typed.split('\n');
  const roots: FileEntry[] = [];
  const open: { at: number; entry: FileEntry }[] = [];
  let found = 0;
  lines.forEach((line, i) => {
    const match = branch.exec(line);
    if (match === null) {
      // The folder above the first branch.
      const name = /^\s*([\p{L}\p{N}_.@-]+[\\/])\s*$/u.exec(line)?.[1];
      if (name === undefined || !branch.test(lines[i + 1] ?? '')) return;
      const entry = file(name);
      roots.push(entry);
      open.splice(0, open.length, { at: -1, entry });
      return;
    }
    found++;
    const at = match[1]?.length ?? 0;
    while ((open.at(-1)?.at ?? -2) >= at) open.pop();
    const parent = open.at(-1)?.entry;
    const entry = named(match[2] ?? '');
    if (parent !== undefined) parent.folder = true;
    (parent?.entries ?? roots).push(entry);
    open.push({ at, entry });
  });
  return found < 2 || found > most ? null : { kind: 'filetree', ...frame, entries: roots };
}

/** `main.py   # where it begins` */
function named(text: string): FileEntry {
  const match = /^(\S+(?: \S+)*?)(?:\s+(?:#|←|<-|\/\/|—|–)\s+|\s{2,})(\S.*)$/u.exec(text);
  return { ...file(match?.[1] ?? text.trim()), detail: match?.[2]?.trim() ?? null };
}
