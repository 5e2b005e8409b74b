/** What the preview's LMS keeps of a learner over several launches. */
import JSZip from 'jszip';
import { expect, it } from 'vitest';
import { Desk } from './desk.ts';
import { gradebook } from './page/gradebook.ts';

const MANIFEST = `<manifest identifier="m" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="o"><organization identifier="o"><title>Old</title><item identifier="i" identifierref="r"><title>Old</title></item></organization></organizations>
  <resources><resource identifier="r" type="webcontent" adlcp:scormtype="sco" href="index.html"><file href="index.html"/></resource></resources>
</manifest>`;

async function desk12(): Promise<Desk> {
  const zip = new JSZip();
  zip.file('imsmanifest.xml', MANIFEST).file('index.html', '<!doctype html>');
  const desk = new Desk('scorm12');
  await desk.take({ zip: await zip.generateAsync({ type: 'uint8array' }), build: 'one', remarks: '', summary: '' });
  return desk;
}

/** A visit in which these questions are answered; the last commit ends it with this exit. */
function visit(desk: Desk, exit: string, ...questions: string[]): void {
  const launched = desk.launch({ learner: 'lan', mode: 'normal' }, 'http://127.0.0.1');
  const interactions = Object.fromEntries(questions.map((id, index) => [index, { id, type: 'choice', student_response: 'a', result: 'correct' }]));
  desk.commit({ learner: 'lan', session: launched?.session ?? 0, sequence: 1, terminated: true, cmi: { core: { exit, lesson_status: 'incomplete' }, suspend_data: 'x', interactions } });
}

const answered = (desk: Desk): string[] => gradebook(desk.record('lan'), 'scorm12').answers.map(({ number, id }) => `${number} ${id}`);

it('keeps the answers of every visit under SCORM 1.2, though the course may not read them', async () => {
  const desk = await desk12();
  visit(desk, 'suspend', 'q1', 'q2');
  expect(desk.launch({ learner: 'lan', mode: 'normal' }, 'http://127.0.0.1')?.cmi).not.toHaveProperty('interactions');
  expect(answered(desk)).toEqual(['1 q1', '2 q2']);
  visit(desk, 'suspend', 'q3');
  visit(desk, 'suspend');
  expect(answered(desk)).toEqual(['1 q1', '2 q2', '3 q3']);
});

it('an attempt that was ended leaves nothing to the next one, and a learner who starts anew has none', async () => {
  const desk = await desk12();
  visit(desk, 'suspend', 'q1');
  visit(desk, '', 'q2');
  expect(answered(desk)).toEqual(['1 q1', '2 q2']);
  visit(desk, 'suspend', 'q3');
  expect(answered(desk)).toEqual(['1 q3']);
  desk.forget('lan');
  expect(answered(desk)).toEqual([]);
});
