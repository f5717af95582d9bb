import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backoffMs } from './backoff';
import { keepBandwidth, startBandwidth } from './bandwidth';
import { latencyOf } from './latency';
import { HoldBack, paceOf } from './pace';
import { PlayMeter } from './playMeter';

describe('paceOf', () => {
  it.each([
    ['at the wanted distance', { behind: 0.75, target: 0.75, ahead: 0.6 }, 1],
    ['hardly late', { behind: 0.84, target: 0.75, ahead: 0.6 }, 1],
    ['half a second late', { behind: 1.25, target: 0.75, ahead: 1 }, 1.05],
    ['a second late', { behind: 1.75, target: 0.75, ahead: 1.5 }, 1.09],
    ['far too late', { behind: 6, target: 0.75, ahead: 5 }, 1.1],
    ['late with nothing in hand', { behind: 3, target: 0.75, ahead: 0.3 }, 1],
    ['too early', { behind: 0.2, target: 0.75, ahead: 0.5 }, 1],
  ])('%s', (_, standing, rate) => expect(paceOf(standing)).toBe(rate));
});

describe('HoldBack', () => {
  it('grows with every standstill up to a bound, and shrinks while all goes well', () => {
    const holdBack = new HoldBack();
    holdBack.stalled(0);
    holdBack.stalled(0);
    expect(holdBack.of(0.75, 1_000)).toBe(1.25);
    for (let i = 0; i < 20; i += 1) holdBack.stalled(1_000);
    expect(holdBack.of(0.75, 2_000)).toBe(2.25);
    expect(holdBack.of(0.75, 61_000)).toBe(2);
    expect(holdBack.of(0.75, 62_000)).toBe(2);
    expect(holdBack.of(0.75, 121_000)).toBe(1.75);
  });
});

describe('latencyOf', () => {
  it.each([
    ['clocks that agree', 0.8, 8_900, 1.1],
    ['no dates', 0.8, null, 0.8],
    ['a clock here that is a minute ahead', 0.8, -51_100, 0.8],
    ['a clock here that is behind', 0.8, 12_000, 0.8],
  ])('%s', (_, behind, shownAt, seconds) => expect(latencyOf(behind, shownAt, 10_000)).toBeCloseTo(seconds));
});

describe('backoffMs', () => {
  it.each([[1, 0, 250], [1, 1, 500], [3, 0.5, 1_500], [9, 1, 8_000], [9, 0, 4_000]])('failure %s with chance %s waits %s ms', (failures, random, ms) =>
    expect(backoffMs(failures, random)).toBe(ms));
});

describe('bandwidth', () => {
  it('starts with what the last player measured, and with a usual line before', () => {
    const kept = new Map<string, string>();
    const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
    expect(startBandwidth(storage)).toBe(6_000_000);
    keepBandwidth(Number.NaN, storage);
    keepBandwidth(3_400_000.4, storage);
    expect(startBandwidth(storage)).toBe(3_400_000);
  });
});

describe('PlayMeter', () => {
  let reports: number[];
  let meter: PlayMeter;
  /** Plays on for so many seconds. */
  const play = (from: number, seconds: number) => {
    for (let t = 0.25; t <= seconds; t += 0.25) {
      vi.advanceTimersByTime(250);
      meter.at(from + t, true);
    }
  };
  beforeEach(() => {
    vi.useFakeTimers();
    reports = [];
    meter = new PlayMeter((seconds) => reports.push(seconds));
  });
  afterEach(() => {
    meter.stop();
    vi.useRealTimers();
  });

  it('reports soon after playing begins, then what was played every five seconds', () => {
    meter.at(0, true);
    play(0, 0.75);
    expect(reports).toEqual([]);
    play(0.75, 10.5);
    expect(reports).toEqual([1, 4.8, 5]);
  });

  it('says nothing while it stands still or is paused', () => {
    meter.at(0, true);
    play(0, 3);
    meter.at(3, false);
    vi.advanceTimersByTime(60_000);
    expect(reports).toEqual([1, 2]);
  });

  it('does not count a jump', () => {
    meter.at(0, true);
    play(0, 1);
    meter.at(500, true);
    play(500, 2);
    vi.advanceTimersByTime(5_000);
    expect(reports).toEqual([1, 2]);
  });

  it('begins anew after a pause', () => {
    meter.at(0, true);
    play(0, 2);
    meter.at(2, false);
    vi.advanceTimersByTime(20_000);
    meter.at(2, true);
    play(2, 1.5);
    expect(reports).toEqual([1, 1, 1]);
  });
});
