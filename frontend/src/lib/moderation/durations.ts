/** Lengths of a time-out that are offered at once, in seconds. */
export const timeOutPresets = [60, 600, 3_600, 86_400] as const;

export const longestTimeOut = 14 * 86_400;

export type TimeUnit = 'minutes' | 'hours' | 'days';

export const secondsOf: Record<TimeUnit, number> = { minutes: 60, hours: 3_600, days: 86_400 };

/** Seconds of what was typed, or null when it is no whole number of 1 or more, or longer than 14 days. */
export function customTimeOut(amount: string, unit: TimeUnit): number | null {
  const count = Number(amount);
  if (amount.trim() === '' || !Number.isInteger(count) || count < 1) return null;
  const seconds = count * secondsOf[unit];
  return seconds > longestTimeOut ? null : seconds;
}

/** `10 minutes`, `1 hour`, `1 day 2 hours`: exact in its two largest units. */
export function spellSeconds(seconds: number): string {
  const parts: [number, string][] = [
    [Math.floor(seconds / 86_400), 'day'],
    [Math.floor(seconds / 3_600) % 24, 'hour'],
    [Math.floor(seconds / 60) % 60, 'minute'],
    [Math.floor(seconds) % 60, 'second'],
  ];
  const first = parts.findIndex(([count]) => count > 0);
  if (first < 0) return '0 seconds';
  return parts
    .slice(first, first + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`)
    .join(' ');
}
