/** Diagrams: what is drawn, and what is refused with a place. */
import { toHtml } from 'hast-util-to-html';
import { expect, it } from 'vitest';
import { parseLesson } from '../../2-parse/parse-lesson.ts';
import { newTypesetter } from './typeset.ts';

async function drawn(code: string): Promise<{ svg: string | null; title: string | null; description: string | null; codes: string[] }> {
  const { output } = parseLesson('l.md', `# L1 — One\n\n## Core content\n\n\`\`\`mermaid\n${code}\n\`\`\``);
  const diagnostics = await newTypesetter().typeset(output);
  const made = output.sections[0]?.blocks[0]?.data?.drawn;
  return {
    svg: made === undefined ? null : toHtml({ type: 'root', children: made.content }, { space: 'svg' }),
    title: made?.title ?? null,
    description: made?.description ?? null,
    codes: diagnostics.map(({ code: name, line, column }) => `${line}:${column} ${name}`),
  };
}

const words = 'accTitle: Login\naccDescr {\n  One leads\n  to two.\n}';

it.each([
  ['flowchart LR', 'A[One] -->|then| B{Two?} & C\nsubgraph s [Inside]\n  D(("Three")) -.-> E>Four]\nend\nB ==> D --> E\nclassDef hot fill:#f00\nclass A hot'],
  ['graph TD', 'A-->B; '],
  ['stateDiagram-v2', '[*] --> Open\nOpen --> Closed : push'],
  ['sequenceDiagram', 'participant A as Ana\nA->>B: Hello\nB-->>A: Hi\nNote over A,B: Done\nloop daily\nA-)B: ping\nend'],
  ['classDiagram', 'Animal <|-- Dog\nclass Animal {\n  +String name\n  +eat() void\n}'],
  ['erDiagram', 'CUSTOMER ||--o{ ORDER : places\nORDER {\n  int id PK\n}'],
])('%s is drawn without style sheets, with ids of its own', async (head, body) => {
  const { svg, title, description, codes } = await drawn(`${head}\n${words}\n${body}`);
  expect(codes).toEqual([]);
  expect({ title, description }).toEqual({ title: 'Login', description: 'One leads to two.' });
  expect(svg).toMatch(/^<svg viewBox=/);
  expect(svg).not.toMatch(/<style| style=|script|href|@import/);
  for (const [, id = ''] of (svg ?? '').matchAll(/ id="([^"]+)"/g)) expect(id).toMatch(/^d[0-9a-f]{6}-/);
});

it('words are words, whatever they look like', async () => {
  const { svg } = await drawn(`flowchart LR\n${words}\nA["<script>x</script> & y"] --> B`);
  expect(svg).not.toContain('<script');
  expect((await drawn(`flowchart LR\n${words}\nA["f(x)"] --> B[two<br/>lines]`)).svg).toMatch(/>f\(x\)<[^]*>two lines</);
});

it('a line of any shape is judged quickly', async () => {
  const start = performance.now();
  for (const line of ['-'.repeat(499), 'A --'.repeat(120), 'A & '.repeat(120), `A${' '.repeat(490)}!`, 'A-->'.repeat(120), 'A[['.repeat(150)]) {
    expect((await drawn(`flowchart LR\n${words}\n${line}`)).codes).toEqual(['12:1 diagram/line']);
  }
  expect(performance.now() - start).toBeLessThan(3000);
});
