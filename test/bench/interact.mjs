// How long a learner waits for the page after a press: interaction to next paint on a processor four times slower, by kind of question.
import { openBrowser, serve } from './launch.mjs';
import { median } from './processes.mjs';

/** In the order of the questions of content/every-question, first lesson. */
const KINDS = ['single', 'multiple', 'true-false', 'fill-in', 'numeric', 'matching', 'ordering', 'categorise', 'hotspot', 'short-answer', 'likert', 'single, from a bank'];
const HANDS_IN = '[data-action="check"]';

/** Event timing rounds to 8 ms and leaves out what took less than 16. */
function watch() {
  const stored = { 'cmi.entry': 'ab-initio', 'cmi.mode': 'normal', 'cmi.objectives._count': '0', 'cmi.interactions._count': '0' };
  window.API_1484_11 = {
    Initialize: () => 'true', Terminate: () => 'true', Commit: () => 'true', GetLastError: () => '0', GetErrorString: () => '', GetDiagnostic: () => '',
    GetValue: (key) => stored[key] ?? '',
    SetValue: (key, value) => ((stored[key] = value), 'true'),
  };
  window.presses = [];
  new PerformanceObserver((list) => {
    for (const { name, duration, interactionId } of list.getEntries()) if (interactionId > 0) window.presses.push({ name, duration });
  }).observe({ type: 'event', durationThreshold: 16 });
  window.tasks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.tasks.push(duration);
  }).observe({ type: 'longtask' });
}

/** What was pressed since the last time has been painted; the longest wait in ms. */
async function longest(page) {
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted, 60))));
  return page.evaluate(() => Math.max(16, ...window.presses.splice(0).map(({ duration }) => duration)));
}

/** Real presses on every control of the open question. */
async function answer(page, question) {
  for (const group of await question.getByRole('group').all()) {
    const first = group.getByRole('radio').or(group.getByRole('checkbox')).first();
    if ((await first.count()) > 0) await first.click();
  }
  for (const text of await question.getByRole('textbox').all()) {
    await text.click();
    await page.keyboard.type('4');
  }
  let lists = 0;
  for (const list of await question.getByRole('combobox').all()) {
    await list.focus();
    lists++;
    for (let n = 0; n < lists; n++) await page.keyboard.press('ArrowDown');
  }
  const down = question.getByRole('button', { name: /^Move .* down$/ }).first();
  if ((await down.count()) > 0) await down.click();
}

async function sitting(browser, origin) {
  const context = await browser.newContext({ viewport: { width: 1024, height: 700 } });
  const waits = new Map();
  try {
    const page = await context.newPage();
    await page.addInitScript(watch);
    await page.goto(origin);
    await page.getByText('Saved', { exact: true }).waitFor();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const time = async (what, press) => {
      await press();
      waits.set(what, Math.max(waits.get(what) ?? 0, await longest(page)));
    };
    await page.evaluate(() => void (window.tasks.length = 0));
    await time('a lesson is opened', () => page.getByRole('main').getByRole('link', { name: /bicycle check$/ }).click());
    await page.getByRole('tab', { name: 'Slides' }).waitFor();
    waits.set('a lesson is opened: its longest task', await page.evaluate(() => Math.max(0, ...window.tasks)));
    await time('Slides are opened', () => page.getByRole('tab', { name: 'Slides' }).click());
    await time('a slide is turned', () => page.getByRole('button', { name: 'Next slide' }).click());
    await time('Check is opened', () => page.getByRole('tab', { name: 'Check' }).click());
    for (const [index, kind] of KINDS.entries()) {
      await page.getByRole('heading', { name: new RegExp(`^Question ${index + 1} of`) }).waitFor();
      const question = page.locator('.question:visible');
      await time(`${kind}: answered`, () => answer(page, question));
      await time(`${kind}: checked`, () => question.locator(HANDS_IN).click());
      const partly = question.getByRole('button', { name: 'Partly' });
      if ((await partly.count()) > 0) await time(`${kind}: marked`, () => partly.click());
      await time(index === KINDS.length - 1 ? 'the results' : 'the next question', () => question.getByRole('button', { name: /^(Next question|See results)$/ }).click());
    }
    return waits;
  } finally {
    await context.close();
  }
}

/** Medians over `runs` sittings and the least of them, which a busy machine spoils less: [{ what, ms, least }], the slowest first. */
export async function measureInteractions(files, runs) {
  const browser = await openBrowser();
  const server = await serve(files);
  try {
    const all = [];
    for (let run = 0; run < runs; run++) all.push(await sitting(browser, server.origin));
    const of = (what) => all.map((waits) => waits.get(what));
    return [...all[0].keys()].map((what) => ({ what, ms: median(of(what)), least: Math.min(...of(what)) })).sort((a, b) => b.ms - a.ms);
  } finally {
    await browser.close();
    await server.close();
  }
}
