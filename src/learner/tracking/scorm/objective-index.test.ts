import { describe, expect, test } from 'vitest';
import type { Line } from './call.ts';
import { ObjectiveIndex, splitNotes } from './objective-index.ts';

/** An LMS that holds objectives only: ids are unique and written once, as the data model wants. */
function lms(ids: string[]): { line: Line; ids: string[]; looks: () => number } {
  let looks = 0;
  const line: Line = {
    initialize: () => 'ok',
    ask: (element) => line.get(element),
    get(element) {
      looks++;
      return ids[Number(/\.(\d+)\.id$/.exec(element)?.[1])] ?? '';
    },
    set(_, value) {
      if (ids.includes(value)) return false;
      ids.push(value);
      return true;
    },
    commit: () => true,
    terminate: () => true,
    calls: 0,
    refusals: [],
  };
  return { line, ids, looks: () => looks };
}
const many = Array.from({ length: 100 }, (_, i) => `l1.o${i}`);

test('a new objective gets the next free index, and keeps it', () => {
  const { line, ids } = lms([]);
  const index = new ObjectiveIndex(line, '', 0);
  expect(['a', 'b', 'a'].map((id) => index.indexOf(id))).toEqual([0, 1, 0]);
  expect(ids).toEqual(['a', 'b']);
});

test('one that the manifest prefilled is found by its id', () => {
  const { line, ids } = lms(['course', 'l1.o1']);
  expect(new ObjectiveIndex(line, '', 2).indexOf('l1.o1')).toBe(1);
  expect(ids).toEqual(['course', 'l1.o1']);
});

test('the search through prefilled entries happens once', () => {
  const { line, looks } = lms([...many]);
  const index = new ObjectiveIndex(line, '', 100);
  expect(['l1.o99', 'l1.o3', 'new'].map((id) => index.indexOf(id))).toEqual([99, 3, 100]);
  expect(looks()).toBe(100);
});

describe('at a later visit', () => {
  const first = new ObjectiveIndex(lms([]).line, '', 0);
  for (const id of many) first.indexOf(id);
  const { resume, notes } = splitNotes('1abc' + first.notes);

  test('the notes split from the text exactly', () => {
    expect(resume).toBe('1abc');
    expect(notes).toHaveLength(400);
    expect(splitNotes('1abc')).toEqual({ resume: '1abc', notes: '' });
  });
  test('one look finds an objective among a hundred, and the cost is told beforehand', () => {
    const { line, looks } = lms([...many]);
    const index = new ObjectiveIndex(line, notes, 100);
    expect(index.cost('l1.o42')).toBe(1);
    expect(index.indexOf('l1.o42')).toBe(42);
    expect(looks()).toBe(1);
    expect(index.cost('l1.o42')).toBe(0);
  });
  test('an LMS that dropped its objectives gets them anew', () => {
    const { line } = lms([]);
    expect(new ObjectiveIndex(line, notes, 0).indexOf('l1.o42')).toBe(0);
  });
  test('notes about other entries do not make a second entry', () => {
    const { line, ids } = lms(many.toReversed());
    expect(new ObjectiveIndex(line, notes, 100).indexOf('l1.o42')).toBe(57);
    expect(ids).toHaveLength(100);
  });
  test('damaged notes do no harm', () => {
    const { line } = lms([...many]);
    expect(new ObjectiveIndex(line, '~~~~ \n{}é', 100).indexOf('l1.o42')).toBe(42);
  });
});

test('an objective the LMS refuses is asked for once and then left out', () => {
  const { line } = lms([]);
  const index = new ObjectiveIndex({ ...line, set: () => false }, '', 0);
  expect(index.indexOf('a')).toBeNull();
  expect(index.indexOf('a')).toBeNull();
});
