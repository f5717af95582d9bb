import { useSyncExternalStore } from 'react';

const secondListeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One clock for all that tick. */
function subscribe(listener: () => void): () => void {
  secondListeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of [...secondListeners]) each();
  }, 1000);
  return () => {
    secondListeners.delete(listener);
    if (secondListeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

const wholeSecond = () => Math.floor(Date.now() / 1000) * 1000;

/** The present second, in milliseconds since 1970. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, wholeSecond);
}
