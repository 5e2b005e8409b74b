/** The HTML report in a real browser: 100,000 rows, by keyboard, on paper, and clean by axe. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type axe from 'axe-core';
import { expect } from 'vitest';
import { htmlReport } from '../../src/report/writing/html.ts';
import { test } from './fixtures.ts';

const dist = process.env['LECTERN_DIST'] ?? 'dist';
const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const STATUSES = ['passed', 'completed', 'in progress', 'failed', 'overdue'];

async function report(count: number): Promise<string> {
  const rows = Array.from({ length: count }, (_, index) => ({
    learner: `p${index}`, name: index % 7 === 0 ? 'سارة مثال' : `Person ${index}`, group_name: `Group ${index % 9}`, course: 'https://courses.example.org/ai', title: 'AI <b>foundations</b>',
    status: STATUSES[index % 5] ?? '', done: index % 5 < 2 ? Date.UTC(2026, index % 11, 1) : null, best_score: (index % 101) / 100,
  }));
  const [script, style] = await Promise.all(['js', 'css'].map((ending) => readFile(join(dist, 'report', `page.${ending}`), 'utf8')));
  return htmlReport(rows, { learner: 'text', name: 'text', group_name: 'text', course: 'text', title: 'text', status: 'text', done: 'time', best_score: 'score' }, { report: 'completion', language: 'en', asOf: Date.UTC(2026, 11, 1), made: 0, lectern: '0', asked: [['--group', 'all']], brief: ['learner', 'name', 'group_name', 'title', 'course', 'status', 'done', 'best_score'], script: script ?? '', style: style ?? '' });
}

test('100,000 learners are searched and narrowed by keyboard, and the page never holds more than the rows in sight', async ({ browser }) => {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-report-page-'));
  await writeFile(join(folder, 'report.html'), await report(100_000));
  const page = await browser.newPage();
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  page.on('request', (request) => !request.url().startsWith('file:') && wrong.push(request.url()));
  await page.goto(`file://${join(folder, 'report.html')}`);
  const shown = page.getByRole('status');
  await expect.poll(() => shown.textContent()).toBe('100,000 of 100,000 rows');
  expect(await page.locator('report-rows tbody tr').count()).toBeLessThan(120);
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('person 42424');
  await expect.poll(() => shown.textContent()).toBe('1 of 100,000 rows');
  await page.getByRole('button', { name: /overdue/ }).click();
  await expect.poll(() => shown.textContent()).toBe('1 of 100,000 rows');
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect.poll(() => shown.textContent()).toBe('100,000 of 100,000 rows');
  await page.getByRole('searchbox').fill('group 3');
  await expect.poll(() => shown.textContent()).not.toBe('100,000 of 100,000 rows');
  expect(await page.locator('report-rows tbody tr').count()).toBeLessThan(120);
  await page.getByRole('region', { name: 'Completion' }).focus();
  await page.keyboard.press('End');
  await expect.poll(() => page.locator('report-rows tbody tr[aria-rowindex]').last().getAttribute('aria-rowindex')).not.toBe('40');
  expect(wrong).toEqual([]);
  await page.close();
  await rm(folder, { recursive: true, force: true });
});

test.for(['light', 'dark'] as const)('axe finds nothing in the report in %s colours, and paper has every row', async (colorScheme, { browser }) => {
  const page = await browser.newPage({ colorScheme });
  await page.setContent(await report(200));
  await page.locator('report-rows tbody tr').first().waitFor();
  for (const summary of await page.locator('summary').all()) await summary.click();
  await page.evaluate(axeSource);
  const faults = await page.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: typeof axe };
    const { violations } = await checker.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] } });
    return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)}`));
  });
  expect(faults).toEqual([]);
  const headings = async () => (await page.locator('report-rows thead th').allTextContents()).map((text) => text.trim());
  expect(await headings()).toEqual(['Learner', 'Name', 'Group', 'Title', 'Status', 'Done', 'Best score']);
  await page.getByLabel('Show all columns').check();
  await expect.poll(headings).toContain('Course');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  // Headings that are repeated on each sheet hold no buttons, and what nobody reads on paper is left out.
  expect(await page.locator('report-rows thead button').count()).toBe(0);
  expect(await headings()).not.toContain('Course');
  expect(await page.locator('report-rows tbody tr[aria-rowindex]').count()).toBe(200);
  await page.close();
});
