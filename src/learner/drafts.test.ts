import { describe, expect, it } from 'vitest';
import { openDrafts } from './drafts.ts';
import type { Slot } from './slot.ts';

/** `puts`: how often it was written to. */
function memory(text: string | null = null): Slot & { text: string | null; puts: number } {
  return {
    text,
    puts: 0,
    load() {
      return Promise.resolve(this.text);
    },
    async put(written) {
      this.puts++;
      await Promise.resolve();
      this.text = written;
      return true;
    },
  };
}

/** What is on its way to the slot has arrived. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('a half-written answer', () => {
  it('is there for the next visit, and for its item only', async () => {
    const slot = memory();
    (await openDrafts(slot)).write('q1', 'half');
    await settled();
    const next = await openDrafts(slot);
    expect([next.read('q1'), next.read('q2')]).toEqual(['half', '']);
  });

  it('is written at once, and the newest words win over a slow disk', async () => {
    const slot = memory();
    const drafts = await openDrafts(slot);
    for (let length = 1; length <= 200; length++) drafts.write('q1', 'x'.repeat(length));
    expect(slot.puts).toBe(1);
    await settled();
    expect(slot.puts).toBe(2);
    expect((await openDrafts(slot)).read('q1')).toHaveLength(200);
  });

  it('goes once the LMS confirmed the answer, and only that one', async () => {
    const slot = memory();
    const drafts = await openDrafts(slot);
    drafts.write('q1', 'one');
    drafts.write('q2', 'two');
    drafts.confirmed();
    drafts.answered('q1');
    await settled();
    expect(slot.text).toContain('one');
    drafts.confirmed();
    await settled();
    expect([slot.text?.includes('one'), slot.text?.includes('two')]).toEqual([false, true]);
  });

  it('that was deleted again leaves nothing behind', async () => {
    const slot = memory();
    const drafts = await openDrafts(slot);
    drafts.write('q1', 'x');
    drafts.write('q1', '');
    await settled();
    expect(slot.text).toBeNull();
  });

  it('is not kept for nobody', async () => {
    const drafts = await openDrafts(null);
    drafts.write('q1', 'x');
    expect(drafts.read('q1')).toBe('');
  });

  it.each(['{', '7', '[7]', '[["q1"]]', '[["q1",3]]'])('is none where the browser kept %s', async (text) => {
    expect((await openDrafts(memory(text))).read('q1')).toBe('');
  });
});
