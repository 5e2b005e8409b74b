/** Mermaid diagrams to drawings, with the words that say what they show (authoring 1.2.6). */
import { createHash } from 'node:crypto';
import { renderMermaid } from 'beautiful-mermaid';
import type { Code } from 'mdast';
import { nearest } from '../../../diagnostics/nearest.ts';
import type { SourceText } from '../../2-parse/source.ts';
import type { Report } from '../report.ts';
import { span } from '../tree.ts';
import { codeLines } from './code-places.ts';
import { readDrawing } from './drawing.ts';
import { isFlowLine } from './flow-line.ts';

/** More boxes than anybody follows, and more than are laid out quickly. */
const mostLines = 200;
const longestLine = 500;

const name = '[\\p{L}\\p{N}_][\\p{L}\\p{N}_-]*';
const flow = ['subgraph(?:\\s.*)?', 'end', 'direction\\s+(?:TD|TB|BT|LR|RL)', '(?:classDef|class|style|linkStyle)\\s.+'];

/** The statements of each kind that are drawn; what is not among them would silently be missing from the picture. */
const kinds: readonly { header: RegExp; name: string; lines: readonly string[] }[] = [
  { name: 'flowchart', header: /^(?:flowchart|graph)(?:\s+(?:TD|TB|BT|LR|RL))?$/, lines: flow },
  {
    name: 'stateDiagram-v2',
    header: /^stateDiagram(?:-v2)?$/,
    lines: [`(?:\\[\\*\\]|${name})\\s*-->\\s*(?:\\[\\*\\]|${name})(?:\\s*:.*)?`, `${name}\\s*:.+`, `state\\s.+`, '\\}', 'direction\\s+(?:TD|TB|BT|LR|RL)', name],
  },
  {
    name: 'sequenceDiagram',
    header: /^sequenceDiagram$/,
    lines: [`(?:participant|actor)\\s.+`, `${name}(?: ${name})*\\s*(?:-?-(?:>>?|x|\\)))[+-]?\\s*${name}(?: ${name})*\\s*:.*`, '[Nn]ote (?:left of|right of|over)\\s.+', '(?:loop|alt|else|opt|par|and|critical|option|break|rect)(?:\\s.*)?', 'end', '(?:activate|deactivate)\\s.+', 'autonumber'],
  },
  {
    name: 'classDiagram',
    header: /^classDiagram$/,
    lines: [`class\\s.+`, '\\}', `${name}(?:~[^~]+~)?\\s+(?:"[^"]*"\\s+)?[<|*o.-]+(?:--|\\.\\.)?[>|*o.-]*\\s+(?:"[^"]*"\\s+)?${name}(?:\\s*:.*)?`, `${name}\\s*:.+`, `<<.+>>\\s*${name}?`, '[+#~-]?[^{}]+', 'namespace\\s.+'],
  },
  { name: 'erDiagram', header: /^erDiagram$/, lines: [`${name}\\s+[|}o{]{2}(?:--|\\.\\.)[|}o{]{2}\\s+${name}\\s*:.+`, `${name}\\s*\\{?`, '\\}', `${name}(?:\\([^)]*\\))?\\s+${name}(?:\\s+(?:PK|FK|UK)(?:,\\s*(?:PK|FK|UK))*)?(?:\\s+"[^"]*")?`] },
];

interface Statement {
  /** Index of the line in the code. */
  line: number;
  text: string;
}

export async function drawDiagram(code: Code, source: SourceText, report: Report): Promise<void> {
  const { title, description, statements } = readWords(code.value);
  const first = source.place(span(code).start, span(code).start + 3 + (code.lang?.length ?? 0));
  if (title === null || description === null) report.add('diagram/no-description', first, { missing: title === null ? 'accTitle' : 'accDescr', both: title === null && description === null });
  const [head, ...rest] = statements;
  const kind = kinds.find(({ header }) => header.test(head?.text ?? ''));
  const placeOf = ({ line, text }: Statement) => {
    const at = codeLines(code, source)[line] ?? span(code).start;
    const indent = (code.value.split('\n')[line] ?? '').search(/\S/);
    return source.place(at + Math.max(0, indent), at + Math.max(0, indent) + Math.max(1, text.length));
  };
  if (head === undefined || kind === undefined) {
    const written = head?.text.split(/\s/)[0] ?? '';
    return report.add('diagram/kind', head === undefined ? first : placeOf(head), { written, near: nearest(written, kinds.map((each) => each.name)) });
  }
  if (statements.length > mostLines) return report.add('diagram/too-large', first, { lines: statements.length, limit: mostLines });
  const allowed = new RegExp(`^(?:${kind.lines.join('|')})$`, 'u');
  // Brackets in quotation marks are words.
  const bare = (text: string): string => text.replace(/"[^"]*"/g, '"x"');
  const wrong = rest.filter(({ text }) => text.length > longestLine || !(allowed.test(bare(text)) || (kind.name === 'flowchart' && isFlowLine(bare(text)))));
  for (const statement of wrong) report.add('diagram/line', placeOf(statement), { line: statement.text.slice(0, 80), kind: kind.name });
  if (wrong.length > 0 || title === null || description === null) return;
  const svg = await renderMermaid(statements.map(({ text }) => text.replace(/<br\s*\/?>/gi, ' ')).join('\n'));
  const content = readDrawing(svg, `d${createHash('sha256').update(code.value).digest('hex').slice(0, 6)}`);
  code.data = { ...code.data, drawn: { kind: 'diagram', content, title, description } };
}

/** The statements, and the words for those who do not see the picture; comments and settings are left aside. */
function readWords(value: string): { title: string | null; description: string | null; statements: Statement[] } {
  let title: string | null = null;
  let description: string | null = null;
  const statements: Statement[] = [];
  const lines = value.split('\n');
  for (let line = 0; line < lines.length; line++) {
    const text = (lines[line] ?? '').trim().replace(/;$/, '');
    const words = /^acc(Title|Descr)\s*:\s*(.*)$/.exec(text);
    if (words !== null && words[1] === 'Title') title = words[2] === '' ? null : (words[2] ?? null);
    else if (words !== null) description = words[2] === '' ? null : (words[2] ?? null);
    else if (/^accDescr\s*\{/.test(text)) {
      const block: string[] = [text.replace(/^accDescr\s*\{/, '')];
      while (!block.at(-1)?.includes('}') && line + 1 < lines.length) block.push(lines[++line] ?? '');
      description = block.join(' ').replace(/\}[^]*$/, '').replace(/\s+/g, ' ').trim() || null;
    } else if (text !== '' && !text.startsWith('%%')) statements.push({ line, text });
  }
  return { title, description, statements };
}
