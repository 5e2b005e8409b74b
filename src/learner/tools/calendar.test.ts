/** The calendar file is one by RFC 5545, whatever the course is called. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendar, type CalendarDay } from './calendar.ts';

const NOW = new Date(Date.UTC(2027, 0, 31, 8, 5, 9));
const day = (title: string, date = new Date(2027, 1, 28)): CalendarDay => ({ uid: 'https://example.org/c/review/1', date, title, text: title });

/** Reads it back as a calendar does: lines unfolded, values of TEXT unescaped. */
function read(text: string): [name: string, value: string][] {
  expect(text.endsWith('\r\n')).toBe(true);
  return text.slice(0, -2).replace(/\r\n[ \t]/g, '').split('\r\n').map((line) => {
    const [, name = '', value = ''] = /^([A-Z-]+(?:;[A-Z]+=[A-Z]+)*):(.*)$/su.exec(line) ?? [];
    expect(name, line).not.toBe('');
    return [name, value.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign))];
  });
}

const valueOf = (lines: [string, string][], name: string): string | undefined => lines.find(([each]) => each === name)?.[1];

describe('a calendar file', () => {
  it('has whole days, with what every entry needs', () => {
    expect(calendar([day('Review: Tea')], NOW).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Lectern//Review reminders//EN', 'CALSCALE:GREGORIAN',
      'BEGIN:VEVENT', 'UID:https://example.org/c/review/1', 'DTSTAMP:20270131T080509Z', 'DTSTART;VALUE=DATE:20270228', 'DTEND;VALUE=DATE:20270301', 'SUMMARY:Review: Tea', 'DESCRIPTION:Review: Tea', 'TRANSP:TRANSPARENT',
      'BEGIN:VALARM', 'ACTION:DISPLAY', 'DESCRIPTION:Review: Tea', 'TRIGGER:PT9H', 'END:VALARM', 'END:VEVENT', 'END:VCALENDAR', '',
    ]);
  });

  it('gives back any text, in lines of at most 75 octets that cut no character', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.oneof(fc.constantFrom('ü', '漢', '👩‍🔬', ',', ';', '\\', '\n', 'שלום', ' '), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })), maxLength: 200 }), (title) => {
        const text = calendar([day(title)], NOW);
        for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        expect(text).not.toMatch(/\p{Cs}/u);
        const plain = title.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]/gu, ' ');
        expect(valueOf(read(text), 'SUMMARY')).toBe(plain);
      }),
    );
  });

  it('holds no half character and no line break that would begin a property of its own', () => {
    const lines = read(calendar([day('a\uD800b\r\nATTENDEE:mailto:x@example.org\u0000')], NOW));
    expect(valueOf(lines, 'SUMMARY')).toBe('a\uFFFDb\nATTENDEE:mailto:x@example.org ');
    expect(valueOf(lines, 'ATTENDEE')).toBeUndefined();
  });
});
