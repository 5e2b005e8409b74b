/** The test LMS itself, tried with a course of a few lines: what it stores must be what a real LMS would. */
import JSZip from 'jszip';
import { expect } from 'vitest';
import { test } from './fixtures.ts';
import type { Launch, Lms } from './lms.ts';

const MANIFEST = `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="tiny" version="1" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
  <metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>
  <organizations default="o"><organization identifier="o"><title>Tiny</title>
    <item identifier="i" identifierref="r" parameters="?lesson=2"><title>Tiny</title>
      <adlcp:dataFromLMS>seen by the course</adlcp:dataFromLMS>
      <imsss:sequencing><imsss:objectives>
        <imsss:primaryObjective objectiveID="PRIMARY" satisfiedByMeasure="true"><imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure></imsss:primaryObjective>
        <imsss:objective objectiveID="o1"/>
      </imsss:objectives></imsss:sequencing>
    </item></organization></organizations>
  <resources><resource identifier="r" type="webcontent" adlcp:scormType="sco" href="index.html"><file href="index.html"/><file href="tiny.js"/></resource></resources>
</manifest>`;

/** Commits on "Answer", finishes on "Exit" and when the page goes away. */
const SCRIPT = `
const api = parent.API_1484_11 ?? (opener ?? parent.parent).API_1484_11;
document.querySelector('output').textContent = api === undefined ? 'no LMS' : api.Initialize('') + ' ' + api.GetLastError();
const read = (name) => api?.GetValue(name) ?? '';
document.querySelector('p').textContent = ['entry', 'location', 'suspend_data', 'total_time', 'interactions._count', 'objectives.1.id', 'launch_data', 'scaled_passing_score'].map((name) => read('cmi.' + name)).join('|');
let over = false;
const finish = () => {
  if (over) return;
  over = true;
  api.SetValue('cmi.session_time', 'PT0H1M2.5S');
  api.SetValue('cmi.exit', 'suspend');
  api.Terminate('');
};
document.querySelector('#answer').addEventListener('click', () => {
  const n = read('cmi.interactions._count');
  for (const [name, value] of [['id', 'q1'], ['type', 'choice'], ['correct_responses.0.pattern', 'a[,]b'], ['weighting', '1'], ['learner_response', 'a'], ['result', 'incorrect'], ['timestamp', '2026-01-02T03:04:05']]) api.SetValue('cmi.interactions.' + n + '.' + name, value);
  api.SetValue('cmi.location', 'part-2');
  api.SetValue('cmi.suspend_data', 'a little "text" ' + n);
  api.SetValue('cmi.score.scaled', '0');
  api.SetValue('cmi.objectives.1.success_status', 'passed');
  api.SetValue('cmi.no_such_element', '1');
  api.Commit('');
});
document.querySelector('#exit').addEventListener('click', finish);
addEventListener('pagehide', finish);
`;

const PAGE = `<!doctype html><html lang="en"><title>Tiny</title><output></output><p></p>
<button id="answer">Answer</button><button id="exit">Exit</button><script src="tiny.js"></script></html>`;

async function tinyPackage(): Promise<Uint8Array> {
  const zip = new JSZip();
  zip.file('imsmanifest.xml', MANIFEST).file('index.html', PAGE).file('tiny.js', SCRIPT);
  return zip.generateAsync({ type: 'uint8array' });
}

const shown = (launch: Launch): Promise<string | null> => launch.frame().locator('p').textContent();
const answer = (launch: Launch): Promise<void> => launch.frame().getByRole('button', { name: 'Answer' }).click();
const stored = (lms: Lms, element: string): unknown => lms.stored().cmi[element];

test('the manifest is read as an LMS reads it', async ({ lmsWith }) => {
  const { course } = await lmsWith(await tinyPackage());
  expect(course).toMatchObject({ title: 'Tiny', launch: 'index.html?lesson=2', passingScore: '0.8', objectives: ['PRIMARY', 'o1'] });
});

test('a first launch starts empty, every call is written down with its error, and Commit stores', async ({ lmsWith }) => {
  const lms = await lmsWith(await tinyPackage());
  const launch = await lms.launch();
  expect(await launch.frame().locator('output').textContent()).toBe('true 0');
  expect(await shown(launch)).toBe('ab-initio|||PT0H0M0S|0|o1|seen by the course|0.8');
  await answer(launch);
  const calls = await launch.settled();
  expect(calls[0]).toMatchObject({ method: 'Initialize', args: [''], result: 'true', error: '0' });
  const refused = calls.filter((call) => call.method === 'SetValue' && call.result !== 'true');
  expect(refused).toMatchObject([{ args: ['cmi.no_such_element', '1'], error: '401' }]);
  expect(lms.stored()).toMatchObject({ terminated: false, commits: 1, cmi: { location: 'part-2', score: { scaled: '0' } } });
  expect(await launch.value('cmi.interactions.0.learner_response')).toBe('a');
  expect(launch.requests).toEqual(['index.html', 'tiny.js']);
  expect(launch.complaints()).toEqual([]);
});

test('after Exit a relaunch in a fresh browser context resumes from what was stored, and time adds up', async ({ lmsWith }) => {
  const lms = await lmsWith(await tinyPackage());
  const first = await lms.launch();
  await answer(first);
  await first.frame().getByRole('button', { name: 'Exit' }).click();
  await expect.poll(() => lms.stored().terminated).toBe(true);
  await first.closeTab();
  const second = await lms.launch();
  expect(await shown(second)).toBe('resume|part-2|a little "text" 0|PT0H1M2.5S|1|o1|seen by the course|0.8');
  expect(await second.value('cmi.interactions.0.type')).toBe('choice');
  expect(await second.value('cmi.interactions.0.correct_responses.0.pattern')).toBe('a[,]b');
  expect(await second.value('cmi.objectives.1.success_status')).toBe('passed');
  expect(await second.value('cmi.score.scaled')).toBe('0');
  await answer(second);
  await expect.poll(() => stored(lms, 'suspend_data')).toBe('a little "text" 1');
});

test.for([
  { name: 'closing the tab', leave: (launch: Launch) => launch.closeTab() },
  { name: 'removing the frame', leave: (launch: Launch) => launch.removeFrame() },
  { name: 'going to another page of the LMS', leave: (launch: Launch) => launch.page.getByRole('link', { name: 'Other page' }).click() },
])('what the course does at: $name, reaches the server', async ({ leave }, { lmsWith }) => {
  const lms = await lmsWith(await tinyPackage());
  const launch = await lms.launch();
  await answer(launch);
  await leave(launch);
  await expect.poll(() => lms.stored().terminated).toBe(true);
  expect(stored(lms, 'session_time')).toBe('PT0H1M2.5S');
  await expect.poll(() => launch.calls('Terminate')).toMatchObject([{ result: 'true' }]);
});

test('an LMS without beacons loses what is set while the page closes, and keeps what was committed', async ({ lmsWith }) => {
  const lms = await lmsWith(await tinyPackage());
  const launch = await lms.launch({ beacons: false });
  await answer(launch);
  await launch.closeTab();
  await expect.poll(() => launch.calls('Terminate').length).toBe(1);
  expect(launch.calls('Terminate')).toMatchObject([{ result: 'false' }]);
  expect(lms.stored()).toMatchObject({ terminated: false, commits: 1, cmi: { suspend_data: 'a little "text" 0' } });
});

test('reloading only the frame meets an API that is over; reloading the LMS page resumes', async ({ lmsWith }) => {
  const lms = await lmsWith(await tinyPackage());
  const launch = await lms.launch();
  await answer(launch);
  await launch.reloadFrame();
  await expect.poll(() => launch.frame().locator('output').textContent()).toBe('false 104');
  await launch.page.reload();
  await launch.whenReady();
  await expect.poll(() => shown(launch)).toContain('resume|part-2|');
});

test('a killed browser leaves what was committed, and the next launch resumes', async ({ lmsWith }) => {
  const lms = await lmsWith(await tinyPackage());
  const launch = await lms.launch();
  await answer(launch);
  await launch.settled();
  await launch.kill();
  expect(lms.stored().terminated).toBe(false);
  expect(await shown(await lms.launch())).toContain('resume|part-2|');
});

test.for(['nested', 'popup', 'portal'] as const)('a course opened in a frame of kind %s finds the API and its size', async (frame, { lmsWith }) => {
  const lms = await lmsWith(await tinyPackage());
  const launch = await lms.launch({ frame, width: 318, height: 236 });
  expect(await launch.frame().locator('output').textContent()).toBe('true 0');
  if (frame === 'nested') expect(await launch.frame().evaluate(() => [innerWidth, innerHeight])).toEqual([318, 236]);
});

test('closing a window that the course was opened in reaches the server', async ({ lmsWith }) => {
  const lms = await lmsWith(await tinyPackage());
  const launch = await lms.launch({ frame: 'popup' });
  await answer(launch);
  await launch.closeCourseWindow();
  await expect.poll(() => lms.stored().terminated).toBe(true);
});

test('what a course must not do is noticed: a request to elsewhere, a missing file, an error, a prompt, a blocked script', async ({ lmsWith }) => {
  const zip = await JSZip.loadAsync(await tinyPackage());
  const policy = `<meta http-equiv="Content-Security-Policy" content="style-src 'self'">`;
  const bad = '<p style="color:red"></p><img alt="" src="gone.png"><img alt="" src="http://example.invalid/x.png">';
  zip.file('index.html', PAGE.replace('<title>', `${policy}<title>`).replace('</p>', `</p>${bad}`));
  zip.file('tiny.js', `${SCRIPT}; alert('hello'); throw new Error('broken');`);
  const lms = await lmsWith(await zip.generateAsync({ type: 'uint8array' }));
  const launch = await lms.launch();
  await expect
    .poll(() => launch.complaints().join('\n'))
    .toMatch(/request to http:\/\/example\.invalid[^]*blocked: style-src[^]*broken[^]*dialog: alert: hello[^]*gone\.png/);
});

test('a commit the LMS refuses is answered false and not kept', async ({ lmsWith }) => {
  const lms = await lmsWith(await tinyPackage());
  const launch = await lms.launch({ saves: false });
  await answer(launch);
  await launch.settled();
  expect(launch.calls('Commit')).toMatchObject([{ result: 'false', error: '391' }]);
  expect(() => lms.stored()).toThrow('stored nothing');
});

test('without an LMS page the course opens by itself', async ({ lmsWith }) => {
  const lms = await lmsWith(await tinyPackage());
  const launch = await lms.openAlone();
  expect(await launch.frame().locator('output').textContent()).toBe('no LMS');
});
