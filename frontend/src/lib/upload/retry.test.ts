import { describe, expect, it, vi } from 'vitest';
import { ApiError } from '@/lib/api/errors';
import { ManualTimers } from '@/test/fakeTimers';
import { backoffMs, retrying } from './retry';
import { Slots } from './slots';

const live = new AbortController().signal;

function failing(times: number, error: Error) {
  let left = times;
  return vi.fn(() => (left-- > 0 ? Promise.reject(error) : Promise.resolve('done')));
}

describe('backoffMs', () => {
  it('doubles up to a limit, half of it by chance', () => {
    expect([1, 2, 3, 7, 40].map((n) => backoffMs(n, 0))).toEqual([250, 500, 1000, 10_000, 10_000]);
    expect([1, 2, 40].map((n) => backoffMs(n, 1))).toEqual([500, 1000, 20_000]);
  });
});

describe('retrying', () => {
  it('outlasts a lost network for as long as it takes', async () => {
    const timers = new ManualTimers();
    const operation = failing(30, new ApiError(0, {}));
    expect(await retrying(operation, { timers, signal: live })).toBe('done');
    expect(operation).toHaveBeenCalledTimes(31);
    expect(timers.waits.slice(0, 3)).toEqual([375, 750, 1500]);
  });

  it('gives up on a server that fails eight times', async () => {
    const operation = failing(30, new ApiError(503, {}));
    await expect(retrying(operation, { timers: new ManualTimers(), signal: live })).rejects.toThrow(ApiError);
    expect(operation).toHaveBeenCalledTimes(8);
  });

  it('does not repeat what will not pass', async () => {
    const operation = failing(1, new ApiError(400, { code: 'size_mismatch' }));
    await expect(retrying(operation, { timers: new ManualTimers(), signal: live })).rejects.toMatchObject({ code: 'size_mismatch' });
    expect(operation).toHaveBeenCalledTimes(1);
  });

  it('waits as long as the server asks', async () => {
    const timers = new ManualTimers();
    await retrying(failing(1, new ApiError(429, {}, 9)), { timers, signal: live });
    expect(timers.waits).toEqual([9000]);
  });

  it('tells when it waits and when it goes on', async () => {
    const told: (number | null)[] = [];
    await retrying(failing(1, new ApiError(0, {})), { timers: new ManualTimers(), signal: live, onWait: (ms) => told.push(ms) });
    expect(told).toEqual([375, null]);
  });

  it('stops when told to', async () => {
    const stop = new AbortController();
    const operation = vi.fn(() => {
      stop.abort();
      return Promise.reject(new ApiError(0, {}));
    });
    await expect(retrying(operation, { timers: new ManualTimers(), signal: stop.signal })).rejects.toThrow(DOMException);
    expect(operation).toHaveBeenCalledTimes(1);
  });
});

describe('Slots', () => {
  it('lets in so many, the others in their order', async () => {
    const slots = new Slots(2);
    const began: number[] = [];
    const ends: (() => void)[] = [];
    const all = [1, 2, 3, 4].map((n) =>
      slots.use(live, () => {
        began.push(n);
        return new Promise<void>((resolve) => ends.push(resolve));
      }));
    await vi.waitFor(() => expect(began).toEqual([1, 2]));
    ends[1]?.();
    await vi.waitFor(() => expect(began).toEqual([1, 2, 3]));
    ends[0]?.();
    await vi.waitFor(() => expect(began).toEqual([1, 2, 3, 4]));
    ends.forEach((end) => end());
    await Promise.all(all);
  });

  it('one that gave up waiting takes no place', async () => {
    const slots = new Slots(1);
    const stop = new AbortController();
    let end: () => void = () => undefined;
    const first = slots.use(live, () => new Promise<void>((resolve) => (end = resolve)));
    const second = slots.use(stop.signal, () => Promise.resolve('never'));
    const third = slots.use(live, () => Promise.resolve('third'));
    stop.abort();
    await expect(second).rejects.toThrow(DOMException);
    end();
    await first;
    expect(await third).toBe('third');
  });
});
