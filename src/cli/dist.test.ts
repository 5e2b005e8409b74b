/** The folder of the player is found from wherever the command runs. */
import { resolve, win32 } from 'node:path';
import { expect, it } from 'vitest';
import { distFolder } from './dist.ts';

it('is the folder that the command or one of its chunks is bundled in', () => {
  expect(distFolder('/opt/lectern/dist')).toBe('/opt/lectern/dist');
  expect(distFolder('/opt/lectern/dist/cli')).toBe('/opt/lectern/dist');
});

it('is in the checkout when the command runs from its source', () => {
  expect(distFolder()).toBe(resolve('dist'));
});

it('is an error where there is none', () => {
  expect(() => distFolder('/nowhere/at/all')).toThrow('/nowhere/at/all');
});

it('is found on a drive of Windows', () => {
  expect(distFolder('C:\\Program Files\\nodejs\\node_modules\\lectern\\dist\\cli', win32)).toBe('C:\\Program Files\\nodejs\\node_modules\\lectern\\dist');
  expect(() => distFolder('C:\\nowhere\\at\\all', win32)).toThrow('C:\\nowhere');
});
