/** Every path, command, option and link that the documents name is there: prose rots where nothing holds it. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseArguments } from '../src/cli/arguments.ts';
import { filesBelow } from './architecture/modules.ts';

/** Generated from the catalogue, and full of commands that are wrong on purpose. */
const GENERATED = 'docs/diagnostics.md';
const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', ...filesBelow('docs', ['.md'])].filter((file) => existsSync(file) && file !== GENERATED);
const scripts = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).scripts);

interface Named {
  file: string;
  line: number;
  words: string;
}

function matches(pattern: RegExp, from: (text: string) => string = (text) => text): Named[] {
  return documents.flatMap((file) =>
    from(readFileSync(file, 'utf8'))
      .split('\n')
      .flatMap((text, index) => [...text.matchAll(pattern)].map((match) => ({ file, line: index + 1, words: match[1] ?? '' }))),
  );
}

/** Fenced blocks become empty lines: they show what authors write, not what the project has. */
function outsideFences(text: string): string {
  return text.replace(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1[ \t]*$/gm, (block) => block.replace(/[^\n]/g, ''));
}

const at = ({ file, line, words }: Named) => `${file}:${line} names ${words}`;

function anchors(file: string): string[] {
  const headings = outsideFences(readFileSync(file, 'utf8')).match(/^#{1,6} .+$/gm) ?? [];
  return headings.map((heading) =>
    heading
      .replace(/^#+ /, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
}

function brokenLink({ file, words }: Named): boolean {
  if (/^[a-z][a-z+.-]*:/i.test(words)) return false;
  const [path = '', anchor] = decodeURI(words).split('#');
  const target = path === '' ? file : posix.join(dirname(file), path);
  if (!existsSync(target)) return true;
  return anchor !== undefined && target.endsWith('.md') && !anchors(target).includes(anchor);
}

describe('the documents', () => {
  it('are there', () => {
    expect(documents).toContain('ARCHITECTURE.md');
  });

  it('link to files and headings that exist', () => {
    expect(matches(/\]\(<?([^)\s>]+)>?[^)]*\)/g, outsideFences).filter(brokenLink).map(at)).toEqual([]);
  });

  it('name paths that exist', () => {
    const paths = matches(/`((?:src|manifest|test|content|docs|scripts|\.ci)\/[^`\s]*|[\w.-]+\.config\.(?:mjs|ts)|package\.json|tsconfig\.json)`/g, outsideFences);
    // A place-holder such as <name> or * stands for many.
    const missing = paths.filter(({ words }) => !/[<>*{}…]/.test(words) && !existsSync(words.replace(/[.,;:]$/, '').replace(/:\d+$/, '')));
    expect(missing.map(at)).toEqual([]);
  });

  it('name scripts of package.json that exist', () => {
    expect(matches(/\bnpm run ([\w:-]+)/g).filter(({ words }) => !scripts.includes(words)).map(at)).toEqual([]);
  });

  it('show commands that are understood', () => {
    const shown = matches(/(?:^|[`\s])lectern ((?:build|new|check|fmt|inspect|report|help|--version|--help)\b(?:[^`#|"]|"[^`"]*")*)/g);
    const wrong = shown.filter(({ words }) => {
      const argv = (words.replace(/[[\]]/g, ' ').split(/\s{2,}/)[0]?.match(/"[^"]*"|[^\s"]+/g) ?? []).map((word) => word.replaceAll('"', ''));
      const request = parseArguments(argv);
      // `lectern build` alone names the command.
      return request.kind === 'wrong' && !(argv.length === 1 && ['build', 'new', 'check', 'fmt', 'inspect', 'report'].includes(argv[0] ?? ''));
    });
    expect(wrong.map(at)).toEqual([]);
  });
});
