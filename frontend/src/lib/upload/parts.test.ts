import { describe, expect, it } from 'vitest';
import { ByteCounter } from './byteCounter';
import { divide, planParts } from './partPlan';
import { isSameFile, titleFrom } from './record';
import { SpeedMeter } from './speedMeter';

describe('planParts', () => {
  it('the last part may be short', () => {
    expect(planParts(25, 10)).toEqual([
      { number: 1, start: 0, end: 10 }, { number: 2, start: 10, end: 20 }, { number: 3, start: 20, end: 25 },
    ]);
  });
  it('a file of whole parts has no empty one', () => expect(planParts(20, 10)).toHaveLength(2));
  it('refuses a part size of nothing', () => expect(() => planParts(20, 0)).toThrow(RangeError));
});

describe('divide', () => {
  it('keeps whole parts, and sends short and unknown ones again', () => {
    const arrived = [{ number: 1, etag: 'a', size: 10 }, { number: 2, etag: 'b', size: 4 }, { number: 9, etag: 'z', size: 10 }];
    const { kept, missing } = divide(planParts(25, 10), arrived);
    expect(kept.map(({ number }) => number)).toEqual([1]);
    expect(missing.map(({ number }) => number)).toEqual([2, 3]);
  });
});

describe('SpeedMeter', () => {
  it('measures, and smooths what follows', () => {
    const meter = new SpeedMeter();
    meter.add(0, 0);
    expect(meter.speed).toBeNull();
    meter.add(1000, 1000);
    expect(meter.speed).toBe(1000);
    meter.add(4000, 4000);
    expect(meter.speed).toBe(1000);
    meter.add(4000, 7000);
    expect(meter.speed).toBe(500);
    expect(meter.secondsFor(1000)).toBe(2);
  });
  it('a lost part never makes the speed negative', () => {
    const meter = new SpeedMeter();
    meter.add(5000, 0);
    meter.add(1000, 1000);
    expect(meter.speed).toBe(0);
    expect(meter.secondsFor(100)).toBeNull();
  });
  it('waits for a step long enough to mean something', () => {
    const meter = new SpeedMeter();
    meter.add(0, 0);
    meter.add(1000, 100);
    expect(meter.speed).toBeNull();
  });
});

describe('ByteCounter', () => {
  it('adds up what arrived and what moves, and forgets what is lost', () => {
    const seen: number[] = [];
    const counter = new ByteCounter((total) => seen.push(total));
    counter.settle(0, 100);
    counter.move(1, 30);
    counter.move(2, 20);
    counter.drop(1);
    counter.settle(2, 50);
    expect(seen).toEqual([100, 130, 150, 120, 150]);
  });
});

describe('files', () => {
  const mark = { name: 'a.mp4', size: 3, lastModified: 7, type: 'video/mp4' };
  it.each([
    [['abc'], 'a.mp4', 7, true], [['abc'], 'b.mp4', 7, false], [['abcd'], 'a.mp4', 7, false], [['abc'], 'a.mp4', 8, false],
  ])('%s %s %s is the same: %s', (bytes, name, lastModified, same) =>
    expect(isSameFile(new File(bytes, name, { lastModified }), mark)).toBe(same));
  it.each([['My_film (final).mp4', 'My film (final)'], ['.mp4', '.mp4'], ['no ending', 'no ending']])('%s is titled %s', (name, title) =>
    expect(titleFrom(name)).toBe(title));
});
