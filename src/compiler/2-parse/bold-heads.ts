/** Lines of pasted text that are bold throughout and stand right above a paragraph: word processors' sub-headings. */
import type { SectionRole } from '../../course/course.ts';
import type { Landmarks } from './landmarks.ts';
import { isBlank, type Line } from './lines.ts';

const withHeadings: ReadonlySet<SectionRole> = new Set<SectionRole>(['content', 'primer', 'example']);
/** As long as a heading may be; a sentence in bold type is none. */
const bold = /^\s{0,3}(?:\*\*|__)(?=\S)(?:(?!\*\*|__).){2,90}(?<![.:;,!…。：；，！\s])(?:\*\*|__)\s*$/u;

/** Line numbers; what stands alone between empty lines is found in the tree. */
export function findBoldHeads(lines: readonly Line[], opaque: readonly boolean[], { mode, sections }: Pick<Landmarks, 'mode' | 'sections'>): Set<number> {
  const found = new Set<number>();
  let role: SectionRole | null = null;
  for (let line = 0; mode === 'pasted' && line < lines.length; line++) {
    role = sections.get(line)?.role ?? role;
    if (opaque[line] || role === null || !withHeadings.has(role) || !isBlank(lines[line - 1]?.text ?? '')) continue;
    const text = lines[line]?.text ?? '';
    if (text.length < 100 && bold.test(text) && !isBlank(lines[line + 1]?.text ?? '')) found.add(line);
  }
  return found;
}
