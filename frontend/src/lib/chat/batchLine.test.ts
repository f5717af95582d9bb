import { beforeEach, describe, expect, it } from 'vitest';
import { batchOf, run, snapshotOf } from '@/test/chat';
import { BatchLine } from './batchLine';

let line: BatchLine;
const spans = (batches: { from: number; to: number }[]) => batches.map(({ from, to }) => [from, to]);

beforeEach(() => {
  line = new BatchLine();
});

describe('BatchLine', () => {
  it('holds what comes before the snapshot, and answers what follows it', () => {
    expect(line.take(batchOf(11, 12))).toEqual([]);
    expect(spans(line.joined(snapshotOf(10)))).toEqual([[11, 12]]);
    expect([line.last, line.missing]).toEqual([12, false]);
  });

  it('takes the numbers that are new out of a batch that tells others again', () => {
    line.joined(snapshotOf(10));
    const removed = [{ seq: 10, message: 4, userId: null }, { seq: 12, message: 5, userId: null }];
    const [batch] = line.take(batchOf(9, 12, { messages: run(9, 11), removed }));
    expect(batch?.messages.map(({ seq }) => seq)).toEqual([11]);
    expect(batch?.removed).toEqual([removed[1]]);
    expect(line.last).toBe(12);
  });

  it('never goes back', () => {
    line.joined(snapshotOf(10));
    line.take(batchOf(3, 5));
    line.joined(snapshotOf(7));
    expect(line.last).toBe(10);
  });

  it('keeps what comes after a gap until the gap is filled, in order', () => {
    line.joined(snapshotOf(10));
    expect(line.take(batchOf(15, 16))).toEqual([]);
    expect(line.take(batchOf(13, 14))).toEqual([]);
    expect(line.missing).toBe(true);
    expect(spans(line.take(batchOf(11, 12)))).toEqual([[11, 12], [13, 14], [15, 16]]);
    expect([line.last, line.missing]).toEqual([16, false]);
  });

  it('takes a batch without numbers as long as nothing before it is missing', () => {
    line.joined(snapshotOf(10));
    expect(spans(line.take(batchOf(11, 10)))).toEqual([[11, 10]]);
    expect(line.take(batchOf(13, 12))).toEqual([]);
    expect([line.last, line.missing]).toEqual([10, true]);
  });

  it('begins anew after a snapshot with a gap, also with a lower number', () => {
    line.joined(snapshotOf(10));
    line.joined(snapshotOf(4, { gap: true }));
    expect(line.last).toBe(4);
  });

  it('keeps no more than 500 batches: all of them are told again', () => {
    line.joined(snapshotOf(1));
    for (let n = 0; n < 500; n += 1) line.take(batchOf(10 + n, 10 + n));
    expect(line.missing).toBe(true);
    line.take(batchOf(600, 600));
    expect(line.missing).toBe(false);
    expect(line.last).toBe(1);
  });
});
