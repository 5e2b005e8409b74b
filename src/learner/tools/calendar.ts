/** A calendar file (RFC 5545) with whole days: each names what to review, and rings at nine in the morning. Pure. */

export interface CalendarDay {
  /** Unique in the world, the same when the same day is saved again: a calendar then replaces it. */
  uid: string;
  date: Date;
  title: string;
  text: string;
}

/** `now` is when the file is made. Days are those of the learner's own clock. */
export function calendar(days: readonly CalendarDay[], now: Date): string {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Lectern//Review reminders//EN', 'CALSCALE:GREGORIAN', ...days.flatMap((day) => event(day, now)), 'END:VCALENDAR'];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function event({ uid, date, title, text }: CalendarDay, now: Date): string[] {
  const after = new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1);
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${dateOnly(date)}`,
    `DTEND;VALUE=DATE:${dateOnly(after)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    'TRIGGER:PT9H',
    'END:VALARM',
    'END:VEVENT',
  ];
}

function dateOnly(date: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}${two(date.getMonth() + 1)}${two(date.getDate())}`;
}

/** A text value; control characters have no place in one, half characters no bytes. */
function escaped(text: string): string {
  return text.replace(/\p{Cs}/gu, '\uFFFD').replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]/gu, ' ').replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');
}

const LINE_OCTETS = 75;

/** Lines go on behind a blank; none is longer than 75 octets of UTF-8, and no character is cut. */
function folded(line: string): string {
  let out = '';
  let octets = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > LINE_OCTETS) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return out;
}
