/** The time of a quiz in numbers: how much there is to choose from, how it is shown, when it is said. Pure. */

/** Said as soon as no more than this is left: half of the time, five minutes, one minute, twenty seconds. */
export function announcements(allowed: number): number[] {
  return [...new Set([Math.floor(allowed / 2), 300, 60, 20])].filter((seconds) => seconds < allowed && seconds > 0).sort((a, b) => b - a);
}

/** The announcement that became due between two moments, the latest if several; null when none. Seconds left. */
export function due(allowed: number, before: number, now: number): number | null {
  return announcements(allowed).filter((at) => before > at && now <= at).at(-1) ?? null;
}

/** What one press of "More time" gives: a quarter of the standard time, a minute at least. */
export function extension(standard: number): number {
  return Math.max(60, Math.round(standard / 4 / 30) * 30);
}

/** `9:05`, `1:00:00` */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  const two = (n: number): string => String(n).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
