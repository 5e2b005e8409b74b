import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ASKED, RECORDED } from './recorded.ts';

const STORIES = new URL('../../test/traces/', import.meta.url);

/** Elements that a driver's calls name in the recorded stories, indexes as `n`. */
function named(call: 'SetValue' | 'GetValue', target: string): string[] {
  const calls = stories.flatMap(({ name }) => readFileSync(new URL(`${name}/${target}.txt`, STORIES), 'utf8').match(new RegExp(`^(?:LMS)?${call} [\\w.]+`, 'gm')) ?? []);
  return [...new Set(calls.map((line) => line.slice(line.indexOf(' ') + 1).replace(/\.\d+(?=\.)/g, '.n')))].sort();
}

const stories = readdirSync(STORIES, { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** Verbs of the statements sent, and documents asked for, in the recorded stories. */
function sent(target: string): { verbs: string[]; documents: string[] } {
  const texts = stories.map(({ name }) => readFileSync(new URL(`${name}/${target}.txt`, STORIES), 'utf8'));
  const found = (pattern: RegExp): string[] => [...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, word = '']) => word)))].sort();
  return { verbs: found(/^ {2}(\w+) https?:/gm), documents: found(/^GET (?:activities\/state|agents\/profile) (\S+)/gm) };
}

describe.each(['cmi5', 'tincan'] as const)('%s', (target) => {
  it('is said to state what its driver states in the stories, and nothing else', () => {
    const { status, answers, progress } = RECORDED[target];
    expect([...status, ...answers, ...progress].sort()).toEqual(sent(target).verbs);
  });

  it('is said to ask for what its driver asks for', () => {
    expect([...ASKED[target]].sort()).toEqual(sent(target).documents);
  });
});

describe.each(['scorm2004', 'scorm12'] as const)('%s', (target) => {
  it('is said to set what its driver sets in the stories, and nothing else', () => {
    expect([...new Set(Object.values(RECORDED[target]).flat())].sort()).toEqual(named('SetValue', target));
  });

  it('is said to ask for what its driver asks for', () => {
    expect([...ASKED[target]].sort()).toEqual(named('GetValue', target));
  });
});
