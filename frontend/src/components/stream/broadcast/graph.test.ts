import { describe, expect, it } from 'vitest';
import { roundTop, shapeOf } from './graph';

describe('shapeOf', () => {
  it('draws from left to right and from the bottom up', () => {
    const { line, area } = shapeOf([{ at: 0, value: 0 }, { at: 5, value: 10 }, { at: 10, value: 5 }], 0, 10, 10, 100, 50, 6);
    expect(line).toBe('M0 50L50 0L100 25');
    expect(area).toBe('M0 50L50 0L100 25L100 50L0 50Z');
  });
  it('leaves a break open', () =>
    expect(shapeOf([{ at: 0, value: 1 }, { at: 1, value: 1 }, { at: 9, value: 1 }], 0, 10, 1, 100, 10, 2).line).toBe('M0 0L10 0M90 0'));
  it('leaves out what is too old', () =>
    expect(shapeOf([{ at: -5, value: 1 }, { at: 5, value: 1 }], 0, 10, 1, 100, 10, 20).line).toBe('M50 0'));
  it('nothing is nothing', () => expect(shapeOf([], 0, 0, 1, 100, 10, 1)).toEqual({ line: '', area: '' }));
});

describe('roundTop', () => {
  it.each([[0, 1], [1, 1], [7, 8], [30, 30], [31, 40], [2600, 3000], [8001, 10_000], [0.2, 0.2]])('above %s is %s', (value, top) => expect(roundTop(value)).toBeCloseTo(top, 9));
});
