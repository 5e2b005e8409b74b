import { describe, expect, it } from 'vitest';
import { keepDrafts } from './drafts.ts';

function memory(): { map: Map<string, string>; store: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> } {
  const map = new Map<string, string>();
  const store = { getItem: (key: string) => map.get(key) ?? null, setItem: (key: string, value: string) => void map.set(key, value), removeItem: (key: string) => void map.delete(key) };
  return { map, store: () => store };
}

describe('a half-written answer', () => {
  it('is there for the same learner, course and item only', () => {
    const { store } = memory();
    keepDrafts('course anna', store).write('q1', 'half');
    expect(keepDrafts('course anna', store).read('q1')).toBe('half');
    expect(keepDrafts('course anna', store).read('q2')).toBe('');
    expect(keepDrafts('course ben', store).read('q1')).toBe('');
    expect(keepDrafts('other anna', store).read('q1')).toBe('');
  });

  it('goes once the LMS confirmed the answer, and only that one', () => {
    const { map, store } = memory();
    const drafts = keepDrafts('c a', store);
    drafts.write('q1', 'one');
    drafts.write('q2', 'two');
    drafts.confirmed();
    expect(map.size).toBe(2);
    drafts.answered('q1');
    expect(map.size).toBe(2);
    drafts.confirmed();
    expect([...map.values()]).toEqual(['two']);
  });

  it('that was deleted again leaves nothing behind', () => {
    const { map, store } = memory();
    const drafts = keepDrafts('c a', store);
    drafts.write('q1', 'x');
    drafts.write('q1', '');
    expect(map.size).toBe(0);
  });

  it('is not kept for nobody', () => {
    const { map, store } = memory();
    keepDrafts(null, store).write('q1', 'x');
    expect(map.size).toBe(0);
  });

  it('is given up quietly where the browser refuses its store', () => {
    const drafts = keepDrafts('c a', () => {
      throw new Error('refused');
    });
    drafts.write('q1', 'x');
    drafts.answered('q1');
    drafts.confirmed();
    expect(drafts.read('q1')).toBe('');
  });
});
