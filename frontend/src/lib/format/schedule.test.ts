import { describe, expect, it } from 'vitest';
import { countdownTo, fromLocalField, shortCountdown, toLocalField, zoneName } from './schedule';

describe('the field of a planned time', () => {
  it('reads and writes in the zone of the reader', () => {
    const local = new Date(2026, 10, 22, 18, 5);
    expect(toLocalField(local.toISOString())).toBe('2026-11-22T18:05');
    expect(fromLocalField('2026-11-22T18:05')).toBe(local.toISOString());
  });
  it.each(['', 'soon', '2026-13-40T99:00'])('takes %j for no time', (text) => expect(fromLocalField(text)).toBeNull());
  it('no time is an empty field', () => expect(toLocalField(null)).toBe(''));
  it('the zone is named', () => expect(zoneName(new Date(0))).toMatch(/\w/));
});

describe('countdown', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');
  it.each([
    ['2026-11-24T15:04:05Z', { days: 2, hours: 3, minutes: 4, seconds: 5 }],
    ['2026-11-22T12:00:00.001Z', { days: 0, hours: 0, minutes: 0, seconds: 1 }],
    ['2026-11-22T12:00:00Z', null], ['2026-11-22T11:00:00Z', null], ['nonsense', null],
  ])('until %s', (at, left) => expect(countdownTo(at, now)).toEqual(left));
  it.each([
    [{ days: 2, hours: 3, minutes: 4, seconds: 5 }, '2 days 3 h'], [{ days: 1, hours: 0, minutes: 4, seconds: 5 }, '1 day 0 h'],
    [{ days: 0, hours: 3, minutes: 4, seconds: 5 }, '3 h 4 min'], [{ days: 0, hours: 0, minutes: 4, seconds: 5 }, '4 min'],
    [{ days: 0, hours: 0, minutes: 0, seconds: 5 }, 'less than a minute'],
  ])('%j is short for %s', (left, text) => expect(shortCountdown(left)).toBe(text));
});
