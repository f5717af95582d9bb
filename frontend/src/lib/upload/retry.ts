import { ApiError } from '@/lib/api/errors';
import type { Timers } from './timers';

const firstDelayMs = 500;
const longestDelayMs = 20_000;
/** A server that keeps failing is given up on; a missing network never is. */
const mostServerFailures = 8;

/** Exponential with half of it random, so that parts that failed together do not come back together. */
export function backoffMs(failures: number, random: number): number {
  const full = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.max(0, failures - 1));
  return Math.round(full / 2 + (full / 2) * random);
}

export interface RetryOptions {
  timers: Timers;
  signal: AbortSignal;
  /** Told how many milliseconds the next attempt is away, and null when it begins. */
  onWait?: (ms: number | null) => void;
  /** Whether an error that looks final is worth another attempt. */
  alsoPassing?: (error: ApiError, failures: number) => boolean;
}

/** Repeats an operation while its errors may pass. */
export async function retrying<T>(operation: () => Promise<T>, { timers, signal, onWait, alsoPassing }: RetryOptions): Promise<T> {
  let serverFailures = 0;
  for (let failures = 1; ; failures += 1) {
    signal.throwIfAborted();
    try {
      return await operation();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.status !== 0) serverFailures += 1;
      const worthIt = error.passing || alsoPassing?.(error, failures) === true;
      if (!worthIt || serverFailures >= mostServerFailures) throw error;
      const ms = Math.max(backoffMs(failures, timers.random()), (error.retryAfter ?? 0) * 1000);
      onWait?.(ms);
      await timers.wait(ms, signal);
      onWait?.(null);
    }
  }
}
