/** A value as text for people: times in UTC as ISO writes them, shares as percentages, durations as hours and minutes. */
import type { Value } from '../engine/database.ts';
import type { Kind } from '../reports/reports.ts';

/** '' for nothing. */
export function cellText(value: Value, kind: Kind): string {
  if (value === null) return '';
  switch (kind) {
    case 'time':
      return new Date(Number(value)).toISOString();
    case 'date':
      return new Date(Number(value)).toISOString().slice(0, 10);
    case 'share':
    case 'score':
      return `${Math.round(Number(value) * 1000) / 10}%`;
    case 'number':
      return String(Math.round(Number(value) * 1000) / 1000);
    case 'duration':
      return clock(Number(value));
    case 'flag':
      return value === true ? 'yes' : 'no';
    default:
      return String(value);
  }
}

/** `1:02:03`, whole seconds. */
function clock(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** For programs: times as ISO texts, all else as it is. */
export function plainValue(value: Value, kind: Kind): Value {
  return value !== null && (kind === 'time' || kind === 'date') ? cellText(value, kind) : value;
}
