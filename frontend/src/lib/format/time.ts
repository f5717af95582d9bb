const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const day = new Intl.DateTimeFormat('en', { dateStyle: 'long' });
const calendar = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });
const short = new Intl.DateTimeFormat('en', { weekday: 'short', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' });
const full = new Intl.DateTimeFormat('en', { dateStyle: 'full', timeStyle: 'short' });

/** `3 days ago`, `just now`. */
export function formatAgo(iso: string, now: number = Date.now()): string {
  const seconds = (new Date(iso).getTime() - now) / 1000;
  for (const [unit, length] of steps) {
    if (Math.abs(seconds) >= length) return relative.format(Math.trunc(seconds / length), unit);
  }
  return 'just now';
}

export function formatDay(iso: string): string {
  return day.format(new Date(iso));
}

export function formatMoment(iso: string): string {
  return full.format(new Date(iso));
}

/** `Mon, Nov 23, 11:07 PM`, where there is little room. */
export function formatShortMoment(iso: string): string {
  return short.format(new Date(iso));
}

/** A calendar date (`2026-11-22`), the same in every time zone. */
export function formatDate(date: string): string {
  return calendar.format(new Date(`${date}T00:00:00Z`));
}

const clock = new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit' });
const dayClock = new Intl.DateTimeFormat('en', { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' });

/** `8:14 PM`. */
export function formatClockTime(iso: string): string {
  return clock.format(new Date(iso));
}

/** `8:14 PM`, and the day when it is not today. */
export function formatChatTime(iso: string, now: number = Date.now()): string {
  const date = new Date(iso);
  return (date.toDateString() === new Date(now).toDateString() ? clock : dayClock).format(date);
}
