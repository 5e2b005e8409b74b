import { describe, expect, it } from 'vitest';
import { readManifest } from './manifest.ts';

const xml = (text: string): Promise<Awaited<ReturnType<typeof readManifest>>> => readManifest(new TextEncoder().encode(text));

const SCORM_12 = `<?xml version="1.0"?>
<manifest identifier="M1" version="3" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="o2">
    <organization identifier="o1"><title>Not this</title></organization>
    <organization identifier="o2"><title>  Safety
      first </title><item identifier="i" identifierref="r"><title>One</title><adlcp:masteryscore>75</adlcp:masteryscore></item></organization>
  </organizations>
  <resources><resource identifier="a" type="webcontent" adlcp:scormtype="asset" href="a.html"/><resource identifier="r" adlcp:scormtype="sco" href="story.html"/></resources>
</manifest>`;

describe('a manifest', () => {
  it('of SCORM 1.2 tells its default organization, mastery score and launch page', async () => {
    expect(await xml(SCORM_12)).toEqual({ identifier: 'M1', title: 'Safety first', version: '3', standard: 'SCORM 1.2', language: null, scos: 1, launch: 'story.html', pages: ['story.html'], passMark: 0.75 });
  });

  it.each([
    ['2004 3rd Edition', 'SCORM 2004 3rd Edition'],
    ['2004 4th Edition', 'SCORM 2004 4th Edition'],
    ['CAM 1.3', 'SCORM 2004 2nd Edition'],
    ['', 'SCORM 2004, edition not stated'],
  ])('with schemaversion “%s” is %s', async (version, standard) => {
    const text = `<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:x="http://www.adlnet.org/xsd/adlcp_v1p3" xml:lang="fr"><metadata><schemaversion>${version}</schemaversion></metadata>
      <organizations><organization><title>T</title><item><minNormalizedMeasure>0.8</minNormalizedMeasure></item></organization></organizations><resources><resource x:scormType="sco" href="i.html"/></resources></manifest>`;
    expect(await xml(text)).toMatchObject({ standard, title: 'T', language: 'fr', scos: 1, launch: 'i.html', passMark: 0.8 });
  });

  it('may say nothing at all', async () => {
    expect(await xml('<manifest/>')).toEqual({ identifier: null, title: null, version: null, standard: null, language: null, scos: 0, launch: null, pages: [], passMark: null });
  });

  it.each([
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<?xml version="1.0" encoding="utf-16"?><manifest identifier="é"/>', 'utf16le')])],
    ['Windows-1252', Buffer.from('<?xml version="1.0" encoding="windows-1252"?><manifest identifier="é"/>', 'latin1')],
    ['UTF-8 with a mark', Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-8"?><manifest identifier="é"/>')],
    ['an encoding nobody knows, in fact UTF-8', Buffer.from('<?xml version="1.0" encoding="klingon"?><manifest identifier="é"/>')],
  ])('is read from %s', async (_, bytes) => {
    expect(await readManifest(bytes)).toMatchObject({ identifier: 'é' });
  });

  it.each([
    ['cut off', '<manifest><a>'],
    ['too deep', '<a>'.repeat(100_000)],
    ['an entity bomb', `<!DOCTYPE m [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 12 }, (_, i) => `<!ENTITY ${'b'.repeat(i + 1)} "${`&${i === 0 ? 'a' : 'b'.repeat(i)};`.repeat(10)}">`).join('')}]><m>&bbbbbbbbbbbb;</m>`],
  ])('is refused when %s', async (_, text) => {
    await expect(xml(text)).rejects.toThrow();
  });

  it('cannot read files of this computer', async () => {
    const { title } = await xml('<!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/hostname">]><manifest><organizations><organization><title>&x;</title></organization></organizations></manifest>');
    expect(title).toBeNull();
  });
});
