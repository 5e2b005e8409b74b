/** What a learner does, by the names that a learner hears and sees; nothing here knows the page's inner structure. */
import type { Frame, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Launch } from './lms.ts';

export class Learner {
  readonly #launch: Launch;

  constructor(launch: Launch) {
    this.#launch = launch;
  }

  get frame(): Frame {
    return this.#launch.frame();
  }

  button(name: string | RegExp): Locator {
    return this.frame.getByRole('button', { name, exact: true });
  }

  async press(name: string | RegExp): Promise<void> {
    await this.button(name).click();
  }

  /** Waits until this text can be seen. */
  async sees(text: string | RegExp): Promise<void> {
    await this.frame.getByText(text).filter({ visible: true }).first().waitFor();
  }

  async open(view: 'Read' | 'Slides' | 'Check'): Promise<void> {
    await this.frame.getByRole('tab', { name: view, exact: true }).click();
    await this.frame.getByRole('tabpanel', { name: view, exact: true }).waitFor();
  }

  /** Reads every section to its end, as slowly as the page wants it. */
  async readEverything(): Promise<void> {
    await this.open('Read');
    const panel = this.frame.getByRole('tabpanel', { name: 'Read', exact: true });
    for (const section of await panel.locator('section[data-part]').all()) {
      await section.evaluate((element) => element.scrollIntoView({ block: 'end' }));
      const number = await section.getAttribute('data-part');
      await this.frame.locator(`nav a[data-part="${number ?? ''}"] .seen`).filter({ hasText: /\S/ }).waitFor({ state: 'attached' });
    }
  }

  /** The question that stands open, by its prompt. */
  question(prompt: string | RegExp): Locator {
    return this.frame.getByRole('group', { name: prompt });
  }

  /** Chooses options by their text; the names of options already answered have words added to them. */
  async choose(...options: string[]): Promise<void> {
    for (const option of options) {
      await this.frame.getByRole('radio', { name: option }).or(this.frame.getByRole('checkbox', { name: option })).check();
    }
  }

  /** Presses "Check answer" and gives the verdict as it is announced. */
  async check(): Promise<string> {
    await this.press('Check answer');
    return this.verdict();
  }

  async verdict(): Promise<string> {
    const line = this.frame.getByRole('status').filter({ hasText: /Correct|Not quite/ });
    return (await line.textContent()) ?? '';
  }

  /** Goes to the next question, which then has this number. */
  async next(number: number): Promise<void> {
    await this.press('Next question');
    await this.frame.getByRole('heading', { name: new RegExp(`^Question ${number} of`) }).waitFor();
  }

  async exit(): Promise<void> {
    await this.press('Save and exit');
    await this.sees('You can close this window');
  }
}

/** Moves the focus with Tab, as far as needed, to the element of this role and name inside the course. */
export async function tabTo(page: Page, frame: Frame, role: string, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < 80; step++) {
    await page.keyboard.press('Tab');
    const focused = await describeFocus(frame);
    if (focused.role === role && (typeof name === 'string' ? focused.name === name : name.test(focused.name))) return;
    passed.push(`${focused.role} "${focused.name}"`);
  }
  expect.fail(`Tab never came to ${role} "${String(name)}"; it came to ${passed.join(', ')}`);
}

/** Role and visible name of what has the focus in the course. */
export async function describeFocus(frame: Frame): Promise<{ role: string; name: string }> {
  return frame.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return { role: 'none', name: '' };
    const label = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels?.[0] : undefined;
    const name = element.getAttribute('aria-label') ?? (label ?? element).textContent ?? '';
    const roles: Record<string, string> = { A: 'link', BUTTON: 'button', TEXTAREA: 'textbox', SUMMARY: 'summary' };
    const role = element.getAttribute('role') ?? (element instanceof HTMLInputElement ? element.type : (roles[element.tagName] ?? element.tagName));
    return { role, name: name.replace(/\s+/g, ' ').trim() };
  });
}
