/** Whoever gets a course gets the notices of the software in it. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { controlZip } from './control.ts';
import { readZip } from './zip-reader.ts';

interface NoticeScript {
  thirdPartyNotice(): string;
}
const script: NoticeScript = await import(new URL('../../scripts/third-party.mjs', import.meta.url).href);
const notice = script.thirdPartyNotice();
const flat = notice.replace(/\n> ?/g, ' ').replace(/\s+/g, ' ');

test.each(['lit', 'lit-html', 'lit-element', '@lit/reactive-element'])('the licence of %s stands there in full', (name) => {
  const folder = new URL(`../../node_modules/${name}/`, import.meta.url);
  const { version } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')) as { version: string };
  expect(notice).toMatch(new RegExp(`^## .*${name} ${version}`, 'm'));
  expect(flat).toContain(readFileSync(new URL('LICENSE', folder), 'utf8').replace(/\s+/g, ' ').trim());
});

test('so does our own', () => {
  expect(flat).toContain(readFileSync(new URL('../../LICENSE', import.meta.url), 'utf8').replace(/\s+/g, ' ').trim());
});

test('every control document is named', async () => {
  const wildcard = /^imsss_v1p0[a-z]+\.xsd$/;
  for (const { name } of readZip(await controlZip())) {
    expect(notice).toContain(wildcard.test(name) ? '`imsss_v1p0*.xsd`' : `\`${name}\``);
  }
});

test('it is the same every time', () => {
  expect(script.thirdPartyNotice()).toBe(notice);
});
