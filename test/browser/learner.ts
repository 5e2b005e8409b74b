/** What a learner does, by the names that a learner hears and sees; nothing here knows the page's inner structure. */
import type { Frame, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Launch } from './lms.ts';

export class Learner {
  readonly #launch: Pick<Launch, 'frame'>;

  constructor(launch: Pick<Launch, 'frame'>) {
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

  async open(view: 'Read' | 'Slides' | 'Watch' | 'Check'): Promise<void> {
    await this.frame.getByRole('tab', { name: view, exact: true }).click();
    await this.frame.getByRole('tabpanel', { name: view, exact: true }).waitFor();
  }

  /** Reads every section of the lesson to its end, as slowly as the page wants it. */
  async readEverything(): Promise<void> {
    await this.open('Read');
    const panel = this.frame.getByRole('tabpanel', { name: 'Read', exact: true });
    const outline = this.frame.getByRole('navigation', { name: /^(Contents|Lessons)$/, includeHidden: true });
    for (const section of await panel.locator('section[data-part]').all()) {
      await section.evaluate((element) => element.scrollIntoView({ block: 'end' }));
      const title = (await section.locator('h2, h3').first().textContent()) ?? '';
      await outline.getByRole('link', { name: `${title} (seen)`, exact: true, includeHidden: true }).waitFor({ state: 'attached' });
    }
  }

  /** The question that stands open, by its prompt. */
  question(prompt: string | RegExp): Locator {
    return this.frame.getByRole('group', { name: prompt });
  }

  /** Gives every control of the open question a value, the same at each run. */
  async answerSomehow(question: Locator): Promise<void> {
    for (const group of await question.getByRole('group').all()) {
      const first = group.getByRole('radio').or(group.getByRole('checkbox')).first();
      if ((await first.count()) > 0) await first.check();
    }
    for (const text of await question.getByRole('textbox').all()) await text.fill('4');
    for (const [index, list] of (await question.getByRole('combobox').all()).entries()) await list.selectOption({ index: index + 1 });
    const down = question.getByRole('button', { name: /^Move .* down$/ }).first();
    if ((await down.count()) > 0) await down.click();
  }

  /** Chooses options by their whole text; after an answer "Your answer" is added to the names of those chosen. */
  async choose(...options: string[]): Promise<void> {
    for (const option of options) {
      const name = new RegExp(`^${option.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(\\s*Your answer)?$`);
      await this.frame.getByRole('radio', { name }).or(this.frame.getByRole('checkbox', { name })).check();
    }
  }

  /** Presses "Check answer" and gives the verdict as it is announced. */
  async check(): Promise<string> {
    await this.press('Check answer');
    return this.verdict();
  }

  async verdict(): Promise<string> {
    const line = this.frame.locator('[aria-live]').filter({ hasText: /Correct|Not quite/, visible: true });
    return (await line.textContent()) ?? '';
  }

  /** Goes to the next question, which then has this number. */
  async next(number: number): Promise<void> {
    await this.press('Next question');
    await this.frame.getByRole('heading', { name: new RegExp(`^Question ${number} of`) }).waitFor();
  }

  /** From the home of a course, or from another lesson by way of it. */
  async openLesson(title: string, course?: string): Promise<void> {
    if (course !== undefined) await this.frame.getByRole('banner').getByRole('link', { name: course }).click();
    await this.frame.getByRole('main').getByRole('link', { name: new RegExp(`(^|\\s)${title}$`) }).click();
    await this.frame.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
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
    const label = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement ? element.labels?.[0] : undefined;
    const name = element.getAttribute('aria-label') ?? (label ?? element).textContent ?? '';
    const roles: Record<string, string> = { A: 'link', BUTTON: 'button', TEXTAREA: 'textbox', SELECT: 'combobox', SUMMARY: 'summary' };
    const role = element.getAttribute('role') ?? (element instanceof HTMLInputElement ? element.type : (roles[element.tagName] ?? element.tagName));
    return { role, name: name.replace(/\s+/g, ' ').trim() };
  });
}
