/** A learner in WebKit: what they do in a course, by what they see and press. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Window } from './webkit.ts';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Broken rules of axe-core with the places that break them; empty when the page is clean. */
export async function faults(window: Window): Promise<string[]> {
  // As the script itself: the course's own policy allows no text to become a script.
  if (!(await window.evaluate(() => 'axe' in globalThis))) await window.send('POST', '/execute/sync', { script: axeSource, args: [] });
  return window.evaluate(async (tags: string[]) => {
    const { axe: checker } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await checker.run(document, { runOnly: { type: 'tag', values: tags } });
    return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)} — ${node.failureSummary ?? ''}`));
  }, TAGS);
}

/** By how many pixels the page is wider than its window; 0 when nothing has to be scrolled sideways. */
export function overflow(window: Window): Promise<number> {
  return window.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));
}

export async function openView(window: Window, view: string): Promise<void> {
  await window.click('[role=tab]', view);
  await window.until(`the view ${view}`, (name: string) => [...document.querySelectorAll('[role=tab]')].some((tab) => tab.textContent?.trim() === name && tab.getAttribute('aria-selected') === 'true'), view);
}

/** How many questions the lesson has, and waits until one is open. */
export async function questions(window: Window): Promise<number> {
  await window.sees('.question');
  return window.evaluate(() => document.querySelectorAll('.question').length);
}

/** Gives the open question some answer by clicks, hands it in, and answers again as long as it may be tried. Its verdicts, in order. */
export async function answerByClicks(window: Window): Promise<string[]> {
  const said: string[] = [];
  for (let attempt = 0; attempt < 3; attempt++) {
    await window.evaluate(chooseSomething, attempt);
    await window.click('.question button', await handsIn(window));
    said.push(await verdict(window));
    if (!(await has(window, '.question button', 'Try again'))) break;
    await window.click('.question button', 'Try again');
  }
  if (await has(window, '.question button', 'Partly')) await window.click('.question button', 'Partly');
  return said;
}

/** The same by keyboard alone, from where the focus stands: Tab to each control, a key that changes it, Enter on the button. */
export async function answerByKeys(window: Window): Promise<string> {
  let changed = '';
  let lists = 0;
  for (let step = 0; step < 80; step++) {
    await window.press('Tab');
    const focus = await focused(window);
    if (/^(Check answer|Compare with model answer|Submit answer)$/.test(focus.name)) {
      await window.press('Enter');
      return verdict(window);
    }
    if (focus.type === 'radio' || focus.type === 'checkbox') await window.press('Space');
    else if (focus.type === 'text' || focus.type === 'textarea') await window.press('4');
    else if (focus.type === 'select-one') for (let n = 0, many = ++lists; n < many; n++) await window.press('ArrowDown');
    else if (/^Move .* down$/.test(focus.name) && changed !== focus.name && changed === '') {
      changed = focus.name;
      await window.press('Enter');
    }
  }
  throw new Error('Tab never came to the button that hands in.');
}

export function focused(window: Window): Promise<{ type: string; name: string }> {
  return window.evaluate(() => {
    const element = document.activeElement;
    const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined;
    return { type: Reflect.get(element ?? {}, 'type') as string, name: (element?.getAttribute('aria-label') ?? (label ?? element)?.textContent ?? '').replace(/\s+/g, ' ').trim() };
  });
}

/** Tab until the focus is on something of this name. */
export async function tabTo(window: Window, name: RegExp, key = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < 90; step++) {
    await window.press(key);
    const focus = await focused(window);
    if (name.test(focus.name)) return;
    passed.push(focus.name.slice(0, 40));
  }
  throw new Error(`${key} never came to ${String(name)}; it came to ${passed.join(', ')}`);
}

export function has(window: Window, selector: string, text: string): Promise<boolean> {
  return window.evaluate((where: string, words: string) => [...document.querySelectorAll(where)].some((each) => each.getClientRects().length > 0 && (each.textContent ?? '').trim() === words), selector, text);
}

async function handsIn(window: Window): Promise<string> {
  for (const name of ['Check answer', 'Compare with model answer', 'Submit answer']) if (await has(window, '.question button', name)) return name;
  throw new Error('The question has no button to hand in.');
}

/** The words after an answer. */
async function verdict(window: Window): Promise<string> {
  const words = (): string => [...document.querySelectorAll('.question [role=status]')].filter((each) => each.getClientRects().length > 0).map((each) => each.textContent?.replace(/\s+/g, ' ').trim() ?? '').join(' ').trim();
  await window.until('a verdict', words);
  return window.evaluate(words);
}

/** Runs in the page: another answer at each attempt. Lists and fields are changed as a hand changes them, with their events. */
function chooseSomething(attempt: number): void {
  const question = [...document.querySelectorAll('.question')].find((each) => each.getClientRects().length > 0);
  const inputs = [...(question?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>('input, textarea, select') ?? [])].filter((each) => !each.disabled);
  const groups = new Map<string, HTMLInputElement[]>();
  for (const input of inputs) {
    if (input instanceof HTMLInputElement && (input.type === 'radio' || input.type === 'checkbox')) groups.set(input.name, [...(groups.get(input.name) ?? []), input]);
    else if (input instanceof HTMLSelectElement) {
      input.selectedIndex = 1 + ((inputs.indexOf(input) + attempt) % (input.options.length - 1));
      input.dispatchEvent(new Event('change', { bubbles: true }));
    } else {
      input.value = String(4 + attempt);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
  for (const options of groups.values()) options[attempt % options.length]?.click();
  const down = [...(question?.querySelectorAll('button') ?? [])].find((each) => /^Move .* down$/.test(each.getAttribute('aria-label') ?? each.textContent ?? ''));
  down?.click();
}
