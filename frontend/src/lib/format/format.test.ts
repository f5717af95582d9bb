import { describe, expect, it } from 'vitest';
import { formatBytes, formatSpeed } from './bytes';
import { formatClock, formatTimeLeft, speakClock } from './duration';
import { nominalHeight } from './quality';
import { formatAgo, formatDate } from './time';

describe('formatClock', () => {
  it.each([
    [0, '0:00'], [5.9, '0:05'], [65, '1:05'], [3599, '59:59'], [3723, '1:02:03'], [Number.NaN, '0:00'], [-3, '0:00'], [Infinity, '0:00'],
  ])('%s seconds read %s', (seconds, text) => expect(formatClock(seconds)).toBe(text));
});

describe('speakClock', () => {
  it.each([[0, '0 seconds'], [61, '1 minute 1 second'], [7322, '2 hours 2 minutes 2 seconds']])('%s seconds are spoken %s', (seconds, text) =>
    expect(speakClock(seconds)).toBe(text));
});

describe('formatTimeLeft', () => {
  it.each([
    [3, 'a few seconds'], [32, '30 seconds'], [58, '1 minute'], [150, '3 minutes'], [3600, '1 hour'], [9000, '2 hours 30 min'],
  ])('%s seconds left read %s', (seconds, text) => expect(formatTimeLeft(seconds)).toBe(text));
});

describe('formatBytes', () => {
  it.each([[0, '0 B'], [999, '999 B'], [1000, '1.0 kB'], [4_200_000, '4.2 MB'], [123_400_000, '123 MB'], [999_600, '1.0 MB'], [5e9, '5.0 GB']])(
    '%s bytes read %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));
  it('speeds are per second', () => expect(formatSpeed(12_500_000)).toBe('12.5 MB/s'));
});

describe('times', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');
  it.each([
    ['2026-11-22T11:59:40Z', 'just now'], ['2026-11-22T11:57:00Z', '3 minutes ago'], ['2026-11-21T11:00:00Z', 'yesterday'], ['2025-11-01T00:00:00Z', 'last year'],
  ])('%s reads %s', (iso, text) => expect(formatAgo(iso, now)).toBe(text));
  it('a calendar date is the same everywhere', () => expect(formatDate('2026-11-22')).toBe('November 22, 2026'));
});

describe('nominalHeight', () => {
  it.each([[1920, 1080, 1080], [640, 358, 360], [854, 480, 480], [1920, 804, 1080], [1080, 1920, 1080], [608, 1080, 608], [0, 0, 0]])(
    '%s×%s is known as %s', (width, height, name) => expect(nominalHeight(width, height)).toBe(name));
});
