/** What a course ships is understood by the oldest browsers that courses are made for, or falls back: syntax by esbuild, features by browser-compat-data. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { FALLS_BACK, NAMES_OF_OURS } from './floor/falls-back.ts';
import { FLOOR, lacking, scriptFeatures, styleFeatures } from './floor/features.ts';

const folder = join(import.meta.dirname, '..', 'dist', 'learner');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(js|css)$/.test(file));
const textOf = (file: string): string => readFileSync(join(folder, file), 'utf8');
const scripts = files.filter((file) => file.endsWith('.js'));

/** The sheets, and the styles that stand in templates of scripts. */
const styles = files.flatMap((file) => {
  const text = textOf(file);
  return file.endsWith('.css') ? [{ file, css: text }] : [...text.matchAll(/`([^`$]*\{[^`$]*\})\s*`/g)].map(([, css = '']) => ({ file, css }));
});

const targets = [`chrome${FLOOR.chrome}`, `edge${FLOOR.edge}`, `firefox${FLOOR.firefox}`, `safari${FLOOR.safari}`, `ios${FLOOR.safari_ios}`];

/** Features that a browser of the floor lacks, with where they are used. */
function tooNew(used: (file: string) => Iterable<[string, Parameters<typeof lacking>[0]]>, where: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of where) for (const [path, compat] of used(file)) if (lacking(compat).length > 0) found.set(path, `${lacking(compat).join(', ')} in ${file}`);
  return found;
}

describe('the oldest browsers', () => {
  it('there is something to look at', () => {
    expect(scripts.length).toBeGreaterThan(30);
    expect(styles.length).toBeGreaterThan(30);
  });

  it.each(scripts)('the syntax of %s is theirs', async (file) => {
    const written = textOf(file);
    const [same, lowered] = await Promise.all(['esnext', targets].map((target) => transform(written, { target, minify: true, format: 'esm' })));
    expect(lowered?.code).toBe(same?.code);
  });

  it('the syntax of the styles is theirs', async () => {
    for (const { file, css } of styles) {
      const [same, lowered] = await Promise.all(['esnext', targets].map((target) => transform(css, { loader: 'css', target, minify: true })));
      // A prefix more is no other syntax: the build writes those that Safari needs.
      expect(nested(lowered?.code ?? ''), file).toBe(nested(same?.code ?? ''));
    }
  });

  it('a rule that one of them cannot read takes no other selector along', () => {
    const mixed = styles.flatMap(({ css }) => [...css.matchAll(/[^{}]+(?=\{)/g)].flatMap(([selectors]) => {
      const list = splitList(selectors);
      const unread = list.filter((selector) => /:has\(|::(?:details-content|highlight)/.test(withoutForgiving(selector)));
      return unread.length > 0 && unread.length < list.length ? [selectors.trim()] : [];
    }));
    expect(mixed).toEqual([]);
  });

  it('what they do not know is on the list of what falls back, and nothing else is', () => {
    const found = new Map([
      ...tooNew((file) => scriptFeatures(textOf(file)), scripts),
      ...tooNew((file) => styles.filter((each) => each.file === file).flatMap(({ css }) => [...styleFeatures(css)]), [...new Set(styles.map(({ file }) => file))]),
    ]);
    for (const path of NAMES_OF_OURS) found.delete(path);
    expect(Object.fromEntries([...found].filter(([path]) => !Object.hasOwn(FALLS_BACK, path)))).toEqual({});
    expect(Object.keys(FALLS_BACK).filter((path) => !found.has(path))).toEqual([]);
  });

  it('finds what is too new, and leaves alone what is not', () => {
    const names = (features: Map<string, Parameters<typeof lacking>[0]>): string[] => [...features].filter(([, compat]) => lacking(compat).length > 0).map(([path]) => path);
    expect(names(scriptFeatures('Promise.withResolvers(),x.union(y),[].at(1),a.findLast(b),a.intersection(b)'))).toEqual(['javascript.builtins.Promise.withResolvers', 'javascript.builtins.Set.union', 'javascript.builtins.Set.intersection']);
    expect(names(styleFeatures('a:has(b){color:light-dark(red,blue);field-sizing:content}@container (min-width:1px){a{inset:0}}@starting-style{a{inset:0}}'))).toEqual(
      expect.arrayContaining(['css.selectors.has', 'css.types.color.light-dark', 'css.properties.field-sizing', 'css.at-rules.starting-style']),
    );
    expect(names(styleFeatures('a:is(b,c){color:color-mix(in srgb,red,blue);inline-size:5cqi}'))).toEqual([]);
  });
});

/** How deep rules stand in one another, and their number: what lowering of nested rules would change. */
function nested(css: string): string {
  return css.replace(/-(webkit|moz)-[a-z-]+:[^;{}]*;?/g, '').replace(/[^{}&]/g, '');
}

/** Commas outside brackets part a list. */
function splitList(selectors: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const letter of selectors) {
    depth += letter === '(' ? 1 : letter === ')' ? -1 : 0;
    if (letter === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts;
}

/** `:is()` and `:where()` forgive what they do not know. */
function withoutForgiving(selector: string): string {
  return selector.replace(/:(?:is|where)\((?:[^()]|\([^()]*\))*\)/g, '');
}
