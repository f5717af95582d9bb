import { abortError, type Timers } from '@/lib/upload/timers';

/** A clock that stands still until a test moves it; waits are recorded and end at once unless held. */
export class ManualTimers implements Timers {
  waits: number[] = [];
  at = 0;
  now = (): number => this.at;
  random = (): number => 0.5;
  wait = (ms: number, signal: AbortSignal): Promise<void> => {
    this.waits.push(ms);
    this.at += ms;
    return signal.aborted ? Promise.reject(abortError()) : Promise.resolve();
  };
}
