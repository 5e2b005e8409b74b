/** Words of ours in pages from right to left: a new language of the interface is asked for here as well. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { LOCALES } from '../../locales/choose.ts';

test.for(LOCALES)('interface words in %s run their own way in a page from right to left', async (code) => {
  const styles = await readFile(new URL('features/rtl.css', import.meta.url), 'utf8');
  expect(styles).toContain(`:lang(${code})`);
});
