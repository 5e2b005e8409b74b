/** Which words of a lesson become links. */
import type { RootContent } from 'mdast';
import { expect, it } from 'vitest';
import { parseLesson } from '../2-parse/parse-lesson.ts';
import { checkCourse } from './check-course.ts';
import { plainText } from './tree.ts';

function links(content: string, lists = ''): { links: string[]; codes: string[]; references: string[] } {
  const { output, diagnostics } = parseLesson('l.md', `# L1.1 — One\n\nLanguage: en\n\n## Core content\n\n${content}\n\n${lists}`);
  const checked = checkCourse({ courseFile: null, documents: [output], lock: null, sources: { look: () => 'missing', list: () => [] } }, { draft: true });
  const found: string[] = [];
  const visit = (nodes: readonly RootContent[]): void => {
    for (const node of nodes) {
      if (node.type === 'wordLink') found.push(`${plainText(node.children)} → ${node.to.kind} ${'target' in node.to ? node.to.target : node.to.index}`.trim());
      if ('children' in node) visit(node.children);
    }
  };
  const lesson = checked.output.course?.lessons[0];
  visit(lesson?.sections.flatMap((section) => section.parts.flatMap((part) => part.blocks)) ?? []);
  return { links: found, codes: [...diagnostics, ...checked.diagnostics].map(({ code }) => code).filter((code) => /^(?:term|reference)/.test(code)), references: lesson?.references.map(({ text }) => text) ?? [] };
}

const terms = '## Key terms\n\n- Salt / salt value — random bytes.\n- Hash — a fingerprint.';

it('the first use of a term in each part, and never in headings, links or code', () => {
  expect(links('A salt, a salt. `hash` and [a hash](https://example.org).\n\n### Salt again\n\n**Salts** here; the hash.\n\n| hash |\n| - |\n| salt |', terms).links).toEqual(['salt → term 0', 'Salts → term 0', 'hash → term 1']);
});

it('a link to (#term) or to the name of one', () => {
  const found = links('[salt values](#term) and [the hash](#hash), not [here](#core-content); a salt.', terms);
  expect(found).toMatchObject({ links: ['salt values → term 0', 'the hash → term 1'], codes: [] });
  expect(links('[pepper](#term)', terms).codes).toEqual(['term/unknown', 'term/never-used', 'term/never-used', 'term/never-used']);
});

it('mentions of other lessons and modules', () => {
  expect(links('See L1.3 and Modules 4–6.').links).toEqual(['L1.3 → lesson L1.3', 'Modules 4 → module Module 4', '6 → module Module 5']);
});

const sources = '## References\n\n- Vaswani, A. et al. (2017). Attention is all you need.\n- Hubinger et al., Sleeper Agents, https://arxiv.org/abs/2401.05566\n- Knuth, D. (1997). The art.';

it('sources, by author and year, by arXiv id, by address', () => {
  const found = links('It works. Source: Vaswani et al., 2017.\n\nSource: “Sleeper Agents”, arXiv:2401.05566v3.\n\nSource: Somebody, 2017.', sources);
  expect(found.links).toEqual(['→ reference 0', '→ reference 1']);
  expect(found.codes).toEqual(['reference/unmatched', 'reference/never-cited']);
  expect(links('Source: Knuth, 1997. Read [this](https://arxiv.org/abs/2401.05566).', sources).codes).toEqual(['reference/never-cited']);
  // Little is cited: the list is further reading.
  expect(links('Source: Knuth, 1997.', sources).codes).toEqual([]);
  expect(links('Nothing is cited.', sources).codes).toEqual([]);
});

it('labels that the author gave the references, also where they are definitions', () => {
  expect(links('As shown [2], and [9].', '## References\n\n[1] Vaswani 2017.\n\n[2] Hubinger 2024.')).toMatchObject({ links: ['[2] → reference 1'], codes: [] });
  const defined = links('As [shown][1] before.', '## References\n\n[1]: https://example.org/a "The paper"\n[2]: https://example.org/b');
  expect(defined).toMatchObject({ references: ['[1] The paper https://example.org/a', '[2] https://example.org/b'], codes: [] });
});
