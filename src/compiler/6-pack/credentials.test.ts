/** What looks like a credential is shown to the author; ordinary words and examples are not. */
import { expect, test } from 'vitest';
import { wholeFile } from '../../diagnostics/diagnostic.ts';
import { credentials, credentialsFound, credentialsIn } from './credentials.ts';

const basic = `Basic ${Buffer.from('reporter:hunter2-and-more').toString('base64')}`;

test.each([
  [`Authorization: ${basic}`, 1],
  ['https://lan:secret@lrs.acme.io/xapi', 1],
  ['Basic cryptography, Basic authentication and Basic understanding', 0],
  ['https://user:pass@example.com/ and https://a:b@www.example.org', 0],
  ['https://acme.io:8443/path@home', 0],
  ['Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJyZXBvcnRlciJ9.c2lnbmF0dXJlLW9mLXRoZS1yZXBvcnRlcg', 1],
  ['a token eyJhbGciOi… is three parts in base64', 0],
  [`-----BEGIN RSA PRIVATE KEY-----\\n${'MIIEpAIBAAKCAQEA'.repeat(10)}`, 1],
  ['A key begins with -----BEGIN PRIVATE KEY----- and ends likewise.', 0],
  ['AKIAJ7QK3T5Z2W6XNB4A and AKIAIOSFODNN7EXAMPLE', 1],
  [`ghp_${'a1B2'.repeat(9)} and ghp_${'x'.repeat(36)}`, 1],
])('%s: %d', (text, count) => expect(credentials(text)).toHaveLength(count));

test('the author is told once, without the whole of it', () => {
  const bytes = new TextEncoder().encode(`<p>${basic}</p>`);
  expect(credentialsIn('player.js', bytes)).toEqual([]);
  const found = credentialsFound(['index.html', 'lessons/a.js', 'media/notes.3f.txt'].flatMap((path) => credentialsIn(path, bytes)), wholeFile('course.yaml'));
  expect(found.map(({ code, severity }) => [code, severity])).toEqual([['package/credential', 'warning']]);
  expect(found[0]?.message).not.toContain(basic);
});
