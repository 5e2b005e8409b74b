/** The table of targets agrees with what there is: a driver file each, and no word that means two things. */
import { existsSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DEFAULT_TARGET, readTarget, TARGET_FACTS, TARGET_WORDS, TARGETS, targetOf } from './targets.ts';

const DRIVERS = new URL('../learner/drivers/', import.meta.url);

it('every target has its driver, and there is no driver that nobody uses', () => {
  for (const { driver } of Object.values(TARGET_FACTS)) expect(existsSync(new URL(`${driver}.ts`, DRIVERS))).toBe(true);
  const used = new Set(Object.values(TARGET_FACTS).map(({ driver }) => `${driver}.ts`));
  expect(readdirSync(DRIVERS).filter((name) => !used.has(name))).toEqual([]);
});

it('a word is a target or an older name of one, and nothing else is taken for one', () => {
  expect(TARGET_WORDS.map(targetOf)).toEqual([...TARGETS, 'scorm2004-4th']);
  expect(targetOf(DEFAULT_TARGET)).toBe('scorm2004-4th');
  expect(['scorm2004', 'scorm12', 'scorm13', '', 'all', 'Web', 'toString'].map(readTarget)).toEqual(['scorm2004-4th', 'scorm12', null, null, null, null, null]);
});
