/** Stored progress that an LMS has cut, changed or never stored: nothing that counts is made up, and nothing that is left is thrown away. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { course, itemById, lesson } from '../../../test/traces/course.ts';
import type { Response } from '../../course/payload.ts';
import { fnv } from '../../grading/fnv.ts';
import type { Opening } from '../tracking/tracker.ts';
import { attemptIn, fromResume } from './resume.ts';
import { advance, start, toResume } from './session.ts';
import { standing } from './standing.ts';
import { UNBEGUN } from './state.ts';

const opening = (resume: string | null): Opening => ({ connected: true, reason: null, resume, mode: 'normal', learner: null, passMark: null });

describe('text that is not whole progress of this version', () => {
  const answers: readonly [string, Response][] = [
    ['bias', { type: 'true-false', value: true }],
    ['act', { type: 'single', choice: 'relu' }],
    ['layers', { type: 'multiple', choices: ['dense', 'loss'] }],
    ['why', { type: 'short-answer', text: 'loss', unknown: false, verdict: null, ideas: [] }],
  ];
  const begun = advance(start(course, opening(null), 'ab0z').session, { kind: 'part-seen', lesson: 1, part: 1 }).session;
  const session = answers.reduce((before, [id, response]) => advance(before, { kind: 'answered', lesson: 1, ...itemById(id), objectives: [], items: lesson.items, response, sureness: null, latencySeconds: 1, at: 0 }).session, begun);
  const whole = toResume(session);

  test('any text is read or refused, never an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fromResume(text, course)).toBeNull();
      }),
    );
  });
  test('a cut costs answers as they were typed and nothing that counts, is noticed wherever it is, and behind what counts is survived', () => {
    const counts = (stored: ReturnType<typeof fromResume>): unknown => stored && { ...stored, cut: null, lessons: [...stored.lessons].map(([key, { items, seen }]) => [key, seen, [...items].map(([item, { tries, best, result, closed }]) => [item, tries, best, result, closed])]) };
    const [core = ''] = whole.split('||');
    for (let end = 0; end < whole.length; end++) {
      const stored = fromResume(whole.slice(0, end), course);
      if (end < core.length) expect(stored).toBeNull();
      else expect([stored?.cut, counts(stored)]).toEqual([true, counts(fromResume(whole, course))]);
    }
    const last = fromResume(whole.slice(0, -1), course)?.lessons.get(1);
    expect([...(last?.items.values() ?? [])].map(({ code }) => code !== '')).toEqual([true, true, true, false]);
  });
  test('one changed character is noticed, and changes nothing that counts', () => {
    const standingOf = (text: string): unknown => standing(start(course, opening(text)).session);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, char) => {
        fc.pre(whole[at] !== char);
        const altered = whole.slice(0, at) + char + whole.slice(at + 1);
        const stored = fromResume(altered, course);
        if (stored === null) return;
        expect(stored.cut).toBe(true);
        expect(standingOf(altered)).toEqual(standingOf(whole));
      }),
    );
  });
  test('of what was cut even shorter the name of the attempt is known', () => {
    const named = toResume({ ...session, place: 'l1/read/x' });
    expect([attemptIn(named.slice(0, named.indexOf('ab0z') + 4)), attemptIn(named.slice(0, 12)), attemptIn('')]).toEqual(['ab0z', '', '']);
  });
  test('progress of the version before is read, answers and all', () => {
    const body = '0123456789ab;0;2;l1/read/x;ab0z|1;G*1;1;lfls;3;t*4;2;;1;w0;loss_of_it';
    const stored = fromResume(`1${fnv(body).toString(36).padStart(7, '0')}${body}`, course);
    expect(stored).toMatchObject({ attempt: 'ab0z', nextInteraction: 2, place: 'l1/read/x', cut: false });
    expect([...(stored?.lessons.get(1)?.items ?? [])].map(([key, { tries, code, text }]) => [key, tries, code, text])).toEqual([[1, 1, 't', ''], [4, 2, 'w0', 'loss of it']]);
  });
  test('a newer version is not guessed at', () => {
    expect(fromResume('3' + whole.slice(1), course)).toBeNull();
    expect(start(course, opening('3' + whole.slice(1)))).toMatchObject({ lost: true, resumed: false });
  });
  test('a body with a right checksum and nonsense inside is refused too', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'|*;0123aZz_%~-') }), (junk) => {
        const text = toResume({ ...session, course: { ...course, build: '' } });
        expect(() => fromResume(text + junk, course)).not.toThrow();
        const crafted = toResume({ ...session, lessons: new Map([[1, craft(junk)]]) });
        expect(() => fromResume(crafted, course)).not.toThrow();
      }),
    );
  });
});

describe('text that an LMS has altered on its way', () => {
  const begun = advance(start(course, opening(null), 'ab0z').session, { kind: 'part-seen', lesson: 1, part: 1 }).session;
  const written: Response = { type: 'short-answer', text: `It's "a > b" & c + d; 50 % — größer als 3/4 | 😀\nnext`, unknown: false, verdict: 'got-it', ideas: [] };
  const given: readonly [string, Response][] = [['bias', { type: 'true-false', value: true }], ['why', written]];
  const session = given.reduce(
    (before, [id, response]) => advance(before, { kind: 'answered', lesson: 1, ...itemById(id), objectives: [], items: lesson.items, response, sureness: null, latencySeconds: 1, at: 0 }).session,
    begun,
  );
  const whole = toResume(session);
  const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');

  test.each<[string, (text: string) => string]>([
    ['with a line end behind it', (text) => `${text}\r\n`],
    ['with blanks around it', (text) => `  ${text} `],
    ['with a byte order mark', (text) => `\ufeff${text}`],
    ['broken into lines', (text) => text.replace(/.{40}/g, '$&\r\n')],
    ['trimmed', (text) => text.trim()],
    ['escaped as for a page', escaped],
    ['escaped as for a page, with a line end', (text) => `${escaped(text)}\n`],
    ['with plus signs read as blanks', (text) => text.replace(/\+/g, ' ')],
  ])('is read whole: %s', (_, alter) => {
    expect(fromResume(alter(whole), course)).toEqual(fromResume(whole, course));
    expect(start(course, opening(alter(whole)))).toMatchObject({ resumed: true, lost: false, cut: false });
  });

  test.each<[string, (text: string) => string]>([
    ['decoded as an address', (text) => decodeURIComponent(text.replace(/%(?![0-7][0-9a-f])/g, '%25'))],
    ['without its signs beyond ASCII', (text) => text.replace(/[^\x00-\x7f]/g, '?')],
    ['escaped twice', (text) => escaped(escaped(text))],
  ])('loses nothing that counts, and is not called whole: %s', (_, alter) => {
    const stored = start(course, opening(alter(whole)));
    expect(stored).toMatchObject({ resumed: true, lost: false, cut: true });
    expect(standing(stored.session)).toEqual(standing(session));
  });

  test('nothing stored at a launch that the LMS calls a resumed one is a first visit', () => {
    expect(start(course, opening(null))).toMatchObject({ resumed: false, lost: false });
  });
});

/** A lesson whose item carries text the codec never writes, so that the reader meets it under a valid checksum. */
function craft(code: string) {
  const item = { tries: 1, best: 0, result: 'correct' as const, closed: true, sureness: 2, code, text: '' };
  return { seen: new Set<number>(), items: new Map([[1, item]]), quiz: UNBEGUN };
}
