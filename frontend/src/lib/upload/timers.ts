/** The clock and the patience of uploads; tests bring their own. */
export interface Timers {
  /** Milliseconds, for differences only. */
  now(): number;
  /** Resolves after `ms`, or earlier when the network comes back. Rejects with an AbortError. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** 0 up to 1. */
  random(): number;
}

export const browserTimers: Timers = {
  now: () => performance.now(),
  random: () => Math.random(),
  wait: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(abortError());
        return;
      }
      const finish = (settle: () => void) => {
        clearTimeout(timer);
        window.removeEventListener('online', online);
        signal.removeEventListener('abort', aborted);
        settle();
      };
      const online = () => finish(resolve);
      const aborted = () => finish(() => reject(abortError()));
      const timer = setTimeout(online, ms);
      window.addEventListener('online', online);
      signal.addEventListener('abort', aborted);
    }),
};

export function abortError(): DOMException {
  return new DOMException('Stopped.', 'AbortError');
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
