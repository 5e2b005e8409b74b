/** Times and durations as statements write them. */

const TIMESTAMP = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}:\d{2})(?:[.,](\d{1,9}))?\d*(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/** Milliseconds since 1970, the rest cut off; null when it is no time. Without an offset it is taken as UTC. */
export function readTimestamp(text: string): number | null {
  const [, day, time = '00:00:00', fraction = '', offset = 'Z'] = TIMESTAMP.exec(text) ?? [];
  if (day === undefined) return null;
  const zone = /^z$/i.test(offset) ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(3).replace(':', '') || '00'}`;
  const instant = Date.parse(`${day}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}${zone}`);
  return Number.isNaN(instant) ? null : instant;
}

const DURATION = /^P(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
/** Milliseconds of a year, month, week, day, hour, minute and second; years and months as averages. */
const UNITS = [31_556_952_000, 2_629_746_000, 604_800_000, 86_400_000, 3_600_000, 60_000, 1000];

/** Three centuries: nobody learns longer, and sums of what is longer have no room. */
export const LONGEST_MS = 10_000_000_000_000;

/** Whole milliseconds of an ISO 8601 duration; null when it is none, or longer than can be meant. */
export function readDuration(text: string): number | null {
  const match = DURATION.exec(text);
  if (match === null || match.slice(1).every((part) => part === undefined)) return null;
  const whole = Math.round(UNITS.reduce((sum, unit, index) => sum + unit * Number(match[index + 1] ?? 0), 0));
  return whole > LONGEST_MS ? null : whole;
}
