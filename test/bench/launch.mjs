// What a learner waits for: requests, bytes, first paint and first answerable question, on a fast and on a slow line.
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import sparticuz from '@sparticuz/chromium';
import JSZip from 'jszip';
import { chromium } from 'playwright-core';
import { median } from './processes.mjs';

const TYPES = { html: 'text/html; charset=utf-8', js: 'text/javascript', css: 'text/css', png: 'image/png', svg: 'image/svg+xml' };

/** 1.6 Mbit/s, 150 ms round trip, CPU four times slower. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 };

/** Serves files gzipped on loopback, nothing cached; `log` collects [path, bytes sent]. */
export async function serve(files) {
  const log = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://x').pathname.slice(1) || 'index.html';
    const body = files.get(path);
    if (body === undefined) return response.writeHead(404).end();
    const sent = gzipSync(body);
    log.push([path, sent.length]);
    const type = TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip', 'cache-control': 'no-cache', 'content-length': sent.length }).end(sent);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${server.address().port}`, log, close: () => new Promise((resolve) => server.close(resolve)) };
}

export async function unzip(bytes) {
  const zip = await JSZip.loadAsync(bytes);
  const entries = Object.values(zip.files).filter((entry) => !entry.dir);
  return new Map(await Promise.all(entries.map(async (entry) => [entry.name, await entry.async('nodebuffer')])));
}

export async function openBrowser() {
  const args = sparticuz.args.filter((arg) => !/single-process|headless|zygote/.test(arg));
  return chromium.launch({ executablePath: await sparticuz.executablePath(), args, headless: true });
}

/** Runs in the page before anything else: an LMS that only counts, and the clocks. */
function probe() {
  const calls = [];
  const call = (name, value) => (...args) => (calls.push([name, ...args]), value(...args));
  const stored = { 'cmi.entry': 'ab-initio', 'cmi.mode': 'normal', 'cmi.objectives._count': '0', 'cmi.interactions._count': '0' };
  window.API_1484_11 = {
    Initialize: call('Initialize', () => ((window.bench.recording = performance.now()), 'true')),
    Terminate: call('Terminate', () => 'true'),
    Commit: call('Commit', () => 'true'),
    GetValue: call('GetValue', (key) => stored[key] ?? ''),
    SetValue: call('SetValue', (key, value) => ((stored[key] = value), 'true')),
    GetLastError: call('GetLastError', () => '0'),
    GetErrorString: () => '',
    GetDiagnostic: () => '',
  };
  window.bench = { calls, shift: 0, task: 0, answerable: null, recording: null };
  let opened = false;
  let pressed = -Infinity;
  // What moves within half a second of a press is what was asked for; our presses are a learner's.
  const asked = (entry) => entry.hadRecentInput || (entry.startTime >= pressed && entry.startTime < pressed + 500);
  const press = (control) => ((pressed = performance.now()), control.click());
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!asked(entry)) window.bench.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.bench.task = Math.max(window.bench.task, duration);
  }).observe({ type: 'longtask', buffered: true });
  const look = () => {
    // A page without scripts stays as it is.
    if (document.readyState === 'complete' && document.querySelector('script[src]') === null) return void (window.bench.answerable = performance.now());
    const item = document.querySelector('lectern-choice, lectern-short-answer');
    const ready = item === null ? document.querySelector('lectern-lesson, lectern-home') === null : item.hasUpdated === true;
    const input = (item ?? document).querySelector('fieldset input, textarea');
    if (ready && input !== null) {
      const tab = [...document.querySelectorAll('[role=tab]')].find((node) => node.textContent.trim() === 'Check');
      if (tab !== undefined && input.offsetParent === null) press(tab);
      if (input.offsetParent !== null) return void (window.bench.answerable = performance.now());
    } else if (!opened && item === null) {
      // The home of a course: its first lesson is one press away, as for a learner.
      const link = document.querySelector('main a[href^="#/"]');
      opened = link !== null && window.lectern !== undefined;
      if (opened) press(link);
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function launchOnce(browser, origin, slow) {
  const context = await browser.newContext({ viewport: { width: 1024, height: 700 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(probe);
    const cdp = await context.newCDPSession(page);
    if (slow) {
      await cdp.send('Network.enable');
      await cdp.send('Network.emulateNetworkConditions', SLOW);
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    }
    await page.goto(origin, { waitUntil: 'load' });
    await page.waitForFunction(() => window.bench.answerable !== null && (window.lectern === undefined || window.bench.recording !== null) && performance.getEntriesByName('first-contentful-paint').length > 0, undefined, { timeout: 60_000 });
    return await page.evaluate(() => ({
      fcp: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
      answerable: window.bench.answerable,
      // An answer takes the question and the record.
      recordable: Math.max(window.bench.answerable, window.bench.recording),
      shift: window.bench.shift,
      task: window.bench.task,
      calls: window.bench.calls.filter(([name]) => name !== 'GetLastError').length,
    }));
  } finally {
    await context.close();
  }
}

/** The script that the first question does not wait for. */
const RECORD = 'record.js';

const bytesOf = (sent) => sent.reduce((sum, [, size]) => sum + size, 0);

/** Styles that stand in the page. */
function styles(page) {
  const text = [...String(page).matchAll(/<style>(.*?)<\/style>/gs)].map(([, css]) => css).join('');
  return text === '' ? 0 : gzipSync(text).length;
}

/** Medians over `runs` launches that alternate between the packages: one row per package. */
export async function measureLaunch(packages, runs) {
  const browser = await openBrowser();
  const rows = [];
  try {
    for (const { name, files } of packages) rows.push({ name, files, server: await serve(files), fast: [], slow: [] });
    for (const row of rows) {
      await launchOnce(browser, row.server.origin, false);
      row.sent = row.server.log.splice(0);
    }
    for (let run = 0; run < runs; run++) {
      for (const row of rows) {
        row.fast.push(await launchOnce(browser, row.server.origin, false));
        row.slow.push(await launchOnce(browser, row.server.origin, true));
      }
    }
    const of = (list, key) => median(list.map((one) => one[key]));
    return rows.map(({ name, files, sent, fast, slow }) => ({
      name,
      requests: sent.length,
      bytes: bytesOf(sent),
      code: bytesOf(sent.filter(([path]) => /\.(js|css)$/.test(path) && path !== RECORD)),
      styles: styles(files.get('index.html')),
      record: bytesOf(sent.filter(([path]) => path === RECORD)),
      fcp: of(fast, 'fcp'),
      answerable: of(fast, 'answerable'),
      slowFcp: of(slow, 'fcp'),
      slowAnswerable: of(slow, 'answerable'),
      slowRecordable: of(slow, 'recordable'),
      shift: Math.max(...slow.map((one) => one.shift)),
      task: of(fast, 'task'),
      slowTask: of(slow, 'task'),
      leastSlowTask: Math.min(...slow.map((one) => one.task)),
      calls: of(fast, 'calls'),
    }));
  } finally {
    await browser.close();
    for (const row of rows) await row.server.close();
  }
}
