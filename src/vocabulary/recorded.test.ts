import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ASKED, RECORDED } from './recorded.ts';

const STORIES = new URL('../../test/traces/', import.meta.url);

/** Elements that a driver's calls name in the recorded stories, indexes as `n`. */
function named(call: 'SetValue' | 'GetValue', target: string): string[] {
  const stories = readdirSync(STORIES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const calls = stories.flatMap(({ name }) => readFileSync(new URL(`${name}/${target}.txt`, STORIES), 'utf8').match(new RegExp(`^(?:LMS)?${call} [\\w.]+`, 'gm')) ?? []);
  return [...new Set(calls.map((line) => line.slice(line.indexOf(' ') + 1).replace(/\.\d+(?=\.)/g, '.n')))].sort();
}

describe.each(Object.keys(RECORDED) as (keyof typeof RECORDED)[])('%s', (target) => {
  it('is said to set what its driver sets in the stories, and nothing else', () => {
    expect([...new Set(Object.values(RECORDED[target]).flat())].sort()).toEqual(named('SetValue', target));
  });

  it('is said to ask for what its driver asks for', () => {
    expect([...ASKED[target]].sort()).toEqual(named('GetValue', target));
  });
});
